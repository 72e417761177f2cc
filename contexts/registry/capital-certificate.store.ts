import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { AccountId, MemberId, OrganisationId } from '#kernel/id.ts';
import { offsetOf, type Paging } from '#kernel/page.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { Amounts, CapitalForm } from './capital.ts';
import type { CapitalCertificateId } from './capital-certificate.ts';
import { registryIn } from './registry.tables.ts';

/** What is paid in which form, as the paper tells it. */
export type PaidForms = readonly { readonly form: CapitalForm; readonly paidVnd: number }[];

const rowsOf = (db: Db) =>
  registryIn(db)
    .selectFrom('registry.capital_certificate as c')
    .innerJoin('registry.member as m', 'm.id', 'c.member_id')
    .leftJoin('registry.capital_certificate as r', 'r.replaces_id', 'c.id')
    .select(['c.id', 'c.number', 'c.organisation_id', 'c.member_id as member', 'm.name', 'm.account_id as account'])
    .select(['c.issued_on as issuedOn', 'c.subscribed_vnd as subscribedVnd', 'c.paid_vnd as paidVnd', 'c.forms'])
    .select(['c.check_code as checkCode', 'c.withdrawn_on as withdrawnOn', 'c.withdrawn_why as withdrawnWhy'])
    .select('c.verify_token as verifyToken')
    .select(['r.number as replacedBy', 'm.subscribed_vnd as subscribedNow', 'm.contributed_vnd as paidNow']);
export type CapitalCertificateRecord = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>;

interface Which extends Paging {
  readonly organisation: OrganisationId;
  /** Only of these; undefined: of all. */
  readonly members: readonly MemberId[] | undefined;
}

export async function certificatePage(db: Db, { organisation, members, ...page }: Which) {
  if (members?.length === 0) return { items: [], total: 0 };
  const items = await rowsOf(db)
    .where('c.organisation_id', '=', organisation)
    .$if(members !== undefined, (rows) => rows.where('c.member_id', 'in', members!))
    .orderBy('c.number', 'desc')
    .limit(page.size)
    .offset(offsetOf(page))
    .execute();
  const { total } = await registryIn(db)
    .selectFrom('registry.capital_certificate as c')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('c.organisation_id', '=', organisation)
    .$if(members !== undefined, (rows) => rows.where('c.member_id', 'in', members!))
    .executeTakeFirstOrThrow();
  return { items, total };
}

/** The papers of whoever signs in with this account, the last one first. */
export const certificatesOfAccount = (db: Db, account: AccountId) =>
  rowsOf(db)
    .where('m.account_id', '=', account)
    .where('m.voided_by', 'is', null)
    .orderBy('c.issued_on', 'desc')
    .orderBy('c.number', 'desc')
    .limit(200)
    .execute();

export async function certificateRecord(db: Db, certificate: CapitalCertificateId): Promise<CapitalCertificateRecord> {
  const row = await rowsOf(db).where('c.id', '=', certificate).executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'registry.capital-certificate.unknown');
  return row;
}

/** What the code of a paper leads to, with the name of who issued it and nothing of whom it is about. */
export const findCertificateByToken = (db: Db, token: string) =>
  registryIn(db)
    .selectFrom('registry.capital_certificate as c')
    .innerJoin('registry.organisation as o', 'o.id', 'c.organisation_id')
    .leftJoin('registry.capital_certificate as r', 'r.replaces_id', 'c.id')
    .select(['c.number', 'c.issued_on as issuedOn', 'c.withdrawn_on as withdrawnOn', 'c.check_code as checkCode'])
    .select(['r.number as replacedBy', 'r.issued_on as replacedOn', 'o.name as organisation', 'o.provenance'])
    .where('c.verify_token', '=', token)
    .executeTakeFirst();

/** Papers of a member that are neither replaced nor withdrawn. */
export const standingOf = (db: Db, members: readonly MemberId[]) =>
  rowsOf(db)
    .where('c.member_id', 'in', [...members])
    .where('c.withdrawn_on', 'is', null)
    .where('r.id', 'is', null)
    .execute();

export interface NewCertificate extends Amounts {
  readonly id: CapitalCertificateId;
  readonly organisation: OrganisationId;
  readonly member: MemberId;
  readonly issuedOn: Day;
  readonly bookNumber: number;
  readonly forms: PaidForms;
  readonly replaces: CapitalCertificateId | null;
  readonly by: AccountId | null;
  /** The hash of what the paper says, once its number is known. */
  readonly checkCode: (number: number) => string;
}

/** The organisation is locked by whoever calls, so that numbers follow one another. */
export async function saveCapitalCertificate(db: Db, given: NewCertificate): Promise<number> {
  const { last } = await registryIn(db)
    .selectFrom('registry.capital_certificate')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), sql<number>`0`).as('last'))
    .where('organisation_id', '=', given.organisation)
    .executeTakeFirstOrThrow();
  const number = last + 1;
  await registryIn(db)
    .insertInto('registry.capital_certificate')
    .values({
      id: given.id,
      organisation_id: given.organisation,
      member_id: given.member,
      number,
      issued_on: given.issuedOn,
      book_number: given.bookNumber,
      subscribed_vnd: given.subscribedVnd,
      paid_vnd: given.paidVnd,
      forms: JSON.stringify(given.forms),
      check_code: given.checkCode(number),
      replaces_id: given.replaces,
      withdrawn_on: null,
      withdrawn_why: null,
      recorded_by: given.by,
    })
    .execute();
  return number;
}

export async function saveCapitalWithdrawal(
  db: Db,
  certificate: CapitalCertificateId,
  withdrawal: { readonly on: Day; readonly why: string },
): Promise<void> {
  await registryIn(db)
    .updateTable('registry.capital_certificate')
    .set({ withdrawn_on: withdrawal.on, withdrawn_why: withdrawal.why })
    .where('id', '=', certificate)
    .execute();
}

/** Who stood for the organisation on a day: the name under the signature. */
export const signerOn = (db: Db, organisation: OrganisationId, on: Day) =>
  registryIn(db)
    .selectFrom('registry.representative')
    .select(['name', 'title'])
    .where('organisation_id', '=', organisation)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', on)]))
    .orderBy('valid_from', 'desc')
    .executeTakeFirst();
