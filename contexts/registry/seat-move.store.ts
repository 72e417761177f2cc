import { sql } from 'kysely';
import { addDays, type Day } from '#kernel/day.ts';
import { newId, type AccountId, type OrganisationId } from '#kernel/id.ts';
import type { UnitVersion } from '#kernel/succession.ts';
import type { Db } from '#platform/database/db.ts';
import type { OrganisationKind } from './organisation.ts';
import { notMerged } from './record-merger.store.ts';
import { registryIn } from './registry.tables.ts';

/** A seat recorded at a unit beyond the day on which that unit ended. */
export interface SeatBeyond {
  readonly organisation: OrganisationId;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly seatFrom: Day;
  readonly seatUntil: Day | null;
  readonly unit: UnitVersion & { readonly name: string; readonly until: Day };
  readonly address: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
}

const isReal = sql<boolean>`(p.valid_until is null or p.valid_until >= p.valid_from)`;

function seatsAt(db: Db, { code, from }: UnitVersion, day: Day) {
  return registryIn(db)
    .selectFrom('registry.organisation_place as p')
    .selectAll('p')
    .where('p.unit_code', '=', code)
    .where('p.unit_from', '=', from)
    .where(isReal)
    .where((eb) => eb.or([eb('p.valid_until', 'is', null), eb('p.valid_until', '>=', day)]));
}

/** How many seats lie in a unit from a day on. */
export async function seatCount(db: Db, unit: UnitVersion, day: Day): Promise<number> {
  const rows = await seatsAt(db, unit, day)
    .innerJoin('registry.organisation as o', 'o.id', 'p.organisation_id')
    .where('o.struck_at', 'is', null)
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return rows.n;
}

