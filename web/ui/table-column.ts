import type { ReactNode } from 'react';
import type { WordKey } from '#web/lib/i18n.ts';

/** A column of a DataTable; columns stand at module scope, so labels are keys of words. */
export interface Column<Row> {
  readonly label: WordKey;
  readonly cell: (row: Row) => ReactNode;
  /** Figures and dates of one kind stand at the end. */
  readonly align?: 'start' | 'end';
  /** The method's own name for this order; the URL then says sort=name or sort=-name. */
  readonly sortKey?: string;
  /** Short enough to stay in one line where there is a table. */
  readonly whole?: boolean;
  /** Left out on a phone's card, where only what matters in the field has room. */
  readonly minor?: boolean;
}

export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}
export const sortingOf = (text: string): Sorting | undefined =>
  text === '' ? undefined : { key: text.replace(/^-/, ''), descending: text.startsWith('-') };

/** One press: ascending; the second: descending; the third: as the list comes. */
export function nextSort(text: string, key: string): string | undefined {
  if (text === key) return `-${key}`;
  return text === `-${key}` ? undefined : key;
}
