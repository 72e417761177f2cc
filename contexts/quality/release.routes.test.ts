import { describe, expect, test } from 'vitest';
import { addDays, today } from '#kernel/day.ts';
import { newId, type ContractId, type DeliveryId, type LotId } from '#kernel/id.ts';
import { textOfPdf } from '#platform/pdf/pdf-text.ts';
import { stranger } from '#tests/harness.ts';
import { obstaclesOf, qualityStage } from '#tests/quality.harness.ts';
import type { DecisionId, DispatchId } from './lot.ts';
import { blockLot, draftLot, getLot, listLotDeliveries, printLabels, recordDispatch, releaseLot } from './lot.wire.ts';
import { gtin, kg, pickedOn, saveDelivery, saveHarvest, scene } from './quality.example.ts';
import { recordReport } from './sample.wire.ts';
import { getTrace } from './trace.wire.ts';

const { db, as, people, manager, laboratory, draftOf, lotOf, sampleOf, sent, reportOf, reported, release } =
  await qualityStage();

describe('a release', () => {
  test('is refused with every reason', async () => {
    const lot = await lotOf(100 * kg);
    expect(obstaclesOf((await release(lot)).body)).toEqual(['not-sampled']);
    await sampleOf(lot);
    expect(obstaclesOf((await release(lot)).body)).toEqual(['report-missing']);
    await reported(lot, { Acephate: '0,5' });
    expect(obstaclesOf((await release(lot)).body)).toEqual(['report-missing', 'verdict-not-pass']);
  });
  test('a better second sample does not outvote a failing one', async () => {
    const lot = await lotOf(100 * kg);
    await reported(lot, { Acephate: '0,5' });
    await reported(lot);
    expect(obstaclesOf((await release(lot)).body)).toEqual(['verdict-not-pass']);
  });
  test('is held back by what production says of the harvest', async () => {
    const harvest = await saveHarvest(db.owner, { qty: 100 * kg, on: pickedOn });
    const draft = draftOf([{ harvest, qty: 100 * kg }]);
    await manager(draftLot, draft);
    await reported(draft.id as LotId);
    const entry = newId();
    await db.owner(
      `insert into production.log_entry (province, id, season_id, plot_id, organisation_id, family, done_on, input_name, phi_days,
         phi_verified, verdict, entered_by, entered_as)
       values (22, $1, $2, $3, $4, 'protection', $5, 'Dầu neem', 5, false, 'allowed', 'test', 'manager')`,
      [entry, scene.season, scene.plot, scene.cooperative, addDays(pickedOn, -2)],
    );
    const { body } = await release(draft.id as LotId);
    expect(body['obstacles']).toMatchObject([
      { code: 'within-pre-harvest-interval', input: 'Dầu neem', harvestedOn: pickedOn },
    ]);
    await db.owner(
      `insert into production.log_entry (province, id, season_id, plot_id, organisation_id, family, done_on, entered_by, entered_as,
         replaces_id, withdrawn, reason)
       values (22, $1, $2, $3, $4, 'protection', $5, 'test', 'manager', $6, true, 'Nhập nhầm')`,
      [newId(), scene.season, scene.plot, scene.cooperative, addDays(pickedOn, -2), entry],
    );
    expect((await release(draft.id as LotId)).status).toBe(200);
  });
  test('is the act of those who run the organisation', async () => {
    const lot = await lotOf(100 * kg);
    await reported(lot);
    const input = { id: newId<DecisionId>(), lot, market: 'eu' };
    for (const person of [people.member, people.officer, people.laboratory, people.auditor, people.otherManager])
      expect((await as(person)(releaseLot, input)).status).toBe(403);
    expect((await release(lot)).body).toMatchObject({ limitSet: 'eu-2026-demonstration' });
    expect(obstaclesOf((await release(lot)).body)).toEqual(['already-released']);
    expect((await release(lot, 'xx')).status).toBe(422);
  });
  test('an officer of the place stops a lot; a stopped one is dispatched nowhere and needs a new sample', async () => {
    const lot = await lotOf(100 * kg);
    await reported(lot);
    await release(lot);
    const input = { id: newId<DecisionId>(), lot, reason: 'Nghi nhiễm chéo' };
    expect((await as(people.otherOfficer)(blockLot, input)).status).toBe(403);
    expect((await as(people.officer)(blockLot, input)).status).toBe(200);
    expect((await as(people.officer)(blockLot, { ...input, id: newId<DecisionId>() })).status).toBe(409);
    expect((await manager(getLot, { lot })).body).toMatchObject({ state: 'blocked', releasedFor: [] });
    expect(obstaclesOf((await release(lot)).body)).toEqual(['blocked']);
    await reported(lot);
    expect((await release(lot)).status).toBe(200);
  });
  test('a later report that fails stops a released lot at once', async () => {
    const lot = await lotOf(100 * kg);
    const sample = await reported(lot);
    await release(lot);
    await laboratory(recordReport, reportOf(sample, await sent({ Acephate: '0,5' })));
    const { body } = await manager(getLot, { lot });
    expect(body).toMatchObject({
      state: 'blocked',
      releasedFor: [],
      decisions: [{ kind: 'blocked', decidedAs: 'rule' }, {}],
    });
  });
  test('the verdict it rested on is kept with it', async () => {
    const lot = await lotOf(100 * kg);
    await reported(lot, { Tebuconazole: '0,2' });
    await release(lot);
    const [row] = await db.owner<{ snapshot: Record<string, unknown> }>(
      `select snapshot from quality.lot_decision where lot_id = $1`,
      [lot],
    );
    expect(row!.snapshot).toMatchObject({
      samples: [
        {
          verdict: {
            release: 'pass',
            residues: expect.arrayContaining([
              expect.objectContaining({ residue: 'tebuconazole', foundNgPerKg: 200_000 }),
            ]),
          },
        },
      ],
    });
  });
});

