import { readCell } from '#contexts/intake/cell.ts';
import { bare } from '#contexts/intake/cell-word.ts';
import { fieldOf, type Field } from '#contexts/intake/field.ts';
import { moneyUnitIn, proposedMapping } from '#contexts/intake/mapping.ts';
import { typedDay } from '#web/lib/typed-day.ts';
import { blankFounder, type FounderValues } from './founder-values.ts';

/** A cell that could not be read: it is left blank, and told. */
export interface SheetTrouble {
  /** From 1, as pasted. */
  readonly row: number;
  readonly heading: string;
  readonly text: string;
}

const promised = { key: 'subscribedVnd', reader: 'money', headings: [] } as const satisfies Field;
const promisedHeadings = [
  'von cam ket',
  'von cam ket gop',
  'cam ket gop',
  'von dang ky',
  'von dang ky gop',
  'so von cam ket',
  'promised',
  'promised capital',
  'ทุนที่ให้คำมั่น',
];

/** Without a line of headings the columns are taken in this order. */
export const usualColumns = [
  'name',
  'birthYear',
  'sex',
  'nationalId',
  'phone',
  'hamlet',
  'standing',
  'subscribedVnd',
  'contributedVnd',
] as const;

interface Column {
  readonly heading: string;
  readonly field: Field;
}

const fieldNamed = (key: string | null): Field | undefined => {
  if (key === promised.key) return promised;
  return key === null ? undefined : fieldOf('members', key);
};

const cellsOf = (text: string): string[][] => {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const between = lines.some((line) => line.includes('\t')) ? '\t' : ';';
  return lines.map((line) => line.split(between).map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1')));
};

/** Columns by their headings; undefined where the first line is no line of headings. */
function headed(line: readonly string[]): (Column | undefined)[] | undefined {
  const isPromised = (heading: string) => promisedHeadings.includes(bare(heading.replaceAll(/\([^)]*\)/g, '')));
  const columns = line.map((heading, column) => ({ column, heading: isPromised(heading) ? '' : heading }));
  const fields = proposedMapping('members', columns).map(({ field }) => field);
  if (!fields.includes('name')) return undefined;
  return line.map((heading, index) => {
    const field = fieldNamed(isPromised(heading) ? promised.key : (fields[index] ?? null));
    return field && { heading, field };
  });
}

/** A first column of running numbers is not a name. */
const usual = (lines: readonly (readonly string[])[]): (Column | undefined)[] => [
  ...(lines.every(([first = '']) => /^\d{1,4}$/.test(first)) ? [undefined] : []),
  ...usualColumns.map((key) => ({ heading: key, field: fieldNamed(key)! })),
];

type Told = Readonly<Record<string, string | number>>;

/** The columns "birth, male" and "birth, female" of the usual lists tell the sex too. */
const births: Readonly<Record<string, FounderValues['sex']>> = { maleYear: 'male', femaleYear: 'female' };

function founderOf(told: Told, days: Readonly<Record<string, string>>): FounderValues {
  const { representativeName, name } = told;
  const column = Object.keys(births).find((key) => told[key] !== undefined);
  const year = column === undefined ? told['birthYear'] : told[column];
  const day = typedDay(days[column ?? 'birthYear'] ?? '');
  const text = (key: string): string => String(told[key] ?? '');
  const money = (key: string): number | '' => (typeof told[key] === 'number' ? told[key] : '');
  const party = told['party'] ?? (representativeName === undefined ? 'person' : 'household');
  return blankFounder({
    name: String(name ?? ''),
    party: party as FounderValues['party'],
    ...(told['standing'] !== undefined && { standing: told['standing'] as FounderValues['standing'] }),
    sex: (column === undefined ? text('sex') : births[column]!) as FounderValues['sex'],
    birthYear: year === undefined ? '' : String(year),
    birthDay: day ?? '',
    phone: text('phone'),
    nationalId: text('nationalId'),
    hamlet: text('hamlet'),
    subscribedVnd: money('subscribedVnd'),
    contributedVnd: money('contributedVnd'),
    ...(representativeName !== undefined && {
      representative: { name: String(representativeName), relation: '', phone: '' },
    }),
  });
}

/** Founders as rows of a spreadsheet, pasted; what cannot be read is left blank and told. */
export function foundersIn(text: string): { founders: FounderValues[]; troubles: SheetTrouble[] } {
  const lines = cellsOf(text);
  const heads = headed(lines[0] ?? []);
  const columns: readonly (Column | undefined)[] = heads ?? usual(lines);
  const troubles: SheetTrouble[] = [];
  const founders = lines.slice(heads === undefined ? 0 : 1).map((cells, index) => {
    const told: Record<string, string | number> = {};
    const days: Record<string, string> = {};
    for (const [at, column] of columns.entries()) {
      const value = cells[at] ?? '';
      if (column === undefined || value === '') continue;
      const { field, heading } = column;
      const cell = { at: `${index}`, column: at, value, kind: 'text' as const };
      const reading = readCell(field.reader, cell, {
        ...field,
        is1904: false,
        unit: moneyUnitIn(heading) ?? 'dong',
      });
      days[field.key] = value;
      if (reading?.value === undefined)
        troubles.push({ row: index + (heads === undefined ? 1 : 2), heading, text: value });
      else told[field.key] = reading.value as string | number;
    }
    return founderOf(told, days);
  });
  return { founders: founders.filter(({ name }) => name !== ''), troubles };
}
