import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { AccountId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import type { UnitCode, UnitKind } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import { plain } from '#kernel/text.ts';
import type { UnitVersion } from '#kernel/succession.ts';
import type { Db } from '#platform/database/db.ts';
import { placesIn } from './places.tables.ts';
import { currentProvince } from './unit-act.store.ts';
import type { listUnitLinks, recordUnitLink, Way } from './unit.wire.ts';

/** Every version a code has had in the province, the newest first; what was taken back was none. */
export const versionsOf = (db: Db, code: UnitCode) =>
  placesIn(db)
    .selectFrom('reference.unit')
    .selectAll()
    .where('province', '=', currentProvince)
    .where('code', '=', code)
    .where(sql<boolean>`(valid_until is null or valid_until >= valid_from)`)
    .orderBy('valid_from', 'desc')
    .execute();

interface LinkRow {
  readonly id: string;
  readonly former_unit: string | null;
  readonly from_code: UnitCode | null;
  readonly from_from: Day | null;
  readonly from_until: Day | null;
  readonly from_name: string;
  readonly from_kind: UnitKind;
  readonly from_district: string | null;
  readonly to_code: UnitCode;
  readonly to_from: Day;
  readonly to_until: Day | null;
  readonly to_name: string;
  readonly to_kind: UnitKind;
  readonly to_district: string | null;
  readonly on_day: Day;
  readonly part: 'whole' | 'part';
  readonly source: string;
  readonly verified: boolean;
  readonly confirmed_on: Day | null;
  readonly document: string | null;
}

const linkRows: RawBuilder<LinkRow> = sql<LinkRow>`
  select l.id, l.former_unit, coalesce(l.from_code, f.code) as from_code, l.from_from, coalesce(w.valid_until, f.abolished_on - 1) as from_until,
    coalesce(f.name, w.name) as from_name, coalesce(f.kind, w.kind) as from_kind, coalesce(f.former_district, w.former_district) as from_district,
    l.to_code, l.to_from, u.valid_until as to_until, u.name as to_name, u.kind as to_kind, u.former_district as to_district,
    l.on_day, l.part, l.source, l.verified or l.confirmed_on is not null as verified, l.confirmed_on, l.document
  from reference.unit_link l
  join reference.unit u on u.code = l.to_code and u.valid_from = l.to_from
  left join reference.former_unit f on f.id = l.former_unit
  left join reference.unit w on w.code = l.from_code and w.valid_from = l.from_from
  where l.province = platform.current_province() and l.withdrawn_at is null`;

const wayFrom = (row: LinkRow): Way => ({
  link: row.id,
  code: row.from_code,
  from: row.from_from,
  until: row.from_until,
  name: row.from_name,
  kind: row.from_kind,
  district: row.from_district,
  ...linkOf(row),
});
const wayTo = (row: LinkRow): Way => ({
  link: row.id,
  code: row.to_code,
  from: row.to_from,
  until: row.to_until,
  name: row.to_name,
  kind: row.to_kind,
  district: row.to_district,
  ...linkOf(row),
});
const linkOf = (row: LinkRow) => ({
  onDay: row.on_day,
  part: row.part,
  source: row.source,
  verified: row.verified,
  confirmedOn: row.confirmed_on,
  document: row.document,
});

export async function waysOf(db: Db, { code, from }: UnitVersion): Promise<{ before: Way[]; after: Way[] }> {
  const before = await sql<LinkRow>`select * from (${linkRows}) l where to_code = ${code} and to_from = ${from}
    order by from_name collate "vi-x-icu", id`.execute(db);
  const after =
    await sql<LinkRow>`select * from (${linkRows}) l where former_unit is null and from_code = ${code} and from_from = ${from}
    order by to_name collate "vi-x-icu", id`.execute(db);
  return { before: before.rows.map(wayFrom), after: after.rows.map(wayTo) };
}

export async function linkPage(db: Db, filters: ParsedInputOf<typeof listUnitLinks>) {
  const { search, verified, part } = filters;
  const like = `%${plain(search ?? '').replaceAll(/[%_\\]/g, (mark) => `\\${mark}`)}%`;
  const wanted = sql`select * from (${linkRows}) l where platform.plain(from_name || ' ' || to_name) like ${like}
    and (${verified ?? null}::boolean is null or verified = ${verified ?? null}) and (${part ?? null}::text is null or part = ${part ?? null})`;
  const { rows } = await sql<LinkRow>`${wanted} order by from_name collate "vi-x-icu", to_name collate "vi-x-icu", id
    limit ${filters.size} offset ${offsetOf(filters)}`.execute(db);
  const counted = await sql<{ total: number; unverified: number }>`
    select (select count(*) from (${wanted}) w) as total, (select count(*) from (${linkRows}) l where not verified) as unverified`.execute(
    db,
  );
  return { rows, ...counted.rows[0]! };
}

const isVersion = async (db: Db, { code, from }: UnitVersion): Promise<boolean> =>
  (await versionsOf(db, code)).some(({ valid_from }) => valid_from === from);

type NewLink = ParsedInputOf<typeof recordUnitLink>;

async function isOrigin(db: Db, { former, from }: NewLink): Promise<boolean> {
  if (former === undefined) return from !== undefined && (await isVersion(db, from));
  const { rows } = await sql<{ id: string }>`select id from reference.former_unit
    where province = platform.current_province() and id = ${former}`.execute(db);
  return rows.length === 1;
}

const isListed = async (db: Db, { former, from, to }: NewLink): Promise<boolean> => {
  const { rows } = await sql<{ id: string }>`select id from reference.unit_link
    where withdrawn_at is null and to_code = ${to.code} and to_from = ${to.from}
      and former_unit is not distinct from ${former ?? null} and from_code is not distinct from ${from?.code ?? null}
      and from_from is not distinct from ${from?.from ?? null}::date`.execute(db);
  return rows.length > 0;
};

/** Both ends are units of this province, and it is not listed already. */
export async function linkObstacles(db: Db, given: NewLink): Promise<string[]> {
  return [
    ...((given.former === undefined) === (given.from === undefined) ? ['one-origin'] : []),
    ...((await isOrigin(db, given)) ? [] : ['origin-unknown']),
    ...((await isVersion(db, given.to)) ? [] : ['heir-unknown']),
    ...((await isListed(db, given)) ? ['listed-already'] : []),
  ];
}

/** One that was withdrawn before counts again. */
export async function saveLink(db: Db, given: NewLink, by: AccountId, today: Day) {
  const told = {
    on_day: given.onDay,
    part: given.part,
    source: given.document,
    verified: false,
    confirmed_on: today,
    confirmed_by: by,
    document: given.document,
    withdrawn_at: null,
    withdrawn_by: null,
    reason: null,
  };
  await placesIn(db)
    .insertInto('reference.unit_link')
    .values({
      id: given.id,
      province: currentProvince,
      former_unit: given.former ?? null,
      from_code: given.from?.code ?? null,
      from_from: given.from?.from ?? null,
      to_code: given.to.code,
      to_from: given.to.from,
      recorded_by: by,
      ...told,
    })
    .onConflict((conflict) => conflict.constraint('link_once').doUpdateSet(told))
    .execute();
}

export async function confirmLinks(
  db: Db,
  links: readonly string[],
  { document, by, today }: { document: string; by: AccountId; today: Day },
): Promise<number> {
  const rows = await placesIn(db)
    .updateTable('reference.unit_link')
    .set({ confirmed_on: today, confirmed_by: by, document })
    .where('province', '=', currentProvince)
    .where(sql<boolean>`id = any(${links}::uuid[])`)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .execute();
  if (rows.length < new Set(links).size) throw new Problem('not-found', 'places.unit-link.unknown');
  return rows.length;
}

export async function linkForChange(db: Db, link: string) {
  const row = await placesIn(db)
    .selectFrom('reference.unit_link')
    .select(['id', 'act_id', 'withdrawn_at'])
    .where('province', '=', currentProvince)
    .where('id', '=', link)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'places.unit-link.unknown');
  return row;
}

export const withdrawLink = (db: Db, link: string, by: AccountId, reason: string) =>
  placesIn(db)
    .updateTable('reference.unit_link')
    .set({ withdrawn_at: sql`now()`, withdrawn_by: by, reason })
    .where('province', '=', currentProvince)
    .where('id', '=', link)
    .execute();
