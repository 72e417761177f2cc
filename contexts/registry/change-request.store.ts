import { sql, type RawBuilder } from 'kysely';
import { belongsTo, isAuditor, isProvincialOfficer, manages, overseesUnit, type Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import type { UnitCode } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { SessionTables } from '#platform/session/session.tables.ts';
import type { ActDocument } from './act-document.wire.ts';
import type { RequestFlag, RequestState } from './change-request.ts';
import type { ChangeRequestId, listChangeRequests, Wanted } from './change-request.wire.ts';
import { registryIn } from './registry.tables.ts';

type Filters = ParsedInputOf<typeof listChangeRequests>;

const rowsWithNames = (db: Db) =>
  registryIn(db)
    .selectFrom('registry.change_request as r')
    .innerJoin('registry.published_organisation as o', 'o.id', 'r.organisation_id')
    .innerJoin('registry.published_change_request as n', 'n.id', 'r.id')
    .leftJoin('reference.unit as u', (join) =>
      join.onRef('u.code', '=', 'n.unit_code').on('u.valid_until', 'is', null),
    );

/** What somebody may read: a province's officers and auditors all, a commune's officer its own, people their organisation's. */
function inReach(actor: Actor) {
  if (isProvincialOfficer(actor) || isAuditor(actor)) return sql<boolean>`true`;
  const units = actor.grants.flatMap(({ role, unit }) => (role === 'commune-officer' && unit !== null ? [unit] : []));
  const organisations = actor.grants.flatMap(({ organisation }) => (organisation === null ? [] : [organisation]));
  return sql<boolean>`(n.unit_code = any(${units}::text[]) or r.organisation_id = any(${organisations}::uuid[]))`;
}

export const mayRead = (
  actor: Actor,
  { organisation_id, answering_unit }: Pick<RequestRecord, 'organisation_id' | 'answering_unit'>,
) =>
  belongsTo(actor, organisation_id) ||
  isAuditor(actor) ||
  isProvincialOfficer(actor) ||
  actor.grants.some(({ role, unit }) => role === 'commune-officer' && unit !== null && unit === answering_unit);

/** Who stood for it before, and who is to, is for those who run it and the officers of the place. */
export const readsNames = (
  actor: Actor,
  { organisation_id, answering_unit }: Pick<RequestRecord, 'organisation_id' | 'answering_unit'>,
): boolean => manages(actor, organisation_id) || overseesUnit(actor, answering_unit);

const order = { submitted: sql`r.submitted_on`, name: sql`o.name collate "vi-x-icu"` };

export async function requestPage(db: Db, actor: Actor, filters: Filters) {
  let rows = rowsWithNames(db).where(inReach(actor));
  if (filters.organisation !== undefined) rows = rows.where('r.organisation_id', '=', filters.organisation);
  if (filters.unit !== undefined) rows = rows.where('n.unit_code', '=', filters.unit);
  if (filters.state === 'open') rows = rows.where('r.state', 'in', ['submitted', 'returned']);
  else if (filters.state !== undefined) rows = rows.where('r.state', '=', filters.state);
  const key = filters.sort.replace(/^-/, '') as keyof typeof order;
  const items = await rows
    .selectAll('r')
    .select(['o.name as organisation_name', 'n.unit_code as answering_unit', 'u.name as unit_name'])
    .orderBy(sql`${order[key]} ${filters.sort.startsWith('-') ? sql`desc` : sql`asc`}`)
    .orderBy('r.id')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}

export async function findRequest(db: Db, request: ChangeRequestId) {
  const row = await rowsWithNames(db)
    .selectAll('r')
    .select(['o.name as organisation_name', 'o.kind', 'n.unit_code as answering_unit', 'u.name as unit_name'])
    .where('r.id', '=', request)
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'registry.change-request.unknown');
  return row;
}
export type RequestRecord = Awaited<ReturnType<typeof findRequest>>;

/** Locks a request, so that two answers come one after the other; undefined when there is none of that id. */
export const lockRequest = (db: Db, request: ChangeRequestId) =>
  registryIn(db)
    .selectFrom('registry.change_request')
    .selectAll()
    .where('id', '=', request)
    .forUpdate()
    .executeTakeFirst();

export async function hasOtherRequest(db: Db, organisation: OrganisationId, id: ChangeRequestId): Promise<boolean> {
  const row = await registryIn(db)
    .selectFrom('registry.change_request')
    .select('id')
    .where('organisation_id', '=', organisation)
    .where('id', '!=', id)
    .where('state', 'in', ['submitted', 'returned'])
    .executeTakeFirst();
  return row !== undefined;
}

