import type { Fact, FactName } from '#kernel/fact.ts';
import { renderPdf, type House } from '#platform/pdf/typst.ts';
import { qrSvg } from '#platform/qr/qr.ts';
import { codeText, dossierSectionNames, dossierSections, type DossierSection } from './dossier.ts';
import type { DossierRecord } from './dossier.store.ts';

/** A document of Viet Nam: its words are Vietnamese whatever language its reader's pages have. */
const sectionTitle: Readonly<Record<DossierSection, string>> = {
  legal: 'I. Pháp lý',
  members: 'II. Thành viên',
  accounts: 'III. Kết quả kinh doanh',
  land: 'IV. Đất sản xuất',
  linkage: 'V. Liên kết, hợp đồng',
  kept: 'VI. Giao hàng, thanh toán',
  support: 'VII. Hỗ trợ đã nhận',
};

const label: Readonly<Partial<Record<FactName, string>>> = {
  legalKind: 'Loại hình',
  status: 'Tình trạng',
  fields: 'Lĩnh vực',
  unitKind: 'Trụ sở thuộc',
  unitClasses: 'Phân loại vùng của trụ sở',
  seatInProvince: 'Trụ sở tại địa phương',
  monthsOperating: 'Thời gian hoạt động',
  members: 'Thành viên',
  officialMembers: 'Thành viên chính thức',
  accountYear: 'Năm báo cáo gần nhất',
  accountYears: 'Số năm có báo cáo',
  revenueVnd: 'Doanh thu',
  profitVnd: 'Lợi nhuận',
  totalCapitalVnd: 'Tổng nguồn vốn',
  plotAreaM2: 'Diện tích thửa đã ghi',
  organicSeasons: 'Vụ theo quy trình hữu cơ',
  chains: 'Chuỗi liên kết tham gia',
  openOffers: 'Nguồn cung đang chào',
  signedContracts: 'Hợp đồng còn hiệu lực',
  longestContractMonths: 'Hợp đồng dài nhất',
  committedVnd: 'Giá trị cam kết (giá cố định hoặc giá sàn)',
  deliveries: 'Chuyến giao đã được bên mua xác nhận',
  onTimeDeliveries: 'Trong đó giao đúng thời hạn hợp đồng',
  settledVnd: 'Đã quyết toán',
  paidVnd: 'Đã được thanh toán',
  supportReceivedVnd: 'Hỗ trợ đã xác nhận nhận',
};

const word: Readonly<Record<string, string>> = {
  'cooperative-group': 'Tổ hợp tác',
  cooperative: 'Hợp tác xã',
  union: 'Liên hiệp hợp tác xã',
  farm: 'Trang trại',
  enterprise: 'Doanh nghiệp',
  'household-business': 'Hộ kinh doanh',
  operating: 'Đang hoạt động',
  suspended: 'Tạm ngừng',
  dissolving: 'Đang giải thể',
  dissolved: 'Đã giải thể',
  revoked: 'Bị thu hồi giấy chứng nhận',
  ward: 'phường',
  commune: 'xã',
  'special-zone': 'đặc khu',
  township: 'thị trấn',
  crops: 'trồng trọt',
  livestock: 'chăn nuôi',
  fishery: 'thủy sản',
  forestry: 'lâm nghiệp',
  processing: 'chế biến',
  trade: 'thương mại',
  transport: 'vận tải',
  construction: 'xây dựng',
  environment: 'môi trường',
  credit: 'tín dụng',
  tourism: 'du lịch',
  services: 'dịch vụ',
  fixed: 'Giá cố định',
  'floor-market': 'Giá sàn, theo thị trường khi cao hơn',
};

/** The record each figure was read from, as the pages call it; the name of a view is for programmers. */
const record: Readonly<Record<string, string>> = {
  'registry.published_organisation': 'Hồ sơ tổ chức',
  'registry.published_member': 'Sổ thành viên',
  'registry.published_yearly_account': 'Báo cáo năm',
  'production.published_plot': 'Sổ thửa đất',
  'production.published_season': 'Sổ vụ sản xuất',
  'linkage.published_offer': 'Nguồn cung đã đăng',
  'linkage.published_contract': 'Hợp đồng đã ký',
  'linkage.published_chain_partner': 'Chuỗi liên kết',
  'linkage.published_delivery': 'Phiếu giao hàng',
  'linkage.published_settlement': 'Bảng quyết toán',
  'support.published_disbursement': 'Khoản hỗ trợ đã xác nhận',
};

const number = new Intl.NumberFormat('vi-VN');
const money = (amount: number | null): string =>
  amount === null ? 'Chưa có số liệu' : `${number.format(amount)} đồng`;
