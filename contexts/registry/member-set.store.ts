import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { capsAbove, settleExcess } from './capital-excess.store.ts';
import type { ConsentField } from './consent.ts';
import { saveConsents, type SetConsent } from './consent-set.store.ts';
import { newlyAgreed } from './member-agreed.ts';
import { openLedgers } from './capital-opening.store.ts';
import { promised, representativeAfter, termsAfter, type MemberJudged } from './member-set.ts';
import type { GuardianTold } from './party.ts';
import { encrypted, fingerprint } from './personal.cipher.ts';
import { registryIn } from './registry.tables.ts';

/** What a member was before, to be put back. Sealed numbers travel as they lie. */
export interface MemberBefore {
  readonly party: string;
  readonly standing: string;
  readonly name: string;
  readonly sex: string | null;
  readonly birth_year: number | null;
  readonly birth_day: string | null;
  readonly phone: string | null;
  readonly hamlet: string | null;
  readonly joined_on: Day;
  readonly national_id_cipher: string | null;
  readonly national_id_hmac: string | null;
  /** For which fields a consent was written down with the change. */
  readonly consented?: readonly ConsentField[];
}

export interface MemberWritten {
  readonly row: number;
  readonly id: MemberId;
  readonly version: number;
  /** null: the row is new. */
  readonly before: MemberBefore | null;
}

export interface SetBy {
  readonly by: AccountId;
  readonly reason: string;
  readonly province: Province;
  readonly today: Day;
  /** Of members told of: how and when they agreed to what is kept by consent alone. */
  readonly consent?: SetConsent | undefined;
}

const perStatement = 2_000;

export function* inParts<Row>(rows: readonly Row[], size = perStatement): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

type StoredMember = MemberBefore & { readonly id: MemberId; readonly organisation_id: OrganisationId };

/** One statement for many members; the arguments travel as one JSON text. */
const stored = sql`id uuid, organisation_id uuid, party text, standing text, name text, sex text, birth_year smallint,
  birth_day date, phone text, hamlet text, joined_on date, contributed_vnd bigint, subscribed_vnd bigint, national_id_cipher text, national_id_hmac text, party_organisation_id uuid`;

type NewMember = StoredMember & {
  readonly contributed_vnd: number;
  readonly subscribed_vnd: number;
  readonly guardian: GuardianTold | null;
  readonly representative: string | null;
  readonly party_organisation_id: OrganisationId | null;
};

async function insertGuardians(db: Db, rows: readonly NewMember[], { by }: SetBy): Promise<void> {
  const guarded = rows.flatMap(({ id, guardian }) =>
    guardian === null ? [] : [{ member_id: id, ...guardian, consented_on: guardian.consentedOn }],
  );
  if (guarded.length === 0) return;
  await sql`insert into registry.guardian (member_id, name, relation, phone, document, consented_on, recorded_by)
    select member_id, name, relation, phone, document, consented_on, ${by}
    from json_to_recordset(${JSON.stringify(guarded)}::json)
      as t(member_id uuid, name text, relation text, phone text, document text, consented_on date)`.execute(db);
}

async function insertMembers(db: Db, rows: readonly NewMember[], set: SetBy): Promise<void> {
  await sql`insert into registry.member (id, organisation_id, party, standing, name, sex, birth_year, birth_day, phone, hamlet,
      joined_on, contributed_vnd, subscribed_vnd, national_id_cipher, national_id_hmac, party_organisation_id)
    select id, organisation_id, party, standing, name, sex, birth_year, birth_day, phone, hamlet, joined_on, contributed_vnd,
      subscribed_vnd, decode(national_id_cipher, 'hex'), decode(national_id_hmac, 'hex'), party_organisation_id
    from json_to_recordset(${JSON.stringify(rows)}::json) as t(${stored})`.execute(db);
  const represented = rows.flatMap(({ id, representative, joined_on }) =>
    representative === null ? [] : [{ id: newId(), member_id: id, name: representative, valid_from: joined_on }],
  );
  if (represented.length > 0)
    await sql`insert into registry.member_representative (id, member_id, name, valid_from, recorded_by)
      select id, member_id, name, valid_from, ${set.by}
      from json_to_recordset(${JSON.stringify(represented)}::json) as t(id uuid, member_id uuid, name text, valid_from date)`.execute(
      db,
    );
  await insertGuardians(db, rows, set);
  await openLedgers(
    db,
    rows
      .filter(({ subscribed_vnd }) => subscribed_vnd > 0)
      .map((row) => ({
        member: row.id,
        organisation: row.organisation_id,
        onDay: row.joined_on,
        subscribedVnd: row.subscribed_vnd,
        paidVnd: row.contributed_vnd,
      })),
    set,
  );
}

