import type { Language } from '#web/lib/language.ts';

/** Names of this context's entries in the navigation; they come with the shell, so keep them few and short. */
const vi = {
  title: 'Số liệu',
  home: 'Việc của tôi',
  work: 'Việc chờ xử lý',
  walk: 'Câu chuyện',
  exports: 'Xuất dữ liệu',
} as const;

type NavWords = Record<keyof typeof vi, string>;

const en: NavWords = {
  title: 'Figures',
  home: 'My work',
  work: 'Work queue',
  walk: 'The story',
  exports: 'Export data',
};

const th: NavWords = {
  title: 'ข้อมูลสถิติ',
  home: 'งานของฉัน',
  work: 'งานที่รอ',
  walk: 'เรื่องราว',
  exports: 'ส่งออกข้อมูล',
};

export const words: Record<Language, NavWords> = { vi, en, th };
