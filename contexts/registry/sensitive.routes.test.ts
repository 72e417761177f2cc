import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { day, today } from '#kernel/day.ts';
import { newId, type MemberId } from '#kernel/id.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { registry, useCardSecret, usePersonalKeys } from './index.ts';
import { eraseMember, getMember, listLooks, listMemberExports, recordMember, type LookId } from './member.wire.ts';
import {
  changeMemberAccount,
  decidePersonalRequest,
  exportDataProtection,
  exportPersonalCopy,
  listMemberships,
  listPersonalRequests,
  listRetention,
  recordPersonalRequest,
  type PersonalRequestId,
} from './personal-request.wire.ts';
import { examples, saveExamples } from './registry.example.ts';
import {
  countSensitive,
  getSensitive,
  listSensitive,
  recordSensitive,
  recordSensitiveLook,
  withdrawSensitive,
  type SensitiveId,
} from './sensitive.wire.ts';
import { closeUnitClass, listUnitClasses, recordUnitClass, type UnitClassId } from './unit-class.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
const { cooperative, neighbour } = examples;
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
useCardSecret(randomBytes(32));

const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: cooperative }));
const person = await signedIn(here, { role: 'organisation-member', organisation: cooperative });
const memberOf = as(person);
const outsider = await signedIn(here, { role: 'organisation-member', organisation: neighbour });
const officer = as(await signedIn(here, { role: 'provincial-officer' }));

beforeAll(() => saveExamples(here.owner));

async function joined(name: string): Promise<MemberId> {
  const id = newId<MemberId>();
  const given = { id, organisation: cooperative, standing: 'associate' as const, name, joinedOn: day('2025-01-01') };
  expect((await manager(recordMember, given)).status).toBe(200);
  return id;
}
const people = (member: MemberId, ethnicity = '09', more: Record<string, unknown> = {}) => ({
  id: newId<SensitiveId>(),
  member,
  field: 'ethnicity' as const,
  ethnicity,
  basis: 'consent' as const,
  document: 'Phiếu đồng ý số 1',
  purpose: 'tỷ lệ thành viên dân tộc thiểu số',
  ...more,
});

describe('a sensitive value', () => {
  test('is kept encrypted, shown only for a look that the member reads, and to nobody else', async () => {
    const member = await joined('Tằng A Kín');
    await manager(recordSensitive, people(member));
    expect(JSON.stringify((await manager(getMember, { member })).body)).not.toContain('"09"');
    expect(JSON.stringify((await manager(listSensitive, { member })).body)).not.toContain('"09"');
    const look = newId<LookId>();
    await manager(recordSensitiveLook, { id: look, member, field: 'ethnicity', purpose: 'xét hỗ trợ' });
    expect((await manager(getSensitive, { look })).body).toEqual({ ethnicity: '09', poverty: null });
    expect((await officer(getSensitive, { look })).status).toBe(403);
    expect((await manager(listLooks, { member })).body.items).toMatchObject([
      { field: 'ethnicity', way: 'shown', purpose: 'xét hỗ trợ' },
    ]);
    await here.owner(`update registry.personal_look set looked_at = now() - interval '6 minutes' where id = $1`, [
      look,
    ]);
    expect((await manager(getSensitive, { look })).body.code).toBe('registry.national-id.look-over');
    expect(await here.owner(`select from platform.audit where input::text like '%"09"%'`)).toEqual([]);
  });

  test('goes when consent is withdrawn, when another takes its place, and with the member', async () => {
    const member = await joined('Tằng A Rút');
    const [first, second] = [people(member), people(member, '02')];
    await manager(recordSensitive, first);
    await manager(recordSensitive, second);
    const kept = async () =>
      here.owner('select id from registry.member_sensitive where member_id = $1 and value_cipher is not null', [
        member,
      ]);
    expect(await kept()).toEqual([{ id: second.id }]);
    await manager(withdrawSensitive, { id: second.id, withdrawnOn: today(), reason: 'thành viên đề nghị' });
    expect(await kept()).toEqual([]);
    const poor = people(member, '02', {
      field: 'poverty',
      ethnicity: undefined,
      poverty: { state: 'poor', year: 2026, decision: 'QĐ 12' },
      basis: 'statute',
    });
    await manager(recordSensitive, poor);
    expect(
      (await manager(withdrawSensitive, { id: poor.id, withdrawnOn: today(), reason: 'thử' })).body['obstacles'],
    ).toEqual(['not-by-consent']);
    await manager(eraseMember, { member, version: 1, reason: 'theo yêu cầu' });
    expect(await kept()).toEqual([]);
  });

  test('is counted without being opened, and small groups are not told', async () => {
    expect((await manager(countSensitive, { organisation: cooperative, field: 'ethnicity' })).body.least).toBeNull();
    await here.owner(`insert into reference.parameter (key, valid_from, value, source, verified)
      values ('personal.leastGroup', '2020-01-01', '3', 'test', false)`);
    for (const [code, count] of [
      ['01', 4],
      ['18', 3],
      ['03', 1],
    ] as const)
      for (let at = 0; at < count; at += 1)
        await manager(recordSensitive, people(await joined(`Đếm ${code} ${at}`), code));
    const { body } = await manager(countSensitive, { organisation: cooperative, field: 'ethnicity' });
    expect(body).toMatchObject({ least: 3, verified: false });
    expect(body.groups.find(({ code }) => code === '01')?.count).toBe(4);
    expect(body.groups.find(({ code }) => code === '03')?.count).toBeNull();
    expect((await memberOf(countSensitive, { organisation: cooperative, field: 'ethnicity' })).status).toBe(403);
  });
});

