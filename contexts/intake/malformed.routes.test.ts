import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { intakeWorld, type Handing } from '#tests/intake.harness.ts';
import { importBatch, listRows } from './batch.wire.ts';
import { csv, memberHeadings, memberRow, workbook, type SampleSheet, type SheetValue } from './sheet.example.ts';

const { here, people, checked, neighbour } = await intakeWorld();

/** Where it is wrong, and by which code. */
type Wrong = readonly [cell: string, code: string];
type Bad = readonly [what: string, sheet: SampleSheet, wrong: readonly Wrong[], handing?: Handing];

const [name, year, sex, id, phone, standing, joined, capital] = [1, 2, 3, 4, 5, 7, 8, 9];
const withCell = (column: number, value: SheetValue, cells: SampleSheet['cells'] = {}): SampleSheet => ({
  rows: [[...memberHeadings], memberRow(1), memberRow(2, { [column]: value === null ? '' : value })],
  cells,
});
const dated = (at: string, value: number) => ({ [at]: { value, style: { numFmt: 'dd/mm/yyyy' } } });
const one = (what: string, column: number, value: SheetValue, wrong: Wrong): Bad => [
  what,
  withCell(column, value),
  [wrong],
];

const cells: readonly Bad[] = [
  one('a name left out', name, null, ['B3', 'missing']),
  one('a name of one letter', name, 'A', ['B3', 'too-short']),
  one('a name that is a paragraph', name, 'Nguyễn '.repeat(40), ['B3', 'too-long']),
  one('a name that nobody sees', name, '\u200d\u2800', ['B3', 'too-short']),
  one('a name that turns the writing round', name, 'Nguyễn \u202eVăn A', ['B3', 'control-character']),
  one('a year of two digits', year, 80, ['C3', 'year-not-plausible']),
  one('a year before anybody', year, 1850, ['C3', 'year-not-plausible']),
  one('a day of birth that was none', year, '31/02/1980', ['C3', 'day-not-in-calendar']),
  one('words for a year', year, 'không nhớ', ['C3', 'not-a-day']),
  ['a year typed into a cell made for days', withCell(year, 1980, dated('C3', 1980)), [['C3', 'year-typed-as-day']]],
  one('a child', year, 2015, ['C3', 'too-young']),
  one('a sex nobody knows', sex, 'Khác', ['D3', 'word-unknown']),
  one('a national id of five digits', id, '12345', ['E3', 'national-id-length']),
  one('a national id as Excel shortens it in a CSV', id, '2,2181E+10', ['E3', 'digits-lost']),
  one('a national id beyond what a spreadsheet holds', id, 1_234_567_890_123_456, ['E3', 'digits-lost']),
  one('a card number that lost a zero', id, 12_345_678, ['E3', 'national-id-zeros-unclear']),
  one('two lost zeros and another year of birth', id, 1_095_000_002, ['E3', 'national-id-zeros-unclear']),
  one('a lost zero before no province', id, 99_080_000_002, ['E3', 'national-id-zeros-unclear']),
  one('letters for a national id', id, 'chưa có', ['E3', 'national-id-length']),
  one('words for a phone', phone, 'không có', ['F3', 'phone-malformed']),
  one('two phones in one cell', phone, '0912345678/0987654321', ['F3', 'phone-malformed']),
  one('a phone of two digits', phone, 12, ['F3', 'phone-malformed']),
  one('a standing nobody knows', standing, 'Thành viên danh dự', ['H3', 'word-unknown']),
  one('an official member of no kind', standing, 'Chính thức', ['H3', 'standing-too-coarse']),
  one('no standing', standing, null, ['H3', 'missing']),
  one('a day with a year of two digits', joined, '01/02/03', ['I3', 'day-year-two-digits']),
  one('a month', joined, '05/2025', ['I3', 'day-incomplete']),
  one('a year as a text for a day', joined, '2025', ['I3', 'day-incomplete']),
  one('a year as a number for a day', joined, 2025, ['I3', 'day-incomplete']),
  one('a thirty-second', joined, '32/01/2025', ['I3', 'day-not-in-calendar']),
  one('a leap day of no leap year', joined, '29/02/2023', ['I3', 'day-not-in-calendar']),
  one('a month first, as Americans write it', joined, '12/31/2024', ['I3', 'day-not-in-calendar']),
  one('a thirteenth month', joined, '2025-13-01', ['I3', 'day-not-in-calendar']),
  one('words for a day', joined, 'năm ngoái', ['I3', 'not-a-day']),
  one('a day to come', joined, '01/01/2150', ['I3', 'joined-in-future']),
  one('a day before the cooperative', joined, '01/01/2019', ['I3', 'joined-before-founding']),
  one('a day of another century', joined, '01/01/1850', ['I3', 'day-out-of-range']),
  one('a number between two days', joined, 45_000.5, ['I3', 'not-a-day']),
  ['the leap day 1900 did not have', withCell(joined, 60, dated('I3', 60)), [['I3', 'day-before-march-1900']]],
  one('the same as a bare number', joined, 60, ['I3', 'day-before-march-1900']),
  one('no day of joining', joined, null, ['I3', 'missing']),
  one('an amount in words', capital, 'năm triệu', ['J3', 'not-a-number']),
  one('an amount with its unit', capital, '5 triệu', ['J3', 'unit-in-cell']),
  one('an amount with its unit and đồng', capital, '1,5 tỷ đồng', ['J3', 'unit-in-cell']),
  one('less than nothing', capital, '-5000000', ['J3', 'negative']),
  one('less than nothing, as accountants write it', capital, '(5.000.000)', ['J3', 'negative']),
  one('half a đồng', capital, '5.000,5', ['J3', 'not-whole']),
  one('signs that group nothing', capital, '1.23.456', ['J3', 'not-a-number']),
  one('signs in the wrong order', capital, '1,234.567,8', ['J3', 'not-a-number']),
  one('an amount Excel has shortened', capital, '1,2E+12', ['J3', 'digits-lost']),
  one('more than there is', capital, 1e17, ['J3', 'too-large']),
  one('a truth for an amount', capital, true, ['J3', 'not-a-number']),
  one('no capital of an official member', capital, 0, ['J3', 'official-without-capital']),
  ['a formula that failed', withCell(capital, '#DIV/0!'), [['J3', 'error-value']]],
  [
    'a formula never reckoned',
    withCell(capital, null, { J3: { value: null, formula: 'SUM(J2:J2)' } }),
    [['J3', 'formula-without-value']],
  ],
  [
    'an associate without capital who paid in',
    { rows: [[...memberHeadings], memberRow(2, { [standing]: 'Liên kết không góp vốn' })] },
    [['J2', 'associate-with-capital']],
  ],
  [
    'the same person twice',
    { rows: [[...memberHeadings], memberRow(1), memberRow(2, { [id]: '022080000001' })] },
    [['E3', 'twice-in-set']],
  ],
  [
    'two of one name and year without a number',
    {
      rows: [
        ['Họ tên', 'Năm sinh', 'Tư cách', 'Ngày vào'],
        ['Lê A', 1970, 'Liên kết không góp vốn', '01/05/2025'],
        ['Lê  a', 1970, 'Liên kết không góp vốn', '01/05/2025'],
      ],
    },
    [['A3', 'twice-in-set']],
  ],
  [
    'several things wrong at once, each named',
    { rows: [[...memberHeadings], memberRow(2, { [name]: 'A', [year]: 80, [joined]: '1/1/25', [capital]: 'x' })] },
    [
      ['B2', 'too-short'],
      ['C2', 'year-not-plausible'],
      ['I2', 'day-year-two-digits'],
      ['J2', 'not-a-number'],
    ],
  ],
  [
    'millions with a sign that may group or divide',
    { rows: [[...memberHeadings.slice(0, 9), 'Vốn góp (triệu đồng)'], memberRow(1, { [capital]: '1.234' })] },
    [['J2', 'number-ambiguous']],
  ],
  [
    'a year both for men and for women, under merged headings',
    {
      rows: [
        ['Họ và tên', 'Năm sinh', null, 'Tư cách', 'Ngày vào'],
        [null, 'Nam', 'Nữ', null, null],
        ['Lê Thị B', 1970, 1971, 'Liên kết không góp vốn', '01/05/2025'],
      ],
      merges: ['A1:A2', 'B1:C1', 'D1:D2', 'E1:E2'],
    },
    [['C3', 'year-in-both-columns']],
  ],
  [
    'a group without a representative',
    {
      rows: [
        ['Họ và tên', 'Loại thành viên', 'Tư cách', 'Ngày vào'],
        ['Tổ Một', 'Tổ hợp tác', 'Liên kết không góp vốn', '01/05/2025'],
      ],
    },
    [['B2', 'representative-missing']],
  ],
];

