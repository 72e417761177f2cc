import { day } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { ActDocument } from './act-document.wire.ts';

/** The paper on which content of a registration changes. */
export const proof: ActDocument = { number: '12/QĐ-ĐHTV', on: day('2020-03-01'), issuer: 'Đại hội thành viên' };

export const damHa = '06895' as UnitCode;
export const vanDon = '06994' as UnitCode;

/** Organisations a test of the registry needs: two cooperatives in two communes, a farm, one the article tells of, one of another province. */
export const examples = {
  cooperative: newId<OrganisationId>(),
  neighbour: newId<OrganisationId>(),
  farm: newId<OrganisationId>(),
  reported: newId<OrganisationId>(),
  elsewhere: newId<OrganisationId>(),
};

type Owner = (text: string, values?: unknown[]) => Promise<unknown>;

export async function saveExamples(owner: Owner): Promise<void> {
  const { cooperative, neighbour, farm, reported, elsewhere } = examples;
  await owner(
    `insert into reference.unit (province, code, name, name_en, kind, former_district, valid_from, source, verified) values
       (22, $1, 'Đầm Hà', 'Dam Ha', 'commune', 'Huyện Đầm Hà', '2025-07-01', 'test', true),
       (22, $2, 'Vân Đồn', 'Van Don', 'special-zone', 'Huyện Vân Đồn', '2025-07-01', 'test', true)
     on conflict do nothing`,
    [damHa, vanDon],
  );
  await owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values
       ('member.minAge.official', '2024-07-01', '18', 'test', true), ('member.minAge.associateWithoutCapital', '2024-07-01', '15', 'test', true)
     on conflict do nothing`,
  );
  await owner(
    `insert into registry.organisation (province, id, kind, name, tax_number, founded_on, fields, phone, provenance) values
       (22, $1, 'cooperative', 'Hợp tác xã Hòa Bình Đầm Hà', '9900000016', '2020-03-01', '{crops}', '0203 388 0000', 'entered'),
       (22, $2, 'cooperative', 'Hợp tác xã Biển Vân Đồn', null, '2021-03-01', '{fishery}', null, 'entered'),
       (22, $3, 'farm', 'Trang trại Nguyễn Văn An', null, '2019-01-01', '{livestock}', '0912 000 000', 'entered'),
       (22, $4, 'cooperative', 'Hợp tác xã trong bài báo', null, null, '{crops}', null, 'reported'),
       (31, $5, 'cooperative', 'Hợp tác xã Hải Phòng', null, '2020-01-01', '{crops}', null, 'entered')`,
    [cooperative, neighbour, farm, reported, elsewhere],
  );
  await owner(
    `insert into registry.organisation_place (province, organisation_id, valid_from, unit_code, unit_from, address) values
       (22, $1, '2025-07-01', $5, '2025-07-01', 'Thôn 1'), (22, $2, '2025-07-01', $6, '2025-07-01', 'Khu 2'),
       (22, $3, '2025-07-01', $5, '2025-07-01', 'Thôn 3'), (22, $4, '2025-07-01', $5, '2025-07-01', 'Thôn 4')`,
    [cooperative, neighbour, farm, reported, damHa, vanDon],
  );
}
