import { sql } from 'kysely';
import { newId, type CommodityId, type VarietyId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { registryIn } from './registry.tables.ts';

/** The list that comes along, each with the province's own row where it has one. */
export async function listedCommodities(db: Db) {
  const rows = await registryIn(db)
    .selectFrom('reference.commodity as l')
    .leftJoin('registry.commodity as c', 'c.code', 'l.code')
    .selectAll('l')
    .select('c.id as commodity')
    .orderBy(sql`l.name_vi collate "vi-x-icu"`)
    .execute();
  const units = await registryIn(db)
    .selectFrom('reference.trade_unit')
    .selectAll()
    .orderBy('usual', 'desc')
    .orderBy('qty')
    .execute();
  return { rows, units };
}
type Listed = Awaited<ReturnType<typeof listedCommodities>>;

/** What comes along was so before anybody wrote it down. */
const since = '2000-01-01' as never;

export async function saveAccepted(
  db: Db,
  { rows, units }: Listed,
  ids: ReadonlyMap<string, CommodityId>,
): Promise<number> {
  const wanted = rows.filter(({ code, commodity }) => commodity === null && ids.has(code));
  if (wanted.length === 0) return 0;
  const house = registryIn(db);
  await house
    .insertInto('registry.commodity')
    .values(
      wanted.map(
        ({ commodity: _own, unit_set: _set, varieties: _varieties, source: _source, verified: _read, ...row }) => ({
          ...row,
          id: ids.get(row.code)!,
          yield_verified: false,
          gtin: null,
        }),
      ),
    )
    .execute();
  await house
    .insertInto('registry.trade_unit')
    .values(
      wanted.flatMap((row) =>
        units
          .filter(({ unit_set }) => unit_set === row.unit_set)
          .map(({ unit_set: _set, source: _source, verified: _read, ...unit }) => ({
            ...unit,
            commodity_id: ids.get(row.code)!,
            valid_from: since,
            valid_until: null,
          })),
      ),
    )
    .execute();
  const varieties = wanted.flatMap((row) =>
    row.varieties.map(([name_vi, name_en, name_th]) => ({
      id: newId<VarietyId>(),
      commodity_id: ids.get(row.code)!,
      name_vi,
      name_en,
      name_th,
    })),
  );
  if (varieties.length > 0) await house.insertInto('registry.variety').values(varieties).execute();
  return wanted.length;
}
