import { beforeAll, describe, expect, test } from 'vitest';
import { today } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import {
  confirmListed,
  otherProvince,
  signedIn,
  stranger,
  testDatabase,
  testServer,
  type Ask,
} from '#tests/harness.ts';
import type { ApplicationId } from './application.ts';
import {
  compareFacts,
  decideApplication,
  examineApplication,
  getApplication,
  listApplications,
  saveApplication,
  submitApplication,
  withdrawApplication,
} from './application.wire.ts';
import { checkEligibility } from './eligibility.wire.ts';
import { supportSample } from './policy.example.ts';
import { getMeasure, getPolicy, listPolicies } from './policy.wire.ts';
import { damHa, quangTan, saveSupportWorld, type SupportWorld } from './support.example.ts';
import { listWaiting } from './waiting.wire.ts';

const test_ = await testDatabase();
const { owner } = test_;
const { as, drain } = await testServer(test_);
const measure = supportSample.organicConversion;
const land = ['155-land'];

let world: SupportWorld;
let director: Ask;
let member: Ask;
let foreign: Ask;
let commune: Ask;
let neighbour: Ask;
let province: Ask;
let auditor: Ask;
const nobody = as(stranger);

beforeAll(async () => {
  world = await saveSupportWorld(owner);
  await confirmListed(test_);
  const sign = async (...held: Parameters<typeof signedIn> extends [unknown, ...infer H] ? H : never): Promise<Ask> =>
    as(await signedIn(test_, ...held));
  director = await sign({ role: 'organisation-manager', organisation: world.cooperative });
  member = await sign({ role: 'organisation-member', organisation: world.cooperative });
  foreign = await sign({ role: 'organisation-manager', organisation: world.other });
  commune = await sign({ role: 'commune-officer', unit: damHa });
  neighbour = await sign({ role: 'commune-officer', unit: quangTan });
  province = await sign({ role: 'provincial-officer' });
  auditor = await sign({ role: 'auditor' });
});

async function drafted(by: Ask = director, organisation = world.cooperative, areaM2 = 30_000): Promise<ApplicationId> {
  const application = newId<ApplicationId>();
  const given = { application, organisation, measure, areaM2, plan: 'Chuyển 3 ha rau ngắn ngày sang chanh leo.' };
  expect(await by(saveApplication, given)).toMatchObject({ status: 200 });
  return application;
}
const handedIn = async (by: Ask = director, organisation = world.cooperative): Promise<ApplicationId> => {
  const application = await drafted(by, organisation);
  expect(await by(submitApplication, { application })).toMatchObject({ status: 200 });
  return application;
};
const drop = async (application: ApplicationId): Promise<void> => {
  await owner(`update support.application set state = 'withdrawn' where id = $1`, [application]);
};
const approval = [
  { part: 'seedlings', count: 2_400, amountVnd: 60_000_000 },
  { part: 'materials', amountVnd: 45_000_000 },
  { part: 'training', amountVnd: 20_000_000 },
];

describe('policies and measures', () => {
  test('everybody reads them, with what was not read in the act marked so', async () => {
    const { status, body } = await nobody(listPolicies, {});
    expect(status).toBe(200);
    expect(body.items.map(({ number, verified }) => [number, verified])).toContainEqual(['155/NQ-HĐND', false]);
    const policy = await nobody(getPolicy, { policy: supportSample.resolution155 });
    expect(policy.body).toMatchObject({ nature: 'directions', natureVerified: false });
    const { body: shown } = await nobody(getMeasure, { measure });
    expect(shown.clauses).toHaveLength(11);
    expect(shown).toMatchObject({ policyNumber: '155/NQ-HĐND', approvedVnd: 0, may: { apply: [] } });
    expect((await director(getMeasure, { measure })).body.may.apply).toMatchObject([{ id: world.cooperative }]);
  });
});

