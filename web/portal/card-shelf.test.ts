import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { listMessage, packedHashes, toBase64Url } from '#contexts/registry/card-code.ts';
import type { CardCheck } from '#contexts/registry/card.wire.ts';
import type { Day } from '#kernel/day.ts';
import { isSignedBy, keepCheck, keptCheck, readCheck, soundList } from './card-shelf.ts';

const shelf = new Map<string, string>();
const lay = (value: unknown): unknown => shelf.set('lienket.card-check', JSON.stringify(value));

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' };
let pair: CryptoKeyPair;
let publicKey = '';

const numberOf = (check: CardCheck | undefined): number | undefined => check?.list?.number;
const keys = (broken = false) => [{ number: 1, publicKey, broken }];

async function checkOf(number: number, { signer = pair.privateKey, broken = false } = {}): Promise<CardCheck> {
  const told = { province: 22, key: 1, number, day: '2026-11-20' as Day, hashes: packedHashes([7, 9]) };
  const signature = new Uint8Array(
    await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, signer, listMessage(told)),
  );
  const { day, key, hashes } = told;
  const list = { number, day, key, hashes: toBase64Url(hashes), signature: toBase64Url(signature), entries: 2 };
  return { province: { code: 22, name: 'Quảng Ninh' }, keys: keys(broken), list } as CardCheck;
}

beforeAll(async () => {
  pair = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify']);
  publicKey = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
});
beforeEach(() =>
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem: (key: string, text: string) => shelf.set(key, text),
  }),
);
afterEach(() => {
  shelf.clear();
  vi.unstubAllGlobals();
});

describe('the list of revoked cards on a phone', () => {
  test('an older one never takes the place of a newer one', async () => {
    expect(numberOf(await keepCheck(await checkOf(500)))).toBe(500);
    expect(numberOf(await keepCheck(await checkOf(499)))).toBe(500);
    expect(numberOf(await keptCheck())).toBe(500);
    expect(numberOf(await keepCheck(await checkOf(501)))).toBe(501);
  });

  test('a forged one counts for nothing and keeps no later one out', async () => {
    const other = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify']);
    await keepCheck(await checkOf(500));
    const forged = await checkOf(900_000, { signer: other.privateKey });
    expect(numberOf(await keepCheck(forged))).toBe(500);
    lay(forged);
    expect(numberOf(await keptCheck())).toBeUndefined();
    expect(numberOf(await keepCheck(await checkOf(501)))).toBe(501);
  });

  test('a number beyond its four bytes is not taken for the one that was signed', async () => {
    const signed = await checkOf(500);
    lay({ ...signed, list: { ...signed.list!, number: 500 + 2 ** 32 } });
    expect(numberOf(await keptCheck())).toBeUndefined();
    expect(numberOf(await keepCheck(await checkOf(501)))).toBe(501);
  });

  test('goes when the key it was signed with is given up', async () => {
    await keepCheck(await checkOf(500));
    const broken = { ...(await checkOf(400)), keys: keys(true), list: null };
    expect(numberOf(await keepCheck(broken))).toBeUndefined();
  });
});

describe('whatever else lies on the phone', () => {
  test.each([
    ['nothing', null],
    ['a number', 7],
    ['no keys', { province: { code: 22, name: 'Quảng Ninh' } }],
    ['keys that are no list', { province: { code: 22, name: 'Quảng Ninh' }, keys: 'x', list: null }],
    ['no province', { keys: [], list: null }],
  ])('%s is like a phone that has kept none', async (_, value) => {
    lay(value);
    expect(await keptCheck()).toBeUndefined();
    expect(numberOf(await keepCheck(await checkOf(3)))).toBe(3);
  });

  test('text that is no JSON is so too', async () => {
    shelf.set('lienket.card-check', '{"province":');
    expect(await keptCheck()).toBeUndefined();
  });

  test('keys that are no keys have signed nothing, and the page goes on', async () => {
    const sound = await checkOf(5);
    for (const strange of ['', 'AAAA', '!!', publicKey.slice(4), `${publicKey}AAAA`]) {
      const check = { ...sound, keys: [{ number: 1, publicKey: strange, broken: false }] };
      expect(await soundList(check)).toBeUndefined();
      expect(await isSignedBy(strange, new Uint8Array(3), new Uint8Array(64))).toBe(false);
    }
    const read = readCheck({
      ...sound,
      keys: [null, 4, { number: 1 }, { number: 2, publicKey: 'AAAA', broken: false }],
    });
    expect(read?.keys).toEqual([]);
    expect(readCheck({ ...sound, list: { ...sound.list!, day: 'mai' } })?.list).toBeNull();
  });
});
