import { matchAnalyte, type AnalyteIndex } from './analyte.ts';
import type { ConcentrationUnit } from './concentration.ts';
import { findUnit } from './concentration.ts';
import { findColumns, type FoundColumns, type ReportColumn, type SheetCell, type SheetLine } from './report-columns.ts';
import { readAmount, readResult, type ReadResult } from './report-cell.ts';
import type { AnalyteResult } from './residue.ts';

export const cellTroubles = [
  'headings-missing',
  'name-missing',
  'name-unknown',
  'name-and-cas-disagree',
  'name-by-spelling',
  'analyte-twice',
  'result-missing',
  'result-unreadable',
  'zero-is-no-result',
  'finer-than-kept',
  'too-large',
  'loq-missing',
  'number-unreadable',
  'lod-above-loq',
  'below-a-limit-above-loq',
  'value-below-loq',
  'unit-unknown',
  'unit-taken-for-granted',
  'no-results',
] as const;
export type CellTroubleCode = (typeof cellTroubles)[number];

/** error: nothing is imported. question: a person says what the name means. notice: taken so, look at it. */
export interface CellTrouble {
  readonly at: string;
  readonly severity: 'error' | 'question' | 'notice';
  readonly code: CellTroubleCode;
  readonly found: string;
  /** Where the same analyte stands already. */
  readonly other?: string;
  /** Likely analytes for a name nobody knows. */
  readonly candidates?: readonly string[];
}

export interface SheetResult extends AnalyteResult {
  readonly lodNgPerKg: number | null;
  readonly printedName: string;
  readonly printedResult: string;
  readonly row: number;
}

export interface ReadReport {
  readonly results: readonly SheetResult[];
  readonly troubles: readonly CellTrouble[];
  readonly rows: number;
  /** Rows a person said are no residues, and captions between the rows. */
  readonly passedOver: number;
}

const letters = (column: number): string =>
  (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));

class Reading {
  readonly results: SheetResult[] = [];
  readonly troubles: CellTrouble[] = [];
  readonly seen = new Map<string, string>();
  rows = 0;
  passedOver = 0;
  readonly columns: FoundColumns;
  readonly index: AnalyteIndex;
  constructor(columns: FoundColumns, index: AnalyteIndex) {
    this.columns = columns;
    this.index = index;
  }
}

/** One row of the table, its cells by what they hold. */
interface Row {
  readonly number: number;
  readonly cell: (column: ReportColumn) => SheetCell | undefined;
  readonly text: (column: ReportColumn) => string;
  readonly at: (column: ReportColumn) => string;
}

function rowOf(line: SheetLine, { columns }: FoundColumns): Row {
  const cell = (column: ReportColumn) => line.cells.find((each) => each.column === columns.get(column));
  return {
    number: line.number,
    cell,
    text: (column) => String(cell(column)?.value ?? '').trim(),
    at: (column) => cell(column)?.at ?? `${letters(columns.get(column) ?? columns.get('name')!)}${line.number}`,
  };
}

type Complain = (column: ReportColumn, code: CellTroubleCode, severity?: CellTrouble['severity']) => unknown;

/** The analyte of a row; undefined when it is not known, stands twice, or is none. */
function analyteOf(reading: Reading, row: Row, complain: Complain): string | undefined {
  const name = row.text('name');
  const match = matchAnalyte(reading.index, name, row.text('cas') || null);
  if (match.kind === 'passed-over') {
    reading.passedOver += 1;
    return undefined;
  }
  if (match.kind === 'unknown') {
    const { candidates } = match;
    reading.troubles.push({ at: row.at('name'), severity: 'question', code: 'name-unknown', found: name, candidates });
    return undefined;
  }
  if (match.kind === 'contradiction') {
    complain('cas', 'name-and-cas-disagree');
    return undefined;
  }
  const other = reading.seen.get(match.analyte);
  if (other !== undefined) {
    reading.troubles.push({ at: row.at('name'), severity: 'error', code: 'analyte-twice', found: name, other });
    return undefined;
  }
  reading.seen.set(match.analyte, row.at('name'));
  if (match.by === 'spelling') complain('name', 'name-by-spelling', 'notice');
  return match.analyte;
}

function unitOf(reading: Reading, row: Row, complain: Complain): ConcentrationUnit {
  const text = row.text('unit');
  const named = findUnit(text);
  if (named !== undefined) return named;
  if (text !== '') complain('unit', 'unit-unknown');
  return reading.columns.units.get('result') ?? 'mg/kg';
}

interface Limits {
  readonly lod: number | null;
  readonly loq: number | null;
}

function limitsOf(reading: Reading, row: Row, unit: ConcentrationUnit, complain: Complain): Limits {
  const read = (column: 'lod' | 'loq'): number | null => {
    const cell = row.cell(column);
    if (cell === undefined || row.text(column) === '') return null;
    const amount = readAmount(cell.value, reading.columns.units.get(column) ?? unit);
    if (amount === undefined) complain(column, 'number-unreadable');
    return amount ?? null;
  };
  return { lod: read('lod'), loq: read('loq') };
}

