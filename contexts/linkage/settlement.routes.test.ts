import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, today, type Day } from '#kernel/day.ts';
import { newId, type ContractId, type DeliveryId } from '#kernel/id.ts';
import { makeDemonstration, quangNinh, signedIn, testDatabase, testServer, type Ask } from '#tests/harness.ts';
import { acceptContract, type AcceptanceId } from './acceptance.wire.ts';
import { draftContract, getContract } from './contract.wire.ts';
import {
  acceptOutside,
  confirmDelivery,
  correctDelivery,
  disputeDelivery,
  getDelivery,
  listDeliveries,
  recordDelivery,
  refuseOutside,
} from './delivery.wire.ts';
import { contractFacts, deliveryForDispatch, linkage } from './index.ts';
import { draftDemand, draftOffer, type LineId } from './line.wire.ts';
import { exampleTerms, goods, kg, parties, saveParties, tonne } from './linkage.example.ts';
import { confirmPrice, recordPrice, type PriceId } from './price.wire.ts';
import {
  acceptSettlement,
  changeSettlement,
  confirmPayment,
  draftSettlement,
  exportSettlement,
  getSettlement,
  listSettlements,
  recordInvoice,
  recordPayment,
  refusePayment,
  refuseSettlement,
  submitSettlement,
  withdrawSettlement,
  type PaymentId,
  type SettlementId,
} from './settlement.wire.ts';
import type { Terms } from './terms.ts';
import { listWaiting } from './waiting.wire.ts';

const database = await testDatabase();
const { as, drain } = await testServer(database, linkage.handlers);
beforeAll(async () => {
  await saveParties(database.owner);
  await makeDemonstration(database);
});

const manager = await signedIn(database, { role: 'organisation-manager', organisation: parties.cooperative });
const enterprise = await signedIn(database, { role: 'buyer', organisation: parties.buyer });
await database.owner(`update auth."user" set demonstration = true where id in ($1, $2)`, [
  manager.account,
  enterprise.account,
]);
const seller = as(manager);
const buyer = as(enterprise);
const other = as(await signedIn(database, { role: 'buyer', organisation: parties.otherBuyer }));
const officer = as(await signedIn(database, { role: 'provincial-officer' }));
const auditor = as(await signedIn(database, { role: 'auditor' }));

async function signed(given: Partial<Terms> = {}): Promise<ContractId> {
  const [offer, demand, contract] = [newId<LineId>(), newId<LineId>(), newId<ContractId>()];
  const line = {
    commodity: goods.passionFruit,
    from: today(),
    until: addDays(today(), 330),
    per: 'total' as const,
    periodQty: 50 * tonne,
  };
  await seller(draftOffer, { ...line, id: offer, organisation: parties.cooperative });
  await buyer(draftDemand, { ...line, id: demand, organisation: parties.buyer });
  const { body } = await seller(draftContract, { id: contract, offer, demand, terms: { ...exampleTerms(), ...given } });
  const accept = (ask: Ask, side: 'seller' | 'buyer') =>
    ask(acceptContract, {
      id: newId<AcceptanceId>(),
      contract,
      side,
      contentHash: body.contentHash,
      way: { kind: 'demonstration' },
    });
  await accept(seller, 'seller');
  expect((await accept(buyer, 'buyer')).body.state).toBe('signed');
  return contract;
}

async function recorded(
  contract: ContractId,
  netQty = 1_800 * kg,
  more: { side?: 'seller' | 'buyer'; on?: Day } = {},
): Promise<DeliveryId> {
  const id = newId<DeliveryId>();
  const side = more.side ?? 'seller';
  const load = { deliveredOn: more.on ?? today(), grossQty: netQty + 62 * kg, tareQty: 62 * kg };
  const { status, body } = await (side === 'seller' ? seller : buyer)(recordDelivery, { id, contract, side, ...load });
  expect(status, JSON.stringify(body)).toBe(200);
  return id;
}

async function delivered(contract: ContractId, netQty?: number): Promise<DeliveryId> {
  const delivery = await recorded(contract, netQty);
  expect((await buyer(confirmDelivery, { delivery })).status).toBe(200);
  return delivery;
}

const lapse = (delivery: DeliveryId) =>
  database.owner(`update linkage.delivery set answer_until = current_date - 2 where id = $1`, [delivery]);
const nightly = () => linkage.jobs[0]!.work({ database: database.database, province: quangNinh }, {});

