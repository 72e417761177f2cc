import type { Language } from '#web/lib/language.ts';

/** Names of this context's entries in the navigation; they come with the shell, so keep them few and short. */
const vi = {
  title: 'Hỗ trợ',
  policies: 'Chính sách hỗ trợ',
  applications: 'Hồ sơ hỗ trợ',
} as const;

type NavWords = Record<keyof typeof vi, string>;

const en: NavWords = {
  title: 'Support',
  policies: 'Policies',
  applications: 'Applications',
};

const th: NavWords = {
  title: 'การสนับสนุน',
  policies: 'นโยบายสนับสนุน',
  applications: 'คำขอสนับสนุน',
};

export const words: Record<Language, NavWords> = { vi, en, th };