const many: Handing = { organisation: null };
const ofMany = (taxNumber: SheetValue, named: SheetValue): SampleSheet => ({
  rows: [
    ['MST HTX', 'Tên HTX', 'Họ và tên', 'Tư cách', 'Ngày vào'],
    [taxNumber, named, 'Lê Thị B', 'Liên kết không góp vốn', '01/05/2025'],
  ],
});
const places: readonly Bad[] = [
  ['a tax number with a wrong digit', ofMany('9900000017', null), [['A2', 'organisation-unknown']], many],
  ['a tax number of eight digits', ofMany('99000000', null), [['A2', 'tax-number-length']], many],
  ['nine digits no zero makes right', ofMany(123_456_789, null), [['A2', 'tax-number-zero-unclear']], many],
  ['a tax number nobody has', ofMany('0100109106', null), [['A2', 'organisation-unknown']], many],
  ['a name nobody has', ofMany(null, 'HTX Không Có'), [['B2', 'organisation-unknown']], many],
  ['number and name of two', ofMany('9900000016', 'HTX Biển Vân Đồn'), [['A2', 'organisation-disagrees']], many],
  ['nobody’s member', ofMany(null, null), [['B2', 'missing']], many],
  ['a farm’s member', ofMany(null, 'Trang trại Nguyễn Văn An'), [['B2', 'organisation-has-no-members']], many],
];

