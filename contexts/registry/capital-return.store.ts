import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { ActId } from './act.wire.ts';
import { balancesOn, gathered, ledgerObstacles, taken, type CapitalActId } from './capital.ts';
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
}

/** At a dissolution every member's capital goes back, in one entry of the book. The caller holds the organisation's lock. */
export async function returnCapital(db: Db, { organisation, ...given }: Returning): Promise<void> {
  const entries = await ledgerOf(db, organisation);
  const balances = [...balancesOn(entries, given.onDay)];
  const lines = gathered(balances.flatMap(([member, balance]) => taken(member, balance, balance)));
  if (lines.length === 0) return;
  const number = (entries.at(-1)?.number ?? 0) + 1;
  const after = [...entries, { number, kind: 'withdrawn' as const, onDay: given.onDay, lines }];
  const obstacles = ledgerObstacles(after, new Set(lines.map(({ member }) => member)));
  if (obstacles.length > 0) throw new Problem('conflict', 'registry.capital.not-carriable', { obstacles });
  await saveCapitalAct(db, { ...given, id: newId<CapitalActId>(), organisation, kind: 'withdrawn', lines });
}
