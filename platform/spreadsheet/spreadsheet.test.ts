import { buffer } from 'node:stream/consumers';
import { writeXlsx, type WriteSheet } from 'hucre';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { Problem } from '#kernel/problem.ts';
import { readSheets, sheetOf, stopReading, type ReadCell } from '#platform/spreadsheet/read.ts';
import { cellName, neutralised, unneutralised, type SheetColumn, type SheetRow } from '#platform/spreadsheet/sheet.ts';
import { csvStream, xlsxStream } from '#platform/spreadsheet/write.ts';

afterAll(stopReading);

const columns: SheetColumn[] = [
  { key: 'name', title: 'Tên hợp tác xã', kind: 'text' },
  { key: 'members', title: 'Thành viên', kind: 'integer' },
  { key: 'share', title: 'Tỷ lệ', kind: 'decimal' },
  { key: 'on', title: 'Ngày', kind: 'day' },
  { key: 'paid', title: 'Số tiền', kind: 'vnd' },
];
const rows: SheetRow[] = [
  { name: 'HTX Trường Giang', members: 120, share: 12.5, on: '2026-11-23', paid: 850_000_000 },
  { name: '=HYPERLINK("http://x")', members: -5, share: null, on: '2024-02-29', paid: -1 },
  { name: 'a,"b"\nc', members: undefined, share: 0.1, on: null, paid: 0 },
];
const bytesOf = async (stream: Parameters<typeof buffer>[0]): Promise<Uint8Array> =>
  new Uint8Array(await buffer(stream));
const xlsx = (given: readonly SheetRow[] = rows, of = columns) =>
  bytesOf(xlsxStream({ name: 'Hợp tác xã', columns: of, rows: given }));
const csv = (given: readonly SheetRow[] = rows, of = columns) =>
  bytesOf(csvStream({ name: 'x', columns: of, rows: given }));
const made = async (...sheets: WriteSheet[]): Promise<Uint8Array> => new Uint8Array(await writeXlsx({ sheets }));
const valuesIn = (cells: readonly ReadCell[]): unknown[] => cells.map(({ at, kind, value }) => [at, kind, value]);
const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('a written workbook', () => {
  test('reads back with its types: numbers are numbers, days are days', async () => {
    const [sheet] = await readSheets(await xlsx());
    expect(sheet?.name).toBe('Hợp tác xã');
    expect(valuesIn(sheet!.rows[1]!.cells)).toEqual([
      ['A2', 'text', 'HTX Trường Giang'],
      ['B2', 'number', 120],
      ['C2', 'number', 12.5],
      ['D2', 'day', '2026-11-23'],
      ['E2', 'number', 850_000_000],
    ]);
    expect(valuesIn(sheet!.rows[2]!.cells).map((cell) => (cell as unknown[])[2])).toEqual([
      '=HYPERLINK("http://x")',
      -5,
      '2024-02-29',
      -1,
    ]);
    expect(sheet!.rows[3]!.cells[0]?.value).toBe('a,"b"\nc');
  });

  test('holds no formula, whatever the texts and titles', async () => {
    const hostile = ['=1+1', '+84 912', '-x', '@SUM(A1)', '\t=1', '\r=1', "=cmd|' /C calc'!A0"];
    const bytes = await xlsx(
      hostile.map((name) => ({ name })),
      [{ key: 'name', title: '=title', kind: 'text' }],
    );
    const { readXlsx } = await import('hucre');
    const workbook = await readXlsx(bytes);
    expect(workbook.sheets[0]!.rows.flat()).toEqual(["'=title", ...hostile.map((name) => `'${name}`)]);
    expect([...(workbook.sheets[0]!.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
  });

  test('takes any text, also control characters and half characters, without breaking', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 50 }), { minLength: 1, maxLength: 20 }),
        async (names) => {
          const [sheet] = await readSheets(await xlsx(names.map((name) => ({ name, members: 1 }))));
          const seen = sheet!.rows.slice(1).map(({ cells }) => cells.find(({ column }) => column === 1)?.value ?? '');
          expect(seen).toEqual(names.map((name) => unneutralised(neutralised(name).normalize('NFC'))));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a sheet may be named anything', async () => {
    for (const name of ['a/b:c*[d]?', "'", '', 'x'.repeat(60)]) {
      const [sheet] = await readSheets(await bytesOf(xlsxStream({ name, columns, rows })));
      expect(sheet!.name.length).toBeGreaterThan(0);
      expect(sheet!.name.length).toBeLessThanOrEqual(31);
    }
  });

  test('rows are fetched as they are written, not before, and a failing source fails the file', async () => {
    let asked = 0;
    const endless = async function* (): AsyncGenerator<SheetRow> {
      for (;;) yield { name: `n${(asked += 1)}`, members: asked, share: Math.random() };
    };
    const stream = xlsxStream({ name: 'x', columns, rows: endless() });
    let seen = 0;
    for await (const chunk of stream) if ((seen += (chunk as Uint8Array).length) > 100_000) break;
    expect(asked).toBeGreaterThan(100);
    expect(asked).toBeLessThan(200_000);
    const failing = async function* (): AsyncGenerator<SheetRow> {
      yield { name: 'a' };
      throw new Error('the source broke');
    };
    await expect(bytesOf(xlsxStream({ name: 'x', columns, rows: failing() }))).rejects.toThrow('the source broke');
    await expect(bytesOf(csvStream({ name: 'x', columns, rows: failing() }))).rejects.toThrow('the source broke');
  });
});