describe('checking without applying', () => {
  test('a yes shows every clause, its fact, its bound and what would be given', async () => {
    const { status, body } = await director(checkEligibility, {
      organisation: world.cooperative,
      measure,
      areaM2: 30_000,
    });
    expect(status).toBe(200);
    expect(body.judgement.outcome).toBe('yes');
    const members = body.judgement.clauses.find(({ code }) => code === '17-members')!;
    expect(members).toMatchObject({ outcome: 'yes', law: '17/2023/QH15', verified: true });
    expect(members.tests[0]).toMatchObject({
      fact: {
        name: 'officialMembers',
        value: 7,
        source: { view: 'registry.published_member', rows: 7, asOf: today() },
      },
      need: { least: 5, gap: 0 },
      against: [{ name: 'leastOfficialMembers', source: { view: 'reference.parameter', verified: true } }],
    });
    expect(body.grant).toMatchObject([
      { part: 'seedlings', count: 2_400, amountVnd: 60_000_000 },
      { part: 'materials', amountVnd: 45_000_000 },
      { part: 'training', amountVnd: 20_000_000 },
    ]);
  });

  test('a no says by how much, and what would change it', async () => {
    const { body } = await director(checkEligibility, { organisation: world.cooperative, measure, areaM2: 50_000 });
    expect(body.judgement.outcome).toBe('no');
    expect(body.judgement.clauses.find(({ code }) => code === '155-land')).toMatchObject({
      outcome: 'no',
      tests: [{ need: { least: 5_000, most: 40_000, gap: 10_000 } }],
    });
  });

  test('what nobody has put on record is unknown, not a no', async () => {
    const { body } = await foreign(checkEligibility, { organisation: world.other, measure, areaM2: 10_000 });
    expect(body.judgement.outcome).toBe('unknown');
    const unknown = body.judgement.clauses.filter(({ outcome }) => outcome === 'unknown').map(({ code }) => code);
    expect(unknown).toEqual(expect.arrayContaining(['17-members', '155-scale', '155-land']));
    expect(body.judgement.clauses.filter(({ outcome }) => outcome === 'no').every(({ binding }) => !binding)).toBe(
      true,
    );
  });

  test('a clause for comparison decides nothing', async () => {
    const { body } = await director(checkEligibility, { organisation: world.cooperative, measure, areaM2: 30_000 });
    expect(body.judgement.clauses.find(({ code }) => code === '98-contract')).toMatchObject({
      outcome: 'no',
      binding: false,
    });
  });

  test('its people, its officers and the auditor may check; others may not', async () => {
    const asked = { organisation: world.cooperative, measure };
    for (const by of [commune, province, auditor]) expect((await by(checkEligibility, asked)).status).toBe(200);
    for (const by of [member, foreign, neighbour]) expect((await by(checkEligibility, asked)).status).toBe(403);
    expect((await nobody(checkEligibility, asked)).status).toBe(401);
    const abroad = as(await signedIn(test_, { role: 'provincial-officer', province: otherProvince }));
    expect((await abroad(checkEligibility, asked)).status).toBe(403);
    expect((await abroad(checkEligibility, asked, { province: otherProvince })).status).toBe(403);
  });
});

