import { IconFile } from '@tabler/icons-react';
import { expect, test } from 'vitest';
import { inOrder, sought, type PaletteGroup, type PaletteItem } from './palette-item.ts';

const item = (label: string, group: PaletteGroup = 'page', note?: string): PaletteItem => ({
  id: label,
  group,
  label,
  note,
  icon: IconFile,
});
const labels = (items: readonly PaletteItem[]) => items.map(({ label }) => label);

test('what is typed without marks finds what is written with them, and the other way round', () => {
  const pages = [item('Hồ sơ tổ chức'), item('Đề nghị sửa hồ sơ'), item('Vốn góp')];
  expect(labels(sought('ho so', pages))).toEqual(['Hồ sơ tổ chức', 'Đề nghị sửa hồ sơ']);
  expect(labels(sought('ĐỀ NGHỊ', pages))).toEqual(['Đề nghị sửa hồ sơ']);
  expect(labels(sought('hòa', [item('Hoà Bình')]))).toEqual(['Hoà Bình']);
});

test('words may come in any order, also from the group it belongs to, and all of them must be there', () => {
  const pages = [item('Lots', 'page', 'Quality'), item('Plots', 'page', 'Production')];
  expect(labels(sought('quality lot', pages))).toEqual(['Lots']);
  expect(labels(sought('lot', pages.toReversed()))).toEqual(['Lots', 'Plots']);
  expect(sought('lot credit', pages)).toEqual([]);
});

test('what was opened lately stands first and is not shown twice', () => {
  const items = [
    item('HTX A', 'organisation'),
    item('Vốn góp'),
    item('HTX A', 'recent'),
    item('HTX B', 'organisation'),
  ];
  expect(inOrder(items).map(({ group, label }) => [group, label])).toEqual([
    ['recent', 'HTX A'],
    ['page', 'Vốn góp'],
    ['organisation', 'HTX B'],
  ]);
});
