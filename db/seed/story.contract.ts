import { addDays, type Day } from '#kernel/day.ts';
import type { CommodityId, ContractId, DeliveryId } from '#kernel/id.ts';
import { acceptContract, acceptanceWays, type AcceptanceId } from '#contexts/linkage/acceptance.wire.ts';
import { draftContract } from '#contexts/linkage/contract.wire.ts';
import { confirmDelivery, recordDelivery } from '#contexts/linkage/delivery.wire.ts';
import { draftDemand, draftOffer } from '#contexts/linkage/line.wire.ts';
import { confirmPrice, recordPrice, type PriceId } from '#contexts/linkage/price.wire.ts';
import {
  acceptSettlement,
  confirmPayment,
  draftSettlement,
  getSettlement,
  recordInvoice,
  recordPayment,
  submitSettlement,
  type PaymentId,
} from '#contexts/linkage/settlement.wire.ts';
import { storyParts, storyRecords } from './parts.ts';
import type { Teller } from './teller.ts';

const kg = 1_000;
const tonne = 1_000 * kg;

const terms = (from: Day, until: Day) =>
  ({
    committedQty: 24 * tonne,
    toleranceBp: 500,
    from,
    until,
    deliveryPlace: 'Điểm thu mua xã Đầm Hà',
    weighedBy: 'both',
    grade: 'Loại 1: quả từ 60 g, độ Brix từ 14',
    quality:
      'Quả chín trên 70 %, không dập, không sâu bệnh. Dư lượng đạt mức của thị trường đích theo phiếu kết quả của lô.',
    priceKind: 'floor-market',
    priceVnd: 14_000,
    marketSource: 'Giá thu mua chanh leo tại chợ đầu mối Hạ Long, niêm yết hằng ngày',
    marketReading: 'delivery-day',
    paymentDueDays: 15,
    depositVnd: 20_000_000,
    penaltyBp: 800,
    disputeWindowDays: 3,
    onSilence: 'confirmed',
    forceMajeure:
      'Bão, lũ, dịch hại được cơ quan có thẩm quyền xác nhận; báo cho bên kia trong 3 ngày kèm bằng chứng. Giá giảm không phải là bất khả kháng.',
    disputeForum: 'negotiation-court',
    vatBp: 500,
  }) as const;

/** From an offer and a demand to a contract both sides have accepted. */
export async function makeContract(teller: Teller, commodity: CommodityId, today: Day): Promise<ContractId> {
  const until = addDays(today, 330);
  const { offer, demand, contract } = storyRecords;
  const lines = { commodity, from: today, until, per: 'total' as const };
  await teller.ask('director', draftOffer, {
    ...lines,
    id: offer,
    organisation: storyParts.cooperative,
    periodQty: 30 * tonne,
    floorPriceVnd: 13_000,
    quality: 'Chanh leo tím, trồng theo quy trình hữu cơ',
    place: 'Thôn Trại Dinh, xã Đầm Hà',
  });
  await teller.ask('buyer', draftDemand, {
    ...lines,
    id: demand,
    organisation: storyParts.buyer,
    periodQty: 120 * tonne,
    minimumOrderQty: 5 * tonne,
    ceilingPriceVnd: 21_000,
    quality: 'Chanh leo tím loại 1 cho xuất khẩu',
    place: 'Giao tại điểm thu mua',
  });
  await teller.ask('director', draftContract, { id: contract, offer, demand, terms: terms(today, until), note: '' });
  for (const [part, side] of [
    ['director', 'seller'],
    ['buyer', 'buyer'],
  ] as const) {
    const { contentHash } = await teller.ask(part, acceptanceWays, { contract, side });
    await teller.ask(part, acceptContract, {
      id: teller.id<AcceptanceId>(),
      contract,
      side,
      contentHash,
      way: { kind: 'demonstration' },
    });
  }
  return contract;
}

/** A load, weighed by the seller and confirmed by the buyer. Net, in grams. */
export async function deliver(
  teller: Teller,
  contract: ContractId,
  on: Day,
): Promise<{ delivery: DeliveryId; netQty: number }> {
  const { delivery } = storyRecords;
  const load = { grossQty: 1_862 * kg, tareQty: 62 * kg };
  await teller.ask('director', recordDelivery, {
    id: delivery,
    contract,
    side: 'seller',
    deliveredOn: on,
    place: 'Điểm thu mua xã Đầm Hà',
    vehicle: 'Xe tải 2,5 tấn',
    ...load,
  });
  await teller.ask('buyer', confirmDelivery, { delivery });
  return { delivery, netQty: load.grossQty - load.tareQty };
}

/** The market price of the day, which both sides agree on; the floor holds when it is lower. */
export async function agreePrice(teller: Teller, contract: ContractId, on: Day): Promise<void> {
  const price = teller.id<PriceId>();
  await teller.ask('buyer', recordPrice, {
    id: price,
    contract,
    side: 'buyer',
    on,
    priceVnd: 16_500,
    source: 'Niêm yết chợ đầu mối Hạ Long',
  });
  await teller.ask('director', confirmPrice, { price });
}

/** Statement, invoice number, payment, receipt. */
export async function settle(teller: Teller, contract: ContractId, on: Day): Promise<void> {
  const { settlement } = storyRecords;
  const version = async (): Promise<{ version: number; balanceVnd: number }> =>
    teller.ask('director', getSettlement, { settlement });
  await teller.ask('director', draftSettlement, {
    id: settlement,
    contract,
    side: 'seller',
    from: on,
    until: on,
    deductions: [],
  });
  await teller.ask('director', submitSettlement, { settlement, version: (await version()).version });
  await teller.ask('buyer', acceptSettlement, { settlement, version: (await version()).version });
  await teller.ask('buyer', recordInvoice, { settlement, number: 'C26TVX-00000117', on });
  const payment = teller.id<PaymentId>();
  await teller.ask('buyer', recordPayment, {
    id: payment,
    settlement,
    amountVnd: (await version()).balanceVnd,
    paidOn: on,
    reference: 'UNC 2311',
  });
  await teller.ask('director', confirmPayment, { payment });
}
