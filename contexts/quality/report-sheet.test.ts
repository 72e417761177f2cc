import { describe, expect, test } from 'vitest';
import { analyteIndex } from './analyte.ts';
import type { SheetLine } from './report-columns.ts';
import { isImportable, readReport } from './report-sheet.ts';

const index = analyteIndex(
  [
    { code: 'acephate', name: 'Acephate', cas: '30560-19-1' },
    { code: 'chlorpyrifos', name: 'Chlorpyrifos', cas: '2921-88-2' },
    { code: 'tebuconazole', name: 'Tebuconazole', cas: '107534-96-3' },
  ],
  [],
);
type Value = string | number | null;
const sheet = (...rows: Value[][]): SheetLine[] =>
  rows.map((values, row) => ({
    number: row + 1,
    cells: values.flatMap((value, at) =>
      value === null ? [] : [{ at: `${String.fromCharCode(65 + at)}${row + 1}`, column: at + 1, value }],
    ),
  }));
const vietnamese: Value[] = [
  'STT',
  'Tên hoạt chất / Analyte',
  'Số CAS',
  'Kết quả (mg/kg)',
  'ĐKĐBĐ (U)',
  'LOD',
  'LOQ (mg/kg)',
];
const read = (...rows: Value[][]) => readReport(sheet(['PHIẾU KẾT QUẢ THỬ NGHIỆM'], vietnamese, ...rows), index);
const one = (result: Value, rest: Value[] = [null, 0.003, '0,01']) => read([1, 'Acephate', null, result, ...rest]);

describe('a laboratory sheet with Vietnamese headings', () => {
  test.each([
    ['KPH', { kind: 'nd', valueNgPerKg: null }],
    ['Không phát hiện', { kind: 'nd' }],
    ['ND', { kind: 'nd' }],
    ['n.d.', { kind: 'nd' }],
    ['KPH (LOD = 0,003)', { kind: 'nd' }],
    ['< 0,01', { kind: 'below-loq' }],
    ['<LOQ', { kind: 'below-loq' }],
    ['<LOD', { kind: 'nd' }],
    ['< 0,003', { kind: 'nd' }],
    ['Vết', { kind: 'below-loq' }],
    ['0,012', { kind: 'value', valueNgPerKg: 12_000 }],
    [0.012, { kind: 'value', valueNgPerKg: 12_000 }],
    ['0,012 ± 0,004', { kind: 'value', valueNgPerKg: 12_000, uncertaintyNgPerKg: 4_000 }],
    ['12 µg/kg', { kind: 'value', valueNgPerKg: 12_000 }],
    ['0,012 ppm', { kind: 'value', valueNgPerKg: 12_000 }],
    ['0,004', { kind: 'below-loq', valueNgPerKg: null }],
  ])('%s is understood', (printed, expected) => {
    const report = one(printed);
    expect(report.troubles.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report.results).toMatchObject([{ analyte: 'acephate', loqNgPerKg: 10_000, ...expected }]);
  });

  test.each([
    ['O,012', 'result-unreadable'],
    [0, 'zero-is-no-result'],
    ['0,00', 'zero-is-no-result'],
    ['0,0000001', 'finer-than-kept'],
    [null, 'result-missing'],
    ['< 0,05', 'below-a-limit-above-loq'],
  ])('%s is named by its cell: %s', (printed, code) => {
    const report = one(printed);
    expect(report.troubles).toMatchObject([{ at: 'D3', severity: 'error', code }]);
    expect(isImportable(report)).toBe(false);
  });

  test('a stated uncertainty stands in its own column', () => {
    expect(one('0,5', ['0,2', null, '0,01']).results).toMatchObject([{ uncertaintyNgPerKg: 200_000 }]);
  });
  test('a LOQ is needed, and the limit beside "not detected" will do', () => {
    expect(one('KPH', [null, null, null]).troubles).toMatchObject([{ at: 'G3', code: 'loq-missing' }]);
    expect(one('KPH (<0,01)', [null, null, null]).results).toMatchObject([{ kind: 'nd', loqNgPerKg: 10_000 }]);
  });
  test('a LOD above the LOQ contradicts itself', () => {
    expect(one('KPH', [null, 0.02, 0.01]).troubles).toMatchObject([{ at: 'F3', code: 'lod-above-loq' }]);
  });
  test('the same analyte twice names the first cell', () => {
    const report = read([1, 'Acephate', null, 'KPH', null, null, 0.01], [2, 'ACEPHATE', null, 'KPH', null, null, 0.01]);
    expect(report.troubles).toMatchObject([{ at: 'B4', code: 'analyte-twice', other: 'B3' }]);
  });
  test('an unknown name is a question, not an error, and nothing is imported before it is answered', () => {
    const report = read([1, 'Tebucanozol', null, 'KPH', null, null, 0.01]);
    expect(report.troubles).toMatchObject([
      { at: 'B3', severity: 'question', code: 'name-unknown', candidates: ['tebuconazole'] },
    ]);
    expect(isImportable(report)).toBe(false);
  });
  test('captions and signatures between the rows are passed over', () => {
    const report = read(
      ['A. Nhóm lân hữu cơ'],
      [1, 'Acephate', null, 'KPH', null, null, 0.01],
      [null, 'Ghi chú: KPH là không phát hiện'],
    );
    expect(report).toMatchObject({ rows: 1, passedOver: 2, troubles: [] });
  });
  test('all troubles are named, not only the first', () => {
    const report = read(
      [1, 'Acephate', null, 'x', null, null, 'y'],
      [2, 'Chlorpyrifos', '30560-19-1', 'KPH', null, null, 0.01],
    );
    expect(report.troubles.map(({ at, code }) => [at, code])).toEqual([
      ['D3', 'result-unreadable'],
      ['G3', 'number-unreadable'],
      ['C4', 'name-and-cas-disagree'],
    ]);
  });
});

test('English headings in another order, units in a column', () => {
  const lines = sheet(
    ['Result', 'Unit', 'LOQ', 'Compound'],
    ['12.5', 'µg/kg', '10', 'Chlorpyrifos'],
    ['ND', 'furlong', '10', 'Acephate'],
  );
  const report = readReport(lines, index);
  expect(report.results[0]).toMatchObject({ analyte: 'chlorpyrifos', valueNgPerKg: 12_500, loqNgPerKg: 10_000 });
  expect(report.troubles).toMatchObject([{ at: 'B3', code: 'unit-unknown' }]);
});
test('a sheet without headings is refused at its first cell', () => {
  expect(readReport(sheet(['a', 'b']), index).troubles).toMatchObject([{ at: 'A1', code: 'headings-missing' }]);
});