/** Another contract like the scene's, between others. */
async function contractWith(buyer: string, seller: string = scene.cooperative): Promise<ContractId> {
  const id = newId<ContractId>();
  const other = { id, number: id, verify_token: `${id}-`.slice(0, 32), buyer_id: buyer, seller_id: seller };
  await db.owner(
    `insert into linkage.contract select (jsonb_populate_record(c, $1)).* from linkage.contract c where c.id = $2`,
    [JSON.stringify(other), scene.contract],
  );
  return id;
}

describe('a dispatch', () => {
  const dispatch = (lot: LotId, delivery: string, qty: number, market = 'eu') =>
    manager(recordDispatch, { id: newId<DispatchId>(), lot, delivery, market, qty, dispatchedOn: today() });
  test('goes with a delivery of the seller, not beyond lot or delivery', async () => {
    const lot = await lotOf(100 * kg);
    await reported(lot);
    await release(lot);
    const delivery = await saveDelivery(db.owner, 80 * kg);
    const options = await manager(listLotDeliveries, { lot });
    expect(options.body.items).toContainEqual(expect.objectContaining({ id: delivery, leftQty: 80 * kg }));
    expect((await dispatch(lot, delivery, 60 * kg)).body).toEqual({ leftQty: 40 * kg });
    const more = await dispatch(lot, delivery, 41 * kg, 'cn');
    expect(more.body['obstacles']).toMatchObject([
      { code: 'not-released', market: 'cn' },
      { code: 'more-than-lot-holds', leftQty: 40 * kg },
      { code: 'more-than-delivery-holds', leftQty: 20 * kg },
    ]);
    expect((await as(people.buyer)(getLot, { lot })).body.dispatches).toMatchObject([{ qty: 60 * kg }]);
  });
  test('is told to who put the lot on the market and to its own buyer, not to another buyer nor the laboratory', async () => {
    const lot = await lotOf(100 * kg);
    await reported(lot);
    await release(lot);
    const sold = await saveDelivery(db.owner, 60 * kg);
    const foreign = await saveDelivery(db.owner, 30 * kg, await contractWith(scene.otherCooperative));
    for (const [delivery, qty] of [[sold, 60 * kg] as const, [foreign, 30 * kg] as const])
      expect((await dispatch(lot, delivery, qty)).status).toBe(200);
    const seen = async (person: keyof typeof people) =>
      (await as(people[person])(getLot, { lot })).body.dispatches.map(({ delivery }) => delivery);
    for (const person of ['manager', 'member', 'officer', 'auditor'] as const)
      expect(await seen(person)).toEqual([sold, foreign]);
    expect(await seen('buyer')).toEqual([sold]);
    expect(await seen('otherManager')).toEqual([foreign]);
    expect(await seen('laboratory')).toEqual([]);
  });
  test('with a delivery of another seller says nothing of that delivery', async () => {
    const lot = await lotOf(100 * kg);
    await reported(lot);
    await release(lot);
    const foreign = await saveDelivery(db.owner, 30 * kg, await contractWith(scene.buyer, scene.otherCooperative));
    const { body } = await dispatch(lot, foreign, 90 * kg);
    expect(body['obstacles']).toEqual([{ code: 'other-seller' }]);
  });
  test('two at once do not send the same kilogram twice', async () => {
    const lot = await lotOf(100 * kg);
    await reported(lot);
    await release(lot);
    const deliveries: DeliveryId[] = [];
    for (let at = 0; at < 4; at += 1) deliveries.push(await saveDelivery(db.owner, 60 * kg));
    const answers = await Promise.all(deliveries.map((delivery) => dispatch(lot, delivery, 60 * kg)));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409, 409, 409]);
  });
  test('an unreleased lot goes nowhere', async () => {
    const lot = await lotOf(100 * kg);
    const { body } = await dispatch(lot, await saveDelivery(db.owner, 80 * kg), 1);
    expect(obstaclesOf(body)).toEqual(['not-released']);
    expect(obstaclesOf((await dispatch(lot, newId(), 1)).body)).toEqual(['not-released', 'delivery-unknown']);
  });
});

