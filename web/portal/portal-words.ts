import { createContext, use } from 'react';
import type { Language } from '#web/lib/language.ts';
import { words as en } from './words.en.ts';
import { words as th } from './words.th.ts';
import { words as vi } from './words.vi.ts';

type PortalTexts = Record<keyof typeof vi, string>;
const all: Record<Language, PortalTexts> = { vi, en, th };

/** Few enough to come all at once: no i18next on the public pages. */
export const wordsIn = (language: Language): PortalTexts => all[language];
export const PortalWords = createContext<PortalTexts>(vi);
export const usePortalWords = (): PortalTexts => use(PortalWords);
