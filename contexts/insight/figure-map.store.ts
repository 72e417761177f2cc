import { sql } from 'kysely';
import { formerKey, unitKey, type UnitLink } from '#kernel/succession.ts';
import type { Day } from '#kernel/day.ts';
import type { UnitCode, UnitKind } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { figureRows } from './figure-rows.store.ts';
import {
  placesOn,
  type FigureMap,
  type FormerUnit,
  type MapUnit,
  type Placed,
  type Seat,
  type Seated,
  type Share,
  type UnitMap,
} from './figure-map.ts';
import type { FigureKey } from './figure.ts';

/** What each organisation adds to a figure. */
export async function sharesOf(db: Db, key: FigureKey, asOf: Day): Promise<Share[]> {
  const { rows } = await sql<Share>`
    select r.seated as organisation, sum(r.value)::bigint as value, count(*)::bigint as rows
    from (${figureRows(key, { asOf, seated: null })}) r group by r.seated`.execute(db);
  return rows;
}

interface SeatRow {
  readonly organisation_id: string;
  readonly valid_from: Day;
  readonly unit_code: UnitCode | null;
  readonly unit_from: Day | null;
  readonly former_unit: string | null;
}

const seatOf = (row: SeatRow): Seat => ({
  from: row.valid_from,
  unit: row.unit_code === null ? null : { code: row.unit_code, from: row.unit_from! },
  former: row.former_unit,
});

/** All organisations with their seat of the day and the next one; two questions, since joined they are planned row by row. */
export async function seatedOn(db: Db, asOf: Day): Promise<Seated[]> {
  const { rows: all } = await sql<{ id: string }>`
    select id from registry.published_identity
    where province = platform.current_province() and stands_as_id = id`.execute(db);
  const { rows } = await sql<SeatRow>`
    select organisation_id, valid_from, unit_code, unit_from, former_unit from registry.published_seat
    where province = platform.current_province() and (valid_until is null or valid_until >= ${asOf}::date)
    order by valid_from`.execute(db);
  const seats = Map.groupBy(rows, ({ organisation_id }) => organisation_id);
  return all.map(({ id }) => {
    const seat = seats.get(id)?.findLast(({ valid_from }) => valid_from <= asOf);
    const next = seats.get(id)?.find(({ valid_from }) => valid_from > asOf);
    return {
      organisation: id,
      seat: seat === undefined ? null : seatOf(seat),
      next: next === undefined ? null : seatOf(next),
    };
  });
}

/** Where each organisation lay on a day, on either map. */
export async function placesOf(
  db: Db,
  at: { readonly map: FigureMap; readonly asOf: Day },
): Promise<ReadonlyMap<string, Placed>> {
  return placesOn(await seatedOn(db, at.asOf), await unitMap(db), at);
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
  const former = await sql<FormerUnit>`
    select id, name, kind, former_district as district, abolished_on - 1 as until from reference.former_unit
    where province = platform.current_province()`.execute(db);
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
    former: former.rows,
    links: links.rows.map(linkOf),
    steps: steps.rows.map((row) => ({
      organisation: row.organisation_id,
      from: { code: row.from_code, from: row.from_from },
      to: { code: row.to_code, from: row.to_from },
    })),
  };
}
