import { beforeAll, describe, expect, test } from 'vitest';
import { randomBytes } from 'node:crypto';
import { day } from '#kernel/day.ts';
import { newId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import { confirmListed, signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { listActs, recordAct, type ActId } from './act.wire.ts';
import { foundOrganisation, listLinks, registerFounded } from './founding.wire.ts';
import { registry, usePersonalKeys } from './index.ts';
import { closeMembership, getMember, listMembers, recordMember } from './member.wire.ts';
import { underMinimumSince } from './minimum.ts';
import { changeOrganisation, getOrganisation } from './organisation.wire.ts';
import { damHa, examples, proof, saveExamples, vanDon } from './registry.example.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const { cooperative, neighbour, farm, reported } = examples;
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const otherOfficer = as(await signedIn(here, { role: 'commune-officer', unit: vanDon }));
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: cooperative }));
const nobody = as(stranger);
const third = newId<OrganisationId>();

beforeAll(async () => {
  await saveExamples(here.owner);
  await here.owner(
    `insert into reference.parameter (key, valid_from, valid_until, value, source, verified) values
       ('htx.minOfficialMembers', '2013-07-01', '2024-06-30', '7', 'test', true),
       ('htx.minOfficialMembers', '2024-07-01', null, '5', 'test', true),
       ('lhhtx.minOfficialMembers', '2024-07-01', null, '3', 'test', true),
       ('tht.minMembers', '2024-07-01', null, '2', 'test', true),
       ('htx.maxStake', '2024-07-01', null, '0.3', 'test', true),
       ('act.basis.dissolving', '2024-07-01', null, '"Luật, Điều 97"', 'test', true),
       ('act.basis.founded', '2024-07-01', null, '"Luật"', 'test', false)`,
  );
  await confirmListed(here);
  await here.owner(
    `insert into registry.organisation (province, id, kind, name, founded_on) values (22, $1, 'cooperative', 'Hợp tác xã Thứ Ba', '2022-01-01')`,
    [third],
  );
});

const person = (name: string, more: object = {}) => ({
  id: newId<MemberId>(),
  standing: 'official-both' as const,
  name: `Người ${name}`,
  contributedVnd: 10_000_000,
  ...more,
});
const people = (count: number) => Array.from({ length: count }, (_, index) => person(String(index)));

const founding = (more: Record<string, unknown> = {}) => ({
  act: newId<ActId>(),
  organisation: newId<OrganisationId>(),
  onDay: day('2026-03-01'),
  document: 'Biên bản hội nghị thành lập 01/BB',
  kind: 'cooperative' as const,
  name: `Hợp tác xã ${newId().slice(-8)}`,
  unit: damHa,
  founders: people(5),
  ...more,
});
const on = async (organisation: OrganisationId, asOf?: string) =>
  (await officer(getOrganisation, { organisation, ...(asOf !== undefined && { asOf: day(asOf) }) })).body;

