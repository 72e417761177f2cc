import { newId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';

export const damHa = '06895' as UnitCode;
export const vanDon = '06994' as UnitCode;

const organisation = (): OrganisationId => newId<OrganisationId>();
const member = (): MemberId => newId<MemberId>();

/** One cooperative entered three times, another one elsewhere; one woman entered twice in it and once elsewhere. */
export const examples = {
  full: organisation(),
  short: organisation(),
  plain: organisation(),
  other: organisation(),
  huong: member(),
  huongAgain: member(),
  huongInShort: member(),
  huongElsewhere: member(),
};

type Owner = (text: string, values?: unknown[]) => Promise<unknown>;

const fillers = 60;
const fillerOrganisations = 400;
const families = ['Trần', 'Lê', 'Phạm', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hoàng', 'Ngô', 'Dương'];
const names = ['Sen', 'Tuấn', 'Khánh', 'Loan', 'Phúc', 'Dũng'];

async function saveOrganisations(owner: Owner): Promise<void> {
  const { full, short, plain, other } = examples;
  await owner(
    `insert into reference.unit (province, code, name, name_en, kind, former_district, valid_from, source, verified) values
       (22, $1, 'Đầm Hà', 'Dam Ha', 'commune', 'Huyện Đầm Hà', '2025-07-01', 'test', true),
       (22, $2, 'Vân Đồn', 'Van Don', 'special-zone', 'Huyện Vân Đồn', '2025-07-01', 'test', true) on conflict do nothing`,
    [damHa, vanDon],
  );
  await owner(
    `insert into registry.organisation (province, id, kind, name, tax_number, registration_number, founded_on, fields, phone) values
       (22, $1, 'cooperative', 'Hợp tác xã Dịch vụ nông nghiệp Hoà Bình', null, null, null, '{crops}', '0203 385 0123'),
       (22, $2, 'cooperative', 'HTX DVNN Hòa Bình', '9900000016', 'GCN-1', '2020-03-01', '{crops}', '02033850123'),
       (22, $3, 'cooperative', 'HTX Hoa Binh', null, null, null, '{crops}', '0203 385 0123'),
       (22, $4, 'cooperative', 'Hợp tác xã Biển Vân Đồn', null, null, '2021-03-01', '{fishery}', null)`,
    [full, short, plain, other],
  );
  await owner(
    `insert into registry.organisation (province, id, kind, name, fields)
     select 22, gen_random_uuid(), 'cooperative', 'Hợp tác xã ' || chr(65 + n % 26) || md5(n::text), '{crops}' from generate_series(1, $1) n`,
    [fillerOrganisations],
  );
  await owner(
    `insert into registry.organisation_place (province, organisation_id, valid_from, unit_code, unit_from)
     select 22, id, '2025-07-01', case when id = $1 then $2 else $3 end, '2025-07-01' from registry.organisation where province = 22`,
    [other, vanDon, damHa],
  );
}

const paid = `insert into registry.capital_act (province, id, organisation_id, number, kind, on_day) values (22, $1, $2, 1, 'opening', '2020-05-01')`;

async function saveMembers(owner: Owner): Promise<void> {
  const { full, short, other, huong, huongAgain, huongInShort, huongElsewhere } = examples;
  await owner(
    `insert into registry.member (province, id, organisation_id, party, standing, name, sex, birth_year, phone, hamlet, joined_on,
       contributed_vnd, subscribed_vnd) values
       (22, $1, $5, 'person', 'official-both', 'Nguyễn Thị Hương Giang', 'female', 1970, '0912 345 678', 'Thôn 1', '2020-05-01', 5000000, 5000000),
       (22, $2, $5, 'person', 'official-use', 'Nguyen Thi Huong Giang', 'female', 1970, '0912345678', 'Thôn 1', '2021-05-01', 2000000, 2000000),
       (22, $3, $6, 'person', 'associate', 'Nguyễn Thị Hương Giang', 'female', 1970, '0912345678', 'Thôn 1', '2019-05-01', 0, 0),
       (22, $4, $7, 'person', 'official-both', 'Nguyễn Thị Hương Giang', 'female', 1970, '0912345678', 'Thôn 9', '2022-05-01', 0, 0)`,
    [huong, huongAgain, huongInShort, huongElsewhere, full, short, other],
  );
  const act = newId();
  await owner(paid, [act, full]);
  await owner(
    `insert into registry.capital_line (province, act_id, organisation_id, member_id, form, subscribed_vnd, paid_vnd) values
       (22, $1, $2, $3, 'money', 5000000, 5000000), (22, $1, $2, $4, 'money', 2000000, 2000000)`,
    [act, full, huong, huongAgain],
  );
  for (let at = 0; at < fillers; at += 1) {
    const name = `${families[at % families.length]} Văn ${names[at % names.length]} ${String.fromCodePoint(65 + (at % 26))}${at}`;
    await owner(
      `insert into registry.member (province, id, organisation_id, party, standing, name, sex, birth_year, phone, hamlet, joined_on)
       values (22, $1, $2, 'person', 'official-use', $3, 'male', $4, $5, $6, '2020-05-01')`,
      [member(), full, name, 1950 + (at % 50), `09${String(10_000_000 + at * 137)}`, `Thôn ${2 + (at % 6)}`],
    );
  }
}

/** The rows the tests of this context stand on. */
export async function saveExamples(owner: Owner): Promise<void> {
  await saveOrganisations(owner);
  await saveMembers(owner);
  // Without statistics the planner takes each table for a row or two.
  await owner('analyze');
}
