import { addMonths, type Day } from '#kernel/day.ts';
import type { CommodityId, VarietyId } from '#kernel/id.ts';
import { commodities, type SeedCommodity } from './commodities.ts';
import { isFarming, type SeedOrganisation } from './demonstration.organisations.ts';
import type { Row } from './bulk.ts';
import { seedId } from './ids.ts';
import type { Prng } from './prng.ts';

const province = 22;
export const commodityId = (code: string): CommodityId =>
  seedId('commodity', commodities.findIndex((commodity) => commodity.code === code) + 1);

const perHectare = (tonnes: number): number => Math.round(tonnes * 1_000_000);

export const commodityRows = (): Row[] =>
  commodities.map((commodity) => ({
    province,
    id: commodityId(commodity.code),
    code: commodity.code,
    name_vi: commodity.names[0],
    name_en: commodity.names[1],
    name_th: commodity.names[2],
    sector: commodity.sector,
    base_unit: commodity.base,
    storage: commodity.storage,
    cycle: commodity.cycle,
    least_yield: commodity.yield === undefined ? null : perHectare(commodity.yield[0]),
    most_yield: commodity.yield === undefined ? null : perHectare(commodity.yield[1]),
    yield_source: commodity.yield === undefined ? null : 'Kinh nghiệm chung, chưa kiểm chứng',
    yield_verified: false,
  }));

type Unit = readonly [code: string, vi: string, en: string, th: string, qty: number, usual: boolean];

const weights: readonly Unit[] = [
  ['kg', 'kg', 'kg', 'กก.', 1_000, true],
  ['yen', 'yến', 'yen (10 kg)', 'เหยียน (10 กก.)', 10_000, false],
  ['ta', 'tạ', 'quintal', 'ตะ (100 กก.)', 100_000, false],
  ['tan', 'tấn', 'tonne', 'ตัน', 1_000_000, false],
];
const eggs: readonly Unit[] = [
  ['qua', 'quả', 'egg', 'ฟอง', 1, true],
  ['vi', 'vỉ', 'tray of 10', 'ถาด 10 ฟอง', 10, false],
  ['tram', 'trăm', 'hundred', 'ร้อยฟอง', 100, false],
];
const animals: readonly Unit[] = [['con', 'con', 'head', 'ตัว', 1, true]];
const liquids: readonly Unit[] = [
  ['lit', 'lít', 'litre', 'ลิตร', 1_000, true],
  ['can20', 'can 20 lít', 'can of 20 litres', 'แกลลอน 20 ลิตร', 20_000, false],
];

function unitsOf({ base, pieces }: SeedCommodity): readonly Unit[] {
  if (base === 'g') return weights;
  if (base === 'ml') return liquids;
  return pieces === 'egg' ? eggs : animals;
}

/** The unit in which a commodity's price is given, in base units. */
export const usualQty = (commodity: SeedCommodity): number => unitsOf(commodity).find(([, , , , , usual]) => usual)![4];

export const tradeUnitRows = (): Row[] =>
  commodities.flatMap((commodity) =>
    unitsOf(commodity).map(([code, vi, en, th, qty, usual]) => ({
      province,
      commodity_id: commodityId(commodity.code),
      code,
      name_vi: vi,
      name_en: en,
      name_th: th,
      qty,
      usual,
      valid_from: '2000-01-01',
    })),
  );

const varieties = commodities
  .flatMap(({ code, varieties: all }) => (all ?? []).map((names) => ({ code, names })))
  .map((variety, index) => ({ ...variety, id: seedId('variety', index + 1) }));

export const varietyIdsOf = (code: string): VarietyId[] =>
  varieties.filter((variety) => variety.code === code).map(({ id }) => id);

export const varietyRows = (): Row[] =>
  varieties.map(({ code, id, names: [vi, en, th] }) => ({
    province,
    id,
    commodity_id: commodityId(code),
    name_vi: vi,
    name_en: en,
    name_th: th,
  }));

const kinds = [
  ['vietgap', 30, 24],
  ['ocop', 30, 36],
  ['food-safety', 30, 36],
  ['haccp', 4, 36],
  ['organic', 3, 24],
  ['globalgap', 3, 12],
] as const;

/** Certificates of a quarter of the farming cooperatives. Numbers and issuers are made up and say so. */
export function certificateRows(prng: Prng, organisations: readonly SeedOrganisation[]): Row[] {
  const holders = organisations.filter(
    (one) =>
      one.kind === 'cooperative' &&
      one.provenance === 'synthetic' &&
      isFarming(one) &&
      one.goods.length > 0 &&
      prng.chance(0.3),
  );
  return holders.map((holder, index) => {
    const [kind, , months] = prng.weighted(kinds.map((entry) => [entry, entry[1]] as const));
    const from =
      `${prng.int(2023, 2026)}-${String(prng.int(1, 10)).padStart(2, '0')}-${String(prng.int(1, 28)).padStart(2, '0')}` as Day;
    return {
      province,
      id: seedId('certificate', index + 1),
      organisation_id: holder.id,
      commodity_id: kind === 'food-safety' || kind === 'haccp' ? null : commodityId(holder.goods[0]!.code),
      kind,
      grade:
        kind === 'ocop'
          ? prng.weighted([
              ['3 sao', 8],
              ['4 sao', 2],
            ])
          : null,
      number: `MH-${String(index + 1).padStart(4, '0')}`,
      issuer: 'Tổ chức chứng nhận minh họa',
      valid_from: from,
      valid_until: addMonths(from, months),
      provenance: 'synthetic',
    };
  });
}
