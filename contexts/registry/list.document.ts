import type { Day } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import type { DocumentReply } from '#platform/method/handle.ts';
import { renderPdf, type House } from '#platform/pdf/typst.ts';
import type { SheetRow } from '#platform/spreadsheet/sheet.ts';
import { type SheetLanguage } from '#platform/spreadsheet/words.ts';

/** Some eighty pages: who prints more wants a sheet to work with, not a list to sign. */
const mostRows = 2_000;

const words = {
  vi: {
    number: 'STT',
    until: 'Lập ngày',
    rows: 'Tổng cộng',
    maker: 'Người lập biểu',
    makerNote: '(Ký, ghi rõ họ tên)',
    head: 'Thủ trưởng đơn vị',
    headNote: '(Ký, ghi rõ họ tên, đóng dấu)',
  },
  en: {
    number: 'No.',
    until: 'Made on',
    rows: 'In all',
    maker: 'Made by',
    makerNote: '(signature, full name)',
    head: 'Head of the office',
    headNote: '(signature, full name, seal)',
  },
  th: {
    number: 'ลำดับ',
    until: 'จัดทำวันที่',
    rows: 'รวม',
    maker: 'ผู้จัดทำ',
    makerNote: '(ลงชื่อ ชื่อเต็ม)',
    head: 'หัวหน้าหน่วยงาน',
    headNote: '(ลงชื่อ ชื่อเต็ม ประทับตรา)',
  },
} as const satisfies Record<SheetLanguage, unknown>;

const template = `#import "/letterhead.typ": *
#show: letter.with(title: data.title, lang: data.lang, reference: data.reference, synthetic: data.synthetic, flipped: true)
#national-heading(issuer: data.issuer)
#document-title(upper(data.title), sub: data.sub)
#data-table(data.head, data.rows, aligns: data.aligns, widths: data.widths.map(share => if share == 0 { auto } else { share * 1fr }))
#v(2mm)
#text(size: 9.5pt, data.total)
#signatures(data.signatures)
`;

export interface ListColumn {
  readonly key: string;
  readonly title: string;
  /** How wide beside the others; 0 as wide as needed. */
  readonly share: number;
  readonly align?: 'start' | 'end' | 'center';
}

export interface PrintedList {
  readonly title: string;
  /** Which of all rows these are. */
  readonly filtered?: string | undefined;
  /** Whose list it is. */
  readonly issuer: string;
  readonly columns: readonly ListColumn[];
  readonly rows: AsyncIterable<SheetRow>;
  readonly language: SheetLanguage;
  readonly today: Day;
  readonly synthetic: boolean;
  /** The letterhead of the province, where the list is the province's. */
  readonly house?: House | undefined;
}

const dayText = (value: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) ? value.split('-').reverse().join('/') : value;

const number = new Intl.NumberFormat('vi-VN');
const cellText = (value: SheetRow[string], key: string): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'number' && key.endsWith('Vnd') ? number.format(value) : dayText(String(value));
};

/**
 * An A4 list to be signed and sealed, numbered, its head on every page.
 *
 * @throws Problem registry.list.too-long above ${mostRows} rows.
 */
export async function listDocument(list: PrintedList): Promise<DocumentReply> {
  const { columns, language, today } = list;
  const rows: string[][] = [];
  for await (const row of list.rows) {
    if (rows.length === mostRows) throw new Problem('unprocessable', 'registry.list.too-long', { most: mostRows });
    rows.push([String(rows.length + 1), ...columns.map(({ key }) => cellText(row[key], key))]);
  }
  const say = words[language];
  const body = await renderPdf({
    template,
    house: list.house,
    data: {
      title: list.title,
      issuer: list.issuer,
      lang: language,
      reference: `${list.title} · ${dayText(today)}`,
      sub: [`${say.until} ${dayText(today)}`, list.filtered].filter(Boolean).join(' · '),
      synthetic: list.synthetic,
      head: [say.number, ...columns.map(({ title }) => title)],
      aligns: ['end', ...columns.map(({ align }) => align ?? 'start')],
      widths: [0, ...columns.map(({ share }) => share)],
      rows,
      total: `${say.rows}: ${number.format(rows.length)}`,
      signatures: [
        { title: say.maker, note: say.makerNote },
        { title: say.head, note: say.headNote },
      ],
    },
  });
  return { fileName: `${list.title} ${today}.pdf`, mediaType: 'application/pdf', body, inline: true };
}
