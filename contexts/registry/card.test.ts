import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, day } from '#kernel/day.ts';
import {
  bytesOfCode,
  cardMessage,
  cardText,
  codeOf,
  isListed,
  packedHashes,
  readCard,
  shownCode,
  type CardFields,
} from './card-code.ts';
import { cardKey, isSigned, revocationHash, signed, useCardSecret } from './card.cipher.ts';
import { cardCautions, cardTroubles } from './card-check.ts';
import { cardState, expiryObstacles, issuingObstacles } from './card.ts';

const secret = createHash('sha256').update('a secret of tests').digest();
beforeAll(() => useCardSecret(secret));

const today = day('2026-11-23');
const fields: CardFields = {
  province: 22,
  key: 1,
  code: codeOf(new Uint8Array(10).fill(7)),
  expiresOn: day('2027-11-30'),
};
const cardOf = (given: CardFields, key = cardKey(given.province, given.key)): string =>
  cardText(given, signed(cardMessage(given), key));

/** As a device does: the key it knows, the list it has. */
function checked(text: string, more: { today?: typeof today; listDay?: typeof today; listed?: boolean } = {}) {
  const read = readCard(text);
  const known = read?.fields.key === 1 ? cardKey(22, 1) : undefined;
  return cardTroubles({
    fields: read?.fields,
    province: 22,
    key: known && { broken: false },
    signed: known !== undefined && isSigned(cardMessage(read!.fields), known.publicKey, read!.signature),
    listed: false,
    today,
    listDay: null,
    ...more,
  });
}

describe('a card', () => {
  test('says what was put in, in 106 characters', () => {
    const text = cardOf(fields);
    expect(text).toMatch(/^[\w-]{106}$/);
    expect(readCard(text)?.fields).toEqual(fields);
    expect(checked(text)).toEqual([]);
  });

  test('any code of 80 bits comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        expect([...bytesOfCode(codeOf(bytes))]).toEqual([...bytes]);
      }),
    );
  });

  test('tampered with in any single bit is refused', () => {
    const text = Buffer.from(cardOf(fields), 'base64url');
    for (let bit = 0; bit < text.length * 8; bit += 1) {
      const other = Buffer.from(text);
      other[bit >> 3]! ^= 1 << (bit & 7);
      expect(checked(other.toString('base64url')), `bit ${bit}`).not.toEqual([]);
    }
  });

  test('cut short, lengthened or written otherwise is no card', () => {
    const text = cardOf(fields);
    for (const other of [text.slice(1), `${text}A`, `${text}=`, text.replace(/.$/, 'é'), '', 'x'.repeat(106)])
      expect(checked(other)).toEqual(['malformed']);
  });

  test('of another province is of another province, though it be signed', () => {
    expect(checked(cardOf({ ...fields, province: 31 }))).toEqual(['other-province']);
    // And one that only says it is ours, signed with the other's key.
    expect(checked(cardOf(fields, cardKey(31, 1)))).toEqual(['forged']);
    expect(checked(cardOf(fields, cardKey(22, 2)))).toEqual(['forged']);
    expect(checked(cardOf({ ...fields, key: 9 }))).toEqual(['unknown-key']);
  });

  test('counts on its last day, and not after; a clock that is behind does not make it young', () => {
    const text = cardOf({ ...fields, expiresOn: today });
    expect(checked(text)).toEqual([]);
    expect(checked(text, { today: addDays(today, 1) })).toEqual(['expired']);
    expect(checked(text, { today: day('2020-01-01'), listDay: addDays(today, 1) })).toEqual(['expired']);
    expect(checked(text, { listed: true, today: addDays(today, 1) })).toEqual(['expired', 'revoked']);
  });

  test('is read out in groups of four', () => {
    expect(shownCode('0123456789ABCDEF')).toBe('0123 4567 89AB CDEF');
  });
});

