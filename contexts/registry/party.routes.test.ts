import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { newId, type MemberId } from '#kernel/id.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { registry, usePersonalKeys } from './index.ts';
import { correctMember, eraseMember, getMember, listMembers, recordMember } from './member.wire.ts';
import {
  eraseMemberRepresentative,
  recordGuardian,
  recordMemberRepresentative,
  type MemberRepresentativeId,
} from './party.wire.ts';
import { examples, saveExamples } from './registry.example.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
const { cooperative, neighbour, farm } = examples;
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: cooperative }));
const memberOf = as(await signedIn(here, { role: 'organisation-member', organisation: cooperative }));
const auditor = as(await signedIn(here, { role: 'auditor' }));

beforeAll(() => saveExamples(here.owner));

const associate = (more: Record<string, unknown> = {}) => ({
  id: newId<MemberId>(),
  organisation: cooperative,
  standing: 'associate' as const,
  name: 'Hộ ông Chìu A Tài',
  joinedOn: day('2025-05-01'),
  ...more,
});
const mother = {
  name: 'Tằng Thị Mẹ',
  relation: 'mẹ',
  phone: '0912 000 111',
  document: 'Giấy đồng ý số 3',
  consentedOn: day('2025-04-20'),
};

async function recorded(more: Record<string, unknown>): Promise<MemberId> {
  const input = associate(more);
  const { status, body } = await manager(recordMember, input);
  expect(body.code).toBeUndefined();
  expect(status).toBe(200);
  return input.id;
}
const obstaclesOf = async (more: Record<string, unknown>) =>
  (await manager(recordMember, associate(more))).body['obstacles'];

describe('a household', () => {
  test('is a member by a representative, who changes by an entry; the one before can be erased', async () => {
    const member = await recorded({ party: 'household', representative: { name: 'Chìu A Tài', relation: 'chủ hộ' } });
    const next = { id: newId<MemberRepresentativeId>(), member, name: 'Chìu Thị Sáu', from: day('2026-01-01') };
    expect((await manager(recordMemberRepresentative, next)).status).toBe(200);
    const { body } = await manager(getMember, { member });
    expect(body.representatives).toMatchObject([
      { name: 'Chìu Thị Sáu', from: '2026-01-01', until: null },
      { name: 'Chìu A Tài', relation: 'chủ hộ', from: '2025-05-01', until: '2025-12-31' },
    ]);
    expect(body.entries.map(({ kind }) => kind)).toEqual(['recorded', 'represented']);

    const [present, former] = body.representatives;
    const erase = (representative: MemberRepresentativeId) =>
      manager(eraseMemberRepresentative, { representative, reason: 'theo yêu cầu' });
    expect((await erase(present!.id)).body['obstacles']).toEqual(['in-office']);
    expect((await erase(former!.id)).status).toBe(200);
    expect((await manager(getMember, { member })).body.representatives[1]).toMatchObject({ name: null, erased: true });
  });

  test('shows its representative to the other members, by name only; to an auditor not', async () => {
    const member = await recorded({
      party: 'household',
      representative: { name: 'Voòng A Pẩu', phone: '0912 999 888' },
    });
    const seen = async (ask: typeof manager) =>
      (await ask(listMembers, { organisation: cooperative, size: 100 })).body.items.find(({ id }) => id === member)!
        .representative;
    expect(await seen(manager)).toBe('Voòng A Pẩu');
    expect(await seen(memberOf)).toBe('Voòng A Pẩu');
    expect(await seen(auditor)).toBeNull();
    expect((await memberOf(getMember, { member })).body.representatives).toEqual([]);
  });

  test('cannot be recorded without, nor with an organisation of the register', async () => {
    expect(await obstaclesOf({ party: 'household', partyOrganisation: neighbour })).toEqual(['party-is-a-person']);
    expect(await obstaclesOf({ party: 'household' })).toEqual(['representative-missing']);
  });
});

