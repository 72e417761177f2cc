import { createHash } from 'node:crypto';
import type { UnitCode } from '#kernel/place.ts';
import { plain } from '#kernel/text.ts';
import type { Db } from '#platform/database/db.ts';
import { addressBook, addressMatcher, unitsOfProvince } from '#registry';
import { answerKey, columnOf, type Choice, type JudgeRoom } from './batch.judge.ts';
import type { Draft, RowTrouble } from './draft.ts';

/** Where a row says that an organisation has its seat. */
export interface SeatFound {
  readonly unit: UnitCode | undefined;
  readonly troubles: readonly RowTrouble[];
  /** Units of today of which a person has to say one; said once, it holds for every row that writes the same. */
  readonly choices: readonly Choice[];
}

export interface Seats {
  readonly of: (draft: Draft) => SeatFound;
  /** What a person is asked about the row's place, answered or not. */
  readonly asked: (draft: Draft) => UnitQuestion | undefined;
}

export interface UnitQuestion {
  readonly text: string;
  readonly choices: readonly (Choice & { readonly value: UnitCode })[];
  readonly chosen: UnitCode | null;
}

const districtSaid = /^(huyện|thị xã|thành phố|huyen|thi xa|thanh pho|tp|tx|h|tp\.|tx\.|h\.)\s/iu;

/** What the row writes of its place. */
export function writtenOf({ values }: Pick<Draft, 'values'>): string {
  const { unit, district, address } = values as Record<string, string | undefined>;
  const first = unit ?? address ?? '';
  if (first === '' || district === undefined) return first;
  return `${first}, ${districtSaid.test(district) ? district : `huyện ${district}`}`;
}

/** Answers are kept by row; this one holds for all rows, by a digest of what they write: the text itself is not kept. */
export const unitAnswer = (written: string): { readonly row: number; readonly field: string } => ({
  row: 0,
  field: `unit ${createHash('sha256').update(plain(written)).digest('hex').slice(0, 32)}`,
});

interface Matched {
  readonly sure: UnitCode | undefined;
  readonly units: readonly UnitCode[];
}

const nowhere: SeatFound = { unit: undefined, troubles: [], choices: [] };

/** Reads the seats of a sheet by the names of units, of now and of before. */
export async function seatReader(db: Db, { mapping, units, answers, today }: JudgeRoom): Promise<Seats> {
  const match = addressMatcher(await addressBook(db));
  const labels = new Map((await unitsOfProvince(db, today)).map(({ code, name }) => [code, name]));
  const known = new Map<string, Matched>();
  const isHere = (code: UnitCode): boolean => units === null || units.includes(code);

  function matched(written: string, isUnitColumn: boolean): Matched {
    const key = `${isUnitColumn} ${written}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const { outcome, reasons, units: found } = match(written);
    const codes = found.map(({ code }) => code).filter((code) => labels.has(code));
    // In a column of units "Đầm Hà" is no district.
    const isSure = outcome === 'one' || (isUnitColumn && codes.length === 1 && reasons.join() === 'district-or-unit');
    const result = { sure: isSure ? codes[0] : undefined, units: codes };
    known.set(key, result);
    return result;
  }

  const offered = (found: readonly UnitCode[]) =>
    found.filter(isHere).map((code) => ({ value: code, label: labels.get(code)! }));

  function answered(written: string, found: readonly UnitCode[]): UnitCode | undefined {
    const { row, field } = unitAnswer(written);
    const said = answers.get(answerKey(row, field));
    return found.find((code) => code === said);
  }

  function asked(draft: Draft): UnitQuestion | undefined {
    const text = writtenOf(draft);
    const { sure, units: found } = matched(text, draft.values['unit'] !== undefined);
    const choices = offered(found);
    if (text === '' || sure !== undefined || choices.length === 0) return undefined;
    return { text, choices, chosen: answered(text, found) ?? null };
  }

  function of(draft: Draft): SeatFound {
    const written = writtenOf(draft);
    const isUnitColumn = draft.values['unit'] !== undefined;
    const only = units?.length === 1 ? units[0] : undefined;
    if (written === '') return { ...nowhere, unit: only };
    const trouble = (code: string, choices: readonly Choice[] = []): SeatFound => ({
      unit: undefined,
      troubles: [
        {
          code,
          ...columnOf(mapping, ...(isUnitColumn ? ['unit', 'address'] : ['address', 'unit'])),
          ...(choices.length > 0 ? { choices: choices.map(({ label }) => label) } : {}),
        },
      ],
      choices,
    });
    const { sure, units: found } = matched(written, isUnitColumn);
    const chosen = sure ?? answered(written, found);
    if (chosen !== undefined) return isHere(chosen) ? { ...nowhere, unit: chosen } : trouble('unit-of-others');
    // An address need not name a unit.
    if (found.length === 0) return isUnitColumn ? trouble('unit-unknown') : { ...nowhere, unit: only };
    const choices = offered(found);
    return choices.length === 0 ? trouble('unit-of-others') : trouble('unit-unclear', choices);
  }

  return { of, asked };
}
