import type { Role } from '#kernel/actor.ts';
import { newId, type MemberId } from '#kernel/id.ts';
import type { LookId } from '#contexts/registry/member.wire.ts';
import {
  changeMemberAccount,
  recordPersonalRequest,
  type PersonalRequestId,
} from '#contexts/registry/personal-request.wire.ts';
import { recordSensitive, recordSensitiveLook, type SensitiveId } from '#contexts/registry/sensitive.wire.ts';
import { recordUnitClass, type UnitClassId } from '#contexts/registry/unit-class.wire.ts';
import { units, type AccessWorld, type Asker, type Cases, type Side } from './access.world.ts';

const lookers: readonly Role[] = ['provincial-officer', 'commune-officer', 'organisation-manager'];

async function rowsOf({ people, done }: AccessWorld, side: Side, member: MemberId) {
  const manager = people[side]['organisation-manager'];
  const sensitive = newId<SensitiveId>();
  await done(manager, recordSensitive, {
    id: sensitive,
    member,
    field: 'ethnicity',
    ethnicity: '09',
    basis: 'consent',
    document: 'Phiếu đồng ý 1',
    purpose: 'tỷ lệ thành viên dân tộc thiểu số',
  });
  const looks = new Map<Asker, LookId>();
  for (const role of lookers) {
    const id = newId<LookId>();
    await done(people[side][role], recordSensitiveLook, { id, member, field: 'ethnicity', purpose: 'xét hỗ trợ' });
    looks.set(role, id);
  }
  const person = people[side]['organisation-member'];
  await done(manager, changeMemberAccount, { member, account: person.account });
  const request = newId<PersonalRequestId>();
  await done(person, recordPersonalRequest, { id: request, member, kind: 'correct', wish: 'Sửa năm sinh' });
  const unitClass = newId<UnitClassId>();
  await done(people[side]['provincial-officer'], recordUnitClass, {
    id: unitClass,
    unit: units[side],
    class: 'mountain',
    from: '2025-07-01',
    source: 'Quyết định thử',
  });
  return { sensitive, looks, request, unitClass };
}

/** What is kept of members beside their row, and what they may ask about it. */
export async function memberDataCases(world: AccessWorld, members: Readonly<Record<Side, MemberId>>): Promise<Cases> {
  const rows = {
    own: await rowsOf(world, 'own', members.own),
    foreign: await rowsOf(world, 'foreign', members.foreign),
  };
  const member = (side: Side) => ({ member: members[side] });
  const organisation = (side: Side) => ({ organisation: world.organisations[side].cooperative });
  return {
    'registry.sensitive.record': (side) => ({
      id: newId(),
      ...member(side),
      field: 'poverty',
      poverty: { state: 'poor', year: 2026, decision: 'QĐ 1' },
      basis: 'statute',
      document: 'Quyết định 1',
      purpose: 'xét hỗ trợ',
    }),
    'registry.member-consent.record': (side) => ({
      ...member(side),
      fields: ['phone'],
      way: 'spoken',
      givenOn: '2026-01-01',
    }),
    'registry.member-consent.list': member,
    'registry.member-consent.withdraw': (side) => ({ ...member(side), fields: ['hamlet'] }),
    'registry.sensitive.list': member,
    'registry.sensitive-look.record': (side) => ({
      id: newId(),
      ...member(side),
      field: 'ethnicity',
      purpose: 'xét hỗ trợ',
    }),
    'registry.sensitive.get': (side, asker) => ({
      look: rows[side].looks.get(lookers.includes(asker as Role) ? asker : 'organisation-manager')!,
    }),
    'registry.sensitive.withdraw': (side) => ({
      id: rows[side].sensitive,
      withdrawnOn: '2026-11-01',
      reason: 'theo yêu cầu',
    }),
    'registry.sensitive-count.get': (side) => ({ ...organisation(side), field: 'ethnicity' }),
    'registry.membership.list': () => ({}),
    'registry.member-account.change': (side) => ({ ...member(side), account: null }),
    'registry.personal-request.record': (side) => ({
      id: newId(),
      ...member(side),
      kind: 'other',
      wish: 'Cho tôi biết',
    }),
    'registry.personal-request.list': organisation,
    'registry.personal-request.decide': (side) => ({ request: rows[side].request, outcome: 'done', answer: 'Đã sửa' }),
    'registry.personal-copy.export': member,
    'registry.data-protection.export': organisation,
    'registry.retention.list': organisation,
    'registry.unit-class.list': () => ({}),
    'registry.unit-class.record': (side) => ({
      id: newId(),
      unit: units[side],
      class: 'difficult-1',
      from: '2025-07-01',
      source: 'Quyết định thử',
    }),
    'registry.unit-class.close': (side) => ({ id: rows[side].unitClass, until: '2026-06-01' }),
  };
}
