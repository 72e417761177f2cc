import { addDays, today } from '#kernel/day.ts';
import { linkagePaths } from '#web/linkage/paths.ts';
import { words } from '#web/linkage/words.vi.ts';
import type { Hand } from './hand.ts';

const until = addDays(today(), 300);
const title = (side: 'offer' | 'demand'): RegExp => new RegExp(words[side].one.replace('{{commodity}}', 'Chanh leo'));

async function line(hand: Hand, quantity: string, [label, limit]: readonly [string, string]): Promise<void> {
  await hand.find(words.commodity, 'Chanh leo');
  await hand.writeDay(words.until, until);
  await hand.write(words.line.periodQty, quantity);
  await hand.write(label, limit);
}

export async function offer(hand: Hand): Promise<void> {
  await hand.open(linkagePaths.newOffer);
  await line(hand, '20.000', [words.line.floor, '13.000']);
  await hand.write(words.place, 'Đồi Bình An, xã Đầm Hà');
  await hand.finish(words.offer.save);
  await hand.sees(title('offer'));
}

export async function demand(hand: Hand): Promise<void> {
  await hand.open(linkagePaths.newDemand);
  await line(hand, '60.000', [words.line.ceiling, '21.000']);
  await hand.write(words.place, 'Điểm thu mua xã Đầm Hà');
  await hand.finish(words.demand.save);
  await hand.sees(title('demand'));
}

/** Drafted by hand from the two lines, then accepted for the seller. */
export async function draft(hand: Hand): Promise<void> {
  await hand.open(`${linkagePaths.offers}?mine=true`);
  await hand.openRow('Chanh leo');
  await hand.follow(words.line.contract);
  await hand.find(words.contract.chooseAny.demand, 'Vịnh Xanh');
  await hand.write(words.terms.committedQty, '15.000');
  await hand.write(words.terms.grade, 'Loại 1: quả từ 60 g');
  await hand.choose(words.terms.priceKind, words.terms.kind['floor-market']);
  await hand.write(words.terms.priceVnd, '14.000');
  await hand.write(words.terms.marketSource, 'Niêm yết chợ đầu mối Hạ Long');
  await hand.write(words.terms.penaltyBp, '8');
  await hand.finish(words.contract.saveDraft);
  await hand.press(words.contract.accept);
  await hand.sees(words.contract.stateName.offered);
}

async function atContract(hand: Hand): Promise<void> {
  await hand.open(linkagePaths.contracts);
  await hand.openRow('Bình An');
}

export async function accept(hand: Hand): Promise<void> {
  await atContract(hand);
  await hand.press(words.contract.accept);
  await hand.sees(words.contract.stateName.signed);
}

export async function recordDelivery(hand: Hand): Promise<void> {
  await atContract(hand);
  await hand.follow(words.delivery.record);
  await hand.write(words.delivery.gross, '1.262');
  await hand.write(words.delivery.tare, '62');
  await hand.write(words.delivery.vehicle, 'Xe tải 2,5 tấn');
  await hand.finish(words.delivery.save);
}

export async function confirmDelivery(hand: Hand): Promise<void> {
  await hand.open(linkagePaths.deliveries);
  await hand.openRow('Bình An');
  await hand.press(words.delivery.confirm);
  await hand.confirm(words.delivery.confirm);
  await hand.sees(words.delivery.stateName.confirmed);
}

export async function recordPrice(hand: Hand): Promise<void> {
  await atContract(hand);
  await hand.press(words.contract.recordPrice);
  await hand.dialog.write(words.price.amount, '16.500');
  await hand.confirm(words.price.save);
  await hand.sees(words.price.state.recorded);
}

/** The price both agree on, and the statement of what was delivered. */
export async function settle(hand: Hand): Promise<void> {
  await atContract(hand);
  await hand.press(words.price.confirm);
  await hand.sees(words.price.state.confirmed);
  await hand.follow(words.contract.settle);
  await hand.finish(words.settlement.save);
  await hand.press(words.settlement.submit);
  await hand.confirm(words.settlement.submit);
  await hand.sees(words.settlement.stateName.issued);
}

async function atSettlement(hand: Hand): Promise<void> {
  await hand.open(linkagePaths.settlements);
  await hand.openRow('Bình An');
}

export async function pay(hand: Hand): Promise<void> {
  await atSettlement(hand);
  await hand.press(words.settlement.accept);
  await hand.confirm(words.settlement.accept);
  await hand.press(words.settlement.recordInvoice);
  await hand.dialog.write(words.settlement.invoiceNumber, 'C26TVX-00000118');
  await hand.confirm(words.settlement.recordInvoice);
  await hand.press(words.settlement.pay);
  await hand.dialog.write(words.settlement.reference, 'UNC 2312');
  await hand.confirm(words.settlement.pay);
}

export async function confirmPayment(hand: Hand): Promise<void> {
  await atSettlement(hand);
  await hand.press(words.settlement.confirmPayment);
  await hand.sees(words.settlement.stateName.paid);
}
