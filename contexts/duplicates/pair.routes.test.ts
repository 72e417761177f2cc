import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getCapital, listCapital, recordCapital } from '#contexts/registry/capital.wire.ts';
import { newId } from '#kernel/id.ts';
import { listFigures } from '#contexts/insight/figure.wire.ts';
import { listCards } from '#contexts/registry/card.wire.ts';
import { listVotes } from '#contexts/registry/vote.wire.ts';
import { getMember, listMembers, correctMember } from '#contexts/registry/member.wire.ts';
import { changeOrganisation, getOrganisation, listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { listYearly } from '#contexts/registry/yearly.wire.ts';
import { usePersonalKeys } from '#registry';
import { otherProvince, quangNinh, signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { stopComparing, workOffRuns } from './index.ts';
import { damHa, examples, saveExamples, vanDon } from './duplicates.example.ts';
import type { PairId, PairState, Subject } from './pair.ts';
import {
  decidePair,
  exportPairs,
  getPair,
  listMergers,
  listPairs,
  mergePair,
  withdrawDecision,
  withdrawMerger,
} from './pair.wire.ts';
import type { RunId } from './run.ts';
import { listRuns, startRun } from './run.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here);
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const { full, short, plain, other, huong, huongAgain, huongInShort, huongElsewhere } = examples;

const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const communeOfficer = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const otherOfficer = as(await signedIn(here, { role: 'commune-officer', unit: vanDon }));
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: full }));
const shortManager = as(await signedIn(here, { role: 'organisation-manager', organisation: short }));
const member = as(await signedIn(here, { role: 'organisation-member', organisation: full }));
const auditor = as(await signedIn(here, { role: 'auditor' }));
const administrator = as(await signedIn(here, { role: 'administrator' }));
const foreignOfficer = as(await signedIn(here, { role: 'provincial-officer', province: otherProvince }));
const nobody = as(stranger);

const reason = 'đã đối chiếu hồ sơ giấy';

async function search(subject: Subject): Promise<void> {
  const { status } = await officer(startRun, { id: newId<RunId>(), subject });
  expect(status).toBe(200);
  await workOffRuns({ database: here.database, province: quangNinh });
  const [run] = (await officer(listRuns, { subject })).body.items;
  expect(run).toMatchObject({ state: 'done', trouble: null });
}

const pairsOf = async (subject: Subject, state: PairState = 'open') =>
  (await officer(listPairs, { subject, state, size: 200 })).body.items;

async function pairOf(subject: Subject, one: string, two: string, state: PairState = 'open'): Promise<PairId> {
  const pair = (await pairsOf(subject, state)).find(
    ({ first, second }) => [first.id, second.id].includes(one) && [first.id, second.id].includes(two),
  );
  if (pair === undefined) throw new Error(`no ${state} pair of these two`);
  return pair.id;
}

