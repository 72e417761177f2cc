import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { MemberEntryKind } from './member.ts';
import type { recordMember } from './member.wire.ts';
import { encrypted, fingerprint } from './personal.cipher.ts';
import { presentRepresentative } from './party.store.ts';
import { partyEnd, standingMember, withMerged } from './member-merged.store.ts';
import { registryIn } from './registry.tables.ts';

export const memberColumns = [
  'id',
  'party',
  'party_organisation_id',
  'standing',
  'name',
  'sex',
  'birth_year',
  'birth_day',
  'phone',
  'national_id_cipher',
  'hamlet',
  'account_id',
  'joined_on',
  'left_on',
  'contributed_vnd',
  'subscribed_vnd',
  'foreign_investor',
  'provenance',
  'erased_at',
  'version',
] as const;

/** A member as it is shown: by the id of a record merged into another, that other, with what both add up to. */
export async function shownMember(db: Db, member: MemberId) {
  const [shown] = await withMerged(db, [await memberRecord(db, await standingMember(db, member))]);
  return shown!;
}

const unknownMember = (): Problem => new Problem('not-found', 'registry.member.unknown');

/** A member with its organisation's place, for reading. */
export async function memberRecord(db: Db, member: MemberId) {
  const row = await registryIn(db)
    .selectFrom('registry.member as m')
    .innerJoin('registry.published_organisation as o', 'o.id', 'm.organisation_id')
    .select(memberColumns.map((column) => `m.${column}` as const))
    .select(presentRepresentative('m.id'))
    .select(partyEnd.as('party_ended_on'))
    .select([
      'm.organisation_id',
      'o.survivor_id as organisation_survivor',
      'm.national_id_hmac',
      'o.name as organisation_name',
      'o.unit_code',
      'o.kind',
      'o.provenance as organisation_provenance',
      'o.status',
      'o.founded_on',
    ])
    .where('m.id', '=', member)
    .executeTakeFirst();
  if (row === undefined) throw unknownMember();
  return row;
}

/** Locks a member, so that two corrections come one after the other. */
export async function lockMember(db: Db, member: MemberId): Promise<void> {
  const row = await registryIn(db)
    .selectFrom('registry.member')
    .select('id')
    .where('id', '=', member)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw unknownMember();
}

type Recorded = ParsedInputOf<typeof recordMember>;

export const yearOf = (birthDay: Day | null | undefined): number | null =>
  birthDay ? Number(birthDay.slice(0, 4)) : null;

const sealed = (nationalId: string | null | undefined, member: MemberId, province: number) =>
  nationalId === undefined || nationalId === null
    ? { national_id_cipher: null, national_id_hmac: null }
    : { national_id_cipher: encrypted(nationalId, member), national_id_hmac: fingerprint(nationalId, province) };

export async function saveMember(db: Db, given: Recorded, province: number): Promise<void> {
  await registryIn(db)
    .insertInto('registry.member')
    .values({
      id: given.id,
      organisation_id: given.organisation,
      party: given.party,
      party_organisation_id: given.partyOrganisation ?? null,
      standing: given.standing,
      name: given.name,
      sex: given.sex ?? null,
      birth_year: given.birthYear ?? yearOf(given.birthDay),
      birth_day: given.birthDay ?? null,
      phone: given.phone ?? null,
      hamlet: given.hamlet ?? null,
      account_id: null,
      joined_on: given.joinedOn,
      left_on: null,
      foreign_investor: given.foreignInvestor,
      erased_at: null,
      ...sealed(given.nationalId, given.id, province),
    })
    .execute();
}

const correctable = {
  standing: 'standing',
  name: 'name',
  sex: 'sex',
  birthYear: 'birth_year',
  birthDay: 'birth_day',
  phone: 'phone',
  hamlet: 'hamlet',
  joinedOn: 'joined_on',
  foreignInvestor: 'foreign_investor',
} as const;
export type Correctable = keyof typeof correctable | 'nationalId';
export const correctableFields: readonly Correctable[] = [
  ...(Object.keys(correctable) as (keyof typeof correctable)[]),
  'nationalId',
];

async function update(db: Db, member: MemberId, values: Readonly<Record<string, unknown>>): Promise<number> {
  const { version } = await registryIn(db)
    .updateTable('registry.member')
    .set({ ...values, version: sql`version + 1` })
    .where('id', '=', member)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

export function saveCorrection(
  db: Db,
  member: MemberId,
  given: Readonly<Partial<Record<Correctable, unknown>>>,
  province: number,
): Promise<number> {
  const values = Object.fromEntries(
    Object.entries(correctable)
      .filter(([field]) => given[field as Correctable] !== undefined)
      .map(([field, column]) => [column, given[field as Correctable]]),
  );
  const nationalId = given.nationalId as string | null | undefined;
  return update(db, member, nationalId === undefined ? values : { ...values, ...sealed(nationalId, member, province) });
}

export const saveLeaving = (db: Db, member: MemberId, leftOn: Day): Promise<number> =>
  update(db, member, { left_on: leftOn });

/** The end of a membership is taken back: the act that brought it was wrong. */
export const saveReturn = (db: Db, member: MemberId): Promise<number> => update(db, member, { left_on: null });

/** Overwrites what tells who it was. The row stays for the accounts. */
export const saveErasure = (db: Db, member: MemberId): Promise<number> =>
  update(db, member, {
    name: null,
    sex: null,
    birth_year: null,
    birth_day: null,
    phone: null,
    hamlet: null,
    national_id_cipher: null,
    national_id_hmac: null,
    account_id: null,
    erased_at: sql`now()`,
  });

export const personalFields: readonly string[] = [
  'name',
  'sex',
  'birthYear',
  'birthDay',
  'phone',
  'nationalId',
  'hamlet',
  'representative',
  'guardian',
  'ethnicity',
  'poverty',
];

export interface MemberEntry {
  readonly member: MemberId;
  readonly organisation: OrganisationId;
  readonly kind: MemberEntryKind;
  readonly onDay: Day;
  readonly fields?: readonly string[];
  readonly reason?: string | undefined;
}

export const saveEntry = (db: Db, entry: MemberEntry, by: AccountId): Promise<void> => saveEntries(db, [entry], by);

const entriesAtOnce = 1_000;

export async function saveEntries(db: Db, entries: readonly MemberEntry[], by: AccountId): Promise<void> {
  for (let at = 0; at < entries.length; at += entriesAtOnce) {
    await registryIn(db)
      .insertInto('registry.member_entry')
      .values(
        entries.slice(at, at + entriesAtOnce).map((entry) => ({
          id: newId(),
          member_id: entry.member,
          organisation_id: entry.organisation,
          kind: entry.kind,
          on_day: entry.onDay,
          fields: [...(entry.fields ?? [])],
          reason: entry.reason ?? null,
          recorded_by: by,
        })),
      )
      .execute();
  }
}

export const entriesOf = (db: Db, member: MemberId) =>
  registryIn(db)
    .selectFrom('registry.member_entry')
    .select(['kind', 'on_day as onDay', 'fields', 'reason', 'recorded_at as recordedAt'])
    .where('member_id', '=', member)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();

/** Names of members, for a caller that has asked whether its reader may know them; an erased one has none. */
export async function memberNames(db: Db, members: readonly MemberId[]): Promise<Map<MemberId, string>> {
  if (members.length === 0) return new Map();
  const rows = await registryIn(db)
    .selectFrom('registry.member')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(members)])
    .execute();
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
}
