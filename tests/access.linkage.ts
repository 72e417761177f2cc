import { addDays, today } from '#kernel/day.ts';
import { newId, type ChainId, type ContractId, type DeliveryId, type FileId } from '#kernel/id.ts';
import type { Role } from '#kernel/actor.ts';
import { acceptContract, type AcceptanceId } from '#contexts/linkage/acceptance.wire.ts';
import { draftChain, recordPartner, type PartnerId } from '#contexts/linkage/chain.wire.ts';
import { draftContract, getContract } from '#contexts/linkage/contract.wire.ts';
import { confirmDelivery, recordDelivery } from '#contexts/linkage/delivery.wire.ts';
import { submitEnding, type EndingId } from '#contexts/linkage/ending.wire.ts';
import { draftDemand, draftOffer, type LineId } from '#contexts/linkage/line.wire.ts';
import { recordPrice, type PriceId } from '#contexts/linkage/price.wire.ts';
import {
  acceptSettlement,
  draftSettlement,
  recordPayment,
  submitSettlement,
  type PaymentId,
  type SettlementId,
} from '#contexts/linkage/settlement.wire.ts';
import type { AccessWorld, Asker, Cases, Side } from './access.world.ts';
import type { Person } from './harness.ts';

/** Limit prices: each number stands nowhere else in the world. */
export const limitPrices = {
  floor: { own: 77_123, foreign: 77_321 },
  ceiling: { own: 88_123, foreign: 88_321 },
} as const;

type TradeSide = 'seller' | 'buyer';
const tradeSides = ['seller', 'buyer'] as const;
const roleOf = { seller: 'organisation-manager', buyer: 'buyer' } as const satisfies Record<TradeSide, Role>;
const sideOf = (asker: Asker): TradeSide => (asker === 'buyer' ? 'buyer' : 'seller');
const otherOf = (side: TradeSide): TradeSide => (side === 'seller' ? 'buyer' : 'seller');

const now = today();
const kg = 1_000;
const line = { from: addDays(now, -60), until: addDays(now, 120), per: 'total', periodQty: 900_000 * kg } as const;
export const contractTerms = {
  committedQty: 1_000 * kg,
  toleranceBp: 0,
  from: addDays(now, -30),
  until: addDays(now, 60),
  deliveryPlace: 'Kho hợp tác xã',
  weighedBy: 'both',
  grade: 'loại 1',
  quality: 'quả chín đều',
  priceKind: 'fixed',
  priceVnd: 30_000,
  marketSource: '',
  marketReading: null,
  paymentDueDays: 30,
  depositVnd: null,
  penaltyBp: 800,
  disputeWindowDays: 5,
  onSilence: 'confirmed',
  forceMajeure: 'thiên tai',
  disputeForum: 'negotiation-court',
  vatBp: null,
} as const;
const floating = {
  ...contractTerms,
  priceKind: 'floor-market',
  marketSource: 'chợ đầu mối',
  marketReading: 'delivery-day',
} as const;
const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');

/** The two who trade, on one side of the world. */
class Trade {
  readonly world: AccessWorld;
  readonly side: Side;
  offer = newId<LineId>();
  demand = newId<LineId>();
  constructor(world: AccessWorld, side: Side) {
    this.world = world;
    this.side = side;
  }
  who(side: TradeSide): Person {
    return this.world.people[this.side][roleOf[side]];
  }

  async openLines(): Promise<void> {
    const { world, side } = this;
    const { cooperative, buyer } = world.organisations[side];
    const { commodity } = world;
    const { floor, ceiling } = limitPrices;
    await world.done(this.who('seller'), draftOffer, {
      ...line,
      id: this.offer,
      organisation: cooperative,
      commodity,
      floorPriceVnd: floor[side],
    });
    await world.done(this.who('buyer'), draftDemand, {
      ...line,
      id: this.demand,
      organisation: buyer,
      commodity,
      ceilingPriceVnd: ceiling[side],
    });
  }

  async drafted(terms: typeof contractTerms | typeof floating = contractTerms, chain?: ChainId): Promise<ContractId> {
    const id = newId<ContractId>();
    await this.world.done(this.who('seller'), draftContract, {
      id,
      offer: this.offer,
      demand: this.demand,
      chain: chain ?? null,
      terms,
    });
    return id;
  }

  async hashOf(contract: ContractId): Promise<string> {
    return (await this.world.done(this.who('seller'), getContract, { contract })).contentHash;
  }

  async signed(terms: typeof contractTerms | typeof floating = contractTerms, chain?: ChainId): Promise<ContractId> {
    const contract = await this.drafted(terms, chain);
    const contentHash = await this.hashOf(contract);
    for (const side of tradeSides) {
      const id = newId<AcceptanceId>();
      await this.world.done(this.who(side), acceptContract, {
        id,
        contract,
        side,
        contentHash,
        way: { kind: 'demonstration' },
      });
    }
    return contract;
  }

