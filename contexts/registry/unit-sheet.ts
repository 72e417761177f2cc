import { day, type Day } from '#kernel/day.ts';
import type { UnitCode, UnitKind } from '#kernel/place.ts';
import { plain } from '#kernel/text.ts';

/** A cell as a spreadsheet or a CSV file gives it. */
interface Cell {
  /** A1 */
  readonly at: string;
  /** From 1. */
  readonly column: number;
  readonly value: string | number | boolean;
}
export interface UnitSheetRow {
  /** As in the file, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** A commune-level unit as the list of a province names it. */
export interface ListedUnit {
  readonly code: UnitCode;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: UnitKind;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly validFrom: Day | null;
}

export const unitSheetTroubles = [
  'heading-missing',
  'heading-twice',
  'missing',
  'not-five-digits',
  'kind-unknown',
  'twice',
  'not-a-number',
  'outside-viet-nam',
  'point-half-given',
  'not-a-day',
  'nothing-listed',
] as const;
export interface UnitSheetTrouble {
  readonly code: (typeof unitSheetTroubles)[number];
  /** A1; the heading's when a whole column is missing. */
  readonly at: string;
  readonly found: string;
}

const headings = {
  code: ['ma', 'ma don vi', 'ma xa', 'ma phuong xa', 'ma don vi hanh chinh', 'code'],
  name: ['ten', 'ten don vi', 'ten xa', 'ten phuong xa', 'ten don vi hanh chinh', 'name'],
  kind: ['loai', 'cap', 'loai don vi', 'loai hinh', 'kind'],
  nameEn: ['ten tieng anh', 'name en', 'english name'],
  lon: ['kinh do', 'lon', 'longitude'],
  lat: ['vi do', 'lat', 'latitude'],
  validFrom: ['tu ngay', 'hieu luc tu', 'ngay hieu luc', 'valid from'],
} as const;
type Heading = keyof typeof headings;

const kinds: readonly (readonly [UnitKind, readonly string[]])[] = [
  ['special-zone', ['dac khu', 'special zone']],
  ['township', ['thi tran', 'township']],
  ['ward', ['phuong', 'ward']],
  ['commune', ['xa', 'commune']],
];

export const read = (value: Cell['value']): string => String(value).normalize('NFC').trim();
export const bare = (text: string): string =>
  plain(text)
    .replaceAll(/[_\-.()]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

export const kindOf = (text: string): UnitKind | undefined =>
  kinds.find(([, words]) => words.some((word) => bare(text) === word))?.[0];
/** "Xã Đầm Hà" says its kind itself. */
export const kindInName = (name: string): UnitKind | undefined =>
  kinds.find(([, words]) => words.some((word) => bare(name).startsWith(`${word} `)))?.[0];
export const withoutKind = (name: string): string => name.replace(/^(đặc khu|thị trấn|phường|xã)\s+/iu, '');

const headingOf = (text: string): Heading | undefined =>
  (Object.keys(headings) as Heading[]).find((heading) => (headings[heading] as readonly string[]).includes(bare(text)));

/** 1 is A, 27 is AA. */
export const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

/** Of the point of a unit: Viet Nam with its islands. */
const bounds = { lon: [102, 118], lat: [6, 24] } as const;

class Reader {
  readonly troubles: UnitSheetTrouble[] = [];
  readonly #columns: ReadonlyMap<Heading, number>;
  constructor(head: UnitSheetRow) {
    const columns = new Map<Heading, number>();
    for (const { column, value, at } of head.cells) {
      const heading = headingOf(read(value));
      if (heading === undefined) continue;
      if (columns.has(heading)) this.#say('heading-twice', at, read(value));
      else columns.set(heading, column);
    }
    for (const heading of ['code', 'name'] as const)
      if (!columns.has(heading)) this.#say('heading-missing', `A${head.number}`, '');
    this.#columns = columns;
  }

  #say(code: UnitSheetTrouble['code'], at: string, found: string): void {
    this.troubles.push({ code, at, found });
  }

  #cell({ cells, number }: UnitSheetRow, heading: Heading): { at: string; text: string } {
    const column = this.#columns.get(heading);
    const cell = cells.find((one) => one.column === column);
    return { at: cell?.at ?? `${letters(column ?? 1)}${number}`, text: cell === undefined ? '' : read(cell.value) };
  }

