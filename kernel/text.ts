import { z } from 'zod';

// Controls, halves of characters, and what turns the direction of writing: 'gpj.exe' would read as 'exe.jpg'.
const unwanted = String.raw`\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069`;
const lineChars = new RegExp(`^[^${unwanted}]*$`, 'u');
const proseChars = new RegExp(`^(?:[^${unwanted}]|[\\n\\t])*$`, 'u');

// What nobody sees, and what would make two names of one. The joiner (200d) stays: it makes one picture of several.
const unseen = /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2060-\u2064\ufeff]/gu;
const blank = /^[\s\p{Cf}\u115f\u1160\u2800\u3164\uffa0]*$/u;

/** Without characters that nobody sees; nothing, where there is nothing else. */
export const seen = (text: string): string => (blank.test(text) ? '' : text.replaceAll(unseen, ''));

/** One line of text people typed: NFC, trimmed, no control characters. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => seen(text.normalize('NFC')).replaceAll(/\s+/gu, ' ').trim())
    .pipe(z.string().min(min).max(max).regex(lineChars, 'text.control-character'));

/** Text of several lines: NFC, no control characters but line ends and tabs. */
export const prose = (max: number, min = 0) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => seen(text.normalize('NFC')).replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(min).max(max).regex(proseChars, 'text.control-character'));

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Lower case without tone marks, đ as d: hoà = hòa = hoa. What PostgreSQL's unaccent makes of Vietnamese. */
export const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