  /** Signed in ink by one side, scanned and uploaded: it waits for the other to confirm. */
  async onPaper(side: TradeSide): Promise<{ id: AcceptanceId; scan: FileId }> {
    const contract = await this.drafted();
    const uploaded = await this.world.server.upload(this.who(side), pdf, 'hop-dong.pdf');
    if (uploaded.status !== 200) throw new Error(`upload: ${uploaded.status} ${uploaded.body.code}`);
    const scan = uploaded.body.id as FileId;
    const id = newId<AcceptanceId>();
    await this.world.done(this.who(side), acceptContract, {
      id,
      contract,
      side,
      contentHash: await this.hashOf(contract),
      way: { kind: 'paper', scan },
    });
    return { id, scan };
  }

  async delivered(contract: ContractId, side: TradeSide, daysAgo: number, netKg = 10): Promise<DeliveryId> {
    const id = newId<DeliveryId>();
    await this.world.done(this.who(side), recordDelivery, {
      id,
      contract,
      side,
      deliveredOn: addDays(now, -daysAgo),
      grossQty: (netKg + 1) * kg,
      tareQty: kg,
    });
    return id;
  }
  async confirmed(contract: ContractId, daysAgo: number, netKg = 10): Promise<DeliveryId> {
    const delivery = await this.delivered(contract, 'seller', daysAgo, netKg);
    await this.world.done(this.who('buyer'), confirmDelivery, { delivery });
    return delivery;
  }

  async statement(contract: ContractId, side: TradeSide, daysAgo: number): Promise<SettlementId> {
    const id = newId<SettlementId>();
    await this.confirmed(contract, daysAgo);
    const period = { from: addDays(now, -daysAgo), until: addDays(now, -daysAgo) };
    await this.world.done(this.who(side), draftSettlement, { id, contract, side, ...period });
    return id;
  }
  async issued(contract: ContractId, side: TradeSide, daysAgo: number): Promise<SettlementId> {
    const settlement = await this.statement(contract, side, daysAgo);
    await this.world.done(this.who(side), submitSettlement, { settlement, version: 1 });
    return settlement;
  }
  async agreed(contract: ContractId, daysAgo: number): Promise<SettlementId> {
    const settlement = await this.issued(contract, 'seller', daysAgo);
    await this.world.done(this.who('buyer'), acceptSettlement, { settlement, version: 2 });
    return settlement;
  }
}

async function bySide<Value>(make: (side: TradeSide) => Promise<Value>): Promise<Record<TradeSide, Value>> {
  return { seller: await make('seller'), buyer: await make('buyer') };
}

async function chainsOf(trade: Trade) {
  const { world, side } = trade;
  const leads = { seller: world.organisations[side].cooperative, buyer: world.organisations[side].buyer };
  return bySide(async (lead) => {
    const id = newId<ChainId>();
    await world.done(trade.who(lead), draftChain, {
      id,
      lead: leads[lead],
      leadStages: ['production'],
      name: `Chuỗi ${lead} ${side}`,
      state: 'active',
      startedOn: '2026-01-01',
      products: [world.commodity],
    });
    const partner = newId<PartnerId>();
    await world.done(trade.who(lead), recordPartner, {
      id: partner,
      chain: id,
      organisation: world.organisations[side].laboratory,
      role: 'service',
      stages: ['harvest'],
      from: '2026-01-01',
    });
    return { id, partner };
  });
}

async function settlementsOf(trade: Trade, contract: ContractId) {
  const paid = await trade.agreed(contract, 20);
  const payment = newId<PaymentId>();
  await trade.world.done(trade.who('buyer'), recordPayment, {
    id: payment,
    settlement: paid,
    amountVnd: 1_000,
    paidOn: now,
  });
  await trade.confirmed(contract, 21);
  return {
    draft: await bySide((side) => trade.statement(contract, side, side === 'seller' ? 11 : 12)),
    issued: await bySide((side) => trade.issued(contract, side, side === 'seller' ? 13 : 14)),
    agreed: await trade.agreed(contract, 15),
    payment,
  };
}

