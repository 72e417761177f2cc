import type { DocumentReply } from '#platform/method/handle.ts';
import type { SheetColumn } from '#platform/spreadsheet/sheet.ts';
import { xlsxStream } from '#platform/spreadsheet/write.ts';

type Language = 'vi' | 'en' | 'th';

const words = {
  vi: {
    file: 'Danh sách cán bộ',
    columns: [
      'Họ và tên',
      'Thư điện tử',
      'Vai trò',
      'Xã, phường, đặc khu',
      'Đến ngày',
      'Cách điền (không đọc cột này)',
    ],
    how: [
      'Mỗi dòng một người. Xóa các dòng ví dụ.',
      'Vai trò: Cán bộ cấp tỉnh; Cán bộ cấp xã; Kiểm toán viên; Quản trị hệ thống',
      'Xã, phường, đặc khu: chỉ điền cho cán bộ cấp xã; tên hoặc mã năm chữ số',
      'Đến ngày: ngày cuối của vai trò, như 31/12/2026; để trống nếu chưa định',
    ],
    roles: ['Cán bộ cấp tỉnh', 'Cán bộ cấp xã'],
    person: 'Nguyễn Văn Ví Dụ',
  },
  en: {
    file: 'Officers',
    columns: ['Name', 'Email', 'Role', 'Unit', 'Until', 'How to fill in (not read)'],
    how: [
      'One person a row. Take the examples away.',
      'Role: Provincial officer; Commune officer; Auditor; Administrator',
      'Unit: for commune officers only; name or code of five digits',
      'Until: the last day of the role, such as 31/12/2026; blank while it is open',
    ],
    roles: ['Provincial officer', 'Commune officer'],
    person: 'Nguyễn Văn Ví Dụ',
  },
  th: {
    file: 'เจ้าหน้าที่',
    columns: ['ชื่อ-สกุล', 'อีเมล', 'บทบาท', 'ตำบล', 'ถึงวันที่', 'วิธีกรอก (ไม่อ่านคอลัมน์นี้)'],
    how: [
      'หนึ่งคนต่อหนึ่งแถว ลบแถวตัวอย่างออก',
      'บทบาท: เจ้าหน้าที่ระดับจังหวัด; เจ้าหน้าที่ระดับตำบล; ผู้ตรวจสอบ; ผู้ดูแลระบบ',
      'ตำบล: กรอกเฉพาะเจ้าหน้าที่ระดับตำบล ใช้ชื่อหรือรหัสห้าหลัก',
      'ถึงวันที่: วันสุดท้ายของบทบาท เช่น 31/12/2026 เว้นว่างหากยังไม่กำหนด',
    ],
    roles: ['เจ้าหน้าที่ระดับจังหวัด', 'เจ้าหน้าที่ระดับตำบล'],
    person: 'Nguyễn Văn Ví Dụ',
  },
} as const;

const keys = ['name', 'email', 'role', 'unit', 'until', 'how'] as const;
const widths = [30, 34, 26, 26, 14, 70] as const;

/** A sheet to fill in: two rows that show how, and the ways of filling in beside them. */
export function officerTemplate(language: Language, unit: string): DocumentReply {
  const said = words[language];
  const columns: SheetColumn[] = keys.map((key, at) => ({
    key,
    title: said.columns[at]!,
    kind: key === 'until' ? 'day' : 'text',
    width: widths[at]!,
  }));
  const rows = said.how.map((how, at) => {
    const role = said.roles[at];
    if (role === undefined) return { how };
    const email = `vi-du-${at + 1}@example.vn`;
    return { name: said.person, email, role, unit: at === 1 ? unit : null, until: null, how };
  });
  return {
    fileName: `${said.file}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: () => xlsxStream({ name: said.file, columns, rows }),
  };
}
