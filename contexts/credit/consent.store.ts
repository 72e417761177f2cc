import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { offsetOf, type Paging } from '#kernel/page.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { creditIn } from './credit.tables.ts';
import type { ConsentId, DossierId } from './dossier.ts';
import type { ProductId } from './product.ts';

const consents = (db: Db) =>
  creditIn(db)
    .selectFrom('credit.consent as c')
    .innerJoin('registry.published_organisation as b', 'b.id', 'c.bank_id')
    .innerJoin('credit.loan_product_version as v', (join) =>
      join.onRef('v.product_id', '=', 'c.product_id').onRef('v.version', '=', 'c.product_version'),
    )
    .selectAll('c')
    .select(['b.name as bank_name', 'v.name_vi', 'v.name_en', 'v.name_th']);

export const consentsOf = (db: Db, dossier: DossierId) =>
  consents(db).where('c.dossier_id', '=', dossier).orderBy('c.given_at', 'desc').execute();
export type ConsentRecord = Awaited<ReturnType<typeof consentsOf>>[number];

export async function loadConsent(db: Db, id: ConsentId): Promise<ConsentRecord> {
  const consent = await consents(db).where('c.id', '=', id).executeTakeFirst();
  if (consent === undefined) throw new Problem('not-found', 'credit.consent.unknown');
  return consent;
}

/** The consent by which one of these banks may see the dossier today. */
export async function standingConsent(
  db: Db,
  dossier: DossierId,
  banks: readonly OrganisationId[],
  today: Day,
): Promise<ConsentRecord | undefined> {
  if (banks.length === 0) return undefined;
  return consents(db)
    .where('c.dossier_id', '=', dossier)
    .where(sql<boolean>`c.bank_id = any(${banks}::uuid[])`)
    .where('c.ended_at', 'is', null)
    .where('c.until_day', '>=', today)
    .executeTakeFirst();
}

interface Given {
  readonly id: ConsentId;
  readonly dossier: DossierId;
  readonly organisation: OrganisationId;
  readonly bank: OrganisationId;
  readonly product: ProductId;
  readonly version: number;
  readonly purpose: string;
  readonly amountVnd: number;
  readonly months: number;
  readonly until: Day;
  readonly by: string;
  readonly on: Day;
}

export const insertConsent = (db: Db, given: Given) =>
  creditIn(db)
    .insertInto('credit.consent')
    .values({
      id: given.id,
      dossier_id: given.dossier,
      organisation_id: given.organisation,
      bank_id: given.bank,
      product_id: given.product,
      product_version: given.version,
      purpose: given.purpose,
      wanted_vnd: given.amountVnd,
      wanted_months: given.months,
      until_day: given.until,
      given_by: given.by,
      given_on: given.on,
    })
    .execute();

export const endConsent = (db: Db, id: ConsentId, how: 'withdrawn' | 'expired') =>
  creditIn(db)
    .updateTable('credit.consent')
    .set({ ended_at: sql`now()`, ended_how: how })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();

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

export async function deskPage(
  db: Db,
  { banks, today }: { readonly banks: readonly OrganisationId[]; readonly today: Day },
  filters: Paging & { readonly waiting?: boolean | undefined },
) {
  let rows = desk(db, banks, today);
  if (filters.waiting === true) rows = rows.where(unanswered);
  const items = await rows
    .orderBy('c.given_on', 'desc')
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
