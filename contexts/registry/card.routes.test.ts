import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, day, today } from '#kernel/day.ts';
import { newId, type MemberId } from '#kernel/id.ts';
import { otherProvince, signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { cardMessage, cardText, fromBase64Url, isListed, listMessage, type CardFields } from './card-code.ts';
import { cardKey, isSigned, revocationHash, signed } from './card.cipher.ts';
import {
  changeCardKey,
  exportCards,
  getCardCheck,
  listCardKeys,
  listCards,
  recordCards,
  revokeCard,
  verifyCard,
} from './card.wire.ts';
import { registry, useCardSecret } from './index.ts';
import { closeMembership, eraseMember, listMemberExports, recordMember } from './member.wire.ts';
import { damHa, examples, saveExamples } from './registry.example.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
const { cooperative, neighbour } = examples;
useCardSecret(randomBytes(32));

const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: cooperative }));
const memberOf = as(await signedIn(here, { role: 'organisation-member', organisation: cooperative }));
const stranger_ = as(await signedIn(here, { role: 'organisation-manager', organisation: neighbour }));
const officer = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const administrator = as(await signedIn(here, { role: 'administrator' }));
const nobody = as(stranger);
const expiresOn = addDays(today(), 365);

beforeAll(() => saveExamples(here.owner));

async function joined(name: string): Promise<MemberId> {
  const id = newId<MemberId>();
  const given = { id, organisation: cooperative, standing: 'associate' as const, name, joinedOn: day('2025-01-01') };
  expect((await manager(recordMember, given)).status).toBe(200);
  return id;
}

/** The card as its paper has it. */
async function cardOf(member: MemberId) {
  const { body } = await manager(recordCards, { organisation: cooperative, members: [member], expiresOn });
  const [row] = await here.owner<{ code: string; key_number: number }>(
    'select code, key_number from registry.member_card where id = $1',
    [body.issued[0]!.card],
  );
  const fields: CardFields = { province: 22, key: row!.key_number, code: row!.code, expiresOn };
  return {
    id: body.issued[0]!.card,
    code: row!.code,
    fields,
    text: cardText(fields, signed(cardMessage(fields), cardKey(22, fields.key))),
  };
}

const troublesOf = async (text: string) => (await nobody(verifyCard, { card: text })).body.troubles;

describe('a card', () => {
  test('names the organisation to everybody, the member to who may see the name, and nothing else', async () => {
    const card = await cardOf(await joined('Lỷ A Phúc'));
    const seen = async (ask: typeof nobody) => (await ask(verifyCard, { card: card.text })).body;
    for (const ask of [manager, memberOf, officer])
      expect(await seen(ask)).toMatchObject({ troubles: [], member: { name: 'Lỷ A Phúc' } });
    for (const ask of [nobody, stranger_])
      expect(await seen(ask)).toMatchObject({
        troubles: [],
        member: null,
        organisation: { id: cooperative },
        expiresOn,
      });
  });

  test('signed by another, or with a code never handed out, is forged', async () => {
    const { fields } = await cardOf(await joined('Lỷ A Thật'));
    const other = { ...fields, code: '0000000000000000' };
    expect(await troublesOf(cardText(fields, signed(cardMessage(fields), cardKey(31, 1))))).toEqual(['forged']);
    expect(await troublesOf(cardText(other, signed(cardMessage(other), cardKey(22, other.key))))).toEqual(['forged']);
    expect(await troublesOf('không phải thẻ')).toEqual(['malformed']);
  });

  test('of another province is not asked about here', async () => {
    const { text } = await cardOf(await joined('Lỷ A Xa'));
    const { body } = await nobody(verifyCard, { card: text }, { province: otherProvince });
    expect(body).toMatchObject({ troubles: ['other-province'], organisation: null });
  });

  test('lost is revoked, and a new one handed out; a second one at once is not', async () => {
    const member = await joined('Lỷ A Mất');
    const card = await cardOf(member);
    const again = { organisation: cooperative, members: [member], expiresOn };
    expect((await manager(recordCards, again)).body).toEqual({
      issued: [],
      left: [{ member, obstacles: ['has-card'] }],
    });
    expect((await stranger_(revokeCard, { card: card.id, reason: 'lost' })).status).toBe(403);
    expect((await manager(revokeCard, { card: card.id, reason: 'lost' })).status).toBe(200);
    expect((await manager(revokeCard, { card: card.id, reason: 'lost' })).body['obstacles']).toEqual([
      'revoked-already',
    ]);
    expect(await troublesOf(card.text)).toEqual(['revoked']);
    expect((await manager(recordCards, again)).body.issued).toHaveLength(1);
  });

  test('goes with the membership, by leaving and by erasure', async () => {
    const [leaver, erased] = [await joined('Lỷ A Ra'), await joined('Lỷ A Xóa')];
    const cards = [await cardOf(leaver), await cardOf(erased)];
    await manager(closeMembership, { member: leaver, version: 1, leftOn: today() });
    await manager(eraseMember, { member: erased, version: 1, reason: 'theo yêu cầu' });
    for (const { text } of cards) expect(await troublesOf(text)).toEqual(['revoked']);
    expect((await nobody(verifyCard, { card: cards[1]!.text })).body.member).toBeNull();
  });
});

