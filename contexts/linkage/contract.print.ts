import { readFileSync } from 'node:fs';
import { renderPdf, type House } from '#platform/pdf/typst.ts';
import { qrSvg } from '#platform/qr/qr.ts';
import { pageOfVerification } from './address.ts';
import type { ContractRecord } from './contract.store.ts';
import type { ContractContent } from './contract.wire.ts';
import * as say from './print.words.ts';
import type { Signer, Signers } from './signer.store.ts';

const template = readFileSync(new URL('./contract.typ', import.meta.url), 'utf8');

type Facts = readonly (readonly [string, string])[];
interface Article {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly facts: Facts;
}
const article = (title: string, facts: Facts, paragraphs: readonly string[] = []): Article => ({
  title,
  facts,
  paragraphs: paragraphs.filter((text) => text !== ''),
});

const bases = [
  'Căn cứ Bộ luật Dân sự số 91/2015/QH13;',
  'Căn cứ Luật Thương mại số 36/2005/QH11;',
  'Căn cứ Nghị định số 98/2018/NĐ-CP về chính sách khuyến khích phát triển hợp tác, liên kết trong sản xuất và tiêu thụ sản phẩm nông nghiệp;',
  'Căn cứ nhu cầu và khả năng của hai bên.',
];

function priceText({ terms, unit }: ContractContent): string {
  const price = `${say.vnd(terms.priceVnd)} cho một ${say.unitName(unit.code)}`;
  if (terms.priceKind === 'fixed') return `Giá cố định: ${price}.`;
  return `Giá sàn ${price}. Khi giá thị trường cao hơn giá sàn thì tính theo giá thị trường, đọc vào ${say.reading[terms.marketReading ?? 'delivery-day']}, nguồn: ${terms.marketSource}. Giá thị trường do một bên ghi và bên kia xác nhận.`;
}

function goodsArticles(content: ContractContent): Article[] {
  const { terms, unit, commodity, variety } = content;
  return [
    article(
      'Sản phẩm và chất lượng',
      [
        ['Sản phẩm', commodity.name],
        ...(variety === null ? [] : [['Giống', variety.name] as const]),
        ...(terms.grade === '' ? [] : [['Phẩm cấp', terms.grade] as const]),
      ],
      [terms.quality],
    ),
    article('Số lượng và thời gian', [
      ['Số lượng cam kết', say.quantity(terms.committedQty, unit)],
      ['Dung sai', `${say.share(terms.toleranceBp)} (trên hoặc dưới)`],
      ['Thời gian thực hiện', `từ ${say.day(terms.from)} đến ${say.day(terms.until)}`],
    ]),
    article(
      'Giao nhận',
      [
        ['Địa điểm giao nhận', terms.deliveryPlace],
        ['Cân hàng', say.weigher[terms.weighedBy]],
      ],
      [
        `Mỗi lần giao ghi khối lượng cả bì, bì và tịnh. Bên không lập phiếu xác nhận hoặc khiếu nại, nêu số cân và lý do, trong ${terms.disputeWindowDays} ngày kể từ ngày ghi phiếu. Quá thời hạn mà không trả lời thì ${say.silence[terms.onSilence]}.`,
        'Phần giao vượt số lượng cam kết và dung sai nằm ngoài hợp đồng cho đến khi Bên mua nhận hoặc trả lại; nhận thì thanh toán theo giá hợp đồng, trừ khi hai bên thỏa thuận khác.',
      ],
    ),
  ];
}