describe('the keys', () => {
  test('are the same at every start, and others by province, number and secret', () => {
    const first = cardKey(22, 1).publicKey;
    expect(cardKey(22, 1).publicKey.equals(first)).toBe(true);
    expect(cardKey(22, 2).publicKey.equals(first)).toBe(false);
    expect(cardKey(31, 1).publicKey.equals(first)).toBe(false);
    useCardSecret(randomBytes(32));
    expect(cardKey(22, 1).publicKey.equals(first)).toBe(false);
    useCardSecret(secret);
  });

  test('are what browsers take: a raw point of 65 bytes and a signature of 64', async () => {
    const { publicKey } = cardKey(22, 1);
    const key = await crypto.subtle.importKey(
      'raw',
      new Uint8Array(publicKey),
      { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['verify'],
    );
    const read = readCard(cardOf(fields))!;
    const by = { name: 'ECDSA', hash: 'SHA-256' };
    expect(await crypto.subtle.verify(by, key, read.signature, cardMessage(read.fields))).toBe(true);
  });
});

describe('the list of revoked cards', () => {
  const codes = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) =>
      codeOf(
        createHash('sha256')
          .update(`card ${from + at}`)
          .digest()
          .subarray(0, 10),
      ),
    );

  test('has every revoked card in it, in 4 bytes each', () => {
    const revoked = codes(0, 2_000);
    const hashes = packedHashes(revoked.map((code) => revocationHash(5, code)));
    expect(hashes).toHaveLength(8_000);
    expect(revoked.every((code) => isListed({ hashes }, revocationHash(5, code)))).toBe(true);
  });

  // 2,000 of 2^32: one good card in two million is wrongly listed, and in the next list another one.
  test('takes almost no good card for a revoked one, and none twice', () => {
    const lists = [5, 6].map((list) => ({
      list,
      hashes: packedHashes(codes(0, 2_000).map((code) => revocationHash(list, code))),
    }));
    const wrong = lists.map(({ list, hashes }) =>
      codes(10_000, 20_000).filter((code) => isListed({ hashes }, revocationHash(list, code))),
    );
    expect(wrong[0]!.length + wrong[1]!.length).toBeLessThanOrEqual(1);
    expect(wrong[0]!.filter((code) => wrong[1]!.includes(code))).toEqual([]);
  });

  test('an empty one lists nothing', () => {
    expect(isListed({ hashes: packedHashes([]) }, 0)).toBe(false);
  });

  test('says how old it is', () => {
    expect(cardCautions(null, today)).toEqual(['no-list']);
    expect(cardCautions(addDays(today, -7), today)).toEqual([]);
    expect(cardCautions(addDays(today, -8), today)).toEqual(['old-list']);
    expect(cardCautions(addDays(today, 1), today)).toEqual(['clock-behind']);
  });
});

describe('handing out', () => {
  const member = { party: 'person', erased: false, leftOn: null, validUntil: null };
  test('to a member who has none, or whose card is about to run out', () => {
    expect(issuingObstacles(member, today)).toEqual([]);
    expect(issuingObstacles({ ...member, validUntil: addDays(today, 60) }, today)).toEqual([]);
    expect(issuingObstacles({ ...member, validUntil: addDays(today, 61) }, today)).toEqual(['has-card']);
  });

  test('all reasons at once', () => {
    expect(
      issuingObstacles({ party: 'legal-person', erased: true, leftOn: today, validUntil: day('2028-01-01') }, today),
    ).toEqual(['left', 'erased', 'no-person', 'has-card']);
    expect(expiryObstacles(today, today)).toEqual(['expires-in-the-past']);
    expect(expiryObstacles(day('2029-11-23'), today)).toEqual([]);
    expect(expiryObstacles(day('2029-11-24'), today)).toEqual(['expires-too-late']);
  });

  test('a card is revoked before it is anything else', () => {
    const row = { expiresOn: day('2026-01-01'), revokedOn: null, memberEnded: false };
    expect(cardState(row, today)).toBe('expired');
    expect(cardState({ ...row, memberEnded: true }, today)).toBe('ended');
    expect(cardState({ ...row, memberEnded: true, revokedOn: today }, today)).toBe('revoked');
    expect(cardState({ ...row, expiresOn: today }, today)).toBe('valid');
  });
});
