import type { Language } from '#web/lib/language.ts';

/** Names of this context's entries in the navigation; they come with the shell, so keep them few and short. */
const vi = {
  title: 'Tổ chức',
  members: 'Tìm thành viên',
  changeRequests: 'Đề nghị sửa hồ sơ',
  commodities: 'Sản phẩm',
  units: 'Đơn vị hành chính',
  parameters: 'Tham số',
  cardKeys: 'Khóa ký thẻ',
  memberships: 'Tư cách của tôi',
} as const;

type NavWords = Record<keyof typeof vi, string>;

const en: NavWords = {
  title: 'Organisations',
  members: 'Find a member',
  changeRequests: 'Change requests',
  commodities: 'Commodities',
  units: 'Units',
  parameters: 'Parameters',
  cardKeys: 'Card keys',
  memberships: 'My memberships',
};

const th: NavWords = {
  title: 'องค์กร',
  members: 'ค้นหาสมาชิก',
  changeRequests: 'คำขอแก้ไขทะเบียน',
  commodities: 'สินค้า',
  units: 'หน่วยการปกครอง',
  parameters: 'พารามิเตอร์',
  cardKeys: 'กุญแจลงนามบัตร',
  memberships: 'สมาชิกของฉัน',
};

export const words: Record<Language, NavWords> = { vi, en, th };
