import type { KeyKind } from '#contexts/duplicates/clause.ts';
import { word } from '#web/lib/i18n.ts';

export const keyWord = (key: KeyKind): string => word(`duplicates:key.${key}`);

/** A clause in words: its keys one after the other. Its code is its keys. */
export const clauseText = (code: string): string =>
  code
    .split('+')
    .map((key) => keyWord(key as KeyKind))
    .join(' + ');
