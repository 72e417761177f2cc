import type { Language } from '#web/lib/language.ts';

/** Names of this context's entries in the navigation; they come with the shell, so keep them few and short. */
const vi = { updates: 'Cập nhật hằng năm' } as const;

type NavWords = Record<keyof typeof vi, string>;

const en: NavWords = { updates: 'Yearly updates' };
const th: NavWords = { updates: 'ปรับปรุงข้อมูลประจำปี' };

export const words: Record<Language, NavWords> = { vi, en, th };
