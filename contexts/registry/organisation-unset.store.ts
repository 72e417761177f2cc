import { sql } from 'kysely';
import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { saveAct } from './act.store.ts';
import type { SetBy } from './member-set.store.ts';
import { tellChanged, type OrganisationBefore } from './organisation-set.store.ts';

export interface OrganisationHeld {
  readonly id: OrganisationId;
  readonly name: string;
  readonly version: number;
  readonly struck: boolean;
  readonly members: number;
  readonly years: number;
}

/** As they are now, and how many members and years they have. */
export async function organisationStates(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<OrganisationId, OrganisationHeld>> {
  const { rows } = await sql<OrganisationHeld>`
    select o.id, o.name, o.version, o.struck_at is not null as struck,
      (select count(*) from registry.member m
       where m.province = o.province and m.organisation_id = o.id and m.voided_by is null)::int as members,
      (select count(*) from registry.yearly_account y
       where y.province = o.province and y.organisation_id = o.id and y.struck_at is null)::int as years
    from registry.organisation o where o.province = platform.current_province() and o.id = any(${ids}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** It never counted: struck, its seats and history too, and what tells of persons overwritten. */
async function strike(db: Db, id: OrganisationId, set: SetBy): Promise<void> {
  const act = await saveAct(db, { organisation: id, kind: 'changed', onDay: set.today, note: set.reason }, set.by);
  await sql`update registry.organisation set status = 'void', struck_at = now(), phone = null, email = null,
      tax_number_cipher = null, tax_number_hmac = null, version = version + 1, changed_at = now()
    where province = platform.current_province() and id = ${id}`.execute(db);
  // A seat that ends before it begins was none.
  await sql`update registry.organisation_place set valid_until = valid_from - 1
    where province = platform.current_province() and organisation_id = ${id}`.execute(db);
  await sql`update registry.representative set name = null, phone = null, erased_at = now(), valid_until = valid_from - 1
    where province = platform.current_province() and organisation_id = ${id}`.execute(db);
  await sql`update registry.organisation_state set undone_by = ${act}
    where province = platform.current_province() and organisation_id = ${id}`.execute(db);
}

const columns = [
  'name',
  'short_name',
  'tax_number',
  'tax_number_cipher',
  'tax_number_hmac',
  'registration_number',
  'certificate_on',
  'founded_on',
  'fields',
  'seat_province',
  'phone',
  'email',
].map((column) => sql`${sql.ref(column)} = b.${sql.ref(column)}`);

/** As it was: the record, its seats and who stood for it. What the sheet had told stays on the life line, undone. */
async function putBack(db: Db, id: OrganisationId, before: OrganisationBefore, set: SetBy): Promise<void> {
  const act = await saveAct(db, { organisation: id, kind: 'changed', onDay: set.today, note: set.reason }, set.by);
  const mine = sql`province = platform.current_province() and organisation_id = ${id}`;
  await sql`update registry.organisation o set ${sql.join(columns)}, version = o.version + 1, changed_at = now()
    from jsonb_populate_record(null::registry.organisation, ${JSON.stringify(before.record)}::jsonb) b
    where o.province = platform.current_province() and o.id = ${id}`.execute(db);
  await sql`update registry.organisation_state set undone_by = ${act} where ${mine} and act_id = ${before.act}`.execute(
    db,
  );
  if (before.began !== null)
    await sql`update registry.organisation_state set valid_from = ${before.began} where ${mine} and seq = 1`.execute(
      db,
    );

  const places = JSON.stringify(before.places);
  const starts = before.places.map(({ valid_from }) => valid_from);
  await sql`update registry.organisation_place set valid_until = valid_from - 1
    where ${mine} and valid_from <> all(${starts}::date[])`.execute(db);
  await sql`update registry.organisation_place p set valid_until = b.valid_until, unit_code = b.unit_code, unit_from = b.unit_from,
      address = b.address, lon = b.lon, lat = b.lat
    from jsonb_populate_recordset(null::registry.organisation_place, ${places}::jsonb) b
    where p.province = platform.current_province() and p.organisation_id = ${id} and p.valid_from = b.valid_from`.execute(
    db,
  );

  const people = JSON.stringify(before.representatives);
  const ids = before.representatives.map((one) => one.id);
  await sql`update registry.representative set name = null, phone = null, erased_at = now(), valid_until = valid_from - 1
    where ${mine} and id <> all(${ids}::uuid[])`.execute(db);
  await sql`update registry.representative r set title = b.title, phone = b.phone, valid_until = b.valid_until
    from jsonb_populate_recordset(null::registry.representative, ${people}::jsonb) b
    where r.province = platform.current_province() and r.id = b.id and r.erased_at is null`.execute(db);
}

/** Puts organisations back to what they were, and strikes those that were new. */
export async function unsaveOrganisations(
  db: Db,
  rows: readonly { readonly id: OrganisationId; readonly before: OrganisationBefore | null }[],
  set: SetBy,
): Promise<void> {
  for (const { id, before } of rows) await (before === null ? strike(db, id, set) : putBack(db, id, before, set));
  await tellChanged(
    db,
    rows.filter(({ before }) => before !== null),
    ['fields', 'foundedOn'],
  );
}
