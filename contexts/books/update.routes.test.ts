import { beforeAll, describe, expect, test } from 'vitest';
import { newId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import { damHa, examples, saveExamples, vanDon } from '#contexts/registry/registry.example.ts';
import { listYearly } from '#contexts/registry/yearly.wire.ts';
import { registry } from '#registry';
import { signedIn, stranger, testDatabase, testServer, type Ask } from '#tests/harness.ts';
import { reportParameters, soundUpdate } from './books.example.ts';
import { books } from './index.ts';
import type { UpdateField } from './update-field.ts';
import * as wire from './update.wire.ts';
import type { UpdateId } from './update.wire.ts';

const here = await testDatabase();
const { as, drain } = await testServer(here, [...registry.handlers, ...books.handlers]);
const { cooperative, neighbour, farm, reported } = examples;

const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: cooperative }));
const colleague = as(await signedIn(here, { role: 'organisation-manager', organisation: cooperative }));
const member = as(await signedIn(here, { role: 'organisation-member', organisation: cooperative }));
const neighbourManager = as(await signedIn(here, { role: 'organisation-manager', organisation: neighbour }));
const communeOfficer = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const otherOfficer = as(await signedIn(here, { role: 'commune-officer', unit: vanDon }));
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const auditor = as(await signedIn(here, { role: 'auditor' }));
const nobody = as(stranger);

beforeAll(async () => {
  await saveExamples(here.owner);
  await here.owner(reportParameters);
  await here.owner(
    `insert into registry.member (province, id, organisation_id, party, standing, name, joined_on, subscribed_vnd, contributed_vnd) values
       (22, gen_random_uuid(), $1, 'person', 'official-both', 'Một', '2020-03-01', 10000000, 10000000),
       (22, gen_random_uuid(), $1, 'person', 'official-use', 'Hai', '2022-06-01', 5000000, 5000000),
       (22, gen_random_uuid(), $1, 'person', 'associate', 'Ba', '2024-06-01', 0, 0)`,
    [cooperative],
  );
});

const page = async (ask: Ask, year: number, organisation: OrganisationId = cooperative) =>
  (await ask(wire.getUpdate, { organisation, year })).body;

async function drafted(year: number, ask: Ask = manager): Promise<UpdateId> {
  const id = newId<UpdateId>();
  expect((await ask(wire.draftUpdate, { id, organisation: cooperative, year })).status).toBe(200);
  return id;
}

async function write(ask: Ask, update: UpdateId, year: number, values: Partial<Record<UpdateField, number | null>>) {
  const { update: view } = await page(ask, year);
  const seen = new Map(view!.entries.map(({ field, version }) => [field, version]));
  for (const [field, value] of Object.entries(values) as [UpdateField, number | null][]) {
    const answer = await ask(wire.recordField, { update, field, seen: seen.get(field) ?? 0, value });
    expect(answer.status).toBe(200);
  }
}

async function submitted(year: number): Promise<UpdateId> {
  const update = await drafted(year);
  await write(manager, update, year, soundUpdate);
  expect((await manager(wire.submitUpdate, { update, version: 1 })).body).toEqual({});
  return update;
}

describe('an update is begun', () => {
  test('with what the register knows on the last day of the year, each value with its source', async () => {
    await drafted(2023);
    const { update, known } = await page(manager, 2023);
    expect(known.find(({ field }) => field === 'officialMembers')).toEqual({
      field: 'officialMembers',
      value: 2,
      source: 'member-register',
      on: '2023-12-14',
      provisional: false,
    });
    expect(update!.entries.find(({ field }) => field === 'members')).toMatchObject({
      value: 2,
      way: 'known',
      version: 1,
    });
    expect(update!.entries.find(({ field }) => field === 'charterCapitalVnd')).toMatchObject({
      value: 15_000_000,
      source: 'member-contributions',
    });
    // Nobody told the revenue, so it is blank and not nought.
    expect(update!.entries.some(({ field }) => field === 'revenueVnd')).toBe(false);
  });

  test('once a year, for those who report, from their founding on', async () => {
    const again = await manager(wire.draftUpdate, { id: newId(), organisation: cooperative, year: 2023 });
    expect(again.body).toMatchObject({ code: 'books.update.not-draftable', obstacles: ['begun-already'] });
    const draft = (organisation: OrganisationId, year: number) =>
      officer(wire.draftUpdate, { id: newId(), organisation, year });
    expect((await draft(cooperative, 2019)).body.obstacles).toEqual(['before-founding']);
    expect((await draft(cooperative, 2099)).body.obstacles).toEqual(['year-not-begun']);
    expect((await draft(farm, 2025)).body.obstacles).toEqual(['no-form']);
    expect((await draft(reported, 2025)).body.obstacles).toEqual(['reported']);
  });
});

