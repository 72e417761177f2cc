import type { Language } from '#web/lib/language.ts';

/** Names of this context's entries in the navigation; they come with the shell, so keep them few and short. */
const vi = { title: 'Nhập từ tệp' } as const;

type NavWords = Record<keyof typeof vi, string>;

const en: NavWords = { title: 'Import sheets' };
const th: NavWords = { title: 'นำเข้าจากไฟล์' };

export const words: Record<Language, NavWords> = { vi, en, th };
