import { dayOf, type Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import { titleHeld } from '#registry';
import type { AcceptanceKind } from './acceptance.ts';
import { standing, type AcceptanceRecord } from './acceptance.store.ts';
import { sides, type Side } from './part.wire.ts';

/** Who accepted for a side, as the paper names them. */
export interface Signer {
  readonly kind: AcceptanceKind;
  readonly on: Day;
  /** null: not for the reader's eyes, or in ink on the paper that was scanned, where whoever uploaded it need not have signed. */
  readonly name: string | null;
  /** As the register had it that day. */
  readonly title: string | null;
}
export type Signers = Readonly<Partial<Record<Side, Signer>>>;

/** Those who accepted this very wording. They stand outside what is hashed: the wording was there before they signed it. */
export async function signersOf(
  db: Db,
  acceptances: readonly AcceptanceRecord[],
  { contentHash, showNames }: { readonly contentHash: string; readonly showNames: boolean },
): Promise<Signers> {
  const signers: Partial<Record<Side, Signer>> = {};
  for (const side of sides) {
    const found = standing(acceptances).find((row) => row.side === side && row.content_hash === contentHash);
    if (found === undefined) continue;
    const on = dayOf(found.accepted_at);
    const name = showNames && found.kind !== 'paper' ? found.accepted_name : null;
    const title = name === null ? null : await titleHeld(db, { organisation: found.organisation_id, name, on });
    signers[side] = { kind: found.kind, on, name, title };
  }
  return signers;
}