describe('written CSV', () => {
  test('has the mark of UTF-8, CRLF, quotes where needed, and no live formula', async () => {
    expect(text(await csv())).toBe(
      '\ufeffTên hợp tác xã,Thành viên,Tỷ lệ,Ngày,Số tiền\r\nHTX Trường Giang,120,12.5,2026-11-23,850000000\r\n' +
        '"\'=HYPERLINK(""http://x"")",-5,,2024-02-29,-1\r\n"a,""b""\nc",,0.1,,0\r\n',
    );
  });

  test('reads back as it was', async () => {
    const printable = fc.string({ maxLength: 20 }).filter((name) => name.trim() !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(printable, printable), { minLength: 1, maxLength: 20 }), async (pairs) => {
        const two: SheetColumn[] = [
          { key: 'a', title: 'a', kind: 'text' },
          { key: 'b', title: 'b', kind: 'text' },
        ];
        const [sheet] = await readSheets(
          await csv(
            pairs.map(([a, b]) => ({ a, b })),
            two,
          ),
        );
        expect(sheet!.rows.slice(1).map(({ cells }) => cells.map(({ value }) => value))).toEqual(pairs);
      }),
      { numRuns: 40, examples: [[[["'=1+1", "''-x"]]]] },
    );
  });
});

describe('a file that somebody sent', () => {
  test('keeps addresses, formulas, merged cells and hidden sheets in sight', async () => {
    const bytes = await made(
      {
        name: 'Kết quả',
        rows: [
          ['Mẫu', null, null],
          [null],
          ['a', 1.25, true, new Date(Date.UTC(2026, 10, 23)), new Date(Date.UTC(2026, 10, 23, 13, 30)), '#N/A', "'-5"],
        ],
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }],
        cells: new Map([['4,27', { value: 3, type: 'formula', formula: '1+2', formulaResult: 3 }]]),
      },
      { name: 'Ẩn', hidden: true, rows: [['z']] },
    );
    const sheets = await readSheets(bytes);
    expect(sheets.map(({ name, isHidden, merges }) => [name, isHidden, merges])).toEqual([
      ['Kết quả', false, ['A1:C1']],
      ['Ẩn', true, []],
    ]);
    const [first, third, fifth] = sheets[0]!.rows;
    expect([first?.number, third?.number, fifth?.number]).toEqual([1, 3, 5]);
    expect(first?.cells).toEqual([{ at: 'A1', column: 1, kind: 'text', value: 'Mẫu', merged: 'A1:C1' }]);
    expect(valuesIn(third!.cells)).toEqual([
      ['A3', 'text', 'a'],
      ['B3', 'number', 1.25],
      ['C3', 'boolean', true],
      ['D3', 'day', '2026-11-23'],
      ['E3', 'instant', '2026-11-23T13:30:00'],
      ['F3', 'error', '#N/A'],
      ['G3', 'text', '-5'],
    ]);
    expect(fifth?.cells).toEqual([{ at: 'AB5', column: 28, kind: 'number', value: 3, isFormula: true }]);
    expect(sheetOf(sheets).name).toBe('Kết quả');
    expect(() => sheetOf(sheets, 'Ẩn')).not.toThrow();
  });

  test('stays with its owner: the same bytes can be read again', async () => {
    const bytes = Buffer.from(await xlsx());
    expect(await readSheets(bytes)).toEqual(await readSheets(bytes));
    expect(bytes.length).toBeGreaterThan(1_000);
  });

  test('text is NFC; CSV may use semicolons or tabs', async () => {
    const [sheet] = await readSheets(new TextEncoder().encode('tên;liều\nHo\u0300a;0,01\n'));
    expect(sheet!.rows[1]!.cells.map(({ value }) => value)).toEqual(['Hòa', '0,01']);
    const [tabs] = await readSheets(new TextEncoder().encode('a\tb\n1\t2\n'));
    expect(tabs!.rows[1]!.cells.map(({ at }) => at)).toEqual(['A2', 'B2']);
  });

  test.each([
    ['too many rows', { mostRows: 2 }, 'file.too-many-rows'],
    ['too many columns', { mostColumns: 4 }, 'file.too-many-columns'],
  ])('%s are refused', async (_, limits, code) => {
    await expect(readSheets(await xlsx(), limits)).rejects.toMatchObject({ kind: 'unprocessable', code });
    await expect(readSheets(await csv(), limits)).rejects.toMatchObject({ code });
  });

  test('too many sheets are refused, and a sheet that is not there', async () => {
    const bytes = await made({ name: 'a', rows: [['x']] }, { name: 'b', rows: [['x']] }, { name: 'c', rows: [['x']] });
    await expect(readSheets(bytes, { mostSheets: 2 })).rejects.toMatchObject({ code: 'file.too-many-sheets' });
    expect(() => sheetOf([], undefined)).toThrow('file.sheet-missing');
  });

  test('a cell in the far corner costs neither time nor memory beyond measure', async () => {
    const cells = new Map([['1048575,16383', { value: 1, type: 'number' as const }]]);
    const corner = await made({ name: 'a', rows: [['x']], cells });
    const before = performance.now();
    await expect(readSheets(corner)).rejects.toMatchObject({ kind: 'unprocessable' });
    expect(performance.now() - before).toBeLessThan(10_000);
    expect(await readSheets(await xlsx())).toHaveLength(1);
  });

  test('other kinds, passwords, open quotes and damage are refused with a code', async () => {
    const encode = (words: string): Uint8Array => new TextEncoder().encode(words);
    await expect(readSheets(encode('%PDF-1.7 %%EOF'))).rejects.toMatchObject({ code: 'file.type-refused' });
    await expect(readSheets(encode('a,b\n"x,2\n'))).rejects.toMatchObject({ code: 'file.quote-open' });
    const locked = new Uint8Array(
      await writeXlsx({ sheets: [{ name: 'a', rows: [['x']] }], encryption: { password: 'p', spinCount: 1_000 } }),
    );
    await expect(readSheets(locked)).rejects.toMatchObject({ code: 'file.password-protected' });
  });

  test('a byte changed anywhere is either found out or changes nothing', async () => {
    const whole = await xlsx();
    const sound = await readSheets(whole);
    let found = 0;
    for (let at = 0; at < whole.length; at += 23) {
      const damaged = whole.slice();
      damaged[at]! ^= 0x55;
      const outcome = await readSheets(damaged).catch((error: unknown) => error);
      if (!Array.isArray(outcome)) found += 1;
      if (Array.isArray(outcome)) expect(outcome).toEqual(sound);
      else expect(outcome).toBeInstanceOf(Problem);
    }
    expect(found).toBeGreaterThan(whole.length / 23 / 2);
  });

  test('the server answers while a large file is read', async () => {
    const bytes = await xlsx(
      Array.from({ length: 20_000 }, (_, at) => ({
        name: `Hợp tác xã số ${at}`,
        members: at,
        share: at / 3,
        on: '2026-01-01',
        paid: at * 1_000,
      })),
    );
    const reading = readSheets(bytes);
    let longest = 0;
    const beat = async (): Promise<'beat'> => {
      const before = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 5));
      longest = Math.max(longest, performance.now() - before);
      return 'beat';
    };
    while ((await Promise.race([reading, beat()])) === 'beat');
    expect((await reading)[0]!.rows).toHaveLength(20_001);
    expect(longest).toBeLessThan(1_000);
  });
});

test('who finds four files before the own is told to come again: each that waits holds a connection', async () => {
  const bytes = await csv();
  const all = await Promise.allSettled(Array.from({ length: 6 }, () => readSheets(bytes)));
  expect(all.map((one) => (one.status === 'rejected' ? (one.reason as Problem).code : 'read'))).toEqual([
    ...Array.from({ length: 4 }, () => 'read'),
    'file.reader-busy',
    'file.reader-busy',
  ]);
});

test('cells are named as spreadsheets name them', () => {
  expect([
    cellName(1, 1),
    cellName(9, 26),
    cellName(2, 27),
    cellName(3, 52),
    cellName(4, 53),
    cellName(5, 702),
    cellName(6, 703),
    cellName(7, 16_384),
  ]).toEqual(['A1', 'Z9', 'AA2', 'AZ3', 'BA4', 'ZZ5', 'AAA6', 'XFD7']);
});
