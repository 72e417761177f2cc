import { today } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import { organicPassionFruit } from './protocol.example.ts';
import { ProtocolContent, type ProtocolId } from './protocol.ts';
import { publish } from './protocol.store.ts';

/** The same in every province, so that others can point at it. */
const organicPassionFruitId = '019b7563-4c00-7000-8000-0000000000a1' as ProtocolId;

/** Puts the protocols the product comes with into a province whose registry knows their commodities; safe to repeat. */
export async function seedProtocols(db: Db): Promise<void> {
  await publish(db, {
    id: organicPassionFruitId,
    content: ProtocolContent.parse(organicPassionFruit),
    on: today(),
    by: null,
  });
}
