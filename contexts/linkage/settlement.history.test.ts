import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addDays, today } from '#kernel/day.ts';
import { newId, type ContractId, type DeliveryId } from '#kernel/id.ts';
import { makeDemonstration, signedIn, testDatabase, testServer, type Answer } from '#tests/harness.ts';
import { acceptContract, type AcceptanceId } from './acceptance.wire.ts';
import { draftContract } from './contract.wire.ts';
import {
  acceptOutside,
  confirmDelivery,
  correctDelivery,
  disputeDelivery,
  recordDelivery,
  refuseOutside,
} from './delivery.wire.ts';
import { linkage } from './index.ts';
import { draftDemand, draftOffer, type LineId } from './line.wire.ts';
import { exampleTerms, goods, kg, parties, saveParties, tonne } from './linkage.example.ts';
import { confirmPrice, recordPrice, type PriceId } from './price.wire.ts';
import {
  acceptSettlement,
  confirmPayment,
  draftSettlement,
  getSettlement,
  recordPayment,
  refusePayment,
  submitSettlement,
  withdrawSettlement,
  type PaymentId,
  type SettlementId,
} from './settlement.wire.ts';

/** Histories gone through by commands against the database; LIENKET_LONG=1 takes the thousand. */
const runs = process.env['LIENKET_LONG'] === '1' ? 1_000 : 25;

const database = await testDatabase();
const { as } = await testServer(database, linkage.handlers);
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
const [seller, buyer] = [as(manager), as(enterprise)];