/** How many requests of organisations whose seats lie in a unit from a day on have not come to their end. */
export async function openRequestCount(db: Db, unit: UnitVersion, day: Day): Promise<number> {
  const { n } = await registryIn(db)
    .selectFrom('registry.change_request')
    .where('state', 'in', ['submitted', 'returned'])
    .where('organisation_id', 'in', seatsAt(db, unit, day).clearSelect().select('p.organisation_id'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** How many classes a unit has on a day: they end with it, and are not given to the one that follows. */
export async function unitClassCount(db: Db, { code, from }: UnitVersion, day: Day): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from registry.published_unit_class
    where province = platform.current_province() and unit_code = ${code} and unit_from = ${from}
      and (valid_until is null or valid_until >= ${day}::date - 1)`.execute(db);
  return rows[0]!.n;
}

/** How many memberships of today the organisations have whose seats lie in a unit from a day on. */
export async function memberCount(db: Db, unit: UnitVersion, day: Day): Promise<number> {
  const seats = await seatsAt(db, unit, day).clearSelect().select('p.organisation_id').execute();
  const organisations = seats.map(({ organisation_id }) => organisation_id);
  const rows = await registryIn(db)
    .selectFrom('registry.member')
    .where('left_on', 'is', null)
    .where(sql<boolean>`organisation_id = any(${organisations}::uuid[])`)
    .where(notMerged('member', 'registry.member.id'))
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return rows.n;
}

/** All seats that reach beyond the end of their unit: each waits for a person, or for its point to be found in a boundary. */
export async function seatsBeyond(db: Db): Promise<SeatBeyond[]> {
  const rows = await registryIn(db)
    .selectFrom('registry.organisation_place as p')
    .innerJoin('reference.unit as u', (join) =>
      join.onRef('u.code', '=', 'p.unit_code').onRef('u.valid_from', '=', 'p.unit_from'),
    )
    .innerJoin('registry.organisation as o', 'o.id', 'p.organisation_id')
    .select(['p.organisation_id', 'o.name', 'o.kind', 'p.valid_from', 'p.valid_until', 'p.address', 'p.lon', 'p.lat'])
    .select(['u.code', 'u.valid_from as unit_from', 'u.name as unit_name', 'u.valid_until as unit_until'])
    .where(isReal)
    .where('o.struck_at', 'is', null)
    .where('u.valid_until', 'is not', null)
    .where(sql<boolean>`(p.valid_until is null or p.valid_until > u.valid_until)`)
    .orderBy(sql`o.name collate "vi-x-icu"`)
    .orderBy('p.valid_from')
    .execute();
  return rows.map((row) => ({
    organisation: row.organisation_id,
    name: row.name,
    kind: row.kind,
    seatFrom: row.valid_from,
    seatUntil: row.valid_until,
    unit: { code: row.code, from: row.unit_from, name: row.unit_name, until: row.unit_until! },
    address: row.address,
    lon: row.lon,
    lat: row.lat,
  }));
}

export interface Moving {
  readonly act: string;
  readonly day: Day;
  readonly to: UnitVersion;
  readonly how: 'act' | 'person' | 'point';
  readonly by: AccountId;
}

type SeatRow = Awaited<ReturnType<ReturnType<typeof seatsAt>['execute']>>[number];

const seatOf = (db: Db, { organisation_id, valid_from }: Pick<SeatRow, 'organisation_id' | 'valid_from'>) =>
  registryIn(db)
    .updateTable('registry.organisation_place')
    .where('organisation_id', '=', organisation_id)
    .where('valid_from', '=', valid_from);

/** The seat stays where it stands; from the day on, that is in another unit. */
async function moveSeat(db: Db, seat: SeatRow, { act, day, to, how, by }: Moving): Promise<void> {
  const cut = seat.valid_from < day;
  const unit = { unit_code: to.code, unit_from: to.from, former_unit: null };
  if (cut) {
    await seatOf(db, seat)
      .set({ valid_until: addDays(day, -1) })
      .execute();
    const row = { valid_until: seat.valid_until, address: seat.address, lon: seat.lon, lat: seat.lat, ...unit };
    await registryIn(db)
      .insertInto('registry.organisation_place')
      .values({ organisation_id: seat.organisation_id, valid_from: day, ...row })
      .onConflict((conflict) => conflict.columns(['province', 'organisation_id', 'valid_from']).doUpdateSet(row))
      .execute();
  } else await seatOf(db, seat).set(unit).execute();
  await registryIn(db)
    .insertInto('registry.seat_move')
    .values({
      id: newId(),
      act_id: act,
      organisation_id: seat.organisation_id,
      seat_from: cut ? day : seat.valid_from,
      cut_from: cut ? seat.valid_from : null,
      from_code: seat.unit_code!,
      from_from: seat.unit_from!,
      to_code: to.code,
      to_from: to.from,
      how,
      moved_by: by,
    })
    .execute();
}

/** All seats of a unit that went wholly into another. */
export async function moveSeats(db: Db, from: UnitVersion, moving: Moving): Promise<number> {
  const seats = await seatsAt(db, from, moving.day).forUpdate().execute();
  for (const seat of seats) await moveSeat(db, seat, moving);
  return seats.length;
}

/** One seat of a divided unit, by the person or the point that says where it lies. False where it waits no longer. */
export async function assignSeat(
  db: Db,
  seat: { readonly organisation: OrganisationId; readonly seatFrom: Day; readonly unit: UnitVersion },
  moving: Moving,
): Promise<boolean> {
  const row = await seatsAt(db, seat.unit, moving.day)
    .where('p.organisation_id', '=', seat.organisation)
    .where('p.valid_from', '=', seat.seatFrom)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return false;
  await moveSeat(db, row, moving);
  return true;
}

const movesOf = (db: Db, act: string) =>
  registryIn(db)
    .selectFrom('registry.seat_move')
    .selectAll()
    .where('act_id', '=', act)
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .execute();

/** How many seats lie in these units that the act did not bring there, or were changed since it did. */
export async function seatsRestingOn(db: Db, act: string, units: readonly UnitVersion[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from registry.organisation_place p
    where p.province = platform.current_province() and ${isReal}
      and (p.unit_code, p.unit_from) in (select * from unnest(${units.map(({ code }) => code)}::text[], ${units.map(({ from }) => from)}::date[]))
      and not exists (select from registry.seat_move m where m.province = p.province and m.act_id = ${act} and m.undone_at is null
        and m.organisation_id = p.organisation_id and m.seat_from = p.valid_from and m.to_code = p.unit_code and m.to_from = p.unit_from)`.execute(
    db,
  );
  return rows[0]!.n;
}

/** Every seat the act moved lies again where it lay. */
export async function undoSeatMoves(db: Db, act: string): Promise<number> {
  const moves = await movesOf(db, act);
  for (const move of moves) {
    const moved = { organisation_id: move.organisation_id, valid_from: move.seat_from };
    const row = await registryIn(db)
      .selectFrom('registry.organisation_place')
      .select('valid_until')
      .where('organisation_id', '=', move.organisation_id)
      .where('valid_from', '=', move.seat_from)
      .executeTakeFirstOrThrow();
    const was = { unit_code: move.from_code, unit_from: move.from_from };
    if (move.cut_from === null) await seatOf(db, moved).set(was).execute();
    else {
      await seatOf(db, moved)
        .set({ valid_until: addDays(move.seat_from, -1), ...was })
        .execute();
      await seatOf(db, { organisation_id: move.organisation_id, valid_from: move.cut_from })
        .set({ valid_until: row.valid_until })
        .execute();
    }
  }
  await registryIn(db)
    .updateTable('registry.seat_move')
    .set({ undone_at: sql`now()` })
    .where('act_id', '=', act)
    .where('undone_at', 'is', null)
    .execute();
  return moves.length;
}
