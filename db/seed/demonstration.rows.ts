import { capitalTables } from './demonstration.capital.ts';
import { accountRows } from './demonstration.accounts.ts';
import { articleOrganisations, articleSource, reportedActs } from './demonstration.article.ts';
import { certificateRows, commodityRows, tradeUnitRows, varietyRows } from './demonstration.goods.ts';
import { lifeTables } from './lives.ts';
import { linkageTables } from './demonstration.linkage.ts';
import { memberCounts, MemberMaker, memberRows, storyMemberCount, type SeedMember } from './demonstration.members.ts';
import { counts, institutions, OrganisationMaker, type SeedOrganisation } from './demonstration.organisations.ts';
import { boundaryTables } from './boundaries.ts';
import type { Row } from './bulk.ts';
import { placesTables } from './unit-acts.ts';
import { reportedFigureRows } from './demonstration.reported.ts';
import { requestTables } from './demonstration.requests.ts';
import { seedId } from './ids.ts';
import { legalFormOf } from './legal-forms.ts';
import { storyParts } from './parts.ts';
import { formerPlaces, unitWord } from './profiles.ts';
import { doublesOf } from './demonstration.duplicates.ts';
import { Prng } from './prng.ts';
import { reformOn } from './reference.ts';

const province = 22;
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

/** All organisations; the invented cooperatives fill up what the article's and the story's leave of the 821. */
export function demonstrationOrganisations(prng: Prng): SeedOrganisation[] {
  const maker = new OrganisationMaker(prng);
  const named = [...articleOrganisations(maker), ...institutions(maker)];
  const left = (kind: string, total: number): number => total - named.filter((one) => one.kind === kind).length;
  return [
    ...named,
    ...times(left('cooperative', counts.cooperatives), () => maker.cooperative()),
    maker.union(['crops', 'livestock'], 'Liên hiệp Hợp tác xã Nông nghiệp Miền Đông', '06862'),
    maker.union(['crops', 'services'], 'Liên hiệp Hợp tác xã Tổng hợp Vịnh Xanh', '07093'),
    maker.union(['transport'], 'Liên hiệp Hợp tác xã Vận tải Hòn Gai Xanh', '06685'),
    ...times(counts.groups, () => maker.grower('cooperative-group')),
    ...times(counts.farms, () => maker.grower('farm')),
    ...times(left('enterprise', counts.enterprises), () => maker.enterprise()),
    ...times(counts.households, () => maker.household()),
  ];
}

/** Members of cooperatives and unions: together exactly as many as the article counts. Of the article's own cooperatives it tells none. */
function membersOf(prng: Prng, organisations: readonly SeedOrganisation[]): Map<string, SeedMember[]> {
  const maker = new MemberMaker(prng);
  const all = new Map<string, SeedMember[]>();
  const told = organisations.filter(({ kind, provenance }) => kind === 'cooperative' && provenance === 'synthetic');
  const isStory = ({ id }: SeedOrganisation): boolean => id === storyParts.cooperative;
  const others = told.filter((one) => !isStory(one));
  for (const union of organisations.filter(({ kind }) => kind === 'union')) {
    const alike = others.filter(
      ({ fields, foundedOn }) => fields.some((field) => union.fields.includes(field)) && foundedOn! < union.foundedOn!,
    );
    all.set(union.id, maker.ofUnion(union, prng.shuffled(alike).slice(0, prng.int(4, 6))));
  }
  const given = [...all.values()].flat().length + storyMemberCount;
  const sizes = memberCounts(prng, others, memberRows - given);
  for (const one of told) all.set(one.id, maker.of(one, isStory(one) ? storyMemberCount : sizes.get(one.id)!));
  return all;
}

/** How a tax number is written down: a person's is sealed with the installation's own key, so that no two machines hold the same bytes. */
export type Seal = (
  number: string | null,
  organisation: string,
  province: number,
) => {
  readonly tax_number: string | null;
  readonly tax_number_cipher: Buffer | null;
  readonly tax_number_hmac: Buffer | null;
};

/** Without a key a person's number is left out. */
const unsealed: Seal = (number) => ({
  tax_number: number?.length === 12 ? null : number,
  tax_number_cipher: null,
  tax_number_hmac: null,
});

const hex = (bytes: Buffer | null): string | null => (bytes === null ? null : `\\x${bytes.toString('hex')}`);

function numberRow(one: SeedOrganisation, seal: Seal): Row {
  const { tax_number, tax_number_cipher, tax_number_hmac } = seal(one.taxNumber, one.id, province);
  return { tax_number, tax_number_cipher: hex(tax_number_cipher), tax_number_hmac: hex(tax_number_hmac) };
}

const organisationRow = (one: SeedOrganisation, seal: Seal): Row => ({
  province,
  id: one.id,
  kind: one.kind,
  legal_form: legalFormOf(one),
  name: one.name,
  short_name:
    one.kind === 'cooperative' && one.provenance === 'synthetic' ? one.name.replace('Hợp tác xã', 'HTX') : null,
  ...numberRow(one, seal),
  registration_number: one.kind === 'cooperative' || one.kind === 'union' ? one.taxNumber : null,
  certificate_on: one.kind === 'cooperative' || one.kind === 'union' ? one.foundedOn : null,
  founded_on: one.foundedOn,
  status: 'operating',
  fields: one.fields,
  seat_province: one.provenance === 'reported' && one.kind === 'enterprise' ? null : (one.seatProvince ?? province),
  phone: null,
  email: null,
  provenance: one.provenance,
  recorded_at: '2026-11-01T00:00:00+07:00',
  changed_at: '2026-11-01T00:00:00+07:00',
  version: 1,
});