async function rowsOf(world: AccessWorld, side: Side) {
  const trade = new Trade(world, side);
  await trade.openLines();
  const chains = await chainsOf(trade);
  const signed = await trade.signed();
  const floated = await trade.signed(floating);
  const narrow = await trade.signed({ ...contractTerms, committedQty: 5 * kg });
  const draft = await trade.drafted();
  const { verifyToken, contentHash } = await world.done(trade.who('seller'), getContract, { contract: draft });
  return {
    offer: trade.offer,
    demand: trade.demand,
    chains,
    draft,
    contentHash,
    verifyToken,
    signed,
    floated,
    paper: await bySide((from) => trade.onPaper(from)),
    endings: await bySide(async (from) => {
      const contract = await trade.signed();
      const id = newId<EndingId>();
      await world.done(trade.who(from), submitEnding, {
        id,
        contract,
        side: from,
        kind: 'mutual',
        on: now,
        reason: 'thoả thuận',
      });
      return id;
    }),
    prices: await bySide(async (from) => {
      const id = newId<PriceId>();
      await world.done(trade.who(from), recordPrice, {
        id,
        contract: floated,
        side: from,
        on: addDays(now, from === 'seller' ? -3 : -4),
        priceVnd: 32_000,
        source: 'bảng giá chợ',
      });
      return id;
    }),
    deliveries: await bySide((from) => trade.delivered(signed, from, 1)),
    surplus: await trade.confirmed(narrow, 2, 50),
    settlements: await settlementsOf(trade, signed),
  };
}

export type LinkageRows = Readonly<Record<Side, Awaited<ReturnType<typeof rowsOf>>>>;

function chainCases({ organisations, organisation, commodity }: AccessWorld, rows: LinkageRows): Cases {
  const chain = (side: Side, asker: Asker) => rows[side].chains[sideOf(asker)];
  return {
    'linkage.chain.list': () => ({}),
    'linkage.chain.get': (side, asker) => ({ chain: chain(side, asker).id }),
    'linkage.chain.draft': (side, asker) => ({
      id: newId(),
      lead: organisation(side, asker),
      leadStages: ['production'],
      name: 'Chuỗi mới',
      state: 'forming',
      products: [commodity],
    }),
    'linkage.chain.change': (side, asker) => ({
      chain: chain(side, asker).id,
      version: 1,
      name: 'Chuỗi đổi tên',
      state: 'active',
      startedOn: '2026-01-01',
      products: [commodity],
    }),
    'linkage.chain.close': (side, asker) => ({ chain: chain(side, asker).id, on: now }),
    'linkage.partner.record': (side, asker) => ({
      id: newId(),
      chain: chain(side, asker).id,
      organisation: organisations[side].fund,
      role: 'service',
      stages: ['harvest'],
    }),
    'linkage.partner.close': (side, asker) => ({ partner: chain(side, asker).partner, on: now }),
  };
}

function lineCases({ organisation, commodity }: AccessWorld, rows: LinkageRows): Cases {
  const drafted = (side: Side, asker: Asker) => ({
    ...line,
    id: newId(),
    organisation: organisation(side, asker),
    commodity,
  });
  return {
    'linkage.offer.list': () => ({}),
    'linkage.offer.get': (side) => ({ offer: rows[side].offer }),
    'linkage.offer.draft': drafted,
    'linkage.offer.change': (side) => ({ ...line, offer: rows[side].offer, revision: 1, floorPriceVnd: 1 }),
    'linkage.offer.withdraw': (side) => ({ offer: rows[side].offer, revision: 1 }),
    'linkage.demand.list': () => ({}),
    'linkage.demand.get': (side) => ({ demand: rows[side].demand }),
    'linkage.demand.draft': drafted,
    'linkage.demand.change': (side) => ({ ...line, demand: rows[side].demand, revision: 1, ceilingPriceVnd: 1 }),
    'linkage.demand.withdraw': (side) => ({ demand: rows[side].demand, revision: 1 }),
  };
}

function contractCases(rows: LinkageRows): Cases {
  const acting = (side: Side, asker: Asker) => ({ contract: rows[side].draft, side: sideOf(asker) });
  /** What waits for this asker: the other side began it. */
  const waiting = <Value>(both: Record<TradeSide, Value>, asker: Asker): Value => both[otherOf(sideOf(asker))];
  return {
    'linkage.contract.list': () => ({}),
    'linkage.contract.get': (side) => ({ contract: rows[side].signed }),
    'linkage.contract.export': (side) => ({ contract: rows[side].signed }),
    'linkage.contract.draft': (side) => ({
      id: newId(),
      offer: rows[side].offer,
      demand: rows[side].demand,
      terms: contractTerms,
    }),
    'linkage.contract.change': (side) => ({
      contract: rows[side].draft,
      version: 1,
      terms: { ...contractTerms, priceVnd: 31_000 },
    }),
    'linkage.contract.withdraw': (side) => ({ contract: rows[side].draft }),
    'linkage.verification.get': (side) => ({ token: rows[side].verifyToken }),
    'linkage.acceptance.get': acting,
    'linkage.contract.accept': (side, asker) => ({
      ...acting(side, asker),
      id: newId(),
      contentHash: rows[side].contentHash,
      way: { kind: 'demonstration' },
    }),
    'linkage.acceptance.confirm': (side, asker) => ({ acceptance: waiting(rows[side].paper, asker).id }),
    'linkage.ending.submit': (side, asker) => ({
      id: newId(),
      contract: rows[side].signed,
      side: sideOf(asker),
      kind: 'mutual',
      on: now,
      reason: 'thoả thuận',
    }),
    'linkage.ending.confirm': (side, asker) => ({ ending: waiting(rows[side].endings, asker) }),
    'linkage.ending.refuse': (side, asker) => ({ ending: waiting(rows[side].endings, asker) }),
    'linkage.price.record': (side, asker) => ({
      id: newId(),
      contract: rows[side].floated,
      side: sideOf(asker),
      on: addDays(now, -7),
      priceVnd: 33_000,
      source: 'bảng giá chợ',
    }),
    'linkage.price.confirm': (side, asker) => ({ price: waiting(rows[side].prices, asker) }),
    'linkage.price.refuse': (side, asker) => ({ price: waiting(rows[side].prices, asker) }),
  };
}