describe('founding', () => {
  test('a cooperative waits for its certificate, then works; every day in between can be asked for', async () => {
    const given = founding();
    expect((await officer(foundOrganisation, given)).body).toEqual({ status: 'founding' });
    const certificate = { number: '5701234567', taxNumber: '9900000016' };
    const paper = { act: newId<ActId>(), organisation: given.organisation, onDay: day('2026-04-01'), document: 'GCN' };
    expect((await officer(registerFounded, { ...paper, certificate })).body.obstacles).toEqual(['tax-number-taken']);
    const registered = await officer(registerFounded, { ...paper, certificate: { number: '5701234567' } });
    expect(registered.body).toEqual({ status: 'operating' });
    expect(await on(given.organisation, '2026-03-15')).toMatchObject({ status: 'founding', registrationNumber: null });
    expect(await on(given.organisation, '2026-04-01')).toMatchObject({
      status: 'operating',
      certificateOn: '2026-04-01',
      members: 5,
      officialMembers: 5,
    });
    expect((await on(given.organisation, '2026-02-28')).state).toMatchObject({ existed: false });
    const { items } = (await nobody(listActs, { organisation: given.organisation })).body;
    expect(items.map(({ kind, basisVerified }) => [kind, basisVerified])).toEqual([
      ['founded', false],
      ['registered', null],
    ]);
    const again = await officer(registerFounded, { ...paper, act: newId<ActId>(), certificate: { number: '1' } });
    expect(again.body.obstacles).toEqual(['registered-already']);
  });

  test('a group works at once and needs no number', async () => {
    const given = founding({ kind: 'cooperative-group', founders: people(2) });
    expect((await officer(foundOrganisation, given)).body).toEqual({ status: 'operating' });
    expect(await on(given.organisation)).toMatchObject({ taxNumber: null, members: 2, underMinimum: null });
  });

  test('every reason is told at once, the least number by the law of the day', async () => {
    const few = founding({
      founders: [
        person('a', { nationalId: '022180001234' }),
        person('b', { nationalId: '022180001234', birthYear: 2015 }),
      ],
    });
    expect((await officer(foundOrganisation, few)).body.obstacles).toEqual([
      'too-few-founders',
      'founder-twice',
      { code: 'too-young', of: 'Người b' },
    ]);
    const six = founding({ onDay: '2024-06-30', founders: people(6) });
    expect((await officer(foundOrganisation, six)).body.obstacles).toEqual(['too-few-founders']);
    expect((await officer(foundOrganisation, { ...six, onDay: day('2024-07-01') })).status).toBe(200);
    expect((await otherOfficer(foundOrganisation, founding())).status).toBe(403);
    expect((await manager(foundOrganisation, founding())).status).toBe(403);
  });

  test('by a household, a group, a foreigner and a legal person too, each with who stands for it, and with what is promised', async () => {
    const household = person('hộ', { party: 'household', representative: { name: 'Chủ Hộ', relation: 'chủ hộ' } });
    const group = person('tổ', { party: 'group', representative: { name: 'Tổ Trưởng' } });
    const firm = person('pháp nhân', { party: 'legal-person', partyOrganisation: neighbour, name: undefined });
    const foreign = person('nước ngoài', {
      foreignInvestor: true,
      subscribedVnd: 12_000_000,
      birthDay: day('1980-02-03'),
    });
    const minor = person('trẻ', {
      standing: 'associate',
      contributedVnd: 0,
      birthYear: 2010,
      guardian: { name: 'Cha Mẹ', relation: 'mẹ', phone: '0912000001', document: 'Đơn 1', consentedOn: '2026-02-20' },
    });
    const given = founding({ founders: [household, group, firm, foreign, ...people(2), minor] });
    expect((await officer(foundOrganisation, given)).body).toEqual({ status: 'founding' });
    const row = async ({ id }: { id: MemberId }) => (await officer(getMember, { member: id })).body;
    expect(await row(household)).toMatchObject({ party: 'household', representative: 'Chủ Hộ' });
    expect((await row(group)).representatives).toMatchObject([{ name: 'Tổ Trưởng', from: '2026-03-01' }]);
    expect(await row(firm)).toMatchObject({ party: 'legal-person', partyName: 'Hợp tác xã Biển Vân Đồn' });
    expect(await row(foreign)).toMatchObject({
      foreignInvestor: true,
      birthDay: '1980-02-03',
      birthYear: 1980,
      subscribedVnd: 12_000_000,
      contributedVnd: 10_000_000,
    });
    expect((await row(minor)).guardian).toMatchObject({ name: 'Cha Mẹ', document: 'Đơn 1' });
  });

  test('what is wrong with a founder is told of that founder, and nobody starts above the cap of the day', async () => {
    const wrong = founding({
      founders: [
        ...people(5),
        person('hộ', { party: 'household' }),
        person('tổ', { party: 'legal-person' }),
        person('trẻ', { standing: 'associate', contributedVnd: 0, birthYear: 2010 }),
        person('nợ', { subscribedVnd: 1, contributedVnd: 2 }),
      ],
    });
    expect((await officer(foundOrganisation, wrong)).body.obstacles).toEqual([
      { code: 'representative-missing', of: 'Người hộ' },
      { code: 'party-unnamed', of: 'Người tổ' },
      { code: 'guardian-missing', of: 'Người trẻ' },
      { code: 'paid-above-promised', of: 'Người nợ' },
    ]);
    const rich = founding({ founders: [...people(5), person('giàu', { contributedVnd: 90_000_000 })] });
    expect((await officer(foundOrganisation, rich)).body.obstacles).toMatchObject([
      { code: 'above-cap', name: 'Người giàu', capBasisPoints: 3_000 },
    ]);
  });

  test('sent a hundred times it is founded once', async () => {
    const given = founding();
    const commandId = newId();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => officer(foundOrganisation, given, { commandId })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await officer(listMembers, { organisation: given.organisation })).body.total).toBe(5);
  });
});

