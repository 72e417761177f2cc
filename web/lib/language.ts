/** The three languages; Vietnamese first, and the one a new device starts in. */
export const languages = ['vi', 'en', 'th'] as const;
export type Language = (typeof languages)[number];

export const languageNames: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English', th: 'ไทย' };

const key = 'lienket.language';
const isLanguage = (text: string | null): text is Language => (languages as readonly (string | null)[]).includes(text);

function rememberedLanguage(): Language {
  if (typeof localStorage === 'undefined') return 'vi';
  const remembered = localStorage.getItem(key);
  return isLanguage(remembered) ? remembered : 'vi';
}

let current: Language = rememberedLanguage();
export const currentLanguage = (): Language => current;

/** Remembers the choice and tells the browser, so that hyphenation and screen readers follow. */
export function setCurrentLanguage(language: Language): void {
  current = language;
  if (typeof document === 'undefined') return;
  document.documentElement.lang = language;
  localStorage.setItem(key, language);
}