describe('a delivery', () => {
  test('is recorded by either side and confirmed by the other', async () => {
    const contract = await signed();
    const delivery = await recorded(contract, 500 * kg, { side: 'buyer' });
    expect((await buyer(confirmDelivery, { delivery })).status).toBe(403);
    expect((await officer(confirmDelivery, { delivery })).status).toBe(403);
    expect((await other(getDelivery, { delivery })).status).toBe(403);
    expect((await seller(getDelivery, { delivery })).body).toMatchObject({
      answerUntil: addDays(today(), 3),
      onSilence: 'confirmed',
    });
    expect((await seller(confirmDelivery, { delivery })).body).toEqual({ outsideQty: 0 });
    expect((await seller(confirmDelivery, { delivery })).body['obstacles']).toEqual(['already-confirmed']);
    expect((await officer(getContract, { contract })).body).toMatchObject({
      deliveredQty: 500 * kg,
      delivered: { insideQty: 500 * kg, outsideQty: 0, openQty: 0, disputedQty: 0 },
    });
    expect((await auditor(listDeliveries, { contract })).body.items).toMatchObject([
      { netQty: 500 * kg, state: 'confirmed' },
    ]);
  });

  test('that is nothing but tare, or of tomorrow, is refused with both reasons', async () => {
    const contract = await signed();
    const load = { deliveredOn: addDays(today(), 1), grossQty: 10, tareQty: 10 };
    const { body } = await seller(recordDelivery, { id: newId<DeliveryId>(), contract, side: 'seller', ...load });
    expect(body['obstacles']).toEqual(['in-the-future', 'nothing-but-tare']);
  });

  test('a dispute has weights and a reason; taking over those weights settles it without a second word', async () => {
    const contract = await signed();
    const delivery = await recorded(contract, 1_000 * kg);
    const weights = { grossQty: 1_050 * kg, tareQty: 62 * kg };
    expect((await buyer(disputeDelivery, { delivery, ...weights, reason: 'Cân tại kho thiếu 12 kg' })).status).toBe(
      200,
    );
    const correction = newId<DeliveryId>();
    const fixed = {
      id: correction,
      corrects: delivery,
      side: 'seller' as const,
      deliveredOn: today(),
      ...weights,
      reason: 'Cân lại',
    };
    expect((await seller(correctDelivery, fixed)).body).toEqual({ id: correction, state: 'confirmed' });
    expect((await seller(getDelivery, { delivery })).body).toMatchObject({
      state: 'corrected',
      correctedBy: correction,
    });
    expect((await seller(getDelivery, { delivery: correction })).body).toMatchObject({
      netQty: 988 * kg,
      corrects: delivery,
    });
    expect((await officer(getContract, { contract })).body.deliveredQty).toBe(988 * kg);
  });

  test('a correction with other weights waits for the other side', async () => {
    const contract = await signed();
    const delivery = await recorded(contract, 1_000 * kg);
    await buyer(disputeDelivery, { delivery, grossQty: 900 * kg, tareQty: 62 * kg, reason: 'Thiếu hàng' });
    const correction = newId<DeliveryId>();
    const given = {
      id: correction,
      corrects: delivery,
      side: 'seller' as const,
      deliveredOn: today(),
      grossQty: 1_000 * kg,
      tareQty: 62 * kg,
    };
    expect((await seller(correctDelivery, { ...given, reason: 'Cân lại' })).body.state).toBe('recorded');
    expect(
      (await seller(correctDelivery, { ...given, id: newId<DeliveryId>(), reason: 'Lần nữa' })).body['obstacles'],
    ).toEqual(['corrected']);
    expect((await buyer(confirmDelivery, { delivery: correction })).status).toBe(200);
  });

  test('taken over with the other side’s weights but moved to another day, which may have another price, it waits', async () => {
    const contract = await signed();
    await database.owner(`update linkage.contract set from_day = from_day - 10 where id = $1`, [contract]);
    const corrects = await recorded(contract, 1_000 * kg);
    const weights = { grossQty: 1_050 * kg, tareQty: 62 * kg };
    await buyer(disputeDelivery, { delivery: corrects, ...weights, reason: 'Thiếu 12 kg' });
    const given = { id: newId<DeliveryId>(), corrects, side: 'seller' as const, ...weights, reason: 'Cân lại' };
    const moved = await seller(correctDelivery, { ...given, deliveredOn: addDays(today(), -3) });
    expect([moved.status, moved.body.state]).toEqual([200, 'recorded']);
    expect((await officer(getContract, { contract })).body.deliveredQty).toBe(0);
  });

  test('nobody’s word in time: the night answers as the contract says', async () => {
    const yes = await recorded(await signed({ onSilence: 'confirmed' }));
    const no = await recorded(await signed({ onSilence: 'disputed' }));
    const fresh = await recorded(await signed());
    await lapse(yes);
    await lapse(no);
    expect(
      (await buyer(disputeDelivery, { delivery: yes, grossQty: 2, tareQty: 1, reason: 'muộn' })).body['obstacles'],
    ).toEqual(['window-closed']);
    await nightly();
    await nightly();
    const stateOf = async (delivery: DeliveryId) => (await seller(getDelivery, { delivery })).body;
    expect(await stateOf(yes)).toMatchObject({ state: 'confirmed', answers: [{ bySilence: true, kind: 'confirmed' }] });
    expect(await stateOf(no)).toMatchObject({ state: 'disputed', answers: [{ bySilence: true, kind: 'disputed' }] });
    expect(await stateOf(fresh)).toMatchObject({ state: 'recorded', answers: [] });
  });
});

