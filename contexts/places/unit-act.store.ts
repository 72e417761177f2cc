import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { AccountId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import type { Province } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import { unitKey, type UnitVersion } from '#kernel/succession.ts';
import type { Db } from '#platform/database/db.ts';
import { placesIn, planOf } from './places.tables.ts';
import type { ActPlan, ListedVersion } from './unit-act.ts';
import type { changeUnitAct, draftUnitAct, listUnitActs, UnitActId } from './unit-act.wire.ts';

export const currentProvince = sql<Province>`platform.current_province()`;

export async function unitActPage(db: Db, filters: ParsedInputOf<typeof listUnitActs>) {
  let rows = placesIn(db).selectFrom('places.unit_act');
  if (filters.state !== undefined) rows = rows.where('state', '=', filters.state);
  const items = await rows
    .selectAll()
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}

const unknownAct = (): Problem => new Problem('not-found', 'places.unit-act.unknown');

export async function unitAct(db: Db, id: UnitActId) {
  const row = await placesIn(db).selectFrom('places.unit_act').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw unknownAct();
  return { ...row, plan: planOf(row.plan) };
}
export type UnitActRecord = Awaited<ReturnType<typeof unitAct>>;

/** Acts of a province come one after another: two at once could end one unit twice. */
export async function unitActForChange(db: Db, id: UnitActId): Promise<UnitActRecord> {
  await sql`select pg_advisory_xact_lock(hashtext('places.unit_act'), platform.current_province())`.execute(db);
  return unitAct(db, id);
}

const told = (given: ParsedInputOf<typeof draftUnitAct> | ParsedInputOf<typeof changeUnitAct>) => ({
  on_day: given.onDay,
  document: given.document,
  legal_basis: given.legalBasis,
  note: given.note || null,
  plan: JSON.stringify(given.plan),
});

export const saveDraft = (db: Db, given: ParsedInputOf<typeof draftUnitAct>, by: AccountId) =>
  placesIn(db)
    .insertInto('places.unit_act')
    .values({ id: given.id, drafted_by: by, ...told(given) })
    .execute();

export async function saveDraftChange(db: Db, given: ParsedInputOf<typeof changeUnitAct>): Promise<number> {
  const { version } = await placesIn(db)
    .updateTable('places.unit_act')
    .set({ ...told(given), version: sql`version + 1` })
    .where('id', '=', given.act)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export const markDone = (db: Db, act: UnitActId, by: AccountId) =>
  placesIn(db)
    .updateTable('places.unit_act')
    .set({ state: 'done', done_by: by, done_at: sql`now()` })
    .where('id', '=', act)
    .execute();

export const markWithdrawn = (db: Db, act: UnitActId, by: AccountId, reason: string) =>
  placesIn(db)
    .updateTable('places.unit_act')
    .set({ state: 'withdrawn', withdrawn_by: by, withdrawn_at: sql`now()`, reason })
    .where('id', '=', act)
    .execute();

/** Versions of units that stand, or bear one of these codes: a code is the whole country's. */
export async function listedVersions(db: Db, codes: readonly string[]): Promise<ListedVersion[]> {
  const rows = await placesIn(db)
    .selectFrom('reference.unit')
    .select(['code', 'name', 'kind', 'valid_from', 'valid_until'])
    .select(sql<boolean>`province = ${currentProvince}`.as('ours'))
    .where((eb) =>
      eb.or([
        sql<boolean>`code = any(${codes}::text[])`,
        eb.and([eb('valid_until', 'is', null), eb('province', '=', currentProvince)]),
      ]),
    )
    .execute();
  return rows.map(({ valid_from, valid_until, ...row }) => ({ ...row, from: valid_from, until: valid_until }));
}

/** Whether something later was done with a unit that this act began. */
export async function hasLaterAct(db: Db, begun: readonly UnitVersion[]): Promise<boolean> {
  const keys = new Set(begun.map(unitKey));
  const rows = await placesIn(db).selectFrom('places.unit_act').select('plan').where('state', '=', 'done').execute();
  return rows.some(({ plan }) => planOf(plan).ends.some((unit) => keys.has(unitKey(unit))));
}

export const begunBy = ({ begins }: ActPlan, day: Day): UnitVersion[] =>
  begins.map(({ code }) => ({ code, from: day }));
