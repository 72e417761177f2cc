import { day, type Day } from '#kernel/day.ts';
import type { UnitCode } from '#kernel/place.ts';
import { bare, kindInName, kindOf, letters, read, withoutKind, type UnitSheetRow } from './unit-sheet.ts';

export const formerKinds = ['ward', 'commune', 'township'] as const;
export type FormerKind = (typeof formerKinds)[number];

/** A row of the sheet: a former unit went, whole or in part, into one of today. */
export interface FormerLine {
  readonly name: string;
  readonly kind: FormerKind;
  readonly district: string;
  readonly code: UnitCode;
  readonly part: 'whole' | 'part';
  readonly document: string;
  /** Somebody has read it in the document. */
  readonly verified: boolean;
  /** The first day on which the unit was no more. */
  readonly abolishedOn: Day;
}

export const formerSheetTroubles = [
  'heading-missing',
  'heading-twice',
  'missing',
  'too-long',
  'kind-unknown',
  'not-five-digits',
  'unit-unknown',
  'part-unknown',
  'verified-unknown',
  'not-a-day',
  'twice',
  'whole-and-more',
  'part-alone',
  'day-differs',
  'nothing-listed',
] as const;
export interface FormerSheetTrouble {
  readonly code: (typeof formerSheetTroubles)[number];
  /** A1; the heading's when a whole column is missing. */
  readonly at: string;
  readonly found: string;
}

const headings = {
  name: ['ten cu', 'ten don vi cu', 'don vi cu', 'xa phuong cu', 'old name', 'former name'],
  kind: ['loai cu', 'cap cu', 'loai don vi cu', 'old kind', 'former kind'],
  district: ['huyen cu', 'don vi cap huyen cu', 'quan huyen cu', 'cap huyen cu', 'old district', 'former district'],
  code: ['ma moi', 'ma don vi moi', 'ma xa moi', 'ma', 'new unit code', 'new code', 'code'],
  part: ['toan bo hay mot phan', 'toan bo mot phan', 'toan bo', 'pham vi', 'whole or part', 'part'],
  document: ['van ban', 'nghi quyet', 'can cu', 'document'],
  verified: ['da doi chieu', 'doi chieu', 'da kiem chung', 'verified'],
  abolishedOn: ['tu ngay', 'ngay sap xep', 'sap xep tu ngay', 'abolished on', 'on day'],
} as const;
type Heading = keyof typeof headings;
/** The columns without which nothing can be read, as people write them. */
const needed = {
  name: 'Tên cũ',
  district: 'Huyện cũ',
  code: 'Mã mới',
  part: 'Toàn bộ hay một phần',
  document: 'Văn bản',
} as const;

const parts = {
  whole: ['toan bo', 'ca', 'nguyen ven', 'whole', 'all'],
  part: ['mot phan', 'phan', 'part'],
} as const;
const answers: Readonly<Record<string, boolean>> = {
  '': false,
  khong: false,
  chua: false,
  no: false,
  false: false,
  '0': false,
  co: true,
  roi: true,
  'da doi chieu': true,
  x: true,
  yes: true,
  true: true,
  '1': true,
};
/** As long as a name, and as a document's number and title may be. */
const longest: Partial<Record<Heading, number>> = { name: 100, district: 100, document: 300 };

/** Where the sheet does not say when: the day the two-level government began (Resolution 202/2025/QH15). */
const sinceReform = '2025-07-01' as Day;

const headingOf = (text: string): Heading | undefined =>
  (Object.keys(headings) as Heading[]).find((heading) => (headings[heading] as readonly string[]).includes(bare(text)));

/** One former unit, by what an address says of it. */
export const formerName = ({ name, kind, district }: Pick<FormerLine, 'name' | 'kind' | 'district'>): string =>
  `${kind} ${name.toLowerCase()}, ${district.toLowerCase()}`;

class Reader {
  readonly troubles: FormerSheetTrouble[] = [];
  readonly #columns = new Map<Heading, number>();
  readonly #units: ReadonlySet<string>;

