import type { Day } from '#kernel/day.ts';
import type { AcceptanceKind } from './acceptance.ts';
import type { ContractState, OnSilence } from './contract.ts';
import type { MarketReading } from './price.ts';
import type { DeductionKind, PaymentState, SettlementState } from './settlement.ts';
import type { Terms } from './terms.ts';

/** The words of the printed forms. A contract under Vietnamese law is printed in Vietnamese, whatever the page speaks. */
const numbers = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 });
export const number = (value: number): string => numbers.format(value);
export const vnd = (amount: number): string => `${number(amount)} đ`;
export const day = (on: Day | null): string => (on === null ? '…' : on.split('-').reverse().join('/'));
export const longDay = (on: Day): string => {
  const [year = '', month = '', date = ''] = on.split('-');
  return `ngày ${date} tháng ${month} năm ${year}`;
};
export const share = (basisPoints: number): string => `${number(basisPoints / 100)} %`;

const unitNames: Readonly<Record<string, string>> = {
  kg: 'kg',
  g: 'g',
  yen: 'yến',
  ta: 'tạ',
  tan: 'tấn',
  vi: 'vỉ',
  piece: 'quả, cái',
  con: 'con',
  chai: 'chai',
  lit: 'lít',
  l: 'lít',
  ml: 'ml',
};
export const unitName = (code: string): string => unitNames[code] ?? code;
export const quantity = (qty: number, unit: { readonly code: string; readonly qty: number }): string =>
  `${number(qty / unit.qty)} ${unitName(unit.code)}`;

export const weigher: Record<Terms['weighedBy'], string> = {
  seller: 'Bên bán cân, Bên mua chứng kiến',
  buyer: 'Bên mua cân, Bên bán chứng kiến',
  both: 'Hai bên cùng cân',
  'third-party': 'Bên thứ ba do hai bên thống nhất',
};
export const reading: Record<MarketReading, string> = {
  'delivery-day': 'ngày giao hàng',
  monday: 'thứ Hai của tuần giao hàng',
  'first-of-month': 'ngày đầu tháng giao hàng',
};
export const silence: Record<OnSilence, string> = {
  confirmed: 'coi như đã xác nhận khối lượng ghi trên phiếu',
  disputed: 'coi như chưa thống nhất, hai bên phải cân lại và đối chiếu',
};
export const forum: Record<Terms['disputeForum'], string> = {
  'negotiation-court': 'Thương lượng; không thành thì khởi kiện tại Tòa án có thẩm quyền.',
  'negotiation-arbitration': 'Thương lượng; không thành thì giải quyết tại Trọng tài thương mại.',
  'mediation-court': 'Hòa giải ở cơ sở hoặc hòa giải thương mại; không thành thì khởi kiện tại Tòa án có thẩm quyền.',
};
/** A term the parties left blank: the wording says nothing of it, and neither may the paper. */
export const notStipulated = 'Hợp đồng không quy định';
export const acceptedBy: Record<AcceptanceKind, string> = {
  passkey: 'Chấp nhận bằng khóa thiết bị (passkey) ký trên mã băm',
  password: 'Chấp nhận bằng cách nhập lại mật khẩu',
  demonstration: 'Chấp nhận bằng tài khoản minh họa, không có giá trị ràng buộc',
  paper: 'Ký trên giấy, bản quét đã tải lên',
};
export const stateWarning: Partial<Record<ContractState, string>> = {
  draft: 'BẢN THẢO: chưa bên nào chấp nhận',
  offered: 'BẢN THẢO: mới một bên chấp nhận',
  withdrawn: 'BẢN THẢO ĐÃ RÚT',
  terminated: 'HỢP ĐỒNG ĐÃ CHẤM DỨT',
};
/** On the sheet that is printed to be signed: no draft warning there, for what is signed is the contract. */
export const toBeSigned = 'Bản để ký: có hiệu lực khi cả hai bên đã ký cùng nội dung có mã băm';
export const oldVersion = 'BẢN CŨ: đã được thay bằng bản mới';
export const settlementState: Record<SettlementState, string> = {
  draft: 'Bản thảo',
  issued: 'Đã gửi, chờ bên kia đồng ý',
  agreed: 'Hai bên đã thống nhất',
  paid: 'Đã thanh toán đủ',
  withdrawn: 'Đã rút',
};
export const deduction: Record<DeductionKind, string> = {
  damage: 'Hàng hư hỏng',
  quality: 'Giảm giá do chất lượng',
  advance: 'Trừ ứng trước',
  deposit: 'Trừ tiền cọc',
  transport: 'Vận chuyển',
  penalty: 'Phạt vi phạm',
  other: 'Khác',
};
export const noInvoice =
  'Bảng này không phải là hóa đơn. Số và ngày hóa đơn điện tử do bên phát hành hóa đơn cung cấp.';
export const paymentState: Record<PaymentState, string> = {
  recorded: 'Chờ bên nhận xác nhận',
  confirmed: 'Đã nhận',
  refused: 'Bên nhận không xác nhận',
};
