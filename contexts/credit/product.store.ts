import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { Trilingual } from '#kernel/fact.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { creditIn } from './credit.tables.ts';
import type { ProductId } from './product.ts';
import type { listProducts, publishProduct } from './product.wire.ts';

/** The three columns of a text as one value. */
export const named = <Column extends string>(
  row: Readonly<Record<`${Column}_${'vi' | 'en' | 'th'}`, string>>,
  column: Column,
): Trilingual => ({ vi: row[`${column}_vi`], en: row[`${column}_en`], th: row[`${column}_th`] });

const products = (db: Db) =>
  creditIn(db)
    .selectFrom('credit.loan_product as p')
    .innerJoin('credit.loan_product_version as v', (join) =>
      join.onRef('v.product_id', '=', 'p.id').onRef('v.version', '=', 'p.version'),
    )
    .innerJoin('registry.published_organisation as b', 'b.id', 'p.bank_id')
    .selectAll('v')
    .select(['p.id', 'p.bank_id', 'p.code', 'p.ended_on', 'p.provenance', 'b.name as bank_name']);

export async function productsOf(db: Db, { bank, closed }: ParsedInputOf<typeof listProducts>, today: Day) {
  let rows = products(db);
  if (closed !== true) rows = rows.where(sql<boolean>`(p.ended_on is null or p.ended_on > ${today}::date)`);
  if (bank !== undefined) rows = rows.where('p.bank_id', '=', bank);
  return rows
    .orderBy(sql`b.name collate "vi-x-icu"`)
    .orderBy('p.code')
    .execute();
}

export const findProduct = (db: Db, id: ProductId) => products(db).where('p.id', '=', id).executeTakeFirst();

export async function loadProduct(db: Db, id: ProductId) {
  const product = await findProduct(db, id);
  if (product === undefined) throw new Problem('not-found', 'credit.product.unknown');
  return product;
}
export type ProductRecord = Awaited<ReturnType<typeof loadProduct>>;

export const isCodeTaken = async (
  db: Db,
  { bank, code }: { readonly bank: OrganisationId; readonly code: string },
): Promise<boolean> =>
  (await creditIn(db)
    .selectFrom('credit.loan_product')
    .select('id')
    .where('bank_id', '=', bank)
    .where('code', '=', code)
    .executeTakeFirst()) !== undefined;

/** The product as it stood when a consent was given. */
export const productVersion = (db: Db, id: ProductId, version: number) =>
  creditIn(db)
    .selectFrom('credit.loan_product_version')
    .selectAll()
    .where('product_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();

/** Held against another publication at the same moment. */
export async function productForChange(db: Db, id: ProductId): Promise<ProductRecord> {
  await creditIn(db).selectFrom('credit.loan_product').select('id').where('id', '=', id).forUpdate().execute();
  return loadProduct(db, id);
}

type Published = ParsedInputOf<typeof publishProduct>;

export async function insertProductVersion(
  db: Db,
  published: Published,
  { version, by, on }: { readonly version: number; readonly by: string; readonly on: Day },
): Promise<void> {
  const { product: id, bank: bank_id, code, name, purpose } = published;
  if (version === 1)
    await creditIn(db).insertInto('credit.loan_product').values({ id, bank_id, code, version }).execute();
  await creditIn(db)
    .insertInto('credit.loan_product_version')
    .values({
      product_id: id,
      version,
      name_vi: name.vi,
      name_en: name.en,
      name_th: name.th,
      purpose_vi: purpose.vi,
      purpose_en: purpose.en,
      purpose_th: purpose.th,
      least_vnd: published.leastVnd,
      most_vnd: published.mostVnd,
      least_months: published.leastMonths,
      most_months: published.mostMonths,
      rate_bp: published.rateBp,
      secured: published.secured,
      conditions: JSON.stringify(published.conditions),
      source: published.source,
      verified: published.verified,
      valid_from: on,
      published_by: by,
    })
    .execute();
  if (version > 1)
    await creditIn(db).updateTable('credit.loan_product').set({ version }).where('id', '=', id).execute();
}

export const endProductOn = (db: Db, id: ProductId, on: Day) =>
  creditIn(db).updateTable('credit.loan_product').set({ ended_on: on }).where('id', '=', id).execute();

export async function loadOrganisation(db: Db, id: OrganisationId) {
  const organisation = await creditIn(db)
    .selectFrom('registry.published_organisation')
    .select(['id', 'name', 'kind', 'unit_code', 'tax_number', 'provenance'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (organisation === undefined) throw new Problem('not-found', 'credit.organisation.unknown');
  return organisation;
}

export async function banksNamed(db: Db, banks: readonly OrganisationId[]) {
  if (banks.length === 0) return [];
  return creditIn(db)
    .selectFrom('registry.published_organisation')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${banks}::uuid[])`)
    .where('kind', '=', 'bank')
    .where('survivor_id', 'is', null)
    .orderBy('name')
    .execute();
}

const borrowers = ['cooperative-group', 'cooperative', 'union', 'farm', 'household-business', 'enterprise'] as const;

/** The organisations somebody runs that could borrow. */
export async function managedBorrowers(db: Db, actor: Actor) {
  const managed = actor.grants.flatMap(({ role, organisation }) =>
    organisation !== null && (role === 'organisation-manager' || role === 'buyer') ? [organisation] : [],
  );
  if (managed.length === 0) return [];
  return creditIn(db)
    .selectFrom('registry.published_organisation')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${managed}::uuid[])`)
    .where('kind', 'in', borrowers)
    .where('survivor_id', 'is', null)
    .where('provenance', '<>', 'reported')
    .orderBy('name')
    .execute();
}
