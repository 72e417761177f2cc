import type { Day } from '#kernel/day.ts';
import { dayText, vndText } from '#web/lib/format.ts';
import { findWord } from '#web/lib/i18n.ts';
import { troubleWords } from '#contexts/intake/trouble-words.ts';
import { currentLanguage } from '#web/lib/language.ts';

export const fieldText = (field: string): string => findWord(`intake:field.${field}`) ?? field;

const places = { vi: 0, en: 1, th: 2 } as const;
export const troubleText = (code: string): string => troubleWords[code]?.[places[currentLanguage()]] ?? code;

const isDay = (text: string): text is Day => /^\d{4}-\d\d-\d\d$/.test(text);

/** Where the words of a coded field stand. */
const lists: Readonly<Record<string, string>> = {
  standing: 'intake:standing',
  party: 'intake:party',
  kind: 'intake:orgKind',
  sex: 'intake:sex',
  status: 'intake:told',
  fields: 'registry:field',
};

/** Values the register knows by a word of few, one or several. */
export const valueText = (field: string, text: string): string => {
  const list = lists[field];
  if (list !== undefined)
    return text
      .split(', ')
      .map((one) => findWord(`${list}.${one}`) ?? one)
      .join(', ');
  if (field.endsWith('Vnd') && /^-?\d+$/.test(text)) return vndText(Number(text));
  return isDay(text) ? dayText(text) : text;
};
