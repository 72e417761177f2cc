import { addDays, type Day } from '#kernel/day.ts';
import type { UnitCode, UnitKind } from '#kernel/place.ts';

/** A unit as a sheet or the list has it. */
export interface UnitStand {
  readonly code: UnitCode;
  readonly name: string;
  readonly kind: UnitKind;
  readonly lon: number | null;
  readonly lat: number | null;
}
export interface ListedStand extends UnitStand {
  readonly from: Day;
}
export interface SheetStand extends UnitStand {
  /** As the sheet says it; null where it does not. */
  readonly from: Day | null;
}

export const unitFields = ['name', 'kind', 'point'] as const;
export type UnitField = (typeof unitFields)[number];

export interface UnitDifference {
  readonly code: UnitCode;
  /**
   * new: from its day on; corrected: it was written wrongly; changed: it is called otherwise from a later day on;
   * missing: the sheet does not have it, which ends nothing.
   */
  readonly kind: 'new' | 'corrected' | 'changed' | 'missing';
  readonly fields: readonly UnitField[];
  readonly was: ListedStand | null;
  readonly becomes: (UnitStand & { readonly from: Day }) | null;
  /** The last day of what stood, when something new begins. */
  readonly endsOn: Day | null;
}

const isSamePoint = (one: UnitStand, other: UnitStand): boolean =>
  // A sheet without a point takes none away.
  other.lon === null || other.lat === null || (one.lon === other.lon && one.lat === other.lat);

function differing(was: ListedStand, sheet: SheetStand): UnitField[] {
  const fields: UnitField[] = [];
  if (was.name !== sheet.name) fields.push('name');
  if (was.kind !== sheet.kind) fields.push('kind');
  if (!isSamePoint(was, sheet)) fields.push('point');
  return fields;
}

/** Where the list does not say from when: the day the two-level government began (Resolution 202/2025/QH15). */
const sinceReform = '2025-07-01' as Day;

function difference(was: ListedStand | undefined, sheet: SheetStand): UnitDifference | undefined {
  if (was === undefined) {
    const becomes = { ...sheet, from: sheet.from ?? sinceReform };
    return { code: sheet.code, kind: 'new', fields: [], was: null, becomes, endsOn: null };
  }
  const fields = differing(was, sheet);
  if (fields.length === 0) return undefined;
  const point = { lon: sheet.lon ?? was.lon, lat: sheet.lat ?? was.lat };
  const isLater = sheet.from !== null && sheet.from > was.from;
  const becomes = { ...sheet, ...point, from: isLater ? sheet.from : was.from };
  const endsOn = isLater ? addDays(sheet.from, -1) : null;
  return { code: sheet.code, kind: isLater ? 'changed' : 'corrected', fields, was, becomes, endsOn };
}

/** What a sheet says otherwise than the list, by code. */
export function unitDifferences(listed: readonly ListedStand[], sheet: readonly SheetStand[]): UnitDifference[] {
  const known = new Map(listed.map((unit) => [unit.code, unit]));
  const told = new Set(sheet.map(({ code }) => code));
  const missing = listed.filter(({ code }) => !told.has(code));
  return [
    ...sheet.flatMap((unit) => difference(known.get(unit.code), unit) ?? []),
    ...missing.map((was) => ({
      code: was.code,
      kind: 'missing' as const,
      fields: [],
      was,
      becomes: null,
      endsOn: null,
    })),
  ];
}
