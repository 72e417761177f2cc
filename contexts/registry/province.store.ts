import { sql } from 'kysely';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { registryIn } from './registry.tables.ts';

export async function provinceName(db: Db, code: Province): Promise<string> {
  const { name } = await registryIn(db)
    .selectFrom('reference.province')
    .select('full_name as name')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  return name;
}

/** The whole national list, by name. */
export const provincesByName = (db: Db): Promise<{ code: Province; name: string }[]> =>
  registryIn(db)
    .selectFrom('reference.province')
    .select(['code', 'name'])
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute();

/** Who speaks where no organisation does: the province served here, and whether all of it is made up. */
export async function provinceOf(db: Db): Promise<{ readonly issuer: string; readonly synthetic: boolean }> {
  const row = await registryIn(db)
    .selectFrom('platform.tenant as t')
    .innerJoin('reference.province as p', 'p.code', 't.province')
    .select(['p.full_name as issuer', 't.demonstration as synthetic'])
    .where('t.province', '=', sql<Province>`platform.current_province()`)
    .executeTakeFirstOrThrow();
  return row;
}
