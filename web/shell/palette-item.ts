import type { Icon } from '@tabler/icons-react';
import { plain } from '#kernel/text.ts';

/** In the order in which they are shown. */
export const paletteGroups = [
  'recent',
  'page',
  'action',
  'organisation',
  'member',
  'contract',
  'unit',
  'commodity',
] as const;
export type PaletteGroup = (typeof paletteGroups)[number];

export interface PaletteItem {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly label: string;
  readonly note?: string | undefined;
  readonly icon: Icon;
  /** Where it leads … */
  readonly to?: string;
  /** … or what it does. */
  readonly run?: () => void;
}

const holds = ({ label, note = '' }: PaletteItem, words: readonly string[]): boolean => {
  const text = plain(`${label} ${note}`);
  return words.every((word) => text.includes(word));
};

/** Those with every word typed, with or without tone marks. What begins with it comes first: 'lot' is Lots before Plots. */
export function sought(typed: string, items: readonly PaletteItem[]): PaletteItem[] {
  const text = plain(typed.trim());
  const words = text.split(/\s+/).filter(Boolean);
  const begins = ({ label }: PaletteItem): boolean => plain(label).startsWith(text);
  return items
    .filter((item) => holds(item, words))
    .toSorted((one, other) => Number(begins(other)) - Number(begins(one)));
}

/** What was opened lately comes first, and once. */
export const inOrder = (items: readonly PaletteItem[]): PaletteItem[] => {
  const first = new Map<string, PaletteItem>();
  for (const group of paletteGroups)
    for (const item of items) if (item.group === group && !first.has(item.id)) first.set(item.id, item);
  return [...first.values()];
};
