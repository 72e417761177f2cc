import { newId, type OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import { seedSupport } from './seed.example.ts';

type Owner = (text: string, values?: unknown[]) => Promise<unknown>;

export const damHa = '06895' as UnitCode;
export const quangTan = '06913' as UnitCode;

export interface SupportWorld {
  readonly cooperative: OrganisationId;
  readonly other: OrganisationId;
  readonly fund: OrganisationId;
}

/** A cooperative of Đầm Hà that qualifies, one of Quảng Tân without a record beyond its name, and the fund that pays. */
export async function saveSupportWorld(owner: Owner): Promise<SupportWorld> {
  const world = {
    cooperative: newId<OrganisationId>(),
    other: newId<OrganisationId>(),
    fund: newId<OrganisationId>(),
  };
  await owner(
    `insert into reference.unit (province, code, name, name_en, kind, valid_from, source, verified) values
       (22, $1, 'Đầm Hà', 'Dam Ha', 'commune', '2025-07-01', 'test', true),
       (22, $2, 'Quảng Tân', 'Quang Tan', 'commune', '2025-07-01', 'test', true) on conflict do nothing`,
    [damHa, quangTan],
  );
  await owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values
       ('htx.minOfficialMembers', '2024-07-01', '5', 'Luật 17/2023/QH15', true),
       ('linkage.support.inputs.maxCycles', '2018-08-20', '3', 'Nghị định 98/2018/NĐ-CP', true),
       ('credit.unsecured.cooperative', '2025-07-01', '5000000000', 'Nghị định 156/2025/NĐ-CP', true) on conflict do nothing`,
  );
  const organisations = [
    [world.cooperative, 'cooperative', 'HTX Chanh leo Đầm Hà (thử nghiệm)', damHa],
    [world.other, 'cooperative', 'HTX Quảng Tân (thử nghiệm)', quangTan],
    [world.fund, 'support-fund', 'Quỹ hỗ trợ phát triển HTX (thử nghiệm)', damHa],
  ] as const;
  for (const [id, kind, name, unit] of organisations) {
    await owner(
      `insert into registry.organisation (province, id, kind, name, fields, founded_on, provenance) values (22, $1, $2, $3, '{crops}', '2019-03-01', 'synthetic')`,
      [id, kind, name],
    );
    await owner(
      `insert into registry.organisation_place (province, organisation_id, valid_from, unit_code, unit_from) values (22, $1, '2025-07-01', $2, '2025-07-01')`,
      [id, unit],
    );
  }
  await saveRecords(owner, world.cooperative);
  await seedSupport({ query: owner }, { province: 22, fund: world.fund });
  return world;
}

/** Seven official members, a poor year, four hectares on record. */
async function saveRecords(owner: Owner, cooperative: OrganisationId): Promise<void> {
  for (let at = 0; at < 7; at += 1) {
    await owner(
      `insert into registry.member (province, id, organisation_id, party, standing, name, joined_on) values (22, $1, $2, 'person', 'official-both', $3, '2019-03-01')`,
      [newId(), cooperative, `Thành viên ${at + 1}`],
    );
  }
  await owner(
    `insert into registry.yearly_account (province, organisation_id, year, revenue_vnd, profit_vnd, source) values (22, $1, 2025, 624000000, 47000000, 'test')`,
    [cooperative],
  );
  const plot = newId();
  await owner(`insert into production.plot (province, id, organisation_id, code) values (22, $1, $2, 'T-01')`, [
    plot,
    cooperative,
  ]);
  await owner(
    `insert into production.plot_version (province, plot_id, version, kind, valid_from, name, land_use, area_m2, unit_code, unit_from, recorded_by)
     values (22, $1, 1, 'recorded', '2025-08-01', 'Đồi chanh leo', 'perennial-crops', 40000, $2, '2025-07-01', 'test')`,
    [plot, damHa],
  );
}
