import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { UnitKind } from '#kernel/place.ts';
import { unitKey, type UnitVersion } from '#kernel/succession.ts';
import type { Db } from '#platform/database/db.ts';
import { placesIn } from './places.tables.ts';
import { currentProvince } from './unit-act.store.ts';

/** A unit that a unit went into, with the act by which it did. */
export interface DirectHeir extends UnitVersion {
  readonly name: string;
  readonly kind: UnitKind;
  readonly fromKind: UnitKind;
  readonly act: string;
  readonly day: Day;
  readonly document: string;
}

/** Of every unit that has ended: into which units it went. */
export async function heirsAfter(db: Db): Promise<Map<string, DirectHeir[]>> {
  const rows = await placesIn(db)
    .selectFrom('reference.unit_link as l')
    .innerJoin('reference.unit as was', (join) =>
      join.onRef('was.code', '=', 'l.from_code').onRef('was.valid_from', '=', 'l.from_from'),
    )
    .innerJoin('reference.unit as u', (join) =>
      join.onRef('u.code', '=', 'l.to_code').onRef('u.valid_from', '=', 'l.to_from'),
    )
    .select(['l.id', 'l.from_code', 'l.from_from', 'l.to_code', 'l.to_from', 'l.on_day', 'l.act_id', 'l.source'])
    .select(['u.name', 'u.kind', 'was.kind as was_kind'])
    .where('l.province', '=', currentProvince)
    .where('l.withdrawn_at', 'is', null)
    .where('l.from_code', 'is not', null)
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .execute();
  return Map.groupBy(
    rows.map((row) => ({
      of: unitKey({ code: row.from_code!, from: row.from_from! }),
      code: row.to_code,
      from: row.to_from,
      name: row.name,
      kind: row.kind,
      fromKind: row.was_kind,
      // A unit changed by the list of units, without an act of its own, is known by its link.
      act: row.act_id ?? row.id,
      day: row.on_day,
      document: row.source,
    })),
    ({ of }) => of,
  );
}

/** Seats of today that have a point of their own. */
export async function seatsWithPoint(db: Db) {
  const rows = await placesIn(db)
    .selectFrom('registry.published_seat as s')
    .innerJoin('registry.published_organisation as o', 'o.id', 's.organisation_id')
    .innerJoin('reference.unit as u', (join) =>
      join.onRef('u.code', '=', 's.unit_code').onRef('u.valid_from', '=', 's.unit_from'),
    )
    .select(['o.id', 'o.name', 's.lon', 's.lat', 'u.code', 'u.valid_from', 'u.name as unit_name', 'u.kind'])
    .where('s.valid_until', 'is', null)
    .where('s.lon', 'is not', null)
    .where('s.lat', 'is not', null)
    .where('u.valid_until', 'is', null)
    .orderBy(sql`o.name collate "vi-x-icu"`)
    .execute();
  return rows.map((row) => ({
    organisation: row.id satisfies OrganisationId,
    name: row.name,
    lon: row.lon!,
    lat: row.lat!,
    recorded: { code: row.code, from: row.valid_from, name: row.unit_name, kind: row.kind },
  }));
}
