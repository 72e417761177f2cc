import { z } from 'zod';

// Controls, halves of characters, and what turns the direction of writing: 'gpj.exe' would read as 'exe.jpg'.
const unwanted = String.raw`\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069`;
const lineChars = new RegExp(`^[^${unwanted}]*$`, 'u');
const proseChars = new RegExp(`^(?:[^${unwanted}]|[\\n\\t])*$`, 'u');

/** One line of text people typed: NFC, trimmed, no control characters. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim())
    .pipe(z.string().min(min).max(max).regex(lineChars, 'text.control-character'));

/** Text of several lines: NFC, no control characters but line ends and tabs. */
export const prose = (max: number, min = 0) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(min).max(max).regex(proseChars, 'text.control-character'));

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Lower case without tone marks, đ as d: hoà = hòa = hoa. What PostgreSQL's unaccent makes of Vietnamese. */
export const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
