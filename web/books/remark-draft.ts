import { useEffect } from 'react';
import { updateFields, type UpdateField } from '#contexts/books/update-field.ts';
import type { UpdateView } from '#contexts/books/update.wire.ts';
import { newId } from '#kernel/id.ts';
import { useKept } from '#web/lib/kept.ts';
import { useMe } from '#web/lib/me.ts';

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

function isRemark(one: unknown): one is Remark {
  if (typeof one !== 'object' || one === null) return false;
  const { id, field, text } = one as Partial<Record<keyof Remark, unknown>>;
  const isField = field === '' || (updateFields as readonly unknown[]).includes(field);
  return typeof id === 'string' && typeof text === 'string' && isField;
}

/** What was kept, as far as it is remarks. */
export const keptRemarks = (kept: unknown): readonly Remark[] => (Array.isArray(kept) ? kept.filter(isRemark) : []);

/**
 * What an officer remarks while looking: written at the figure or below, sent together when it is returned. Kept on the
 * device for whoever writes it, until it is sent or given up: a page reloaded by a shaky line loses nothing.
 */
export function useRemarkDraft(update: Pick<UpdateView, 'id' | 'state'> | null): RemarkDraft {
  const { account } = useMe();
  const key = update === null || account === null ? undefined : `books.remarks.${account.id}.${update.id}`;
  const [all, keep] = useKept(key, keptRemarks);
  // Once it is answered, by whomever, what was noted for the answer has had its time.
  const isOver = update !== null && update.state !== 'submitted' && all.length > 0;
  useEffect(() => {
    if (isOver) keep(undefined);
  }, [isOver, keep]);
  const put = (next: readonly Remark[]): void => keep(next.length === 0 ? undefined : next);
  const add = (field: UpdateField | ''): void => put([...all, { id: newId(), field, text: '' }]);
  const hasBlank = all.some(({ field, text }) => field === '' && text === '');
  return {
    all,
    add,
    addWhole: () => {
      if (!hasBlank) add('');
    },
    put: (id, patch) => put(all.map((one) => (one.id === id ? { ...one, ...patch } : one))),
    drop: (id) => put(all.filter((one) => one.id !== id)),
    clear: () => put([]),
  };
}

/** Those that say something. */
export const toldRemarks = (all: readonly Remark[]): Remark[] => all.filter(({ text }) => text.trim().length > 1);
