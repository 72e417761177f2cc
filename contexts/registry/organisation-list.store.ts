import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf, type Paging } from '#kernel/page.ts';
import { closedYear } from '#kernel/reporting-year.ts';
import { taxNumberDigits } from '#kernel/tax-number.ts';
import type { Db } from '#platform/database/db.ts';
import type { ClassReach } from './organisation.access.ts';
import { notComputed, type RatingClass, type SizeClass } from './organisation-class.ts';
import type { PublishedOrganisation } from './organisation.tables.ts';
import type { OrganisationKind } from './organisation.ts';
import type { listOrganisations } from './organisation.wire.ts';
import { registryIn } from './registry.tables.ts';
import { closeness, holds } from './search.store.ts';

export interface OrganisationListing {
  readonly filters: Omit<ParsedInputOf<typeof listOrganisations>, keyof Paging>;
  /** Whose size and rating may be told. */
  readonly reach: ClassReach;
  readonly today: Day;
}

type Listed = Pick<
  PublishedOrganisation,
  | 'province'
  | 'id'
  | 'kind'
  | 'legal_form'
  | 'name'
  | 'plain_name'
  | 'tax_number'
  | 'status'
  | 'fields'
  | 'founded_on'
  | 'provenance'
  | 'unit_code'
  | 'unit_name'
  | 'former_district'
  | 'address'
  | 'survivor_id'
>;

/** Every organisation as it was on a day, as the figures of that day count it, with the seat it had. */
const onDay = (on: Day): RawBuilder<Listed> => sql<Listed>`(
  select d.*, platform.plain(d.name) as plain_name, u.code as unit_code, coalesce(u.name, f.name) as unit_name,
    coalesce(u.former_district, f.former_district) as former_district, p.address
  from registry.published_organisation_on(${on}::date) d
  left join lateral (
    select s.unit_code, s.unit_from, s.former_unit, s.address from registry.organisation_place s
    where s.province = d.province and s.organisation_id = d.id and s.valid_from <= ${on}::date
      and (s.valid_until is null or (s.valid_until >= ${on}::date and s.valid_until >= s.valid_from))
    order by s.valid_until desc nulls first limit 1
  ) p on true
  left join reference.unit u on u.code = p.unit_code and u.valid_from = p.unit_from
  left join reference.former_unit f on f.id = p.former_unit)`;

const asToday: RawBuilder<Listed> = sql<Listed>`registry.published_organisation`;

/** Cooperatives and unions are classed; of others there is nothing to compute. */
const within = ({ everything, units, organisations }: ClassReach) =>
  sql<boolean>`(o.kind in ('cooperative', 'union') and (${everything} or o.unit_code = any(${[...units]}::text[]) or o.id = any(${[...organisations]}::uuid[])))`;

/** The newest year that had ended on the day; a running year has no class yet. */
const classOf = <Class>(card: 'size' | 'rating', { reach, filters, today }: OrganisationListing) => sql<{
  class: Class | null;
  year: number | null;
} | null>`
  case when ${within(reach)} then coalesce((
    select jsonb_build_object('class', c.class, 'year', c.year) from registry.organisation_class c
    where c.province = o.province and c.organisation_id = o.id and c.card = ${card}
      and c.year <= ${closedYear(filters.asOf ?? today)}
    order by c.year desc limit 1), '{"class": null, "year": null}') end`;

function hasClass(card: 'size' | 'rating', wanted: string, listing: OrganisationListing): RawBuilder<boolean> {
  const found = sql`${classOf(card, listing)}->>'class'`;
  const is = wanted === notComputed ? sql`${found} is null` : sql`${found} = ${wanted}`;
  return sql<boolean>`(${within(listing.reach)} and (${is}))`;
}

function matchingOrganisations(db: Db, listing: OrganisationListing) {
  const { search, kind, status, field, unit, district, sizeClass, rating, asOf } = listing.filters;
  const source = asOf === undefined || asOf >= listing.today ? asToday : onDay(asOf);
  let rows = registryIn(db)
    .selectFrom(source.as('o'))
    .where('o.province', '=', sql<never>`platform.current_province()`)
    .where('o.survivor_id', 'is', null);
  if (kind !== undefined) rows = rows.where('o.kind', '=', kind);
  if (status !== undefined) rows = rows.where('o.status', '=', status);
  if (unit !== undefined) rows = rows.where('o.unit_code', '=', unit);
  if (district !== undefined) rows = rows.where('o.former_district', '=', district);
  if (field !== undefined) rows = rows.where(sql<boolean>`${field} = any(o.fields)`);
  if (sizeClass !== undefined) rows = rows.where(hasClass('size', sizeClass, listing));
  if (rating !== undefined) rows = rows.where(hasClass('rating', rating, listing));
  if (search) {
    rows = rows.where(sql<boolean>`(${holds(sql`o.plain_name`, search)} or o.tax_number = ${taxNumberDigits(search)})`);
  }
  return rows;
}

const collated = { name: sql`o.name collate "vi-x-icu"`, kind: sql`o.kind`, unit: sql`o.unit_name collate "vi-x-icu"` };

/** The collective economy's own come first; whom they trade with stands behind. */
const ownKinds = ['cooperative-group', 'cooperative', 'union'] satisfies OrganisationKind[];

function organisationOrder({ sort, search }: OrganisationListing['filters']) {
  if (sort === undefined && search)
    return sql`${closeness(sql`o.name`, sql`o.plain_name`, search)}, o.name collate "vi-x-icu"`;
  if (sort === undefined) return sql`not (o.kind = any(${ownKinds})), o.name collate "vi-x-icu"`;
  const key = sort.replace(/^-/, '') as keyof typeof collated;
  return sql`${collated[key]} ${sort.startsWith('-') ? sql`desc` : sql`asc`} nulls last`;
}

export async function organisationPage(db: Db, listing: OrganisationListing, page: Paging) {
  const rows = matchingOrganisations(db, listing);
  const items = await rows
    .select(['o.id', 'o.kind', 'o.name', 'o.status', 'o.fields', 'o.unit_code', 'o.unit_name', 'o.provenance'])
    .select([classOf<SizeClass>('size', listing).as('sizeClass'), classOf<RatingClass>('rating', listing).as('rating')])
    .orderBy(organisationOrder(listing.filters))
    .orderBy('o.id')
    .limit(page.size)
    .offset(offsetOf(page))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}

const batch = 2_000;

/** All organisations that match, in the order of the list, few at a time. */
export async function* organisationRows(db: Db, listing: OrganisationListing) {
  for (let offset = 0; ; offset += batch) {
    const rows = await matchingOrganisations(db, listing)
      .select(['o.id', 'o.kind', 'o.legal_form', 'o.name', 'o.tax_number', 'o.status', 'o.fields', 'o.founded_on'])
      .select(['o.unit_name', 'o.former_district', 'o.address', 'o.provenance'])
      .select([
        classOf<SizeClass>('size', listing).as('sizeClass'),
        classOf<RatingClass>('rating', listing).as('rating'),
      ])
      .orderBy(organisationOrder(listing.filters))
      .orderBy('o.id')
      .limit(batch)
      .offset(offset)
      .execute();
    yield* rows;
    if (rows.length < batch) return;
  }
}
