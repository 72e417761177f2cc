import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { hasUnvaluedLabour, basesOfUse, useBy, useObstacles, type UseLine, type UseWorld } from './member-use.ts';
import { readUseSheet, useTitles } from './member-use-sheet.load.ts';
import { shareSurplusBy, type Measured } from './surplus.ts';

const amount = fc.option(fc.nat({ max: 1_000_000 }), { nil: null });
const row = fc.record({
  linkageVnd: fc.nat({ max: 1_000_000 }),
  useVnd: amount,
  labourDayTenths: amount,
  labourVnd: amount,
});

describe('use of members', () => {
  test('is measured by statements or by what was entered, never by both', () => {
    fc.assert(
      fc.property(row, fc.constantFrom(...basesOfUse), (one, basis) => {
        const weight = useBy(basis, one);
        if (basis === 'linkage') expect(weight).toBe(one.linkageVnd);
        else expect(weight).toBe(useBy(basis, { ...one, linkageVnd: one.linkageVnd + 7 }));
        expect(useBy('use-and-labour', one)).toBe(useBy('use', one) + useBy('labour', one));
      }),
    );
  });

  test('by labour is shared only where each day has a value', () => {
    const rows = [
      { member: 'mai', linkageVnd: 0, useVnd: 5, labourDayTenths: 20, labourVnd: null, capitalVnd: 1 },
    ] satisfies Measured[];
    expect(basesOfUse.filter((basis) => hasUnvaluedLabour(basis, rows))).toEqual(['labour', 'use-and-labour']);
    const rules = {
      undividedLeastBp: null,
      undividedVerified: false,
      patronageLeastBp: null,
      patronageVerified: false,
    };
    const inputs = { profitVnd: 100, taxVnd: 0, lossesVnd: 0, funds: [], patronageBp: 10_000 };
    expect(shareSurplusBy('use-and-labour', rules, inputs, rows).obstacles).toEqual(['labour-not-valued']);
    expect(shareSurplusBy('use', rules, inputs, rows).lines).toMatchObject([
      { member: 'mai', weightVnd: 5, amountVnd: 100 },
    ]);
    expect(shareSurplusBy('linkage', rules, inputs, rows).obstacles).toEqual(['no-patronage-known']);
  });

  test('is refused with every reason', () => {
    const none = { useVnd: null, labourDayTenths: null, labourVnd: null };
    const line = (member: string, seen: number, useVnd: number | null): UseLine => ({ ...none, member, seen, useVnd });
    const world: UseWorld = {
      year: 2025,
      today: day('2026-02-01'),
      hasMembers: true,
      foundedOn: day('2020-01-01'),
      reason: null,
      known: new Map([
        ['mai', { ...none, useVnd: 5, version: 1 }],
        ['lua', { ...none, version: 0 }],
      ]),
    };
    expect(useObstacles([line('lua', 0, 0)], world)).toEqual([]);
    expect(useObstacles([line('mai', 1, 6)], world)).toEqual(['reason-missing']);
    expect(useObstacles([line('mai', 1, 5)], { ...world, reason: 'nhầm' })).toEqual(['nothing-changed']);
    expect(
      useObstacles([line('mai', 0, 6), line('mai', 0, 7), line('ai', 0, 1)], {
        ...world,
        year: 2027,
        hasMembers: false,
      }),
    ).toEqual(['organisation-has-no-members', 'year-not-begun', 'member-twice', 'member-unknown', 'changed-meanwhile']);
    expect(useObstacles([line('lua', 0, 1)], { ...world, foundedOn: day('2026-01-01') })).toEqual(['before-founding']);
  });
});

const members = [
  { id: 'a1', name: 'Hoàng Thị Mai' },
  { id: 'b2', name: 'Nguyễn Văn Tú' },
  { id: 'c3', name: 'Nguyễn Văn Tú' },
];
const sheet = (...rows: readonly (readonly (string | number | null)[])[]) =>
  rows.map((cells, at) => ({
    number: at + 1,
    cells: cells.flatMap((value, column) =>
      value === null
        ? []
        : [
            {
              at: `${'ABCDE'[column]}${at + 1}`,
              column: column + 1,
              value,
              kind: typeof value === 'number' ? ('number' as const) : ('text' as const),
            },
          ],
    ),
  }));
const heading = (language: 0 | 1 | 2) => Object.values(useTitles).map((words) => words[language]);

describe('a sheet of use', () => {
  test.each([0, 1, 2] as const)('is read as it is written, in every language it was handed out in', (language) => {
    const rows = sheet(
      ['Hợp tác xã A'],
      heading(language),
      ['a1', null, '1.234.567', '12,5', null],
      ['b2', 'x', 0, null, 400000],
      ['c3', 'y', null, null, null],
    );
    expect(readUseSheet(rows, members)).toEqual({
      lines: [
        { member: 'a1', useVnd: 1_234_567, labourDayTenths: 125, labourVnd: null },
        { member: 'b2', useVnd: 0, labourDayTenths: null, labourVnd: 400_000 },
      ],
      troubles: [],
    });
  });

  test('names each wrong cell', () => {
    const rows = sheet(
      heading(0),
      [null, 'hoang thi mai', 'nhiều', 2, 1.5],
      [null, 'Nguyễn Văn Tú', 5, null, null],
      ['zz', 'Ai', 5, null, null],
      ['a1', 'Mai', 1, null, null],
      ['b2', 'Tú', -3, 0.25, null],
    );
    expect(readUseSheet(rows, members).troubles.map(({ at, code }) => `${at} ${code}`)).toEqual([
      'C2 not-whole-dong',
      'E2 not-whole-dong',
      'B3 member-ambiguous',
      'A4 member-unknown',
      'A5 member-twice',
      'C6 not-whole-dong',
      'D6 not-days',
    ]);
    expect(readUseSheet(sheet(['Tên', 'Tiền']), members).troubles).toEqual([
      { at: 'A1', code: 'heading-missing', found: '' },
    ]);
  });
});