  #code(row: UnitSheetRow): UnitCode {
    const { at, text } = this.#cell(row, 'code');
    if (text === '') this.#say('missing', at, '');
    // Excel takes the first zero of a code that looks like a number.
    const code = /^\d{4}$/.test(text) ? `0${text}` : text;
    if (text !== '' && !/^\d{5}$/.test(code)) this.#say('not-five-digits', at, text);
    return code as UnitCode;
  }

  #degrees(row: UnitSheetRow, heading: 'lon' | 'lat'): number | null {
    const { at, text } = this.#cell(row, heading);
    if (text === '') return null;
    const degrees = Number(text.replace(',', '.'));
    const [least, most] = bounds[heading];
    if (!Number.isFinite(degrees)) this.#say('not-a-number', at, text);
    else if (degrees < least || degrees > most) this.#say('outside-viet-nam', at, text);
    return degrees;
  }

  #day(row: UnitSheetRow): Day | null {
    const { at, text } = this.#cell(row, 'validFrom');
    if (text === '') return null;
    const [, dayOfMonth, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
    try {
      return day(year === undefined ? text : `${year}-${month!.padStart(2, '0')}-${dayOfMonth!.padStart(2, '0')}`);
    } catch {
      this.#say('not-a-day', at, text);
      return null;
    }
  }

  unit(row: UnitSheetRow): ListedUnit {
    const code = this.#code(row);
    const name = this.#cell(row, 'name');
    if (name.text === '') this.#say('missing', name.at, '');
    const said = this.#cell(row, 'kind');
    const kind = said.text === '' ? kindInName(name.text) : kindOf(said.text);
    if (kind === undefined) this.#say('kind-unknown', said.text === '' ? name.at : said.at, said.text || name.text);
    const [lon, lat] = [this.#degrees(row, 'lon'), this.#degrees(row, 'lat')];
    if ((lon === null) !== (lat === null))
      this.#say('point-half-given', this.#cell(row, lon === null ? 'lon' : 'lat').at, '');
    const shown = withoutKind(name.text);
    return {
      code,
      name: shown,
      nameEn: this.#cell(row, 'nameEn').text || bareName(shown),
      kind: kind ?? 'commune',
      lon,
      lat,
      validFrom: this.#day(row),
    };
  }

  twice(units: readonly ListedUnit[], rows: readonly UnitSheetRow[]): void {
    const first = new Map<string, string>();
    for (const [index, { code }] of units.entries()) {
      const { at } = this.#cell(rows[index]!, 'code');
      if (first.has(code)) this.#say('twice', at, `${code} (${first.get(code)})`);
      else first.set(code, at);
    }
  }
}

/** Without marks, capitals kept: what a unit is called in English when the list does not say. */
function bareName(name: string): string {
  const letters = plain(name);
  return letters
    .split('')
    .map((letter, at) => (/\p{Lu}/u.test(name[at] ?? '') ? letter.toUpperCase() : letter))
    .join('');
}

/**
 * The units of a province from a sheet with headings in Vietnamese or English; whatever is wrong is told with its cell,
 * all at once, and then nothing is to be taken.
 */
export function readUnitSheet(rows: readonly UnitSheetRow[]): {
  units: ListedUnit[];
  troubles: UnitSheetTrouble[];
} {
  const at = rows.findIndex(({ cells }) => cells.some(({ value }) => headingOf(read(value)) === 'code'));
  const head = rows[at === -1 ? 0 : at];
  if (head === undefined) return { units: [], troubles: [{ code: 'nothing-listed', at: 'A1', found: '' }] };
  const reader = new Reader(head);
  if (reader.troubles.length > 0) return { units: [], troubles: reader.troubles };
  const listed = rows.slice((at === -1 ? 0 : at) + 1);
  const units = listed.map((row) => reader.unit(row));
  reader.twice(units, listed);
  if (units.length === 0) reader.troubles.push({ code: 'nothing-listed', at: 'A1', found: '' });
  return { units, troubles: reader.troubles };
}
