import { sql } from 'kysely';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import type { SessionTables } from '#platform/session/session.tables.ts';
import type { LookId } from './member.wire.ts';
import { isPersonNumber, personKinds, type OrganisationKind } from './organisation.ts';
import { encrypted, personalIndex } from './personal.cipher.ts';
import { registryIn } from './registry.tables.ts';

export interface NumberColumns {
  readonly tax_number: string | null;
  readonly tax_number_cipher: Buffer | null;
  readonly tax_number_hmac: Buffer | null;
}

/** Finds the number again among tax numbers; not among the national ids of members, which are its like. */
export const numberPrint = (number: string, province: number): Buffer =>
  personalIndex(`tax-number:${number}`, province);

/** A company's number is public and stands as it is; a person's is sealed to the row. */
export const sealedNumber = (number: string | null, organisation: string, province: number): NumberColumns =>
  number !== null && isPersonNumber(number)
    ? {
        tax_number: null,
        tax_number_cipher: encrypted(number, organisation),
        tax_number_hmac: numberPrint(number, province),
      }
    : { tax_number: number, tax_number_cipher: null, tax_number_hmac: null };

export async function provinceOf(db: Db): Promise<Province> {
  const { rows } = await sql<{ province: Province }>`select platform.current_province() as province`.execute(db);
  return rows[0]!.province;
}

/** How a tax number is written down in the province of the transaction. */
export const numberColumns = async (
  db: Db,
  organisation: OrganisationId,
  number: string | null,
): Promise<NumberColumns> => sealedNumber(number, organisation, isPersonNumber(number) ? await provinceOf(db) : 0);

/** A number as it is sealed, with the row it is sealed to. */
export interface SealedNumber {
  readonly row: OrganisationId;
  readonly cipher: Buffer;
}

interface Numbered {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  readonly tax_number: string | null;
  readonly tax_number_cipher: Buffer | null;
}

/** The record's own, or where it tells no number at all that of the first record merged into it; other kinds have none. */
export async function personNumberOf(db: Db, record: Numbered): Promise<SealedNumber | null> {
  if (record.tax_number_cipher !== null) return { row: record.id, cipher: record.tax_number_cipher };
  if (record.tax_number !== null || !personKinds.includes(record.kind)) return null;
  const merged = await registryIn(db)
    .selectFrom('registry.record_merger as m')
    .innerJoin('registry.organisation as o', 'o.id', 'm.merged_id')
    .select(['o.id', 'o.tax_number_cipher'])
    .where('m.subject', '=', 'organisation')
    .where('m.shown_as_id', '=', record.id)
    .where('m.undone_at', 'is', null)
    .where('o.tax_number_cipher', 'is not', null)
    .orderBy('m.merged_at')
    .orderBy('m.id')
    .executeTakeFirst();
  return merged === undefined ? null : { row: merged.id, cipher: merged.tax_number_cipher! };
}

/** Keeps who looked at whose number. */
export async function saveNumberLook(
  db: Db,
  look: {
    readonly id: LookId;
    readonly organisation: OrganisationId;
    readonly purpose: string;
    readonly by: AccountId;
  },
): Promise<void> {
  await registryIn(db)
    .insertInto('registry.personal_look')
    .values({
      id: look.id,
      member_id: null,
      organisation_id: look.organisation,
      field: 'person-number',
      way: 'shown',
      purpose: look.purpose,
      filter: null,
      row_count: null,
      looked_by: look.by,
    })
    .execute();
}

const minutes = 5;

export const findNumberLook = (db: Db, look: LookId) =>
  registryIn(db)
    .selectFrom('registry.personal_look')
    .select(['organisation_id', 'looked_by'])
    .select(sql<boolean>`looked_at > now() - make_interval(mins => ${minutes})`.as('fresh'))
    .where('id', '=', look)
    .where('field', '=', 'person-number')
    .$narrowType<{ organisation_id: OrganisationId }>()
    .executeTakeFirst();

export const numberLooksAt = (db: Db, organisation: OrganisationId) =>
  registryIn(db)
    .$extendTables<SessionTables>()
    .selectFrom('registry.personal_look as l')
    .leftJoin('auth.user as a', 'a.id', 'l.looked_by')
    .select(['l.id', 'l.purpose', 'a.name as by', 'l.looked_at as at'])
    .where('l.organisation_id', '=', organisation)
    .where('l.field', '=', 'person-number')
    .orderBy('l.looked_at', 'desc')
    .limit(200)
    .execute();
