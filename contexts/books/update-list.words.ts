import { inLanguage, type SheetLanguage, type Words } from '#platform/spreadsheet/words.ts';
import type { ListedState } from './update.ts';
import type { UpdateRow } from './update.wire.ts';

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
