import { createHash } from 'node:crypto';
import type { Actor } from '#kernel/actor.ts';
import { today } from '#kernel/day.ts';
import { newId, type AccountId, type OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import { recordAct } from '#platform/audit/audit.ts';
import type { Db } from '#platform/database/db.ts';
import type { Database } from '#platform/database/pool.ts';
import { inProvince, Undo } from '#platform/database/transaction.ts';
import { actorNamed } from '#platform/session/actor.ts';
import { currentConsent, findOrganisation } from '#registry';
import { mayHandIn, mayHandInAccounts, unitsOf, type BatchPlace } from './batch.access.ts';
import { belongsToOne, type BatchCounts } from './batch.ts';
import { countsOf, takeOver } from './batch.job.ts';
import type { JudgedRow } from './batch.judge.ts';
import { fingerprintOf, judgedBatch, loadedSheet, type LoadedSheet } from './batch.load.ts';
import { saveRead } from './batch-file.store.ts';
import { batchRecord, changeBatch, oneAtATime, type NewBatch } from './batch.store.ts';
import { importBatch, type BatchId } from './batch.wire.ts';
import { valueForAll } from './draft.ts';
import { fieldOf, type BatchKind } from './field.ts';
import { obstaclesOfMapping, proposedMapping, type Mapping, type MappingObstacle } from './mapping.ts';
import { findMapping } from './row.store.ts';
import { saidObstacles, type SaidInput } from './said.ts';
import { letters, type Table } from './table.ts';

export interface ConsoleSheet {
  readonly kind: BatchKind;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly organisation: OrganisationId | null;
  /** The sign-in name of the officer who answers for it; undefined: whoever holds the console. */
  readonly as: string | undefined;
  /** Which sheet of the workbook, from 0; undefined: the one with the most headings that are known. */
  readonly sheet: number | undefined;
  readonly forAll: Readonly<Record<string, string>>;
  /** How the members agreed, and on which paper registered content is otherwise. */
  readonly said: SaidInput;
  /** Judged like the rest, and nothing kept. */
  readonly dryRun: boolean;
}

export interface ConsoleTrouble {
  readonly row: number;
  /** A, B, …; null: the row as a whole. */
  readonly column: string | null;
  readonly heading: string | null;
  readonly code: string;
  readonly choices: readonly string[];
}

/** A column of which nothing is taken over, or not of every row. */
export interface ColumnLeftOut {
  /** null: said for all rows, in no column. */
  readonly column: string | null;
  readonly heading: string;
  readonly reason: 'consent-missing' | 'heading-unknown';
  /** Rows that tell it; null: they were not looked at. */
  readonly rows: number | null;
}

/** What was taken over, or every cell that stands against it. A cell's content is not repeated. */
export interface ConsoleReport {
  readonly batch: BatchId | null;
  readonly counts: BatchCounts;
  readonly columnsLeftOut: readonly ColumnLeftOut[];
  readonly troubles: readonly ConsoleTrouble[];
}

export type ConsoleObstacle = 'officer-unknown' | 'not-of-the-officer' | 'organisation-unknown' | 'not-of-one';

const refuse = (obstacles: readonly (ConsoleObstacle | MappingObstacle)[]): void => {
  if (obstacles.length > 0) throw new Problem('conflict', 'intake.console.not-possible', { obstacles });
};

interface Console {
  readonly actor: Actor | null;
  readonly by: AccountId;
}

/** Whoever holds the console may hand in anything; a person what the pages would take from this person. */
const mayBeHandedIn = (actor: Actor | null, place: BatchPlace, kind: BatchKind): boolean =>
  actor === null || (mayHandIn(actor, place) && (kind !== 'accounts' || mayHandInAccounts(actor, place)));

async function placeOf(db: Db, { organisation, kind }: ConsoleSheet, { actor }: Console) {
  if (organisation !== null && !belongsToOne(kind)) refuse(['not-of-one']);
  const facts = organisation === null ? undefined : await findOrganisation(db, organisation);
  if (organisation !== null && facts === undefined) refuse(['organisation-unknown']);
  const place = { organisation, unit: facts?.unit_code ?? null };
  if (!mayBeHandedIn(actor, place, kind)) refuse(['not-of-the-officer']);
  return { organisation, units: organisation === null && actor !== null ? unitsOf(actor) : null };
}

type Headed = LoadedSheet & { readonly table: Table; readonly at: number };

async function headedSheet(db: Db, id: BatchId, { kind, sheet }: ConsoleSheet): Promise<Headed> {
  const batch = await batchRecord(db, id);
  // A cover and a page of instructions have fewer headings of a list than the list.
  const knownOf = (at: number): number => batch.sheets[at]?.known?.[kind].known ?? 0;
  const asked = sheet === undefined ? [...batch.sheets.keys()].toSorted((a, b) => knownOf(b) - knownOf(a)) : [sheet];
  for (const at of asked) {
    const loaded = await loadedSheet(db, batch, at, kind);
    if (loaded.table !== undefined) return { ...loaded, table: loaded.table, at };
  }
  throw new Problem('conflict', 'intake.console.not-possible', { obstacles: [{ code: 'rows-missing' }] });
}

/** As somebody confirmed it before for the same headings, or as the headings propose. */
async function mappingOf(db: Db, { table, titles, head }: Headed, given: ConsoleSheet): Promise<Mapping> {
  const { kind, organisation, forAll } = given;
  const key = { owner: organisation ?? 'officers', kind, fingerprint: fingerprintOf(table) };
  const known = await findMapping(db, key);
  const mapping = {
    columns: known?.columns ?? proposedMapping(kind, table.columns, titles),
    forAll: { ...known?.forAll, ...forAll },
    words: known?.words,
  };
  const room = { kind, mapping, is1904: head.is1904 };
  refuse([
    ...saidObstacles(given.said, kind, today()).map((code) => ({ code })),
    ...obstaclesOfMapping({ kind, mapping, columns: table.columns, isOfOne: organisation !== null }),
    ...Object.entries(forAll)
      .filter(([field, text]) => fieldOf(kind, field)?.forAll !== true || valueForAll(room, field, text) === undefined)
      .map(([field]) => ({ code: 'value-for-all-unreadable' as const, field })),
  ]);
  return mapping;
}

const troublesOf = (rows: readonly JudgedRow[], { table }: Headed): ConsoleTrouble[] =>
  rows.flatMap(({ row, outcome, troubles }) => {
    const asked = outcome === 'question' && troubles.length === 0 ? [{ code: 'asked', column: null, choices: [] }] : [];
    return [...troubles, ...asked].map(({ code, column, choices = [] }) => ({
      row,
      column: column === null ? null : letters(column),
      heading: table.columns.find((one) => one.column === column)?.heading ?? null,
      code,
      choices,
    }));
  });

/** A year in a column for men or for women says the sex. */
const alsoIn: Readonly<Record<string, readonly string[]>> = { sex: ['sex', 'maleYear', 'femaleYear'] };

function columnsLeftOut(rows: readonly JudgedRow[], mapping: Mapping, { table }: Headed): ColumnLeftOut[] {
  const told = new Map<string, number>();
  for (const field of rows.flatMap(({ leftOut = [] }) => leftOut)) told.set(field, (told.get(field) ?? 0) + 1);
  const unagreed = [...told].flatMap(([field, n]): ColumnLeftOut[] => {
    const said = { reason: 'consent-missing', rows: n } as const;
    const from = mapping.columns.filter((one) => one.field !== null && (alsoIn[field] ?? [field]).includes(one.field));
    if (from.length === 0) return [{ column: null, heading: field, ...said }];
    return from.map(({ column, heading }) => ({ column: letters(column), heading, ...said }));
  });
  const taken = new Set(mapping.columns.flatMap(({ field, column }) => (field === null ? [] : [column])));
  const unknown = table.columns
    .filter(({ column }) => !taken.has(column))
    .map(({ column, heading }) => ({
      column: letters(column),
      heading,
      reason: 'heading-unknown' as const,
      rows: null,
    }));
  return [...unagreed, ...unknown];
}

type Place = Pick<NewBatch, 'organisation' | 'units' | 'by'>;

/** The file read and its columns said: as far as a person brings it on the pages before the rows are looked at. */
async function handedIn(db: Db, given: ConsoleSheet, place: Place) {
  const { bytes: content, fileName, kind } = given;
  const id = newId<BatchId>();
  const sha256 = createHash('sha256').update(content).digest('hex');
  // A workbook is a ZIP; what is neither is refused when it is read.
  const format = content[0] === 0x50 && content[1] === 0x4b ? 'xlsx' : 'csv';
  await saveRead(db, { content, fileName, sha256, format }, { id, ...place });
  const headed = await headedSheet(db, id, given);
  const mapping = await mappingOf(db, headed, given);
  const { consent, change } = given.said;
  const said = { change, ...(consent !== undefined && { consent: { ...consent, text: currentConsent } }) };
  const read = { kind, mapping, sheet: headed.at, said };
  await changeBatch(db, id, { ...read, state: 'importing', round: 1, imported_by: place.by });
  return { batch: await batchRecord(db, id), headed, mapping };
}

/**
 * Takes a sheet over from the console, all of it or nothing, in one transaction: whatever stands against a row leaves no
 * trace. What was taken over stands among the sheets of the pages and is taken back there.
 */
export const importFromConsole = (
  { database, province }: { readonly database: Database; readonly province: Province },
  given: ConsoleSheet,
  say: (done: number, total: number) => void,
): Promise<ConsoleReport> =>
  inProvince(
    database,
    province,
    async ({ client, db }) => {
      const actor = given.as === undefined ? null : ((await actorNamed(client, given.as, province)) ?? null);
      if (given.as !== undefined && actor === null) refuse(['officer-unknown']);
      const by = actor?.account ?? ('console' as AccountId);
      const place = await placeOf(db, given, { actor, by });
      await oneAtATime(db);
      const { batch, headed, mapping } = await handedIn(db, given, { by, ...place });
      const on = today();
      const { rows, leftOut } = await judgedBatch(db, batch, { province, today: on });
      const counts = countsOf(rows, leftOut);
      const left = columnsLeftOut(rows, mapping, headed);
      const report = { batch: null, counts, columnsLeftOut: left, troubles: troublesOf(rows, headed) };
      if (given.dryRun || report.troubles.length > 0) throw new Undo<ConsoleReport>(report);

      await takeOver({ db, batch, province, on, note: async (done, total) => say(done, total) }, rows, counts);
      await recordAct(client, {
        method: importBatch,
        account: actor?.account ?? null,
        input: { batch: batch.id, version: batch.version, part: false },
        commandId: newId(),
        requestId: 'console',
      });
      return { ...report, batch: batch.id };
    },
    { tries: 1 },
  );
