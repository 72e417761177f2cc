import { sql } from 'kysely';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import { plain } from '#kernel/text.ts';
import type { Db } from '#platform/database/db.ts';
import { registryIn } from './organisation.tables.ts';
import type { listOrganisations } from './organisation.wire.ts';

type Filters = ParsedInputOf<typeof listOrganisations>;

const collated = { name: sql`name collate "vi-x-icu"`, kind: sql`kind`, unit: sql`unit_name collate "vi-x-icu"` };

export async function organisationPage(db: Db, filters: Filters) {
  let rows = registryIn(db).selectFrom('registry.published_organisation');
  const { search, kind, status, field, unit } = filters;
  if (kind !== undefined) rows = rows.where('kind', '=', kind);
  if (status !== undefined) rows = rows.where('status', '=', status);
  if (unit !== undefined) rows = rows.where('unit_code', '=', unit);
  if (field !== undefined) rows = rows.where(sql<boolean>`${field} = any(fields)`);
  if (search !== undefined && search !== '') {
    const words = plain(search);
    rows = rows.where((eb) =>
      eb.or([
        eb('plain_name', 'like', `%${words.replaceAll(/[%_\\]/g, (mark) => `\\${mark}`)}%`),
        sql<boolean>`word_similarity(${words}, plain_name) >= 0.5`,
        eb('tax_number', '=', search),
      ]),
    );
  }
  const order = filters.order === 'desc' ? sql`desc` : sql`asc`;
  const [items, { total }] = await Promise.all([
    rows
      .select(['id', 'kind', 'name', 'status', 'fields', 'unit_code', 'unit_name', 'provenance'])
      .orderBy(sql`${collated[filters.sort]} ${order} nulls last`)
      .orderBy('id')
      .limit(filters.size)
      .offset(offsetOf(filters))
      .execute(),
    rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ]);
  return { items, total };
}
