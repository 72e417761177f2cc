import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomFillSync,
  type KeyObject,
} from 'node:crypto';
import { Problem } from '#kernel/problem.ts';
import { maskedNationalId } from './member.ts';

/** Keys that lie outside the database and its backups: 32 bytes each. */
export interface PersonalKeys {
  readonly cipher: Uint8Array;
  readonly index: Uint8Array;
}

interface HeldKeys {
  readonly cipher: KeyObject;
  readonly index: KeyObject;
}

let provided: HeldKeys | undefined;

/** Called once at composition. Without keys national ids can be neither kept nor read; all else works. */
export function usePersonalKeys(keys: PersonalKeys): void {
  if (keys.cipher.length !== 32 || keys.index.length !== 32) throw new RangeError('personal keys have 32 bytes');
  // Made once: as bytes a key is unpacked for every number again, which took longer than to encrypt it.
  provided = { cipher: createSecretKey(keys.cipher), index: createSecretKey(keys.index) };
}

function keys(): HeldKeys {
  if (provided === undefined) throw new Problem('unavailable', 'registry.personal.no-key');
  return provided;
}

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

const ivPool = Buffer.alloc(ivBytes * 256);
let ivUsed = ivPool.length;

/** Never the same twice: taken from a pool of fresh random bytes, and copied out of it. */
function newIv(): Buffer {
  if (ivUsed === ivPool.length) {
    randomFillSync(ivPool);
    ivUsed = 0;
  }
  ivUsed += ivBytes;
  return Buffer.from(ivPool.subarray(ivUsed - ivBytes, ivUsed));
}

/** AES-256-GCM bound to the row: moved to another member's row it no longer opens. */
export const encrypted = (text: string, row: string): Buffer => sealedBytes(Buffer.from(text, 'utf8'), row);

/** The same for bytes. */
export function sealedBytes(bytes: Uint8Array, row: string): Buffer {
  const iv = newIv();
  const cipher = createCipheriv(algorithm, keys().cipher, iv);
  cipher.setAAD(Buffer.from(row));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

export const decrypted = (sealed: Uint8Array, row: string): string => openedBytes(sealed, row).toString('utf8');

export function openedBytes(sealed: Uint8Array, row: string): Buffer {
  const bytes = opened(sealed, row);
  if (bytes === undefined) throw new Problem('unprocessable', 'registry.personal.unreadable');
  return bytes;
}

/** As lists and sheets show it; nothing but dots where the key it was kept with is gone, so that the row still shows. */
export const maskedId = (sealed: Uint8Array, row: string): string =>
  maskedNationalId(opened(sealed, row)?.toString('utf8') ?? '') || '•'.repeat(12);

/** Undefined with another key than it was sealed with, and in another row. */
function opened(sealed: Uint8Array, row: string): Buffer | undefined {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv(algorithm, keys().cipher, bytes.subarray(0, ivBytes));
  decipher.setAAD(Buffer.from(row));
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  const text = decipher.update(bytes.subarray(ivBytes + tagBytes));
  try {
    return Buffer.concat([text, decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Finds the same again in the same province: an address, say, that is not itself kept. */
export const personalIndex = (text: string, province: number): Buffer => fingerprint(text, province);

/** The same for the same digits in the same province, and good for nothing else. */
export const fingerprint = (digits: string, province: number): Buffer =>
  createHmac('sha256', keys().index).update(`${province}:${digits}`).digest();
