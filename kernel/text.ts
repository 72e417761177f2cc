import { z } from 'zod';

/** One line of text people typed: NFC, trimmed, no control characters. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim())
    .pipe(
      z
        .string()
        .min(min)
        .max(max)
        .regex(/^[^\p{Cc}]*$/u, 'text.control-character'),
    );

/** Text of several lines: NFC, no control characters but line ends and tabs. */
export const prose = (max: number, min = 0) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(min)
        .max(max)
        .regex(/^(?:[^\p{Cc}]|[\n\t])*$/u, 'text.control-character'),
    );

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Lower case without tone marks, đ as d: hoà = hòa = hoa. What PostgreSQL's unaccent makes of Vietnamese. */
export const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
