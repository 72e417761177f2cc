import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { soundUpdate } from './books.example.ts';
import { blocks, checksOf, type Checking } from './update-check.ts';
import { valuesOf, written, type FieldWrite, type UpdateSheet } from './update-entry.ts';
import { fieldsOf, updateFields, type UpdateValues } from './update-field.ts';

const checking = (values: UpdateValues, more: Partial<Checking> = {}): Checking => ({
  form: 'VII-2',
  values,
  known: {},
  former: {},
  provisional: [],
  yearIsOver: true,
  ...more,
});
const codes = (given: Checking) => checksOf(given).map(({ code, fields }) => [code, ...fields]);

describe('checks', () => {
  test('a sound update is blocked by nothing', () => {
    expect(codes(checking(soundUpdate))).toEqual([]);
  });

  test('a blank is named, and leaves the sums it belongs to unchecked', () => {
    const { revenueVnd: _, internalRevenueVnd: __, ...rest } = soundUpdate;
    expect(codes(checking(rest))).toEqual([
      ['blank', 'revenueVnd'],
      ['split-blank', 'internalRevenueVnd'],
    ]);
  });

  test('every sum that is off is named with what was expected', () => {
    expect(blocks(checksOf(checking({ ...soundUpdate, members: 61, profitVnd: 1 })))).toMatchObject([
      { code: 'sum-differs', fields: ['members', 'officialMembers', 'associateMembers'], expected: 60, found: 61 },
      { code: 'sum-differs', fields: ['profitVnd', 'externalProfitVnd', 'internalProfitVnd'], expected: 120_000_000 },
      { code: 'difference-differs', expected: 120_000_000, found: 1 },
    ]);
  });

  test('a group is asked for what a group has', () => {
    expect(fieldsOf('VII-1')).not.toContain('charterCapitalVnd');
    expect(
      codes(
        checking(
          { members: 12, workers: 2, totalCapitalVnd: 1, revenueVnd: 5, costVnd: 2, profitVnd: 3 },
          { form: 'VII-1' },
        ),
      ),
    ).toEqual([]);
  });

  test('what is odd asks for a second look and forbids nothing', () => {
    const given = checking(soundUpdate, {
      former: { revenueVnd: 200_000_000 },
      known: { members: 58, linkedSalesVnd: 900_000_000 },
      yearIsOver: false,
    });
    expect(codes(given)).toEqual([
      ['changed-much', 'revenueVnd'],
      ['differs-from-register', 'members'],
      ['below-linked-sales', 'revenueVnd'],
      ['year-still-running'],
    ]);
    expect(blocks(checksOf(given))).toEqual([]);
  });
});

const put = (sheet: UpdateSheet, writes: readonly FieldWrite[]): UpdateSheet =>
  writes.reduce((now, write) => {
    const result = written(now, write);
    return 'sheet' in result ? result.sheet : now;
  }, sheet);

describe('several editors', () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.constant(null));
  const field = fc.constantFrom(...updateFields);

  test('writes to different fields end alike in every order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ field, seen: fc.constant(0), value }), { selector: (write) => write.field }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (writes, weights) => {
          const shuffled = writes
            .map((write) => ({ write, at: weights.next().value as number }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ write }) => write);
          expect(valuesOf(put({}, shuffled))).toEqual(valuesOf(put({}, writes)));
        },
      ),
    );
  });

  test('however many write, a field has one version for each write that went in, and nobody overwrites what he did not see', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ field, seen: fc.nat(3), value })), (writes) => {
        let sheet: UpdateSheet = {};
        for (const write of writes) {
          const before = sheet[write.field]?.version ?? 0;
          const result = written(sheet, write);
          if ('standing' in result) expect(result.standing.version).toBe(before);
          else {
            expect(write.seen).toBe(before);
            expect(result.sheet[write.field]).toEqual({ version: before + 1, value: write.value });
            sheet = result.sheet;
          }
        }
      }),
    );
  });
});
