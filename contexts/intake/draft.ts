import { readCell } from './cell.ts';
import { textIn, type Cell, type CellNotice, type CellValue } from './cell-text.ts';
import { kindInName } from './cell-word.ts';
import { fieldOf, type BatchKind, type Field } from './field.ts';
import { settleGuardian, settleParty } from './member-draft.ts';
import type { Mapping } from './mapping.ts';
import type { TableRow } from './table.ts';

/** A wrong cell, or a row that cannot be: a stable code and where. What stands in the cell is not repeated. */
export interface RowTrouble {
  readonly code: string;
  /** null: the row as a whole. */
  readonly column: number | null;
  readonly field: string | null;
  /** The other row of two. */
  readonly row?: number;
  /** Units of which a person has to say one, by their names. */
  readonly choices?: readonly string[];
}

export interface Draft {
  readonly row: number;
  readonly values: Readonly<Record<string, CellValue>>;
  readonly troubles: readonly RowTrouble[];
  readonly notices: readonly { readonly code: CellNotice; readonly column: number; readonly field: string }[];
}

export interface DraftRoom {
  readonly kind: BatchKind;
  readonly mapping: Mapping;
  readonly is1904: boolean;
}

/** The fields in the order in which they are read: a national id is judged by sex and year of birth. */
const readLast = ['nationalId'];

export interface Filled {
  readonly values: Record<string, CellValue>;
  readonly troubles: RowTrouble[];
  readonly notices: { code: CellNotice; column: number; field: string }[];
}

export interface Place {
  readonly field: Field;
  readonly column: number;
  readonly unit: Mapping['columns'][number]['unit'];
}

function placesOf({ kind, mapping }: DraftRoom): Place[] {
  const places = mapping.columns.flatMap(({ field: key, column, unit }) => {
    const field = key === null ? undefined : fieldOf(kind, key);
    return field === undefined ? [] : [{ field, column, unit }];
  });
  return places.toSorted((a, b) => readLast.indexOf(a.field.key) - readLast.indexOf(b.field.key));
}

function read(into: Filled, { field, column, unit }: Place, cell: Cell | undefined, room: DraftRoom): void {
  const { birthYear, sex } = into.values;
  const reading = readCell(field.reader, cell, {
    unit,
    is1904: room.is1904,
    words: field.words,
    told: room.mapping.words?.[field.key],
    least: field.least,
    most: field.most,
    ...(typeof birthYear === 'number' ? { birthYear } : {}),
    ...(typeof sex === 'string' ? { sex } : {}),
  });
  const { key } = field;
  if (reading === undefined) return;
  if (reading.trouble !== undefined) into.troubles.push({ code: reading.trouble, column, field: key });
  if (reading.value !== undefined) into.values[key] = reading.value;
  // A whole day of birth is worth more than its year; a column for the day of the standing more than its words.
  if (reading.day !== undefined && key === 'status') into.values['statusOn'] ??= reading.day;
  else if (reading.day !== undefined) into.values['birthDay'] = reading.day;
  if (reading.notice !== undefined) into.notices.push({ code: reading.notice, column, field: key });
}

/** The year of birth in a column for men or in one for women says the sex too. */
function joinYears({ values, troubles }: Filled, places: readonly Place[]): void {
  const { maleYear, femaleYear } = values;
  delete values['maleYear'];
  delete values['femaleYear'];
  if (maleYear !== undefined && femaleYear !== undefined) {
    const column = places.find(({ field }) => field.key === 'femaleYear')?.column ?? null;
    troubles.push({ code: 'year-in-both-columns', column, field: 'femaleYear' });
    return;
  }
  const year = maleYear ?? femaleYear;
  if (year === undefined) return;
  values['birthYear'] ??= year;
  values['sex'] ??= maleYear === undefined ? 'female' : 'male';
}

const textCell = (value: string): Cell => ({ at: '', column: 0, kind: 'text', value });

/** What is said once for all rows, as a cell would be read; undefined where it cannot be read so. */
export function valueForAll({ kind, is1904 }: DraftRoom, key: string, written: string): CellValue | undefined {
  const field = fieldOf(kind, key);
  if (field?.forAll !== true) return undefined;
  const { words, least, most } = field;
  return readCell(field.reader, textCell(written), { is1904, words, least, most })?.value;
}

/** "Chính thức" alone takes the kind of official member that was said for all. */
function settleStanding({ values, troubles }: Filled, room: DraftRoom): void {
  const at = troubles.findIndex(({ code }) => code === 'standing-too-coarse');
  if (at === -1) return;
  const forAll = valueForAll(room, 'standing', room.mapping.forAll['standing'] ?? '');
  if (typeof forAll !== 'string' || !forAll.startsWith('official')) return;
  values['standing'] = forAll;
  troubles.splice(at, 1);
}

function fillKind({ values, notices }: Filled, places: readonly Place[]): void {
  const name = values['name'];
  const column = places.find(({ field }) => field.key === 'name')?.column;
  if (values['kind'] !== undefined || typeof name !== 'string' || column === undefined) return;
  const kind = kindInName(name);
  if (kind === undefined) return;
  values['kind'] = kind;
  notices.push({ code: 'kind-from-name', column, field: 'kind' });
}

/** A day alone does not say of which standing. */
function insistOnStatus({ values, troubles }: Filled, places: readonly Place[]): void {
  if (values['statusOn'] === undefined || values['status'] !== undefined) return;
  if (troubles.some(({ field }) => field === 'status')) return;
  const place =
    places.find(({ field }) => field.key === 'status') ?? places.find(({ field }) => field.key === 'statusOn');
  troubles.push({ code: 'missing', column: place?.column ?? null, field: 'status' });
}

function missing({ values, troubles }: Filled, places: readonly Place[], room: DraftRoom): void {
  for (const { field, column } of places) {
    const isSaid = values[field.key] !== undefined || troubles.some((trouble) => trouble.field === field.key);
    const isForAll = field.forAll === true && (room.mapping.forAll[field.key] ?? '') !== '';
    if (field.required && !isSaid && !isForAll) troubles.push({ code: 'missing', column, field: field.key });
  }
}

/** Reads rows by a mapping: values where they can be read, troubles with their cells where not. */
export function drafter(room: DraftRoom): (row: TableRow) => Draft {
  const places = placesOf(room);
  return (row) => {
    const filled: Filled = { values: {}, troubles: [], notices: [] };
    const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
    for (const place of places) {
      if (place.field.key === 'nationalId') joinYears(filled, places);
      read(filled, place, cells.get(place.column), room);
    }
    joinYears(filled, places);
    if (room.kind === 'members') {
      settleStanding(filled, room);
      settleParty(filled, places);
      settleGuardian(filled, places);
    }
    if (room.kind === 'organisations') {
      fillKind(filled, places);
      insistOnStatus(filled, places);
    }
    missing(filled, places, room);
    return { row: row.number, ...filled };
  };
}

const tail = (text: string): string => `${'•'.repeat(Math.max(0, text.length - 4))}${text.slice(-4)}`;
const personNumber = /(?<!\d)\d(?:[ .\-\u00a0]?\d){11}(?!\d)/gu;

/** A person's number is not put on a screen, whichever column it stands in: the last four digits say which is meant. */
export const concealed = (field: string | null, text: string): string =>
  field === 'nationalId' ? tail(text) : text.replaceAll(personNumber, tail);

/** What stands in a cell, for who may see it. */
export const foundIn = (row: TableRow | undefined, column: number | null): string => {
  const cell = row?.cells.find((one) => one.column === column);
  return cell === undefined ? '' : textIn(cell);
};
