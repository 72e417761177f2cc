import { mostLineVnd } from '#kernel/money.ts';
import { seen } from '#kernel/text.ts';
import { dayIn, yearIn } from './cell-day.ts';
import { nationalIdIn, phoneIn, taxNumberIn } from './cell-number.ts';
import { textIn, type Cell, type Reading, type ReaderRoom } from './cell-text.ts';
import { datedIn, wordIn, wordsIn } from './cell-word.ts';
import { decimalIn, scaledDecimal } from './decimal.ts';
import type { MoneyUnit } from './field.ts';

/** How the cells of a column are read. */
export type ReaderKind =
  | 'text'
  | 'whole'
  | 'money'
  | 'signed-money'
  | 'day'
  | 'year'
  | 'account-year'
  | 'tax-number'
  | 'national-id'
  | 'phone'
  | 'email'
  | 'word'
  | 'dated-word'
  | 'words';

// Controls, halves of characters, and what turns the direction of writing.
const unwanted = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

function readText(cell: Cell, { least = 1, most = 300 }: ReaderRoom): Reading {
  const text = seen(textIn(cell));
  if (unwanted.test(text)) return { trouble: 'control-character' };
  if (text.length < least) return { trouble: 'too-short' };
  return text.length > most ? { trouble: 'too-long' } : { value: text };
}

const factors: Readonly<Record<MoneyUnit, number>> = {
  dong: 1,
  thousand: 1_000,
  million: 1_000_000,
  billion: 1_000_000_000,
};

function readWhole(cell: Cell, { most = 10_000_000, unit = 'dong' }: ReaderRoom, mayBeNegative = false): Reading {
  const decimal = decimalIn(cell.value, unit === 'dong');
  if ('trouble' in decimal) return decimal;
  const whole = scaledDecimal(decimal, factors[unit]);
  if (whole === undefined) return { trouble: 'not-whole' };
  if (Math.abs(whole) > most) return { trouble: 'too-large' };
  return whole < 0 && !mayBeNegative ? { trouble: 'negative' } : { value: whole };
}

const email = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/;

/** A word, and the day the same cell may tell with it. */
function readDated(cell: Cell, { words = [], told, is1904 }: ReaderRoom): Reading {
  const { word, day } = datedIn(textIn(cell));
  const whole = wordIn(textIn(cell), words, told);
  const reading = whole.trouble === undefined ? whole : wordIn(word, words, told);
  if (day === undefined || reading.value === undefined) return reading;
  const written = day.includes('tháng') ? `ngày ${day}` : day;
  const { value, trouble } = dayIn({ ...cell, kind: 'text', value: written }, { is1904 });
  return value === undefined ? { trouble: trouble ?? 'not-a-day' } : { ...reading, day: String(value) };
}

const readers: Readonly<Record<ReaderKind, (cell: Cell, room: ReaderRoom) => Reading>> = {
  text: readText,
  whole: (cell, room) => readWhole(cell, { ...room, unit: 'dong' }),
  money: (cell, room) => readWhole(cell, { ...room, most: mostLineVnd }),
  'signed-money': (cell, room) => readWhole(cell, { ...room, most: mostLineVnd }, true),
  day: dayIn,
  year: yearIn,
  'account-year': (cell) => {
    const found = /(?:^|\D)((?:19|20)\d{2})(?:\D|$)/.exec(textIn(cell))?.[1];
    return found === undefined ? { trouble: 'year-not-plausible' } : { value: Number(found) };
  },
  'tax-number': taxNumberIn,
  'national-id': nationalIdIn,
  phone: phoneIn,
  email: (cell) => (email.test(textIn(cell)) ? { value: textIn(cell) } : { trouble: 'email-malformed' }),
  word: (cell, { words = [], told }) => wordIn(textIn(cell), words, told),
  'dated-word': readDated,
  words: (cell, { words = [], told }) => wordsIn(textIn(cell), words, told),
};

/** What a cell says as a value of this kind; undefined where it is blank. */
export function readCell(kind: ReaderKind, cell: Cell | undefined, room: ReaderRoom): Reading | undefined {
  if (cell === undefined || (cell.kind !== 'error' && textIn(cell) === '')) return undefined;
  if (cell.kind === 'error') return { trouble: cell.value === '#FORMULA!' ? 'formula-without-value' : 'error-value' };
  const reading = readers[kind](cell, room);
  return cell.isFormula && reading.trouble === undefined ? { notice: 'formula-value', ...reading } : reading;
}
