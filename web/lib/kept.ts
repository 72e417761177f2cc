import { useState } from 'react';

const shelf = (key: string): string => `lienket.kept.${key}`;

function read<Value>(key: string | undefined, parse: (kept: unknown) => Value): Value {
  if (key === undefined || typeof localStorage === 'undefined') return parse(undefined);
  try {
    return parse(JSON.parse(localStorage.getItem(shelf(key)) ?? 'null') ?? undefined);
  } catch {
    // Not ours, or storage is closed to this page: there is nothing kept.
    return parse(undefined);
  }
}

function write(key: string | undefined, value: unknown): void {
  if (key === undefined) return;
  try {
    if (value === undefined) localStorage.removeItem(shelf(key));
    else localStorage.setItem(shelf(key), JSON.stringify(value));
  } catch {
    // Full, or closed to this page: it lives as long as the page does.
  }
}

/**
 * A value that outlives a reload, on this device only. The key says whose it is; without one it lives as long as the page.
 * `parse` makes of what was kept (anything, or undefined) a value that can be worked with; undefined put into it forgets it.
 */
export function useKept<Value>(key: string | undefined, parse: (kept: unknown) => Value) {
  const [held, setHeld] = useState(() => ({ key, value: read(key, parse) }));
  const value = held.key === key ? held.value : read(key, parse);
  const put = (next: Value | undefined): void => {
    write(key, next);
    setHeld({ key, value: next ?? parse(undefined) });
  };
  return [value, put] as const;
}
