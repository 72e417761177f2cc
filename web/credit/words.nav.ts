import type { Language } from '#web/lib/language.ts';

/** Names of this context's entries in the navigation; they come with the shell, so keep them few and short. */
const vi = {
  title: 'Tín dụng',
  products: 'Sản phẩm vay',
  dossiers: 'Hồ sơ vay vốn',
  desk: 'Bàn thẩm định',
} as const;

type NavWords = Record<keyof typeof vi, string>;

const en: NavWords = {
  title: 'Credit',
  products: 'Loan products',
  dossiers: 'Loan dossiers',
  desk: 'Loan desk',
};

const th: NavWords = {
  title: 'สินเชื่อ',
  products: 'ผลิตภัณฑ์สินเชื่อ',
  dossiers: 'แฟ้มขอสินเชื่อ',
  desk: 'โต๊ะพิจารณาสินเชื่อ',
};

export const words: Record<Language, NavWords> = { vi, en, th };
