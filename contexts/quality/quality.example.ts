import { addDays, today, type Day } from '#kernel/day.ts';
import {
  newId,
  type CommodityId,
  type ContractId,
  type DeliveryId,
  type HarvestId,
  type OrganisationId,
  type PlotId,
  type SeasonId,
} from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';

export const damHa = '06895' as UnitCode;
export const quangTan = '06913' as UnitCode;
export const kg = 1_000;

/** What a test of quality needs below its feet: who grows, who buys, who analyses, and what was picked. */
export const scene = {
  cooperative: newId<OrganisationId>(),
  otherCooperative: newId<OrganisationId>(),
  buyer: newId<OrganisationId>(),
  laboratory: newId<OrganisationId>(),
  otherLaboratory: newId<OrganisationId>(),
  reported: newId<OrganisationId>(),
  passionFruit: newId<CommodityId>(),
  eggs: newId<CommodityId>(),
  plot: newId<PlotId>(),
  otherPlot: newId<PlotId>(),
  protocol: newId(),
  season: newId<SeasonId>(),
  otherSeason: newId<SeasonId>(),
  contract: newId<ContractId>(),
};

/** Restricted circulation: a number of nobody's company. */
export const gtin = '02000000000015';

export const pickedOn: Day = addDays(today(), -10);

type Owner = (text: string, values?: unknown[]) => Promise<unknown>;

const protocol = JSON.stringify({
  name: { vi: 'Chanh leo hữu cơ', en: 'Organic passion fruit', th: 'เสาวรสอินทรีย์' },
  stages: [
    { code: 'care', steps: [{ code: 'prune', byHarvest: false }] },
    { code: 'harvest', steps: [{ code: 'pick', byHarvest: true }] },
    { code: 'preservation', steps: [] },
  ],
});

async function saveOrganisations(owner: Owner): Promise<void> {
  const { cooperative, otherCooperative, buyer, laboratory, otherLaboratory, reported } = scene;
  await owner(
    `insert into reference.unit (province, code, name, name_en, kind, valid_from, source, verified) values
       (22, $1, 'Đầm Hà', 'Dam Ha', 'commune', '2025-07-01', 'test', true),
       (22, $2, 'Quảng Tân', 'Quang Tan', 'commune', '2025-07-01', 'test', true) on conflict do nothing`,
    [damHa, quangTan],
  );
  await owner(
    `insert into registry.organisation (province, id, kind, name, provenance) values
       (22, $1, 'cooperative', 'Hợp tác xã Chanh leo Đầm Hà', 'synthetic'),
       (22, $2, 'cooperative', 'Hợp tác xã Quảng Tân', 'entered'),
       (22, $3, 'enterprise', 'Công ty Nông sản Hạ Long', 'entered'),
       (22, $4, 'laboratory', 'Phòng thử nghiệm Minh họa', 'synthetic'),
       (22, $5, 'laboratory', 'Phòng thử nghiệm Khác', 'synthetic'),
       (22, $6, 'cooperative', 'Hợp tác xã trong bài báo', 'reported')`,
    [cooperative, otherCooperative, buyer, laboratory, otherLaboratory, reported],
  );
  await owner(
    `insert into registry.organisation_place (province, organisation_id, valid_from, unit_code, unit_from, address) values
       (22, $1, '2025-07-01', $3, '2025-07-01', 'Thôn Tân Đức'), (22, $2, '2025-07-01', $4, '2025-07-01', null)`,
    [cooperative, otherCooperative, damHa, quangTan],
  );
}

async function saveGoods(owner: Owner): Promise<void> {
  await owner(
    `insert into registry.commodity (province, id, code, name_vi, name_en, name_th, sector, base_unit, storage, cycle, gtin) values
       (22, $1, 'passion-fruit', 'Chanh leo', 'Passion fruit', 'เสาวรส', 'crop', 'g', 'perishable', 'long', $3),
       (22, $2, 'eggs', 'Trứng gà', 'Eggs', 'ไข่ไก่', 'livestock', 'piece', 'perishable', 'short', null)`,
    [scene.passionFruit, scene.eggs, gtin],
  );
  await owner(
    `insert into registry.trade_unit (province, commodity_id, code, name_vi, name_en, name_th, qty, usual) values
       (22, $1, 'kg', 'kg', 'kg', 'กก.', 1000, true), (22, $2, 'vi', 'vỉ', 'tray', 'แผง', 10, true)`,
    [scene.passionFruit, scene.eggs],
  );
}

