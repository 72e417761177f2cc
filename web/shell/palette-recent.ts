import type { PaletteGroup, PaletteItem } from './palette-item.ts';

/** What is public and was opened lately; names of people are not left on a device. */
const kept = ['page', 'action', 'organisation', 'unit', 'commodity'] as const satisfies readonly PaletteGroup[];
type Kept = (typeof kept)[number];

export interface Recent {
  readonly id: string;
  readonly group: Kept;
  readonly label: string;
  readonly note?: string | undefined;
  readonly to: string;
}

const most = 5;
const keyOf = (account: string | null): string => `lienket.recent.${account ?? 'anyone'}`;

const isRecent = (value: unknown): value is Recent => {
  const { id, group, label, to } = (value ?? {}) as Record<string, unknown>;
  return (
    [id, label, to].every((text) => typeof text === 'string') &&
    (to as string).startsWith('/') &&
    (kept as readonly unknown[]).includes(group)
  );
};

type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

export function recentOf(account: string | null, shelf: Shelf = localStorage): Recent[] {
  try {
    const found: unknown = JSON.parse(shelf.getItem(keyOf(account)) ?? '[]');
    return Array.isArray(found) ? found.filter(isRecent).slice(0, most) : [];
  } catch {
    return []; // a browser that keeps nothing, or what another version kept
  }
}

/** Puts it first; of one chosen among those opened lately, what was kept of it. */
export function keepRecent(
  account: string | null,
  item: Pick<PaletteItem, 'id' | 'group'>,
  shelf: Shelf = localStorage,
): void {
  const all = recentOf(account, shelf);
  const kept = isRecent(item) ? item : all.find(({ id }) => id === item.id);
  if (kept === undefined) return;
  const { id, group, label, note, to } = kept;
  const before = all.filter((one) => one.id !== id);
  try {
    shelf.setItem(keyOf(account), JSON.stringify([{ id, group, label, note, to }, ...before].slice(0, most)));
  } catch {
    // full, or not allowed: the palette works without
  }
}
