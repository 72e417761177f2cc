import { sql } from 'kysely';
import { dayOf, type Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { stateOn, type OrganisationState } from './organisation-state.ts';
import { stateEntries } from './organisation-state.store.ts';
import type { OrganisationRecord } from './organisation.store.ts';

export type RecordOn = OrganisationRecord & {
  readonly state: { readonly on: Day; readonly existed: boolean; readonly keptSince: Day | null };
};

async function provinceName(db: Db, code: Province | null): Promise<string | null> {
  if (code === null) return null;
  const row = await db.selectFrom('reference.province').select('full_name').where('code', '=', code).executeTakeFirst();
  return row?.full_name ?? null;
}

/** The record as it was on a day. What has no history (how to reach it, a person's tax number) is blank on past days. */
export async function recordOn(
  db: Db,
  record: OrganisationRecord,
  { on, today }: { readonly on: Day; readonly today: Day },
): Promise<RecordOn> {
  const entries = await stateEntries(db, record.id);
  const opening = entries[0];
  const keptSince = opening === undefined ? null : dayOf(opening.recordedAt);
  if (on >= today) return { ...record, state: { on, existed: record.status !== 'void', keptSince } };
  const began = record.founded_on ?? record.certificate_on;
  if (opening === undefined) {
    const existed = record.status !== 'void' && (began === null || began <= on);
    return { ...record, state: { on, existed, keptSince } };
  }
  const then = stateOn(entries, on);
  if (then === undefined) return { ...record, state: { on, existed: false, keptSince } };
  const seat_name = await provinceName(db, then.seat_province);
  return { ...record, ...then, seat_name, state: { on, existed: then.status !== 'void', keptSince } };
}

/** Its kind and fields of activity on a day; of a day before anything is known what was known first. */
export async function characterOn(
  db: Db,
  organisation: OrganisationId,
  on: Day,
): Promise<Pick<OrganisationState, 'kind' | 'fields'> | undefined> {
  const { rows } = await sql<Pick<OrganisationState, 'kind' | 'fields'>>`
    select kind, fields from registry.published_character(${on}::date) where organisation_id = ${organisation}`.execute(
    db,
  );
  return rows[0];
}
