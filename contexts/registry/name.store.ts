import { sql } from 'kysely';
import type { Db } from '#platform/database/db.ts';
import type { OrganisationKind } from './organisation.ts';
import { closeness, holds } from './search.store.ts';

interface NameRow {
  readonly what: 'organisation' | 'unit' | 'commodity';
  readonly id: string;
  readonly name: string;
  readonly name_en: string | null;
  readonly name_th: string | null;
  readonly kind: OrganisationKind | null;
  readonly place: string | null;
  readonly former: boolean;
}

/** Everything public by name, nearest first. */
export async function namesLike(db: Db, search: string, size: number): Promise<NameRow[]> {
  const near = (name: string, plainName: string) => closeness(sql.raw(name), sql.raw(plainName), search);
  const { rows } = await sql<NameRow>`
    select what, id, name, name_en, name_th, kind, place, former from (
      (select 'organisation' as what, id::text, name, null as name_en, null as name_th, kind, unit_name as place, false as former,
              ${near('name', 'plain_name')} as distance
       from registry.published_organisation
       where province = platform.current_province() and survivor_id is null and ${holds(sql`plain_name`, search)}
       order by distance, name collate "vi-x-icu" limit ${size})
      union all
      (select 'unit', code, name, null, null, null, former_district, false, ${near('name', 'platform.plain(name)')} - 0.1
       from reference.unit
       where province = platform.current_province() and valid_until is null and ${holds(sql`platform.plain(name)`, search)})
      union all
      (select 'unit', id, name, null, null, null, former_district, true, ${near('name', 'plain_name')}
       from reference.former_unit
       where province = platform.current_province() and ${holds(sql`plain_name`, search)})
      union all
      (select 'commodity', id::text, name_vi, name_en, name_th, null, null, false, ${near('name_vi', 'plain_name')} - 0.1
       from registry.commodity
       where province = platform.current_province() and ${holds(sql`plain_name`, search)})
    ) found
    order by distance, length(name), name collate "vi-x-icu" limit ${size}`.execute(db);
  return rows;
}