const dayText = (day: string): string => day.split('-').reverse().join('/');
const said = (code: string): string => word[code] ?? code;

const shown: Readonly<Record<Fact['shape'], (value: never) => string>> = {
  count: (value: number) => number.format(value),
  year: String,
  months: (value: number) => `${number.format(value)} tháng`,
  vnd: (value: number) => money(value),
  area: (value: number) => (value < 10_000 ? `${number.format(value)} m²` : `${number.format(value / 10_000)} ha`),
  code: said,
  codes: (values: readonly string[]) => values.map(said).join(', '),
  flag: (value: boolean) => (value ? 'Có' : 'Không'),
  day: dayText,
};

const valueText = ({ shape, value }: Fact): string =>
  value === null ? 'Chưa có số liệu' : shown[shape](value as never);

const sourceText = ({ source }: Fact): string =>
  `${source.law ?? record[source.view] ?? source.view} · ${number.format(source.rows)} dòng · ngày ${dayText(source.asOf)}${source.verified ? '' : ' · chưa kiểm chứng'}`;

const template = `#import "/letterhead.typ": *
#show: letter.with(title: data.title, reference: data.reference, synthetic: data.synthetic)
#national-heading(issuer: data.issuer, number: data.number, place-and-day: data.day)
#document-title("HỒ SƠ THÔNG TIN VAY VỐN", sub: data.issuer)
#facts(data.head)
#for part in data.sections {
  section(part.title)
  data-table(("Nội dung", "Số liệu", "Nguồn, ngày"), part.rows, widths: (42%, 27%, 31%))
}
#if data.accounts.len() > 0 {
  section("Số liệu từng năm")
  data-table(("Năm", "Doanh thu", "Lợi nhuận", "Nguồn"), data.accounts, aligns: ("start", "end", "end", "start"), widths: (12%, 28%, 28%, 32%))
}
#if data.contracts.len() > 0 {
  section("Hợp đồng còn hiệu lực")
  data-table(("Số", "Từ ngày", "Đến ngày", "Giá", "Giá trị cam kết"), data.contracts, aligns: ("start", "start", "start", "start", "end"), widths: (22%, 15%, 15%, 23%, 25%))
}
#section("Kiểm tra tài liệu")
#grid(columns: (1fr, 32mm), column-gutter: 6mm,
  [#text(size: 9pt, data.check) #linebreak() #text(size: 8pt, data.hash) #linebreak() #text(weight: "bold", data.code)],
  qr(data.qr, caption: data.address))`;

/** The frozen content on paper: every figure with its source and day, and a code by which it can be checked. */
export function dossierPdf(dossier: DossierRecord, origin: string, house?: House): Promise<Uint8Array> {
  const { content, code, content_hash: hash } = dossier;
  const find = (name: FactName): Fact | undefined => content.facts.find((fact) => fact.name === name);
  const rowsOf = (names: readonly FactName[]): string[][] =>
    names.flatMap((name) => {
      const fact = find(name);
      return fact === undefined ? [] : [[label[name] ?? name, valueText(fact), sourceText(fact)]];
    });
  const data = {
    title: `Hồ sơ thông tin vay vốn ${dossier.number}`,
    reference: `${dossier.number} · ${codeText(code)}`,
    synthetic: dossier.synthetic,
    issuer: content.organisation.name,
    number: `Số: ${dossier.number}`,
    day: `Lập ngày ${dayText(dossier.assembled_on)}`,
    head: [
      ['Tên tổ chức', content.organisation.name],
      ['Mã số thuế', content.organisation.taxNumber ?? 'Chưa có số liệu'],
      ['Số liệu tính đến', dayText(content.asOf)],
    ],
    sections: dossierSectionNames.map((name) => ({ title: sectionTitle[name], rows: rowsOf(dossierSections[name]) })),
    accounts: content.accounts.map(({ year, revenueVnd, profitVnd, source }) => [
      String(year),
      money(revenueVnd),
      money(profitVnd),
      source,
    ]),
    contracts: content.contracts.map((contract) => [
      contract.number,
      dayText(contract.from),
      dayText(contract.until),
      said(contract.priceKind),
      money(contract.committedVnd),
    ]),
    check:
      'Nội dung trên được khóa tại thời điểm lập. Quét mã hoặc nhập mã để kiểm tra; trang kiểm tra không hiện tên bên nào. SHA-256:',
    hash,
    code: codeText(code),
    address: `${new URL(origin).host}/credit/verify`,
    qr: qrSvg(`${origin}/credit/verify/${code}`),
  };
  return renderPdf({ template, data, house });
}
