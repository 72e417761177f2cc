import { beforeAll, expect, test } from 'vitest';
import { day, type Day } from '#kernel/day.ts';
import { newId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import { confirmListed, signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { recordAct, type ActId } from './act.wire.ts';
import { foundOrganisation } from './founding.wire.ts';
import { getMember, listMembers } from './member.wire.ts';
import { getOrganisation } from './organisation.wire.ts';
import { damHa, examples, saveExamples } from './registry.example.ts';
import { undoAct } from './reshaping.wire.ts';
import { listVotes } from './vote.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here);
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const [union, third] = [newId<OrganisationId>(), newId<OrganisationId>()];
const end = newId<ActId>();

const step = (kind: string, onDay: string, more: object = {}) =>
  officer(recordAct, { id: newId<ActId>(), organisation: third, kind, onDay, document: 'QĐ', ...more } as never);

const unionFounded = (organisation: OrganisationId, name: string, onDay: string) =>
  officer(foundOrganisation, {
    act: newId<ActId>(),
    organisation,
    onDay: day(onDay),
    document: 'Biên bản 01',
    kind: 'union',
    name,
    unit: damHa,
    founders: [examples.cooperative, examples.neighbour, third].map((partyOrganisation) => ({
      id: newId<MemberId>(),
      party: 'legal-person' as const,
      partyOrganisation,
      standing: 'official-use' as const,
      contributedVnd: 100_000_000,
    })),
    certificate: { number: `LH-${name.length}`, on: day(onDay) },
  });

beforeAll(async () => {
  await saveExamples(here.owner);
  await here.owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values
       ('lhhtx.minOfficialMembers', '2024-07-01', '3', 'test', true), ('lhhtx.maxStake', '2024-07-01', '0.4', 'test', true)
     on conflict do nothing`,
  );
  await confirmListed(here);
  await here.owner(
    `insert into registry.organisation (province, id, kind, name, founded_on) values (22, $1, 'cooperative', 'HTX Thứ Ba', '2022-01-01')`,
    [third],
  );
  const founded = await unionFounded(union, 'Liên hiệp Ba nhà', '2026-03-01');
  expect(founded.status, JSON.stringify(founded.body)).toBe(200);
});

const unionOn = async (asOf?: Day) => (await officer(getOrganisation, { organisation: union, asOf })).body;
const voters = async (on?: Day) => (await officer(listVotes, { organisation: union, on })).body.voters;
const counted = async () => {
  const [row] = await here.owner<{ n: number }>(
    'select count(*)::int as n from registry.published_membership where organisation_id = $1 and left_on is null',
    [union],
  );
  return row!.n;
};

/** All that counts members, of one day: the list, the organisation's page, the vote, and the view others read. */
const everyCount = async (asOf?: Day) => {
  const on = asOf ?? day('2026-11-24');
  const [row] = await here.owner<{ n: number }>(
    `select count(*)::int as n from registry.published_member where survivor_id is null and organisation_id = $1
       and joined_on <= $2::date and (left_on is null or left_on > $2::date)`,
    [union, on],
  );
  const list = async (present: 'true' | 'all') =>
    (await officer(listMembers, { organisation: union, present, asOf })).body;
  const { items, total } = await list('true');
  expect([items.length, (await list('all')).total]).toEqual([total, 3]);
  return [total, (await unionOn(asOf)).members, await voters(asOf), row!.n];
};

test('a member that has been dissolved neither counts nor votes from its last day on', async () => {
  expect([(await unionOn()).underMinimum, await voters(), await counted()]).toEqual([null, 3, 3]);
  await step('dissolving', '2026-05-01', { ground: 'general-meeting' });
  await step('dissolution-notice', '2026-05-05');
  await step('debts-settled', '2026-07-01');
  await step('capital-returned', '2026-07-15');
  await step('assets-handed', '2026-07-20');
  expect((await step('dissolved', '2026-08-01', { id: end })).body.status).toBe('dissolved');

  expect(await unionOn()).toMatchObject({ members: 2, underMinimum: { least: 3, since: '2026-08-01' } });
  expect([await voters(), await counted()]).toEqual([2, 2]);
  // Before that day all is as it was.
  expect(await unionOn(day('2026-07-31'))).toMatchObject({ members: 3, underMinimum: null });
  expect(await voters(day('2026-07-31'))).toBe(3);

  expect(await everyCount()).toEqual([2, 2, 2, 2]);
  expect(await everyCount(day('2026-08-01'))).toEqual([2, 2, 2, 2]);
  expect(await everyCount(day('2026-07-31'))).toEqual([3, 3, 3, 3]);
  const [queued] = await here.owner<{ n: number }>(
    'select count(*)::int as n from registry.published_present where recorded_in = $1',
    [union],
  );
  expect(queued!.n).toBe(2);

  const { items } = (await officer(listMembers, { organisation: union, present: 'all' })).body;
  expect(items.filter(({ partyEndedOn }) => partyEndedOn === '2026-08-01')).toHaveLength(1);
  const gone = items.find(({ partyOrganisation }) => partyOrganisation === third)!;
  const there = items.find(({ partyOrganisation }) => partyOrganisation === examples.cooperative)!;
  expect((await officer(getMember, { member: gone.id })).body).toMatchObject({
    partyEndedOn: '2026-08-01',
    leftOn: null,
  });
  expect((await officer(getMember, { member: there.id })).body.partyEndedOn).toBeNull();
});

test('a union founded while it was there, told of later, is founded by it; one of a later day is not', async () => {
  const late = await unionFounded(newId<OrganisationId>(), 'Liên hiệp Kể muộn', '2026-04-01');
  expect(late.status, JSON.stringify(late.body)).toBe(200);
  const after = await unionFounded(newId<OrganisationId>(), 'Liên hiệp Về sau nữa', '2026-09-01');
  expect(after.body.obstacles).toEqual(['founder-not-operating']);
});

test('undone, it is a member as before', async () => {
  const undone = await officer(undoAct, { id: newId<ActId>(), act: end, reason: 'nhập nhầm tổ chức' });
  expect(undone.status, JSON.stringify(undone.body)).toBe(200);
  expect([(await unionOn()).underMinimum, await voters(), await counted()]).toEqual([null, 3, 3]);
  expect(await everyCount()).toEqual([3, 3, 3, 3]);
});
