import { addDays, day, type Day } from '#kernel/day.ts';
import {
  newId,
  type CommodityId,
  type MemberId,
  type OrganisationId,
  type PlotId,
  type SeasonId,
  type VarietyId,
} from '#kernel/id.ts';
import type { InputOf } from '#kernel/method.ts';
import type { Polygon, UnitCode } from '#kernel/place.ts';
import type { LogEntryId } from './log.ts';
import type { recordEntry } from './log.wire.ts';
import type { recordPlot } from './plot.wire.ts';
import type { ProtocolId } from './protocol.ts';
import type { startSeason } from './season.wire.ts';

export const damHa = '06895' as UnitCode;
export const baChe = '06970' as UnitCode;

/** What a test of production needs below its feet: two units, two cooperatives, a member, a commodity. */
export const land = {
  cooperative: newId<OrganisationId>(),
  otherCooperative: newId<OrganisationId>(),
  reported: newId<OrganisationId>(),
  member: newId<MemberId>(),
  otherMember: newId<MemberId>(),
  passionFruit: newId<CommodityId>(),
  tomato: newId<CommodityId>(),
  purple: newId<VarietyId>(),
  cherry: newId<VarietyId>(),
};

type Owner = (text: string, values?: unknown[]) => Promise<unknown>;

export async function saveLand(owner: Owner): Promise<void> {
  const { cooperative, otherCooperative, reported, member, otherMember, passionFruit, tomato, purple, cherry } = land;
  await owner(
    `insert into reference.unit (province, code, name, name_en, kind, lon, lat, valid_from, source, verified) values
       (22, $1, 'Đầm Hà', 'Dam Ha', 'commune', 107.6, 21.35, '2025-07-01', 'test', false),
       (22, $2, 'Ba Chẽ', 'Ba Che', 'commune', 107.28, 21.27, '2025-07-01', 'test', false)`,
    [damHa, baChe],
  );
  await owner(
    `insert into registry.organisation (province, id, kind, name, provenance) values
       (22, $1, 'cooperative', 'Hợp tác xã Chanh leo Đầm Hà', 'entered'), (22, $2, 'cooperative', 'Hợp tác xã Ba Chẽ', 'entered'),
       (22, $3, 'cooperative', 'Hợp tác xã được nhắc trong bài', 'reported')`,
    [cooperative, otherCooperative, reported],
  );
  await owner(
    `insert into registry.organisation_place (province, organisation_id, valid_from, unit_code, unit_from) values
       (22, $1, '2025-07-01', $3, '2025-07-01'), (22, $2, '2025-07-01', $4, '2025-07-01')`,
    [cooperative, otherCooperative, damHa, baChe],
  );
  await owner(
    `insert into registry.member (province, id, organisation_id, party, standing, name, joined_on) values
       (22, $1, $2, 'person', 'official-use', 'Nguyễn Thị Bưởi', '2024-01-01'),
       (22, $3, $4, 'person', 'official-use', 'Trần Văn Na', '2024-01-01')`,
    [member, cooperative, otherMember, otherCooperative],
  );
  await owner(
    `insert into registry.commodity (province, id, code, name_vi, name_en, name_th, sector, base_unit, storage, cycle, least_yield, most_yield) values
       (22, $1, 'passion-fruit', 'Chanh leo', 'Passion fruit', 'เสาวรส', 'crop', 'g', 'perishable', 'long', 8000000, 25000000),
       (22, $2, 'tomato', 'Cà chua', 'Tomato', 'มะเขือเทศ', 'crop', 'g', 'perishable', 'short', null, null)`,
    [passionFruit, tomato],
  );
  await owner(
    `insert into registry.variety (province, id, commodity_id, name_vi, name_en, name_th) values
       (22, $1, $2, 'Chanh leo tím', 'Purple', 'ม่วง'), (22, $3, $4, 'Cà chua bi', 'Cherry', 'เชอร์รี')`,
    [purple, passionFruit, cherry, tomato],
  );
}

/** About one hectare near Đầm Hà. */
export const hectare: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [107.6, 21.35],
      [107.600965, 21.35],
      [107.600965, 21.350903],
      [107.6, 21.350903],
      [107.6, 21.35],
    ],
  ],
};