export interface AskedRequest {
  readonly id: ChangeRequestId;
  readonly organisation: OrganisationId;
  readonly seat: { readonly unit_code: UnitCode | null; readonly unit_from: Day | null };
  readonly round: number;
  readonly wanted: Wanted;
  readonly before: Readonly<Record<string, unknown>>;
  readonly document: ActDocument;
  readonly onDay: Day | null;
  readonly note: string | null;
  readonly on: Day;
  readonly by: AccountId;
}

export async function saveRequest(db: Db, asked: AskedRequest): Promise<void> {
  const values = {
    unit_code: asked.seat.unit_code,
    unit_from: asked.seat.unit_from,
    state: 'submitted' as const,
    round: asked.round,
    wanted: JSON.stringify(asked.wanted),
    before: JSON.stringify(asked.before),
    document: asked.document.number,
    document_on: asked.document.on,
    document_issuer: asked.document.issuer,
    file_id: asked.document.file ?? null,
    on_day: asked.onDay,
    note: asked.note,
    submitted_on: asked.on,
    submitted_by: asked.by,
    answered_on: null,
    answered_at: null,
    answered_by: null,
    remarks: null,
  };
  await registryIn(db)
    .insertInto('registry.change_request')
    .values({ id: asked.id, organisation_id: asked.organisation, ...values })
    .onConflict((conflict) => conflict.columns(['province', 'id']).doUpdateSet({ ...values, submitted_at: sql`now()` }))
    .execute();
  await saveEntry(db, { ...asked, request: asked.id, kind: 'submitted', remarks: asked.note });
}

interface Step {
  readonly request: ChangeRequestId;
  readonly kind: RequestState;
  readonly round: number;
  readonly on: Day;
  readonly by: AccountId;
  readonly remarks: string | null;
  readonly wanted?: Wanted;
  readonly flags?: readonly RequestFlag[];
}

/** A person's name stands in the request alone, where it can be erased; the steps keep what was asked without it. */
const withoutName = ({ representative, ...wanted }: Wanted) => ({
  ...wanted,
  ...(representative !== undefined && { representative: { title: representative.title } }),
});

async function saveEntry(db: Db, { request, kind, round, on, by, remarks, wanted, flags }: Step): Promise<void> {
  await registryIn(db)
    .insertInto('registry.change_request_entry')
    .values({
      id: newId(),
      request_id: request,
      kind,
      round,
      on_day: on,
      wanted: wanted === undefined ? null : JSON.stringify(withoutName(wanted)),
      remarks,
      flags: [...(flags ?? [])],
      recorded_by: by,
    })
    .execute();
}

/** Returned, accepted or withdrawn. */
export async function saveStep(db: Db, step: Step): Promise<void> {
  const answered = step.kind !== 'withdrawn';
  await registryIn(db)
    .updateTable('registry.change_request')
    .set({
      state: step.kind,
      answered_on: answered ? step.on : null,
      answered_at: answered ? sql`now()` : null,
      answered_by: answered ? step.by : null,
      remarks: step.remarks,
      flags: [...(step.flags ?? [])],
    })
    .where('id', '=', step.request)
    .execute();
  if (!answered) await blankNames(db, sql`id = ${step.request}`, 'wanted');
  await saveEntry(db, step);
}

/** Overwrites the name of who is to stand for it, or did, in one or more requests; the title stays. */
const blankNames = (db: Db, where: RawBuilder<unknown>, column: 'wanted' | 'before') =>
  sql`update registry.change_request
      set ${sql.ref(column)} = jsonb_set(${sql.ref(column)}, '{representative,name}', 'null')
      where ${where} and jsonb_typeof(${sql.ref(column)} -> 'representative') = 'object'`.execute(db);

/** Nobody of that name is to be read in the requests of these organisations any more. */
export async function eraseNameInRequests(
  db: Db,
  organisations: readonly OrganisationId[],
  name: string,
): Promise<void> {
  for (const column of ['wanted', 'before'] as const) {
    const named = sql`organisation_id = any(${organisations}::uuid[])
      and ${sql.ref(column)} #>> '{representative,name}' = ${name}`;
    await blankNames(db, named, column);
  }
}

export const requestEntries = (db: Db, request: ChangeRequestId) =>
  registryIn(db)
    .$extendTables<SessionTables>()
    .selectFrom('registry.change_request_entry as e')
    .leftJoin('auth.user as a', 'a.id', 'e.recorded_by')
    .select(['e.kind', 'e.round', 'e.on_day', 'e.remarks', 'e.flags', 'e.recorded_at', 'a.name as by_name'])
    .where('e.request_id', '=', request)
    .orderBy('e.recorded_at')
    .orderBy('e.id')
    .execute();
