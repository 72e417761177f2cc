import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import type { Day } from '#kernel/day.ts';
import { renderPdf, type House } from '#platform/pdf/typst.ts';
import type { SheetRow } from '#platform/spreadsheet/sheet.ts';
import { xlsxStream } from '#platform/spreadsheet/write.ts';
import type { Cover } from './cover.ts';
import { fieldsOf, shapeOf, updateSections, type UpdateField } from './update-field.ts';
import { stateNames } from './update-list.words.ts';
import { fieldNames, sectionNames, sourceNames } from './update-words.ts';
import type { FieldEntryView, UpdatePage } from './update.wire.ts';

const template = readFileSync(new URL('./update.typ', import.meta.url), 'utf8');

const numbers = new Intl.NumberFormat('vi-VN');
const dayText = (on: Day | null): string => (on === null ? '…' : on.split('-').reverse().join('/'));

/** Nobody has read the circular's annexes: what stands here is our order of the figures the law asks for. */
const unverified =
  'BỐ CỤC BIỂU CHƯA ĐƯỢC KIỂM CHỨNG: chưa đọc được phụ lục của Thông tư 09/2024/TT-BKHĐT; thứ tự và tên chỉ tiêu có thể khác biểu chính thức.';
const note = 'Ô trống nghĩa là chưa biết, không phải bằng không. Năm báo cáo từ 15/12 năm trước đến 14/12.';

const amount = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : numbers.format(value);

function sourceOf(entry: FieldEntryView | undefined): string {
  if (entry === undefined || entry.value === null) return '';
  const told = entry.source === null ? 'Tổ chức ghi' : `${sourceNames[entry.source]}, ${dayText(entry.sourceOn)}`;
  return entry.provisional ? `${told}, số tạm tính` : told;
}

function linesOf(page: UpdatePage) {
  const entries = new Map(page.update?.entries.map((entry) => [entry.field, entry]));
  return fieldsOf(page.form).map((field, index) => ({
    number: index + 1,
    section: shapeOf(field).section,
    name: fieldNames[field],
    value: entries.get(field)?.value ?? null,
    former: page.former[field satisfies UpdateField] ?? null,
    source: sourceOf(entries.get(field)),
  }));
}

const stateOf = (page: UpdatePage): string =>
  page.update === null ? stateNames.missing[0] : `${stateNames[page.update.state][0]}, bản ${page.update.edition}`;

export function updatePdf(page: UpdatePage, cover: Cover, house?: House): Promise<Uint8Array> {
  const lines = linesOf(page);
  return renderPdf({
    template,
    house,
    data: {
      title: `Cập nhật hằng năm ${page.year}: ${page.organisation.name}`,
      reference: `Biểu ${page.form} · ${page.year} · bản ${page.update?.edition ?? 0}`,
      synthetic: cover.synthetic,
      issuer: page.organisation.name.toLocaleUpperCase('vi'),
      placeAndDay: '……, ngày …… tháng …… năm ……',
      heading: `CẬP NHẬT THÔNG TIN HẰNG NĂM (BIỂU ${page.form})`,
      sub: `Năm báo cáo ${page.year}: từ ${dayText(page.from)} đến ${dayText(page.until)}`,
      unverified,
      facts: [
        ['Tên tổ chức', page.organisation.name],
        ['Mã số thuế', cover.taxNumber ?? ''],
        ['Xã, phường, đặc khu', cover.unit ?? ''],
        ['Hạn nộp', dayText(page.deadlineOn)],
        ['Tình trạng', stateOf(page)],
      ],
      sections: updateSections
        .map((section) => ({
          title: sectionNames[section],
          rows: lines
            .filter((line) => line.section === section)
            .map(({ number, name, value, former, source }) => [
              String(number),
              name,
              amount(value),
              amount(former),
              source,
            ]),
        }))
        .filter(({ rows }) => rows.length > 0),
      note,
      signatures: [{ title: 'NGƯỜI LẬP BIỂU' }, { title: 'ĐẠI DIỆN THEO PHÁP LUẬT' }],
    },
  });
}

export function updateXlsx(page: UpdatePage, cover: Cover): Promise<Uint8Array> {
  const rows: SheetRow[] = [
    ...(cover.synthetic ? [{ name: 'DỮ LIỆU MINH HỌA' }] : []),
    { name: unverified },
    { name: page.organisation.name, source: stateOf(page) },
    { name: `Năm báo cáo ${page.year}: từ ${dayText(page.from)} đến ${dayText(page.until)}` },
    ...linesOf(page).map(({ number, section, name, value, former, source }) => ({
      number,
      section: sectionNames[section],
      name,
      value,
      former,
      source,
    })),
    { name: note },
  ];
  return buffer(
    xlsxStream({
      name: `Biểu ${page.form} ${page.year}`,
      columns: [
        { key: 'number', title: 'STT', kind: 'integer', width: 6 },
        { key: 'section', title: 'Mục', kind: 'text', width: 24 },
        { key: 'name', title: 'Chỉ tiêu', kind: 'text', width: 52 },
        { key: 'value', title: 'Năm báo cáo', kind: 'integer', width: 20 },
        { key: 'former', title: 'Năm trước', kind: 'integer', width: 20 },
        { key: 'source', title: 'Nguồn', kind: 'text', width: 34 },
      ],
      rows,
    }),
  );
}
