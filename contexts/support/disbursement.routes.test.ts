import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays, today } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import { signedIn, testDatabase, testServer, type Ask } from '#tests/harness.ts';
import type { ApplicationId } from './application.ts';
import {
  closeApplication,
  decideApplication,
  examineApplication,
  getApplication,
  listApplications,
  saveApplication,
  submitApplication,
} from './application.wire.ts';
import type { DisbursementId } from './disbursement.ts';
import {
  confirmDisbursement,
  disputeDisbursement,
  recordDisbursement,
  withdrawDisbursement,
} from './disbursement.wire.ts';
import { supportSample } from './policy.example.ts';
import { damHa, quangTan, saveSupportWorld, type SupportWorld } from './support.example.ts';
import { listWaiting } from './waiting.wire.ts';

const base = await testDatabase();
const { as } = await testServer(base);
let world: SupportWorld;
let director: Ask;
let foreign: Ask;
let commune: Ask;
let neighbour: Ask;
let province: Ask;
let fund: Ask;
let application: ApplicationId;

beforeAll(async () => {
  world = await saveSupportWorld(base.owner);
  director = as(await signedIn(base, { role: 'organisation-manager', organisation: world.cooperative }));
  foreign = as(await signedIn(base, { role: 'organisation-manager', organisation: world.other }));
  commune = as(await signedIn(base, { role: 'commune-officer', unit: damHa }));
  neighbour = as(await signedIn(base, { role: 'commune-officer', unit: quangTan }));
  province = as(await signedIn(base, { role: 'provincial-officer' }));
  fund = as(await signedIn(base, { role: 'organisation-manager', organisation: world.fund }));
});

const measure = supportSample.organicConversion;
const parts = [
  { part: 'seedlings', count: 2_400, amountVnd: 60_000_000 },
  { part: 'materials', amountVnd: 45_000_000 },
];

beforeEach(async () => {
  await base.owner(`update support.application set state = 'withdrawn', amount_vnd = null`);
  application = newId<ApplicationId>();
  await director(saveApplication, { application, organisation: world.cooperative, measure, areaM2: 30_000 });
  await director(submitApplication, { application });
  await commune(examineApplication, { application, seenVersion: 1, opinion: 'recommended' });
  const decided = await province(decideApplication, { application, seenVersion: 1, decision: 'approved', parts });
  expect(decided.status).toBe(200);
});

const line = (change: object = {}) => ({
  disbursement: newId<DisbursementId>(),
  application,
  part: 'seedlings',
  count: 2_400,
  amountVnd: 60_000_000,
  givenOn: today(),
  reference: 'PXK 17/2026',
  ...change,
});
const money = { part: 'materials', count: undefined, amountVnd: 45_000_000, reference: 'UNC 0441' };
const stateOf = async (): Promise<string> => (await director(getApplication, { application })).body.state;

