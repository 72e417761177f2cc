import type { Day } from '#kernel/day.ts';

/**
 * What a card carries: nothing of a person. 15 bytes and a signature of 64, as base64url behind the # of an address,
 * so that no server on the way is told which card was scanned. The browser reads it as the server does.
 */
export interface CardFields {
  readonly province: number;
  /** Which key signed it. */
  readonly key: number;
  /** 80 random bits, 16 characters of Crockford's base 32. */
  readonly code: string;
  readonly expiresOn: Day;
}
export interface SignedCard {
  readonly fields: CardFields;
  readonly signature: Uint8Array<ArrayBuffer>;
}

const version = 1;
const fieldBytes = 15;
const signatureBytes = 64;
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const codePattern = /^[0-9A-HJKMNP-TV-Z]{16}$/;

/** 10 bytes as 16 characters: no I, L, O, U, so that nothing is misread. */
export function codeOf(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: 16 }, (_, at) => alphabet[Number((bits >> BigInt(75 - at * 5)) & 31n)]).join('');
}

export function bytesOfCode(code: string): Uint8Array<ArrayBuffer> {
  let bits = 0n;
  for (const letter of code) bits = (bits << 5n) | BigInt(alphabet.indexOf(letter));
  return Uint8Array.from({ length: 10 }, (_, at) => Number((bits >> BigInt(72 - at * 8)) & 255n));
}

/** As printed: four times four. */
export const shownCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1 ');

// By hand, and not by kernel/day: this module goes to public pages, which come without zod.
const epochMs = Date.UTC(2020, 0, 1);
const dayMs = 86_400_000;
/** Days since 2020: two bytes reach until 2199. */
export const dayNumber = (on: Day): number => Math.round((Date.parse(`${on}T00:00:00Z`) - epochMs) / dayMs);
const dayOfNumber = (number: number): Day => new Date(epochMs + number * dayMs).toISOString().slice(0, 10) as Day;

function packed({ province, key, code, expiresOn }: CardFields): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(fieldBytes);
  bytes.set([version, province, key]);
  bytes.set(bytesOfCode(code), 3);
  new DataView(bytes.buffer).setUint16(13, dayNumber(expiresOn));
  return bytes;
}

const text = new TextEncoder();
function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** What is signed; the words before keep a card from being taken for anything else that this key signs. */
export const cardMessage = (fields: CardFields): Uint8Array<ArrayBuffer> =>
  joined(text.encode('lienket card\n'), packed(fields));

export const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

export function fromBase64Url(given: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(given)) return undefined;
  try {
    return Uint8Array.from(atob(given.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.codePointAt(0)!);
  } catch {
    return undefined;
  }
}

export const cardText = (fields: CardFields, signature: Uint8Array): string =>
  toBase64Url(joined(packed(fields), signature));

/** Undefined where the text is no card of this version, or says the same in another way. */
export function readCard(given: string): SignedCard | undefined {
  const bytes = fromBase64Url(given);
  if (bytes?.length !== fieldBytes + signatureBytes || bytes[0] !== version) return undefined;
  if (toBase64Url(bytes) !== given) return undefined;
  const view = new DataView(bytes.buffer);
  return {
    fields: {
      province: bytes[1]!,
      key: bytes[2]!,
      code: codeOf(bytes.slice(3, 13)),
      expiresOn: dayOfNumber(view.getUint16(13)),
    },
    signature: bytes.slice(fieldBytes),
  };
}

/** The cards that count no more, four bytes each: small enough for any phone, and it names no card to who has none. */
export interface RevocationList {
  readonly province: number;
  readonly key: number;
  /** Grows with every list: an older one never takes the place of a newer. */
  readonly number: number;
  readonly day: Day;
  /** Sorted, four bytes each. */
  readonly hashes: Uint8Array;
}
const hashBytes = 4;

/** Salted with the list's number: a good card that happens to look like a revoked one does so in one list only. */
export function revocationMessage(list: number, code: string): Uint8Array<ArrayBuffer> {
  const number = new Uint8Array(4);
  new DataView(number.buffer).setUint32(0, list);
  return joined(text.encode('lienket revoked\n'), number, bytesOfCode(code));
}

/** The first bytes of SHA-256 of the message, as a number. */
export const hashOf = (digest: Uint8Array): number => new DataView(digest.buffer, digest.byteOffset).getUint32(0);

export function packedHashes(hashes: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hashes.length * hashBytes);
  const view = new DataView(bytes.buffer);
  hashes.toSorted((one, other) => one - other).forEach((hash, at) => view.setUint32(at * hashBytes, hash));
  return bytes;
}

export function isListed({ hashes }: Pick<RevocationList, 'hashes'>, hash: number): boolean {
  const view = new DataView(hashes.buffer, hashes.byteOffset, hashes.byteLength);
  let [low, high] = [0, hashes.length / hashBytes - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = view.getUint32(middle * hashBytes);
    if (there === hash) return true;
    if (there < hash) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

export function listMessage({ province, key, number, day, hashes }: RevocationList): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(8);
  const view = new DataView(head.buffer);
  head.set([province, key]);
  view.setUint32(2, number);
  view.setUint16(6, dayNumber(day));
  return joined(text.encode('lienket card list\n'), head, hashes);
}