function deliveryCases(rows: LinkageRows): Cases {
  const waiting = (side: Side, asker: Asker) => rows[side].deliveries[otherOf(sideOf(asker))];
  const load = { deliveredOn: addDays(now, -1), grossQty: 9 * kg, tareQty: kg };
  return {
    'linkage.delivery.list': () => ({}),
    'linkage.delivery.get': (side) => ({ delivery: rows[side].deliveries.seller }),
    'linkage.delivery.record': (side, asker) => ({
      ...load,
      id: newId(),
      contract: rows[side].signed,
      side: sideOf(asker),
    }),
    'linkage.delivery.confirm': (side, asker) => ({ delivery: waiting(side, asker) }),
    'linkage.delivery.dispute': (side, asker) => ({
      delivery: waiting(side, asker),
      grossQty: 8 * kg,
      tareQty: kg,
      reason: 'cân thiếu',
    }),
    'linkage.delivery.correct': (side, asker) => ({
      ...load,
      id: newId(),
      corrects: rows[side].deliveries.seller,
      side: sideOf(asker),
      reason: 'ghi nhầm',
    }),
    'linkage.outside.accept': (side) => ({ delivery: rows[side].surplus, pricing: 'contract' }),
    'linkage.outside.refuse': (side) => ({ delivery: rows[side].surplus, reason: 'kho đã đầy' }),
  };
}

function settlementCases(rows: LinkageRows): Cases {
  const own = (side: Side, asker: Asker) => ({ settlement: rows[side].settlements.draft[sideOf(asker)] });
  const others = (side: Side, asker: Asker) => ({ settlement: rows[side].settlements.issued[otherOf(sideOf(asker))] });
  const agreed = (side: Side) => ({ settlement: rows[side].settlements.agreed });
  return {
    'linkage.settlement.list': () => ({}),
    'linkage.settlement.get': agreed,
    'linkage.settlement.export': agreed,
    'linkage.settlement.draft': (side, asker) => ({
      id: newId(),
      contract: rows[side].signed,
      side: sideOf(asker),
      from: addDays(now, -21),
      until: addDays(now, -21),
    }),
    'linkage.settlement.change': (side, asker) => ({
      ...own(side, asker),
      version: 1,
      deductions: [{ kind: 'transport', amountVnd: 10_000, reason: 'cước xe' }],
    }),
    'linkage.settlement.submit': (side, asker) => ({ ...own(side, asker), version: 1 }),
    'linkage.settlement.withdraw': own,
    'linkage.settlement.accept': (side, asker) => ({ ...others(side, asker), version: 2 }),
    'linkage.settlement.refuse': (side, asker) => ({ ...others(side, asker), reason: 'thiếu một chuyến' }),
    'linkage.invoice.record': (side) => ({ ...agreed(side), number: '1C26TAA-1', on: now }),
    'linkage.payment.record': (side) => ({ ...agreed(side), id: newId(), amountVnd: 2_000, paidOn: now }),
    'linkage.payment.confirm': (side) => ({ payment: rows[side].settlements.payment }),
    'linkage.payment.refuse': (side) => ({ payment: rows[side].settlements.payment, reason: 'chưa nhận được' }),
    'linkage.waiting.list': () => ({}),
  };
}

export async function linkageCases(world: AccessWorld): Promise<{ cases: Cases; rows: LinkageRows }> {
  const rows = { own: await rowsOf(world, 'own'), foreign: await rowsOf(world, 'foreign') };
  return {
    rows,
    cases: {
      ...chainCases(world, rows),
      ...lineCases(world, rows),
      ...contractCases(rows),
      ...deliveryCases(rows),
      ...settlementCases(rows),
    },
  };
}
