import type { Language } from '#web/lib/language.ts';

/** Names of this context's entries in the navigation; they come with the shell, so keep them few and short. */
const vi = { pairs: 'Hồ sơ nghi trùng' } as const;

type NavWords = Record<keyof typeof vi, string>;

const en: NavWords = { pairs: 'Entered twice?' };

const th: NavWords = { pairs: 'ระเบียนที่อาจซ้ำ' };

export const words: Record<Language, NavWords> = { vi, en, th };
