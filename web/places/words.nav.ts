import type { Language } from '#web/lib/language.ts';

/** Names of this context's entries in the navigation; they come with the shell, so keep them few and short. */
const vi = { acts: 'Sắp xếp đơn vị' } as const;

type NavWords = Record<keyof typeof vi, string>;

const en: NavWords = { acts: 'Acts of units' };

const th: NavWords = { acts: 'การจัดหน่วยใหม่' };

export const words: Record<Language, NavWords> = { vi, en, th };
