import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addMonths, day } from '#kernel/day.ts';
import { newId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import type { InputOf } from '#kernel/method.ts';
import { insight } from '#contexts/insight/index.ts';
import { listWork } from '#contexts/insight/work.wire.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { raisedAbove, type Above } from './capital-excess.ts';
import { recordCapExcess, type CapExcessId } from './cap-excess.wire.ts';
import { getCapital, recordCapital, type CapitalActId } from './capital.wire.ts';
import { foundOrganisation } from './founding.wire.ts';
import { registry, usePersonalKeys } from './index.ts';
import { correctMember, recordMember } from './member.wire.ts';
import { damHa, saveExamples } from './registry.example.ts';
import { founded, letters, newOne, numberOf, paper, playing } from './reshaping.example.ts';
import { convertOrganisation, mergeOrganisations, splitOrganisation } from './reshaping.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here, [...registry.handlers, ...insight.handlers]);
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const commune = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const { made, present } = playing(officer);
const million = 1_000_000;

beforeAll(async () => {
  await saveExamples(here.owner);
  await here.owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values
       ('htx.minOfficialMembers', '2024-07-01', '5', 'test', true), ('tht.minMembers', '2024-07-01', '2', 'test', true),
       ('htx.maxStake', '2024-07-01', '0.3', 'test', true), ('foreignTotalMaxStake', '2024-07-01', '0.3', 'test', true),
       ('capitalAssociates.totalMaxStake', '2024-07-01', 'null', 'test', false), ('capital.overCapMonths', '2024-07-01', '6', 'test', false)`,
  );
});

const waits = async (organisation: OrganisationId, ask = officer) =>
  (await ask(listWork, { kind: 'capital-above-cap', size: 200 })).body.items.filter(
    (row) => row.organisation === organisation,
  );
const codesOf = (body: { readonly [key: string]: unknown }) =>
  ((body['obstacles'] ?? []) as (string | { code: string })[]).map((one) => (typeof one === 'string' ? one : one.code));
const excessesOf = async (organisation: OrganisationId) =>
  (await officer(getCapital, { organisation, size: 200 })).body.excesses;

const excuse = { capReason: 'Thừa kế theo di chúc', capUntil: day('2026-12-31') };

const fatten = async (member: MemberId, vnd: number): Promise<void> => {
  await here.owner(`update registry.capital_line set subscribed_vnd = $2, paid_vnd = $2 where member_id = $1`, [
    member,
    vnd,
  ]);
  await here.owner(`update registry.member set subscribed_vnd = $2, contributed_vnd = $2 where id = $1`, [member, vnd]);
};

describe('an act that may pass a cap', () => {
  test('an inheritance above it is refused without a reason, waits in the queue with its term, and is gone once transferred', async () => {
    const organisation = await made('cooperative', letters('i', 6));
    const manager = as(await signedIn(here, { role: 'organisation-manager', organisation }));
    const [heir, dead, other] = (await present(organisation)).map(({ id }) => id) as [MemberId, MemberId, MemberId];
    const amounts = { subscribedVnd: 10 * million, paidVnd: 10 * million };
    const act = { organisation, onDay: day('2026-03-01'), document: 'Di chúc 1' };
    const inherited = { ...act, kind: 'inherited' as const, lines: [{ member: dead, to: heir, ...amounts }] };
    const refused = await officer(recordCapital, { ...inherited, id: newId<CapitalActId>() });
    expect([refused.status, codesOf(refused.body)]).toEqual([409, ['stake-reason-missing']]);
    expect(refused.body['obstacles']).toMatchObject([{ member: heir, basisPoints: 3333, capBasisPoints: 3000 }]);
    const late = await officer(recordCapital, {
      ...inherited,
      id: newId<CapitalActId>(),
      ...excuse,
      capUntil: act.onDay,
    });
    expect(codesOf(late.body)).toEqual(['cap-term-before-act']);
    expect(await waits(organisation)).toEqual([]);

    expect((await officer(recordCapital, { ...inherited, id: newId<CapitalActId>(), ...excuse })).status).toBe(200);
    for (const ask of [officer, commune, manager])
      expect(await waits(organisation, ask)).toMatchObject([{ since: '2026-03-01', due: '2026-12-31', count: 1 }]);
    expect(await excessesOf(organisation)).toMatchObject([
      { cap: 'stake', member: { id: heir }, until: '2026-12-31', reason: excuse.capReason },
    ]);
    const [told] = await excessesOf(organisation);
    const later = { id: newId<CapExcessId>(), excess: told!.id, reason: 'Chưa tìm được người nhận' };
    const putOff = { ...later, until: day('2027-06-30') };
    expect(codesOf((await manager(recordCapExcess, putOff)).body)).toEqual(['cap-term-by-officer']);
    expect(codesOf((await officer(recordCapExcess, { ...later, until: day('2026-01-01') })).body)).toEqual([
      'cap-term-past',
    ]);
    expect((await manager(recordCapExcess, later)).status).toBe(200);
    expect((await commune(recordCapExcess, { ...putOff, id: newId<CapExcessId>() })).status).toBe(200);
    expect(await waits(organisation)).toMatchObject([{ due: '2027-06-30', count: 1 }]);
    const [now] = await excessesOf(organisation);
    expect([now!.until, now!.earlier.map(({ reason, until }) => [reason, until])]).toEqual([
      '2027-06-30',
      [
        [later.reason, '2026-12-31'],
        [excuse.capReason, '2026-12-31'],
      ],
    ]);
    const part = { subscribedVnd: 3 * million, paidVnd: 3 * million };
    const over = { ...act, id: newId<CapitalActId>(), kind: 'transferred' as const, onDay: day('2026-04-01') };
    expect((await officer(recordCapital, { ...over, lines: [{ member: heir, to: other, ...part }] })).status).toBe(200);
    expect(await waits(organisation)).toEqual([]);
    expect(await excessesOf(organisation)).toEqual([]);
    expect(codesOf((await officer(recordCapExcess, { ...putOff, id: newId<CapExcessId>() })).body)).toEqual([
      'excess-over',
    ]);
  });

  test('a conversion, a merger and a split are asked for it, blank the dated term counts; a founding may not begin so', async () => {
    const founders = (amounts: readonly number[], name: string) =>
      amounts.map((vnd, at) => ({
        id: newId<MemberId>(),
        standing: 'official-both' as const,
        name: `${name} ${at}`,
        nationalId: numberOf(`${name}${at}`),
        contributedVnd: vnd * million,
      }));
    const begun = (amounts: readonly number[], name: string, more: object = {}) => {
      const organisation = newId<OrganisationId>();
      const input = {
        ...paper({ onDay: founded }),
        organisation,
        kind: 'cooperative',
        name: `HTX ${newId().slice(-9)}`,
        unit: damHa,
        founders: founders(amounts, name),
        certificate: { on: founded, number: newId().slice(-10) },
        ...more,
      };
      return { organisation, input: input as InputOf<typeof foundOrganisation> };
    };
    const one = begun([50, 10, 10, 10, 10], 'fa');
    // Founders agree on all of it at once: there is no reason to begin above the cap.
    expect(codesOf((await officer(foundOrganisation, one.input)).body)).toEqual(['above-cap']);

    const group = await made('cooperative-group', letters('cg', 6));
    const people = await present(group);
    await fatten(people[0]!.id, 90 * million);
    const staying = people.map(({ id }) => ({ member: id, standing: 'official-use' as const }));
    const { certificate, name } = newOne();
    const convert = { ...paper(), organisation: group, name, certificate, staying };
    expect(codesOf((await officer(convertOrganisation, convert)).body)).toEqual(['stake-reason-missing']);
    expect((await officer(convertOrganisation, { ...convert, ...excuse })).status).toBe(200);
    expect(await waits(group)).toHaveLength(1);

    // 40 of 80 there, 40 of 130 together.
    const [left, right] = [await made('cooperative', letters('ma', 5)), await made('cooperative', letters('mb', 5))];
    await fatten((await present(left))[0]!.id, 40 * million);
    const merge = { ...paper(), predecessors: [left, right], made: newOne() };
    expect(codesOf((await officer(mergeOrganisations, merge)).body)).toEqual(['stake-reason-missing']);
    const { capReason } = excuse;
    expect((await officer(mergeOrganisations, { ...merge, capReason })).status).toBe(200);
    expect(await waits(merge.made.organisation)).toMatchObject([{ due: addMonths(merge.onDay, 6), count: 1 }]);

    // 28 of 128 are within the cap, of the 68 that part they are not.
    const source = begun([28, ...Array.from({ length: 10 }, () => 10)], 's');
    expect((await officer(foundOrganisation, source.input)).status).toBe(200);
    const fresh = newOne();
    const members = (await present(source.organisation))
      .toSorted((one, other) => other.paidVnd - one.paidVnd)
      .map(({ id }, at) => ({ member: id, to: [{ organisation: at < 5 ? fresh.organisation : source.organisation }] }));
    const split = { ...paper(), organisation: source.organisation, way: 'separated' as const, made: [fresh], members };
    expect(codesOf((await officer(splitOrganisation, split)).body)).toEqual(['stake-reason-missing']);
    expect((await officer(splitOrganisation, { ...split, ...excuse })).status).toBe(200);
    expect([(await waits(fresh.organisation)).length, (await waits(source.organisation)).length]).toEqual([1, 0]);
  });

  test('a member marked a foreign investor is asked about for all of them together', async () => {
    const organisation = await made('cooperative', letters('f', 5));
    const people = await present(organisation);
    const mark = (at: number, more: object = {}) =>
      officer(correctMember, {
        member: people[at]!.id,
        version: 1,
        reason: 'giấy tờ mới',
        foreignInvestor: true,
        ...more,
      });
    expect((await mark(0)).status).toBe(200);
    expect(codesOf((await mark(1)).body)).toEqual(['foreign-reason-missing']);
    expect((await mark(1, excuse)).status).toBe(200);
    expect(await waits(organisation)).toMatchObject([{ count: 1, due: '2026-12-31' }]);
    expect((await mark(2, excuse)).status).toBe(200);
    expect(await waits(organisation)).toMatchObject([{ count: 1 }]);
    for (const at of [1, 2])
      await officer(correctMember, { member: people[at]!.id, version: 2, reason: 'ghi nhầm', foreignInvestor: false });
    expect(await waits(organisation)).toEqual([]);
  });

  test('founders entered one after another are not asked, and nothing is compared with a blank', async () => {
    const organisation = newId<OrganisationId>();
    await here.owner(
      `insert into registry.organisation (province, id, kind, name, founded_on, fields) values (22, $1, 'cooperative', 'HTX ghi dần', '2025-01-10', '{crops}')`,
      [organisation],
    );
    const join = async (vnd: number, standing = 'official-both') => {
      const given = {
        id: newId<MemberId>(),
        organisation,
        standing,
        name: `Sáng lập ${vnd}`,
        joinedOn: founded,
        contributedVnd: vnd * million,
      };
      expect((await officer(recordMember, given as never)).status).toBe(200);
    };
    for (const vnd of [40, 20, 20, 20]) await join(vnd);
    expect(await excessesOf(organisation)).toMatchObject([
      { cap: 'stake', reason: null, until: addMonths(founded, 6) },
    ]);
    const { items } = (await officer(listWork, { kind: 'cap-reason-missing', size: 200 })).body;
    expect(items).toMatchObject([{ organisation, due: addMonths(founded, 6), count: 1 }]);
    await join(60, 'associate-capital');
    for (const { cap } of await excessesOf(organisation)) expect(cap).toBe('stake');
  });
});

const above = fc.record({
  organisation: fc.constant('a'),
  cap: fc.constant('stake' as const),
  member: fc.constantFrom('m', 'n', 'o'),
  basisPoints: fc.integer({ min: 3001, max: 9999 }),
  capBasisPoints: fc.constant(3000),
});
const places = fc.uniqueArray(above, { selector: ({ member }) => member, maxLength: 3 });

test('an act answers for whom it lifted and for nobody else', () => {
  fc.assert(
    fc.property(places, places, (before: Above[], after: Above[]) => {
      const raised = raisedAbove(before, after);
      for (const one of after) {
        const stood = before.find(({ member }) => member === one.member)?.basisPoints ?? 0;
        expect(raised.includes(one)).toBe(one.basisPoints > stood);
      }
      expect(raisedAbove(after, after)).toEqual([]);
    }),
  );
});