const accounts: Handing = { kind: 'accounts' };
const figures = (...row: readonly SheetValue[]): SampleSheet => ({
  rows: [['Năm', 'Doanh thu', 'Lợi nhuận', 'Vốn điều lệ', 'Tổng nguồn vốn', 'Lao động'], [...row]],
});
const years: readonly Bad[] = [
  ['no year', figures('năm nay', 5), [['A2', 'year-not-plausible']], accounts],
  ['a year to come', figures(2090, 5), [['A2', 'year-not-begun']], accounts],
  ['a year before the cooperative', figures(2015, 5), [['A2', 'before-founding']], accounts],
  ['more profit than revenue', figures(2024, 5, 6), [['C2', 'profit-above-revenue']], accounts],
  ['more charter capital than capital', figures(2024, 5, 1, 9, 8), [['D2', 'charter-above-total-capital']], accounts],
  [
    'sides that do not make the total',
    {
      rows: [
        ['Năm', 'Doanh thu', null, null, 'Chi phí', null, null, 'Lợi nhuận nội bộ', 'Lợi nhuận bên ngoài', 'Lợi nhuận'],
        [null, 'Nội bộ', 'Bên ngoài', 'Tổng số', 'Nội bộ', 'Bên ngoài', 'Tổng số', null, null, null],
        [2024, 150, 700, 851, 140, 590, 731, 10, 110, 119],
      ],
      merges: ['A1:A2', 'B1:D1', 'E1:G1', 'H1:H2', 'I1:I2', 'J1:J2'],
    },
    [
      ['D3', 'revenue-sides-differ'],
      ['G3', 'cost-sides-differ'],
      ['J3', 'profit-sides-differ'],
    ],
    accounts,
  ],
  ['nothing told', figures(2024), [['A2', 'nothing-told']], accounts],
  ['half a worker', figures(2024, 5, 1, 1, 2, '2,5'), [['F2', 'not-whole']], accounts],
  [
    'a year twice',
    {
      rows: [
        ['Năm', 'Doanh thu'],
        [2024, 5],
        ['Năm 2024', 6],
      ],
    },
    [['A3', 'twice-in-set']],
    accounts,
  ],
];

