import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, day, today } from '#kernel/day.ts';
import { newId, type MemberId } from '#kernel/id.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { consentTexts, consentVersions, currentConsent } from './consent.ts';
import { listConsents, recordConsent, withdrawConsent } from './consent.wire.ts';
import { registry, usePersonalKeys } from './index.ts';
import { correctMember, eraseMember, getMember, recordMember } from './member.wire.ts';
import { changeMemberAccount, exportDataProtection, exportPersonalCopy } from './personal-request.wire.ts';
import { damHa, examples, saveExamples, vanDon } from './registry.example.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const { cooperative: organisation } = examples;
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation }));
const person = await signedIn(here, { role: 'organisation-member', organisation });
const own = as(person);
const other = as(await signedIn(here, { role: 'organisation-member', organisation }));
const officer = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const elsewhere = as(await signedIn(here, { role: 'commune-officer', unit: vanDon }));

beforeAll(() => saveExamples(here.owner));

const consent = { way: 'paper' as const, givenOn: day('2025-01-15'), document: 'Đơn đồng ý 01' };
const given = (more: object = {}) => ({
  id: newId<MemberId>(),
  organisation,
  standing: 'official-both' as const,
  name: 'Hoàng Thị Sen',
  joinedOn: day('2025-02-01'),
  contributedVnd: 1_000_000,
  ...more,
});
const joined = async (more: object = {}): Promise<MemberId> => {
  const input = given(more);
  expect((await manager(recordMember, input)).body).toEqual({ version: 1 });
  return input.id;
};
const kept = async (member: MemberId) => (await manager(getMember, { member })).body;

describe('what no law demands', () => {
  test('is written down only with a consent, of a day that has been, with its paper', async () => {
    const refused = async (more: object) => (await manager(recordMember, given(more))).body.obstacles;
    for (const told of [{ phone: '0912 000 333' }, { sex: 'female' }, { hamlet: 'Thôn 4' }])
      expect(await refused(told)).toEqual(['consent-missing']);
    expect(await refused({ phone: '0912 000 333', consent: { ...consent, document: undefined } })).toEqual([
      'consent-without-paper',
    ]);
    expect(await refused({ phone: '0912 000 333', consent: { ...consent, givenOn: addDays(today(), 2) } })).toEqual([
      'consent-in-future',
    ]);
    await joined();
  });

  test('has who, when, how and which words on record; told anew it asks again only where nobody agreed', async () => {
    const member = await joined({ phone: '0912 000 333', sex: 'female', consent });
    const { items, missing } = (await manager(listConsents, { member })).body;
    expect(missing).toEqual([]);
    expect(items.map(({ field }) => field).toSorted()).toEqual(['phone', 'sex']);
    expect(items[0]).toMatchObject({
      way: 'paper',
      givenOn: '2025-01-15',
      document: 'Đơn đồng ý 01',
      text: currentConsent,
      recordedBy: expect.stringContaining('Person'),
      withdrawnOn: null,
    });
    const correct = (version: number, more: object) =>
      manager(correctMember, { member, version, reason: 'đổi số', ...more });
    expect((await correct(1, { phone: '0912 000 444' })).body).toEqual({ version: 2 });
    expect((await correct(2, { hamlet: 'Thôn 9' })).body.obstacles).toEqual(['consent-missing']);
    expect(
      (await correct(2, { hamlet: 'Thôn 9', consent: { way: 'spoken', givenOn: day('2025-03-01') } })).body,
    ).toEqual({
      version: 3,
    });
    expect((await manager(listConsents, { member })).body.items).toHaveLength(3);
  });

  test('is erased when the member takes the consent back, with an entry, and asks anew', async () => {
    const member = await joined({ phone: '0912 000 333', hamlet: 'Thôn 4', consent });
    await manager(changeMemberAccount, { member, account: person.account });
    for (const ask of [other, elsewhere]) {
      expect((await ask(withdrawConsent, { member, fields: ['phone'] })).status).toBe(403);
      expect((await ask(listConsents, { member })).status).toBe(403);
    }
    expect((await own(recordConsent, { member, fields: ['phone'], ...consent })).status).toBe(403);
    expect((await own(withdrawConsent, { member, fields: ['phone'] })).status).toBe(200);
    const row = await kept(member);
    expect(row).toMatchObject({ phone: null, hamlet: 'Thôn 4' });
    expect(row.entries.at(-1)).toMatchObject({ kind: 'consent-withdrawn', fields: ['phone'] });
    const { items, may } = (await own(listConsents, { member })).body;
    expect(may).toEqual({ record: false, withdraw: true });
    expect(items.find(({ field }) => field === 'phone')?.withdrawnOn).not.toBeNull();
    expect((await own(withdrawConsent, { member, fields: ['phone'] })).body.obstacles).toEqual(['consent-not-given']);
    const again = { member, version: row.version, reason: 'ghi lại', phone: '0912 000 555' };
    expect((await manager(correctMember, again)).body.obstacles).toEqual(['consent-missing']);
    expect((await manager(correctMember, { ...again, consent })).status).toBe(200);
  });

  test('kept from before, it is told as missing, and is agreed to or erased', async () => {
    const member = await joined();
    await here.owner(`update registry.member set phone = '0912 000 777', sex = 'female' where id = $1`, [member]);
    const list = async () => (await officer(listConsents, { member })).body;
    expect((await list()).missing).toEqual(['sex', 'phone']);
    expect((await officer(recordConsent, { member, fields: ['hamlet'], ...consent })).body.obstacles).toEqual([
      'consent-without-value',
    ]);
    expect((await officer(recordConsent, { member, fields: ['phone'], ...consent })).status).toBe(200);
    expect((await list()).missing).toEqual(['sex']);
    expect((await officer(withdrawConsent, { member, fields: ['sex'] })).status).toBe(200);
    expect((await list()).missing).toEqual([]);
    expect(await kept(member)).toMatchObject({ phone: '0912 000 777', sex: null });
  });

  test('of an erased member the consent stays without what its paper said', async () => {
    const member = await joined({ phone: '0912 000 333', consent });
    await manager(eraseMember, { member, version: 1, reason: 'theo yêu cầu' });
    const { items, may } = (await manager(listConsents, { member })).body;
    expect(items).toMatchObject([{ field: 'phone', document: '–––' }]);
    expect(may).toEqual({ record: false, withdraw: false });
    expect((await manager(withdrawConsent, { member, fields: ['phone'] })).body.obstacles).toEqual(['erased']);
  });

  test('stands in the copy of one’s data and, by number, in the data-protection file', async () => {
    const member = await joined({ phone: '0912 000 333', consent });
    for (const reply of [
      await manager(exportPersonalCopy, { member }),
      await manager(exportDataProtection, { organisation }),
    ]) {
      expect(reply.status).toBe(200);
      expect(reply.raw.subarray(0, 5).toString()).toBe('%PDF-');
    }
  });
});

test('the words of every version are there in each language', () => {
  for (const version of consentVersions)
    for (const language of ['vi', 'en', 'th'] as const)
      expect(consentTexts[version][language].length).toBeGreaterThan(100);
});
