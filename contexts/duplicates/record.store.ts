import type { Province } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import {
  maskedId,
  memberIdentities,
  organisationIdentities,
  personalFingerprint,
  type MemberIdentity,
  type OrganisationIdentity,
} from '#registry';
import type { Side } from './duplicates.access.ts';
import type { Subject } from './pair.ts';
import type { ComparedField, PairSide } from './pair.wire.ts';
import { memberFacts, memberPrint, organisationFacts, organisationPrint } from './record.facts.ts';

type Values = Readonly<Partial<Record<ComparedField, string | null>>>;

/** One of two records, ready to be shown beside the other. */
export interface ComparedRecord extends Side {
  readonly id: string;
  readonly label: PairSide;
  readonly values: Values;
  readonly facts: string;
}

const unitOf = (row: { readonly unit_code: string | null; readonly unit_name: string | null }): PairSide['unit'] =>
  row.unit_code === null ? null : { code: row.unit_code as never, name: row.unit_name ?? row.unit_code };

const joined = (...parts: readonly (string | null)[]): string | null =>
  parts.filter((part) => part !== null && part !== '').join(', ') || null;

const organisationRecord = (row: OrganisationIdentity): ComparedRecord => ({
  id: row.id,
  organisation: row.id,
  unit: row.unit_code,
  label: { id: row.id, name: row.name, organisation: null, unit: unitOf(row), provenance: row.provenance },
  values: {
    name: row.name,
    'tax-number': row.tax_number_cipher === null ? row.tax_number : maskedId(row.tax_number_cipher, row.id),
    'registration-number': row.registration_number,
    kind: row.kind,
    director: row.director,
    phone: row.phone,
    place: joined(row.address, row.unit_name),
    'founding-day': row.founded_on,
  },
  facts: organisationPrint(organisationFacts(row)),
});

const memberRecord = (row: MemberIdentity): ComparedRecord => ({
  id: row.id,
  organisation: row.organisation_id,
  unit: row.unit_code,
  label: {
    id: row.id,
    name: row.name,
    organisation: { id: row.organisation_id, name: row.organisation_name },
    unit: unitOf(row),
    provenance: row.provenance,
  },
  values: {
    name: row.name,
    sex: row.sex,
    age: row.birth_year === null ? null : String(row.birth_year),
    'national-id': row.national_id_cipher === null ? null : maskedId(row.national_id_cipher, row.id),
    phone: row.phone,
    place: joined(row.hamlet, row.unit_name),
    organisation: row.organisation_name,
    standing: row.standing,
    'joined-on': row.joined_on,
    capital: String(row.contributed_vnd),
  },
  facts: memberPrint(memberFacts(row)),
});

/** These records as they are written, by id. */
export async function comparedRecords(
  db: Db,
  subject: Subject,
  ids: readonly string[],
): Promise<Map<string, ComparedRecord>> {
  const distinct = [...new Set(ids)];
  if (distinct.length === 0) return new Map();
  const records =
    subject === 'member'
      ? [...(await memberIdentities(db, distinct)).values()].map(memberRecord)
      : [...(await organisationIdentities(db, distinct)).values()].map(organisationRecord);
  return new Map(records.map((record) => [record.id, record]));
}

export type Both = readonly [ComparedRecord, ComparedRecord];

/** Both records of a pair. One that was withdrawn since makes the pair unknown. */
export async function bothOf(
  db: Db,
  pair: { readonly subject: Subject; readonly first_id: string; readonly second_id: string },
): Promise<Both> {
  const records = await comparedRecords(db, pair.subject, [pair.first_id, pair.second_id]);
  const [first, second] = [records.get(pair.first_id), records.get(pair.second_id)];
  if (first === undefined || second === undefined) throw new Problem('not-found', 'duplicates.pair.unknown');
  return [first, second];
}

export const printsOf = ([first, second]: Both, province: Province): readonly [Buffer, Buffer] => [
  personalFingerprint(`facts:${first.facts}`, province),
  personalFingerprint(`facts:${second.facts}`, province),
];