describe('a union', () => {
  const founders = (...organisations: OrganisationId[]) =>
    organisations.map((partyOrganisation) => ({
      id: newId<MemberId>(),
      party: 'legal-person' as const,
      partyOrganisation,
      standing: 'official-use' as const,
      contributedVnd: 100_000_000,
    }));

  test('is founded by three cooperatives that go on as they are', async () => {
    const before = await here.owner('select to_jsonb(o) from registry.organisation o where id = any($1) order by id', [
      [cooperative, neighbour, third],
    ]);
    const given = founding({ kind: 'union', founders: founders(cooperative, neighbour, third) });
    expect((await officer(foundOrganisation, given)).status).toBe(200);
    const members = (await officer(listMembers, { organisation: given.organisation })).body.items;
    expect(new Set(members.map(({ partyOrganisation }) => partyOrganisation))).toEqual(
      new Set([cooperative, neighbour, third]),
    );
    expect(members.map(({ name }) => name)).toContain('Hợp tác xã Hòa Bình Đầm Hà');
    expect(
      await here.owner('select to_jsonb(o) from registry.organisation o where id = any($1) order by id', [
        [cooperative, neighbour, third],
      ]),
    ).toEqual(before);
    const links = (await nobody(listLinks, { organisation: cooperative })).body.items;
    expect(links).toMatchObject([
      { way: 'founded-union', side: 'successor', organisation: { id: given.organisation, kind: 'union' } },
    ]);
    expect((await nobody(listLinks, { organisation: given.organisation })).body.items).toHaveLength(3);
  });

  test('not by two, not by a farm, not by one twice, not by what is only told of', async () => {
    const refused = async (...organisations: OrganisationId[]) =>
      (await officer(foundOrganisation, founding({ kind: 'union', founders: founders(...organisations) }))).body
        .obstacles;
    expect(await refused(cooperative, neighbour)).toEqual(['too-few-founders']);
    expect(await refused(cooperative, neighbour, farm)).toEqual([
      'founder-not-cooperative',
      { code: 'party-of-other-kind', of: '#3' },
    ]);
    expect(await refused(cooperative, neighbour, neighbour)).toEqual(['founder-twice']);
    expect(await refused(cooperative, neighbour, reported)).toEqual(['founder-not-operating']);
  });
});

describe('a change told late', () => {
  test('holds from its day, and leaves later ones as they are', async () => {
    const given = founding({
      onDay: '2024-08-01',
      kind: 'cooperative-group',
      founders: people(3),
      name: 'Tổ hợp tác Tên Đầu',
    });
    await officer(foundOrganisation, given);
    const change = async (more: object) =>
      officer(changeOrganisation, {
        organisation: given.organisation,
        version: (await on(given.organisation)).version,
        document: proof,
        ...more,
      });
    expect((await change({ name: 'Tổ hợp tác Tên Sau', onDay: '2026-01-01' })).status).toBe(200);
    expect(
      (await change({ name: 'Tổ hợp tác Tên Giữa', unit: vanDon, address: 'Khu 9', onDay: '2025-08-01' })).status,
    ).toBe(200);
    expect((await change({ name: 'Tổ hợp tác Sớm', onDay: '2024-07-01' })).body.obstacles).toEqual([
      'changed-before-founding',
    ]);
    const nameOn = async (asOf?: string) => (await on(given.organisation, asOf)).name;
    expect(await nameOn('2025-07-31')).toBe('Tổ hợp tác Tên Đầu');
    expect(await nameOn('2025-08-01')).toBe('Tổ hợp tác Tên Giữa');
    expect(await nameOn('2026-01-01')).toBe('Tổ hợp tác Tên Sau');
    expect(await nameOn()).toBe('Tổ hợp tác Tên Sau');
    expect((await on(given.organisation, '2025-07-31')).place?.unit?.code).toBe(damHa);
    expect((await on(given.organisation)).place?.unit?.code).toBe(vanDon);
    const past = await on(given.organisation, '2025-08-01');
    expect(past.may).toMatchObject({ change: false, act: false, shape: false });
  });
});

