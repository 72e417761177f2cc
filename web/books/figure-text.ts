import { shapeOf, type UpdateField } from '#contexts/books/update-field.ts';
import { numberText, vndText } from '#web/lib/format.ts';

const isMoney = (field: UpdateField): boolean => shapeOf(field).unit.endsWith('vnd');

/** A figure of the form: a blank is a dash, never a nought. */
export const figureText = (field: UpdateField, value: number | null | undefined): string => {
  if (value === null || value === undefined) return '–';
  return isMoney(field) ? vndText(value) : numberText(value);
};
