/** Words of a sheet, which is read without the pages: in the order vi, en, th. */
export type Words = readonly [vi: string, en: string, th: string];

const order = { vi: 0, en: 1, th: 2 } as const;
export type SheetLanguage = keyof typeof order;
export const inLanguage = (words: Words, language: SheetLanguage): string => words[order[language]];
