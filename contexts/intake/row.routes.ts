import type { Day } from '#kernel/day.ts';
import { offsetOf } from '#kernel/page.ts';
import type { Province } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { currentConsent } from '#registry';
import { mayHandInAccounts, maySeeBatch } from './batch.access.ts';
import { mappingObstaclesOf } from './batch.ts';
import type { JudgedRow } from './batch.judge.ts';
import { fingerprintOf, judgeRoom, listedRows, loadedSheet, readyBatch, type ReadyBatch } from './batch.load.ts';
import { placeOf, refuse } from './batch.routes.ts';
import { batchForChange, batchRecord, changeBatch, nowOf, type BatchRecord } from './batch.store.ts';
import { listColumns, listRows, recordAnswer, recordMapping, withdrawMapping } from './batch.wire.ts';
import { intakeOf } from './batch.write.ts';
import { rowsNumbered } from './chunk.store.ts';
import { concealed, foundIn, valueForAll, type Draft, type RowTrouble } from './draft.ts';
import { fieldOf } from './field.ts';
import {
  obstaclesOfMapping,
  proposedMapping,
  type MappedColumn,
  type Mapping,
  type MappingObstacle,
} from './mapping.ts';
import { findMemory, keptRows, saveAnswer, saveMapping, withdrawMapping as forgetMapping } from './row.store.ts';
import { saidObstacles } from './said.ts';
import { unitAnswer, writtenOf } from './seat.judge.ts';
import { letters, type TableRow } from './table.ts';

/** Mappings are remembered for an organisation, or for the officers of the province. */
const ownerOf = ({ organisation_id }: BatchRecord): string => organisation_id ?? 'officers';

const samplesOf = (rows: readonly TableRow[], { column, field }: Pick<MappedColumn, 'column' | 'field'>): string[] =>
  rows
    .map((row) => concealed(field, foundIn(row, column)))
    .filter((text) => text !== '')
    .slice(0, 3);

export const shown = (value: unknown): string =>
  value === null || value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value);

export function troubleView(
  trouble: RowTrouble,
  { row, ready }: { row: number; ready: ReadyBatch },
  at: TableRow | undefined,
) {
  const { code, column, field } = trouble;
  return {
    code,
    column,
    at: `${letters(column ?? 1)}${row}`,
    heading: ready.table.columns.find((one) => one.column === column)?.heading ?? '',
    field,
    found: concealed(field, foundIn(at, column)),
    row: trouble.row ?? null,
    choices: [...(trouble.choices ?? [])],
  };
}

interface Page {
  readonly numbers: readonly number[];
  readonly total: number;
  /** What the check of all rows has found; undefined before it. */
  readonly kept: ReadonlyMap<number, Pick<JudgedRow, 'outcome' | 'troubles' | 'target'>> | undefined;
}

const size = ({ size: limit, ...paging }: { page: number; size: number }) => ({
  limit,
  offset: offsetOf({ size: limit, ...paging }),
});

async function keptPage(db: Db, input: Parameters<typeof keptRows>[1] & { page: number; size: number }): Promise<Page> {
  const { items, total } = await keptRows(db, input, size(input));
  const kept = new Map(
    items.map(({ number, outcome, troubles, target_id: target }) => [number, { outcome, troubles, target }]),
  );
  return { numbers: items.map(({ number }) => number), total, kept };
}

/** Before the check is done, a page is judged by itself: nobody waits for the whole sheet to see its beginning. */
async function earlyPage(
  db: Db,
  batch: BatchRecord,
  ready: ReadyBatch,
  input: { page: number; size: number },
): Promise<Page> {
  const { limit, offset } = size(input);
  const numbers: number[] = [];
  let seen = 0;
  for await (const row of listedRows(db, batch, ready)) {
    seen += 1;
    if (seen > offset) numbers.push(row.number);
    if (numbers.length === limit) break;
  }
  return { numbers, total: batch.sheets[ready.sheet]?.rows ?? 0, kept: undefined };
}

