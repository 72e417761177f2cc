import { sql } from 'kysely';
import { addMonths, type Day } from '#kernel/day.ts';
import { newId, type AccountId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { excessObstacles, raisedAbove, type Above, type ExcessCause, type Excuse } from './capital-excess.ts';
import { memberNames } from './member.store.ts';
import { parameterOn } from './parameter.store.ts';
import { registryIn } from './registry.tables.ts';

/** Who of these organisations stands above a cap on a day. */
export async function capsAbove(db: Db, organisations: readonly OrganisationId[], on: Day): Promise<Above[]> {
  if (organisations.length === 0) return [];
  const { rows } = await sql<Above>`
    select organisation_id as organisation, cap, member_id as member, basis_points as "basisPoints",
      cap_basis_points as "capBasisPoints"
    from registry.caps_above(${[...organisations]}::uuid[], ${on}::date) order by 1, 2, 3`.execute(db);
  return rows;
}

interface Act {
  readonly organisations: readonly OrganisationId[];
  /** As it was before the act: what it did not bring about asks nobody. */
  readonly before: readonly Above[];
  readonly cause: ExcessCause;
  readonly onDay: Day;
  readonly today: Day;
  readonly by: AccountId | null;
  readonly excuse: Excuse;
  /** The refusal where no reason is given; without one nobody could be asked, and it is only written down. */
  readonly code?: string;
}

/** Until when it is to be back under the cap, where the act does not say. */
async function termOf(db: Db, onDay: Day): Promise<Day | null> {
  const found = await parameterOn(db, 'capital.overCapMonths', onDay);
  return typeof found?.value === 'number' ? addMonths(onDay, found.value) : null;
}

async function refuseWithout(db: Db, raised: readonly Above[], { excuse, onDay, code }: Act): Promise<void> {
  const obstacles = excessObstacles(raised, excuse, onDay);
  if (code === undefined || obstacles.length === 0) return;
  const names = await memberNames(
    db,
    raised.flatMap(({ member }) => (member === null ? [] : [member as MemberId])),
  );
  const named = obstacles.map((one) =>
    'member' in one && one.member !== null ? { ...one, name: names.get(one.member as MemberId) ?? '…' } : one,
  );
  throw new Problem('conflict', code, { obstacles: named });
}

/** Once an act is written, in its transaction: whom it brought above a cap is told with reason and term, or it is not done. */
export async function settleExcess(db: Db, act: Act): Promise<void> {
  const raised = raisedAbove(act.before, await capsAbove(db, act.organisations, act.today));
  if (raised.length === 0) return;
  await refuseWithout(db, raised, act);
  const until = act.excuse.capUntil ?? (await termOf(db, act.onDay));
  await registryIn(db)
    .insertInto('registry.cap_excess')
    .values(
      raised.map((one) => ({
        id: newId(),
        organisation_id: one.organisation as OrganisationId,
        cap: one.cap,
        member_id: one.member as MemberId | null,
        cause: act.cause,
        on_day: act.onDay,
        basis_points: one.basisPoints,
        cap_basis_points: one.capBasisPoints,
        reason: act.excuse.capReason ?? null,
        until_day: until,
        recorded_by: act.by,
      })),
    )
    .execute();
}
