import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type MemberId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { Consent, ConsentField, ConsentVersion } from './consent.ts';

export type SetConsent = Consent & { readonly text: ConsentVersion };

export interface ConsentBy {
  readonly by: AccountId;
  readonly today: Day;
  readonly consent?: SetConsent | undefined;
}

export interface AgreedFields {
  readonly member: MemberId;
  readonly fields: readonly ConsentField[];
}

const rowsOf = (told: readonly AgreedFields[]) =>
  told.flatMap(({ member, fields }) => fields.map((field) => ({ member_id: member, field })));

/** One consent for many members, written down for each of them and each field; what was agreed to before stands. */
export async function saveConsents(db: Db, told: readonly AgreedFields[], { consent, by }: ConsentBy): Promise<void> {
  const rows = rowsOf(told).map((row) => ({ id: newId(), ...row }));
  if (consent === undefined || rows.length === 0) return;
  await sql`insert into registry.member_consent (id, member_id, field, way, given_on, document, text_version, recorded_by)
    select id, member_id, field, ${consent.way}, ${consent.givenOn}::date, ${consent.document ?? null}, ${consent.text}, ${by}
    from json_to_recordset(${JSON.stringify(rows)}::json) as t(id uuid, member_id uuid, field text)
    on conflict (province, member_id, field) where withdrawn_at is null do nothing`.execute(db);
}

/** What a sheet had told was agreed to is agreed to no more; the paper of who is voided with it may name them. */
export async function withdrawConsents(db: Db, told: readonly AgreedFields[], { by, today }: ConsentBy): Promise<void> {
  const rows = rowsOf(told);
  if (rows.length === 0) return;
  await sql`update registry.member_consent c set withdrawn_on = ${today}::date, withdrawn_at = now(), withdrawn_by = ${by}
    from json_to_recordset(${JSON.stringify(rows)}::json) as t(member_id uuid, field text)
    where c.province = platform.current_province() and c.member_id = t.member_id and c.field = t.field and c.withdrawn_at is null`.execute(
    db,
  );
}

export async function voidConsents(db: Db, members: readonly MemberId[], { by, today }: ConsentBy): Promise<void> {
  await sql`update registry.member_consent set document = case when document is null then null else '–––' end,
      withdrawn_on = coalesce(withdrawn_on, ${today}::date), withdrawn_at = coalesce(withdrawn_at, now()), withdrawn_by = coalesce(withdrawn_by, ${by})
    where province = platform.current_province() and member_id = any(${members}::uuid[])`.execute(db);
}
