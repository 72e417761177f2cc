import type { UnitKind } from '#kernel/place.ts';
import { plain } from '#kernel/text.ts';

/** A word of an address: without marks for finding it, with its tone at the end for telling it from its likes. */
export interface Token {
  readonly plain: string;
  readonly marked: string;
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** hoà and hòa are one word: the tone is put behind the letters, wherever it stood. */
const markedOf = (syllable: string): string => {
  const letters = syllable.toLowerCase().normalize('NFD');
  return letters.replaceAll(tones, '').normalize('NFC') + (letters.match(tones) ?? []).join('');
};

/** Words run together come apart: "P3", "xãĐầm Hà", "TPHạ Long", "Móng Cái1". */
const apart = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(?<!\p{L})(TP|TX|TT|P|X|H)(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .replaceAll(/(\p{L})(\d)/gu, '$1 $2');

export const tokensOf = (text: string): Token[] =>
  (apart(text).match(/[\p{L}\p{M}\d]+/gu) ?? []).map((word) => ({ plain: plain(word), marked: markedOf(word) }));

/** What the word before a name says of it. */
export type Before = UnitKind | 'district' | 'province' | 'other';

const said = (what: Before, ...words: string[]): (readonly [Before, readonly string[]])[] =>
  words.map((word) => [what, word.split(' ')] as const);

/** The longer first: "thị xã" is no "xã", "khu phố" no "phố" and "đặc khu" no "khu". */
const words = [
  ...said('ward', 'phuong', 'p', 'ph'),
  ...said('commune', 'xa', 'x'),
  ...said('township', 'thi tran', 't tran', 'tt', 't t'),
  ...said('special-zone', 'dac khu', 'dk', 'd k'),
  ...said('district', 'huyen', 'h', 'thi xa', 't xa', 'tx', 't x', 'thanh pho', 't pho', 'tp', 't p'),
  ...said('province', 'tinh'),
  ...said(
    'other',
    'thon',
    'khu',
    'khu pho',
    'kp',
    'to',
    'to dan pho',
    'tdp',
    'xom',
    'ban',
    'duong',
    'pho',
    'ap',
    'so',
    'ngo',
  ),
  ...said(
    'other',
    'ngach',
    'hem',
    'cho',
    'cau',
    'ben',
    'cang',
    'ga',
    'quoc lo',
    'ql',
    'tinh lo',
    'nui',
    'song',
    'suoi',
    'ho',
  ),
].toSorted(([, a], [, b]) => b.length - a.length);

const endsWith = (tokens: readonly Token[], at: number, phrase: readonly string[]): boolean =>
  phrase.length <= at && phrase.every((word, index) => tokens[at - phrase.length + index]!.plain === word);

/** The kind of place that the words just before a position announce. */
export const announced = (tokens: readonly Token[], at: number): Before | null =>
  words.find(([, phrase]) => endsWith(tokens, at, phrase))?.[0] ?? null;

/** How many words at a position announce a place: 2 for "thị trấn", 0 for none. */
export const announcing = (tokens: readonly Token[], at: number): number =>
  words.find(([, phrase]) => phrase.every((word, index) => tokens[at + index]?.plain === word))?.[1].length ?? 0;

export const standsAt = (tokens: readonly Token[], at: number, name: readonly Token[]): boolean =>
  name.every((word, index) => tokens[at + index]?.plain === word.plain);

/** Were marks typed at all? Who types none means no other place than who types them. */
export const hasMarks = (tokens: readonly Token[]): boolean =>
  tokens.some(({ plain: bare, marked }) => bare !== marked);

export const sameMarks = (one: readonly Token[], other: readonly Token[]): boolean =>
  one.every(({ marked }, index) => marked === other[index]?.marked);