interface Shown {
  readonly draft: Draft;
  readonly judged: JudgedRow;
  readonly row: TableRow | undefined;
}

function rowView({ draft, judged, row }: Shown, page: Page, ready: ReadyBatch) {
  const kept = page.kept?.get(draft.row) ?? judged;
  const place = { row: draft.row, ready };
  const leftOut = judged.leftOut ?? [];
  return {
    row: draft.row,
    outcome: kept.outcome,
    values: Object.entries(draft.values)
      .filter(([field]) => !leftOut.includes(field))
      .map(([field, value]) => ({ field, text: concealed(field, shown(value)) })),
    differences: judged.differences.map(({ field, before, after }) => ({
      field,
      before: shown(before),
      after: concealed(field, shown(after)),
    })),
    troubles: kept.troubles.map((trouble) => troubleView(trouble, place, row)),
    notices: [
      ...draft.notices.map(({ code, field }) => ({ code, field })),
      ...leftOut.map((field) => ({ code: 'consent-missing', field })),
      ...(judged.statusTold?.differs ? [{ code: 'status-told', field: 'status' }] : []),
    ],
    target: kept.target,
    question:
      kept.outcome === 'question' && judged.question !== null
        ? { field: judged.question.field, choices: [...judged.question.choices] }
        : null,
  };
}

async function pageView(db: Db, batch: BatchRecord, page: Page, on: { province: Province; today: Day }) {
  const ready = await readyBatch(db, batch);
  const rows = await rowsNumbered(db, { batch: batch.id, sheet: ready.sheet }, page.numbers);
  const drafts = page.numbers.flatMap((number) => {
    const row = rows.get(number);
    return row === undefined ? [] : [ready.draftOf(row)];
  });
  const judged = await intakeOf(batch).judge(db, drafts, await judgeRoom(db, batch, ready, on));
  const byRow = new Map(drafts.map((draft) => [draft.row, draft]));
  return judged.map((one) => rowView({ draft: byRow.get(one.row)!, judged: one, row: rows.get(one.row) }, page, ready));
}

/** What is said of the name of a unit is said of every row that writes it so. */
async function answerPlace(db: Db, batch: BatchRecord, { row, field }: { row: number; field: string }) {
  if (batch.kind !== 'organisations' || field !== 'unit') return { row, field };
  const ready = await readyBatch(db, batch);
  const found = (await rowsNumbered(db, { batch: batch.id, sheet: ready.sheet }, [row])).get(row);
  if (found === undefined) throw new Problem('not-found', 'intake.row.unknown');
  return unitAnswer(writtenOf(ready.draftOf(found)));
}

const ownWords = (known: Mapping | undefined): Record<string, Record<string, string[]>> =>
  Object.fromEntries(
    Object.entries(known?.words ?? {}).map(([field, told]) => [
      field,
      Object.fromEntries(Object.entries(told).map(([word, values]) => [word, [...values]])),
    ]),
  );

const refuseMapping = (obstacles: readonly MappingObstacle[]): void => {
  if (obstacles.length > 0) throw new Problem('conflict', 'intake.mapping.not-possible', { obstacles });
};

