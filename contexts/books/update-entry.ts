import type { UpdateField, UpdateValues } from './update-field.ts';

export interface FieldEntry {
  readonly version: number;
  /** null: taken out again. */
  readonly value: number | null;
}

export type UpdateSheet = Readonly<Partial<Record<UpdateField, FieldEntry>>>;

export interface FieldWrite {
  readonly field: UpdateField;
  /** The version its writer saw; 0 where nobody had written yet. */
  readonly seen: number;
  readonly value: number | null;
}

/** Where somebody else wrote first: nothing is overwritten, both are shown. */
export type Written = { readonly sheet: UpdateSheet } | { readonly standing: FieldEntry };

/** Fields are apart from each other: writes to different ones go through in any order, and end alike. */
export function written(sheet: UpdateSheet, { field, seen, value }: FieldWrite): Written {
  const now = sheet[field] ?? { version: 0, value: null };
  if (now.version !== seen) return { standing: now };
  return { sheet: { ...sheet, [field]: { version: seen + 1, value } } };
}

export const valuesOf = (sheet: UpdateSheet): UpdateValues =>
  Object.fromEntries(
    Object.entries(sheet).flatMap(([field, entry]) => (entry.value === null ? [] : [[field, entry.value]])),
  );
