import { createHash } from 'node:crypto';
import type { Day } from '#kernel/day.ts';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { findOrganisation, lockOrganisation } from './organisation.store.ts';
import { saveUndivided, undividedBook } from './undivided.store.ts';
import {
  undividedLines,
  undividedObstacles,
  undividedReversal,
  undividedReversalObstacles,
  type GivenUndivided,
  type UndividedEntryId,
  type UndividedObstacle,
} from './undivided.ts';

/** The id follows from what is told: told twice it is one entry. UUIDv8 (RFC 9562). */
function entryIdOf(told: string): UndividedEntryId {
  const hex = createHash('sha256').update(`undivided:${told}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  ) as UndividedEntryId;
}

export interface FundTold {
  /** Of the decision by which it was set aside. */
  readonly surplus: string;
  readonly organisation: OrganisationId;
  readonly onDay: Day;
  readonly document: string;
  readonly amountVnd: number;
  readonly by: AccountId;
}

const refuse = (code: string, obstacles: readonly UndividedObstacle[]): void => {
  if (obstacles.length > 0) throw new Problem('conflict', `registry.undivided.${code}`, { obstacles });
};

/** What the general meeting sets aside of a surplus forms the undivided fund; once, however often it is told. */
export async function formFund(db: Db, told: FundTold, today: Day): Promise<void> {
  const { surplus, organisation: id, onDay, document, amountVnd, by } = told;
  if (amountVnd === 0) return;
  await lockOrganisation(db, id);
  const { kind, provenance, status, founded_on: foundedOn } = (await findOrganisation(db, id))!;
  const entries = await undividedBook(db, id);
  const entryId = entryIdOf(surplus);
  if (entries.some((entry) => entry.id === entryId)) return;
  const given: GivenUndivided = {
    kind: 'formed',
    account: 'fund',
    source: 'surplus',
    pledgeBarred: false,
    onDay,
    amountVnd,
    document,
  };
  refuse(
    'not-recordable',
    undividedObstacles(given, { organisation: { kind, provenance, status, foundedOn }, entries, today }),
  );
  await saveUndivided(db, {
    id: entryId,
    organisation: id,
    kind: 'formed',
    onDay,
    document,
    by,
    lines: undividedLines(given),
  });
}

/** A decision that is taken back took nothing aside: its entry is mirrored, unless somebody has done so. */
export async function takeBackFund(
  db: Db,
  {
    surplus,
    organisation,
    reason,
    by,
  }: Pick<FundTold, 'surplus' | 'organisation' | 'by'> & { readonly reason: string },
): Promise<void> {
  await lockOrganisation(db, organisation);
  const entries = await undividedBook(db, organisation);
  const entry = entries.find(({ id }) => id === entryIdOf(surplus));
  if (entry === undefined || entry.reversedBy !== null) return;
  const provenance = (await findOrganisation(db, organisation))!.provenance;
  refuse(
    'not-correctable',
    undividedReversalObstacles({ entry, entries, reversedAlready: false, caused: false, provenance }),
  );
  const { kind, onDay, lines } = undividedReversal(entry, entries);
  await saveUndivided(db, {
    id: entryIdOf(`${surplus}:back`),
    organisation,
    kind,
    onDay,
    lines,
    note: reason,
    reverses: entry.id,
    by,
  });
}