function moneyArticles(content: ContractContent): Article[] {
  const { terms } = content;
  return [
    article('Giá', [], [priceText(content)]),
    article('Thanh toán', [
      ['Thời hạn thanh toán', `${terms.paymentDueDays} ngày kể từ ngày phát hành bảng quyết toán`],
      ['Đặt cọc', terms.depositVnd === null ? say.notStipulated : say.vnd(terms.depositVnd)],
      ['Thuế GTGT', terms.vatBp === null ? say.notStipulated : say.share(terms.vatBp)],
    ]),
    article(
      'Phạt vi phạm',
      [],
      [
        `Bên vi phạm chịu phạt ${say.share(terms.penaltyBp)} giá trị phần nghĩa vụ bị vi phạm, trong giới hạn pháp luật cho phép.`,
      ],
    ),
    article('Bất khả kháng', [], [terms.forceMajeure]),
    article('Giải quyết tranh chấp', [], [say.forum[terms.disputeForum]]),
    article(
      'Hiệu lực',
      [],
      [
        'Hợp đồng có hiệu lực khi hai bên chấp nhận cùng một nội dung, xác định bằng mã băm in dưới đây. Mọi thay đổi lập thành bản mới và phải được hai bên chấp nhận lại.',
      ],
    ),
  ];
}

const dots = '…………………………';

const standsFor = (signer: Signer | undefined): string => {
  if (!signer?.name) return `${dots}  Chức vụ: …………………`;
  return signer.title === null ? signer.name : `${signer.name}  Chức vụ: ${signer.title}`;
};

const partyOf = (title: string, party: ContractContent['seller'], signer: Signer | undefined) => ({
  title: `${title}: ${party.name}`,
  facts: [
    ['Mã số thuế', party.taxNumber ?? dots],
    ['Địa chỉ', party.address ?? dots],
    ['Đại diện', standsFor(signer)],
  ],
});

export interface PrintedContract {
  readonly house?: House | undefined;
  readonly row: ContractRecord;
  readonly content: ContractContent;
  readonly contentHash: string;
  readonly version: number;
  readonly draftedOn: string;
  readonly signers: Signers;
  /** Printed to be signed with ink: it calls itself no draft. */
  readonly isForSigning: boolean;
  readonly origin: string;
}

function signature(title: string, signer: Signer | undefined) {
  if (signer === undefined) return { title, note: '(ký, ghi rõ họ tên, đóng dấu)', name: '' };
  const note = `${say.acceptedBy[signer.kind]}, ${say.day(signer.on)}`;
  return { title, note, name: [signer.name, signer.title].filter(Boolean).join(', ') };
}

const warningOf = ({ row, version, isForSigning }: PrintedContract): string | null => {
  if (version !== row.version) return say.oldVersion;
  return isForSigning ? null : (say.stateWarning[row.state] ?? null);
};

/** The contract on paper, in the form Vietnamese courts and notaries know, with the hash of what was accepted. */
export function contractPdf(printed: PrintedContract): Promise<Uint8Array> {
  const { row, content, contentHash, version, signers, origin } = printed;
  const address = `${origin}${pageOfVerification(row.verify_token)}`;
  return renderPdf({
    template,
    house: printed.house,
    data: {
      title: `Hợp đồng ${content.number}`,
      reference: `${content.number} · bản ${version} · ${contentHash.slice(0, 8)}`,
      number: content.number,
      placeAndDay: printed.draftedOn,
      sub: `Sản phẩm: ${content.commodity.name}`,
      synthetic: row.provenance === 'synthetic',
      warning: warningOf(printed),
      toBeSigned: printed.isForSigning ? say.toBeSigned : null,
      bases,
      parties: [
        partyOf('BÊN BÁN (Bên A)', content.seller, signers.seller),
        partyOf('BÊN MUA (Bên B)', content.buyer, signers.buyer),
      ],
      articles: [...goodsArticles(content), ...moneyArticles(content)],
      signatures: [signature('ĐẠI DIỆN BÊN BÁN', signers.seller), signature('ĐẠI DIỆN BÊN MUA', signers.buyer)],
      qr: qrSvg(address),
      hash: contentHash,
      shortCode: contentHash.slice(0, 8).toUpperCase(),
      version,
      verifyAddress: address,
    },
  });
}
