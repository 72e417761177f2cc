import { inLanguage, type SheetLanguage, type Words } from '#platform/spreadsheet/words.ts';
import type { ListedState } from './update.ts';
import type { UpdateField, UpdateSection } from './update-field.ts';
import type { KnownSource, UpdateRow } from './update.wire.ts';

/** Words of the sheets, in the order vi, en, th. */

const listTitles = {
  organisation: ['Tổ chức', 'Organisation', 'องค์กร'],
  kind: ['Loại hình', 'Kind', 'ประเภท'],
  unit: ['Xã, phường, đặc khu', 'Unit', 'หน่วยการปกครอง'],
  year: ['Năm báo cáo', 'Reporting year', 'ปีรายงาน'],
  state: ['Tình trạng', 'State', 'สถานะ'],
  edition: ['Bản', 'Edition', 'ฉบับ'],
  hasFigures: ['Đã có số liệu năm', 'Has figures of the year', 'มีข้อมูลของปีแล้ว'],
  overdueDays: ['Quá hạn (ngày)', 'Overdue (days)', 'เกินกำหนด (วัน)'],
  remindedOn: ['Nhắc gần nhất', 'Last reminded', 'เตือนล่าสุด'],
} as const satisfies Record<string, Words>;

const kindNames: Record<UpdateRow['organisation']['kind'], Words> = {
  'cooperative-group': ['Tổ hợp tác', 'Cooperative group', 'กลุ่มความร่วมมือ'],
  cooperative: ['Hợp tác xã', 'Cooperative', 'สหกรณ์'],
  union: ['Liên hiệp hợp tác xã', 'Union of cooperatives', 'ชุมนุมสหกรณ์'],
};

export const stateNames: Record<ListedState, Words> = {
  missing: ['Chưa lập', 'Not begun', 'ยังไม่เริ่ม'],
  draft: ['Đang soạn', 'Being written', 'กำลังจัดทำ'],
  submitted: ['Đã nộp', 'Submitted', 'ยื่นแล้ว'],
  returned: ['Trả lại để sửa', 'Returned', 'ส่งกลับให้แก้'],
  accepted: ['Đã tiếp nhận', 'Accepted', 'รับแล้ว'],
};
const yes: Words = ['Có', 'Yes', 'มี'];
const name: Words = ['Cập nhật hằng năm', 'Yearly updates', 'การปรับปรุงข้อมูลประจำปี'];

export const listName = (language: SheetLanguage, year: number): string => `${inLanguage(name, language)} ${year}`;

export const listColumns = (language: SheetLanguage) =>
  Object.entries(listTitles).map(([key, words]) => ({
    key,
    title: inLanguage(words, language),
    kind: key === 'remindedOn' ? ('day' as const) : key === 'overdueDays' ? ('integer' as const) : ('text' as const),
  }));

export const listRow = (row: UpdateRow, language: SheetLanguage) => ({
  organisation: row.organisation.name,
  kind: inLanguage(kindNames[row.organisation.kind], language),
  unit: row.unit?.name ?? null,
  year: String(row.year),
  state: inLanguage(stateNames[row.state], language),
  edition: row.edition === null ? null : String(row.edition),
  hasFigures: row.hasFigures ? inLanguage(yes, language) : null,
  overdueDays: row.overdueDays,
  remindedOn: row.remindedOn,
});

/** The form is a Vietnamese paper, whatever the page speaks. */
export const sectionNames: Record<UpdateSection, string> = {
  members: 'Thành viên',
  labour: 'Lao động và hoạt động',
  capital: 'Vốn và tài sản',
  result: 'Kết quả kinh doanh',
  linkage: 'Liên kết và chứng nhận',
};

export const fieldNames: Record<UpdateField, string> = {
  members: 'Tổng số thành viên',
  officialMembers: 'Thành viên chính thức',
  associateMembers: 'Thành viên liên kết',
  joinedMembers: 'Thành viên vào trong năm',
  leftMembers: 'Thành viên ra trong năm',
  workers: 'Lao động thường xuyên',
  memberWorkers: 'Lao động là thành viên',
  workerIncomeVnd: 'Thu nhập bình quân một lao động trong năm (đồng)',
  monthsStopped: 'Số tháng ngừng hoạt động trong năm',
  charterCapitalVnd: 'Vốn điều lệ (đồng)',
  totalCapitalVnd: 'Tổng nguồn vốn (đồng)',
  undividedAssetsVnd: 'Tài sản chung không chia (đồng)',
  undividedFundVnd: 'Quỹ chung không chia (đồng)',
  stateAidVnd: 'Hỗ trợ của Nhà nước nhận trong năm (đồng)',
  externalRevenueVnd: 'Doanh thu từ giao dịch bên ngoài (đồng)',
  internalRevenueVnd: 'Doanh thu từ giao dịch nội bộ (đồng)',
  revenueVnd: 'Tổng doanh thu (đồng)',
  externalCostVnd: 'Chi phí của giao dịch bên ngoài (đồng)',
  internalCostVnd: 'Chi phí của giao dịch nội bộ (đồng)',
  costVnd: 'Tổng chi phí (đồng)',
  externalProfitVnd: 'Lợi nhuận từ giao dịch bên ngoài (đồng)',
  internalProfitVnd: 'Lợi nhuận từ giao dịch nội bộ (đồng)',
  profitVnd: 'Tổng lợi nhuận trước thuế (đồng)',
  taxVnd: 'Thuế và các khoản nộp ngân sách trong năm (đồng)',
  chains: 'Số chuỗi liên kết tham gia',
  contracts: 'Số hợp đồng tiêu thụ có hiệu lực trong năm',
  linkedSalesVnd: 'Tiền hàng đã quyết toán qua liên kết (đồng)',
  certificates: 'Số chứng nhận còn hiệu lực',
};

export const sourceNames: Record<KnownSource, string> = {
  'member-register': 'Sổ thành viên',
  'member-contributions': 'Vốn góp trong sổ thành viên',
  'capital-ledger': 'Sổ vốn',
  'yearly-books': 'Sổ kế toán năm',
  settlements: 'Bảng quyết toán đã thống nhất',
  contracts: 'Hợp đồng',
  chains: 'Chuỗi liên kết',
  certificates: 'Chứng nhận',
  disbursements: 'Hỗ trợ đã nhận',
};
