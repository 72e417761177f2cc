import { sql } from 'kysely';
import type { Instant } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import type { Paging } from '#kernel/page.ts';
import type { Db } from '#platform/database/db.ts';
import { figureOver, figureRows, ownersIn, type Scope } from './figure-rows.store.ts';
import { insightIn } from './figure.tables.ts';
import { fewestTold, figureDefinition, figureKeys, type FigureKey } from './figure.ts';
import type { FigureRow } from './figure.wire.ts';

export interface Figure {
  readonly key: FigureKey;
  readonly value: number;
  readonly rowCount: number;
}

/** A figure now: computed from its rows, never from a stored number. */
export async function figureNow(db: Db, key: FigureKey, scope: Scope): Promise<Figure> {
  const { rows } = await figureOver(figureDefinition(key).aggregate, figureRows(key, scope)).execute(db);
  return { key, value: rows[0]!.value, rowCount: rows[0]!.row_count };
}

/** Whether a figure of a place would tell the accounts of one organisation. */
export async function tellsOfOne(db: Db, key: FigureKey, scope: Scope): Promise<boolean> {
  if (scope.seated === null || figureDefinition(key).rows === 'open') return false;
  const { rows } = await ownersIn(figureRows(key, scope)).execute(db);
  const { owners } = rows[0]!;
  return owners > 0 && owners < fewestTold;
}

const orders = { label: sql`label collate "vi-x-icu"`, unit: sql`unit_name collate "vi-x-icu"`, value: sql`value` };

export interface RowOrder extends Paging {
  readonly sort: keyof typeof orders;
  readonly order: 'asc' | 'desc';
}

export async function figureRowPage(db: Db, key: FigureKey, scope: Scope, by: RowOrder): Promise<FigureRow[]> {
  const direction = by.order === 'desc' ? sql`desc` : sql`asc`;
  const { rows } = await sql<FigureRow & { unit_name: string | null }>`
    select kind, id, label, unit_name, value from (${figureRows(key, scope)}) r
    order by ${orders[by.sort]} ${direction} nulls last, id limit ${by.size} offset ${(by.page - 1) * by.size}`.execute(
    db,
  );
  return rows.map(({ unit_name, ...row }) => ({ ...row, unitName: unit_name }));
}

export interface PastValue {
  readonly key: FigureKey;
  readonly value: number;
  readonly as_of: string;
  readonly computed_at: Instant;
  readonly definition_version: number;
}

const lastValues = (db: Db, key: FigureKey) =>
  insightIn(db)
    .selectFrom('insight.figure_value')
    .select(['id', 'key', 'value', 'as_of', 'computed_at', 'definition_version'])
    .where('key', '=', key)
    .where('unit_code', 'is', null)
    .orderBy('computed_at', 'desc')
    .orderBy('id', 'desc');

export const figureHistory = (db: Db, key: FigureKey) => lastValues(db, key).limit(400).execute();

/** The last stored value that differs from the present one: what the figure was before it moved. */
export const valueBefore = (db: Db, { key, value }: Figure) =>
  lastValues(db, key).where('value', '!=', value).executeTakeFirst();

/** What a figure was when it was last stored. */
export const lastValue = (db: Db, key: FigureKey) => lastValues(db, key).executeTakeFirst();

/** Stores every figure of the province that has moved since it was last stored. Returns how many had. */
export async function noteMovedFigures(db: Db, asOf: Scope['asOf']): Promise<number> {
  let moved = 0;
  for (const key of figureKeys) {
    const now = await figureNow(db, key, { asOf, seated: null });
    const last = await lastValue(db, key);
    if (last?.value === now.value) continue;
    const value = {
      id: newId(),
      key,
      definition_version: figureDefinition(key).version,
      unit_code: null,
      as_of: asOf,
      value: now.value,
      row_count: now.rowCount,
    };
    await insightIn(db).insertInto('insight.figure_value').values(value).execute();
    moved += 1;
  }
  return moved;
}

export const reportedFigures = (db: Db) =>
  insightIn(db).selectFrom('insight.reported_figure').selectAll().orderBy('as_of', 'desc').orderBy('id').execute();

export interface ProvinceFacts {
  readonly name: string;
  readonly demonstration: boolean;
}

/** What the province is called; undefined where it is not served. */
export async function provinceFacts(db: Db): Promise<ProvinceFacts | undefined> {
  const { rows } = await sql<ProvinceFacts>`
    select p.full_name as name, t.demonstration
    from reference.province p join platform.tenant t on t.province = p.code
    where p.code = platform.current_province()`.execute(db);
  return rows[0];
}

/** All figures of the province on a day, for the command line. Empty where the province is not served. */
export async function figuresOf(db: Db, asOf: Scope['asOf']) {
  const facts = await provinceFacts(db);
  if (facts === undefined) return [];
  const figures = [];
  for (const key of figureKeys) {
    const { value } = await figureNow(db, key, { asOf, seated: null });
    const { unit, definition } = figureDefinition(key);
    figures.push({ key, value, unit, asOf, scope: facts.name, definition });
  }
  return figures;
}
