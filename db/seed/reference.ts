import { createHash } from 'node:crypto';
import type pg from 'pg';
import { plain } from '#kernel/text.ts';
import { insertRows, type Row } from './bulk.ts';
import { formerCodes, formerEntry, formerSource, formerUnits } from './reference.former.ts';
import { isCertainUnit, listedCommodities, unitSets } from './reference.commodities.ts';
import { parameters } from './reference.parameters.ts';
import { provinces, provinceSource } from './reference.provinces.ts';
import { districts, dongTrieuCityOn, earlierDistricts, units, unitSource } from './reference.units.ts';

type Owner = Pick<pg.Client, 'query'>;

/** The day the two-level government and the 54 units began (Resolution 1679/NQ-UBTVQH15). */
export const reformOn = '2025-07-01';
const quangNinh = 22;

const provinceRows: Row[] = provinces.map(([code, name, nameEn, city, doubt]) => ({
  code,
  name,
  name_en: nameEn,
  full_name: `${city === undefined ? 'Tỉnh' : 'Thành phố'} ${name}`,
  full_name_en: city === undefined ? `${nameEn} Province` : `${nameEn} City`,
  kind: city ?? 'province',
  source: provinceSource,
  verified: doubt === undefined,
}));

const unitRows: Row[] = units.map(([code, name, kind, lon, lat, district]) => ({
  province: quangNinh,
  code,
  name,
  name_en: plainName(name),
  kind,
  former_district: districts[district],
  lon,
  lat,
  valid_from: reformOn,
  source: unitSource,
  verified: true,
}));

/** Without marks, capitals kept. */
function plainName(name: string): string {
  const bare = plain(name);
  return bare
    .split('')
    .map((letter, at) => (/\p{Lu}/u.test(name[at] ?? '') ? letter.toUpperCase() : letter))
    .join('');
}

interface Former {
  readonly row: Row;
  readonly successors: readonly string[];
}

function formerOf(district: string, text: string): Former {
  const { named, name, kind, id, into } = formerEntry(district, text);
  return {
    row: {
      id,
      province: quangNinh,
      code: formerCodes[`${district} ${named}`] ?? null,
      name,
      kind,
      former_district: districts[district],
      former_district_code: district,
      abolished_on: reformOn,
      source: formerSource,
      verified: false,
    },
    successors: into,
  };
}

const former: Former[] = Object.entries(formerUnits).flatMap(([district, list]) =>
  list.split('; ').map((text) => formerOf(district, text)),
);

const linkRows: Row[] = former.flatMap(({ row, successors }) =>
  successors.map((code) => ({
    province: quangNinh,
    former_unit: row['id'],
    from_code: null,
    from_from: null,
    to_code: code,
    to_from: reformOn,
    on_day: reformOn,
    part: successors.length === 1 ? 'whole' : 'part',
    source: formerSource,
    verified: false,
  })),
);

const districtRows: Row[] = [
  ...Object.entries(districts).map(([code, name]) => ({
    province: quangNinh,
    district_code: code,
    name,
    valid_from: code === '205' ? dongTrieuCityOn : null,
    valid_until: '2025-06-30',
    source: unitSource,
    verified: true,
  })),
  ...earlierDistricts.map(([code, name, until, source, verified]) => ({
    province: quangNinh,
    district_code: code,
    name,
    valid_from: null,
    valid_until: until,
    source,
    verified,
  })),
];

const parameterRows: Row[] = parameters.map(({ key, from, until, value, source, verified }) => ({
  key,
  valid_from: from,
  valid_until: until ?? null,
  value,
  source,
  verified,
}));

const commonName = 'Tên gọi thông dụng trong mua bán; chưa đối chiếu với danh mục nào';
const commonYield = 'Kinh nghiệm chung, chưa kiểm chứng';

const tradeUnitRows: Row[] = Object.entries(unitSets).flatMap(([unitSet, list]) =>
  list.map(([code, vi, en, th, qty, usual]) => ({
    unit_set: unitSet,
    code,
    name_vi: vi,
    name_en: en,
    name_th: th,
    qty,
    usual,
    source: isCertainUnit(code) ? 'Đơn vị đo lường, đơn vị đếm' : 'Tập quán mua bán',
    verified: isCertainUnit(code),
  })),
);

const perHectare = (tonnes: number | undefined): number | null =>
  tonnes === undefined ? null : Math.round(tonnes * 1_000_000);

const commodityRows: Row[] = listedCommodities.map((one) => ({
  code: one.code,
  name_vi: one.names[0],
  name_en: one.names[1],
  name_th: one.names[2],
  sector: one.sector,
  base_unit: one.base,
  unit_set: one.unitSet,
  storage: one.storage,
  cycle: one.cycle,
  least_yield: perHectare(one.yield?.[0]),
  most_yield: perHectare(one.yield?.[1]),
  yield_source: one.yield === undefined ? null : commonYield,
  varieties: one.varieties ?? [],
  source: commonName,
  verified: false,
}));

const all = [
  ['reference.province', provinceRows, 'code'],
  ['reference.unit', unitRows, 'code, valid_from'],
  ['reference.former_unit', former.map(({ row }) => row), 'id'],
  ['reference.unit_link', linkRows, 'former_unit, from_code, from_from, to_code, to_from'],
  ['reference.former_district', districtRows, 'province, district_code, name'],
  ['reference.parameter', parameterRows, 'key, valid_from'],
  ['reference.trade_unit', tradeUnitRows, 'unit_set, code'],
  ['reference.commodity', commodityRows, 'code'],
] as const;

const edition = createHash('sha256').update(JSON.stringify(all)).digest('hex');

/** What is listed here replaces what stands under the same key; what an administrator added stays. */
function replacing(rows: readonly Row[], key: string): string {
  const keys = new Set(key.split(', '));
  const sets = Object.keys(rows[0]!)
    .filter((column) => !keys.has(column))
    .map((column) => `${column} = excluded.${column}`);
  return `on conflict (${key}) do update set ${sets.join(', ')}`;
}

async function isLoaded(owner: Owner): Promise<boolean> {
  const { rowCount } = await owner.query(`select from reference.edition where name = 'lienket' and checksum = $1`, [
    edition,
  ]);
  return rowCount === 1;
}

/** The national lists and the parameters of law, in every installation. Costs one query when they are already there. */
export async function seedReference(owner: Owner): Promise<void> {
  if (await isLoaded(owner)) return;
  await owner.query('begin');
  try {
    await owner.query('lock table reference.edition in share row exclusive mode');
    for (const [table, rows, key] of all) {
      // What a province has corrected by a document of its own outlives a new edition.
      const kept = table === 'reference.former_unit' ? ' where former_unit.corrected_at is null' : '';
      await insertRows(owner, table, rows, replacing(rows, key) + kept);
    }
    await owner.query(
      `insert into reference.edition (name, checksum) values ('lienket', $1)
       on conflict (name) do update set checksum = excluded.checksum, loaded_at = now()`,
      [edition],
    );
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
