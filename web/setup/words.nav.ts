import type { Language } from '#web/lib/language.ts';

/** Names of these pages in the navigation; they come with the shell, so keep them few and short. */
const vi = { title: 'Thiết lập' } as const;
type NavWords = Record<keyof typeof vi, string>;
const en: NavWords = { title: 'Setting up' };
const th: NavWords = { title: 'ตั้งค่าเริ่มต้น' };

export const words: Record<Language, NavWords> = { vi, en, th };
