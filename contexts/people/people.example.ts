import { newId, type OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';

export const hongGai = '06646' as UnitCode;
export const baChe = '06970' as UnitCode;

/** Rows a test of people needs below its feet: two units, and organisations seated in them. */
export const placesForPeople = {
  cooperative: newId<OrganisationId>(),
  otherCooperative: newId<OrganisationId>(),
  bank: newId<OrganisationId>(),
};

type Owner = (text: string, values?: unknown[]) => Promise<unknown>;

export async function savePlacesForPeople(owner: Owner): Promise<void> {
  const { cooperative, otherCooperative, bank } = placesForPeople;
  await owner(
    `insert into reference.unit (province, code, name, name_en, kind, valid_from, source, verified) values
       (22, $1, 'Hồng Gai', 'Hong Gai', 'ward', '2025-07-01', 'test', false),
       (22, $2, 'Ba Chẽ', 'Ba Che', 'commune', '2025-07-01', 'test', false)`,
    [hongGai, baChe],
  );
  await owner(
    `insert into registry.organisation (province, id, kind, name) values
       (22, $1, 'cooperative', 'Hợp tác xã Chanh leo Ba Chẽ'), (22, $2, 'cooperative', 'Hợp tác xã Hồng Gai'),
       (22, $3, 'bank', 'Ngân hàng Thử nghiệm')`,
    [cooperative, otherCooperative, bank],
  );
  await owner(
    `insert into registry.organisation_place (province, organisation_id, valid_from, unit_code, unit_from) values
       (22, $1, '2025-07-01', $4, '2025-07-01'), (22, $2, '2025-07-01', $5, '2025-07-01'), (22, $3, '2025-07-01', $5, '2025-07-01')`,
    [cooperative, otherCooperative, bank, baChe, hongGai],
  );
}
