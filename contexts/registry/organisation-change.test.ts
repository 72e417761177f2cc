import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { documentObstacles, registeredOf, toldInNote } from './organisation-change.ts';

const now = day('2026-11-23');
const paper = { number: '12/GCN', on: day('2026-11-20'), issuer: 'UBND xã Đầm Hà' };

describe('on a paper', () => {
  test('what is registered changes, how to reach an organisation does not', () => {
    const needs = (fields: string[], keeps = false) => documentObstacles(registeredOf(fields, keeps), undefined, now);
    for (const field of ['name', 'address', 'unit', 'representative', 'fields', 'legalForm'])
      expect(needs([field, 'phone'])).toEqual(['document-missing']);
    expect(needs(['phone', 'email', 'website', 'lon', 'lat', 'gln'])).toEqual([]);
    expect(needs(['representative'], true)).toEqual([]);
  });

  test('a paper of tomorrow is none', () => {
    expect(documentObstacles(['name'], { ...paper, on: day('2026-11-24') }, now)).toEqual(['document-in-future']);
    expect(documentObstacles(['name'], paper, now)).toEqual([]);
  });
});

test('codes of old rows are told apart from what a person wrote', () => {
  expect(toldInNote('name, address: Theo đại hội')).toEqual({ fields: ['name', 'address'], note: 'Theo đại hội' });
  expect(toldInNote('phone')).toEqual({ fields: ['phone'], note: null });
  expect(toldInNote('representativeName, representativePhone: Bảng a.xlsx')).toEqual({
    fields: ['representative'],
    note: 'Bảng a.xlsx',
  });
  for (const note of ['Đổi tên: theo đại hội', 'name và địa chỉ', '', null])
    expect(toldInNote(note)).toEqual({ fields: [], note });
});