describe('several write', () => {
  test('each field keeps who wrote what; a field somebody wrote meanwhile is not overwritten, both are shown', async () => {
    const update = await drafted(2022);
    const first = { update, field: 'workers' as const, seen: 0, value: 7 };
    expect((await manager(wire.recordField, first)).body).toEqual({ version: 1 });
    const late = await colleague(wire.recordField, { ...first, value: 9 });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      code: 'books.update-field.changed-meanwhile',
      standing: { value: 7, version: 1 },
      given: 9,
    });
    // Another field is no matter of theirs.
    expect((await colleague(wire.recordField, { update, field: 'chains', seen: 1, value: 2 })).status).toBe(200);
    expect((await colleague(wire.recordField, { ...first, seen: 1, value: 9, note: 'theo bảng lương' })).status).toBe(
      200,
    );
    const { items } = (await manager(wire.listFieldEntries, { update, field: 'workers' })).body;
    expect(items.map(({ version, value, note }) => [version, value, note])).toEqual([
      [2, 9, 'theo bảng lương'],
      [1, 7, null],
    ]);
    expect(new Set(items.map(({ by }) => by)).size).toBe(2);
    expect((await auditor(wire.listFieldEntries, { update, field: 'workers' })).body.items[0]!.by).toBeNull();
  });

  test('at the same moment: one goes in', async () => {
    const { update } = await page(manager, 2022);
    const answers = await Promise.all(
      [manager, colleague, communeOfficer].map((ask, at) =>
        ask(wire.recordField, { update: update!.id, field: 'taxVnd', seen: 0, value: at + 1 }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  test('what is blank is filled anew from the register, what was typed stays', async () => {
    const { update } = await page(manager, 2022);
    await write(manager, update!.id, 2022, { members: 99, officialMembers: null });
    expect((await manager(wire.assembleUpdate, { update: update!.id })).body).toEqual({ filled: 1 });
    const after = (await page(manager, 2022)).update!.entries;
    expect(after.find(({ field }) => field === 'members')!.value).toBe(99);
    expect(after.find(({ field }) => field === 'officialMembers')).toMatchObject({
      value: 2,
      way: 'known',
      version: 3,
    });
  });
});

describe('from hand to hand', () => {
  test('what does not add up is not handed in; all of it is said', async () => {
    const update = await drafted(2021);
    await write(manager, update, 2021, { ...soundUpdate, revenueVnd: 900_000_000 });
    const { checks } = await page(manager, 2021);
    expect(checks.filter(({ severity }) => severity === 'blocks').map(({ code, fields }) => [code, fields[0]])).toEqual(
      [
        ['sum-differs', 'revenueVnd'],
        ['difference-differs', 'profitVnd'],
      ],
    );
    expect((await manager(wire.submitUpdate, { update, version: 1 })).body).toMatchObject({
      code: 'books.update.not-submittable',
      obstacles: [{ code: 'checks-block', count: 2 }],
    });
  });

  test('submitted, returned with remarks, submitted, accepted: then the year has its figures', async () => {
    const update = await submitted(2024);
    expect((await manager(wire.recordField, { update, field: 'workers', seen: 2, value: 1 })).body.obstacles).toEqual([
      'not-open',
    ]);
    const remarks = [{ id: newId<never>(), field: 'workers' as const, text: 'Đối chiếu lại bảng lương.' }];
    expect((await communeOfficer(wire.refuseUpdate, { update, version: 2, remarks })).status).toBe(200);
    expect((await page(manager, 2024)).update).toMatchObject({
      state: 'returned',
      remarks: [{ field: 'workers', text: 'Đối chiếu lại bảng lương.' }],
    });
    await write(manager, update, 2024, { workers: 9 });
    expect((await manager(wire.submitUpdate, { update, version: 3 })).status).toBe(200);
    expect((await communeOfficer(wire.acceptUpdate, { update, version: 3 })).body.obstacles).toEqual([
      'changed-meanwhile',
    ]);
    expect((await communeOfficer(wire.acceptUpdate, { update, version: 4 })).status).toBe(200);
    const accepted = (await page(manager, 2024)).update!;
    expect(accepted.remarks).toEqual([]);
    expect(accepted.acts.filter((act) => act.remarks.length > 0)).toMatchObject([
      { kind: 'returned', edition: 1, remarks: [{ field: 'workers', text: 'Đối chiếu lại bảng lương.' }] },
    ]);
    const { items } = (await manager(listYearly, { organisation: cooperative })).body;
    expect(items).toMatchObject([{ year: 2024, revenueVnd: 850_000_000, workers: 9, version: 1 }]);
    // With members and with others apart, as the update told them.
    expect(items).toMatchObject([
      { internalRevenueVnd: 150_000_000, costVnd: 730_000_000, externalProfitVnd: 110_000_000 },
    ]);
  });

  test('a correction is the next edition, with its reason; the former figures count until it is accepted', async () => {
    const { update } = await page(manager, 2024);
    const reason = 'Cộng sót một hóa đơn';
    const corrected = await manager(wire.correctUpdate, { update: update!.id, version: 5, reason });
    expect(corrected.body).toEqual({ edition: 2 });
    await write(manager, update!.id, 2024, { externalRevenueVnd: 710_000_000, revenueVnd: 860_000_000 });
    await write(manager, update!.id, 2024, { externalProfitVnd: 120_000_000, profitVnd: 130_000_000 });
    expect((await manager(listYearly, { organisation: cooperative })).body.items[0]!.revenueVnd).toBe(850_000_000);
    await manager(wire.submitUpdate, { update: update!.id, version: 6 });
    expect((await officer(wire.acceptUpdate, { update: update!.id, version: 7 })).status).toBe(200);
    expect((await manager(listYearly, { organisation: cooperative })).body.items[0]).toMatchObject({
      revenueVnd: 860_000_000,
      version: 2,
    });
    const kept = await here.owner<{ reason: string; revenue: string }>(
      `select reason, content->>'revenueVnd' as revenue from registry.yearly_account_entry where organisation_id = $1 order by version`,
      [cooperative],
    );
    expect(kept.map(({ revenue }) => revenue)).toEqual(['850000000', '860000000']);
    expect(kept[1]!.reason).toBe(reason);
  });

  test('who handed it in does not take it in', async () => {
    const update = await drafted(2025, communeOfficer);
    await write(communeOfficer, update, 2025, soundUpdate);
    await communeOfficer(wire.submitUpdate, { update, version: 1 });
    expect((await communeOfficer(wire.acceptUpdate, { update, version: 2 })).body.obstacles).toEqual([
      'submitted-by-oneself',
    ]);
    expect((await officer(wire.acceptUpdate, { update, version: 2 })).status).toBe(200);
  });

  test('the next year is held against everything accepted before, the number of members too', async () => {
    const update = await drafted(2026);
    await write(manager, update, 2026, { members: 700, associateMembers: 5 });
    const { former, checks } = await page(manager, 2026);
    expect(former).toMatchObject({ members: 60, associateMembers: 5, revenueVnd: 850_000_000 });
    const changed = { code: 'changed-much', severity: 'warns', fields: ['members'], expected: 60, found: 700 };
    expect(checks).toContainEqual(changed);
  });
});

describe('the list of a year', () => {
  test('shows an officer the own place, with those nobody has begun and those overdue', async () => {
    const { body } = await communeOfficer(wire.listUpdates, { year: 2021 });
    expect(body.items.map(({ organisation, state }) => [organisation.id, state])).toEqual([[cooperative, 'draft']]);
    // Before 2024 no parameter names a deadline, so nothing is overdue.
    expect(body).toMatchObject({ deadlineOn: null, overdue: 0, counts: { draft: 1, missing: 0 } });
    const late = (await officer(wire.listUpdates, { year: 2025, overdue: 'true' })).body;
    expect(late).toMatchObject({
      total: 1,
      overdue: 1,
      deadlineOn: '2025-12-15',
      items: [{ organisation: { id: neighbour } }],
    });
    expect(late.items[0]!.overdueDays).toBeGreaterThan(300);
    expect((await officer(wire.listUpdates, { year: 2024, state: 'accepted' })).body.total).toBe(1);
    expect((await otherOfficer(wire.listUpdates, { year: 2021 })).body.items).toMatchObject([
      { organisation: { id: neighbour }, state: 'missing' },
    ]);
    expect((await neighbourManager(wire.listUpdates, { year: 2021 })).body.total).toBe(1);
    expect((await member(wire.listUpdates, { year: 2021 })).body.total).toBe(0);
  });

  test('an update is due until it is handed in, by whoever reported on the day it was due', async () => {
    const late = async () => (await officer(wire.listUpdates, { year: 2025, overdue: 'true' })).body;
    await here.owner(
      `insert into registry.yearly_account (province, organisation_id, year, revenue_vnd, source) values (22, $1, 2025, 1000000, 'Biểu tổng hợp')`,
      [neighbour],
    );
    // Figures that an officer took over from a sheet are shown as such; nobody has handed anything in.
    expect(await late()).toMatchObject({
      overdue: 1,
      items: [{ organisation: { id: neighbour }, state: 'missing', hasFigures: true }],
    });
    await here.owner(
      `insert into registry.organisation_state (province, organisation_id, seq, valid_from, told, kind, status, fields)
       values (22, $1, 1, '2020-01-01', '{kind,status,fields}', 'cooperative-group', 'operating', '{fishery}'),
              (22, $1, 2, '2026-02-01', '{kind,status}', 'cooperative', 'dissolved', null)`,
      [neighbour],
    );
    await here.owner(`update registry.organisation set status = 'dissolved' where id = $1`, [neighbour]);
    expect((await late()).items).toMatchObject([{ organisation: { id: neighbour, kind: 'cooperative-group' } }]);
    expect(
      (await officer(wire.listUpdates, { year: 2026 })).body.items.map((one) => one.organisation.id),
    ).not.toContain(neighbour);
    await here.owner(
      `update registry.organisation_state set status = 'dissolved' where organisation_id = $1 and seq = 1`,
      [neighbour],
    );
    expect((await late()).items).toEqual([]);
  });

  test('what is known of a past year is what was known on its last day: a standing changed since leaves it as it was', async () => {
    const counted = async () =>
      (await page(manager, 2025)).known
        .filter(({ source }) => source === 'member-register')
        .map(({ field, value }) => [field, value]);
    const before = await counted();
    expect(before).toContainEqual(['officialMembers', 2]);
    const [hai] = await here.owner<{ id: MemberId }>(`select id from registry.member where name = 'Hai'`);
    await here.owner(
      `insert into registry.member_former_standing (province, member_id, until_day, standing, recorded_by)
       values (22, $1, '2026-11-01', 'official-use', 'test')`,
      [hai!.id],
    );
    await here.owner(`update registry.member set standing = 'associate-capital' where id = $1`, [hai!.id]);
    expect(await counted()).toEqual(before);
    expect((await page(manager, 2026)).known).toContainEqual(
      expect.objectContaining({ field: 'officialMembers', value: 1 }),
    );
  });

  test('a reminder is told to who runs the organisation, and not again within a week', async () => {
    const remind = () =>
      communeOfficer(wire.remindOrganisation, { id: newId(), organisation: cooperative, year: 2026 });
    expect((await remind()).status).toBe(200);
    expect((await remind()).body.obstacles).toMatchObject([{ code: 'reminded-lately', days: 7 }]);
    await drain();
    const told = await here.owner(`select audience from platform.notification where topic = 'books.update.reminded'`);
    expect(told).toEqual([{ audience: `organisation:${cooperative}:organisation-manager` }]);
    expect(
      (await communeOfficer(wire.remindOrganisation, { id: newId(), organisation: cooperative, year: 2024 })).body
        .obstacles,
    ).toEqual(['handed-in-already']);
  });
});

test('members, neighbours and strangers see nothing of it', async () => {
  const given = { organisation: cooperative, year: 2024 };
  for (const ask of [manager, communeOfficer, officer, auditor])
    expect((await ask(wire.getUpdate, given)).status).toBe(200);
  for (const ask of [member, neighbourManager, otherOfficer])
    expect((await ask(wire.getUpdate, given)).status).toBe(403);
  expect((await nobody(wire.getUpdate, given)).status).toBe(401);
  const { update } = await page(manager, 2021);
  for (const ask of [member, neighbourManager, auditor])
    expect((await ask(wire.submitUpdate, { update: update!.id, version: 1 })).status).toBe(403);
  expect((await manager(wire.acceptUpdate, { update: update!.id, version: 1 })).status).toBe(403);
});
