import { sql, type RawBuilder } from 'kysely';
import { addDays, type Day } from '#kernel/day.ts';
import type { AccountId, MemberId, OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Db } from '#platform/database/db.ts';
import type { Standing } from './member.ts';
import type { correctMember } from './member.wire.ts';
import { heldOn, type FormerStanding, type Held } from './member-standing.ts';
import { registryIn } from './registry.tables.ts';

const standingRows = (db: Db) =>
  registryIn(db)
    .selectFrom('registry.member_former_standing as f')
    .select(['f.member_id as member', 'f.until_day as until', 'f.standing', 'f.foreign_investor as foreign'])
    .where('f.undone_by', 'is', null)
    .where('f.superseded_at', 'is', null)
    .orderBy('f.until_day');

/** What one member was before, the first first. */
export const formerOf = async (db: Db, member: MemberId): Promise<FormerStanding[]> =>
  (await standingRows(db).where('f.member_id', '=', member).execute()).map(({ until, standing, foreign }) => ({
    until,
    standing,
    foreign,
  }));

/** What the members of an organisation, under all its ids, were before; most have always been the same. */
export async function formersIn(
  db: Db,
  organisations: readonly OrganisationId[],
): Promise<Map<MemberId, FormerStanding[]>> {
  const rows = await standingRows(db)
    .innerJoin('registry.member as m', 'm.id', 'f.member_id')
    .where('m.organisation_id', 'in', [...organisations])
    .execute();
  const formers = new Map<MemberId, FormerStanding[]>();
  for (const { member, ...former } of rows) formers.set(member, [...(formers.get(member) ?? []), former]);
  return formers;
}

/** The standing a member had on a day, beside a row of registry.member called m. */
export const standingThen = (on: Day): RawBuilder<Standing> => sql<Standing>`coalesce((
  select f.standing from registry.member_former_standing f
  where f.province = m.province and f.member_id = m.id and f.undone_by is null and f.superseded_at is null
    and f.standing is not null and f.until_day > ${on}::date
  order by f.until_day limit 1), m.standing)`;

interface Restating {
  readonly member: MemberId;
  readonly joinedOn: Day;
  readonly since: Day;
  /** As it stood before this. */
  readonly held: Held;
  readonly standing?: Standing | undefined;
  readonly foreign?: boolean | undefined;
  readonly by: AccountId;
}

/** From that day on it is as told: what was before it stays known, and what had been told of later days no longer counts. */
export async function saveSince(db: Db, { member, joinedOn, since, held, by, ...told }: Restating): Promise<void> {
  const before = heldOn(held, addDays(since, -1));
  for (const field of ['standing', 'foreign'] as const) {
    if (told[field] === undefined) continue;
    const column = field === 'standing' ? 'standing' : 'foreign_investor';
    await registryIn(db)
      .updateTable('registry.member_former_standing')
      .set({ superseded_at: sql`now()` })
      .where('member_id', '=', member)
      .where(column, 'is not', null)
      .where('until_day', '>=', since)
      .where('superseded_at', 'is', null)
      .execute();
    if (since <= joinedOn || before[field] === told[field]) continue;
    await registryIn(db)
      .insertInto('registry.member_former_standing')
      .values({ member_id: member, act_id: null, until_day: since, [column]: before[field], recorded_by: by })
      .execute();
  }
}

interface Recorded {
  readonly id: MemberId;
  readonly standing: Standing;
  readonly foreign_investor: boolean;
  readonly joined_on: Day;
}

/** What held until the day since when it is otherwise. */
export async function saveDated(
  db: Db,
  record: Recorded,
  { since, standing, foreignInvestor, joinedOn = record.joined_on }: ParsedInputOf<typeof correctMember>,
  by: AccountId,
): Promise<void> {
  if (since === undefined) return;
  const { id: member } = record;
  const held = { standing: record.standing, foreign: record.foreign_investor, former: await formerOf(db, member) };
  await saveSince(db, { member, joinedOn, since, held, standing, foreign: foreignInvestor, by });
}