describe('applying', () => {
  test('a draft is its own organisation’s business alone', async () => {
    const application = await drafted();
    expect((await director(getApplication, { application })).body).toMatchObject({
      state: 'draft',
      may: { submit: true },
    });
    for (const by of [foreign, commune, province, auditor])
      expect((await by(getApplication, { application })).status).toBe(403);
    expect((await foreign(saveApplication, { application, organisation: world.cooperative, measure })).status).toBe(
      403,
    );
    expect((await province(listApplications, {})).body.total).toBe(0);
    await drop(application);
  });

  test('nor is one that was given up before it was handed in anybody else’s', async () => {
    const application = await drafted();
    expect((await director(withdrawApplication, { application })).status).toBe(200);
    const listed = async (by: Ask) => (await by(listApplications, {})).body.items.some(({ id }) => id === application);
    expect(await listed(director)).toBe(true);
    for (const by of [commune, province, auditor]) expect(await listed(by)).toBe(false);
  });

  test('two at once for the same measure: one is refused with its reason', async () => {
    const application = await drafted();
    const second = { application: newId<ApplicationId>(), organisation: world.cooperative, measure };
    expect((await director(saveApplication, second)).body).toMatchObject({
      code: 'support.application.not-savable',
      obstacles: ['already-running'],
    });
    await drop(application);
    const both = await Promise.all(
      [1, 2].map(() => director(saveApplication, { ...second, application: newId<ApplicationId>() })),
    );
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    await owner(`update support.application set state = 'withdrawn'`);
  });

  test('handing in freezes the facts; the same command again freezes nothing more', async () => {
    const application = await drafted();
    const commandId = newId();
    const first = await director(submitApplication, { application }, { commandId });
    expect(first.body).toMatchObject({ version: 1, outcome: 'yes', number: `HC-155/${today().slice(0, 4)}/0001` });
    expect((await director(submitApplication, { application }, { commandId })).body).toEqual(first.body);
    expect(
      await owner('select version from support.application_version where application_id = $1', [application]),
    ).toHaveLength(1);
    const { body } = await commune(getApplication, { application });
    expect(body.snapshot).toMatchObject({ factsHash: first.body.factsHash, reproduced: { hash: true, outcome: true } });
    await drop(application);
  });

  test('what changed since is shown beside the frozen facts, and the snapshot stays', async () => {
    const application = await handedIn();
    await owner('update registry.yearly_account set revenue_vnd = 700000000 where organisation_id = $1', [
      world.cooperative,
    ]);
    const { body } = await commune(compareFacts, { application });
    expect(body.changes).toEqual([{ name: 'revenueVnd', shape: 'vnd', was: 624_000_000, is: 700_000_000 }]);
    const { snapshot } = (await director(getApplication, { application })).body;
    expect(snapshot!.facts.find(({ name }) => name === 'revenueVnd')!.value).toBe(624_000_000);
    await owner('update registry.yearly_account set revenue_vnd = 624000000 where organisation_id = $1', [
      world.cooperative,
    ]);
    await drop(application);
  });

  test('a snapshot somebody tampered with says so', async () => {
    const application = await handedIn();
    await owner(
      `update support.application_version set facts = (select jsonb_agg(case when f->>'name' = 'officialMembers' then jsonb_set(f, '{value}', '3') else f end)
         from jsonb_array_elements(facts) f) where application_id = $1`,
      [application],
    );
    const { body } = await province(getApplication, { application });
    expect(body.snapshot!.reproduced).toEqual({ hash: false, outcome: false });
    await drop(application);
  });

  test('only the organisation withdraws, and not once it was decided', async () => {
    const application = await handedIn();
    expect((await commune(withdrawApplication, { application })).status).toBe(403);
    expect((await director(withdrawApplication, { application })).status).toBe(200);
    expect((await director(withdrawApplication, { application })).body).toMatchObject({
      obstacles: ['already-decided'],
    });
  });
});

