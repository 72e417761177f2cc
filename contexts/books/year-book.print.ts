import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Day } from '#kernel/day.ts';
import { renderPdf, type House } from '#platform/pdf/typst.ts';
import type { SheetRow } from '#platform/spreadsheet/sheet.ts';
import { xlsxStream } from '#platform/spreadsheet/write.ts';
import type { Cover } from './cover.ts';
import { inLanguage, type SheetLanguage } from '#platform/spreadsheet/words.ts';
import { accountLines, accountNumbers, identityChecks, isResultLine, type LineAmounts } from './year-book.ts';
import {
  bookNote,
  bookProvisional,
  bookSheetName,
  bookTitles,
  bookUnverified,
  identityNames,
  lineNames,
  syntheticNote,
} from './year-book.words.ts';

const template = readFileSync(new URL('./year-book.typ', import.meta.url), 'utf8');

const numbers = new Intl.NumberFormat('vi-VN');
const amount = (value: number | null): string => (value === null ? '' : numbers.format(value));

export interface PrintedYear {
  readonly year: number;
  readonly version: number;
  readonly asOn: Day | null;
  readonly source: string;
  readonly lines: readonly LineAmounts[];
}

interface Printed {
  readonly organisation: string;
  readonly cover: Cover;
  readonly years: readonly PrintedYear[];
}

/** Every line of the regime in its order, blank where nobody has told; both sides summed only where both are known. */
function rowsOf({ lines }: PrintedYear) {
  const told = new Map(lines.map((one) => [one.line, one]));
  return accountLines.map((line) => {
    const { externalVnd = null, internalVnd = null, totalVnd = null } = told.get(line) ?? {};
    const both = externalVnd === null || internalVnd === null ? null : externalVnd + internalVnd;
    return {
      line,
      number: accountNumbers[line],
      externalVnd,
      internalVnd,
      totalVnd: isResultLine(line) ? both : totalVnd,
    };
  });
}

/** Books that are not closed say so wherever they are read. */
const standingOf = ({ asOn }: PrintedYear, language: SheetLanguage): string =>
  asOn === null ? '' : `, ${inLanguage(bookProvisional, language)} ${asOn.split('-').toReversed().join('/')}`;

const checkText = ({ holds, expected }: { holds: boolean | null; expected: number | null }): string =>
  holds === null ? 'chưa kiểm tra được, vì có dòng để trống' : `đúng, ${amount(expected)}`;

export function yearBookPdf({ organisation, cover, years }: Printed, house?: House): Promise<Uint8Array> {
  const span = years.map(({ year }) => year).join(', ');
  return renderPdf({
    template,
    house,
    data: {
      title: `Sổ kế toán năm rút gọn: ${organisation}`,
      reference: `Sổ kế toán năm ${span}`.trim(),
      synthetic: cover.synthetic,
      issuer: organisation.toLocaleUpperCase('vi'),
      placeAndDay: '……, ngày …… tháng …… năm ……',
      heading: 'SỔ KẾ TOÁN NĂM RÚT GỌN',
      sub: 'Đơn vị tính: đồng. Giao dịch với thành viên chính thức là nội bộ, còn lại là bên ngoài.',
      unverified: bookUnverified[0],
      facts: [
        ['Tên tổ chức', organisation],
        ['Mã số thuế', cover.taxNumber ?? ''],
        ['Xã, phường, đặc khu', cover.unit ?? ''],
      ],
      head: [
        bookTitles.line,
        bookTitles.number,
        bookTitles.externalVnd,
        bookTitles.internalVnd,
        bookTitles.totalVnd,
      ].map((words) => words[0]),
      years: years.map((one) => ({
        title: `Năm ${one.year}, bản ${one.version}${standingOf(one, 'vi')}. Nguồn: ${one.source}`,
        rows: rowsOf(one).map(({ line, number, externalVnd, internalVnd, totalVnd }) => [
          lineNames[line][0],
          number,
          amount(externalVnd),
          amount(internalVnd),
          amount(totalVnd),
        ]),
        checks: identityChecks(one.lines).map((check) => [identityNames[check.identity], checkText(check)]),
      })),
      empty: 'Chưa có sổ năm nào.',
      note: bookNote[0],
      signatures: [{ title: 'NGƯỜI LẬP SỔ' }, { title: 'ĐẠI DIỆN THEO PHÁP LUẬT' }],
    },
  });
}

export function yearBookXlsx({ organisation, cover, years }: Printed, language: SheetLanguage): Readable {
  const said = (words: (typeof bookTitles)[keyof typeof bookTitles]): string => inLanguage(words, language);
  const rows: SheetRow[] = [
    ...(cover.synthetic ? [{ line: inLanguage(syntheticNote, language) }] : []),
    { line: inLanguage(bookUnverified, language) },
    { line: organisation },
    ...years.flatMap((one) =>
      rowsOf(one).map(({ line, ...row }) => ({
        year: String(one.year),
        version: String(one.version),
        line: inLanguage(lineNames[line], language),
        source: `${one.source}${standingOf(one, language)}`,
        ...row,
      })),
    ),
    { line: inLanguage(bookNote, language) },
  ];
  return xlsxStream({
    name: inLanguage(bookSheetName, language),
    columns: [
      { key: 'year', title: said(bookTitles.year), kind: 'text', width: 8 },
      { key: 'version', title: said(bookTitles.version), kind: 'text', width: 8 },
      { key: 'line', title: said(bookTitles.line), kind: 'text', width: 44 },
      { key: 'number', title: said(bookTitles.number), kind: 'text', width: 14 },
      { key: 'externalVnd', title: said(bookTitles.externalVnd), kind: 'vnd', width: 20 },
      { key: 'internalVnd', title: said(bookTitles.internalVnd), kind: 'vnd', width: 20 },
      { key: 'totalVnd', title: said(bookTitles.totalVnd), kind: 'vnd', width: 20 },
      { key: 'source', title: said(bookTitles.source), kind: 'text', width: 34 },
    ],
    rows,
  });
}
