import { newId, type OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import { seedCredit } from './product.example.ts';

type Owner = (text: string, values?: unknown[]) => Promise<unknown>;

export const damHa = '06895' as UnitCode;

export interface CreditWorld {
  readonly cooperative: OrganisationId;
  readonly other: OrganisationId;
  readonly bank: OrganisationId;
  readonly otherBank: OrganisationId;
}

/** Two cooperatives of Đầm Hà with a yearly report, and two banks of which one offers a loan. */
export async function saveCreditWorld(owner: Owner): Promise<CreditWorld> {
  const world = {
    cooperative: newId<OrganisationId>(),
    other: newId<OrganisationId>(),
    bank: newId<OrganisationId>(),
    otherBank: newId<OrganisationId>(),
  };
  await owner(
    `insert into reference.unit (province, code, name, name_en, kind, valid_from, source, verified) values
       (22, $1, 'Đầm Hà', 'Dam Ha', 'commune', '2025-07-01', 'test', true) on conflict do nothing`,
    [damHa],
  );
  await owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values
       ('credit.unsecured.cooperative', '2025-07-01', '5000000000', 'Nghị định 156/2025/NĐ-CP', true) on conflict do nothing`,
  );
  const organisations = [
    [world.cooperative, 'cooperative', 'HTX Chanh leo Đầm Hà (thử nghiệm)'],
    [world.other, 'cooperative', 'HTX Bên cạnh (thử nghiệm)'],
    [world.bank, 'bank', 'Ngân hàng Kín Tiếng (thử nghiệm)'],
    [world.otherBank, 'bank', 'Ngân hàng Thứ Hai (thử nghiệm)'],
  ] as const;
  for (const [id, kind, name] of organisations) {
    await owner(
      `insert into registry.organisation (province, id, kind, name, fields, founded_on, provenance) values (22, $1, $2, $3, '{crops}', '2019-03-01', 'synthetic')`,
      [id, kind, name],
    );
    await owner(
      `insert into registry.organisation_place (province, organisation_id, valid_from, unit_code, unit_from) values (22, $1, '2025-07-01', $2, '2025-07-01')`,
      [id, damHa],
    );
  }
  for (const id of [world.cooperative, world.other])
    await owner(
      `insert into registry.yearly_account (province, organisation_id, year, revenue_vnd, profit_vnd, source) values (22, $1, 2025, 624000000, 47000000, 'sổ sách')`,
      [id],
    );
  await seedCredit({ query: owner }, { province: 22, bank: world.bank });
  return world;
}
