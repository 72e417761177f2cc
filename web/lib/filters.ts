import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { InputOf, Method } from '#kernel/method.ts';
import { filtersIn, searchOf } from './params.ts';

/** The filters of a list as the URL holds them. What a page shows is in its address: it can be sent and come back to. */
export interface Filters<M extends Method = Method> {
  /** For `useAnswer(method, filters.input)`; the loader makes the same with `filtersIn(method, search)`. */
  readonly input: InputOf<M>;
  /** One filter as text, '' when it is not set. */
  readonly text: (name: string) => string;
  readonly list: (name: string) => readonly string[];
  /** Changes filters and goes back to the first page, unless it is the page that changes. */
  readonly set: (patch: Readonly<Record<string, unknown>>) => void;
  readonly clear: () => void;
  /** How many filters are set, sorting and paging aside. */
  readonly active: number;
}

const notFilters = new Set(['page', 'size', 'sort']);

export function useFilters<M extends Method>(method: M, fixed?: Partial<InputOf<M>>): Filters<M> {
  const [search, setSearch] = useSearchParams();
  const input = useMemo(() => filtersIn(method, search, fixed), [method, search, fixed]);
  const values = input as Readonly<Record<string, unknown>>;

  const set = useCallback(
    (patch: Readonly<Record<string, unknown>>) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (!('page' in patch)) next.delete('page');
          for (const name of Object.keys(patch)) next.delete(name);
          for (const [name, value] of searchOf(patch)) next.append(name, value);
          return next;
        },
        { replace: !('page' in patch), preventScrollReset: !('page' in patch) },
      ),
    [setSearch],
  );
  const clear = useCallback(() => setSearch((before) => kept(before), { replace: true }), [setSearch]);

  return {
    input,
    set,
    clear,
    text: (name) => (values[name] === undefined ? '' : String(values[name])),
    list: (name) => (Array.isArray(values[name]) ? values[name].map(String) : []),
    active: [...new Set(search.keys())].filter((name) => !notFilters.has(name) && name in values).length,
  };
}

function kept(search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams();
  for (const name of ['size', 'sort']) if (search.has(name)) next.set(name, search.get(name) ?? '');
  return next;
}
