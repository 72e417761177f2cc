import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { booksIn } from './books.tables.ts';
import type { UpdateField, UpdateForm, UpdateValues } from './update-field.ts';
import { stateBy, type UpdateAct } from './update.ts';
import type { KnownSource, UpdateId } from './update.wire.ts';

const updates = (db: Db) =>
  booksIn(db)
    .selectFrom('books.update')
    .select(['id', 'organisation_id', 'year', 'form', 'state', 'edition', 'version']);

export const findUpdate = (db: Db, organisation: OrganisationId, year: number) =>
  updates(db).where('organisation_id', '=', organisation).where('year', '=', year).executeTakeFirst();
export type UpdateRecord = NonNullable<Awaited<ReturnType<typeof findUpdate>>>;

const unknown = (): Problem => new Problem('not-found', 'books.update.unknown');

export async function updateToRead(db: Db, update: UpdateId): Promise<UpdateRecord> {
  const row = await updates(db).where('id', '=', update).executeTakeFirst();
  if (row === undefined) throw unknown();
  return row;
}

/** Locked, so that two writers come one after the other. */
export async function updateToChange(db: Db, update: UpdateId): Promise<UpdateRecord> {
  const row = await updates(db).where('id', '=', update).forUpdate().executeTakeFirst();
  if (row === undefined) throw unknown();
  return row;
}

/** Since when final accounts say otherwise than what was accepted; null: they do not. */
export async function saveDifference(db: Db, update: UpdateId, since: Day | null): Promise<void> {
  await booksIn(db).updateTable('books.update').set({ differs_since: since }).where('id', '=', update).execute();
}

/** Every field as it was last written. */
export const entriesOf = (db: Db, update: UpdateId) =>
  booksIn(db)
    .selectFrom('books.update_entry as e')
    .leftJoin('auth.user as u', 'u.id', 'e.recorded_by')
    .distinctOn('e.field')
    .select(['e.field', 'e.version', 'e.value', 'e.way', 'e.source', 'e.source_on as sourceOn', 'e.note'])
    .select(['u.name as by', 'e.recorded_at as at', 'e.provisional'])
    .where('e.update_id', '=', update)
    .orderBy('e.field')
    .orderBy('e.version', 'desc')
    .execute();

export const entriesOfField = (db: Db, update: UpdateId, field: UpdateField) =>
  booksIn(db)
    .selectFrom('books.update_entry as e')
    .leftJoin('auth.user as u', 'u.id', 'e.recorded_by')
    .select(['e.version', 'e.edition', 'e.value', 'e.way', 'e.source', 'e.source_on as sourceOn', 'e.note'])
    .select(['u.name as by', 'e.recorded_at as at', 'e.provisional'])
    .where('e.update_id', '=', update)
    .where('e.field', '=', field)
    .orderBy('e.version', 'desc')
    .execute();

export const actsOf = (db: Db, update: UpdateId) =>
  booksIn(db)
    .selectFrom('books.update_act as a')
    .leftJoin('auth.user as u', 'u.id', 'a.recorded_by')
    .select(['a.id', 'a.kind', 'a.edition', 'a.reason', 'u.name as by', 'a.recorded_at as at'])
    .select('a.recorded_by as byAccount')
    .where('a.update_id', '=', update)
    .orderBy('a.recorded_at')
    .orderBy('a.id')
    .execute();

/** Whatever was remarked each time it was returned. */
export const remarksOf = (db: Db, update: UpdateId) =>
  booksIn(db)
    .selectFrom('books.update_remark as r')
    .select(['r.id', 'r.field', 'r.text', 'r.act_id as act'])
    .where('r.update_id', '=', update)
    .orderBy('r.id')
    .execute();

export interface Drafting {
  readonly id: UpdateId;
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly form: UpdateForm;
}

/** False where somebody has begun the year's update in the meantime. */
export async function insertUpdate(db: Db, { id, organisation, year, form }: Drafting): Promise<boolean> {
  const made = await booksIn(db)
    .insertInto('books.update')
    .values({ id, organisation_id: organisation, year, form })
    .onConflict((conflict) => conflict.columns(['province', 'organisation_id', 'year']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

export interface NewEntry {
  readonly field: UpdateField;
  readonly version: number;
  readonly value: number | null;
  readonly way: 'typed' | 'known';
  readonly source?: KnownSource;
  readonly sourceOn?: string;
  readonly provisional?: boolean;
  readonly note?: string | undefined;
}

export async function insertEntries(
  db: Db,
  { id, edition }: Pick<UpdateRecord, 'id' | 'edition'>,
  entries: readonly NewEntry[],
  by: AccountId,
): Promise<void> {
  if (entries.length === 0) return;
  await booksIn(db)
    .insertInto('books.update_entry')
    .values(
      entries.map(({ sourceOn, source, note, ...entry }) => ({
        ...entry,
        update_id: id,
        edition,
        source: source ?? null,
        source_on: (sourceOn ?? null) as never,
        note: note ?? null,
        recorded_by: by,
      })),
    )
    .execute();
}

export interface Act {
  readonly kind: UpdateAct;
  readonly by: AccountId;
  readonly reason?: string;
  /** As handed in, as accepted. */
  readonly content?: UpdateValues;
}

/** Takes the step and keeps it; a correction begins the next edition. */
export async function saveStep(db: Db, update: UpdateRecord, act: Act): Promise<string> {
  const id = newId<string & { __id: 'ActId' }>();
  const edition = update.edition + (act.kind === 'corrected' ? 1 : 0);
  await booksIn(db)
    .updateTable('books.update')
    .set({ state: stateBy(act.kind), edition, version: sql`version + 1`, changed_at: sql`now()` })
    .where('id', '=', update.id)
    .execute();
  await insertAct(db, { ...update, edition }, { ...act, id });
  return id;
}

export async function insertAct(
  db: Db,
  { id, edition }: Pick<UpdateRecord, 'id' | 'edition'>,
  act: Act & { readonly id: string },
): Promise<void> {
  await booksIn(db)
    .insertInto('books.update_act')
    .values({
      id: act.id,
      update_id: id,
      edition,
      kind: act.kind,
      reason: act.reason ?? null,
      content: act.content === undefined ? null : JSON.stringify(act.content),
      recorded_by: act.by,
    })
    .execute();
}

export async function insertRemarks(
  db: Db,
  update: UpdateId,
  act: string,
  remarks: readonly { readonly id: string; readonly field?: UpdateField | undefined; readonly text: string }[],
): Promise<void> {
  await booksIn(db)
    .insertInto('books.update_remark')
    .values(remarks.map(({ id, field, text }) => ({ id, update_id: update, act_id: act, field: field ?? null, text })))
    .execute();
}
