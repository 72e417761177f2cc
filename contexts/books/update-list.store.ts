import { sql, type RawBuilder } from 'kysely';
import type { Day, Instant } from '#kernel/day.ts';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf, type Paging } from '#kernel/page.ts';
import type { UnitCode } from '#kernel/place.ts';
import { plain } from '#kernel/text.ts';
import { daysOfYear } from '#kernel/reporting-year.ts';
import type { Db } from '#platform/database/db.ts';
import { booksIn } from './books.tables.ts';
import type { Reach } from './update.access.ts';
import { reportingKinds, type UpdateForm } from './update-field.ts';
import type { ListedState } from './update.ts';
import type { listUpdates, ReminderId } from './update.wire.ts';

type Input = ParsedInputOf<typeof listUpdates>;

export interface Listing {
  readonly filters: Omit<Input, keyof Paging | 'year'>;
  readonly year: number;
  readonly reach: Reach;
  readonly today: Day;
  /** null: the day is not in the parameters, so nothing is overdue. */
  readonly deadlineOn: Day | null;
}

export interface ListedUpdate {
  readonly id: OrganisationId;
  readonly name: string;
  readonly kind: (typeof reportingKinds)[number];
  readonly unit_code: UnitCode | null;
  readonly unit_name: string | null;
  readonly state: ListedState;
  readonly form: UpdateForm | null;
  readonly edition: number | null;
  readonly changed_at: Instant | null;
  readonly has_figures: boolean;
  readonly is_overdue: boolean;
  readonly reminded_on: Day | null;
}

/**
 * Every organisation that reports for the year, with its update or without: by what it was on the day it was due, not by what
 * became of it since. Due is the update itself; figures that an officer entered from a sheet are shown, and hand nothing in.
 */
function reporting({ year, reach, today, deadlineOn }: Listing): RawBuilder<ListedUpdate> {
  const late = deadlineOn !== null && today > deadlineOn;
  const { until } = daysOfYear(year);
  const due = deadlineOn ?? until;
  return sql<ListedUpdate>`
    select o.id, o.name, o.plain_name, k.kind, o.unit_code, o.unit_name, u.form, u.edition, u.changed_at,
      coalesce(u.state, 'missing') as state, a.organisation_id is not null as has_figures,
      (${late} and coalesce(u.state, 'missing') not in ('submitted', 'accepted')) as is_overdue,
      (select max(r.reminded_on) from books.reminder r
       where r.province = o.province and r.organisation_id = o.id and r.year = ${year}) as reminded_on
    from registry.published_organisation o
    join registry.published_character(${today < due ? today : due}::date) k on k.province = o.province and k.organisation_id = o.id
    left join books.update u on u.province = o.province and u.organisation_id = o.id and u.year = ${year}
    left join registry.published_yearly_account a on a.province = o.province and a.organisation_id = o.id and a.year = ${year}
    where o.survivor_id is null and k.kind = any(${[...reportingKinds]}::text[]) and o.provenance <> 'reported' and k.status in ('operating', 'suspended', 'dissolving')
      and (o.founded_on is null or o.founded_on <= ${until}::date)
      and (${reach.everything} or o.unit_code = any(${[...reach.units]}::text[]) or o.id = any(${[...reach.organisations]}::uuid[]))`;
}

function conditions({ search, kind, unit, state, overdue }: Listing['filters']): RawBuilder<boolean> {
  const all: RawBuilder<boolean>[] = [sql<boolean>`true`];
  if (search) all.push(sql`l.plain_name like ${`%${plain(search).replaceAll(/([\\%_])/g, '\\$1')}%`}`);
  if (kind !== undefined) all.push(sql`l.kind = ${kind}`);
  if (unit !== undefined) all.push(sql`l.unit_code = ${unit}`);
  if (state !== undefined) all.push(sql`l.state = ${state}`);
  if (overdue !== undefined) all.push(sql`l.is_overdue = ${overdue}`);
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

const orders = {
  name: sql`l.name collate "vi-x-icu"`,
  unit: sql`l.unit_name collate "vi-x-icu"`,
  state: sql`array_position(array['missing', 'draft', 'returned', 'submitted', 'accepted'], l.state)`,
};

function orderOf(sort: Input['sort']): RawBuilder<unknown> {
  const key = (sort ?? 'name').replace(/^-/, '') as keyof typeof orders;
  return sql`${orders[key]} ${sort?.startsWith('-') ? sql`desc` : sql`asc`} nulls last, l.id`;
}

export async function updateRows(db: Db, listing: Listing, page?: Paging): Promise<ListedUpdate[]> {
  const cut = page === undefined ? sql`` : sql`limit ${page.size} offset ${offsetOf(page)}`;
  const { rows } = await sql<ListedUpdate>`
    with l as (${reporting(listing)})
    select l.* from l where ${conditions(listing.filters)} order by ${orderOf(listing.filters.sort)} ${cut}`.execute(
    db,
  );
  return rows;
}

/** How many there are by state, of everything the filters but the state leave. */
export async function updateCounts(db: Db, listing: Listing) {
  const { state: _, overdue: __, ...others } = listing.filters;
  const { rows } = await sql<{ state: ListedState; n: number; late: number; chosen: number }>`
    with l as (${reporting(listing)})
    select l.state, count(*) as n, count(*) filter (where l.is_overdue) as late,
      count(*) filter (where ${conditions({ ...listing.filters })}) as chosen
    from l where ${conditions(others)} group by l.state`.execute(db);
  const total = (of: 'late' | 'chosen'): number => rows.reduce((sum, row) => sum + row[of], 0);
  return {
    counts: Object.fromEntries(rows.map((row) => [row.state, row.n])) as Partial<Record<ListedState, number>>,
    overdue: total('late'),
    total: total('chosen'),
  };
}

export async function lastReminder(db: Db, organisation: OrganisationId, year: number): Promise<Day | null> {
  const row = await booksIn(db)
    .selectFrom('books.reminder')
    .select((eb) => eb.fn.max('reminded_on').as('on'))
    .where('organisation_id', '=', organisation)
    .where('year', '=', year)
    .executeTakeFirst();
  return row?.on ?? null;
}

export async function insertReminder(
  db: Db,
  {
    id,
    organisation,
    year,
    on,
    by,
  }: { id: ReminderId; organisation: OrganisationId; year: number; on: Day; by: AccountId },
): Promise<void> {
  await booksIn(db)
    .insertInto('books.reminder')
    .values({ id, organisation_id: organisation, year, reminded_on: on, recorded_by: by })
    .execute();
}
