import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addDays, day, type Day } from '#kernel/day.ts';
import { newId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import { listWork } from '#contexts/insight/work.wire.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import type { ActId } from './act.wire.ts';
import { usePersonalKeys } from './index.ts';
import { getMember, listMembers, recordMember } from './member.wire.ts';
import { saveExamples, vanDon } from './registry.example.ts';
import { allPublished, allRows, letters, newOne, paper, playing, remains } from './reshaping.example.ts';
import { convertOrganisation, mergeOrganisations, splitOrganisation, undoAct } from './reshaping.wire.ts';
import { recordSuccession } from './succession.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here);
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const elsewhere = as(await signedIn(here, { role: 'commune-officer', unit: vanDon }));
const { made, present } = playing(officer);

beforeAll(async () => {
  await saveExamples(here.owner);
  await here.owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values
       ('htx.minOfficialMembers', '2024-07-01', '5', 'test', true), ('tht.minMembers', '2024-07-01', '2', 'test', true)`,
  );
});

/** Takes one organisation into the list of another, with capital paid in full. */
async function joined(
  organisation: OrganisationId,
  party: OrganisationId,
  contributedVnd: number,
  onDay = '2025-03-01',
) {
  const { body: list } = await officer(listMembers, { organisation: party });
  const isGroup = (
    await here.owner<{ kind: string }>('select kind from registry.organisation where id = $1', [party])
  )[0]!;
  expect(list.total).toBeGreaterThan(0);
  const id = newId<MemberId>();
  const answer = await officer(recordMember, {
    id,
    organisation,
    party: isGroup.kind === 'cooperative-group' ? 'group' : 'legal-person',
    partyOrganisation: party,
    standing: 'official-use',
    name: `Thành viên ${party.slice(-4)}`,
    joinedOn: day(onDay),
    contributedVnd,
    ...(isGroup.kind === 'cooperative-group' && { representative: { name: 'Tổ trưởng' } }),
  } as never);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return id;
}

/** Which organisations are members on a day, as what, with what paid in. */
async function parties(organisation: OrganisationId, asOf?: Day) {
  const { items } = (await officer(listMembers, { organisation, asOf, size: 200 })).body;
  return items
    .filter(({ partyOrganisation }) => partyOrganisation !== null)
    .map(({ partyOrganisation, party, contributedVnd }) => `${partyOrganisation} ${party} ${contributedVnd}`)
    .toSorted();
}

const undone = async (act: ActId) => (await officer(undoAct, { id: newId<ActId>(), act, reason: 'Ghi nhầm' })).status;

async function untouched(work: () => Promise<ActId>): Promise<void> {
  const [rows, published] = [await allRows(here.owner), await allPublished(here.owner)];
  expect(await undone(await work())).toBe(200);
  expect(remains(rows, await allRows(here.owner))).toEqual([]);
  expect(await allPublished(here.owner)).toEqual(published);
}

test('of two members that merge the new one is the member, with the capital of both; undone all is as before', async () => {
  const holder = await made('cooperative', letters('ha', 7));
  const [one, two] = [await made('cooperative', letters('aa', 5)), await made('cooperative', letters('ab', 5))];
  await joined(holder, one, 4_000_000);
  await joined(holder, two, 3_000_000);
  const before = await parties(holder);
  await untouched(async () => {
    const input = { ...paper(), predecessors: [one, two], made: newOne() };
    const { status, body } = await officer(mergeOrganisations, input);
    expect([status, body]).toEqual([200, body]);
    expect(await parties(holder)).toEqual([`${input.made.organisation} legal-person 7000000`]);
    expect(await parties(holder, day('2026-04-30'))).toEqual(before);
    return input.act;
  });
  expect(await parties(holder)).toEqual(before);
});

test('absorbed into one that is a member too, its part goes to that one; joined since, the act is refused', async () => {
  const holder = await made('cooperative', letters('hb', 7));
  const [one, into] = [await made('cooperative', letters('ba', 5)), await made('cooperative', letters('bb', 5))];
  await joined(holder, one, 4_000_000);
  await joined(holder, into, 3_000_000);
  await untouched(async () => {
    const input = { ...paper(), predecessors: [one], into };
    expect((await officer(mergeOrganisations, input)).status).toBe(200);
    expect(await parties(holder)).toEqual([`${into} legal-person 7000000`]);
    return input.act;
  });
  const later = await made('cooperative', letters('hc', 7));
  await joined(later, one, 1_000_000, '2026-06-01');
  const refused = await officer(mergeOrganisations, { ...paper(), predecessors: [one], into });
  expect(refused.body.obstacles).toEqual(['membership-later']);
});

test('a group that becomes a cooperative is a legal person from that day on, and was a group before', async () => {
  const holder = await made('cooperative', letters('hd', 7));
  const group = await made('cooperative-group', letters('ca', 6));
  await joined(holder, group, 2_000_000);
  await untouched(async () => {
    const input = {
      ...paper(),
      organisation: group,
      name: `Hợp tác xã ${newId().slice(-8)}`,
      certificate: { number: newId().slice(-10) },
      staying: (await present(group)).map(({ id }) => ({ member: id, standing: 'official-use' as const })),
    };
    expect((await officer(convertOrganisation, input)).status).toBe(200);
    expect(await parties(holder)).toEqual([`${group} legal-person 2000000`]);
    expect(await parties(holder, day('2026-04-30'))).toEqual([`${group} group 2000000`]);
    return input.act;
  });
});

const waits = async () => (await officer(listWork, { kind: 'membership-to-pass', size: 200 })).body.items;

test('of a divided member an officer is asked who follows it, in parts that are the whole; undone with the division', async () => {
  const holder = await made('cooperative', letters('he', 7));
  const source = await made('cooperative', letters('da', 10));
  const member = await joined(holder, source, 9_000_001);
  const before = await parties(holder);
  const [left, right] = [newOne(), newOne()];
  const input = {
    ...paper(),
    organisation: source,
    way: 'divided' as const,
    made: [left, right],
    members: (await present(source)).map(({ id }, at) => ({
      member: id,
      to: [{ organisation: (at % 2 === 0 ? left : right).organisation }],
    })),
  };
  await untouched(async () => {
    expect((await officer(splitOrganisation, input)).status).toBe(200);
    expect(await parties(holder)).toEqual([]);
    expect(await waits()).toMatchObject([{ id: member, organisation: holder }]);
    const { heirs, may } = (await officer(getMember, { member })).body;
    expect([heirs.map(({ id }) => id).toSorted(), may.succeed]).toEqual([
      [left.organisation, right.organisation].toSorted(),
      true,
    ]);
    const to = (leftVnd: number, rightVnd: number) => [
      { organisation: left.organisation, subscribedVnd: leftVnd, paidVnd: leftVnd },
      { organisation: right.organisation, subscribedVnd: rightVnd, paidVnd: rightVnd },
    ];
    const asked = { member, document: 'Biên bản thỏa thuận', to: to(4_000_000, 5_000_000) };
    expect((await elsewhere(recordSuccession, asked)).status).toBe(403);
    expect((await officer(recordSuccession, asked)).body.obstacles).toEqual(['capital-not-whole']);
    const wrong = { ...asked, to: [{ organisation: holder }, { organisation: holder, subscribedVnd: 0 }] };
    expect((await officer(recordSuccession, wrong)).body.obstacles).toEqual([
      'destination-unknown',
      'destination-twice',
      'capital-not-whole',
    ]);
    expect((await officer(recordSuccession, { ...asked, to: to(4_000_000, 5_000_001) })).status).toBe(200);
    expect(await parties(holder)).toEqual(
      [`${left.organisation} legal-person 4000000`, `${right.organisation} legal-person 5000001`].toSorted(),
    );
    expect(await parties(holder, day('2026-04-30'))).toEqual(before);
    expect(await waits()).toEqual([]);
    expect((await officer(recordSuccession, asked)).body.obstacles).toContain('left-already');
    return input.act;
  });
  expect(await parties(holder)).toEqual(before);
});

const step = fc.record({ way: fc.constantFrom('merge', 'absorb', 'undo'), first: fc.nat(), second: fc.nat() });

test('however members of a union merge and it is undone, its book loses no đồng, and no past day changes', async () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 9_000_000 }), { minLength: 4, maxLength: 4 });
  let worlds = 0;
  await fc.assert(
    fc.asyncProperty(amounts, fc.array(step, { minLength: 3, maxLength: 4 }), async (given, steps) => {
      worlds += 1;
      const holder = await made('cooperative', letters(`hp${worlds}`, 7));
      let living: OrganisationId[] = [];
      for (const [at, vnd] of given.entries()) {
        const party = await made('cooperative', letters(`p${worlds}-${at}-`, 5));
        await joined(holder, party, vnd);
        living.push(party);
      }
      const whole = given.reduce((sum, vnd) => sum + vnd, 0);
      const asked: { readonly on: Day; readonly before: string[] }[] = [];
      let last: { readonly act: ActId; readonly living: OrganisationId[]; readonly before: string[] } | undefined;
      let on = day('2026-02-01');
      for (const { way, first, second } of steps) {
        on = addDays(on, 7);
        if (way === 'undo') {
          if (last === undefined) continue;
          expect(await undone(last.act)).toBe(200);
          expect(await parties(holder)).toEqual(last.before);
          living = last.living;
          last = undefined;
          continue;
        }
        const one = living[first % living.length]!;
        const others = living.filter((id) => id !== one);
        const other = others[second % Math.max(1, others.length)];
        if (other === undefined) continue;
        const before = await parties(holder);
        const act = { ...paper(), onDay: on };
        const fresh = newOne();
        const body =
          way === 'merge'
            ? { ...act, predecessors: [one, other], made: fresh }
            : { ...act, predecessors: [one], into: other };
        const answer = await officer(mergeOrganisations, body);
        expect([answer.status, answer.body]).toEqual([200, answer.body]);
        last = { act: act.act, living, before };
        living = living.filter((id) => id !== one && (id !== other || way === 'absorb'));
        if (way === 'merge') living = [...living, fresh.organisation];
        const now = await parties(holder, on);
        expect(now.map((row) => row.split(' ')[0])).toEqual(living.toSorted());
        expect(now.reduce((sum, row) => sum + Number(row.split(' ')[2]), 0)).toBe(whole);
        asked.push({ on: addDays(on, -1), before });
      }
      for (const { on: past, before } of asked) expect(await parties(holder, past)).toEqual(before);
    }),
    { numRuns: 3, seed: 31 },
  );
});
