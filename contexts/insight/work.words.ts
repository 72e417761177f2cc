import type { Words } from '#platform/spreadsheet/words.ts';
import type { WorkKind } from './work.ts';

/** Words of the work queue as a sheet. */
export const workSheetName: Words = ['Việc chờ xử lý', 'Work queue', 'งานที่รอดำเนินการ'];

export const workTitles = {
  kind: ['Loại việc', 'Kind of work', 'ประเภทงาน'],
  name: ['Về', 'About', 'เรื่อง'],
  subject: ['Hồ sơ của', 'Records of', 'ระเบียนของ'],
  told: ['Bảng ghi', 'The sheet says', 'ตารางระบุ'],
  told_on: ['Từ ngày ghi trong bảng', 'Since, by the sheet', 'ตั้งแต่วันที่ตามตาราง'],
  unit: ['Địa bàn', 'Place', 'พื้นที่'],
  since: ['Từ ngày', 'Waiting since', 'รอตั้งแต่'],
  days: ['Đã chờ (ngày)', 'Waited (days)', 'รอมาแล้ว (วัน)'],
  due: ['Hạn', 'Due', 'กำหนด'],
  count: ['Số', 'Number', 'จำนวน'],
  counted: ['Số gì', 'Number of what', 'จำนวนอะไร'],
} as const satisfies Record<string, Words>;

export const kindNames: Record<WorkKind, Words> = {
  'request-to-answer': ['Đề nghị sửa chờ trả lời', 'Change request to answer', 'คำขอแก้ไขข้อมูลรอคำตอบ'],
  'request-returned': ['Đề nghị sửa bị trả lại', 'Change request returned', 'คำขอแก้ไขข้อมูลถูกส่งกลับ'],
  'update-to-answer': ['Cập nhật hằng năm chờ duyệt', 'Yearly update to accept', 'รายงานประจำปีรอรับ'],
  'update-returned': ['Cập nhật hằng năm bị trả lại', 'Yearly update returned', 'รายงานประจำปีถูกส่งกลับ'],
  'update-differs': [
    'Sổ chính thức khác số đã tiếp nhận',
    'Final accounts differ from what was accepted',
    'บัญชีฉบับสุดท้ายต่างจากที่รับไว้',
  ],
  'update-overdue': ['Cập nhật hằng năm quá hạn', 'Yearly update overdue', 'รายงานประจำปีเกินกำหนด'],
  'duplicate-to-judge': ['Hồ sơ nghi trùng chờ xem', 'Possible duplicate to judge', 'ข้อมูลที่อาจซ้ำรอพิจารณา'],
  'import-with-errors': ['Tệp nhập còn dòng sai', 'Imported file with wrong rows', 'ไฟล์นำเข้ายังมีแถวผิด'],
  'minimum-lacking': [
    'Thiếu số thành viên tối thiểu',
    'Fewer members than the law asks for',
    'สมาชิกน้อยกว่าที่กฎหมายกำหนด',
  ],
  'capital-above-cap': [
    'Vốn góp vượt trần, chờ đưa về',
    'Capital above a cap, to be brought back',
    'ทุนเกินเพดาน รอแก้ให้กลับเข้าเกณฑ์',
  ],
  'cap-reason-missing': [
    'Vốn góp vượt trần chưa ghi lý do',
    'Capital above a cap, no reason told',
    'ทุนเกินเพดาน ยังไม่ระบุเหตุผล',
  ],
  'membership-to-pass': [
    'Tư cách thành viên chờ chuyển cho tổ chức kế thừa',
    'Membership to pass to a successor',
    'สมาชิกภาพรอโอนให้ผู้สืบต่อ',
  ],
  'certificate-ending': ['Chứng nhận sắp, đã hết hạn', 'Certificate ending or ended', 'ใบรับรองใกล้หรือหมดอายุแล้ว'],
  'personal-request': ['Yêu cầu về dữ liệu cá nhân', 'Request about personal data', 'คำขอเรื่องข้อมูลส่วนบุคคล'],
  'capital-late': ['Vốn góp quá hạn', 'Capital not paid in time', 'ทุนค้างชำระเกินกำหนด'],
  'dissolution-open': ['Giải thể đang dở', 'Dissolution under way', 'กำลังเลิกกิจการ'],
  'status-told': ['Bảng ghi tình trạng khác sổ', 'A sheet says another status', 'ตารางระบุสถานะต่างจากทะเบียน'],
  'seat-to-place': ['Trụ sở ở đơn vị đã hết hiệu lực', 'Seat in a unit that has ended', 'ที่ตั้งอยู่ในหน่วยที่สิ้นสุดแล้ว'],
  'plot-to-place': ['Thửa ở đơn vị đã hết hiệu lực', 'Plot in a unit that has ended', 'แปลงอยู่ในหน่วยที่สิ้นสุดแล้ว'],
  'officer-to-approve': ['Cán bộ chờ giao địa bàn mới', 'Officer to be given a new place', 'เจ้าหน้าที่รอรับพื้นที่ใหม่'],
  'unit-act-draft': ['Sắp xếp đơn vị còn là bản nháp', 'Act on units still a draft', 'ร่างการปรับหน่วยปกครอง'],
  'link-to-confirm': ['Liên kết đơn vị chưa kiểm chứng', 'Unit links not verified', 'ความเชื่อมโยงหน่วยยังไม่ได้ยืนยัน'],
};

const year: Words = ['năm', 'year', 'ปี'];
const members: Words = ['thành viên', 'members', 'สมาชิก'];
const none: Words = ['', '', ''];

/** What the number of a row counts. */
export const countedNames: Record<WorkKind, Words> = {
  'request-to-answer': none,
  'request-returned': none,
  'update-to-answer': year,
  'update-returned': year,
  'update-differs': year,
  'update-overdue': year,
  'duplicate-to-judge': none,
  'import-with-errors': ['dòng', 'rows', 'แถว'],
  'minimum-lacking': members,
  'capital-above-cap': ['chỗ vượt', 'places above', 'จุดที่เกิน'],
  'cap-reason-missing': ['chỗ vượt', 'places above', 'จุดที่เกิน'],
  'membership-to-pass': none,
  'certificate-ending': none,
  'personal-request': ['yêu cầu', 'requests', 'คำขอ'],
  'capital-late': members,
  'dissolution-open': none,
  'status-told': none,
  'seat-to-place': none,
  'plot-to-place': ['thửa', 'plots', 'แปลง'],
  'officer-to-approve': ['cán bộ', 'officers', 'เจ้าหน้าที่'],
  'unit-act-draft': none,
  'link-to-confirm': ['liên kết', 'links', 'ความเชื่อมโยง'],
};

/** Standings as sheets tell them. */
export const toldNames: Readonly<Record<string, Words>> = {
  founding: ['Đang thành lập', 'Being founded', 'กำลังจัดตั้ง'],
  operating: ['Đang hoạt động', 'Operating', 'ดำเนินการอยู่'],
  suspended: ['Tạm ngừng', 'Suspended', 'หยุดชั่วคราว'],
  stopped: ['Ngừng hoạt động', 'Stopped', 'หยุดดำเนินการ'],
  dissolving: ['Đang giải thể', 'Dissolving', 'กำลังเลิก'],
  dissolved: ['Đã giải thể', 'Dissolved', 'เลิกแล้ว'],
  revoked: ['Bị thu hồi giấy chứng nhận', 'Certificate revoked', 'ถูกเพิกถอนใบรับรอง'],
};

export const subjectNames: Record<'organisation' | 'member', Words> = {
  organisation: ['tổ chức', 'organisations', 'องค์กร'],
  member: members,
};