describe('a person who is a member', () => {
  test('sees what is kept and who looked, takes a copy, and asks; whoever keeps the list answers', async () => {
    const member = await joined('Phùn A Tôi');
    await manager(recordSensitive, people(member));
    expect((await manager(changeMemberAccount, { member, account: outsider.account })).body['obstacles']).toEqual([
      'not-a-present-role',
    ]);
    expect(
      (await memberOf(recordPersonalRequest, { id: newId<PersonalRequestId>(), member, kind: 'erase', wish: 'Xóa' }))
        .status,
    ).toBe(403);
    await manager(changeMemberAccount, { member, account: person.account });
    const id = newId<PersonalRequestId>();
    expect((await memberOf(recordPersonalRequest, { id, member, kind: 'correct', wish: 'Sửa năm sinh' })).status).toBe(
      200,
    );
    const open = (await manager(listPersonalRequests, { organisation: cooperative })).body.items[0]!;
    expect(open).toMatchObject({ id, kind: 'correct', outcome: null });
    await manager(decidePersonalRequest, { request: id, outcome: 'done', answer: 'Đã sửa theo giấy tờ' });
    const again = { request: id, outcome: 'refused' as const, answer: 'lần nữa' };
    expect((await manager(decidePersonalRequest, again)).body['obstacles']).toEqual(['decided-already']);

    const mine = (await memberOf(listMemberships, {})).body.items.find((one) => one.id === member)!;
    expect(mine).toMatchObject({ name: 'Phùn A Tôi', sensitive: { ethnicity: '09' }, requests: [{ outcome: 'done' }] });
    expect((await as(outsider)(listMemberships, {})).body.items).toEqual([]);
    const copy = await memberOf(exportPersonalCopy, { member });
    expect(copy.raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await memberOf(listLooks, { member })).body.items[0]).toMatchObject({
      field: 'personal-copy',
      way: 'exported',
    });
    // One member's copy is no list taken away.
    expect((await manager(listMemberExports, { organisation: cooperative })).body.items).toEqual([]);
    expect((await as(outsider)(exportPersonalCopy, { member })).status).toBe(403);
  });
});

describe('the data-protection file', () => {
  test('is printed for an organisation by who keeps it, for the province by its officer', async () => {
    const file = await manager(exportDataProtection, { organisation: cooperative });
    expect(file.raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await officer(exportDataProtection, {})).status).toBe(200);
    expect((await manager(exportDataProtection, {})).status).toBe(403);
  });

  test('no period is made up: who is to be erased is listed once one is established', async () => {
    const gone = await joined('Đã Ra Lâu');
    await here.owner(`update registry.member set joined_on = '2010-01-01', left_on = '2015-01-01' where id = $1`, [
      gone,
    ]);
    expect((await manager(listRetention, { organisation: cooperative })).body).toMatchObject({
      years: null,
      items: [],
    });
    await here.owner(`insert into reference.parameter (key, valid_from, value, source, verified)
      values ('member.retentionYears', '2020-01-01', '10', 'test', true)`);
    expect((await manager(listRetention, { organisation: cooperative })).body.items).toMatchObject([
      { id: gone, leftOn: '2015-01-01', until: '2025-01-01' },
    ]);
  });
});

describe('the class of a unit', () => {
  test('holds between days, once at a time, in one difficult area only', async () => {
    const given = (id: UnitClassId, more: Record<string, unknown>) => ({
      id,
      unit: '06895' as never,
      class: 'difficult-1' as const,
      from: day('2025-07-01'),
      source: 'Quyết định 1',
      ...more,
    });
    const first = newId<UnitClassId>();
    expect((await manager(recordUnitClass, given(first, {}))).status).toBe(403);
    expect((await officer(recordUnitClass, given(first, {}))).status).toBe(200);
    expect((await officer(recordUnitClass, given(newId(), {}))).body['obstacles']).toEqual(['has-class-already']);
    expect((await officer(recordUnitClass, given(newId(), { class: 'difficult-3' }))).body['obstacles']).toEqual([
      'one-difficult-area-only',
    ]);
    expect(
      (await officer(recordUnitClass, given(newId(), { class: 'mountain', unit: '99999' }))).body['obstacles'],
    ).toEqual(['unit-unknown']);
    expect((await officer(closeUnitClass, { id: first, until: day('2026-06-30') })).status).toBe(200);
    expect((await officer(recordUnitClass, given(newId(), { class: 'difficult-3', from: '2026-07-01' }))).status).toBe(
      200,
    );
    const on = async (text: string) =>
      (await manager(listUnitClasses, { on: day(text) })).body.items.map((row) => row.class);
    expect(await on('2026-06-30')).toEqual(['difficult-1']);
    expect(await on('2026-07-01')).toEqual(['difficult-3']);
    expect(await on('2025-06-30')).toEqual([]);
  });
});
