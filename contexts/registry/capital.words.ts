import type { CapitalForm, CapitalKind } from './capital.ts';
import { type Words } from '#platform/spreadsheet/words.ts';

export const capitalTitles = {
  name: ['Họ và tên', 'Name', 'ชื่อ'],
  standing: ['Tư cách', 'Standing', 'สถานภาพ'],
  joinedOn: ['Ngày vào', 'Joined on', 'วันที่เข้า'],
  leftOn: ['Ngày ra', 'Left on', 'วันที่ออก'],
  subscribedVnd: ['Vốn cam kết góp (đồng)', 'Promised (VND)', 'ทุนที่ผูกพัน (ด่ง)'],
  paidVnd: ['Vốn đã góp (đồng)', 'Paid in (VND)', 'ทุนที่ชำระแล้ว (ด่ง)'],
  money: ['Góp bằng tiền (đồng)', 'In money (VND)', 'เป็นเงิน (ด่ง)'],
  kind: ['Góp bằng hiện vật (đồng)', 'In kind (VND)', 'เป็นสิ่งของ (ด่ง)'],
  landUse: ['Góp bằng quyền sử dụng đất (đồng)', 'In land-use rights (VND)', 'เป็นสิทธิใช้ที่ดิน (ด่ง)'],
  intellectual: ['Góp bằng sở hữu trí tuệ (đồng)', 'In intellectual property (VND)', 'เป็นทรัพย์สินทางปัญญา (ด่ง)'],
  share: ['Tỷ lệ trên vốn điều lệ (%)', 'Share of charter capital (%)', 'สัดส่วนของทุนตามข้อบังคับ (%)'],
  lateVnd: ['Quá hạn góp (đồng)', 'Overdue (VND)', 'เกินกำหนด (ด่ง)'],
  dueOn: ['Hạn góp', 'To be paid by', 'กำหนดชำระ'],
} as const satisfies Record<string, Words>;

export const bookTitles = {
  number: ['Số bút toán', 'Entry no.', 'เลขรายการ'],
  onDay: ['Ngày', 'Day', 'วันที่'],
  kind: ['Nghiệp vụ', 'Act', 'ประเภทรายการ'],
  name: ['Thành viên', 'Member', 'สมาชิก'],
  form: ['Hình thức góp', 'Form', 'รูปแบบ'],
  subscribedVnd: ['Cam kết thay đổi (đồng)', 'Promised, change (VND)', 'ทุนที่ผูกพันเปลี่ยน (ด่ง)'],
  paidVnd: ['Đã góp thay đổi (đồng)', 'Paid in, change (VND)', 'ทุนที่ชำระเปลี่ยน (ด่ง)'],
  document: ['Chứng từ', 'Document', 'เอกสาร'],
  valuation: ['Văn bản định giá', 'Valuation', 'เอกสารประเมินราคา'],
  note: ['Ghi chú', 'Note', 'หมายเหตุ'],
} as const satisfies Record<string, Words>;

export const capitalSheetNames = {
  members: ['Sổ vốn góp', 'Members’ capital', 'สมุดเงินทุนสมาชิก'],
  acts: ['Bút toán vốn góp', 'Capital entries', 'รายการเงินทุน'],
} as const satisfies Record<string, Words>;

export const capitalKindNames: Record<CapitalKind, Words> = {
  opening: ['Số dư ban đầu', 'Opening balance', 'ยอดยกมา'],
  subscribed: ['Cam kết góp', 'Subscribed', 'ผูกพันเงินทุน'],
  'paid-in': ['Góp vốn', 'Paid in', 'ชำระเงินทุน'],
  increased: ['Tăng vốn điều lệ', 'Increased', 'เพิ่มทุน'],
  transferred: ['Chuyển nhượng', 'Transferred', 'โอน'],
  withdrawn: ['Trả lại vốn góp', 'Withdrawn', 'คืนเงินทุน'],
  inherited: ['Thừa kế', 'Inherited', 'รับมรดก'],
  expelled: ['Khai trừ, trả lại vốn', 'Expelled', 'ให้ออกและคืนทุน'],
  'carried-out': ['Chuyển sang tổ chức khác', 'Carried out', 'ย้ายออก'],
  'carried-in': ['Nhận từ tổ chức khác', 'Carried in', 'ย้ายเข้า'],
  reversed: ['Bút toán đảo', 'Reversed', 'กลับรายการ'],
};

export const capitalFormNames: Record<CapitalForm, Words> = {
  money: ['Tiền', 'Money', 'เงิน'],
  kind: ['Hiện vật', 'Kind', 'สิ่งของ'],
  'land-use': ['Quyền sử dụng đất', 'Land-use right', 'สิทธิใช้ที่ดิน'],
  'intellectual-property': ['Quyền sở hữu trí tuệ', 'Intellectual property', 'ทรัพย์สินทางปัญญา'],
};