const begin = addDays(today(), -10);
const weight = fc.integer({ min: 1, max: 4_000 }).map((tenths) => tenths * 100);
const history = fc.record({
  market: fc.option(fc.integer({ min: 9_000, max: 20_000 })),
  priceVnd: fc.integer({ min: 9_000, max: 20_000 }),
  vatBp: fc.constantFrom(null, 500, 800, 1_000),
  committedQty: fc.integer({ min: 100, max: 1_500 }).map((kilograms) => kilograms * kg),
  toleranceBp: fc.constantFrom(0, 500, 1_000),
  loads: fc.array(
    fc.record({
      netQty: weight,
      weighedQty: weight,
      dayOff: fc.integer({ min: 0, max: 10 }),
      fate: fc.constantFrom('confirmed', 'confirmed', 'confirmed', 'corrected', 'disputed', 'unanswered'),
      surplus: fc.constantFrom('contract', 'returned', 'open'),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  advanceVnd: fc.option(fc.integer({ min: 1, max: 900_000 })),
  damageVnd: fc.option(fc.integer({ min: 1, max: 900_000 })),
  isDraftedTwice: fc.boolean(),
  shares: fc.array(fc.record({ percent: fc.integer({ min: 1, max: 60 }), came: fc.boolean() }), { maxLength: 3 }),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

const done = async <Reply>(answer: Promise<Answer<Reply>>): Promise<Reply> => {
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

async function signed({ market, priceVnd, vatBp, committedQty, toleranceBp }: History): Promise<ContractId> {
  const [offer, demand, contract] = [newId<LineId>(), newId<LineId>(), newId<ContractId>()];
  const line = { commodity: goods.passionFruit, from: begin, until: addDays(today(), 330), per: 'total' as const };
  const total = { ...line, periodQty: 50 * tonne };
  await done(seller(draftOffer, { ...total, id: offer, organisation: parties.cooperative }));
  await done(buyer(draftDemand, { ...total, id: demand, organisation: parties.buyer }));
  const byMarket =
    market === null
      ? {}
      : { priceKind: 'floor-market' as const, marketSource: 'Chợ Hạ Long', marketReading: 'delivery-day' as const };
  const terms = { ...exampleTerms(begin), committedQty, toleranceBp, priceVnd, vatBp, ...byMarket };
  const { contentHash } = await done(seller(draftContract, { id: contract, offer, demand, terms }));
  for (const [ask, side] of [[seller, 'seller'] as const, [buyer, 'buyer'] as const]) {
    const id = newId<AcceptanceId>();
    await done(ask(acceptContract, { id, contract, side, contentHash, way: { kind: 'demonstration' } }));
  }
  return contract;
}

/** Both sides stand by one price for each day a load came. */
async function priced(contract: ContractId, { market, loads }: History): Promise<void> {
  if (market === null) return;
  for (const dayOff of new Set(loads.map((load) => load.dayOff))) {
    const price = newId<PriceId>();
    const on = addDays(begin, dayOff);
    const given = { contract, side: 'buyer' as const, on, priceVnd: market + dayOff * 10, source: 'Chợ Hạ Long' };
    await done(buyer(recordPrice, { id: price, ...given }));
    await done(seller(confirmPrice, { price }));
  }
}

interface Billed {
  readonly qty: number;
  readonly priceVnd: number;
}

/** What is to be billed, reckoned here from what was done, without looking at what the product made of it. */
async function deliver(contract: ContractId, told: History): Promise<Billed[]> {
  const billed: Billed[] = [];
  let room = told.committedQty + Math.floor((told.committedQty * told.toleranceBp) / 10_000);
  for (const { netQty, weighedQty, dayOff, fate, surplus } of told.loads) {
    let delivery = newId<DeliveryId>();
    const load = { side: 'seller' as const, deliveredOn: addDays(begin, dayOff), tareQty: 62 * kg };
    await done(seller(recordDelivery, { id: delivery, contract, ...load, grossQty: netQty + load.tareQty }));
    if (fate === 'unanswered') continue;
    const weighed = { grossQty: weighedQty + load.tareQty, tareQty: load.tareQty };
    if (fate !== 'confirmed') await done(buyer(disputeDelivery, { delivery, ...weighed, reason: 'Cân khác' }));
    if (fate === 'disputed') continue;
    let outsideQty: number;
    const net = fate === 'confirmed' ? netQty : weighedQty;
    if (fate === 'corrected') {
      const corrects = delivery;
      delivery = newId<DeliveryId>();
      const { state } = await done(
        seller(correctDelivery, { id: delivery, corrects, ...load, ...weighed, reason: 'Cân lại' }),
      );
      expect(state).toBe('confirmed');
      outsideQty = net - Math.max(0, Math.min(net, room));
    } else ({ outsideQty } = await done(buyer(confirmDelivery, { delivery })));
    const inside = Math.max(0, Math.min(net, room));
    expect(outsideQty).toBe(net - inside);
    room -= inside;
    const priceVnd = told.market === null ? told.priceVnd : Math.max(told.priceVnd, told.market + dayOff * 10);
    if (inside > 0) billed.push({ qty: inside, priceVnd });
    if (outsideQty === 0 || surplus === 'open') continue;
    if (surplus === 'returned') await done(buyer(refuseOutside, { delivery, reason: 'Không cần' }));
    else {
      await done(buyer(acceptOutside, { delivery, pricing: 'contract' }));
      billed.push({ qty: outsideQty, priceVnd });
    }
  }
  return billed;
}

const half = (numerator: bigint, divisor: bigint): bigint =>
  numerator / divisor + ((numerator % divisor) * 2n >= divisor ? 1n : 0n);

const versionOf = async (settlement: SettlementId) => (await done(seller(getSettlement, { settlement }))).version;

test('statements equal deliveries, deductions and payments to the đồng, whatever was done before them', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (told) => {
      const contract = await signed(told);
      await priced(contract, told);
      const billed = await deliver(contract, told);
      const goodsVnd = billed.reduce(
        (sum, { qty, priceVnd }) => sum + half(BigInt(qty) * BigInt(priceVnd), 1_000n),
        0n,
      );
      const damage = BigInt(told.damageVnd ?? 0);
      const advance = BigInt(told.advanceVnd ?? 0);
      const vat = told.vatBp === null ? 0n : half((goodsVnd - damage) * BigInt(told.vatBp), 10_000n);
      const amount = goodsVnd - damage + vat - advance;
      const deductions = [
        ...(damage > 0n ? [{ kind: 'damage' as const, amountVnd: Number(damage), reason: 'Dập' }] : []),
        ...(advance > 0n ? [{ kind: 'advance' as const, amountVnd: Number(advance), reason: 'Ứng giống' }] : []),
      ];
      const period = { contract, side: 'seller' as const, from: begin, until: today(), deductions };
      const settlement = newId<SettlementId>();
      const drafted = await seller(draftSettlement, { id: settlement, ...period });
      if (billed.length === 0 || damage > goodsVnd || amount < 0n) {
        expect(drafted.status).toBe(409);
        return;
      }
      expect(drafted.body.amountVnd).toBe(Number(amount));
      if (told.isDraftedTwice) {
        await done(seller(withdrawSettlement, { settlement }));
        const again = newId<SettlementId>();
        expect((await done(seller(draftSettlement, { id: again, ...period }))).amountVnd).toBe(Number(amount));
        await paid(again, Number(amount), told);
        return;
      }
      await paid(settlement, Number(amount), told);
      const late = await seller(draftSettlement, { id: newId<SettlementId>(), ...period, deductions: [] });
      expect(late.body['obstacles']).toEqual(['nothing-to-settle']);
    }),
    { numRuns: runs },
  );
}, 3_600_000);

/** What came is taken off the balance, what did not come is not; the rest closes the statement. */
async function paid(settlement: SettlementId, amountVnd: number, { shares }: History): Promise<void> {
  await done(seller(submitSettlement, { settlement, version: await versionOf(settlement) }));
  await done(buyer(acceptSettlement, { settlement, version: await versionOf(settlement) }));
  let left = amountVnd;
  const pay = async (share: number): Promise<PaymentId> => {
    const id = newId<PaymentId>();
    await done(buyer(recordPayment, { id, settlement, amountVnd: share, paidOn: today() }));
    return id;
  };
  for (const { percent, came } of shares) {
    const share = Math.floor((left * percent) / 100);
    if (share === 0) continue;
    const payment = await pay(share);
    if (came) left -= share;
    if (came) expect((await done(seller(confirmPayment, { payment }))).balanceVnd).toBe(left);
    else await done(seller(refusePayment, { payment, reason: 'Chưa nhận được' }));
  }
  if (left > 0) await done(seller(confirmPayment, { payment: await pay(left) }));
  const closed = { amountVnd, balanceVnd: 0, state: 'paid' };
  expect(await done(seller(getSettlement, { settlement }))).toMatchObject(closed);
}
