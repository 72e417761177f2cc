import { expect, test } from 'vitest';
import type { Day, Week } from '#kernel/day.ts';
import * as format from './format.ts';
import { languages } from './language.ts';

const inAll = (say: (language: (typeof languages)[number]) => string) =>
  languages.map((language) => say(language).replaceAll('\u00a0', ' '));

test('numbers and money are written as each language writes them', () => {
  expect(inAll((l) => format.numberText(44_377.5, 1, l))).toEqual(['44.377,5', '44,377.5', '44,377.5']);
  expect(inAll((l) => format.vndText(1_234_567, l))).toEqual(['1.234.567 đ', '1,234,567 VND', '1,234,567 VND']);
  expect(inAll((l) => format.vndRoundedText(850_000_000, l))).toEqual([
    '850 triệu đ',
    '850 million VND',
    '850 ล้าน VND',
  ]);
  expect(inAll((l) => format.percentText(0.4375, 1, l))).toEqual(['43,8%', '43.8%', '43.8%']);
});

test('a Thai year is the Gregorian one', () => {
  expect(inAll((l) => format.dayText('2026-11-03' as Day, l))).toEqual(['03/11/2026', '3 Nov 2026', '3 พ.ย. 2026']);
});

test('an instant is told in Viet Nam’s time, wherever the device is', () => {
  expect(format.instantText('2026-11-22T18:30:00Z', 'vi')).toBe('23/11/2026 01:30');
  expect(format.instantText('2026-11-22T17:00:00Z', 'vi')).toBe('23/11/2026 00:00');
});

test('a quantity in base units is told in the unit of trade', () => {
  const ta = { code: 'ta', qty: 100_000, name: 'tạ' };
  expect(inAll((l) => format.quantityText(1_234_500, ta, l))).toEqual(['12,345 tạ', '12.345 tạ', '12.345 tạ']);
  expect(inAll((l) => format.massText(999, l))).toEqual(['999 g', '999 g', '999 g']);
});

test('land is told in hectares from one hectare on', () => {
  expect(inAll((l) => format.areaText(9_999, l))).toEqual(['9.999 m²', '9,999 m²', '9,999 m²']);
  expect(format.areaText(42_000, 'vi')).toBe('4,2\u00a0ha');
});

test('a span may be open; a week names its year; bytes are rounded', () => {
  expect(format.daysText('2026-01-01' as Day, null, 'vi')).toBe('01/01/2026\u00a0– …');
  expect(format.weekText('2026-W07' as Week, 'vi')).toBe('Tuần 7/2026');
  expect(format.bytesText(20_000_000, 'vi')).toBe('20\u00a0MB');
  expect(format.bytesText(0, 'vi')).toBe('0\u00a0B');
});
