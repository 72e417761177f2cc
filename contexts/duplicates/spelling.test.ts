import { describe, expect, test } from 'vitest';
import { isOneSlip, nameLevel, spelled, withOneLeftOut } from './spelling.ts';

const level = (left: string, right: string) => nameLevel(spelled(left), spelled(right));

describe('how two names agree', () => {
  test.each([
    ['Nguyễn Thị Hoà', 'Nguyễn Thị Hòa', 'same'],
    ['Nguyễn Thị Hòa'.normalize('NFD'), 'nguyễn  thị HÒA', 'same'],
    ['Trần Văn Hùng', 'Tran Van Hung', 'unmarked'],
    ['Trần Văn Hùng', 'Tran Văn Hùng', 'unmarked'],
    ['Trần Văn Hùng', 'Trần Văn Hưng', 'marks'],
    ['Trần Văn Hùng', 'Hùng Trần Văn', 'order'],
    ['Trần Văn Hùng', 'Trần Văn Hùg', 'slip'],
    ['Trần Văn Hùng', 'Trần Vnă Hùng', 'slip'],
    ['Trần Văn Hùng', 'Hùng Trầnn Văn', 'order-slip'],
    ['Trần Văn Hùng', 'Trần Hùng', 'part'],
    ['Trần Văn Hùng', 'Lê Thị Mai', 'other'],
    ['An', 'Ân', 'unmarked'],
  ])('%s and %s: %s', (left, right, expected) => {
    expect(level(left, right)).toBe(expected);
    expect(level(right, left)).toBe(expected);
  });
});

test('one slip is one letter more, less, another, or two swapped', () => {
  expect(['hun', 'hungg', 'hing', 'hugn', 'hung', 'hn', 'hingg'].map((other) => isOneSlip('hung', other))).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('texts one slip apart share a text with one letter left out', () => {
  const left = new Set(withOneLeftOut('tran van hung'));
  for (const other of ['tran van hun', 'tran van hungg', 'tran vam hung', 'tran vna hung'])
    expect(withOneLeftOut(other).some((text) => left.has(text))).toBe(true);
});
