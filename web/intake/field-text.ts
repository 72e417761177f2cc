import type { Day } from '#kernel/day.ts';
import { dayText, vndText } from '#web/lib/format.ts';
import { findWord } from '#web/lib/i18n.ts';
import { troubleWords } from '#contexts/intake/trouble-words.ts';
import { currentLanguage } from '#web/lib/language.ts';

export const fieldText = (field: string): string => findWord(`intake:field.${field}`) ?? field;

const places = { vi: 0, en: 1, th: 2 } as const;
export const troubleText = (code: string): string => troubleWords[code]?.[places[currentLanguage()]] ?? code;

const isDay = (text: string): text is Day => /^\d{4}-\d\d-\d\d$/.test(text);

/** Values the register knows by a word of few. */
export const valueText = (field: string, text: string): string => {
  if (field === 'standing') return findWord(`intake:standing.${text}`) ?? text;
  if (field === 'party') return findWord(`intake:party.${text}`) ?? text;
  if (field === 'kind') return findWord(`intake:orgKind.${text}`) ?? text;
  if (field === 'fields')
    return text
      .split(', ')
      .map((one) => findWord(`registry:field.${one}`) ?? one)
      .join(', ');
  if (field === 'sex') return findWord(`intake:sex.${text}`) ?? text;
  if (field.endsWith('Vnd') && /^-?\d+$/.test(text)) return vndText(Number(text));
  return isDay(text) ? dayText(text) : text;
};
