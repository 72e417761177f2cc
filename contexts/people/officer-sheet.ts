import { day, type Day } from '#kernel/day.ts';
import type { Role } from '#kernel/actor.ts';
import type { UnitCode } from '#kernel/place.ts';
import { plain } from '#kernel/text.ts';

/** A cell as a spreadsheet or a CSV file gives it. */
interface Cell {
  readonly at: string;
  /** From 1. */
  readonly column: number;
  readonly value: string | number | boolean;
}
export interface OfficerSheetRow {
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** Roles held for a place: these a sheet of officers may give. */
export const officerRoles = ['provincial-officer', 'commune-officer', 'auditor', 'administrator'] as const;
export type OfficerRole = (typeof officerRoles)[number] & Role;

export interface ListedOfficer {
  /** As in the file. */
  readonly row: number;
  readonly name: string;
  readonly email: string;
  readonly role: OfficerRole;
  readonly unit: UnitCode | null;
  readonly until: Day | null;
}

export const officerSheetTroubles = [
  'heading-missing',
  'heading-twice',
  'name-missing',
  'name-too-long',
  'email-missing',
  'not-an-address',
  'twice',
  'role-unknown',
  'unit-missing',
  'unit-unknown',
  'unit-not-wanted',
  'not-a-day',
  'ended-already',
  'nothing-listed',
] as const;
export interface OfficerSheetTrouble {
  readonly code: (typeof officerSheetTroubles)[number];
  readonly at: string;
  readonly found: string;
}

const headings = {
  name: ['ho va ten', 'ho ten', 'ten', 'name', 'full name', 'ชื่อ', 'ชื่อ-สกุล'],
  email: ['thu dien tu', 'email', 'e mail', 'dia chi thu dien tu', 'อีเมล'],
  role: ['vai tro', 'role', 'บทบาท'],
  unit: ['xa phuong dac khu', 'xa phuong', 'don vi', 'ma don vi', 'unit', 'commune', 'ตำบล'],
  until: ['den ngay', 'den het ngay', 'until', 'ถึงวันที่'],
} as const;
type Heading = keyof typeof headings;
const needed = ['name', 'email', 'role'] as const;

const roleNames: Readonly<Record<OfficerRole, readonly string[]>> = {
  'provincial-officer': [
    'can bo cap tinh',
    'can bo tinh',
    'cap tinh',
    'tinh',
    'provincial officer',
    'เจ้าหน้าที่ระดับจังหวัด',
  ],
  'commune-officer': ['can bo cap xa', 'can bo xa', 'cap xa', 'xa', 'commune officer', 'เจ้าหน้าที่ระดับตำบล'],
  auditor: ['kiem toan vien', 'kiem toan', 'auditor', 'ผู้ตรวจสอบ'],
  administrator: ['quan tri he thong', 'quan tri', 'administrator', 'ผู้ดูแลระบบ'],
};

const read = (value: Cell['value']): string => String(value).normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
const bare = (text: string): string =>
  plain(text)
    .replaceAll(/[_,/().*-]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const isOne = (names: readonly string[], text: string): boolean =>
  names.some((name) => bare(name) === bare(text)) && text !== '';

const headingOf = (text: string): Heading | undefined =>
  (Object.keys(headings) as Heading[]).find((heading) => isOne(headings[heading], text));
const roleOf = (text: string): OfficerRole | undefined =>
  officerRoles.find((role) => bare(role) === bare(text) || isOne(roleNames[role], text));

const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

// As the address of an account is held: what is refused here would be refused when the link is opened.
const address = /^[a-z0-9_'+-]+(?:\.[a-z0-9_'+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

/** A unit of the province, by whose code or name a row may mean it. */
export interface KnownUnit {
  readonly code: UnitCode;
  readonly name: string;
}

/** What a sheet is read against. */
export interface OfficerGround {
  readonly units: readonly KnownUnit[];
  readonly today: Day;
}

class Reader {
  readonly troubles: OfficerSheetTrouble[] = [];
  readonly #columns = new Map<Heading, number>();
  readonly #ground: OfficerGround;
  readonly #seen = new Map<string, string>();

  constructor(head: OfficerSheetRow, ground: OfficerGround) {
    this.#ground = ground;
    for (const { column, value, at } of head.cells) {
      const heading = headingOf(read(value));
      if (heading === undefined) continue;
      if (this.#columns.has(heading)) this.#say('heading-twice', at, read(value));
      else this.#columns.set(heading, column);
    }
    for (const heading of needed)
      if (!this.#columns.has(heading)) this.#say('heading-missing', `A${head.number}`, headings[heading][0]);
  }

  #say(code: OfficerSheetTrouble['code'], at: string, found: string): void {
    this.troubles.push({ code, at, found });
  }

  #cell({ cells, number }: OfficerSheetRow, heading: Heading): { at: string; text: string } {
    const column = this.#columns.get(heading);
    const cell = cells.find((one) => one.column === column);
    return { at: cell?.at ?? `${letters(column ?? 1)}${number}`, text: cell === undefined ? '' : read(cell.value) };
  }

  #email(row: OfficerSheetRow): string {
    const { at, text } = this.#cell(row, 'email');
    const email = text.toLowerCase();
    if (text === '') this.#say('email-missing', at, '');
    else if (!address.test(email) || email.length > 254) this.#say('not-an-address', at, text);
    return email;
  }

  #name(row: OfficerSheetRow): string {
    const { at, text } = this.#cell(row, 'name');
    if (text.length < 2) this.#say('name-missing', at, text);
    if (text.length > 100) this.#say('name-too-long', at, text);
    return text;
  }

  /** By code, or by name where only one unit is called so; "Xã Đầm Hà" is "Đầm Hà". */
  #unit(row: OfficerSheetRow, role: OfficerRole | undefined): UnitCode | null {
    const { at, text } = this.#cell(row, 'unit');
    if (role !== 'commune-officer') {
      if (text !== '' && role !== undefined) this.#say('unit-not-wanted', at, text);
      return null;
    }
    if (text === '') {
      this.#say('unit-missing', at, '');
      return null;
    }
    const code = /^\d{4}$/.test(text) ? `0${text}` : text;
    const named = bare(text).replace(/^(dac khu|thi tran|phuong|xa) (?=.)/, '');
    const found = this.#ground.units.filter(
      (unit) => unit.code === code || [named, bare(text)].includes(bare(unit.name)),
    );
    if (found.length !== 1) this.#say('unit-unknown', at, text);
    return found.length === 1 ? found[0]!.code : null;
  }

  #until(row: OfficerSheetRow): Day | null {
    const { at, text } = this.#cell(row, 'until');
    if (text === '') return null;
    const [, dayOfMonth, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
    try {
      const until = day(
        year === undefined ? text : `${year}-${month!.padStart(2, '0')}-${dayOfMonth!.padStart(2, '0')}`,
      );
      if (until < this.#ground.today) this.#say('ended-already', at, text);
      return until;
    } catch {
      this.#say('not-a-day', at, text);
      return null;
    }
  }

  officer(row: OfficerSheetRow): ListedOfficer {
    const name = this.#name(row);
    const email = this.#email(row);
    const said = this.#cell(row, 'role');
    const role = roleOf(said.text);
    if (role === undefined) this.#say('role-unknown', said.at, said.text);
    const unit = this.#unit(row, role);
    const key = `${email} ${role} ${unit}`;
    const first = this.#seen.get(key);
    const { at } = this.#cell(row, 'email');
    if (first !== undefined && email !== '') this.#say('twice', at, `${email} (${first})`);
    else this.#seen.set(key, at);
    return { row: row.number, name, email, role: role ?? 'auditor', unit, until: this.#until(row) };
  }
}

/**
 * Officers from a sheet with headings in one of the three languages; whatever is wrong is told with its cell, all at
 * once, and then nobody is to be invited.
 */
export function readOfficerSheet(
  rows: readonly OfficerSheetRow[],
  ground: OfficerGround,
): { officers: ListedOfficer[]; troubles: OfficerSheetTrouble[] } {
  const at = rows.findIndex(({ cells }) => cells.some(({ value }) => headingOf(read(value)) === 'email'));
  const head = rows[at === -1 ? 0 : at];
  if (head === undefined) return { officers: [], troubles: [{ code: 'nothing-listed', at: 'A1', found: '' }] };
  const reader = new Reader(head, ground);
  if (reader.troubles.length > 0) return { officers: [], troubles: reader.troubles };
  const listed = rows
    .slice((at === -1 ? 0 : at) + 1)
    .filter(({ cells }) => cells.some(({ value }) => read(value) !== ''));
  const officers = listed.map((row) => reader.officer(row));
  if (officers.length === 0) reader.troubles.push({ code: 'nothing-listed', at: `A${head.number + 1}`, found: '' });
  return { officers, troubles: reader.troubles };
}
