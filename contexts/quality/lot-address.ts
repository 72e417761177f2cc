import { lotLink } from '#kernel/gs1-link.ts';
import type { Gtin, LotCode } from '#kernel/gs1.ts';

/** 'AB12CD34EF' as it is printed: AB12C-D34EF. */
export const shownCode = (shortCode: string): string => `${shortCode.slice(0, 5)}-${shortCode.slice(5)}`;

export const shortLink = (origin: string, shortCode: string): string => `${origin}/t/${shownCode(shortCode)}`;

export interface Traceable {
  readonly gtin: string | null;
  readonly code: string;
  readonly token: string;
  readonly short_code: string;
}

/**
 * What the QR holds: the lot's GS1 Digital Link with the token behind it, which the standard lets pass unread; without a
 * trade item number the short address.
 */
export const traceLink = (origin: string, lot: Traceable): string =>
  lot.gtin === null
    ? shortLink(origin, lot.short_code)
    : `${lotLink(origin, lot.gtin as Gtin, lot.code as LotCode)}?k=${lot.token}`;

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 128 bits for the QR and 50 for the code people type: nobody guesses either at thirty tries a minute. */
export function newTraceKeys(): { token: string; shortCode: string } {
  const bytes = crypto.getRandomValues(new Uint8Array(26));
  const token = btoa(String.fromCharCode(...bytes.slice(0, 16)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  const shortCode = Array.from(bytes.subarray(16), (byte) => crockford[byte % 32]!).join('');
  return { token, shortCode };
}