export async function updateMembers(
  db: Db,
  rows: readonly (MemberBefore & { readonly id: MemberId })[],
): Promise<void> {
  await sql`update registry.member m set party = t.party, standing = t.standing, name = t.name, sex = t.sex, birth_year = t.birth_year,
      birth_day = t.birth_day, phone = t.phone, hamlet = t.hamlet, joined_on = t.joined_on,
      national_id_cipher = decode(t.national_id_cipher, 'hex'), national_id_hmac = decode(t.national_id_hmac, 'hex'),
      version = m.version + 1
    from json_to_recordset(${JSON.stringify(rows)}::json) as t(${stored})
    where m.province = platform.current_province() and m.id = t.id`.execute(db);
}

interface Entry {
  readonly member_id: MemberId;
  readonly organisation_id: OrganisationId;
  readonly kind: 'recorded' | 'corrected' | 'undone';
  readonly on_day: Day;
  readonly fields: readonly string[];
}

export async function insertMemberEntries(
  db: Db,
  entries: readonly Entry[],
  { by, reason }: Pick<SetBy, 'by' | 'reason'>,
): Promise<void> {
  const rows = entries.map((entry) => ({ id: newId(), ...entry }));
  await sql`insert into registry.member_entry (id, member_id, organisation_id, kind, on_day, fields, reason, recorded_by)
    select id, member_id, organisation_id, kind, on_day, fields, ${reason}, ${by}
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as t(id uuid, member_id uuid, organisation_id uuid, kind text, on_day date, fields text[])`.execute(db);
}