describe('handing over and receiving', () => {
  test('seedlings by the commune, money by the fund; confirmed both, the application is closed', async () => {
    const seedlings = line();
    const paid = line(money);
    expect((await commune(recordDisbursement, seedlings)).status).toBe(200);
    expect((await fund(getApplication, { application })).body.may.handOver).toBe(true);
    expect((await fund(recordDisbursement, paid)).status).toBe(200);
    expect((await fund(getApplication, { application })).body.may.handOver).toBe(false);
    expect((await director(listWaiting, {})).body.items.map(({ kind }) => kind)).toEqual([
      'receipt-to-confirm',
      'receipt-to-confirm',
    ]);
    expect((await director(confirmDisbursement, seedlings)).body).toEqual({ closed: false });
    expect((await director(confirmDisbursement, paid)).body).toEqual({ closed: true });
    const { body } = await director(getApplication, { application });
    expect(body).toMatchObject({
      state: 'closed',
      disbursements: [{ recordedAs: 'commune-officer' }, { recordedAs: 'fund' }],
    });
    expect(body.acts.at(-1)).toMatchObject({ kind: 'closed', actedAs: 'system' });
    const published = await base.owner(
      `select kind, count, amount_vnd::int as amount, confirmed_on::text from support.published_disbursement where application_id = $1 order by kind`,
      [application],
    );
    expect(published).toEqual([
      { kind: 'in-kind', count: '2400', amount: 60_000_000, confirmed_on: today() },
      { kind: 'money', count: null, amount: 45_000_000, confirmed_on: today() },
    ]);
  });

  test('the fund sees what it pays, and nothing before it was approved', async () => {
    expect((await fund(getApplication, { application })).status).toBe(200);
    expect((await fund(listApplications, {})).body.items.map(({ id }) => id)).toEqual([application]);
    await base.owner(`update support.application set state = 'examined', amount_vnd = null where id = $1`, [
      application,
    ]);
    expect((await fund(getApplication, { application })).status).toBe(403);
    expect((await fund(listApplications, {})).body.total).toBe(0);
  });

  test('another commune, another cooperative and the receiver do not hand over', async () => {
    for (const by of [neighbour, foreign, director]) expect((await by(recordDisbursement, line())).status).toBe(403);
  });

  test('more than was approved is refused with what is left', async () => {
    await commune(recordDisbursement, line({ count: 2_000, amountVnd: 50_000_000 }));
    const { body } = await commune(
      recordDisbursement,
      line({ count: 401, amountVnd: 10_000_001, reference: 'PXK 18' }),
    );
    expect(body.obstacles).toEqual([
      { code: 'more-than-granted', part: 'seedlings', leftVnd: 10_000_000 },
      { code: 'more-pieces-than-granted', part: 'seedlings', leftCount: 400 },
    ]);
    expect((await commune(recordDisbursement, line({ givenOn: addDays(today(), 1) }))).body.obstacles).toMatchObject([
      { code: 'in-the-future' },
      { code: 'more-than-granted' },
      { code: 'more-pieces-than-granted' },
      { code: 'reference-used' },
    ]);
  });

  test('of ten entries at once with different papers, only what was approved goes through', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        commune(recordDisbursement, line({ count: 800, amountVnd: 20_000_000, reference: `PXK ${at}` })),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
  });

  test('the same entry sent again is one line', async () => {
    const commandId = newId();
    const entry = line();
    for (let at = 0; at < 3; at += 1)
      expect((await commune(recordDisbursement, entry, { commandId })).status).toBe(200);
    expect((await director(getApplication, { application })).body.disbursements).toHaveLength(1);
  });

  test('only the receiver confirms, once', async () => {
    const entry = line();
    await commune(recordDisbursement, entry);
    for (const by of [commune, province, foreign, fund])
      expect((await by(confirmDisbursement, entry)).status).toBe(403);
    const twice = await Promise.all([1, 2].map(() => director(confirmDisbursement, entry)));
    expect(twice.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  });

  test('whoever entered a line cannot also confirm it', async () => {
    const both = as(
      await signedIn(
        base,
        { role: 'commune-officer', unit: damHa },
        { role: 'organisation-manager', organisation: world.cooperative },
      ),
    );
    const entry = line();
    await both(recordDisbursement, entry);
    expect((await both(confirmDisbursement, entry)).body).toMatchObject({ obstacles: [{ code: 'own-entry' }] });
  });

  test('a disputed line is taken back with a note and entered again under the same paper', async () => {
    const wrong = line();
    await commune(recordDisbursement, wrong);
    expect((await director(disputeDisbursement, { ...wrong, reason: '' })).status).toBe(400);
    expect((await director(disputeDisbursement, { ...wrong, reason: 'Chỉ nhận 2.350 cây.' })).status).toBe(200);
    expect((await commune(listWaiting, {})).body.items.map(({ kind }) => kind)).toContain('receipt-disputed');
    expect((await province(closeApplication, { application, remarks: 'Kết thúc.' })).body.obstacles).toEqual([
      { code: 'receipt-disputed' },
    ]);
    expect((await commune(withdrawDisbursement, { ...wrong, note: 'Đếm lại: 2.350 cây.' })).status).toBe(200);
    expect((await commune(recordDisbursement, line({ count: 2_350, amountVnd: 58_750_000 }))).status).toBe(200);
    const { body } = await director(getApplication, { application });
    expect(body.disbursements.map(({ state }) => state)).toEqual(['withdrawn', 'recorded']);
    expect(body.disbursements[0]).toMatchObject({ dispute: 'Chỉ nhận 2.350 cây.', settledNote: 'Đếm lại: 2.350 cây.' });
  });

  test('what is not taken up in full is closed by the province with its reason', async () => {
    const entry = line();
    await commune(recordDisbursement, entry);
    await director(confirmDisbursement, entry);
    expect(await stateOf()).toBe('approved');
    expect((await commune(closeApplication, { application, remarks: 'Không nhận vật tư.' })).status).toBe(403);
    expect(
      (await province(closeApplication, { application, remarks: 'Hợp tác xã không nhận phần vật tư.' })).status,
    ).toBe(200);
    expect(await stateOf()).toBe('closed');
    expect((await commune(recordDisbursement, line(money))).body.obstacles).toMatchObject([{ code: 'not-approved' }]);
  });
});
