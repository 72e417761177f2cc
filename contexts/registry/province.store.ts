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