/** The rows as they lie, by id; locked for who is going to change them. */
export async function memberStates(
  db: Db,
  ids: readonly MemberId[],
  isLocked = true,
): Promise<Map<MemberId, StoredMember & { version: number; erased: boolean }>> {
  const read = registryIn(db)
    .selectFrom('registry.member')
    .select(['id', 'organisation_id', 'party', 'standing', 'sex', 'birth_year', 'phone', 'hamlet'])
    .select(['birth_day', 'joined_on', 'version'])
    .select(sql<string>`name`.as('name'))
    .select(sql<boolean>`erased_at is not null`.as('erased'))
    .select(sql<string | null>`encode(national_id_cipher, 'hex')`.as('national_id_cipher'))
    .select(sql<string | null>`encode(national_id_hmac, 'hex')`.as('national_id_hmac'))
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('voided_by', 'is', null)
    .orderBy('id');
  const rows = await (isLocked ? read.forUpdate() : read).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

function sealed(nationalId: string, member: MemberId, province: Province) {
  return {
    national_id_cipher: encrypted(nationalId, member).toString('hex'),
    national_id_hmac: fingerprint(nationalId, province).toString('hex'),
  };
}

function columnsAfter({ draft, member }: MemberJudged, id: MemberId, province: Province) {
  const { given } = draft;
  const { party, standing, birthYear, birthDay, joinedOn } = termsAfter(draft, member);
  return {
    party,
    standing,
    name: given.name,
    sex: given.sex ?? member?.sex ?? null,
    birth_year: birthYear,
    birth_day: birthDay,
    phone: given.phone ?? member?.phone ?? null,
    hamlet: given.hamlet ?? member?.hamlet ?? null,
    joined_on: joinedOn,
    ...(given.nationalId === undefined ? {} : sealed(given.nationalId, id, province)),
  };
}

async function saveNew(db: Db, rows: readonly MemberJudged[], set: SetBy): Promise<MemberWritten[]> {
  const made = rows.map((one) => {
    const id = newId<MemberId>();
    const none = { national_id_cipher: null, national_id_hmac: null };
    return {
      id,
      organisation_id: one.draft.organisation,
      ...none,
      ...columnsAfter(one, id, set.province),
      contributed_vnd: one.draft.given.contributedVnd ?? 0,
      subscribed_vnd: promised(one.draft.given),
      guardian: one.draft.given.guardian ?? null,
      representative: representativeAfter(one.draft) ?? null,
      party_organisation_id: one.draft.partyOrganisation?.id ?? null,
    };
  });
  await insertMembers(db, made, set);
  await insertMemberEntries(
    db,
    made.map(({ id, organisation_id, joined_on }) => ({
      member_id: id,
      organisation_id,
      kind: 'recorded',
      on_day: joined_on,
      fields: [],
    })),
    set,
  );
  await saveConsents(
    db,
    made.map(({ id: member }, at) => ({ member, fields: newlyAgreed(rows[at]!.draft.given, []) })),
    set,
  );
  return made.map(({ id }, at) => ({ row: rows[at]!.row, id, version: 1, before: null }));
}

async function saveUpdates(db: Db, rows: readonly MemberJudged[], set: SetBy): Promise<MemberWritten[]> {
  const states = await memberStates(
    db,
    rows.map(({ member }) => member!.id),
  );
  await updateMembers(
    db,
    rows.map((one) => {
      const { id } = one.member!;
      const { national_id_cipher, national_id_hmac } = states.get(id)!;
      return { id, national_id_cipher, national_id_hmac, ...columnsAfter(one, id, set.province) };
    }),
  );
  await insertMemberEntries(
    db,
    rows.map(({ member, fields }) => ({
      member_id: member!.id,
      organisation_id: member!.organisation,
      kind: 'corrected',
      on_day: set.today,
      fields,
    })),
    set,
  );
  const agreed = rows.map(({ draft, member }) => ({
    member: member!.id,
    fields: newlyAgreed(draft.given, member!.agreed),
  }));
  await saveConsents(db, agreed, set);
  return rows.map(({ row, member }, at) => {
    const { version, erased: _, id, organisation_id: __, ...before } = states.get(member!.id)!;
    return { row, id, version: version + 1, before: { ...before, consented: agreed[at]!.fields } };
  });
}

/** Writes what was judged to be new or an update, in few statements; the rest is left alone. */
export async function saveMembers(
  db: Db,
  rows: readonly MemberJudged[],
  set: SetBy,
  onPart: (done: number) => Promise<void> = async () => undefined,
): Promise<MemberWritten[]> {
  const written: MemberWritten[] = [];
  const take = async (outcome: 'new' | 'update', save: typeof saveNew): Promise<void> => {
    for (const part of inParts(rows.filter((one) => one.outcome === outcome))) {
      written.push(...(await save(db, part, set)));
      await onPart(written.length);
    }
  };
  // A sheet tells what stood before the ledger: nobody is asked, it is written down and waits in the queue.
  const told = rows.flatMap(({ outcome, draft }) =>
    outcome === 'new' && draft.organisation ? [draft.organisation] : [],
  );
  const organisations = [...new Set(told)];
  const before = await capsAbove(db, organisations, set.today);
  await take('new', saveNew);
  await settleExcess(db, {
    organisations,
    before,
    cause: 'sheet',
    onDay: set.today,
    today: set.today,
    by: set.by,
    excuse: { capReason: set.reason },
  });
  await take('update', saveUpdates);
  return written;
}
