import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import { plain } from '#kernel/text.ts';
import type { Db } from '#platform/database/db.ts';
import { consents } from './consent.store.ts';
import type { listDesk } from './desk.wire.ts';
import type { ConsentId } from './dossier.ts';

const desk = (db: Db, banks: readonly OrganisationId[], today: Day) =>
  consents(db)
    .innerJoin('credit.dossier as d', 'd.id', 'c.dossier_id')
    .innerJoin('registry.published_organisation as o', 'o.id', 'c.organisation_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('credit.answer as a')
          .select(['a.kind', 'a.reply'])
          .whereRef('a.consent_id', '=', 'c.id')
          .orderBy('a.answered_at', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .where(sql<boolean>`c.bank_id = any(${banks}::uuid[])`)
    .where('c.ended_at', 'is', null)
    .where('c.until_day', '>=', today)
    .select(['d.number', 'd.state', 'o.name as organisation_name', 'last.kind as last_answer', 'last.reply'])
    .select(sql<string | null>`(select max(l.at) from credit.look l where l.consent_id = c.id)`.as('last_look_at'));
export type DeskRecord = Awaited<ReturnType<ReturnType<typeof desk>['execute']>>[number];

const unanswered = sql<boolean>`(last.kind is null and d.state = 'shared')`;

const holding = (search: string) => {
  const words = `%${plain(search).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql<boolean>`(o.plain_name like ${words} or platform.plain(d.number) like ${words})`;
};

type DeskFilters = ParsedInputOf<typeof listDesk>;

const sorts = {
  given: sql`c.given_on`,
  until: sql`c.until_day`,
  organisation: sql`o.name collate "vi-x-icu"`,
  wanted: sql`c.wanted_vnd`,
} as const;

export async function deskPage(
  db: Db,
  { banks, today }: { readonly banks: readonly OrganisationId[]; readonly today: Day },
  filters: DeskFilters,
) {
  const { search, waiting, sort } = filters;
  let rows = desk(db, banks, today);
  if (waiting === true) rows = rows.where(unanswered);
  if (search !== undefined && search !== '') rows = rows.where(holding(search));
  const items = await rows
    .orderBy(sql`${sorts[sort.replace('-', '') as keyof typeof sorts]} ${sort.startsWith('-') ? sql`desc` : sql`asc`}`)
    .orderBy('c.id', 'desc')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { items, total };
}

export const deskRowOf = (db: Db, consent: ConsentId, banks: readonly OrganisationId[], today: Day) =>
  desk(db, banks, today).where('c.id', '=', consent).executeTakeFirstOrThrow();
