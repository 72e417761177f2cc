import type { AccountLine, Identity } from './year-book.ts';
import { type Words } from '#platform/spreadsheet/words.ts';

/** Nobody has read the forms: lines and numbers of accounts come from others who tell of them. */
export const bookUnverified: Words = [
  'BỐ CỤC CHƯA ĐƯỢC KIỂM CHỨNG: chưa đọc được mẫu B01-HTX, B02-HTX của Thông tư 71/2024/TT-BTC; tên dòng và số tài khoản lấy từ nguồn thứ cấp, có thể khác mẫu chính thức.',
  'LAYOUT NOT VERIFIED: forms B01-HTX and B02-HTX of Circular 71/2024/TT-BTC were not read; lines and account numbers are second-hand and may differ from the official form.',
  'รูปแบบยังไม่ได้ตรวจสอบ: ยังไม่ได้อ่านแบบ B01-HTX และ B02-HTX ของหนังสือเวียน 71/2024/TT-BTC รายการและเลขบัญชีมาจากแหล่งรอง อาจต่างจากแบบทางการ',
];
export const syntheticNote: Words = ['DỮ LIỆU MINH HỌA', 'DEMONSTRATION DATA', 'ข้อมูลตัวอย่าง'];
export const bookProvisional: Words = ['tạm tính đến', 'provisional as of', 'ชั่วคราว ณ'];
export const bookNote: Words = [
  'Ô trống nghĩa là chưa biết, không phải bằng không. Năm là năm dương lịch.',
  'A blank is unknown, not nought. Years are calendar years.',
  'ช่องว่างหมายถึงไม่ทราบ ไม่ใช่ศูนย์ ปีคือปีปฏิทิน',
];

export const bookSheetName: Words = ['Sổ kế toán năm rút gọn', 'Yearly accounts in short', 'บัญชีประจำปีย่อ'];
export const bookTitles = {
  year: ['Năm', 'Year', 'ปี'],
  version: ['Bản', 'Version', 'ฉบับ'],
  line: ['Dòng', 'Line', 'รายการ'],
  number: ['Tài khoản', 'Account', 'บัญชี'],
  externalVnd: ['Bên ngoài', 'External', 'ภายนอก'],
  internalVnd: ['Nội bộ', 'Internal', 'ภายใน'],
  totalVnd: ['Tổng', 'Total', 'รวม'],
  source: ['Nguồn số liệu', 'Source', 'แหล่งข้อมูล'],
} as const satisfies Record<string, Words>;

export const lineNames: Record<AccountLine, Words> = {
  revenue: ['Doanh thu', 'Revenue', 'รายได้'],
  'other-income': ['Thu nhập khác', 'Other income', 'รายได้อื่น'],
  cost: ['Giá vốn, chi phí trực tiếp', 'Cost', 'ต้นทุน'],
  management: ['Chi phí quản lý', 'Management cost', 'ค่าใช้จ่ายบริหาร'],
  'other-cost': ['Chi phí khác', 'Other cost', 'ค่าใช้จ่ายอื่น'],
  tax: ['Thuế thu nhập', 'Income tax', 'ภาษีเงินได้'],
  profit: ['Lợi nhuận sau thuế', 'Profit after tax', 'กำไรหลังภาษี'],
  assets: ['Tổng tài sản', 'Total assets', 'สินทรัพย์รวม'],
  'undivided-assets': ['Tài sản chung không chia', 'Common undivided assets', 'ทรัพย์สินส่วนรวมที่ไม่แบ่ง'],
  liabilities: ['Nợ phải trả', 'Liabilities', 'หนี้สิน'],
  equity: ['Vốn chủ sở hữu', 'Equity', 'ส่วนของเจ้าของ'],
  'member-stakes': ['Vốn góp của thành viên', 'Members’ stakes', 'ทุนของสมาชิก'],
  funds: ['Các quỹ', 'Funds', 'กองทุน'],
  'undivided-fund': ['Quỹ chung không chia', 'Common undivided fund', 'กองทุนส่วนรวมที่ไม่แบ่ง'],
  retained: ['Lợi nhuận chưa phân phối', 'Retained profit', 'กำไรที่ยังไม่แบ่ง'],
};

/** The papers are Vietnamese, whatever the page speaks. */
export const identityNames: Record<Identity, string> = {
  'external-profit': 'Lợi nhuận bên ngoài = thu − chi',
  'internal-profit': 'Lợi nhuận nội bộ = thu − chi',
  balance: 'Tài sản = nợ + vốn chủ sở hữu',
  'equity-parts': 'Vốn góp, quỹ và lãi giữ lại không quá vốn chủ sở hữu',
  'undivided-in-assets': 'Tài sản không chia nằm trong tổng tài sản',
};
