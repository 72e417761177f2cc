import { addDays, today, type Day } from '#kernel/day.ts';
import { newId, type CommodityId, type OrganisationId, type VarietyId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Terms } from './terms.ts';

export const damHa = '06895' as UnitCode;
export const quangTan = '06913' as UnitCode;
export const kg = 1_000;
export const tonne = 1_000 * kg;

/** Whom and what a test of linkage needs: a cooperative and an enterprise that deal, two who do not, one the article tells of. */
export const parties = {
  cooperative: newId<OrganisationId>(),
  buyer: newId<OrganisationId>(),
  otherCooperative: newId<OrganisationId>(),
  otherBuyer: newId<OrganisationId>(),
  synthetic: newId<OrganisationId>(),
  reported: newId<OrganisationId>(),
};
export const goods = { passionFruit: newId<CommodityId>(), eggs: newId<CommodityId>() };
export const purple = newId<VarietyId>();

type Owner = (text: string, values?: unknown[]) => Promise<unknown>;

export async function saveParties(owner: Owner): Promise<void> {
  const { cooperative, buyer, otherCooperative, otherBuyer, synthetic, reported } = parties;
  await owner(
    `insert into reference.unit (province, code, name, name_en, kind, valid_from, source, verified) values
       (22, $1, 'Đầm Hà', 'Dam Ha', 'commune', '2025-07-01', 'test', true),
       (22, $2, 'Quảng Tân', 'Quang Tan', 'commune', '2025-07-01', 'test', true) on conflict do nothing`,
    [damHa, quangTan],
  );
  await owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values
       ('penalty.maxShare', '2006-01-01', '0.08', 'Luật Thương mại 2005, Điều 301', false) on conflict do nothing`,
  );
  await owner(
    `insert into registry.organisation (province, id, kind, name, provenance) values
       (22, $1, 'cooperative', 'Hợp tác xã Chanh leo Đầm Hà', 'entered'),
       (22, $2, 'enterprise', 'Công ty Nông sản Hạ Long', 'entered'),
       (22, $3, 'cooperative', 'Hợp tác xã Quảng Tân', 'entered'), (22, $4, 'enterprise', 'Công ty Rau quả Móng Cái', 'entered'),
       (22, $5, 'cooperative', 'Hợp tác xã Minh họa', 'synthetic'), (22, $6, 'cooperative', 'Hợp tác xã trong bài báo', 'reported')`,
    [cooperative, buyer, otherCooperative, otherBuyer, synthetic, reported],
  );
  await owner(
    `insert into registry.organisation_place (province, organisation_id, valid_from, unit_code, unit_from) values
       (22, $1, '2025-07-01', $3, '2025-07-01'), (22, $2, '2025-07-01', $4, '2025-07-01')`,
    [cooperative, parties.otherCooperative, damHa, quangTan],
  );
  await owner(
    `insert into registry.commodity (province, id, code, name_vi, name_en, name_th, sector, base_unit, storage, cycle) values
       (22, $1, 'passion-fruit', 'Chanh leo', 'Passion fruit', 'เสาวรส', 'crop', 'g', 'perishable', 'long'),
       (22, $2, 'eggs', 'Trứng gà', 'Eggs', 'ไข่ไก่', 'livestock', 'piece', 'perishable', 'short')`,
    [goods.passionFruit, goods.eggs],
  );
  await owner(
    `insert into registry.trade_unit (province, commodity_id, code, name_vi, name_en, name_th, qty, usual) values
       (22, $1, 'kg', 'kg', 'kg', 'กก.', 1000, true), (22, $2, 'vi', 'vỉ', 'tray', 'แผง', 10, true)`,
    [goods.passionFruit, goods.eggs],
  );
  await owner(
    `insert into registry.variety (province, id, commodity_id, name_vi, name_en, name_th) values
       (22, $1, $2, 'Chanh leo tím', 'Purple passion fruit', 'เสาวรสม่วง')`,
    [purple, goods.passionFruit],
  );
}

/** A year of passion fruit from today: fixed at 14,000 đ a kilogram, 5 % either way. */
export const exampleTerms = (from: Day = today()): Terms => ({
  committedQty: 20 * tonne,
  toleranceBp: 500,
  from,
  until: addDays(from, 300),
  deliveryPlace: 'Điểm thu mua xã Đầm Hà',
  weighedBy: 'both',
  grade: 'Loại 1',
  quality: 'Quả chín trên 70 %, không dập.',
  priceKind: 'fixed',
  priceVnd: 14_000,
  marketSource: '',
  marketReading: null,
  paymentDueDays: 15,
  depositVnd: null,
  penaltyBp: 800,
  disputeWindowDays: 3,
  onSilence: 'confirmed',
  forceMajeure: 'Bão, lũ, dịch hại có xác nhận. Giá giảm không phải là bất khả kháng.',
  disputeForum: 'negotiation-court',
  vatBp: 500,
});
