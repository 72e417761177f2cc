import { sql } from 'kysely';
import { isProvincialOfficer, type Actor } from '#kernel/actor.ts';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import type { UnitCode } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { SessionTables } from '#platform/session/session.tables.ts';
import { unitsOf } from './batch.access.ts';
import type { BatchCounts, BatchNow, BatchState } from './batch.ts';
import type { BatchId, listBatches } from './batch.wire.ts';
import type { BatchKind } from './field.ts';
import { intakeIn, type SheetHead } from './intake.tables.ts';
import type { Mapping } from './mapping.ts';
import type { BatchSaid } from './said.ts';

const withNames = (db: Db) =>
  intakeIn(db)
    .$extendTables<SessionTables>()
    .selectFrom('intake.batch as b')
    .leftJoin('registry.published_organisation as o', 'o.id', 'b.organisation_id')
    .leftJoin('auth.user as a', 'a.id', 'b.made_by')
    .selectAll('b')
    .select(['o.name as organisation_name', 'o.unit_code', 'a.name as made_by_name']);

/** Those an actor may see: for officers of the province all, else one's own organisations' and one's own. */
export async function batchPage(db: Db, filters: ParsedInputOf<typeof listBatches>, actor: Actor) {
  const managed = actor.grants.flatMap(({ role, organisation }) =>
    role === 'organisation-manager' && organisation !== null ? [organisation] : [],
  );
  const units = unitsOf(actor) ?? [];
  let rows = withNames(db);
  if (filters.organisation !== undefined) rows = rows.where('b.organisation_id', '=', filters.organisation);
  if (filters.kind !== undefined) rows = rows.where('b.kind', '=', filters.kind);
  if (filters.state !== undefined) rows = rows.where('b.state', '=', filters.state);
  if (!isProvincialOfficer(actor)) {
    rows = rows.where((eb) =>
      eb.or([
        sql<boolean>`b.organisation_id = any(${managed}::uuid[])`,
        sql<boolean>`b.organisation_id is not null and o.unit_code = any(${units}::text[])`,
        eb.and([eb('b.organisation_id', 'is', null), eb('b.made_by', '=', actor.account)]),
      ]),
    );
  }
  const items = await rows
    .orderBy('b.made_at', 'desc')
    .orderBy('b.id')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { items, total };
}
export type BatchRecord = Awaited<ReturnType<typeof batchPage>>['items'][number];

export async function batchRecord(db: Db, batch: BatchId): Promise<BatchRecord> {
  const row = await withNames(db).where('b.id', '=', batch).executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'intake.batch.unknown');
  return row;
}

/** The same, locked: two commands about one sheet come one after the other. */
export async function batchForChange(db: Db, batch: BatchId): Promise<BatchRecord> {
  await intakeIn(db).selectFrom('intake.batch').select('id').where('id', '=', batch).forUpdate().execute();
  return batchRecord(db, batch);
}

export const nowOf = ({ state, version, purged_at }: BatchRecord, expected: number): BatchNow => ({
  state,
  version,
  expected,
  isPurged: purged_at !== null,
});

export interface NewBatch {
  readonly id: BatchId;
  readonly organisation: OrganisationId | null;
  readonly units: readonly UnitCode[] | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly format: 'xlsx' | 'csv';
  readonly sheets: readonly SheetHead[];
  readonly by: AccountId;
}

export async function saveBatch(db: Db, given: NewBatch): Promise<void> {
  await intakeIn(db)
    .insertInto('intake.batch')
    .values({
      id: given.id,
      kind: null,
      organisation_id: given.organisation,
      scope_units: given.units === null ? null : [...given.units],
      file_name: given.fileName,
      file_sha256: Buffer.from(given.sha256, 'hex'),
      format: given.format,
      sheets: JSON.stringify(given.sheets) as never,
      sheet: null,
      mapping: null,
      said: null,
      counts: null,
      trouble: null,
      reason: null,
      made_by: given.by,
      imported_by: null,
      imported_at: null,
      withdrawn_by: null,
      withdrawn_at: null,
      purged_at: null,
    })
    .execute();
}

export interface BatchChange {
  readonly state?: BatchState;
  readonly kind?: BatchKind;
  readonly sheet?: number;
  readonly mapping?: Mapping;
  readonly said?: BatchSaid;
  readonly round?: number;
  readonly part?: boolean;
  readonly counts?: BatchCounts | null;
  readonly trouble?: string | null;
  readonly reason?: string;
  readonly progress_done?: number;
  readonly progress_total?: number;
  readonly scope_units?: readonly UnitCode[] | null;
  readonly imported_by?: AccountId;
  readonly withdrawn_by?: AccountId;
}

/** Changes a batch, and counts its version on. */
export async function changeBatch(db: Db, batch: BatchId, change: BatchChange): Promise<number> {
  const { mapping, said, counts, scope_units: units, ...plain } = change;
  const { version } = await intakeIn(db)
    .updateTable('intake.batch')
    .set({
      ...plain,
      ...(mapping === undefined ? {} : { mapping: JSON.stringify(mapping) as never }),
      ...(said === undefined ? {} : { said: JSON.stringify(said) as never }),
      ...(counts === undefined ? {} : { counts: counts === null ? null : (JSON.stringify(counts) as never) }),
      ...(units === undefined ? {} : { scope_units: units === null ? null : [...units] }),
      version: sql`version + 1`,
    })
    .where('id', '=', batch)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** How far the work is; not a change anybody else could have overlooked. */
export async function noteProgress(db: Db, batch: BatchId, done: number, total: number): Promise<void> {
  await intakeIn(db)
    .updateTable('intake.batch')
    .set({ progress_done: done, progress_total: total })
    .where('id', '=', batch)
    .execute();
}

export async function markImported(db: Db, batch: BatchId): Promise<void> {
  await intakeIn(db)
    .updateTable('intake.batch')
    .set({ state: 'imported', imported_at: sql`now()`, trouble: null, version: sql`version + 1` })
    .where('id', '=', batch)
    .execute();
}

export async function markWithdrawn(db: Db, batch: BatchId): Promise<void> {
  await intakeIn(db)
    .updateTable('intake.batch')
    .set({ state: 'withdrawn', withdrawn_at: sql`now()`, trouble: null, version: sql`version + 1` })
    .where('id', '=', batch)
    .execute();
}

export async function markPurged(db: Db, batch: BatchId): Promise<void> {
  await intakeIn(db)
    .updateTable('intake.batch')
    .set({ purged_at: sql`now()` })
    .where('id', '=', batch)
    .execute();
}

/** Handed in longer ago than these days, and still with what was read of it. */
export async function batchesToPurge(db: Db, days: number): Promise<BatchId[]> {
  const rows = await intakeIn(db)
    .selectFrom('intake.batch')
    .select('id')
    .where('purged_at', 'is', null)
    .where(sql<boolean>`made_at < now() - make_interval(days => ${days})`)
    .where('state', 'not in', ['checking', 'importing', 'withdrawing'])
    .execute();
  return rows.map(({ id }) => id);
}

/** One import or withdrawal of a province at a time. */
export const oneAtATime = (db: Db): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(7261124, platform.current_province()::integer)`.execute(db);
