import { useState } from 'react';
import type { UpdateField } from '#contexts/books/update-field.ts';
import { newId } from '#kernel/id.ts';

/** Not sent yet. A blank field: on the whole. */
export interface Remark {
  readonly id: string;
  readonly field: UpdateField | '';
  readonly text: string;
}

export interface RemarkDraft {
  readonly all: readonly Remark[];
  readonly add: (field: UpdateField | '') => void;
  /** A line for the whole, unless an empty one stands there already. */
  readonly addWhole: () => void;
  readonly put: (id: string, patch: Partial<Remark>) => void;
  readonly drop: (id: string) => void;
  readonly clear: () => void;
}

/** What an officer remarks while looking: written at the figure or below, sent together when it is returned. */
export function useRemarkDraft(): RemarkDraft {
  const [all, setAll] = useState<readonly Remark[]>([]);
  const add = (field: UpdateField | ''): void => setAll((now) => [...now, { id: newId(), field, text: '' }]);
  const hasBlank = all.some(({ field, text }) => field === '' && text === '');
  return {
    all,
    add,
    addWhole: () => {
      if (!hasBlank) add('');
    },
    put: (id, patch) => setAll((now) => now.map((one) => (one.id === id ? { ...one, ...patch } : one))),
    drop: (id) => setAll((now) => now.filter((one) => one.id !== id)),
    clear: () => setAll([]),
  };
}

/** Those that say something. */
export const toldRemarks = (all: readonly Remark[]): Remark[] => all.filter(({ text }) => text.trim().length > 1);
