import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '#kernel/day.ts';
import { newId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import { quangNinh, signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { capitalForms } from './capital.ts';
import { enteredCapitalKinds } from './capital-demand.ts';
import {
  correctCapital,
  exportCapital,
  getCapital,
  listCapital,
  listCapitalLines,
  recordCapital,
  type CapitalActId,
} from './capital.wire.ts';
import { registry, usePersonalKeys } from './index.ts';
import { closeMembership, correctMember, getMember, recordMember } from './member.wire.ts';
import { getOrganisation } from './organisation.wire.ts';
import { damHa, examples, saveExamples } from './registry.example.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const { cooperative, neighbour } = examples;
const group = newId<OrganisationId>();

const manager = as(
  await signedIn(
    here,
    { role: 'organisation-manager', organisation: cooperative },
    { role: 'organisation-manager', organisation: neighbour },
    { role: 'organisation-manager', organisation: group },
  ),
);
const memberPerson = await signedIn(here, { role: 'organisation-member', organisation: cooperative });
const memberOf = as(memberPerson);
const officer = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const auditor = as(await signedIn(here, { role: 'auditor' }));
const nobody = as(stranger);

beforeAll(async () => {
  await saveExamples(here.owner);
  await here.owner(`insert into reference.parameter (key, valid_from, value, source, verified) values
    ('htx.maxStake', '2024-07-01', '0.3', 'test', true), ('foreignTotalMaxStake', '2024-07-01', '0.3', 'test', true),
    ('capitalAssociates.totalMaxStake', '2024-07-01', 'null', 'test', false), ('capital.payInMonths', '2024-07-01', '6', 'test', false)
    on conflict do nothing`);
  await here.owner(
    `insert into registry.organisation (province, id, kind, name, founded_on, fields) values ($1, $2, 'cooperative-group', 'Tổ hợp tác', '2024-01-01', '{crops}')`,
    [quangNinh, group],
  );
});

async function joined(organisation: OrganisationId, more: Record<string, unknown> = {}): Promise<MemberId> {
  const id = newId<MemberId>();
  const { status, body } = await manager(recordMember, {
    id,
    organisation,
    standing: 'official-both',
    name: `Thành viên ${id.slice(-4)}`,
    joinedOn: '2025-01-10',
    contributedVnd: 20_000_000,
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return id;
}

interface Line {
  readonly member: MemberId;
  readonly [field: string]: unknown;
}
const act = (kind: (typeof enteredCapitalKinds)[number], onDay: string, lines: readonly Line[]) => ({
  id: newId<CapitalActId>(),
  organisation: cooperative,
  kind,
  onDay: day(onDay),
  document: 'NQ 01/2026',
  lines: [...lines],
});

const codes = (body: { readonly [key: string]: unknown }) =>
  ((body['obstacles'] ?? []) as { code: string }[]).map(({ code }) => code);

describe('an act of the capital', () => {
  const founders: MemberId[] = [];
  beforeAll(async () => {
    for (let at = 0; at < 5; at += 1) founders.push(await joined(cooperative));
  });

  test('a transfer moves what is promised and paid, and the charter capital stays', async () => {
    const [from, to] = founders as [MemberId, MemberId];
    const before = (await manager(getCapital, { organisation: cooperative })).body;
    const given = act('transferred', '2026-02-01', [
      { member: from, to, subscribedVnd: 3_000_000, paidVnd: 3_000_000 },
    ]);
    expect(await manager(recordCapital, given)).toMatchObject({ status: 200, body: { number: before.last + 1 } });
    const { body } = await manager(getCapital, { organisation: cooperative });
    expect(body.subscribedVnd).toBe(before.subscribedVnd);
    expect(body.items.find(({ member }) => member === to)).toMatchObject({ subscribedVnd: 23_000_000 });
    expect((await manager(getMember, { member: from })).body.contributedVnd).toBe(17_000_000);
    // The day before, and the book as it stood before the entry, are as they were.
    for (const moment of [{ on: '2026-01-31' }, { known: before.last }])
      expect((await manager(getCapital, { organisation: cooperative, ...moment })).body.items).toEqual(before.items);
  });

  test('nobody is lifted above the cap, and the reason says how far and when', async () => {
    const [one] = founders as [MemberId];
    const { status, body } = await manager(
      recordCapital,
      act('increased', '2026-03-01', [{ member: one, subscribedVnd: 100_000_000 }]),
    );
    expect(status).toBe(409);
    expect(body['obstacles']).toEqual([
      expect.objectContaining({ code: 'above-cap', member: one, onDay: '2026-03-01', capBasisPoints: 3_000 }),
    ]);
  });

  test('all reasons at once: no document, no valuation, a day to come', async () => {
    const { document: _, ...bare } = act('increased', '2099-01-01', [
      { member: founders[2]!, form: 'land-use', subscribedVnd: 1_000_000, paidVnd: 1_000_000 },
    ]);
    expect(codes((await manager(recordCapital, bare)).body)).toEqual([
      'in-future',
      'document-missing',
      'valuation-missing',
    ]);
  });

  test('an earlier day is refused where a later balance breaks by it', async () => {
    const [from, to] = founders as [MemberId, MemberId];
    const { body } = await manager(
      recordCapital,
      act('transferred', '2025-12-01', [{ member: from, to, subscribedVnd: 18_000_000, paidVnd: 18_000_000 }]),
    );
    expect(body['obstacles']).toContainEqual(
      expect.objectContaining({ code: 'below-nought', member: from, onDay: '2026-02-01' }),
    );
  });

  test('who is expelled gets everything back, leaves that day, and comes back when the act is taken back', async () => {
    const gone = await joined(cooperative, { contributedVnd: 5_000_000, subscribedVnd: 9_000_000 });
    const close = { member: gone, version: 1, leftOn: day('2026-05-01') };
    expect((await manager(closeMembership, close)).body['obstacles']).toEqual(['capital-unsettled']);
    const expelled = act('expelled', '2026-05-01', [{ member: gone }]);
    expect((await manager(recordCapital, expelled)).status).toBe(200);
    expect((await manager(getMember, { member: gone })).body).toMatchObject({ leftOn: '2026-05-01', subscribedVnd: 0 });
    const mirror = { id: newId<CapitalActId>(), act: expelled.id, reason: 'ghi nhầm người' };
    expect((await manager(correctCapital, mirror)).status).toBe(200);
    expect((await manager(getMember, { member: gone })).body).toMatchObject({
      leftOn: null,
      subscribedVnd: 9_000_000,
      contributedVnd: 5_000_000,
    });
    expect(codes((await manager(correctCapital, { ...mirror, id: newId<CapitalActId>() })).body)).toEqual([
      'reversed-already',
    ]);
    const { body } = await manager(listCapital, { organisation: cooperative, member: gone });
    expect(body.items.map(({ kind }) => kind)).toEqual(['reversed', 'expelled', 'subscribed']);
  });

  test('what is promised and not paid in time is late, and a promise nobody times is not', async () => {
    const late = await joined(cooperative, { contributedVnd: 1_000_000, subscribedVnd: 4_000_000 });
    const rowOn = async (on: string) =>
      (await manager(getCapital, { organisation: cooperative, on, size: 200 })).body.items.find(
        ({ member }) => member === late,
      );
    expect(await rowOn('2025-07-10')).toMatchObject({ lateVnd: 0, dueOn: '2025-07-10' });
    expect(await rowOn('2025-07-11')).toMatchObject({ lateVnd: 3_000_000 });
  });

  test('a number no source gives is compared with nothing', async () => {
    const { caps } = (await manager(getCapital, { organisation: cooperative })).body;
    expect(caps.map(({ cap, basisPoints, isAbove }) => [cap, basisPoints, isAbove])).toEqual([
      ['stake', 3_000, false],
      ['foreign', 3_000, false],
      ['associates', null, null],
    ]);
  });

  test('caps and rows ask what a member was on the day; another day given later takes the place of the first', async () => {
    const id = await joined(neighbour, { contributedVnd: 7_000_000 });
    const on = async (onDay: string) => {
      const { items, caps } = (await manager(getCapital, { organisation: neighbour, on: onDay, size: 200 })).body;
      const { standing, foreign } = items.find(({ member }) => member === id)!;
      return [standing, foreign, caps.find(({ cap }) => cap === 'foreign')!.partVnd];
    };
    let version = 0;
    const correct = async (given: Record<string, unknown>) =>
      await manager(correctMember, {
        member: id,
        version: (version += 1),
        reason: 'chuyển quốc tịch',
        capReason: 'chờ chuyển bớt',
        ...given,
      });
    expect((await correct({ foreignInvestor: true, since: '2026-03-01' })).status).toBe(200);
    expect(await on('2026-02-28')).toEqual(['official-both', false, 0]);
    expect(await on('2026-03-01')).toEqual(['official-both', true, 7_000_000]);
    expect((await correct({ foreignInvestor: true, since: '2026-02-01' })).status).toBe(200);
    expect(await on('2026-02-28')).toEqual(['official-both', true, 7_000_000]);
    expect(await on('2026-01-31')).toEqual(['official-both', false, 0]);
    expect((await correct({ standing: 'associate-capital', since: '2026-05-01' })).status).toBe(200);
    expect((await manager(getMember, { member: id })).body).toMatchObject({
      standing: 'associate-capital',
      former: [
        { until: '2026-02-01', standing: null, foreign: false },
        { until: '2026-05-01', standing: 'official-both', foreign: null },
      ],
    });
    // Without a day what is said now was wrong, and only that.
    expect((await correct({ standing: 'official-use' })).status).toBe(200);
    expect([(await on('2026-04-30'))[0], (await on('2026-05-01'))[0]]).toEqual(['official-both', 'official-use']);
    expect((await correct({ name: 'Tên khác', since: '2099-01-01' })).body['obstacles']).toEqual([
      'since-without-standing',
      'since-in-future',
    ]);
    const { members } = (await manager(listCapitalLines, { organisation: neighbour })).body;
    expect(members.find((member) => member.id === id)!.former).toHaveLength(2);
  });

  test('a yearly figure that differs is shown with its day, and the book stands', async () => {
    await here.owner(
      `insert into registry.yearly_account (province, organisation_id, year, charter_capital_vnd, source) values (22, $1, 2025, 1000000, 'khai')`,
      [cooperative],
    );
    const { body } = await officer(getCapital, { organisation: cooperative, on: '2025-12-14' });
    expect(body.differences).toEqual([
      { year: 2025, on: '2025-12-14', declaredVnd: 1_000_000, ledgerVnd: body.subscribedVnd },
    ]);
  });

  test('a group’s members may give labour only, and no cap is asked', async () => {
    await joined(group, { contributedVnd: 0 });
    await joined(group, { contributedVnd: 900_000_000 });
    const { body } = await manager(getCapital, { organisation: group });
    expect(body).toMatchObject({ caps: [], subscribedVnd: 900_000_000, payIn: null });
    expect(body.items.flatMap(({ marks }) => marks)).toEqual([]);
  });
});

describe('who sees the capital', () => {
  test('a member the own line and the sums; an auditor no names; a stranger nothing', async () => {
    const own = await joined(cooperative, { contributedVnd: 2_000_000 });
    await here.owner('update registry.member set account_id = $1 where id = $2', [memberPerson.account, own]);
    const { body } = await memberOf(getCapital, { organisation: cooperative });
    expect(body.items.map(({ member }) => member)).toEqual([own]);
    expect(body).toMatchObject({ sight: 'own', differences: [], lateVnd: 0, may: { record: false } });
    const book = (await memberOf(listCapital, { organisation: cooperative })).body;
    expect(book.items.flatMap(({ lines }) => lines.map(({ member }) => member))).toEqual([own]);
    const seen = await auditor(getCapital, { organisation: cooperative, sort: 'name' });
    expect(seen.body.items.every(({ name }) => name === null)).toBe(true);
    for (const method of [getCapital, listCapital] as const)
      expect((await nobody(method, { organisation: cooperative })).status).toBe(401);
    expect((await memberOf(listCapitalLines, { organisation: cooperative })).status).toBe(403);
    const noted = {
      id: newId<CapitalActId>(),
      organisation: cooperative,
      kind: 'subscribed' as const,
      onDay: day('2026-06-01'),
    };
    const other = await joined(cooperative, { contributedVnd: 2_000_000 });
    const note = 'Góp thay cho con ông Nguyễn Văn Kín';
    const amounts = { subscribedVnd: 1_000, paidVnd: 1_000 };
    const lines = [own, other].map((member) => ({ member, ...amounts }));
    expect((await manager(recordCapital, { ...noted, note, lines })).body.obstacles).toBeUndefined();
    const noteOf = async (ask: typeof manager) =>
      (await ask(listCapital, { organisation: cooperative })).body.items.find(({ id }) => id === noted.id)?.note;
    expect([await noteOf(manager), await noteOf(auditor), await noteOf(memberOf)]).toEqual([note, null, null]);
    const told = await Promise.all(
      [manager, memberOf, auditor, nobody].map((ask) => ask(getOrganisation, { organisation: cooperative })),
    );
    expect(told.map(({ body: { may } }) => may.seeCapital)).toEqual([true, true, true, false]);
    expect((await memberOf(exportCapital, { organisation: cooperative })).status).toBe(403);
  });

  test('the sheet of members’ capital holds whom the table was asked for; the book stays whole', async () => {
    const lines = async (asked: object) => {
      const { raw } = await manager(exportCapital, { organisation: cooperative, format: 'csv', ...asked });
      return raw.toString().trim().split(/\r?\n/).length - 1;
    };
    const { items, total } = (await manager(getCapital, { organisation: cooperative })).body;
    const search = items[0]!.name!;
    for (const asked of [{ search }, { show: 'late' as const }, { show: 'marked' as const }, { search: 'khongai' }]) {
      const shown = (await manager(getCapital, { organisation: cooperative, ...asked })).body.total;
      expect([asked, await lines(asked)]).toEqual([asked, shown]);
    }
    expect([await lines({}), await lines({ search: 'khongai' })]).toEqual([total, 0]);
    expect(await lines({ what: 'acts', search: 'khongai' })).toBe(await lines({ what: 'acts' }));
  });

  test('the book as a sheet adds up to the charter capital', async () => {
    const { raw } = await manager(exportCapital, { organisation: cooperative, what: 'acts', format: 'csv' });
    const [, ...rows] = raw.toString().trim().split(/\r?\n/);
    const { subscribedVnd } = (await manager(getCapital, { organisation: cooperative })).body;
    const sum = rows.reduce((all, row) => all + Number(/,(-?\d+),(-?\d+),/.exec(row)![1]), 0);
    expect(sum).toBe(subscribedVnd);
  });
});

const lineSum = async (organisation: OrganisationId) =>
  here.owner<{ told: string; kept: string }>(
    `select coalesce((select json_agg(r order by r) from (select member_id, sum(subscribed_vnd) s, sum(paid_vnd) p from registry.capital_line
       where organisation_id = $1 group by member_id having sum(subscribed_vnd) <> 0) r), '[]')::text as told,
     coalesce((select json_agg(r order by r) from (select id as member_id, subscribed_vnd s, contributed_vnd p from registry.member
       where organisation_id = $1 and subscribed_vnd <> 0) r), '[]')::text as kept`,
    [organisation],
  );

test(
  'any sequence of acts over HTTP keeps members’ sums, the book and every past day',
  { timeout: 60_000 },
  async () => {
    const people = await Promise.all(
      ['2025-01-10', '2025-01-10', '2025-01-10', '2025-02-10'].map((joinedOn) => joined(neighbour, { joinedOn })),
    );
    const asked = async (on: Day, known: number) => {
      const { body } = await manager(getCapital, { organisation: neighbour, on, known, size: 200, sort: 'name' });
      const held = body.items.filter(({ byForm }) => byForm.length > 0);
      return JSON.stringify([body.subscribedVnd, body.paidVnd, held.map((row) => [row.member, row.byForm])]);
    };
    const told: { on: Day; known: number; said: string }[] = [];
    const ids: CapitalActId[] = [];
    let entered = 0;
    const step = fc.record({
      kind: fc.constantFrom(...enteredCapitalKinds),
      form: fc.constantFrom(...capitalForms),
      days: fc.integer({ min: 0, max: 500 }),
      tens: fc.integer({ min: 1, max: 6 }),
      who: fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })),
      back: fc.integer({ min: 0, max: 3 }),
    });
    for (const { kind, form, days, tens, who, back } of fc.sample(step, 45)) {
      const amounts = { subscribedVnd: tens * 1_000_000, paidVnd: tens * 1_000_000 };
      const [member, to] = [people[who[0]]!, people[who[1]]!];
      const line = { member, to, form, valuationDocument: 'BB 01', ...amounts };
      const given = { ...act(kind, addDays(day('2025-03-01'), days), [line]), organisation: neighbour };
      const isBack = back === 0 && ids.length > 0;
      const answer = isBack
        ? await manager(correctCapital, { id: newId<CapitalActId>(), act: ids[days % ids.length]!, reason: 'thử lại' })
        : await manager(recordCapital, given);
      expect([200, 409]).toContain(answer.status);
      if (answer.status !== 200) continue;
      entered += 1;
      if (!isBack) ids.push(given.id);
      const known = answer.body.number;
      told.push({ on: given.onDay, known, said: await asked(given.onDay, known) });
      const [sums] = await lineSum(neighbour);
      expect(sums!.told).toBe(sums!.kept);
    }
    expect(entered).toBeGreaterThan(5);
    for (const { on, known, said } of told) expect(await asked(on, known)).toBe(said);
  },
);