const lists: Handing = { kind: 'organisations', organisation: null };
const orgHeads = ['Tên HTX', 'Loại hình', 'Mã số thuế', 'Ngày cấp', 'Ngày thành lập', 'Xã', 'Điện thoại', 'Email'];
const org = (at: number, value: SheetValue): SampleSheet => {
  const good: SheetValue[] = ['HTX Chè Xanh', '', '', '15/03/2021', '01/03/2021', 'Xã Đầm Hà', '', ''];
  return { rows: [orgHeads, good.map((one, column) => (column === at ? value : one))] };
};
const organisations: readonly Bad[] = [
  ['an organisation without a name', org(0, ''), [['A2', 'missing']], lists],
  ['an organisation of no kind', org(0, 'Chè Xanh'), [['B2', 'kind-missing']], lists],
  ['a kind nobody knows', org(1, 'Hội quán'), [['B2', 'word-unknown']], lists],
  ['a cooperative under a person’s number', org(2, '022080000001'), [['C2', 'person-number-of-organisation']], lists],
  ['a number that lost more than a zero', org(2, 12_345_678), [['C2', 'tax-number-length']], lists],
  ['a certificate of before the founding', org(3, '01/02/2021'), [['D2', 'certificate-before-founding']], lists],
  ['a certificate of a day to come', org(3, '01/01/2150'), [['D2', 'certificate-in-future']], lists],
  ['a founding on a day that was none', org(4, '31/02/2021'), [['E2', 'day-not-in-calendar']], lists],
  ['a commune nobody knows', org(5, 'Xã Không Có'), [['F2', 'unit-unknown']], lists],
  ['no commune', org(5, ''), [['F2', 'place-missing']], lists],
  ['words for an organisation’s phone', org(6, 'chưa có'), [['G2', 'phone-malformed']], lists],
  ['no address of e-mail', org(7, 'htx@'), [['H2', 'email-malformed']], lists],
  ['a known name under another kind of number', org(0, 'HTX Biển Vân Đồn'), [['A2', 'name-taken']], lists],
  [
    'a cooperative told to be a farm',
    {
      rows: [
        ['Tên HTX', 'Mã số thuế', 'Loại hình'],
        ['HTX Hòa Bình Đầm Hà', '9900000016', 'Trang trại'],
      ],
    },
    [['C2', 'kind-is-otherwise']],
    lists,
  ],
  [
    'an organisation twice',
    {
      rows: [
        ['Tên HTX', 'Xã'],
        ['HTX Chè Vàng', 'Xã Đầm Hà'],
        ['Hợp tác xã Trà', 'Xã Đầm Hà'],
        ['HTX  Chè vàng', 'Vân Đồn'],
      ],
    },
    [['A4', 'twice-in-set']],
    lists,
  ],
  [
    'what the article tells of',
    {
      rows: [
        ['Tên HTX', 'Số GCN'],
        ['Hợp tác xã trong bài báo', '1'],
      ],
    },
    [['A2', 'reported']],
    lists,
  ],
];

const all = [...cells, ...places, ...years, ...organisations];

let before: string;
const stateOfRegistry = async (): Promise<string> => {
  const [row] = await here.owner<{ state: string }>(`select md5(concat(
      (select string_agg(o::text, '|' order by id) from registry.organisation o),
      (select count(*) from registry.organisation_place), (select count(*) from registry.organisation_act),
      (select string_agg(m::text, '|' order by id) from registry.member m),
      (select count(*) from registry.member_entry), (select count(*) from registry.capital_act),
      (select string_agg(y::text, '|') from registry.yearly_account y))) as state`);
  return row!.state;
};
beforeAll(async () => {
  before = await stateOfRegistry();
});
afterAll(async () => {
  expect(await stateOfRegistry(), 'nothing was imported').toBe(before);
});

describe('a malformed sheet is refused with row and column, and nothing is imported', () => {
  test('there are at least sixty of them', () => {
    expect(all.length).toBeGreaterThanOrEqual(60);
    expect(new Set(all.map(([what]) => what)).size).toBe(all.length);
  });

  test.each(all.map((bad) => [bad[0], bad] as const))('%s', async (_what, [, sheet, wrong, handing = {}]) => {
    const { id: batch, ask, body } = await checked(people.officer, await workbook([sheet]), handing);
    const { items } = (await ask(listRows, { batch, outcome: 'refused' })).body;
    const found = items.flatMap(({ troubles }) => troubles.map(({ at, code }) => [at, code]));
    expect(found).toEqual(wrong);
    const refused = await ask(importBatch, { batch, version: body.version });
    expect(refused.status).toBe(409);
    expect(refused.body['obstacles']).toContain('has-refused-rows');
  });

  test('a CSV of the same kind too', async () => {
    const text = '\ufeffHọ và tên;Năm sinh;Tư cách;Ngày vào\r\nLê A;1970;Liên kết không góp vốn;31/04/2025\r\n';
    const { id: batch, ask } = await checked(people.officer, csv(text), { name: 'ds.csv', organisation: neighbour });
    const { items } = (await ask(listRows, { batch })).body;
    expect(items[0]!.troubles).toMatchObject([{ at: 'D2', code: 'day-not-in-calendar', found: '31/04/2025' }]);
    expect((await ask(importBatch, { batch, version: 3, part: true })).body['obstacles']).toContain(
      'nothing-to-import',
    );
    expect((await ask(importBatch, { batch: newId(), version: 3 })).status).toBe(403);
  });
});
