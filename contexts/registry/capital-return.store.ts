import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { ActId } from './act.wire.ts';
import {
  balancesOn,
  gathered,
  ledgerObstacles,
  mirrored,
  noAmounts,
  sumOf,
  taken,
  type Amounts,
  type CapitalActId,
} from './capital.ts';
import { ledgerOf, saveCapitalAct } from './capital.store.ts';
import { registryIn } from './registry.tables.ts';

/** What the book still holds of all members together. */
export async function capitalLeft(db: Db, organisation: OrganisationId): Promise<number> {
  const { vnd } = await registryIn(db)
    .selectFrom('registry.member')
    .select(sql<number>`coalesce(sum(subscribed_vnd), 0)::bigint`.as('vnd'))
    .where('organisation_id', '=', organisation)
    .executeTakeFirstOrThrow();
  return vnd;
}

interface Returning {
  readonly organisation: OrganisationId;
  readonly onDay: Day;
  readonly document?: string | undefined;
  readonly cause: ActId;
  readonly by: AccountId | null;
  /** Without it, of everybody. */
  readonly members?: ReadonlySet<MemberId>;
}

/** Members' capital goes back to them, in one entry of the book. The caller holds the organisation's lock. */
export async function returnCapital(db: Db, { members, ...given }: Returning): Promise<Amounts> {
  const entries = await ledgerOf(db, given.organisation);
  const balances = [...balancesOn(entries, given.onDay)].filter(([member]) => members?.has(member) ?? true);
  const lines = gathered(balances.flatMap(([member, balance]) => taken(member, balance, balance)));
  if (lines.length === 0) return noAmounts;
  const number = (entries.at(-1)?.number ?? 0) + 1;
  const after = [...entries, { number, kind: 'withdrawn' as const, onDay: given.onDay, lines }];
  const obstacles = ledgerObstacles(after, new Set(lines.map(({ member }) => member)));
  if (obstacles.length > 0) throw new Problem('conflict', 'registry.capital.not-carriable', { obstacles });
  await saveCapitalAct(db, { ...given, id: newId<CapitalActId>(), kind: 'withdrawn', lines });
  return mirrored(lines.reduce<Amounts>(sumOf, noAmounts));
}

interface Caused {
  readonly id: CapitalActId;
  readonly organisation_id: OrganisationId;
  readonly number: number;
}

/** The entries of the capital's books that an act of life made, the latest first, and whether any has been corrected since. */
export const capitalCausedBy = (db: Db, acts: readonly ActId[]): Promise<Caused[]> =>
  registryIn(db)
    .selectFrom('registry.capital_act')
    .select(['id', 'organisation_id', 'number'])
    .where('cause_id', 'in', [...acts])
    .where('kind', '<>', 'reversed')
    .orderBy('number', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** Each of these entries by its mirror, on its own day: as if it had not been, and still to be read. */
export async function reverseCapital(db: Db, caused: readonly Caused[], by: AccountId, cause: ActId): Promise<void> {
  for (const { id, organisation_id: organisation } of caused) {
    const act = (await ledgerOf(db, organisation)).find((entry) => entry.id === id)!;
    const lines = act.lines.map((line) => mirrored({ ...line, endsMembership: false }));
    await saveCapitalAct(db, {
      id: newId<CapitalActId>(),
      organisation,
      kind: 'reversed',
      onDay: act.onDay,
      reverses: id,
      cause,
      by,
      lines,
    });
  }
}
