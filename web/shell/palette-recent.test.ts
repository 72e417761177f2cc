import { expect, test } from 'vitest';
import type { PaletteGroup } from './palette-item.ts';
import { keepRecent, recentOf } from './palette-recent.ts';

const shelf = () => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};
const page = (n: number) => ({ id: `/p${n}`, group: 'page' as PaletteGroup, label: `Page ${n}`, to: `/p${n}` });

test('the last five opened are kept for who opened them, newest first, each once', () => {
  const here = shelf();
  for (const n of [1, 2, 3, 4, 5, 6, 4]) keepRecent('a', page(n), here);
  expect(recentOf('a', here).map(({ id }) => id)).toEqual(['/p4', '/p6', '/p5', '/p3', '/p2']);
  expect(recentOf('b', here)).toEqual([]);
});

test('one chosen among those opened lately stays what it was', () => {
  const here = shelf();
  keepRecent('a', { ...page(1), group: 'organisation' }, here);
  keepRecent('a', page(2), here);
  keepRecent('a', { ...page(1), group: 'recent' }, here);
  expect(recentOf('a', here).map(({ id, group }) => [id, group])).toEqual([
    ['/p1', 'organisation'],
    ['/p2', 'page'],
  ]);
});

test('names of members and contracts are not left on the device', () => {
  const here = shelf();
  for (const group of ['member', 'contract'] as const) keepRecent('a', { ...page(1), group }, here);
  expect(here.kept.size).toBe(0);
});

test('what is broken, or leads elsewhere, is not shown', () => {
  const here = shelf();
  here.setItem('lienket.recent.a', JSON.stringify([{ ...page(1), to: 'https://elsewhere.example' }, 7, page(2)]));
  expect(recentOf('a', here).map(({ id }) => id)).toEqual(['/p2']);
  here.setItem('lienket.recent.a', '{');
  expect(recentOf('a', here)).toEqual([]);
});