const stateColumns = [
  'kind',
  'legal_form',
  'name',
  'short_name',
  'tax_number',
  'registration_number',
  'certificate_on',
  'founded_on',
  'gln',
  'status',
  'fields',
  'seat_province',
] as const;

/** Its history begins with what it is; a person's number has none. */
function stateRow(row: Row): Row {
  const { founded_on: founded } = row as { founded_on: string | null };
  return {
    province,
    organisation_id: row['id'],
    seq: 1,
    valid_from: founded ?? '2020-01-01',
    told: stateColumns,
    ...Object.fromEntries(stateColumns.map((column) => [column, row[column] ?? null])),
    start_known: founded !== null,
    recorded_at: row['recorded_at'],
  };
}

/** Seats: the address of before the reform stays as it was written, today's unit holds from the reform on. */
function placeRows(prng: Prng, one: SeedOrganisation): Row[] {
  const from = one.foundedOn ?? '2020-01-01';
  const place = { province, organisation_id: one.id };
  if (one.unit === null)
    return one.address === null
      ? []
      : [
          {
            ...place,
            valid_from: from,
            valid_until: null,
            start_known: one.foundedOn !== null,
            unit_code: null,
            unit_from: null,
            former_unit: null,
            address: one.address,
            lon: null,
            lat: null,
          },
        ];
  const { unit } = one;
  const hamlet = `${unit.kind === 'ward' ? 'Khu' : 'Thôn'} ${prng.int(1, 14)}`;
  const near = (degrees: number): number => Math.round((degrees + (prng.next() - 0.5) * 0.02) * 10_000) / 10_000;
  const now = {
    ...place,
    valid_from: from < reformOn ? reformOn : from,
    valid_until: null,
    start_known: true,
    unit_code: unit.code,
    unit_from: reformOn,
    former_unit: null,
    address: `${hamlet}, ${unitWord(unit.kind)} ${unit.name}`,
    lon: near(unit.lon),
    lat: near(unit.lat),
  };
  if (from >= reformOn) return [now];
  const former = prng.pick(formerPlaces.get(unit.code)!);
  const before = {
    ...now,
    valid_from: from,
    valid_until: '2025-06-30',
    start_known: one.foundedOn !== null,
    unit_code: null,
    unit_from: null,
    former_unit: former.id,
    address: `${hamlet}, ${former.text}`,
  };
  return [before, now];
}

function actRows(organisations: readonly SeedOrganisation[]): Row[] {
  const rows: Omit<Row, 'id'>[] = [
    ...reportedActs.map(({ organisation, kind, onDay, note }) => ({
      organisation_id: organisation,
      kind,
      on_day: onDay,
      document: articleSource,
      note,
    })),
    ...organisations
      .filter(({ foundedOn, provenance }) => foundedOn !== null && provenance === 'synthetic')
      .map(({ id, kind, foundedOn }) => ({
        organisation_id: id,
        kind: kind === 'cooperative' || kind === 'union' ? 'registered' : 'founded',
        on_day: foundedOn,
        document: null,
        note: null,
      })),
  ];
  return rows.map((row, index) => ({
    province,
    id: seedId('act', index + 1),
    ...row,
    recorded_at: '2026-11-01T00:00:00+07:00',
  }));
}

const representativeRows = (organisations: readonly SeedOrganisation[]): Row[] =>
  organisations
    .filter(({ head }) => head !== null)
    .map(({ id, head, foundedOn }, index) => ({
      province,
      id: seedId('representative', index + 1),
      organisation_id: id,
      name: head!.name,
      title: head!.title,
      valid_from: foundedOn ?? '2020-01-01',
    }));

/** A household is a member by one person: of the invented ones the name that is told. */
const householdRows = (members: readonly SeedMember[]): Row[] =>
  members
    .filter(({ party }) => party === 'household')
    .map(({ id, name, joined_on }, index) => ({
      province,
      id: seedId('member-representative', index + 1),
      member_id: id,
      name,
      valid_from: joined_on,
    }));

/** Every table with its rows, in an order that keeps the references. */
export function demonstrationRows(seal: Seal = unsealed): (readonly [table: string, rows: readonly Row[]])[] {
  const organisations = demonstrationOrganisations(new Prng(155));
  const members = membersOf(new Prng(44_377), organisations);
  const doubles = doublesOf(organisations);
  const both = [...organisations, ...doubles];
  const rows = both.map((one) => organisationRow(one, seal));
  const acts = actRows(organisations);
  const prng = new Prng(821);
  const certificates = certificateRows(new Prng(1_804), organisations);
  return [
    ['registry.organisation', rows],
    ['registry.organisation_state', rows.map(stateRow)],
    ['registry.organisation_place', organisations.flatMap((one) => placeRows(prng, one))],
    ['registry.organisation_place', doubles.flatMap((one) => placeRows(new Prng(9_001), one))],
    ['registry.organisation_act', acts],
    ['registry.representative', representativeRows(both)],
    ['registry.member', [...members.values()].flat().map((member) => ({ province, ...member }))],
    ['registry.member_representative', householdRows([...members.values()].flat())],
    ...capitalTables([...members.values()].flat()),
    ['registry.yearly_account', accountRows(prng, organisations, members)],
    ['registry.commodity', commodityRows()],
    ['registry.trade_unit', tradeUnitRows()],
    ['registry.variety', varietyRows()],
    ['registry.certificate', certificates],
    ...linkageTables(new Prng(40), organisations, certificates),
    ...lifeTables(province, [...members.values()].flat(), acts),
    ...requestTables(province, rows),
    ...placesTables(province),
    ...boundaryTables(province),
    ['insight.reported_figure', reportedFigureRows(province)],
  ];
}