describe('an organisation', () => {
  test('is a member under its own name in the register', async () => {
    const member = await recorded({ party: 'legal-person', partyOrganisation: neighbour, name: 'HTX bên cạnh' });
    expect((await manager(getMember, { member })).body.partyName).toBeTruthy();
    expect(await obstaclesOf({ party: 'legal-person' })).toEqual(['party-unnamed']);
    expect(await obstaclesOf({ party: 'legal-person', partyOrganisation: farm })).toEqual(['party-of-other-kind']);
    expect(await obstaclesOf({ party: 'group', partyOrganisation: cooperative })).toEqual(['party-is-itself']);
  });
});

describe('somebody of 15 to 17', () => {
  beforeAll(() =>
    here.owner(`insert into reference.parameter (key, valid_from, value, source, verified) values
      ('member.minAge.official', '2024-07-01', '18', 'test', true),
      ('member.minAge.associateWithoutCapital', '2024-07-01', '15', 'test', true) on conflict do nothing`),
  );

  test('joins as an associate without capital, with a guardian and the paper', async () => {
    const young = { name: 'Chìu A Sinh', birthDay: '2010-04-30' };
    expect(await obstaclesOf(young)).toEqual(['guardian-missing']);
    expect(
      await obstaclesOf({ ...young, guardian: mother, standing: 'official-use', contributedVnd: 1_000_000 }),
    ).toEqual(['too-young']);
    expect(await obstaclesOf({ ...young, birthDay: '2010-05-02', guardian: mother })).toEqual(['too-young']);
    const member = await recorded({ ...young, guardian: mother });
    const { body } = await manager(getMember, { member });
    expect(body).toMatchObject({ birthYear: 2010, birthDay: '2010-04-30', guardian: mother, may: { guard: true } });
    expect((await memberOf(getMember, { member })).body.guardian).toBeNull();
    expect(await here.owner(`select from platform.audit where input::text like '%Tằng Thị Mẹ%'`)).toEqual([]);
  });

  test('once of age nobody is shown who the guardian was, and none is recorded', async () => {
    const member = await recorded({ name: 'Lý Văn Lớn', birthDay: '2008-01-15', guardian: mother });
    const { body } = await manager(getMember, { member });
    expect(body).toMatchObject({ guardian: null, may: { guard: false } });
    expect((await manager(recordGuardian, { member, ...mother })).body['obstacles']).toEqual(['guardian-of-an-adult']);
  });

  test('another guardian takes the place of the first; erasing the member erases them', async () => {
    const member = await recorded({ name: 'Bàn Văn Út', birthDay: '2010-02-01', guardian: mother });
    expect((await manager(recordGuardian, { member, ...mother, name: 'Bàn Văn Ông', relation: 'ông' })).status).toBe(
      200,
    );
    expect((await manager(getMember, { member })).body.guardian).toMatchObject({
      name: 'Bàn Văn Ông',
      relation: 'ông',
    });
    await manager(eraseMember, { member, version: 1, reason: 'theo yêu cầu' });
    const [row] = await here.owner(
      'select name, relation, phone, document from registry.guardian where member_id = $1',
      [member],
    );
    expect(row).toEqual({ name: null, relation: null, phone: null, document: null });
    expect((await manager(getMember, { member })).body).toMatchObject({ guardian: null, birthDay: null });
  });

  test('a corrected birth that makes a minor of an adult asks for a guardian first', async () => {
    const member = await recorded({ name: 'Lê Văn Nhầm', birthYear: 1990 });
    const given = { member, version: 1, reason: 'ghi nhầm', birthDay: day('2009-03-01') };
    expect((await manager(correctMember, given)).body['obstacles']).toEqual(['guardian-missing']);
    expect((await manager(correctMember, { ...given, birthDay: day('1990-03-01') })).status).toBe(200);
    expect((await manager(correctMember, { ...given, version: 2, birthDay: null, birthYear: 1991 })).status).toBe(200);
  });
});