export const rowRoutes = [
  handle(listColumns, async ({ input, actor, db, insist }) => {
    const batch = await batchRecord(db, input.batch);
    insist(maySeeBatch(actor, placeOf(batch)));
    const { table, titles, first } = await loadedSheet(db, batch, input.sheet, input.kind);
    if (table === undefined)
      return { columns: [], forAll: {}, words: {}, remembered: false, memory: null, firstRow: null };
    const key = { owner: ownerOf(batch), kind: input.kind, fingerprint: fingerprintOf(table) };
    const memory = await findMemory(db, key);
    const isOwn = batch.sheet === input.sheet && batch.kind === input.kind;
    const known = (isOwn ? batch.mapping : null) ?? memory?.mapping;
    const columns = known?.columns ?? proposedMapping(input.kind, table.columns, titles);
    const below = first.filter(({ number }) => number > table.lastHeading).slice(0, 20);
    return {
      columns: columns.map((column) => ({
        ...column,
        letter: letters(column.column),
        samples: samplesOf(below, column),
      })),
      forAll: known?.forAll ?? {},
      words: ownWords(known),
      remembered: known !== undefined,
      memory: memory === undefined ? null : { by: memory.by, at: memory.at },
      firstRow: table.lastHeading + 1,
    };
  }),

  handle(recordMapping, async ({ input, actor, db, today, insist, tell }) => {
    const batch = await batchForChange(db, input.batch);
    insist(maySeeBatch(actor, placeOf(batch)));
    refuse(mappingObstaclesOf(nowOf(batch, input.version)));
    const { kind, sheet } = input;
    const forAll = Object.fromEntries(Object.entries(input.forAll).filter(([, text]) => text !== ''));
    const mapping = { columns: input.columns, forAll, words: input.words };
    const { consent, change } = input.said;
    const { head, table } = await loadedSheet(db, batch, sheet, kind);
    if (table === undefined) return refuseMapping([{ code: 'rows-missing' }]) as never;
    const room = { kind, mapping, is1904: head.is1904 };
    refuseMapping([
      ...obstaclesOfMapping({ kind, mapping, columns: table.columns, isOfOne: batch.organisation_id !== null }),
      ...Object.entries(forAll)
        .filter(([key, text]) => fieldOf(kind, key)?.forAll !== true || valueForAll(room, key, text) === undefined)
        .map(([field]) => ({ code: 'value-for-all-unreadable' as const, field })),
      ...(kind === 'accounts' && !mayHandInAccounts(actor, placeOf(batch))
        ? [{ code: 'accounts-by-officers' as const }]
        : []),
      ...saidObstacles(input.said, kind, today).map((code) => ({ code })),
      ...(kind === 'organisations' && batch.organisation_id !== null ? [{ code: 'not-of-one' as const }] : []),
    ]);
    await saveMapping(db, { owner: ownerOf(batch), kind, fingerprint: fingerprintOf(table) }, mapping, actor.account!);
    const version = await changeBatch(db, batch.id, {
      kind,
      sheet,
      mapping,
      said: { change, ...(consent !== undefined && { consent: { ...consent, text: currentConsent } }) },
      state: 'checking',
      counts: null,
      trouble: null,
      progress_done: 0,
      progress_total: head.rows,
    });
    await tell('intake.batch.asked', { batch: batch.id });
    return { version };
  }),

  handle(withdrawMapping, async ({ input, actor, db, insist }) => {
    const batch = await batchForChange(db, input.batch);
    insist(maySeeBatch(actor, placeOf(batch)));
    const { table } = await loadedSheet(db, batch, input.sheet, input.kind);
    if (table === undefined) return refuseMapping([{ code: 'rows-missing' }]) as never;
    const key = { owner: ownerOf(batch), kind: input.kind, fingerprint: fingerprintOf(table) };
    await forgetMapping(db, key, actor.account!);
    return {};
  }),

  handle(listRows, async ({ input, actor, db, today, insist }) => {
    const batch = await batchRecord(db, input.batch);
    insist(maySeeBatch(actor, placeOf(batch)));
    if (batch.mapping === null || batch.purged_at !== null) return { items: [], total: 0, whole: false };
    const isWhole = batch.counts !== null;
    const ready = await readyBatch(db, batch);
    const page = isWhole
      ? await keptPage(db, { ...input, round: batch.round })
      : await earlyPage(db, batch, ready, input);
    const items = await pageView(db, batch, page, { province: actor.province, today });
    return { items, total: page.total, whole: isWhole };
  }),

  handle(recordAnswer, async ({ input, actor, db, insist }) => {
    const batch = await batchForChange(db, input.batch);
    insist(maySeeBatch(actor, placeOf(batch)));
    refuse(mappingObstaclesOf(nowOf(batch, batch.version)));
    await saveAnswer(db, { ...input, ...(await answerPlace(db, batch, input)) }, actor.account!);
    return {};
  }),
];
