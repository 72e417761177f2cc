import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { ActId } from './act.wire.ts';
import { registryIn } from './registry.tables.ts';
import { undividedBook, saveUndivided } from './undivided.store.ts';
import {
  undividedOn,
  undividedReversal,
  undividedShares,
  type UndividedEntryId,
  type UndividedLine,
} from './undivided.ts';

/** What the book holds at the end of a day, by source. */
export const undividedHeld = async (db: Db, organisation: OrganisationId, on: Day): Promise<UndividedLine[]> =>
  undividedOn(await undividedBook(db, organisation), on);

interface Sharing {
  readonly from: OrganisationId;
  /** To whom, and how much of each line in hundredths of a per cent; together they are the whole. */
  readonly to: readonly { readonly organisation: OrganisationId; readonly shareBp: number }[];
  readonly onDay: Day;
  readonly document?: string | undefined;
  readonly cause: ActId;
  readonly by: AccountId | null;
}

/**
 * A merger or split hands the undivided fund and assets over, source by source and to the đồng; to members none of it
 * goes. What stays where it is, is no entry. The organisations are locked by whoever calls.
 */
export async function carryUndivided(db: Db, { from, to, onDay, document, cause, by }: Sharing): Promise<number> {
  const entries = await undividedBook(db, from);
  const lines = undividedOn(entries, onDay);
  const others = to.filter(({ organisation, shareBp }) => organisation !== from && shareBp > 0);
  if (lines.length === 0 || others.length === 0) return 0;
  const later = entries.find((entry) => entry.onDay > onDay);
  if (later !== undefined)
    throw new Problem('conflict', 'registry.undivided.not-carriable', {
      obstacles: [{ code: 'later-entry', onDay: later.onDay }],
    });
  const told = { onDay, document, cause, by };
  let sum = 0;
  for (const [at, { organisation }] of to.entries()) {
    if (!others.some((other) => other.organisation === organisation)) continue;
    const part = undividedShares(
      lines,
      to.map(({ shareBp }) => shareBp),
    )[at]!;
    if (part.length === 0) continue;
    const out = part.map((line) => ({ ...line, amountVnd: -line.amountVnd }));
    const [outId, inId] = [newId<UndividedEntryId>(), newId<UndividedEntryId>()];
    await saveUndivided(db, { ...told, id: outId, organisation: from, kind: 'carried-out', lines: out });
    await saveUndivided(db, { ...told, id: inId, organisation, kind: 'carried-in', lines: part });
    sum += part.reduce((total, { amountVnd }) => total + amountVnd, 0);
  }
  return sum;
}

/** The entries an act of life made, each by its mirror on its own day, the latest first. */
export async function reverseUndivided(
  db: Db,
  acts: readonly ActId[],
  { by, cause }: { readonly by: AccountId; readonly cause: ActId },
): Promise<void> {
  const caused = await registryIn(db)
    .selectFrom('registry.undivided_entry')
    .select(['id', 'organisation_id'])
    .where('cause_id', 'in', [...acts])
    .where('kind', '<>', 'reversed')
    .orderBy('number', 'desc')
    .orderBy('id', 'desc')
    .execute();
  for (const { id, organisation_id: organisation } of caused) {
    const entries = await undividedBook(db, organisation);
    const entry = entries.find((one) => one.id === id)!;
    const { kind, onDay, lines } = undividedReversal(entry, entries);
    await saveUndivided(db, {
      id: newId<UndividedEntryId>(),
      organisation,
      kind,
      onDay,
      lines,
      reverses: id,
      cause,
      by,
    });
  }
}