async function saveSeason(owner: Owner, organisation: OrganisationId, plot: PlotId, season: SeasonId): Promise<void> {
  await owner(`insert into production.plot (province, id, organisation_id, code) values (22, $1, $2, 'L-01')`, [
    plot,
    organisation,
  ]);
  await owner(
    `insert into production.plot_version (province, plot_id, version, kind, valid_from, name, land_use, area_m2, unit_code, unit_from, recorded_by)
     values (22, $1, 1, 'recorded', '2025-07-01', 'Đồi sau nhà', 'perennial-crops', 10000, $2, '2025-07-01', 'test')`,
    [plot, damHa],
  );
  await owner(
    `insert into production.season (province, id, organisation_id, plot_id, protocol_id, protocol_version, commodity_id, started_on)
     values (22, $1, $2, $3, $4, 1, $5, '2026-01-01')`,
    [season, organisation, plot, scene.protocol, scene.passionFruit],
  );
  await owner(
    `insert into production.season_stage (province, season_id, stage, position, state) values
       (22, $1, 'care', 1, 'signed-off'), (22, $1, 'harvest', 2, 'open'), (22, $1, 'preservation', 3, 'open')`,
    [season],
  );
  await owner(
    `insert into production.stage_act (province, id, season_id, stage, act, entries_hash, acted_by, acted_as, at)
     values (22, $2, $1, 'care', 'signed-off', repeat('0', 64), 'test', 'officer', '2026-10-01T03:00:00Z')`,
    [season, newId()],
  );
}

export async function saveScene(owner: Owner): Promise<void> {
  await saveOrganisations(owner);
  await saveGoods(owner);
  await owner(
    `insert into production.protocol (province, id, code, commodity_id) values (22, $1, 'organic-passion-fruit', $2)`,
    [scene.protocol, scene.passionFruit],
  );
  await owner(
    `insert into production.protocol_version (province, protocol_id, version, content, content_hash, published_on)
     values (22, $1, 1, $2, repeat('0', 64), '2026-01-01')`,
    [scene.protocol, protocol],
  );
  await saveSeason(owner, scene.cooperative, scene.plot, scene.season);
  await saveSeason(owner, scene.otherCooperative, scene.otherPlot, scene.otherSeason);
  await owner(
    `insert into linkage.contract (province, id, number, verify_token, seller_id, buyer_id, commodity_id, version, content_hash,
       from_day, until_day, committed_qty, tolerance_bp, unit_code, unit_qty, price_kind, price_vnd, payment_due_days,
       dispute_window_days, on_silence, state, signed_on)
     values (22, $1, 'HD-1', repeat('v', 32), $2, $3, $4, 1, repeat('0', 64), '2026-01-01', '2027-12-31', 10000000, 500, 'kg', 1000,
       'fixed', 14000, 15, 3, 'confirmed', 'signed', '2026-01-01')`,
    [scene.contract, scene.cooperative, scene.buyer, scene.passionFruit],
  );
}

interface Picked {
  readonly qty: number;
  readonly organisation?: OrganisationId;
  readonly on?: Day;
  readonly replaces?: HarvestId;
}

export async function saveHarvest(
  owner: Owner,
  { qty, organisation, on = pickedOn, replaces }: Picked,
): Promise<HarvestId> {
  const id = newId<HarvestId>();
  const isOther = organisation === scene.otherCooperative;
  await owner(
    `insert into production.harvest (province, id, season_id, plot_id, organisation_id, commodity_id, harvested_on, qty, entered_by,
       entered_as, replaces_id, reason)
     values (22, $1, $2, $3, $4, $5, $6, $7, 'test', 'manager', $8, $9)`,
    [
      id,
      isOther ? scene.otherSeason : scene.season,
      isOther ? scene.otherPlot : scene.plot,
      organisation ?? scene.cooperative,
      scene.passionFruit,
      on,
      qty,
      replaces ?? null,
      replaces === undefined ? null : 'Cân lại',
    ],
  );
  return id;
}

export async function saveDelivery(
  owner: Owner,
  netQty: number,
  contract: ContractId = scene.contract,
): Promise<DeliveryId> {
  const id = newId<DeliveryId>();
  await owner(
    `insert into linkage.delivery (province, id, contract_id, delivered_on, gross_qty, tare_qty, net_qty, side, recorded_by, answer_until)
     values (22, $1, $2, $3, $4, 0, $4, 'seller', 'test', $3)`,
    [id, contract, today(), netQty],
  );
  return id;
}
