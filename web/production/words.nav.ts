import type { Language } from '#web/lib/language.ts';

/** Names of this context's entries in the navigation; they come with the shell, so keep them few and short. */
const vi = {
  title: 'Sản xuất',
  plots: 'Thửa đất',
  seasons: 'Vụ sản xuất',
  protocols: 'Quy trình',
} as const;

type NavWords = Record<keyof typeof vi, string>;

const en: NavWords = {
  title: 'Production',
  plots: 'Plots',
  seasons: 'Seasons',
  protocols: 'Protocols',
};

const th: NavWords = {
  title: 'การผลิต',
  plots: 'แปลงที่ดิน',
  seasons: 'รอบการผลิต',
  protocols: 'กระบวนการผลิต',
};

export const words: Record<Language, NavWords> = { vi, en, th };
