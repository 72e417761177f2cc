import type { FundKey, SurplusKind } from './surplus.ts';
import { type Words } from '#platform/spreadsheet/words.ts';

export const sharingUnverified: Words = [
  'BỐ CỤC CHƯA ĐƯỢC KIỂM CHỨNG: chưa tìm thấy mẫu chính thức của bảng chia lãi; thứ tự chia theo nguyên tắc của luật, chưa đối chiếu với văn bản gốc.',
  'LAYOUT NOT VERIFIED: no official form of a distribution of surplus was found; the order is that of the law’s principles, not checked against its text.',
  'รูปแบบยังไม่ได้ตรวจสอบ: ไม่พบแบบทางการของตารางแบ่งส่วนเกิน ลำดับเป็นไปตามหลักการของกฎหมาย ยังไม่ได้เทียบกับต้นฉบับ',
];
export const sharingSheetName: Words = ['Chia lãi', 'Distribution of surplus', 'การแบ่งส่วนเกิน'];
export const sharingTitles = {
  year: ['Năm', 'Year', 'ปี'],
  number: ['Lần', 'Number', 'ครั้งที่'],
  part: ['Phần', 'Part', 'ส่วน'],
  name: ['Quỹ, thành viên', 'Fund, member', 'กองทุน สมาชิก'],
  weightVnd: ['Căn cứ chia', 'Shared by', 'ฐานการแบ่ง'],
  amountVnd: ['Số tiền', 'Amount', 'จำนวนเงิน'],
  decidedOn: ['Ngày đại hội quyết định', 'Decided on', 'วันที่ที่ประชุมใหญ่มีมติ'],
  document: ['Số nghị quyết, văn bản', 'Document', 'เลขที่มติ เอกสาร'],
  reversedOn: ['Thu lại ngày', 'Taken back on', 'เรียกคืนเมื่อ'],
} as const satisfies Record<string, Words>;

/** Funds there are words for. */
export const fundNames: Readonly<Record<FundKey, Words>> = {
  undivided: ['Quỹ chung không chia', 'Common undivided fund', 'กองทุนส่วนรวมที่ไม่แบ่ง'],
  development: ['Quỹ đầu tư phát triển', 'Development fund', 'กองทุนพัฒนา'],
  reserve: ['Quỹ dự phòng tài chính', 'Reserve fund', 'กองทุนสำรอง'],
};

export const partNames: Record<SurplusKind, Words> = {
  tax: ['Thuế và nghĩa vụ', 'Tax and obligations', 'ภาษีและภาระ'],
  losses: ['Bù lỗ', 'Earlier losses', 'ชดเชยขาดทุน'],
  'undivided-fund': ['Quỹ chung không chia', 'Common undivided fund', 'กองทุนส่วนรวมที่ไม่แบ่ง'],
  fund: ['Quỹ', 'Fund', 'กองทุน'],
  patronage: ['Theo mức sử dụng', 'By patronage', 'ตามการใช้บริการ'],
  capital: ['Theo vốn góp', 'By capital', 'ตามทุน'],
};
export const nameless: Words = ['Thành viên', 'Member', 'สมาชิก'];