describe('beyond the promise', () => {
  test('what exceeds the commitment and its tolerance stands outside until the buyer takes it', async () => {
    const contract = await signed({ committedQty: 10 * tonne, toleranceBp: 500 });
    await delivered(contract, 10 * tonne);
    const delivery = await recorded(contract, 1 * tonne);
    expect((await seller(getDelivery, { delivery })).body).toMatchObject({
      outsideQty: 500 * kg,
      outside: { state: 'open' },
    });
    expect((await buyer(acceptOutside, { delivery, pricing: 'contract' })).body['obstacles']).toEqual([
      'not-confirmed',
    ]);
    await buyer(confirmDelivery, { delivery });
    expect((await seller(acceptOutside, { delivery, pricing: 'contract' })).status).toBe(403);
    expect((await buyer(acceptOutside, { delivery, pricing: 'market' })).body['obstacles']).toEqual([
      'market-price-missing',
    ]);
    expect((await buyer(acceptOutside, { delivery, pricing: 'contract' })).status).toBe(200);
    const { body } = await seller(draftSettlement, {
      id: newId<SettlementId>(),
      contract,
      side: 'seller',
      from: today(),
      until: today(),
    });
    // 10.5 t within and 0.5 t outside the contract at 14,000 đ, and 5 % VAT.
    expect(body.amountVnd).toBe(11_000 * 14_000 * 1.05);
  });

  test('returned surplus is never billed', async () => {
    const contract = await signed({ committedQty: 1 * tonne, toleranceBp: 0, vatBp: null });
    const delivery = await delivered(contract, 3 * tonne);
    expect((await buyer(refuseOutside, { delivery, reason: 'Không cần thêm' })).status).toBe(200);
    expect((await buyer(acceptOutside, { delivery, pricing: 'contract' })).body['obstacles']).toEqual(['not-open']);
    const { body } = await buyer(draftSettlement, {
      id: newId<SettlementId>(),
      contract,
      side: 'buyer',
      from: today(),
      until: today(),
    });
    expect(body.amountVnd).toBe(14_000_000);
  });

  test('loads confirmed at once share the promise: together never more than it', async () => {
    const contract = await signed({ committedQty: 10 * tonne, toleranceBp: 0 });
    const loads = [];
    for (let count = 0; count < 8; count += 1) loads.push(await recorded(contract, 2 * tonne));
    await Promise.all(loads.map((delivery) => buyer(confirmDelivery, { delivery })));
    expect((await officer(getContract, { contract })).body.delivered).toMatchObject({
      insideQty: 10 * tonne,
      outsideQty: 6 * tonne,
    });
  });
});

