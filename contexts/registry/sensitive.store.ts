import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { AccountId, MemberId, OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { LookId } from './member.wire.ts';
import { peoples } from './people-names.ts';
import { decrypted, encrypted, fingerprint } from './personal.cipher.ts';
import { registryIn } from './registry.tables.ts';
import { povertyStates, type Group, type SensitiveField } from './sensitive.ts';
import { SensitiveValue, type recordSensitive, type SensitiveId } from './sensitive.wire.ts';

const groupsOf: Readonly<Record<SensitiveField, readonly string[]>> = {
  ethnicity: peoples.map(({ code }) => code),
  poverty: povertyStates,
};
const groupPrint = (field: SensitiveField, code: string, province: number): Buffer =>
  createHash('sha256')
    .update(fingerprint(`${field}:${code}`, province))
    .digest();

const blank = { value_cipher: null, group_hmac: null, erased_at: sql<never>`now()` };

/** What stands in this field is overwritten: a value is replaced, never kept beside the new one. */
export async function eraseSensitive(db: Db, member: MemberId, field?: SensitiveField): Promise<void> {
  let rows = registryIn(db)
    .updateTable('registry.member_sensitive')
    .set(blank)
    .where('member_id', '=', member)
    .where('erased_at', 'is', null);
  if (field !== undefined) rows = rows.where('field', '=', field);
  await rows.execute();
}

export async function saveSensitive(
  db: Db,
  given: ParsedInputOf<typeof recordSensitive>,
  { province, by }: { province: number; by: AccountId },
): Promise<void> {
  const value = { ethnicity: given.ethnicity ?? null, poverty: given.poverty ?? null };
  await eraseSensitive(db, given.member, given.field);
  await registryIn(db)
    .insertInto('registry.member_sensitive')
    .values({
      id: given.id,
      member_id: given.member,
      field: given.field,
      value_cipher: encrypted(JSON.stringify(value), given.id),
      group_hmac: groupPrint(given.field, given.ethnicity ?? given.poverty!.state, province),
      basis: given.basis,
      document: given.document,
      purpose: given.purpose,
      recorded_by: by,
      withdrawn_on: null,
      erased_at: null,
    })
    .execute();
}

export const sensitiveOf = (db: Db, member: MemberId) =>
  registryIn(db)
    .selectFrom('registry.member_sensitive')
    .select(['id', 'field', 'basis', 'document', 'purpose', 'recorded_at', 'withdrawn_on', 'erased_at'])
    .where('member_id', '=', member)
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute();

export async function sensitiveForChange(db: Db, id: SensitiveId) {
  const row = await registryIn(db)
    .selectFrom('registry.member_sensitive')
    .select(['id', 'member_id', 'field', 'basis', 'erased_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'registry.sensitive.unknown');
  return row;
}

export async function saveWithdrawal(db: Db, id: SensitiveId, withdrawnOn: Day): Promise<void> {
  await registryIn(db)
    .updateTable('registry.member_sensitive')
    .set({ ...blank, withdrawn_on: withdrawnOn })
    .where('id', '=', id)
    .execute();
}

const nothing: SensitiveValue = { ethnicity: null, poverty: null };

/** In clear: only for the person, and for a look on record. */
export async function sensitiveValue(db: Db, member: MemberId, field: SensitiveField): Promise<SensitiveValue> {
  const row = await registryIn(db)
    .selectFrom('registry.member_sensitive')
    .select(['id', 'value_cipher'])
    .where('member_id', '=', member)
    .where('field', '=', field)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return row?.value_cipher ? SensitiveValue.parse(JSON.parse(decrypted(row.value_cipher, row.id))) : nothing;
}

interface SensitiveLook {
  readonly id: LookId;
  readonly member: MemberId;
  readonly field: SensitiveField;
  readonly purpose: string;
}
export async function saveSensitiveLook(db: Db, look: SensitiveLook, by: AccountId): Promise<void> {
  await registryIn(db)
    .insertInto('registry.personal_look')
    .values({
      id: look.id,
      member_id: look.member,
      organisation_id: null,
      field: look.field,
      filter: null,
      row_count: null,
      way: 'shown',
      purpose: look.purpose,
      looked_by: by,
    })
    .execute();
}

/** Counted by fingerprints: nobody's value is opened. */
export async function groupCounts(
  db: Db,
  field: SensitiveField,
  { organisation, province }: { organisation: OrganisationId | undefined; province: number },
): Promise<Group[]> {
  let rows = registryIn(db)
    .selectFrom('registry.member_sensitive as s')
    .innerJoin('registry.published_member as m', 'm.id', 's.member_id')
    .where('s.field', '=', field)
    .where('s.erased_at', 'is', null)
    .where('m.left_on', 'is', null);
  if (organisation !== undefined) rows = rows.where('m.organisation_id', '=', organisation);
  const found = await rows
    .select('s.group_hmac')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy('s.group_hmac')
    .execute();
  const counts = new Map(found.map(({ group_hmac, count }) => [group_hmac!.toString('hex'), count]));
  return groupsOf[field].map((code) => ({
    code,
    count: counts.get(groupPrint(field, code, province).toString('hex')) ?? 0,
  }));
}