describe('the list for devices without a network', () => {
  test('holds what was revoked, signed, and nobody’s name', async () => {
    const [good, lost] = [await cardOf(await joined('Tằng Còn')), await cardOf(await joined('Tằng Mất'))];
    await manager(revokeCard, { card: lost.id, reason: 'lost' });
    const { body } = await nobody(getCardCheck, {});
    const list = body.list!;
    const hashes = fromBase64Url(list.hashes)!;
    expect(isListed({ hashes }, revocationHash(list.number, lost.code))).toBe(true);
    expect(isListed({ hashes }, revocationHash(list.number, good.code))).toBe(false);
    const key = fromBase64Url(body.keys.find(({ number }) => number === list.key)!.publicKey)!;
    const message = listMessage({ province: 22, ...list, hashes });
    expect(isSigned(message, key, fromBase64Url(list.signature)!)).toBe(true);
    expect(
      isSigned(listMessage({ province: 22, ...list, hashes: hashes.slice(4) }), key, fromBase64Url(list.signature)!),
    ).toBe(false);
    expect(JSON.stringify(body)).not.toMatch(/Tằng/);
  });
});

describe('the sheet', () => {
  test('is printed for who keeps the list, and holds cards that count only', async () => {
    const [card, none] = [await joined('Hoàng Có Thẻ'), await joined('Hoàng Không Thẻ')];
    await cardOf(card);
    const sheet = await manager(exportCards, { organisation: cooperative, members: [card, none] });
    expect(sheet.raw.subarray(0, 5).toString()).toBe('%PDF-');
    const taken = (await manager(listMemberExports, { organisation: cooperative })).body.items;
    expect(taken.map(({ format, rows }) => [format, rows])).toEqual([['pdf', 1]]);
    expect((await manager(exportCards, { organisation: cooperative, members: [none] })).body.code).toBe(
      'registry.card.none-valid',
    );
    expect((await memberOf(exportCards, { organisation: cooperative, members: [card] })).status).toBe(403);
    const listed = async (cards: 'valid' | 'missing') =>
      (await manager(listCards, { organisation: cooperative, cards, size: 200 })).body.items.map(({ id }) => id);
    expect(await listed('valid')).toContain(card);
    expect(await listed('missing')).toContain(none);
    expect(await listed('missing')).not.toContain(card);
  });
});

describe('another key', () => {
  test('begins by the administrator alone; cards of the one before go on counting', async () => {
    const card = await cardOf(await joined('Voòng Khóa Cũ'));
    expect((await manager(changeCardKey, { broken: false, reason: 'đổi định kỳ' })).status).toBe(403);
    const { body } = await administrator(changeCardKey, { broken: false, reason: 'đổi định kỳ' });
    expect(body.number).toBe(card.fields.key + 1);
    expect(await troublesOf(card.text)).toEqual([]);
    expect((await cardOf(await joined('Voòng Khóa Mới'))).fields.key).toBe(body.number);
  });

  test('a broken one takes its cards with it', async () => {
    const card = await cardOf(await joined('Voòng Khóa Lộ'));
    await administrator(changeCardKey, { broken: true, reason: 'mất bản sao lưu' });
    expect(await troublesOf(card.text)).toEqual(['broken-key']);
    expect(
      (await administrator(listCardKeys, {})).body.items.find(({ number }) => number === card.fields.key),
    ).toMatchObject({
      broken: true,
      reason: 'mất bản sao lưu',
    });
  });

  test('a lost secret begins another number, and prints no card it cannot sign', async () => {
    const member = await joined('Voòng Bí Mật');
    const before = await cardOf(member);
    useCardSecret(randomBytes(32));
    expect((await manager(exportCards, { organisation: cooperative, members: [member] })).body.code).toBe(
      'registry.card.key-lost',
    );
    expect((await nobody(getCardCheck, {})).body.list).toBeNull();
    expect(await troublesOf(before.text)).toEqual([]);
    expect((await cardOf(await joined('Voòng Làm Lại'))).fields.key).toBe(before.fields.key + 1);
  });
});
