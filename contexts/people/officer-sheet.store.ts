import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { FileId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { unitsOfProvince } from '#registry';
import { peopleIn } from './account.tables.ts';
import { hoursOpen } from './invitation.ts';
import type { ListedOfficer } from './officer-sheet.ts';

export const findUpload = (db: Db, id: FileId, account: string) =>
  db
    .selectFrom('platform.file')
    .select(['id', 'name', 'content'])
    .where('id', '=', id)
    .where('uploaded_by', '=', account)
    .executeTakeFirst();

export const knownUnits = async (db: Db, today: Day) =>
  (await unitsOfProvince(db, today)).map(({ code, name }) => ({ code, name }));

const roleKey = ({ role, unit }: { readonly role: string; readonly unit: string | null }): string =>
  `${role} ${unit ?? ''}`;

/** Roles in force, by the address of whoever holds them. */
async function heldBy(db: Db, emails: readonly string[], today: Day) {
  const rows = await peopleIn(db)
    .selectFrom('platform.access_grant as g')
    .innerJoin('auth.user as a', 'a.id', 'g.account_id')
    .select([sql<string>`lower(a.email)`.as('email'), 'g.role', 'g.unit_code as unit'])
    .where(sql<boolean>`lower(a.email) = any(${emails}::text[])`)
    .where('g.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('g.valid_until', 'is', null), eb('g.valid_until', '>=', today)]))
    .execute();
  return new Set(rows.map((row) => `${row.email} ${roleKey(row)}`));
}

/** Links of earlier sheets, by the index of the address: still open, or used by somebody who still has the role. */
async function linked(db: Db, indexes: readonly Buffer[], today: Day) {
  const { rows } = await sql<{ index: Buffer; role: string; unit: string | null; state: 'invited' | 'holds' }>`
    select i.email_index as index, i.role, i.unit_code as unit,
           case when i.used_at is null then 'invited' else 'holds' end as state
    from platform.invitation i
    where i.province = platform.current_province() and i.email_index = any(${indexes}::bytea[]) and i.withdrawn_at is null
      and ((i.used_at is null and i.expires_at > now()) or exists (
        select from platform.access_grant g where g.province = i.province and g.account_id = i.used_by and g.role = i.role
          and g.unit_code is not distinct from i.unit_code and g.revoked_at is null
          and (g.valid_until is null or g.valid_until >= ${today})))`.execute(db);
  return new Map(rows.map((row) => [`${row.index.toString('hex')} ${roleKey(row)}`, row.state]));
}

/** Of each officer, whether he has to be invited at all. */
export async function statesOf(
  db: Db,
  officers: readonly ListedOfficer[],
  { indexOf, today }: { readonly indexOf: (email: string) => Buffer; readonly today: Day },
): Promise<('new' | 'invited' | 'holds')[]> {
  if (officers.length === 0) return [];
  const held = await heldBy(
    db,
    officers.map(({ email }) => email),
    today,
  );
  const links = await linked(
    db,
    officers.map(({ email }) => indexOf(email)),
    today,
  );
  return officers.map((officer) => {
    if (held.has(`${officer.email} ${roleKey(officer)}`)) return 'holds';
    return links.get(`${indexOf(officer.email).toString('hex')} ${roleKey(officer)}`) ?? 'new';
  });
}

export interface NewLink {
  readonly officer: ListedOfficer;
  readonly invitation: string;
  readonly tokenHash: string;
  readonly emailIndex: Buffer;
}

export async function saveLinks(db: Db, links: readonly NewLink[], by: string): Promise<string> {
  const rows = await peopleIn(db)
    .insertInto('platform.invitation')
    .values(
      links.map(({ officer, invitation, tokenHash, emailIndex }) => ({
        id: invitation,
        kind: 'invite' as const,
        token_hash: Buffer.from(tokenHash, 'hex'),
        name: officer.name,
        role: officer.role,
        unit_code: officer.unit,
        grant_until: officer.until,
        email_index: emailIndex,
        made_by: by,
        expires_at: sql<never>`now() + make_interval(hours => ${hoursOpen})`,
      })),
    )
    .returning('expires_at')
    .execute();
  return rows[0]!.expires_at;
}

interface Counts {
  readonly administrators: number;
  readonly provincial: number;
  readonly commune: number;
  readonly auditors: number;
  readonly open: number;
  readonly units: number;
  readonly tested_at: string | null;
  readonly tested_by: string | null;
}

/** What the rows say of the people and of the last letter that the mail server took. */
export async function peopleSetup(db: Db, today: Day): Promise<Counts> {
  const { rows } = await sql<Counts>`
    with held as (
      select distinct account_id, role, unit_code from platform.access_grant
      where province = platform.current_province() and revoked_at is null and valid_from <= ${today}
        and (valid_until is null or valid_until >= ${today})
    ), tested as (
      select t.at, a.name from platform.audit t left join auth."user" a on a.id = t.account_id
      where t.province = platform.current_province() and t.method = 'people.test-letter.send' order by t.at desc limit 1
    )
    select (select count(distinct account_id)::int from held where role = 'administrator') as administrators,
           (select count(distinct account_id)::int from held where role = 'provincial-officer') as provincial,
           (select count(distinct account_id)::int from held where role = 'commune-officer') as commune,
           (select count(distinct account_id)::int from held where role = 'auditor') as auditors,
           (select count(distinct unit_code)::int from held where role = 'commune-officer') as units,
           (select count(*)::int from platform.invitation where province = platform.current_province() and used_at is null
              and withdrawn_at is null and expires_at > now()
              and role in ('administrator', 'provincial-officer', 'commune-officer', 'auditor')) as open,
           (select at from tested) as tested_at, (select name from tested) as tested_by`.execute(db);
  return rows[0]!;
}
