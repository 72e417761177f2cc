import { today } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { organicPassionFruit } from './protocol.example.ts';
import { ProtocolContent } from './protocol.ts';
import { publish } from './protocol.store.ts';

/** Puts the protocols the product comes with into a province whose registry knows their commodities; safe to repeat. */
export async function seedProtocols(db: Db): Promise<void> {
  await publish(db, { id: newId(), content: ProtocolContent.parse(organicPassionFruit), on: today(), by: null });
}