describe('a statement', () => {
  const draft = (contract: ContractId, more: object = {}) => ({
    id: newId<SettlementId>(),
    contract,
    side: 'seller' as const,
    from: today(),
    until: today(),
    ...more,
  });
  const versionOf = async (settlement: SettlementId) => (await seller(getSettlement, { settlement })).body.version;

  async function agreed(contract: ContractId): Promise<SettlementId> {
    const given = draft(contract);
    await seller(draftSettlement, given);
    await seller(submitSettlement, { settlement: given.id, version: await versionOf(given.id) });
    expect((await buyer(acceptSettlement, { settlement: given.id, version: await versionOf(given.id) })).status).toBe(
      200,
    );
    return given.id;
  }

  test('goes from draft to issued, agreed and paid, and says who may do what', async () => {
    const contract = await signed();
    await delivered(contract);
    const given = draft(contract, { deductions: [{ kind: 'advance', amountVnd: 5_000_000, reason: 'Ứng giống' }] });
    const made = await seller(draftSettlement, given);
    expect(made.body).toMatchObject({ amountVnd: 21_460_000 });
    expect(made.body.number).toMatch(/^BQT-\d{4}-\d{4}$/);
    const settlement = given.id;
    expect((await buyer(submitSettlement, { settlement, version: 1 })).status).toBe(403);
    expect((await seller(submitSettlement, { settlement, version: 1 })).body.dueOn).toBe(addDays(today(), 15));
    expect((await seller(acceptSettlement, { settlement, version: 2 })).status).toBe(403);
    expect((await buyer(acceptSettlement, { settlement, version: 1 })).body['obstacles']).toEqual([
      'changed-meanwhile',
    ]);
    expect((await buyer(acceptSettlement, { settlement, version: 2 })).status).toBe(200);
    await buyer(recordInvoice, { settlement, number: 'C26TVX-00000117', on: today() });

    const pay = (amountVnd: number, id = newId<PaymentId>()) =>
      buyer(recordPayment, { id, settlement, amountVnd, paidOn: today() });
    const first = newId<PaymentId>();
    expect((await pay(20_000_000, first)).status).toBe(200);
    expect((await pay(1_460_001)).body['obstacles']).toEqual(['more-than-due']);
    const wrong = newId<PaymentId>();
    expect((await pay(1_460_000, wrong)).status).toBe(200);
    expect((await buyer(confirmPayment, { payment: first })).status).toBe(403);
    expect((await seller(refusePayment, { payment: wrong, reason: 'Chưa nhận được' })).status).toBe(200);
    expect((await seller(confirmPayment, { payment: first })).body).toEqual({ balanceVnd: 1_460_000 });
    const last = newId<PaymentId>();
    await pay(1_460_000, last);
    expect((await seller(confirmPayment, { payment: last })).body).toEqual({ balanceVnd: 0 });
    expect((await officer(getSettlement, { settlement })).body).toMatchObject({
      state: 'paid',
      balanceVnd: 0,
      goodsVnd: 25_200_000,
      vatVnd: 1_260_000,
      setOffVnd: 5_000_000,
      invoiceNumber: 'C26TVX-00000117',
    });
    expect((await other(getSettlement, { settlement })).status).toBe(403);
    expect((await other(listSettlements, {})).body.total).toBe(0);
  });

  test('counts each delivery once, however many statements are drafted at once', async () => {
    const contract = await signed();
    await delivered(contract);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => seller(draftSettlement, draft(contract))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of answers)
      if (status !== 200) expect(body['obstacles']).toEqual(['nothing-to-settle']);
  });

  test('frees its deliveries when withdrawn, and is counted anew when its deductions change', async () => {
    const contract = await signed({ vatBp: null });
    await delivered(contract, tonne);
    const given = draft(contract);
    await seller(draftSettlement, given);
    const deductions = [{ kind: 'damage' as const, amountVnd: 1_000_000, reason: 'Dập 70 kg' }];
    const changed = await seller(changeSettlement, { settlement: given.id, version: 1, deductions });
    expect(changed.body).toEqual({ version: 2, amountVnd: 13_000_000 });
    await seller(withdrawSettlement, { settlement: given.id });
    expect((await seller(draftSettlement, draft(contract))).body.amountVnd).toBe(14_000_000);
  });

  test('is sent back with a reason, and issued again', async () => {
    const contract = await signed();
    await delivered(contract);
    const given = draft(contract);
    await seller(draftSettlement, given);
    await seller(submitSettlement, { settlement: given.id, version: 1 });
    await buyer(refuseSettlement, { settlement: given.id, reason: 'Thiếu khoản giảm trừ' });
    expect((await seller(getSettlement, { settlement: given.id })).body).toMatchObject({
      state: 'draft',
      refusal: 'Thiếu khoản giảm trừ',
      version: 3,
    });
    expect((await seller(submitSettlement, { settlement: given.id, version: 3 })).status).toBe(200);
  });

  test('at floor with market waits for a price both sides stand by', async () => {
    const market = {
      priceKind: 'floor-market' as const,
      marketSource: 'Chợ Hạ Long',
      marketReading: 'delivery-day' as const,
      vatBp: null,
    };
    const contract = await signed(market);
    await delivered(contract, tonne);
    expect((await seller(draftSettlement, draft(contract))).body['obstacles']).toEqual([
      { code: 'market-price-missing', days: today() },
    ]);
    const price = newId<PriceId>();
    const given = { contract, side: 'buyer' as const, on: today(), priceVnd: 16_500, source: 'Niêm yết chợ Hạ Long' };
    await buyer(recordPrice, { id: price, ...given });
    expect((await buyer(recordPrice, { id: newId<PriceId>(), ...given })).body['obstacles']).toEqual([
      'already-recorded',
    ]);
    expect((await buyer(confirmPrice, { price })).status).toBe(403);
    await seller(confirmPrice, { price });
    const made = draft(contract);
    expect((await seller(draftSettlement, made)).body.amountVnd).toBe(16_500_000);
    expect((await seller(getSettlement, { settlement: made.id })).body.lines).toMatchObject([
      { priceVnd: 16_500, marketVnd: 16_500 },
    ]);
  });

  test('what a statement has counted cannot be corrected any more', async () => {
    const contract = await signed();
    const delivery = await delivered(contract);
    await agreed(contract);
    const load = { deliveredOn: today(), grossQty: 100 * kg, tareQty: 0 };
    const given = { id: newId<DeliveryId>(), corrects: delivery, side: 'seller' as const, reason: 'muộn rồi', ...load };
    expect((await seller(correctDelivery, given)).body['obstacles']).toEqual(['settled']);
  });

  test('two payments at once never pay beyond the amount', async () => {
    const contract = await signed({ vatBp: null });
    await delivered(contract, tonne);
    const settlement = await agreed(contract);
    const pay = () =>
      buyer(recordPayment, { id: newId<PaymentId>(), settlement, amountVnd: 10_000_000, paidOn: today() });
    const answers = await Promise.all([pay(), pay(), pay()]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  test('prints as PDF and XLSX for those who may read it', async () => {
    const contract = await signed();
    await delivered(contract);
    const settlement = await agreed(contract);
    const pdf = await buyer(exportSettlement, { settlement });
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-');
    const xlsx = await auditor(exportSettlement, { settlement, as: 'xlsx' });
    expect(xlsx.raw.subarray(0, 2).toString()).toBe('PK');
    expect((await other(exportSettlement, { settlement })).status).toBe(403);
  });
});

describe('what the others are told', () => {
  test('who must answer finds it waiting, and nobody else', async () => {
    const contract = await signed();
    const delivery = await recorded(contract);
    const waiting = async (ask: Ask) => (await ask(listWaiting, {})).body.items.filter(({ id }) => id === delivery);
    expect(await waiting(buyer)).toMatchObject([
      {
        kind: 'delivery-to-confirm',
        title: { other: 'Hợp tác xã Chanh leo Đầm Hà' },
        link: `/linkage/deliveries/${delivery}`,
      },
    ]);
    expect(await waiting(seller)).toEqual([]);
    expect((await officer(listWaiting, {})).body.total).toBe(0);
    await buyer(confirmDelivery, { delivery });
    expect(await waiting(buyer)).toEqual([]);
  });

  test('the other side gets a notice with a link', async () => {
    const contract = await signed();
    const delivery = await recorded(contract);
    await drain();
    const notices = await database.owner<{ audience: string; topic: string }>(
      `select audience, topic from platform.notification where link = $1 order by audience`,
      [`/linkage/deliveries/${delivery}`],
    );
    expect(notices).toEqual([
      { audience: `organisation:${parties.buyer}:buyer`, topic: 'linkage.delivery.recorded' },
      { audience: `organisation:${parties.buyer}:organisation-manager`, topic: 'linkage.delivery.recorded' },
    ]);
  });

  test('the contexts above read facts: a delivery to dispatch against, contracts to lend on', async () => {
    const contract = await signed({ committedQty: 4 * tonne, vatBp: null });
    const delivery = await delivered(contract, tonne);
    expect(await database.within((db) => deliveryForDispatch(db, delivery))).toMatchObject({
      contract,
      seller: parties.cooperative,
      buyer: parties.buyer,
      commodity: goods.passionFruit,
      netQty: tonne,
      state: 'confirmed',
      contractState: 'signed',
    });
    const facts = await database.within((db) => contractFacts(db, parties.cooperative, today()));
    expect(facts.find(({ id }) => id === contract)).toMatchObject({
      side: 'seller',
      committedVnd: 56_000_000,
      deliveredQty: tonne,
      fulfilledBp: 2_500,
      paidVnd: 0,
    });
  });
});
