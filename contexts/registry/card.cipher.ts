import {
  createECDH,
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { Problem } from '#kernel/problem.ts';
import { hashOf, revocationMessage } from './card-code.ts';

let secret: Uint8Array | undefined;

/** Called once at composition: 32 bytes that lie outside the database. Without them no card is signed; all else works. */
export function useCardSecret(given: Uint8Array): void {
  if (given.length !== 32) throw new RangeError('the secret of cards has 32 bytes');
  secret = given;
}

/** The order of the group of P-256 (FIPS 186-5): a private key is a number below it. */
const order = 0xff_ff_ff_ff_00_00_00_00_ff_ff_ff_ff_ff_ff_ff_ff_bc_e6_fa_ad_a7_17_9e_84_f3_b9_ca_c2_fc_63_25_51n;

/** 48 bytes for a number of 32, so that none is likelier than another. */
function privateNumber(province: number, number: number): Buffer {
  if (secret === undefined) throw new Problem('unavailable', 'registry.card.no-key');
  const wide = Buffer.from(hkdfSync('sha256', secret, '', `lienket member card ${province}:${number}`, 48));
  const within = (BigInt(`0x${wide.toString('hex')}`) % (order - 1n)) + 1n;
  return Buffer.from(within.toString(16).padStart(64, '0'), 'hex');
}

export interface CardKey {
  readonly number: number;
  /** The uncompressed point, 65 bytes: what browsers import as `raw`. */
  readonly publicKey: Buffer;
  readonly privateKey: KeyObject;
}

const point = (publicKey: Uint8Array) => ({
  kty: 'EC',
  crv: 'P-256',
  x: Buffer.from(publicKey.subarray(1, 33)).toString('base64url'),
  y: Buffer.from(publicKey.subarray(33)).toString('base64url'),
});

/** The key of this number: the same at every start. */
export function cardKey(province: number, number: number): CardKey {
  const d = privateNumber(province, number);
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(d);
  const publicKey = pair.getPublicKey();
  const key = { ...point(publicKey), d: d.toString('base64url') };
  return { number, publicKey, privateKey: createPrivateKey({ key, format: 'jwk' }) };
}

export const signed = (message: Uint8Array, { privateKey }: CardKey): Buffer =>
  sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' });

export const isSigned = (message: Uint8Array, publicKey: Uint8Array, signature: Uint8Array): boolean =>
  verify(
    'sha256',
    message,
    { key: createPublicKey({ key: point(publicKey), format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    signature,
  );

export const revocationHash = (list: number, code: string): number =>
  hashOf(createHash('sha256').update(revocationMessage(list, code)).digest());
