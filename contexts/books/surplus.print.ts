import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Day } from '#kernel/day.ts';
import { renderPdf, type House } from '#platform/pdf/typst.ts';
import type { SheetRow } from '#platform/spreadsheet/sheet.ts';
import { xlsxStream } from '#platform/spreadsheet/write.ts';
import type { Cover } from './cover.ts';
import type { RecordedSurplus } from './surplus.load.ts';
import { fundNames, nameless, partNames, sharingSheetName, sharingTitles, sharingUnverified } from './surplus.words.ts';
import { inLanguage, type SheetLanguage } from '#platform/spreadsheet/words.ts';
import { syntheticNote } from './year-book.words.ts';

const template = readFileSync(new URL('./surplus.typ', import.meta.url), 'utf8');

const numbers = new Intl.NumberFormat('vi-VN');
const amount = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : numbers.format(value);
const dayText = (on: Day): string => on.split('-').reverse().join('/');

interface Printed {
  readonly organisation: string;
  readonly cover: Cover;
  readonly sharings: readonly RecordedSurplus[];
}
type Line = RecordedSurplus['lines'][number];
type Member = NonNullable<Line['member']>;

const basisNames: Readonly<Record<RecordedSurplus['useBasis'], string>> = {
  linkage: 'Bảng quyết toán liên kết',
  use: 'Giá trị sử dụng do tổ chức kê khai',
  labour: 'Giá trị công lao động',
  'use-and-labour': 'Giá trị sử dụng và công lao động do tổ chức kê khai',
};

const nameOf = ({ id, name }: Member, language: SheetLanguage): string =>
  name ?? `${inLanguage(nameless, language)} …${id.slice(-6)}`;

const summed = (lines: readonly Line[]): number => lines.reduce((all, { amountVnd }) => all + amountVnd, 0);
const kindOf = (lines: readonly Line[], kind: Line['kind']): Line[] => lines.filter((line) => line.kind === kind);

/** Tax, losses, each fund, and what goes to members by patronage and by capital. */
function partRows(lines: readonly Line[]): string[][] {
  const whole = lines.filter(({ member }) => member === null);
  const shared = (['patronage', 'capital'] as const)
    .map((kind) => ({ kind, found: kindOf(lines, kind) }))
    .filter(({ found }) => found.length > 0);
  return [
    ...whole.map(({ kind, name, fund, amountVnd }) => [
      fund === null ? (name ?? partNames[kind][0]) : fundNames[fund][0],
      amount(amountVnd),
    ]),
    ...shared.map(({ kind, found }) => [`Chia thành viên: ${partNames[kind][0]}`, amount(summed(found))]),
  ];
}

/** Each member once: what the own part rests on, and how much it is. */
function memberRows(lines: readonly Line[]): string[][] {
  const ofMember = Map.groupBy(
    lines.filter(({ member }) => member !== null),
    ({ member }) => member!.id,
  );
  return [...ofMember.values()].map((own, at) => {
    const [patronage, capital] = [kindOf(own, 'patronage')[0], kindOf(own, 'capital')[0]];
    return [
      String(at + 1),
      nameOf(own[0]!.member!, 'vi'),
      amount(patronage?.weightVnd),
      amount(patronage?.amountVnd),
      amount(capital?.weightVnd),
      amount(capital?.amountVnd),
      amount(summed(own)),
    ];
  });
}

const sectionOf = (one: RecordedSurplus) => ({
  title: `Năm ${one.year}, ghi nhận lần ${one.number}`,
  state:
    one.reversal === null
      ? null
      : `ĐÃ THU LẠI NGÀY ${dayText(one.reversal.on)} (${one.reversal.document}): ${one.reversal.reason}`,
  facts: [
    ['Nghị quyết, văn bản', `${one.document}, ngày ${dayText(one.decidedOn)}`],
    ['Lợi nhuận trước thuế (đồng)', amount(one.profitVnd)],
    ['Căn cứ mức sử dụng', basisNames[one.useBasis]],
    ['Phần thành viên chia theo mức sử dụng', `${numbers.format(one.patronageBp / 100)} %`],
  ],
  parts: partRows(one.lines),
  total: ['Cộng', amount(summed(one.lines))],
  members: memberRows(one.lines),
});

export function surplusPdf({ organisation, cover, sharings }: Printed, house?: House): Promise<Uint8Array> {
  return renderPdf({
    template,
    house,
    data: {
      title: `Chia lãi: ${organisation}`,
      reference: 'Bảng chia lãi',
      synthetic: cover.synthetic,
      issuer: organisation.toLocaleUpperCase('vi'),
      placeAndDay: '……, ngày …… tháng …… năm ……',
      heading: 'BẢNG CHIA LÃI',
      sub: 'Theo nghị quyết của đại hội thành viên. Đơn vị tính: đồng.',
      unverified: sharingUnverified[0],
      facts: [
        ['Tên tổ chức', organisation],
        ['Mã số thuế', cover.taxNumber ?? ''],
        ['Xã, phường, đặc khu', cover.unit ?? ''],
      ],
      partHead: ['Phần', 'Số tiền'],
      memberHead: [
        'STT',
        'Thành viên',
        'Mức sử dụng',
        'Chia theo sử dụng',
        'Vốn góp',
        'Chia theo vốn',
        'Cộng',
        'Ký nhận',
      ],
      sharings: sharings.map(sectionOf),
      empty: 'Chưa ghi nhận lần chia lãi nào.',
      signatures: [{ title: 'NGƯỜI LẬP BẢNG' }, { title: 'ĐẠI DIỆN THEO PHÁP LUẬT' }],
    },
  });
}

export function surplusXlsx({ organisation, cover, sharings }: Printed, language: SheetLanguage): Readable {
  const said = (key: keyof typeof sharingTitles): string => inLanguage(sharingTitles[key], language);
  const rows: SheetRow[] = [
    ...(cover.synthetic ? [{ name: inLanguage(syntheticNote, language) }] : []),
    { name: inLanguage(sharingUnverified, language) },
    { name: organisation },
    ...sharings.flatMap(({ year, number, decidedOn, document, reversal, lines }) =>
      lines.map(({ kind, name, fund, member, weightVnd, amountVnd }) => ({
        year: String(year),
        number: String(number),
        part: inLanguage(partNames[kind], language),
        name:
          member === null ? (fund === null ? name : inLanguage(fundNames[fund], language)) : nameOf(member, language),
        weightVnd,
        amountVnd,
        decidedOn,
        document,
        reversedOn: reversal?.on ?? null,
      })),
    ),
  ];
  return xlsxStream({
    name: inLanguage(sharingSheetName, language),
    columns: [
      { key: 'year', title: said('year'), kind: 'text', width: 8 },
      { key: 'number', title: said('number'), kind: 'text', width: 8 },
      { key: 'part', title: said('part'), kind: 'text', width: 26 },
      { key: 'name', title: said('name'), kind: 'text', width: 40 },
      { key: 'weightVnd', title: said('weightVnd'), kind: 'vnd', width: 20 },
      { key: 'amountVnd', title: said('amountVnd'), kind: 'vnd', width: 20 },
      { key: 'decidedOn', title: said('decidedOn'), kind: 'day', width: 16 },
      { key: 'document', title: said('document'), kind: 'text', width: 34 },
      { key: 'reversedOn', title: said('reversedOn'), kind: 'day', width: 16 },
    ],
    rows,
  });
}