describe('whoever scans the code sees the way back', () => {
  test('only once the lot has been released; without a person, a price or a buyer', async () => {
    const lot = await lotOf(100 * kg, { claim: 'organic-practice' });
    await reported(lot);
    const { trace } = (await manager(getLot, { lot })).body;
    const token = new URL(trace!.link).searchParams.get('k')!;
    expect(trace!.link).toMatch(new RegExp(`^http://localhost:3000/01/${gtin}/10/CL-\\d+\\?k=`));
    expect((await as(stranger)(getTrace, { token })).status).toBe(404);
    await release(lot);
    const { status, body } = await as(stranger)(getTrace, { token });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      product: { vi: 'Chanh leo' },
      producer: { name: 'Hợp tác xã Chanh leo Đầm Hà', place: 'Thôn Tân Đức, Đầm Hà' },
      state: 'released',
      claim: 'organic-practice',
      harvestedFrom: pickedOn,
      protocols: [{ vi: 'Chanh leo hữu cơ' }],
      stages: [
        { stage: 'care', signed: 1, seasons: 1, signedOn: '2026-10-01', place: 'Đầm Hà' },
        { stage: 'harvest', from: pickedOn, until: pickedOn },
        { stage: 'preservation' },
      ],
      laboratory: { analytes: 570, reportNumber: 'KQ-26-0117' },
      synthetic: true,
    });
    expect(body.markets).toMatchObject([{ market: { code: 'eu' }, release: 'pass', verified: false }]);
    expect(body.markets[0]!.notTested).toContain('Glyphosate');
    expect(JSON.stringify(body)).not.toMatch(/Nguyễn|Hạ Long|14000/);
    expect((await as(stranger)(getTrace, { code: trace!.shortCode.toLowerCase() })).body.lotCode).toBe(body.lotCode);
  });
  test('a lot called back says so', async () => {
    const lot = await lotOf(100 * kg);
    await reported(lot);
    await release(lot);
    const { trace } = (await manager(getLot, { lot })).body;
    await manager(blockLot, { id: newId<DecisionId>(), lot, reason: 'Thu hồi' });
    const { body } = await as(stranger)(getTrace, { code: trace!.shortCode });
    expect(body).toMatchObject({ state: 'blocked', blockedOn: today(), markets: [] });
  });
  test('a wrong or malformed key finds nothing', async () => {
    expect((await as(stranger)(getTrace, { token: 'x'.repeat(22) })).status).toBe(404);
    expect((await as(stranger)(getTrace, { token: 'x' })).status).toBe(400);
    expect((await as(stranger)(getTrace, {})).status).toBe(400);
    expect((await as(stranger)(getTrace, { code: 'ABCDE-12345' })).status).toBe(404);
  });
  test('the labels carry the short code and where to type it', async () => {
    const lot = await lotOf(100 * kg);
    const { trace } = (await manager(getLot, { lot })).body;
    const { raw, status } = await manager(printLabels, { lot, count: 3 });
    expect(status).toBe(200);
    const [page] = textOfPdf(raw);
    expect(page!.split(trace!.shortCode)).toHaveLength(4);
    expect(page).toContain('localhost:3000/t');
    expect((await as(people.member)(printLabels, { lot })).status).toBe(403);
    expect((await as(people.officer)(printLabels, { lot })).status).toBe(200);
  });
});