export const plotInput = (part: Partial<InputOf<typeof recordPlot>> = {}): InputOf<typeof recordPlot> => ({
  id: newId<PlotId>(),
  organisation: land.cooperative,
  code: `L-${newId().slice(-6)}`,
  from: '2026-01-01',
  name: 'Đồi sau nhà',
  landUse: 'perennial-crops',
  areaM2: 10_000,
  outline: hectare,
  unit: damHa,
  ...part,
});

export const seasonStart = day('2026-03-01');
export const inSeason = (days: number): Day => addDays(seasonStart, days);

export const seasonInput = (
  plot: string,
  protocol: ProtocolId,
  part: Partial<InputOf<typeof startSeason>> = {},
): InputOf<typeof startSeason> => ({
  id: newId<SeasonId>(),
  plot,
  protocol,
  variety: land.purple,
  startedOn: seasonStart,
  ...part,
});

type Entry = InputOf<typeof recordEntry>;

/** The entries the first two stages ask for, in their windows; files come from the caller. */
export const seedlingEntries = (season: string, receipt: string): Entry[] => [
  {
    id: newId<LogEntryId>(),
    season,
    family: 'planting',
    step: 'choose-seedlings',
    doneOn: inSeason(3),
    qty: 1_000,
    qtyUnit: 'piece',
    input: { code: 'grafted-seedling', name: 'Cây giống ghép' },
    details: { source: 'Vườn ươm Minh họa', lot: 'G-03' },
    files: [receipt],
  },
  {
    id: newId<LogEntryId>(),
    season,
    family: 'care',
    step: 'check-seedlings',
    doneOn: inSeason(10),
    qty: 1_000,
    qtyUnit: 'piece',
    details: { method: 'Kiểm tra lá và ngọn từng bầu' },
  },
];

export const plantingEntries = (season: string, photo: string): Entry[] => [
  {
    id: newId<LogEntryId>(),
    season,
    family: 'care',
    step: 'prepare-soil',
    doneOn: inSeason(12),
    treatedAreaM2: 10_000,
    details: { method: 'Cày, phơi ải, lên luống' },
  },
  {
    id: newId<LogEntryId>(),
    season,
    family: 'feeding',
    step: 'base-compost',
    doneOn: inSeason(20),
    qty: 5_000_000,
    qtyUnit: 'g',
    input: { code: 'composted-manure', name: 'Phân chuồng ủ hoai' },
  },
  {
    id: newId<LogEntryId>(),
    season,
    family: 'planting',
    step: 'plant-out',
    doneOn: inSeason(30),
    qty: 980,
    qtyUnit: 'piece',
    treatedAreaM2: 10_000,
    files: [photo],
  },
];

const times = [0, 1, 2];

export const careEntries = (season: string): Entry[] => [
  ...times.map((time) => ({
    id: newId<LogEntryId>(),
    season,
    family: 'feeding' as const,
    step: 'feed',
    doneOn: inSeason(65 + 45 * time),
    qty: 800_000,
    qtyUnit: 'g' as const,
    input: { code: 'vermicompost', name: 'Phân trùn quế' },
  })),
  ...times.map((time) => ({
    id: newId<LogEntryId>(),
    season,
    family: 'protection' as const,
    step: 'scout-pests',
    doneOn: inSeason(60 + 45 * time),
    details: { target: 'Bọ trĩ, nhện đỏ', method: 'Quan sát 20 gốc' },
  })),
  {
    id: newId<LogEntryId>(),
    season,
    family: 'care',
    step: 'prune',
    doneOn: inSeason(90),
    details: { method: 'Tỉa cành tăm, buộc dây lên giàn' },
  },
];

export const neemSpray = (season: string, doneOn: Day): Entry => ({
  id: newId<LogEntryId>(),
  season,
  family: 'protection',
  step: 'treat-pests',
  doneOn,
  qty: 2_000,
  qtyUnit: 'ml',
  treatedAreaM2: 10_000,
  input: { code: 'neem', name: 'Dầu neem' },
  details: { target: 'Bọ trĩ', equipment: 'Bình bơm tay', weather: 'Nắng nhẹ' },
});
