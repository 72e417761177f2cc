import { plain } from '#kernel/text.ts';

const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Letters with their shape, the tone at the end: hoà and hòa, spelt both ways, are one syllable. */
function syllable(token: string): string {
  const decomposed = token.normalize('NFD');
  const tone = decomposed.match(tones)?.join('') ?? '';
  return decomposed.replaceAll(tones, '').normalize('NFC') + tone;
}

/** A name as it is compared: `marked` keeps the marks, `plain` has none, `sorted` has its words in alphabetical order. */
export interface Spelling {
  readonly marked: readonly string[];
  readonly words: readonly string[];
  readonly plain: string;
  readonly sorted: string;
}

export function spelled(name: string): Spelling {
  const tokens = name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}\s]/gu, ' ')
    .split(/\s+/u)
    .filter((token) => token !== '');
  const words = tokens.map(plain);
  return { marked: tokens.map(syllable), words, plain: words.join(' '), sorted: [...words].sort().join(' ') };
}

const areSwapped = (left: string, right: string): boolean => left[0] === right[1] && left[1] === right[0];

/** At most one letter more, less, another, or two neighbours swapped (Damerau 1964). Equal texts are not a slip. */
export function isOneSlip(left: string, right: string): boolean {
  if (left === right || Math.abs(left.length - right.length) > 1) return false;
  let from = 0;
  while (from < left.length && left[from] === right[from]) from += 1;
  let [leftEnd, rightEnd] = [left.length, right.length];
  while (leftEnd > from && rightEnd > from && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
  }
  const [leftRest, rightRest] = [leftEnd - from, rightEnd - from];
  if (leftRest <= 1 && rightRest <= 1) return true;
  return leftRest === 2 && rightRest === 2 && areSwapped(left.slice(from, leftEnd), right.slice(from, rightEnd));
}

/** The text itself and each text with one letter left out: two texts one slip apart share one of them. */
export function withOneLeftOut(text: string): string[] {
  const letters = text.replaceAll(' ', '');
  const shortened = new Set([letters]);
  for (let at = 0; at < letters.length; at += 1) shortened.add(letters.slice(0, at) + letters.slice(at + 1));
  return [...shortened];
}

/**
 * How two names agree, best first: `same` with their marks; `unmarked` where one of them was written without; `order` with the words
 * turned round; `slip` one letter apart; `order-slip` both; `marks` where only the marks tell them apart (Hùng and Hưng are two names);
 * `part` where one leaves words out.
 */
export const nameLevels = ['same', 'unmarked', 'order', 'slip', 'order-slip', 'marks', 'part', 'other'] as const;
export type NameLevel = (typeof nameLevels)[number];

/** Each word is the same, or one of the two was written without marks. */
const agreesInMarks = (left: readonly string[], right: readonly string[], words: readonly string[]): boolean =>
  left.every((token, at) => token === right[at] || token === words[at] || right[at] === words[at]);

const isPart = (few: readonly string[], many: readonly string[]): boolean =>
  few.length >= 2 && few.length < many.length && few.every((word) => many.includes(word));

const shortestForSlips = 6;

function turnedLevel(left: Spelling, right: Spelling): NameLevel {
  if (left.sorted === right.sorted) return 'order';
  if (left.plain.length >= shortestForSlips && isOneSlip(left.plain, right.plain)) return 'slip';
  if (left.sorted.length >= shortestForSlips && isOneSlip(left.sorted, right.sorted)) return 'order-slip';
  return isPart(left.words, right.words) || isPart(right.words, left.words) ? 'part' : 'other';
}

export function nameLevel(left: Spelling, right: Spelling): NameLevel {
  if (left.plain !== right.plain) return turnedLevel(left, right);
  if (left.marked.every((token, at) => token === right.marked[at])) return 'same';
  return agreesInMarks(left.marked, right.marked, left.words) ? 'unmarked' : 'marks';
}
