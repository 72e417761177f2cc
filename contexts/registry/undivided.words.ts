import { type Words } from '#platform/spreadsheet/words.ts';
import type { UndividedAccount, UndividedKind, UndividedSource } from './undivided.ts';

export const undividedTitles = {
  number: ['Số bút toán', 'Entry no.', 'เลขรายการ'],
  onDay: ['Ngày', 'Day', 'วันที่'],
  kind: ['Nghiệp vụ', 'Kind', 'ประเภทรายการ'],
  account: ['Quỹ hay tài sản', 'Fund or assets', 'กองทุนหรือทรัพย์สิน'],
  source: ['Nguồn hình thành', 'Source', 'แหล่งที่มา'],
  amountVnd: ['Số tiền (đồng)', 'Amount (VND)', 'จำนวนเงิน (ด่ง)'],
  barred: ['Không được thế chấp', 'May not be pledged', 'ห้ามนำไปค้ำประกัน'],
  document: ['Chứng từ', 'Document', 'เอกสาร'],
  note: ['Ghi chú', 'Note', 'หมายเหตุ'],
} as const satisfies Record<string, Words>;

export const undividedSheetName: Words = ['Quỹ và tài sản chung không chia', 'Undivided fund', 'กองทุนที่ไม่แบ่งแยก'];
export const yes: Words = ['có', 'yes', 'ใช่'];

export const undividedAccountNames: Record<UndividedAccount, Words> = {
  fund: ['Quỹ chung không chia', 'Undivided fund', 'กองทุนรวมที่ไม่แบ่งแยก'],
  assets: ['Tài sản chung không chia', 'Undivided assets', 'ทรัพย์สินรวมที่ไม่แบ่งแยก'],
};

export const undividedSourceNames: Record<UndividedSource, Words> = {
  surplus: ['Trích từ thu nhập', 'Set aside from surplus', 'จัดสรรจากส่วนเกิน'],
  interest: ['Lãi của quỹ', 'Interest of the fund', 'ดอกผลของกองทุน'],
  'state-aid': ['Nhà nước hỗ trợ', 'State aid', 'เงินอุดหนุนจากรัฐ'],
  'state-land': ['Quyền sử dụng đất do Nhà nước hỗ trợ', 'Land by state aid', 'สิทธิใช้ที่ดินที่รัฐสนับสนุน'],
  'public-works': ['Công trình được bàn giao', 'Public works handed over', 'สิ่งก่อสร้างสาธารณะที่ได้รับมอบ'],
  donation: ['Tặng cho, tài trợ thỏa thuận không chia', 'Donation agreed undivided', 'เงินบริจาคที่ตกลงไม่แบ่งแยก'],
  other: ['Nguồn khác', 'Other', 'อื่น ๆ'],
};

export const undividedKindNames: Record<UndividedKind, Words> = {
  opening: ['Số dư ban đầu', 'Opening balance', 'ยอดยกมา'],
  formed: ['Hình thành', 'Formed', 'เกิดขึ้น'],
  acquired: ['Dùng quỹ hình thành tài sản', 'Assets made from the fund', 'ใช้กองทุนสร้างทรัพย์สิน'],
  'written-down': ['Ghi giảm tài sản', 'Assets written down', 'ลดมูลค่าทรัพย์สิน'],
  'carried-out': ['Chuyển sang tổ chức khác', 'Carried out', 'ย้ายออก'],
  'carried-in': ['Nhận từ tổ chức khác', 'Carried in', 'ย้ายเข้า'],
  reversed: ['Bút toán đảo', 'Reversed', 'กลับรายการ'],
};