/** The LOQ that counts: the column's, else what "<" names. */
function loqOf(result: ReadResult, limits: Limits, complain: Complain): number | undefined {
  const named = result.kind === 'value' ? null : result.ngPerKg;
  const loq = limits.loq ?? (result.kind !== 'value' && result.of === 'loq' ? named : null);
  if (loq === null) {
    complain('loq', 'loq-missing');
    return undefined;
  }
  if (named !== null && named > loq) {
    complain('result', 'below-a-limit-above-loq');
    return undefined;
  }
  if (limits.lod !== null && limits.lod > loq) {
    complain('lod', 'lod-above-loq');
    return undefined;
  }
  return loq;
}

function resultOf(row: Row, unit: ConcentrationUnit, complain: Complain): ReadResult | undefined {
  const cell = row.cell('result');
  if (cell === undefined || row.text('result') === '') {
    complain('result', 'result-missing');
    return undefined;
  }
  const read = readResult(cell.value, unit);
  if ('trouble' in read) {
    complain('result', read.trouble);
    return undefined;
  }
  return read;
}

function uncertaintyOf(reading: Reading, row: Row, unit: ConcentrationUnit, complain: Complain): number | null {
  const cell = row.cell('uncertainty');
  if (cell === undefined || row.text('uncertainty') === '' || /^[-–—]$/.test(row.text('uncertainty'))) return null;
  const amount = readAmount(cell.value, reading.columns.units.get('uncertainty') ?? unit);
  if (amount === undefined) complain('uncertainty', 'number-unreadable');
  return amount ?? null;
}

type Kind = Pick<SheetResult, 'kind' | 'valueNgPerKg' | 'uncertaintyNgPerKg'>;

function kindOf(result: ReadResult, limits: Limits, loq: number): Kind {
  const without = { valueNgPerKg: null, uncertaintyNgPerKg: null };
  if (result.kind === 'nd') return { kind: 'nd', ...without };
  if (result.kind === 'below') {
    const isNotDetected = result.of === 'lod' || (result.ngPerKg !== null && result.ngPerKg === limits.lod);
    return { kind: isNotDetected && result.ngPerKg !== loq ? 'nd' : 'below-loq', ...without };
  }
  if (result.ngPerKg < loq) return { kind: 'below-loq', ...without };
  return { kind: 'value', valueNgPerKg: result.ngPerKg, uncertaintyNgPerKg: result.uncertaintyNgPerKg };
}

/** A caption, a signature, an empty line: a row that says nothing of a substance. */
function isAside(reading: Reading, row: Row): boolean {
  if (row.text('result') !== '' || row.text('loq') !== '' || row.text('cas') !== '') return false;
  return row.text('name') === '' || matchAnalyte(reading.index, row.text('name'), null).kind !== 'known';
}

function readAnalyteRow(reading: Reading, row: Row, complain: Complain): void {
  const analyte = analyteOf(reading, row, complain);
  const unit = unitOf(reading, row, complain);
  const result = resultOf(row, unit, complain);
  const limits = limitsOf(reading, row, unit, complain);
  const stated = uncertaintyOf(reading, row, unit, complain);
  const loq = result === undefined ? undefined : loqOf(result, limits, complain);
  if (analyte === undefined || result === undefined || loq === undefined) return;
  if (result.kind === 'value' && result.ngPerKg < loq) complain('result', 'value-below-loq', 'notice');
  const kind = kindOf(result, limits, loq);
  reading.results.push({
    analyte,
    ...kind,
    uncertaintyNgPerKg: kind.kind === 'value' ? (kind.uncertaintyNgPerKg ?? stated) : null,
    loqNgPerKg: loq,
    lodNgPerKg: limits.lod,
    printedName: row.text('name'),
    printedResult: row.text('result'),
    row: row.number,
  });
}

function readRow(reading: Reading, line: SheetLine): void {
  const row = rowOf(line, reading.columns);
  const complain: Complain = (column, code, severity = 'error') =>
    reading.troubles.push({ at: row.at(column), severity, code, found: row.text(column) });
  if (isAside(reading, row)) {
    reading.passedOver += 1;
    return;
  }
  reading.rows += 1;
  if (row.text('name') === '' && row.text('cas') === '') complain('name', 'name-missing');
  else readAnalyteRow(reading, row, complain);
}

const nothing = (at: string, code: CellTroubleCode): ReadReport => ({
  results: [],
  troubles: [{ at, severity: 'error', code, found: '' }],
  rows: 0,
  passedOver: 0,
});

/** Reads a laboratory's table cell by cell. All troubles are named; only without an error or open question does it count. */
export function readReport(lines: readonly SheetLine[], index: AnalyteIndex): ReadReport {
  const columns = findColumns(lines);
  if (columns === undefined) return nothing('A1', 'headings-missing');
  const reading = new Reading(columns, index);
  const heading = `${letters(columns.columns.get('result')!)}${columns.row}`;
  if (!columns.columns.has('unit') && !columns.units.has('result'))
    reading.troubles.push({ at: heading, severity: 'notice', code: 'unit-taken-for-granted', found: 'mg/kg' });
  for (const line of lines) if (line.number > columns.row) readRow(reading, line);
  if (reading.rows === 0) return nothing(heading, 'no-results');
  const { results, troubles, rows, passedOver } = reading;
  return { results, troubles, rows, passedOver };
}

export const isImportable = ({ troubles, results }: ReadReport): boolean =>
  results.length > 0 && troubles.every(({ severity }) => severity === 'notice');