  constructor(head: UnitSheetRow, units: ReadonlySet<string>) {
    this.#units = units;
    for (const { column, value, at } of head.cells) {
      const heading = headingOf(read(value));
      if (heading === undefined) continue;
      if (this.#columns.has(heading)) this.say('heading-twice', at, read(value));
      else this.#columns.set(heading, column);
    }
    for (const [heading, title] of Object.entries(needed))
      if (!this.#columns.has(heading as Heading)) this.say('heading-missing', `A${head.number}`, title);
  }

  say(code: FormerSheetTrouble['code'], at: string, found: string): void {
    this.troubles.push({ code, at, found });
  }

  cell({ cells, number }: UnitSheetRow, heading: Heading): { at: string; text: string } {
    const column = this.#columns.get(heading);
    const cell = cells.find((one) => one.column === column);
    return { at: cell?.at ?? `${letters(column ?? 1)}${number}`, text: cell === undefined ? '' : read(cell.value) };
  }

  #text(row: UnitSheetRow, heading: Heading): string {
    const { at, text } = this.cell(row, heading);
    if (text === '') this.say('missing', at, '');
    if (text.length > (longest[heading] ?? 100)) this.say('too-long', at, text);
    return text;
  }

  #code(row: UnitSheetRow): UnitCode {
    const { at } = this.cell(row, 'code');
    const text = this.#text(row, 'code');
    // Excel takes the first zero of a code that looks like a number.
    const code = /^\d{4}$/.test(text) ? `0${text}` : text;
    if (text !== '' && !/^\d{5}$/.test(code)) this.say('not-five-digits', at, text);
    else if (text !== '' && !this.#units.has(code)) this.say('unit-unknown', at, text);
    return code as UnitCode;
  }

  #kind(row: UnitSheetRow, name: string): FormerKind {
    const said = this.cell(row, 'kind');
    const kind = said.text === '' ? kindInName(name) : kindOf(said.text);
    if (kind !== undefined && kind !== 'special-zone') return kind;
    const at = said.text === '' ? this.cell(row, 'name').at : said.at;
    this.say('kind-unknown', at, said.text || name);
    return 'commune';
  }

  #part(row: UnitSheetRow): FormerLine['part'] {
    const text = this.#text(row, 'part');
    const part = (['whole', 'part'] as const).find((one) => (parts[one] as readonly string[]).includes(bare(text)));
    if (part === undefined && text !== '') this.say('part-unknown', this.cell(row, 'part').at, text);
    return part ?? 'whole';
  }

  #verified(row: UnitSheetRow): boolean {
    const { at, text } = this.cell(row, 'verified');
    const answer = answers[bare(text)];
    if (answer === undefined) this.say('verified-unknown', at, text);
    return answer ?? false;
  }

  #day(row: UnitSheetRow): Day {
    const { at, text } = this.cell(row, 'abolishedOn');
    if (text === '') return sinceReform;
    const [, dayOfMonth, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
    try {
      return day(year === undefined ? text : `${year}-${month!.padStart(2, '0')}-${dayOfMonth!.padStart(2, '0')}`);
    } catch {
      this.say('not-a-day', at, text);
      return sinceReform;
    }
  }

  line(row: UnitSheetRow): FormerLine {
    const name = this.#text(row, 'name');
    return {
      name: withoutKind(name),
      kind: this.#kind(row, name),
      district: this.#text(row, 'district'),
      code: this.#code(row),
      part: this.#part(row),
      document: this.#text(row, 'document'),
      verified: this.#verified(row),
      abolishedOn: this.#day(row),
    };
  }

  /** What only shows when the rows of one unit stand side by side. */
  together(lines: readonly FormerLine[], rows: readonly UnitSheetRow[]): void {
    const byUnit = Map.groupBy(lines.keys(), (at) => formerName(lines[at]!));
    for (const places of byUnit.values()) {
      const first = lines[places[0]!]!;
      const codes = new Set<string>();
      for (const at of places) {
        const { code, part, abolishedOn } = lines[at]!;
        const row = rows[at]!;
        if (codes.has(code)) this.say('twice', this.cell(row, 'code').at, code);
        else if (places.length > 1 && part === 'whole') this.say('whole-and-more', this.cell(row, 'part').at, code);
        if (abolishedOn !== first.abolishedOn) this.say('day-differs', this.cell(row, 'abolishedOn').at, abolishedOn);
        codes.add(code);
      }
      if (places.length === 1 && first.part === 'part')
        this.say('part-alone', this.cell(rows[places[0]!]!, 'part').at, first.code);
    }
  }
}

/**
 * The former units of a province and where each went, from a sheet with headings in Vietnamese or English; whatever is wrong
 * is told with its cell, all at once, and then nothing is to be taken. `units`: the codes the province has today.
 */
export function readFormerSheet(
  rows: readonly UnitSheetRow[],
  units: ReadonlySet<string>,
): { lines: FormerLine[]; troubles: FormerSheetTrouble[] } {
  const at = rows.findIndex(({ cells }) => cells.some(({ value }) => headingOf(read(value)) === 'name'));
  const head = rows[at === -1 ? 0 : at];
  if (head === undefined) return { lines: [], troubles: [{ code: 'nothing-listed', at: 'A1', found: '' }] };
  const reader = new Reader(head, units);
  if (reader.troubles.length > 0) return { lines: [], troubles: reader.troubles };
  const listed = rows.slice((at === -1 ? 0 : at) + 1);
  const lines = listed.map((row) => reader.line(row));
  reader.together(lines, listed);
  if (lines.length === 0) reader.say('nothing-listed', 'A1', '');
  return { lines, troubles: reader.troubles };
}
