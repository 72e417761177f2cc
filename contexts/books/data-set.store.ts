import { sql } from 'kysely';
import type { DataSet } from '#platform/spreadsheet/data-set.ts';
import type { Reach } from './update.access.ts';

const within = ({ everything, units, organisations }: Reach) =>
  sql<boolean>`(${everything} or o.unit_code = any(${[...units]}::text[]) or o.id = any(${[...organisations]}::uuid[]))`;

const of = (table: string) => sql`
  registry.published_organisation o on o.province = ${sql.ref(`${table}.province`)} and o.id = ${sql.ref(`${table}.organisation_id`)}
    and o.survivor_id is null`;

const newestCards = (card: 'rating' | 'size', reach: Reach) => sql`
  select distinct on (s.organisation_id, s.year) o.id, o.name, o.unit_name, s.year::int as year, s.class, s.result
  from books.scorecard s
  join ${of('s')}
  where s.province = platform.current_province() and s.card = ${card} and ${within(reach)}
  order by s.organisation_id, s.year, s.number desc`;

export const ratingSet = (reach: Reach): DataSet => sql`
  select c.name as organisation, c.unit_name as unit, c.year, c.class, (c.result ->> 'totalPoints')::float8 as total, l.criterion as number,
    'c' || l.criterion as criterion, l.part, l.most, l.self, l.checked, l.source, l.verified::text as verified
  from (${newestCards('rating', reach)}) c
  left join lateral rows from (jsonb_to_recordset(c.result -> 'lines') as (criterion int, part text, most float8, self float8,
    checked float8, source text, verified boolean)) with ordinality l on true
  order by c.name collate "vi-x-icu", c.id, c.year, l.ordinality`;

export const sizeSet = (reach: Reach): DataSet => sql`
  select c.name as organisation, c.unit_name as unit, c.year, c.class, r.row ->> 'row' as row, x.condition ->> 'what' as what,
    (x.condition ->> 'needed')::float8 as needed, (x.condition ->> 'found')::float8 as found, x.condition ->> 'outcome' as outcome,
    r.row ->> 'source' as source, r.row ->> 'verified' as verified
  from (${newestCards('size', reach)}) c
  left join lateral jsonb_array_elements(c.result -> 'rows') with ordinality r (row, at) on true
  left join lateral jsonb_array_elements(r.row -> 'conditions') with ordinality x (condition, at) on true
  order by c.name collate "vi-x-icu", c.id, c.year, r.at, x.at`;

export const lineSet = (reach: Reach): DataSet => sql`
  select o.name as organisation, o.unit_name as unit, b.year::int as year, l.line, l.external_vnd as "externalVnd", l.internal_vnd as "internalVnd",
    coalesce(l.total_vnd, l.external_vnd + l.internal_vnd) as "totalVnd", b.source
  from books.year_book b
  join ${of('b')}
  join books.year_book_line l on l.province = b.province and l.organisation_id = b.organisation_id and l.year = b.year and l.version = b.version
  where b.province = platform.current_province() and ${within(reach)}
    and not exists (select from books.year_book n where n.province = b.province and n.organisation_id = b.organisation_id and n.year = b.year
      and n.version > b.version)
  order by o.name collate "vi-x-icu", o.id, b.year, l.line`;

export const patronageSet = (reach: Reach): DataSet => sql`
  select o.name as organisation, o.unit_name as unit, extract(year from p.on_day)::int as year, p.on_day as "onDay", p.amount_vnd as "amountVnd",
    (p.member_id is not null)::text as traced, p.untraced
  from books.patronage p
  join ${of('p')}
  where p.province = platform.current_province() and ${within(reach)}
  order by p.on_day, p.settlement_id, p.position`;