describe('two levels', () => {
  test('the commune returns with remarks, the organisation hands in again, and both stay readable', async () => {
    const application = await handedIn();
    const back = {
      application,
      seenVersion: 1,
      opinion: 'returned',
      remarks: 'Ghi rõ nguồn cây giống.',
      clauses: land,
    } as const;
    expect((await neighbour(examineApplication, back)).status).toBe(403);
    expect((await province(examineApplication, back)).status).toBe(403);
    expect((await commune(examineApplication, { ...back, remarks: '' })).status).toBe(400);
    expect((await commune(examineApplication, back)).status).toBe(200);
    expect((await director(listWaiting, {})).body.items).toMatchObject([
      { kind: 'returned-to-answer', id: application },
    ]);
    await director(saveApplication, {
      application,
      organisation: world.cooperative,
      measure,
      areaM2: 28_000,
      plan: 'Vườn ươm Đầm Hà.',
    });
    expect((await director(submitApplication, { application })).body).toMatchObject({ version: 2 });
    const { body } = await commune(getApplication, { application });
    expect(body.versions.map(({ version, areaM2 }) => [version, areaM2])).toEqual([
      [2, 28_000],
      [1, 30_000],
    ]);
    expect(body.acts.map(({ kind }) => kind)).toEqual(['started', 'submitted', 'returned', 'submitted']);
    expect((await auditor(getApplication, { application })).body.acts.every(({ by }) => by === null)).toBe(true);
    expect((await commune(examineApplication, back)).body).toMatchObject({ obstacles: [{ code: 'another-version' }] });
    await drop(application);
  });

  test('the province decides only what the commune has seen, and another person than the one who saw', async () => {
    const application = await handedIn();
    const decide = { application, seenVersion: 1, decision: 'approved', parts: approval } as const;
    expect((await province(decideApplication, decide)).body).toMatchObject({
      code: 'support.application.not-decidable',
      obstacles: [{ code: 'not-examined' }],
    });
    const both = as(await signedIn(test_, { role: 'commune-officer', unit: damHa }, { role: 'provincial-officer' }));
    expect((await both(examineApplication, { application, seenVersion: 1, opinion: 'recommended' })).status).toBe(200);
    expect((await both(decideApplication, decide)).body).toMatchObject({
      obstacles: [{ code: 'same-person-examined' }],
    });
    expect((await commune(decideApplication, decide)).status).toBe(403);
    expect((await director(decideApplication, decide)).status).toBe(403);
    expect((await province(listWaiting, {})).body.items).toMatchObject([
      { kind: 'application-to-decide', id: application },
    ]);
    expect((await province(decideApplication, decide)).status).toBe(200);
    expect((await director(getApplication, { application })).body).toMatchObject({
      state: 'approved',
      amountVnd: 125_000_000,
    });
    await owner(`update support.application set state = 'withdrawn', amount_vnd = null`);
    await drain();
    const told = await owner<{ topic: string }>(`select topic from platform.notification where link = $1 order by id`, [
      `/support/applications/${application}`,
    ]);
    expect(new Set(told.map(({ topic }) => topic))).toEqual(
      new Set([
        'support.application.submitted',
        'support.application.examined.recommended',
        'support.application.decided.approved',
      ]),
    );
  });

  test('a refusal names its clauses and reproduces from its snapshot, whatever the facts say later', async () => {
    const application = await drafted(director, world.cooperative, 50_000);
    expect((await director(submitApplication, { application })).body.outcome).toBe('no');
    await commune(examineApplication, {
      application,
      seenVersion: 1,
      opinion: 'advised-against',
      remarks: 'Vượt diện tích thửa.',
    });
    const approve = { application, seenVersion: 1, decision: 'approved', parts: approval } as const;
    expect((await province(decideApplication, approve)).body.obstacles).toMatchObject([{ code: 'not-eligible' }]);
    const refusal = {
      application,
      seenVersion: 1,
      decision: 'refused',
      remarks: 'Diện tích đề nghị vượt thửa đã ghi.',
      clauses: land,
    } as const;
    expect((await province(decideApplication, refusal)).status).toBe(200);
    await owner(`update registry.organisation set status = 'suspended' where id = $1`, [world.cooperative]);
    const { body } = await director(getApplication, { application });
    expect(body).toMatchObject({
      state: 'refused',
      snapshot: { judgement: { outcome: 'no' }, reproduced: { hash: true, outcome: true } },
    });
    expect(body.acts.at(-1)).toMatchObject({ kind: 'refused', clauses: land, actedAs: 'provincial-officer' });
    await owner(`update registry.organisation set status = 'operating' where id = $1`, [world.cooperative]);
  });
});

describe('the budget', () => {
  test('of ten decisions at once, as many are approved as the budget pays, and not one đồng more', async () => {
    await owner('update support.measure set budget_vnd = 380000000');
    const applications: ApplicationId[] = [];
    for (let at = 0; at < 5; at += 1) {
      const application = await handedIn();
      await commune(examineApplication, { application, seenVersion: 1, opinion: 'recommended' });
      // One application at a time is the rule; these stand for five cooperatives.
      await owner('update support.application set organisation_id = $1 where id = $2', [
        await anotherCooperative(),
        application,
      ]);
      applications.push(application);
    }
    const given = (application: ApplicationId) =>
      ({ application, seenVersion: 1, decision: 'approved', parts: approval }) as const;
    const answers = await Promise.all(
      [...applications, ...applications].map((one) => province(decideApplication, given(one))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const [{ sum } = { sum: 0 }] = await owner<{ sum: number }>(
      `select sum(amount_vnd)::integer as sum from support.application where state = 'approved'`,
    );
    expect(sum).toBe(375_000_000);
    expect((await province(getApplication, { application: applications[0]! })).body.budget).toEqual({
      budgetVnd: 380_000_000,
      approvedVnd: 375_000_000,
    });
  });
});

async function anotherCooperative(): Promise<string> {
  const id = newId();
  await owner(
    `insert into registry.organisation (province, id, kind, name, fields) values (22, $1, 'cooperative', $2, '{crops}')`,
    [id, `HTX thử ngân sách ${id.slice(-4)}`],
  );
  await owner(
    `insert into registry.organisation_place (province, organisation_id, valid_from, unit_code, unit_from) values (22, $1, '2025-07-01', $2, '2025-07-01')`,
    [id, damHa],
  );
  return id;
}
