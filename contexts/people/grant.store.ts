import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { AccountId, GrantId, OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import type { Province, UnitCode } from '#kernel/place.ts';
import { plain } from '#kernel/text.ts';
import type { Db } from '#platform/database/db.ts';
import type { PublishedOrganisation } from '#registry';
import { peopleIn } from './account.tables.ts';
import type { GrantScope } from './grant.access.ts';
import type { listGrants } from './grant.wire.ts';

const inForce = (today: Day) =>
  sql<boolean>`g.revoked_at is null and g.valid_from <= ${today} and (g.valid_until is null or g.valid_until >= ${today})`;

function within(scope: GrantScope) {
  if (scope.all) return sql<boolean>`true`;
  return sql<boolean>`(g.unit_code = any(${scope.units}::text[]) or o.unit_code = any(${scope.units}::text[])
    or g.organisation_id = any(${scope.organisations}::uuid[]))`;
}

type Filters = ParsedInputOf<typeof listGrants>;

function filtered(db: Db, filters: Filters, scope: GrantScope, today: Day) {
  let rows = peopleIn(db)
    .selectFrom('platform.access_grant as g')
    .innerJoin('auth.user as a', 'a.id', 'g.account_id')
    .leftJoin('registry.published_organisation as o', 'o.id', 'g.organisation_id')
    .leftJoin('reference.unit as u', (join) =>
      join
        .onRef('u.code', '=', 'g.unit_code')
        .on('u.valid_from', '<=', today)
        .on((eb) => eb.or([eb('u.valid_until', 'is', null), eb('u.valid_until', '>=', today)])),
    )
    .where(within(scope));
  if (filters.past !== true) rows = rows.where(inForce(today));
  if (filters.role !== undefined) rows = rows.where('g.role', '=', filters.role);
  if (filters.organisation !== undefined) rows = rows.where('g.organisation_id', '=', filters.organisation);
  if (filters.account !== undefined) rows = rows.where('g.account_id', '=', filters.account);
  // An auditor does not see names, so may not search by them either.
  if (filters.search !== undefined && filters.search !== '' && !scope.masked) {
    const like = `%${plain(filters.search).replaceAll(/[%_\\]/g, (mark) => `\\${mark}`)}%`;
    rows = rows.where(
      sql<boolean>`(platform.plain(a.name) like ${like} or a.email like ${like} or o.plain_name like ${like})`,
    );
  }
  return rows;
}

export async function grantPage(db: Db, filters: Filters, scope: GrantScope, today: Day) {
  const rows = filtered(db, filters, scope, today);
  const items = await rows
    .select([
      'g.id',
      'g.role',
      'g.account_id',
      'a.name as account_name',
      'a.email as account_email',
      'a.demonstration as account_demonstration',
      sql<boolean>`a."erasedAt" is not null`.as('account_erased'),
      sql<boolean>`exists (select from platform.access_grant other
        where other.province = g.province and other.account_id = g.account_id and other.revoked_at is null
          and (other.valid_until is null or other.valid_until >= ${today}))`.as('account_holds_role'),
      'g.organisation_id',
      'o.name as organisation_name',
      'o.unit_code as organisation_unit',
      'g.unit_code',
      'u.name as unit_name',
      'g.valid_from',
      'g.valid_until',
      'g.revoked_at',
      'g.reason',
    ])
    .orderBy(sql`a.name collate "vi-x-icu"`)
    .orderBy('g.id')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}

export const findGrantForChange = (db: Db, grant: GrantId) =>
  peopleIn(db)
    .selectFrom('platform.access_grant')
    .select(['id', 'account_id', 'role', 'organisation_id', 'unit_code', 'valid_until', 'revoked_at'])
    .where('id', '=', grant)
    .forUpdate()
    .executeTakeFirst();

/** The kind, name and seat of an organisation of the province; undefined when it has none of that id. */
export async function findOrganisationPlace(
  db: Db,
  organisation: OrganisationId | null,
): Promise<Pick<PublishedOrganisation, 'kind' | 'name' | 'unit_code'> | undefined> {
  if (organisation === null) return undefined;
  return peopleIn(db)
    .selectFrom('registry.published_organisation')
    .select(['kind', 'name', 'unit_code'])
    .where('id', '=', organisation)
    .executeTakeFirst();
}

const unitRowsOn = (db: Db, province: Province, today: Day) =>
  db
    .selectFrom('reference.unit')
    .select(['code', 'name'])
    .where('province', '=', province)
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', today)]));

export const unitsOn = (db: Db, province: Province, today: Day) =>
  unitRowsOn(db, province, today)
    .orderBy(sql`name collate "vi-x-icu"`)
    .execute();

export async function findUnitName(
  db: Db,
  province: Province,
  unit: UnitCode | null,
  today: Day,
): Promise<string | undefined> {
  if (unit === null) return undefined;
  return (await unitRowsOn(db, province, today).where('code', '=', unit).executeTakeFirst())?.name;
}

/** Ends the role at once, and with it the links its holder has handed out and nobody has used. */
export async function markRevoked(
  db: Db,
  grant: { readonly id: GrantId; readonly account_id: AccountId },
  by: AccountId,
  reason: string,
): Promise<void> {
  await peopleIn(db)
    .updateTable('platform.access_grant')
    .set({ revoked_at: sql`now()`, revoked_by: by, reason })
    .where('id', '=', grant.id)
    .execute();
  await peopleIn(db)
    .updateTable('platform.invitation')
    .set({ withdrawn_at: sql`now()`, withdrawn_by: by })
    .where('made_by', '=', grant.account_id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
}
