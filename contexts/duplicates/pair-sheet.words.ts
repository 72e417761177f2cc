import type { Words } from '#platform/spreadsheet/words.ts';
import type { KeyKind } from './clause.ts';
import type { PairEntryKind, PairState, Subject } from './pair.ts';
import type { pairSets } from './pair.wire.ts';

export const keyNames: Record<KeyKind, Words> = {
  'national-id': ['số định danh', 'national id', 'เลขประจำตัวประชาชน'],
  'tax-number': ['mã số thuế', 'tax number', 'เลขผู้เสียภาษี'],
  'registration-number': ['số đăng ký', 'registration number', 'เลขทะเบียน'],
  phone: ['điện thoại', 'phone', 'โทรศัพท์'],
  name: ['tên không dấu', 'name without marks', 'ชื่อไม่มีวรรณยุกต์'],
  'name-in-any-order': ['tên không dấu, không kể thứ tự', 'name without marks, in any order', 'ชื่อไม่มีวรรณยุกต์ ลำดับใดก็ได้'],
  'name-with-a-slip': ['tên lệch một chữ cái', 'name but for one letter', 'ชื่อต่างกันหนึ่งตัวอักษร'],
  director: ['người đứng đầu', 'head', 'ผู้นำ'],
  'birth-year': ['năm sinh', 'year of birth', 'ปีเกิด'],
  'birth-year-or-next': ['năm sinh, lệch một năm', 'year of birth or the next', 'ปีเกิดหรือปีถัดไป'],
  'founding-year': ['năm thành lập', 'founding year', 'ปีก่อตั้ง'],
  hamlet: ['thôn, khu', 'hamlet', 'หมู่บ้าน'],
  unit: ['xã, phường, đặc khu', 'commune or ward', 'ตำบล แขวง'],
  organisation: ['cùng tổ chức', 'same organisation', 'องค์กรเดียวกัน'],
};

export const stateNames: Record<PairState | 'reopened', Words> = {
  open: ['Chờ xem', 'To be looked at', 'รอดู'],
  reopened: ['Mở lại: dữ kiện đã đổi', 'Open again: facts changed', 'เปิดใหม่: ข้อมูลเปลี่ยน'],
  two: ['Là hai', 'They are two', 'เป็นสองราย'],
  merged: ['Đã gộp', 'Merged', 'รวมแล้ว'],
  'one-person': ['Cùng một người', 'One person', 'บุคคลเดียวกัน'],
  lapsed: ['Không còn giống', 'No longer alike', 'ไม่คล้ายแล้ว'],
};

export const entryNames: Record<PairEntryKind, Words> = {
  two: ['Là hai', 'They are two', 'เป็นสองราย'],
  'one-person': ['Cùng một người', 'One person', 'บุคคลเดียวกัน'],
  merged: ['Gộp', 'Merged', 'รวม'],
  undone: ['Hoàn tác việc gộp', 'Merger undone', 'ยกเลิกการรวม'],
  reopened: ['Mở lại: dữ kiện đã đổi', 'Open again: facts changed', 'เปิดใหม่: ข้อมูลเปลี่ยน'],
  opened: ['Rút lại quyết định', 'Decision taken back', 'ถอนการตัดสินใจ'],
};

type PairSet = (typeof pairSets)[number];

export const setNames: Record<PairSet, Record<Subject, Words>> = {
  pairs: {
    organisation: ['Tổ chức nghi trùng', 'Possible duplicates of organisations', 'องค์กรที่อาจซ้ำ'],
    member: ['Thành viên nghi trùng', 'Possible duplicates of members', 'สมาชิกที่อาจซ้ำ'],
  },
  decisions: {
    organisation: ['Quyết định về tổ chức nghi trùng', 'Decisions on organisations', 'การตัดสินเรื่ององค์กรที่อาจซ้ำ'],
    member: ['Quyết định về thành viên nghi trùng', 'Decisions on members', 'การตัดสินเรื่องสมาชิกที่อาจซ้ำ'],
  },
};

const sides = {
  first: ['Hồ sơ thứ nhất', 'First record', 'ระเบียนที่หนึ่ง'],
  firstOrganisation: ['Thuộc tổ chức (1)', 'Of organisation (1)', 'ขององค์กร (1)'],
  firstUnit: ['Địa bàn (1)', 'Place (1)', 'พื้นที่ (1)'],
  second: ['Hồ sơ thứ hai', 'Second record', 'ระเบียนที่สอง'],
  secondOrganisation: ['Thuộc tổ chức (2)', 'Of organisation (2)', 'ขององค์กร (2)'],
  secondUnit: ['Địa bàn (2)', 'Place (2)', 'พื้นที่ (2)'],
} as const satisfies Record<string, Words>;

const found = {
  likelihood: ['Khả năng trùng', 'Likelihood', 'ความน่าจะซ้ำ'],
  clauses: ['Quy tắc tìm ra', 'Found by', 'พบด้วยเงื่อนไข'],
  state: ['Tình trạng', 'State', 'สถานะ'],
} as const satisfies Record<string, Words>;

export const setTitles = {
  pairs: {
    ...sides,
    ...found,
    foundOn: ['Ngày tìm ra', 'Found on', 'วันที่พบ'],
    decidedOn: ['Ngày quyết định', 'Decided on', 'วันที่ตัดสิน'],
  },
  decisions: {
    onDay: ['Ngày', 'Day', 'วันที่'],
    kind: ['Quyết định', 'Decision', 'การตัดสิน'],
    reason: ['Lý do', 'Reason', 'เหตุผล'],
    by: ['Người quyết định', 'Decided by', 'ผู้ตัดสิน'],
    ...sides,
    ...found,
  },
} as const satisfies Record<PairSet, Record<string, Words>>;