/** Every row of the registry but the mergers, as the database has it. */
async function registryRows(): Promise<Record<string, string>> {
  const tables = await here.owner<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'registry' and tablename <> 'record_merger' order by 1`,
  );
  const rows: Record<string, string> = {};
  for (const { name } of tables) {
    const [dump] = await here.owner<{ text: string }>(
      `select coalesce(string_agg(t::text || ' ' || t.xmin::text, E'\\n' order by t::text), '') as text from registry.${name} t`,
    );
    rows[name] = dump!.text;
  }
  return rows;
}

const figures = async () => {
  const { body } = await officer(listFigures, {});
  return Object.fromEntries(body.items.map(({ key, value }) => [key, value]));
};

const merge = async (pair: PairId, survivor: string, ask = officer) =>
  ask(mergePair, { pair, survivor, merger: newId(), reason });

beforeAll(() => saveExamples(here.owner));
afterAll(stopComparing);

describe('looking for records entered twice', () => {
  test('the clauses find the cooperative entered three times, and nobody else', async () => {
    await search('organisation');
    const key = (...ids: readonly string[]): string => ids.toSorted().join(' ');
    const found = (await pairsOf('organisation')).map(({ first, second }) => key(first.id, second.id));
    expect(found.toSorted()).toEqual([key(full, short), key(full, plain), key(short, plain)].toSorted());
  });

  test('the woman is found in one organisation and in others', async () => {
    await search('member');
    expect(await pairOf('member', huong, huongAgain)).toBeDefined();
    expect(await pairOf('member', huong, huongElsewhere)).toBeDefined();
    expect((await pairsOf('member')).every(({ first }) => first.name?.includes('Giang'))).toBe(true);
  });

  test('a run without anything new changes nothing', async () => {
    const before = await pairsOf('member');
    await search('member');
    expect(await pairsOf('member')).toEqual(before);
    const [run] = (await officer(listRuns, { subject: 'member' })).body.items;
    expect(run).toMatchObject({ opened: 0, reopened: 0, lapsed: 0 });
  });

  test('a pair is compared field by field, with what hangs on both', async () => {
    const pair = await pairOf('member', huong, huongAgain);
    const { body } = await officer(getPair, { pair });
    expect(body.rows.find(({ field }) => field === 'name')).toMatchObject({ level: 'unmarked', strength: 'for' });
    expect(body.rows.find(({ field }) => field === 'phone')).toMatchObject({ level: 'same' });
    expect(body.hanging).toContainEqual({ what: 'capitalLines', first: 1, second: 1 });
    expect(body).toMatchObject({ sight: 'full', changed: false, may: { decide: true } });
    expect(body.obstacles).toMatchObject({ keepFirst: [], two: [], onePerson: ['same-organisation'] });
  });

  test('what is kept of a pair tells no value', async () => {
    const rows = await here.owner<{ text: string }>(
      'select p.evidence::text || p.clauses::text as text from duplicates.pair p',
    );
    for (const { text } of rows) expect(text).not.toMatch(/Giang|Hương|0912 ?345|1970/);
  });
});

describe('who sees pairs', () => {
  test('the officer of the place those of which both are there, its manager those of its members', async () => {
    const totals = async (ask: typeof officer, subject: Subject) => {
      const { status, body } = await ask(listPairs, { subject });
      return status === 200 ? body.total : status;
    };
    expect(await totals(officer, 'organisation')).toBe(3);
    expect(await totals(communeOfficer, 'organisation')).toBe(3);
    expect(await totals(otherOfficer, 'organisation')).toBe(0);
    expect(await totals(otherOfficer, 'member')).toBe(0);
    expect(await totals(communeOfficer, 'member')).toBe(3);
    expect(await totals(manager, 'member')).toBe(1);
    expect(await totals(shortManager, 'member')).toBe(0);
    expect(await totals(manager, 'organisation')).toBe(403);
    expect(await totals(member, 'member')).toBe(403);
    expect(await totals(administrator, 'member')).toBe(403);
    expect(await totals(foreignOfficer, 'member')).toBe(403);
    expect(await totals(nobody, 'member')).toBe(401);
  });

  test('an auditor sees how they agree, and no person', async () => {
    const { body } = await auditor(listPairs, { subject: 'member' });
    expect(body.total).toBe((await pairsOf('member')).length);
    expect(JSON.stringify(body)).not.toMatch(/Giang/);
    const pair = await auditor(getPair, { pair: body.items[0]!.id });
    expect(pair.body).toMatchObject({ sight: 'masked', may: { decide: false } });
    expect(JSON.stringify(pair.body)).not.toMatch(/Giang|0912 ?345/);
    expect((await merge(body.items[0]!.id, huong, auditor)).status).toBe(403);
  });

  test('pairs leave as a sheet for who sees them: of members with their names written down, for an auditor without', async () => {
    const sheet = async (ask: typeof officer, input: object) => {
      const { status, raw } = await ask(exportPairs, { format: 'csv', ...input });
      return status === 200 ? raw.toString('utf8').split(/\r?\n/).filter(Boolean).slice(1) : status;
    };
    expect(await sheet(officer, { subject: 'organisation' })).toHaveLength(3);
    expect(await sheet(otherOfficer, { subject: 'organisation' })).toEqual([]);
    expect(await sheet(manager, { subject: 'organisation' })).toBe(403);
    for (const [ask, refused] of [
      [member, 403],
      [administrator, 403],
      [nobody, 401],
    ] as const)
      expect(await sheet(ask, { subject: 'member' })).toBe(refused);
    const looks = () =>
      here.owner<{ organisation_id: string; row_count: number }>(
        `select organisation_id, row_count from registry.personal_look where field = 'member-list' order by looked_at`,
      );
    expect((await sheet(auditor, { subject: 'member' })) as string[]).toHaveLength((await pairsOf('member')).length);
    expect(String(await sheet(auditor, { subject: 'member' }))).not.toMatch(/Giang/);
    expect(await looks()).toEqual([]);
    const own = (await sheet(manager, { language: 'en' })) as string[];
    expect(own).toHaveLength(1);
    expect(own[0]).toMatch(/Giang.*phone.*To be looked at/);
    expect(await looks()).toEqual([{ organisation_id: full, row_count: 2 }]);
    expect(await sheet(foreignOfficer, { subject: 'member' })).toBe(403);
  });

  test('a pair across two units is for who looks after both', async () => {
    const pair = await pairOf('member', huong, huongElsewhere);
    for (const ask of [communeOfficer, otherOfficer, manager]) expect((await ask(getPair, { pair })).status).toBe(403);
    expect((await officer(getPair, { pair })).status).toBe(200);
  });
});

describe('“these are two”', () => {
  test('leaves with its reason for who may decide, and without for an auditor', async () => {
    const pair = await pairOf('member', huong, huongElsewhere);
    await officer(decidePair, { pair, decision: 'two', reason: 'Giang Thị Hương nói là hai' });
    const sheet = async (ask: typeof officer) =>
      (await ask(exportPairs, { subject: 'member', what: 'decisions', format: 'csv' })).raw.toString('utf8');
    expect(await sheet(officer)).toMatch(/Là hai,Giang Thị Hương nói là hai/);
    expect(await sheet(communeOfficer)).not.toContain('nói là hai');
    const masked = await sheet(auditor);
    expect(masked).toContain('Là hai');
    expect(masked).not.toMatch(/Giang|Hương/);
    expect(JSON.stringify((await auditor(getPair, { pair })).body)).not.toContain('nói là hai');
    await officer(withdrawDecision, { pair, reason });
  });

  test('is remembered by the next run, and open again once the facts of one side change', async () => {
    const pair = await pairOf('member', huongInShort, huongElsewhere);
    expect((await officer(decidePair, { pair, decision: 'two', reason })).status).toBe(200);
    await search('member');
    expect(await pairOf('member', huongInShort, huongElsewhere, 'two')).toBe(pair);

    await here.owner(`update registry.member set phone = '0912 345 679' where id = $1`, [huongElsewhere]);
    await search('member');
    expect(await pairOf('member', huongInShort, huongElsewhere)).toBe(pair);
    const { body } = await officer(getPair, { pair });
    expect(body.reopened).toBe(true);
    expect(body.entries.map(({ kind }) => kind)).toEqual(['two', 'reopened']);
    expect(body.entries[0]).toMatchObject({ reason });
  });

  test('is taken back with a reason', async () => {
    const pair = await pairOf('member', huongInShort, huongElsewhere);
    await officer(decidePair, { pair, decision: 'two', reason });
    expect((await officer(withdrawDecision, { pair, reason: 'nhầm' })).status).toBe(200);
    expect((await officer(withdrawDecision, { pair, reason: 'nhầm' })).body.obstacles).toEqual(['not-decided']);
  });

  test('one person in two organisations is two memberships', async () => {
    const pair = await pairOf('member', huong, huongElsewhere);
    const { body } = await merge(pair, huong);
    expect(body.obstacles).toEqual(['other-organisation']);
    expect((await officer(decidePair, { pair, decision: 'one-person', reason })).status).toBe(200);
    const { body: seen } = await officer(listMergers, { subject: 'member', record: huong });
    expect(seen.samePerson).toMatchObject([{ id: huongElsewhere, organisation: 'Hợp tác xã Biển Vân Đồn' }]);
    expect((await manager(listMergers, { subject: 'member', record: huong })).body.samePerson).toEqual([]);
  });
});

describe('a merger of members', () => {
  test('counts once, with the capital of both, and undone leaves every row as it was', async () => {
    const [rows, told] = [await registryRows(), await figures()];
    const heads = async () => {
      const votes = (await manager(listVotes, { organisation: full })).body;
      const cards = (await manager(listCards, { organisation: full })).body;
      return { voters: votes.voters + votes.others, holders: cards.total };
    };
    const before = await heads();
    const pair = await pairOf('member', huong, huongAgain);
    expect((await merge(pair, huong, manager)).status).toBe(200);

    expect(await figures()).toEqual({ ...told, members: told['members']! - 1 });
    expect(await heads()).toEqual({ voters: before.voters - 1, holders: before.holders - 1 });
    const { body } = await manager(listMembers, { organisation: full, search: 'Giang' });
    expect(body.items).toMatchObject([{ id: huong, contributedVnd: 7_000_000, subscribedVnd: 7_000_000 }]);
    expect((await manager(getMember, { member: huongAgain })).body).toMatchObject({
      id: huong,
      contributedVnd: 7_000_000,
    });
    const [sum] = await here.owner<{ all: number; once: number }>(
      `select (select sum(contributed_vnd) from registry.member)::int as all,
         (select sum(contributed_vnd) from registry.published_member where survivor_id is null)::int as once`,
    );
    expect(sum!.once).toBe(sum!.all);

    const change = { member: huongAgain, version: 1, reason, hamlet: 'Thôn 2' };
    expect((await manager(correctMember, change)).body).toMatchObject({
      code: 'registry.member.merged',
      survivor: huong,
    });

    const [merger] = (await manager(listMergers, { subject: 'member', record: huong })).body.items;
    expect(merger).toMatchObject({ merged: { id: huongAgain }, may: { undo: true } });
    expect((await manager(withdrawMerger, { merger: merger!.id, reason: 'hai người' })).status).toBe(200);
    expect(await registryRows()).toEqual(rows);
    expect(await figures()).toEqual(told);
    expect((await officer(getPair, { pair })).body).toMatchObject({ state: 'open', merger: null });
  });
});

describe('a merger of organisations', () => {
  test('shows the one as the other everywhere, fills what it leaves blank, and undone leaves every row as it was', async () => {
    await here.owner(
      `insert into registry.yearly_account (province, organisation_id, year, revenue_vnd, source) values (22, $1, 2025, 100, 'sổ')`,
      [short],
    );
    const [rows, told] = [await registryRows(), await figures()];
    expect((await merge(await pairOf('organisation', full, short), full)).status).toBe(200);

    expect(await figures()).toEqual({ ...told, cooperatives: told['cooperatives']! - 1 });
    const { body } = await nobody(getOrganisation, { organisation: short });
    expect(body).toMatchObject({
      id: full,
      name: 'Hợp tác xã Dịch vụ nông nghiệp Hoà Bình',
      taxNumber: '9900000016',
      registrationNumber: 'GCN-1',
      foundedOn: '2020-03-01',
      members: 63,
    });
    expect((await nobody(listOrganisations, { search: 'Hòa Bình' })).body.items.map(({ id }) => id)).not.toContain(
      short,
    );
    expect((await manager(listYearly, { organisation: full })).body.items).toMatchObject([
      { year: 2025, revenueVnd: 100 },
    ]);
    // Who ran the one runs both.
    expect((await shortManager(listMembers, { organisation: full })).status).toBe(200);

    const refused = await officer(changeOrganisation, { organisation: short, version: 1, website: null });
    expect(refused.body).toMatchObject({ code: 'registry.organisation.merged', survivor: full });

    const [merger] = (await officer(listMergers, { subject: 'organisation', record: short })).body.items;
    expect((await shortManager(withdrawMerger, { merger: merger!.id, reason })).status).toBe(403);
    expect((await officer(withdrawMerger, { merger: merger!.id, reason })).status).toBe(200);
    expect((await officer(withdrawMerger, { merger: merger!.id, reason })).body.obstacles).toEqual(['undone-already']);
    expect(await registryRows()).toEqual(rows);
    expect(await figures()).toEqual(told);
    expect((await shortManager(listMembers, { organisation: full })).status).toBe(403);
  });

  test('into a third leads there, and undoing one keeps the other', async () => {
    await search('organisation');
    expect((await merge(await pairOf('organisation', short, plain), short)).status).toBe(200);
    expect((await merge(await pairOf('organisation', full, short), full)).status).toBe(200);
    const nameOf = async (organisation: string) => (await nobody(getOrganisation, { organisation })).body.id;
    expect([await nameOf(plain), await nameOf(short)]).toEqual([full, full]);

    const { items } = (await officer(listMergers, { subject: 'organisation', record: full })).body;
    expect(items.map(({ merged }) => merged.id).toSorted()).toEqual([short, plain].toSorted());
    const undo = (merged: string) =>
      officer(withdrawMerger, { merger: items.find((item) => item.merged.id === merged)!.id, reason });
    expect((await undo(short)).status).toBe(200);
    expect([await nameOf(plain), await nameOf(short)]).toEqual([short, short]);
    expect((await undo(plain)).status).toBe(200);
    expect(await nameOf(plain)).toBe(plain);
  });

  test('is refused with every reason', async () => {
    await search('organisation');
    const pair = await pairOf('organisation', full, short);
    // The book of the one that would be merged cannot be read as the other's.
    expect((await merge(pair, short)).body.obstacles).toEqual(['merged-has-capital']);
    expect((await merge(pair, other)).body.obstacles).toEqual(['survivor-not-of-pair']);
    expect((await merge(pair, full, manager)).status).toBe(403);
  });

  test('with two books of capital closes one as entered twice, shows all of it, and undone both count again', async () => {
    const act = newId();
    await here.owner(
      `insert into registry.capital_act (province, id, organisation_id, number, kind, on_day) values (22, $1, $2, 1, 'opening', '2020-05-01')`,
      [act, short],
    );
    await here.owner(
      `update registry.member set standing = 'official-use', subscribed_vnd = 9, contributed_vnd = 9 where id = $1`,
      [huongInShort],
    );
    await here.owner(
      `insert into registry.capital_line (province, act_id, organisation_id, member_id, form, subscribed_vnd, paid_vnd) values (22, $1, $2, $3, 'money', 9, 9)`,
      [act, short, huongInShort],
    );
    await search('organisation');
    const pair = await pairOf('organisation', full, short);
    const { obstacles } = (await officer(getPair, { pair })).body;
    expect([obstacles.keepFirst, obstacles.keepSecond]).toEqual([['merged-has-capital'], ['merged-has-capital']]);
    expect([obstacles.closingFirst, obstacles.closingSecond]).toEqual([[], []]);

    const sums = () =>
      here.owner(`select (select sum(subscribed_vnd)::int from registry.published_capital_line) as lines,
        (select sum(contributed_vnd)::int from registry.published_member where survivor_id is null) as members`);
    const [rows, before] = [await registryRows(), await sums()];
    const charter = (await manager(getCapital, { organisation: full })).body.subscribedVnd;
    const closing = { pair, survivor: full, merger: newId(), closesBook: true, reason };
    expect((await officer(mergePair, closing)).status).toBe(200);
    const { body } = await manager(getCapital, { organisation: full });
    expect(body.subscribedVnd).toBe(charter);
    expect(body.closedBooks).toMatchObject([{ organisation: short, acts: 1, subscribedVnd: 9, paidVnd: 9 }]);
    expect(await sums()).toEqual([{ lines: before[0]!['lines'] - 9, members: before[0]!['members'] - 9 }]);
    const book = (await officer(listCapital, { organisation: short })).body;
    expect(book).toMatchObject({ total: 1, closedFor: { organisation: full }, items: [{ may: { correct: false } }] });
    const more = {
      id: newId(),
      organisation: short,
      kind: 'subscribed',
      onDay: '2026-01-05',
      lines: [{ member: huongInShort, subscribedVnd: 1 }],
    };
    expect((await officer(recordCapital, more as never)).body.code).toBe('registry.organisation.merged');
    const told = (await officer(getMember, { member: huongInShort })).body;
    expect(told).toMatchObject({ contributedVnd: 0, subscribedVnd: 0 });

    expect((await officer(withdrawMerger, { merger: closing.merger, reason })).status).toBe(200);
    expect(await registryRows()).toEqual(rows);
    expect(await sums()).toEqual(before);
    expect((await officer(listCapital, { organisation: short })).body.closedFor).toBeNull();
    await here.owner(`delete from registry.capital_line where act_id = $1`, [act]);
    await here.owner(`delete from registry.capital_act where id = $1`, [act]);
    await here.owner(
      `update registry.member set standing = 'associate', subscribed_vnd = 0, contributed_vnd = 0 where id = $1`,
      [huongInShort],
    );
  });

  test('closes no book where the one that stays has none', async () => {
    await search('organisation');
    const pair = await pairOf('organisation', full, short);
    const closing = { pair, survivor: short, merger: newId(), closesBook: true, reason };
    expect((await officer(mergePair, closing)).body.obstacles).toEqual(['survivor-has-no-capital']);
  });

  test('holds what members are one across both, until these part', async () => {
    const pair = await pairOf('organisation', full, short);
    expect((await merge(pair, full)).status).toBe(200);
    await search('member');
    expect((await merge(await pairOf('member', huong, huongInShort), huong)).status).toBe(200);
    const [merger] = (await officer(listMergers, { subject: 'organisation', record: full })).body.items;
    const refused = await officer(withdrawMerger, { merger: merger!.id, reason });
    expect(refused.body.obstacles).toEqual(['members-merged-across']);
    const [across] = (await officer(listMergers, { subject: 'member', record: huong })).body.items;
    expect((await officer(withdrawMerger, { merger: across!.id, reason })).status).toBe(200);
    expect((await officer(withdrawMerger, { merger: merger!.id, reason })).status).toBe(200);
  });

  test('two who decide at once: one wins', async () => {
    await search('organisation');
    const pair = await pairOf('organisation', full, short);
    const answers = await Promise.all([merge(pair, full), merge(pair, full), merge(pair, full, communeOfficer)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });
});
