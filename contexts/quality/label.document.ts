import type { Day } from '#kernel/day.ts';
import type { DocumentReply } from '#platform/method/handle.ts';
import { renderPdf } from '#platform/pdf/typst.ts';
import { qrSvg } from '#platform/qr/qr.ts';
import { shownCode, traceLink, type Traceable } from './lot-address.ts';

interface Label {
  readonly lot: Traceable & {
    readonly packed_on: Day;
    readonly best_before_on: Day | null;
    readonly provenance: string;
  };
  readonly product: string;
  readonly producer: string;
  readonly count: number;
  readonly origin: string;
  readonly language: 'vi' | 'en' | 'th';
}

const words = {
  vi: { lot: 'Lô', packed: 'Đóng gói', before: 'Dùng trước', check: 'Tra cứu', synthetic: 'Dữ liệu minh họa' },
  en: { lot: 'Lot', packed: 'Packed', before: 'Best before', check: 'Look up', synthetic: 'Synthetic data' },
  th: { lot: 'ล็อต', packed: 'บรรจุ', before: 'ควรบริโภคก่อน', check: 'ตรวจสอบ', synthetic: 'ข้อมูลสมมติ' },
} as const;

// 3 columns of 8 rows on A4. The domain and the short code stand in letters beside every QR: a printed code alone cannot be checked.
const template = `#import "/letterhead.typ": *
#set document(title: data.title, date: none)
#set page(paper: "a4", margin: (x: 8mm, y: 10mm))
#set text(font: ("Be Vietnam Pro", "Noto Sans Thai"), size: 7.5pt, fallback: true)
#set par(leading: 0.45em)
#grid(
  columns: (1fr, 1fr, 1fr),
  rows: 34mm,
  stroke: 0.3pt + luma(190),
  ..range(data.count).map(_ => box(width: 100%, height: 34mm, inset: 1.5mm, clip: true, grid(
    columns: (27mm, 1fr),
    column-gutter: 1.5mm,
    align: (center + horizon, left + horizon),
    image(bytes(data.svg), format: "svg", width: 27mm),
    {
      text(weight: "bold", size: 8pt, data.product)
      linebreak()
      text(data.producer)
      linebreak()
      for line in data.lines { text(line); linebreak() }
      text(weight: "semibold", data.address)
      linebreak()
      text(weight: "bold", size: 9pt, data.code)
      if data.synthetic != none { linebreak(); text(size: 6pt, style: "italic", data.synthetic) }
    },
  ))),
)
`;

const written = (on: Day): string => on.split('-').reverse().join('/');

export async function labelSheet(label: Label): Promise<DocumentReply> {
  const { lot, product, producer, count, origin, language } = label;
  const said = words[language];
  const code = shownCode(lot.short_code);
  const lines = [
    `${said.lot} ${lot.code}`,
    `${said.packed} ${written(lot.packed_on)}`,
    ...(lot.best_before_on === null ? [] : [`${said.before} ${written(lot.best_before_on)}`]),
  ];
  const body = await renderPdf({
    template,
    data: {
      title: `${said.lot} ${lot.code}`,
      svg: qrSvg(traceLink(origin, lot), { correction: 'M' }),
      product,
      producer,
      lines,
      address: `${said.check}: ${new URL(origin).host}/t`,
      code,
      count,
      synthetic: lot.provenance === 'synthetic' ? said.synthetic : null,
    },
  });
  return { fileName: `${lot.code}.pdf`, mediaType: 'application/pdf', body, inline: true };
}