describe('dissolution', () => {
  const step = (organisation: OrganisationId, kind: string, onDay: string, more: object = {}) =>
    officer(recordAct, { id: newId<ActId>(), organisation, kind, onDay, document: 'QĐ', ...more } as never);

  test('goes step by step, and ends the memberships', async () => {
    const given = founding({ kind: 'cooperative-group', founders: people(3) });
    await officer(foundOrganisation, given);
    const { organisation } = given;
    expect((await step(organisation, 'dissolution-notice', '2026-05-02')).body.obstacles).toEqual(['not-dissolving']);
    expect((await step(organisation, 'dissolving', '2026-05-01')).body.obstacles).toEqual(['ground-missing']);
    expect((await step(organisation, 'dissolving', '2026-05-01', { ground: 'inactive' })).body.obstacles).toEqual([
      'ground-of-other-act',
    ]);
    expect((await step(organisation, 'dissolving', '2026-05-01', { ground: 'general-meeting' })).body.status).toBe(
      'dissolving',
    );
    expect((await step(organisation, 'dissolved', '2026-09-01')).body.obstacles).toEqual([
      'notice-missing',
      'debts-open',
      'capital-not-returned',
      'assets-not-handed',
    ]);
    for (const [kind, onDay] of [
      ['dissolution-notice', '2026-05-05'],
      ['debts-settled', '2026-07-01'],
      ['capital-returned', '2026-07-15'],
      ['assets-handed', '2026-07-20'],
    ] as const)
      expect((await step(organisation, kind, onDay)).body.obstacles, kind).toBeUndefined();
    expect((await step(organisation, 'debts-settled', '2026-07-02')).body.obstacles).toEqual(['step-done']);
    expect((await step(organisation, 'dissolved', '2026-07-16')).body.obstacles).toEqual(['before-earlier-step']);
    expect((await step(organisation, 'dissolved', '2026-08-01')).body.status).toBe('dissolved');
    const [book] = await here.owner<{ out: string; left: string }>(
      `select -sum(l.subscribed_vnd) filter (where a.kind = 'withdrawn') as out, sum(l.subscribed_vnd) as left
       from registry.capital_line l join registry.capital_act a on a.id = l.act_id where a.organisation_id = $1`,
      [organisation],
    );
    expect(book).toEqual({ out: '30000000', left: '0' });
    expect(await on(organisation)).toMatchObject({ status: 'dissolved', members: 0, underMinimum: null });
    expect(await on(organisation, '2026-07-31')).toMatchObject({ status: 'dissolving', members: 3 });
    expect(await on(organisation, '2026-04-30')).toMatchObject({ status: 'operating', members: 3 });
    expect(
      (await officer(recordMember, { ...person('mới'), organisation, joinedOn: day('2026-10-01') })).body.obstacles,
    ).toEqual(['organisation-ended']);
  });

  test('follows on a revoked certificate; an act told late must fit between its neighbours', async () => {
    const given = founding({ kind: 'cooperative-group', founders: people(2) });
    await officer(foundOrganisation, given);
    const { organisation } = given;
    expect((await step(organisation, 'suspended', '2026-06-01')).status).toBe(200);
    expect((await step(organisation, 'resumed', '2026-07-01')).status).toBe(200);
    expect((await step(organisation, 'revoked', '2026-05-01', { ground: 'other' })).body.obstacles).toEqual([
      'status-forbids',
    ]);
    expect((await step(organisation, 'suspended', '2026-05-01')).body.obstacles).toEqual(['status-forbids']);
    expect((await step(organisation, 'revoked', '2026-08-01', { ground: 'too-few-members' })).body.status).toBe(
      'revoked',
    );
    expect((await step(organisation, 'dissolving', '2026-08-15', { ground: 'certificate-revoked' })).body.status).toBe(
      'dissolving',
    );
    expect((await on(organisation, '2026-06-15')).status).toBe('suspended');
  });
});

describe('fewer than the law asks for', () => {
  test('is flagged, not blocked, since the day it began', async () => {
    const given = founding({
      onDay: '2024-09-01',
      kind: 'cooperative-group',
      founders: people(3).map((one) => ({ ...one, contributedVnd: 0 })),
    });
    await officer(foundOrganisation, given);
    const { items } = (await officer(listMembers, { organisation: given.organisation })).body;
    await officer(closeMembership, { member: items[0]!.id, version: 1, leftOn: day('2025-02-01') });
    await officer(closeMembership, { member: items[1]!.id, version: 1, leftOn: day('2025-06-01') });
    expect((await on(given.organisation)).underMinimum).toEqual({ least: 2, verified: true, since: '2025-06-01' });
    expect((await on(given.organisation, '2025-05-31')).underMinimum).toBeNull();
    await officer(recordMember, {
      ...person('đến sau'),
      organisation: given.organisation,
      joinedOn: day('2025-07-01'),
    });
    expect((await on(given.organisation)).underMinimum).toBeNull();
  });

  test('the least number of each day counts', () => {
    const minimums = [
      { value: 7, from: day('2013-07-01'), until: day('2024-06-30') },
      { value: 5, from: day('2024-07-01'), until: null },
    ];
    const spans = Array.from({ length: 6 }, () => ({ joinedOn: day('2020-01-01'), leftOn: null }));
    expect(underMinimumSince(spans, minimums, day('2024-06-30'))).toBeNull();
    expect(underMinimumSince(spans, minimums, day('2024-07-01'))).toBeUndefined();
    const leaving = [...spans.slice(0, 4), ...spans.slice(4).map((span) => ({ ...span, leftOn: day('2026-01-01') }))];
    expect(underMinimumSince(leaving, minimums, day('2026-02-01'))).toBe('2026-01-01');
  });
});
