import { belongsToOne } from './batch.ts';
import { batchKinds, fieldsOf, type BatchKind } from './field.ts';
import { proposedMapping } from './mapping.ts';
import { tableIn, type SheetRows } from './table.ts';

/** How many headings of a sheet name a field of a kind, of how many. */
export interface HeadingCount {
  readonly known: number;
  readonly of: number;
}
export type SheetKnown = Readonly<Record<BatchKind, HeadingCount>>;

/** How many headings name a field of this kind. */
export const countOf = (sheet: SheetRows, kind: BatchKind): HeadingCount => {
  const table = tableIn(sheet, [kind]);
  if (table === undefined) return { known: 0, of: 0 };
  const known = proposedMapping(kind, table.columns).filter(({ field }) => field !== null);
  return { known: known.length, of: table.columns.length };
};

/** What the headings of a sheet speak of. */
export const knownIn = (sheet: SheetRows): SheetKnown =>
  Object.fromEntries(batchKinds.map((kind) => [kind, countOf(sheet, kind)])) as unknown as SheetKnown;

export interface SheetSeen {
  readonly isHidden: boolean;
  readonly rows: number;
  readonly known?: SheetKnown | undefined;
}

export interface Proposal extends HeadingCount {
  readonly sheet: number;
  readonly kind: BatchKind;
}

/** Fewer headings than these may be the words of a cover. */
const fewest = 2;
const isSpecific = (kind: BatchKind): number => fieldsOf[kind].filter(({ required }) => required).length;

/** The sheet and the kind with the most known headings: a cover and a page of instructions have none. */
export function proposedSheet(sheets: readonly SheetSeen[], isOfOne: boolean): Proposal | null {
  const all = sheets.flatMap(({ isHidden, rows, known }, sheet) =>
    batchKinds
      .filter((kind) => known !== undefined && (!isOfOne || belongsToOne(kind)))
      .map((kind) => ({ sheet, kind, isHidden, rows, ...known![kind] })),
  );
  const [best] = all
    .filter(({ known }) => known >= fewest)
    .toSorted(
      (a, b) =>
        Number(a.isHidden) - Number(b.isHidden) ||
        b.known - a.known ||
        b.rows - a.rows ||
        isSpecific(b.kind) - isSpecific(a.kind),
    );
  return best === undefined ? null : { sheet: best.sheet, kind: best.kind, known: best.known, of: best.of };
}
