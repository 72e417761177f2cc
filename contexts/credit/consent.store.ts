import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { creditIn } from './credit.tables.ts';
import type { ConsentId, DossierId } from './dossier.ts';
import type { ProductId } from './product.ts';

export const consents = (db: Db) =>
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
