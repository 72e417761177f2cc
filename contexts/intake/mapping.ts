import { bare } from './cell-word.ts';
import type { ToldWords } from './cell-text.ts';
import { fieldOf, fieldsNamed, fieldsOf, isMoney, type BatchKind, type MoneyUnit } from './field.ts';
import type { TableColumn } from './table.ts';

/** Which field a column holds; null: none. */
export interface MappedColumn {
  readonly column: number;
  readonly heading: string;
  readonly field: string | null;
  /** Of money: what one in the column stands for. */
  readonly unit?: MoneyUnit | undefined;
}

export interface Mapping {
  readonly columns: readonly MappedColumn[];
  /** Given once for all rows that do not say it, as somebody would write it in a cell. */
  readonly forAll: Readonly<Record<string, string>>;
  /** By field: what words mean that are not known by themselves. */
  readonly words?: Readonly<Record<string, ToldWords>> | undefined;
}

const units: readonly (readonly [MoneyUnit, RegExp])[] = [
  ['billion', /\b(ty|ti)( dong| vnd)?\b|\bbillion\b/],
  ['million', /\b(trieu|tr)( dong| vnd| d)?\b|\bmillion\b/],
  ['thousand', /\b(nghin|ngan|1000)( dong| vnd| d)?\b|\bthousand\b/],
  ['dong', /\b(dong|vnd|d)\b/],
];

/** The unit of money a heading or a line above it names: in brackets, or after "ĐVT". */
export function moneyUnitIn(text: string): MoneyUnit | undefined {
  const said = /\(([^)]*)\)/.exec(text)?.[1] ?? /(?:đvt|đơn vị tính|đơn vị|unit)\s*:?\s*(.*)$/iu.exec(text)?.[1];
  const words = said === undefined ? '' : bare(said);
  return units.find(([, pattern]) => pattern.test(words))?.[0];
}

/**
 * What the headings propose. The most exact heading goes first; a field is proposed once, the second column of the same
 * heading stays without until a person says what it is.
 */
export function proposedMapping(
  kind: BatchKind,
  columns: readonly TableColumn[],
  titles: readonly string[] = [],
): MappedColumn[] {
  const usual = titles.map(moneyUnitIn).find((unit) => unit !== undefined);
  const ranked = columns.flatMap(({ column, heading }) =>
    fieldsNamed(kind, heading).map((match) => ({ ...match, column })),
  );
  const chosen = new Map<number, string>();
  for (const { column, key } of ranked.toSorted((a, b) => a.rank - b.rank || a.column - b.column))
    if (!chosen.has(column) && ![...chosen.values()].includes(key)) chosen.set(column, key);
  return columns.map(({ column, heading }) => {
    const field = chosen.get(column) ?? null;
    const hasUnit = field !== null && isMoney(fieldOf(kind, field));
    return { column, heading, field, ...(hasUnit ? { unit: moneyUnitIn(heading) ?? usual ?? ('dong' as const) } : {}) };
  });
}

/** By these a sheet is known again: its headings in their order. */
export const headingText = (columns: readonly TableColumn[]): string =>
  columns.map(({ column, heading }) => `${column} ${heading.split(' > ').map(bare).join(' > ')}`).join('\n');

export const mappingObstacles = [
  'column-not-there',
  'field-unknown',
  'field-twice',
  'field-missing',
  'organisation-missing',
  'nothing-to-take',
  'rows-missing',
  'not-of-one',
  'accounts-by-officers',
  'value-for-all-unreadable',
  'word-without-meaning',
  'consent-without-paper',
  'consent-in-future',
  'document-in-future',
  'changed-in-future',
  'said-of-other-kind',
] as const;
export interface MappingObstacle {
  readonly code: (typeof mappingObstacles)[number];
  readonly field?: string;
  readonly column?: number;
}

interface Mapped {
  readonly kind: BatchKind;
  readonly mapping: Mapping;
  readonly columns: readonly TableColumn[];
  /** All rows belong to one organisation. */
  readonly isOfOne: boolean;
}

function columnObstacles({ kind, mapping, columns }: Mapped): MappingObstacle[] {
  const seen = new Set<string>();
  return mapping.columns.flatMap(({ column, field }): MappingObstacle[] => {
    if (!columns.some((one) => one.column === column)) return [{ code: 'column-not-there', column }];
    if (field === null) return [];
    if (fieldOf(kind, field) === undefined) return [{ code: 'field-unknown', field, column }];
    if (seen.has(field)) return [{ code: 'field-twice', field, column }];
    seen.add(field);
    return [];
  });
}

/** A word means values of its field, one or several as the field has it; a field that has to stand is not left blank. */
function wordObstacles({ kind, mapping: { words = {} } }: Mapped): MappingObstacle[] {
  return Object.entries(words).flatMap(([key, told]): MappingObstacle[] => {
    const field = fieldOf(kind, key);
    const values = (field?.words ?? []).map(([value]) => value).filter((value) => value !== 'official');
    const most = field?.reader === 'words' ? values.length : 1;
    const isRight = Object.values(told).every(
      (meant) =>
        meant.length >= (field?.required ? 1 : 0) && meant.length <= most && meant.every((one) => values.includes(one)),
    );
    return values.length > 0 && isRight ? [] : [{ code: 'word-without-meaning', field: key }];
  });
}

/** Every reason why the rows cannot be read by this mapping. */
export function obstaclesOfMapping(mapped: Mapped): MappingObstacle[] {
  const { kind, mapping, isOfOne } = mapped;
  const has = (field: string): boolean => mapping.columns.some((one) => one.field === field);
  const missing = fieldsOf[kind]
    .filter(({ key, required, forAll }) => required && !has(key) && !(forAll && mapping.forAll[key]))
    .map(({ key }): MappingObstacle => ({ code: 'field-missing', field: key }));
  const names = has('organisationTaxNumber') || has('organisationName');
  return [
    ...columnObstacles(mapped),
    ...missing,
    ...wordObstacles(mapped),
    ...(kind !== 'organisations' && !isOfOne && !names ? [{ code: 'organisation-missing' } as const] : []),
  ];
}
