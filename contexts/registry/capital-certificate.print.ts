import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { vndWords } from '#kernel/amount-words.ts';
import type { Day } from '#kernel/day.ts';
import { renderPdf, type House } from '#platform/pdf/typst.ts';
import { qrSvg } from '#platform/qr/qr.ts';
import { pageOfCapitalCertificate } from './capital-certificate-address.ts';
import type { CapitalCertificateRecord, NewCertificate, PaidForms } from './capital-certificate.store.ts';
import { capitalFormNames } from './capital.words.ts';
import { standingNames } from './export.words.ts';
import type { Standing } from './member.ts';

const template = readFileSync(new URL('./capital-certificate.typ', import.meta.url), 'utf8');

const numbers = new Intl.NumberFormat('vi-VN');
const money = (amountVnd: number): string => numbers.format(amountVnd);
const shortDay = (on: Day): string => on.split('-').reverse().join('/');
const longDay = (on: Day): string => {
  const [year, month, dayOfMonth] = on.split('-');
  return `ngày ${dayOfMonth} tháng ${month} năm ${year}`;
};
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

type Told = Pick<NewCertificate, 'organisation' | 'member' | 'issuedOn' | 'subscribedVnd' | 'paidVnd' | 'forms'>;

/** The hash of what the paper says of the capital, in one order: who holds both can see whether a figure was changed. */
export const checkCodeOf = (told: Told, number: number): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        told.organisation,
        number,
        told.member,
        told.issuedOn,
        told.subscribedVnd,
        told.paidVnd,
        told.forms.map(({ form, paidVnd }) => [form, paidVnd]),
      ]),
    )
    .digest('hex');

export interface PrintedCertificate {
  readonly house?: House | undefined;
  readonly paper: CapitalCertificateRecord;
  /** The address of this installation, for the printed code. */
  readonly origin: string;
  readonly organisation: {
    readonly name: string;
    readonly kind: string;
    readonly taxNumber: string | null;
    readonly address: string | null;
    readonly synthetic: boolean;
  };
  readonly member: { readonly name: string | null; readonly standing: Standing; readonly joinedOn: Day };
  readonly signer: { readonly name: string | null; readonly title: string } | undefined;
}

const stateText = ({ replacedBy, withdrawnOn }: CapitalCertificateRecord): string | null => {
  if (replacedBy !== null) return `ĐÃ ĐƯỢC THAY BẰNG GIẤY SỐ ${replacedBy}`;
  return withdrawnOn === null ? null : `ĐÃ THU HỒI NGÀY ${shortDay(withdrawnOn)}`;
};

const dots = '…………………………';

/** In groups the law knows contributions, not charter capital. */
const headings = (kind: string) =>
  kind === 'cooperative-group'
    ? { heading: 'GIẤY XÁC NHẬN PHẦN ĐÓNG GÓP', sub: 'của thành viên tổ hợp tác' }
    : { heading: 'GIẤY CHỨNG NHẬN VỐN GÓP', sub: 'của thành viên hợp tác xã, liên hiệp hợp tác xã' };

export function capitalCertificatePdf({
  house,
  paper,
  origin,
  organisation,
  member,
  signer,
}: PrintedCertificate): Promise<Uint8Array> {
  const { heading, sub } = headings(organisation.kind);
  const number = `${paper.number}/GCN-VG`;
  const forms = paper.forms as PaidForms;
  const address = `${origin}${pageOfCapitalCertificate(paper.verifyToken)}`;
  const unpaidVnd = paper.subscribedVnd - paper.paidVnd;
  return renderPdf({
    template,
    house,
    data: {
      title: `${heading} ${number}`,
      reference: `${number} · ${organisation.name}`,
      synthetic: organisation.synthetic,
      issuer: organisation.name.toLocaleUpperCase('vi'),
      number,
      placeAndDay: capital(longDay(paper.issuedOn)),
      heading,
      sub,
      state: stateText(paper),
      issuerFacts: [
        ['Tổ chức cấp', organisation.name],
        ['Mã số thuế', organisation.taxNumber ?? dots],
        ['Địa chỉ', organisation.address ?? dots],
      ],
      memberFacts: [
        ['Ông, bà hoặc tổ chức', member.name ?? '(đã xóa theo yêu cầu)'],
        ['Tư cách thành viên', standingNames[member.standing][0]],
        ['Ngày trở thành thành viên', shortDay(member.joinedOn)],
      ],
      forms: forms.map(({ form, paidVnd }) => [capitalFormNames[form][0], money(paidVnd)]),
      total: ['Tổng số vốn đã góp', money(paper.paidVnd)],
      inWords: capital(vndWords(paper.paidVnd)),
      promiseFacts: [
        ['Vốn cam kết góp', `${money(paper.subscribedVnd)} đồng`],
        ['Còn phải góp', `${money(unpaidVnd)} đồng`],
      ],
      signatures: [
        { title: 'NGƯỜI ĐẠI DIỆN', note: signer?.title ?? '(ký, ghi rõ họ tên, đóng dấu)', name: signer?.name ?? null },
        { title: 'THÀNH VIÊN', note: '(ký, ghi rõ họ tên)', name: member.name },
      ],
      qr: qrSvg(address),
      checkCode: `Mã kiểm tra: ${paper.checkCode.slice(0, 16)}`,
      verifyAddress: `Đối chiếu tại: ${address}`,
      checking: `Trang đối chiếu chỉ cho biết giấy do tổ chức nào cấp, ngày cấp, số và còn giá trị hay không; không nêu tên thành viên hay số vốn. Mẫu giấy này chưa được đối chiếu với biểu mẫu của pháp luật. Số liệu lấy từ sổ vốn góp của tổ chức; giấy này chỉ ghi lại số vốn vào ngày cấp.`,
    },
  });
}
