import { sql } from 'kysely';
import { formerKey, unitKey, type UnitLink } from '#kernel/succession.ts';
import type { Day } from '#kernel/day.ts';
import type { UnitCode, UnitKind } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { figureRows } from './figure-rows.store.ts';
import type { MapUnit, Share, UnitMap } from './figure-map.ts';
import type { FigureKey } from './figure.ts';

interface ShareRow {
  readonly organisation: string;
  readonly value: number;
  readonly row_count: number;
  readonly unit_code: UnitCode | null;
  readonly unit_from: Day | null;
}

/** What each organisation adds to a figure, with the seat it had on the day. */
export async function sharesOf(db: Db, key: FigureKey, asOf: Day): Promise<Share[]> {
  const { rows } = await sql<ShareRow>`
    select r.seated as organisation, sum(r.value)::bigint as value, count(*)::bigint as row_count, s.unit_code, s.unit_from
    from (${figureRows(key, { asOf, unit: null })}) r
    left join registry.published_seat s on s.province = platform.current_province() and s.organisation_id = r.seated
      and s.valid_from <= ${asOf}::date and (s.valid_until is null or s.valid_until >= ${asOf}::date)
    group by r.seated, s.unit_code, s.unit_from`.execute(db);
  return rows.map(({ organisation, value, row_count, unit_code, unit_from }) => ({
    organisation,
    value,
    rows: row_count,
    seat: unit_code === null ? null : { code: unit_code, from: unit_from! },
  }));
}

interface LinkRow {
  readonly former_unit: string | null;
  readonly from_code: UnitCode | null;
  readonly from_from: Day | null;
  readonly to_code: UnitCode;
  readonly to_from: Day;
  readonly whole: boolean;
  readonly verified: boolean;
}

const linkOf = (row: LinkRow): UnitLink => ({
  from: row.former_unit === null ? unitKey({ code: row.from_code!, from: row.from_from! }) : formerKey(row.former_unit),
  to: { code: row.to_code, from: row.to_from },
  whole: row.whole,
  verified: row.verified,
});

/** The units of the province in time, and which seats came from one to another. */
export async function unitMap(db: Db): Promise<UnitMap> {
  const units = await sql<MapUnit & { kind: UnitKind }>`
    select code, valid_from as "from", valid_until as until, name, kind from reference.unit
    where province = platform.current_province() and (valid_until is null or valid_until >= valid_from)`.execute(db);
  const links = await sql<LinkRow>`
    select former_unit, from_code, from_from, to_code, to_from, part = 'whole' as whole, verified or confirmed_on is not null as verified
    from reference.unit_link where province = platform.current_province() and withdrawn_at is null`.execute(db);
  const steps = await sql<{
    organisation_id: string;
    from_code: UnitCode;
    from_from: Day;
    to_code: UnitCode;
    to_from: Day;
  }>`
    select organisation_id, from_code, from_from, to_code, to_from from registry.published_seat_move
    where province = platform.current_province() order by moved_at`.execute(db);
  return {
    units: units.rows,
    links: links.rows.map(linkOf),
    steps: steps.rows.map((row) => ({
      organisation: row.organisation_id,
      from: { code: row.from_code, from: row.from_from },
      to: { code: row.to_code, from: row.to_from },
    })),
  };
}
