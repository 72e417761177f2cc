import type { Day } from '#kernel/day.ts';
import type { DocumentReply } from '#platform/method/handle.ts';
import { renderPdf } from '#platform/pdf/typst.ts';
import { qrSvg } from '#platform/qr/qr.ts';
import { pageOfCard } from './card-address.ts';
import { cardMessage, cardText, shownCode } from './card-code.ts';
import { cardKey, signed } from './card.cipher.ts';
import { inLanguage, type SheetLanguage } from '#platform/spreadsheet/words.ts';
import { standingNames } from './export.words.ts';
import type { Standing } from './member.ts';

export interface PrintedCard {
  readonly code: string;
  readonly key_number: number;
  readonly issued_on: Day;
  readonly expires_on: Day;
  readonly standing: Standing;
  readonly provenance: string;
  readonly name: string | null;
}

const words = {
  vi: {
    title: 'THẺ THÀNH VIÊN',
    issued: 'Cấp ngày',
    until: 'Có giá trị đến',
    number: 'Số thẻ',
    check: 'Kiểm tra',
    right: 'Chỉ để nhận biết thành viên. Không thay giấy tờ tùy thân, không trao quyền gì.',
    synthetic: 'Dữ liệu minh họa',
  },
  en: {
    title: 'MEMBER CARD',
    issued: 'Issued',
    until: 'Valid until',
    number: 'Card',
    check: 'Check at',
    right: 'Tells that somebody is a member. It is no proof of identity and gives no right.',
    synthetic: 'Synthetic data',
  },
  th: {
    title: 'บัตรสมาชิก',
    issued: 'ออกเมื่อ',
    until: 'ใช้ได้ถึง',
    number: 'เลขบัตร',
    check: 'ตรวจสอบที่',
    right: 'ใช้บอกว่าเป็นสมาชิกเท่านั้น ไม่ใช่บัตรประจำตัว และไม่ให้สิทธิใด ๆ',
    synthetic: 'ข้อมูลสมมติ',
  },
} as const satisfies Record<SheetLanguage, unknown>;

// ISO/IEC 7810 ID-1: 85.6 by 54 mm, ten on A4, with lines to cut along.
const template = `#import "/letterhead.typ": *
#set document(title: data.title, date: none)
#set page(paper: "a4", margin: (x: (210mm - 171.2mm) / 2, y: (297mm - 270mm) / 2))
#set text(font: ("Be Vietnam Pro", "Noto Sans Thai"), size: 7.5pt, fallback: true)
#set par(leading: 0.5em)
#let card(it) = box(width: 85.6mm, height: 54mm, inset: 3.5mm, clip: true, stroke: 0.3pt + luma(170), grid(
  columns: (1fr, 31mm),
  column-gutter: 2mm,
  rows: (1fr, auto),
  row-gutter: 1.5mm,
  {
    text(size: 7pt, weight: "semibold", it.organisation)
    linebreak()
    text(size: 6pt, tracking: 0.08em, fill: rgb("#1f5c38"), weight: "bold", data.words.title)
    v(1.2mm)
    text(size: 11pt, weight: "bold", it.name)
    linebreak()
    text(size: 7pt, it.standing)
    v(1.2mm)
    for pair in it.lines { text(fill: luma(80), pair.at(0) + " "); text(weight: "semibold", pair.at(1)); linebreak() }
    if it.synthetic { text(size: 6pt, style: "italic", data.words.synthetic) }
  },
  align(center, {
    image(bytes(it.svg), format: "svg", width: 31mm)
    text(size: 5.5pt, data.words.check + " " + data.address)
  }),
  grid.cell(colspan: 2, text(size: 5.5pt, fill: luma(70), data.words.right)),
))
#grid(columns: (85.6mm, 85.6mm), rows: 54mm, ..data.cards.map(card))
`;

const written = (on: Day): string => on.split('-').reverse().join('/');

interface Sheet {
  readonly organisation: string;
  readonly province: number;
  readonly origin: string;
  readonly language: SheetLanguage;
}

/** Sheets of ten cards. No phone, no national id, no birth: what is not on it cannot be read off it. */
export async function cardSheet(cards: readonly PrintedCard[], sheet: Sheet): Promise<DocumentReply> {
  const said = words[sheet.language];
  const link = (card: PrintedCard): string => {
    const fields = { province: sheet.province, key: card.key_number, code: card.code, expiresOn: card.expires_on };
    return pageOfCard(
      sheet.origin,
      cardText(fields, signed(cardMessage(fields), cardKey(sheet.province, card.key_number))),
    );
  };
  const body = await renderPdf({
    template,
    data: {
      title: `${said.title} – ${sheet.organisation}`,
      words: said,
      address: `${new URL(sheet.origin).host}/m/`,
      cards: cards.map((card) => ({
        organisation: sheet.organisation,
        name: card.name,
        standing: inLanguage(standingNames[card.standing], sheet.language),
        lines: [
          [said.number, shownCode(card.code)],
          [said.issued, written(card.issued_on)],
          [said.until, written(card.expires_on)],
        ],
        svg: qrSvg(link(card), { correction: 'L' }),
        synthetic: card.provenance === 'synthetic',
      })),
    },
  });
  return { fileName: `${said.title} ${sheet.organisation}.pdf`, mediaType: 'application/pdf', body, inline: true };
}
