import type { WordList } from './cell-word.ts';
import type { MoneyUnit } from './field.ts';

/** A cell as a workbook or a CSV file gives it. */
export interface Cell {
  /** A1 */
  readonly at: string;
  /** From 1. */
  readonly column: number;
  readonly value: string | number | boolean;
  readonly kind: 'text' | 'number' | 'boolean' | 'day' | 'instant' | 'error';
  readonly isFormula?: true;
}

export const cellTroubles = [
  'missing',
  'error-value',
  'formula-without-value',
  'not-a-number',
  'not-whole',
  'number-ambiguous',
  'negative',
  'too-large',
  'unit-in-cell',
  'digits-lost',
  'not-a-day',
  'day-year-two-digits',
  'day-incomplete',
  'day-not-in-calendar',
  'day-before-march-1900',
  'day-out-of-range',
  'year-not-plausible',
  'year-typed-as-day',
  'year-in-both-columns',
  'tax-number-length',
  'tax-number-zero-unclear',
  'national-id-length',
  'national-id-zeros-unclear',
  'phone-malformed',
  'email-malformed',
  'word-unknown',
  'standing-too-coarse',
  'too-short',
  'too-long',
  'control-character',
] as const;
export type CellTrouble = (typeof cellTroubles)[number];

/** Read otherwise than it stands there, and told. */
export const cellNotices = [
  'formula-value',
  'zero-restored',
  'check-digit-otherwise',
  'time-dropped',
  'year-of-day',
  'serial-day',
  'kind-from-name',
  'household-from-name',
] as const;
export type CellNotice = (typeof cellNotices)[number];

export type CellValue = string | number | readonly string[];
export interface Reading {
  readonly value?: CellValue;
  /** Of a year: the day it was taken from; of a standing: since when. */
  readonly day?: string;
  readonly trouble?: CellTrouble;
  readonly notice?: CellNotice;
}

/** What people said that words of a column mean: the word without marks, and the values it stands for; none: a blank. */
export type ToldWords = Readonly<Record<string, readonly string[]>>;

export interface ReaderRoom {
  readonly unit?: MoneyUnit | undefined;
  readonly is1904: boolean;
  readonly words?: WordList | undefined;
  readonly told?: ToldWords | undefined;
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  /** What the same row says of the person. */
  readonly birthYear?: number | undefined;
  readonly sex?: string | undefined;
}

/** The text of a cell: NFC, without surrounding or doubled blanks. */
export const textIn = ({ value }: Cell): string =>
  String(value)
    .normalize('NFC')
    .replaceAll(/[\s\u00a0\u200b\ufeff]+/gu, ' ')
    .trim();
