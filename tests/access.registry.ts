import type { Role } from '#kernel/actor.ts';
import { submitChangeRequest, type ChangeRequestId } from '#contexts/registry/change-request.wire.ts';
import { newId, type FileId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import type { ActId } from '#contexts/registry/act.wire.ts';
import { foundOrganisation } from '#contexts/registry/founding.wire.ts';
import { recordCards } from '#contexts/registry/card.wire.ts';
import { recordCertificate, type CertificateId } from '#contexts/registry/certificate.wire.ts';
import { recordLook, recordMember, type LookId } from '#contexts/registry/member.wire.ts';
import { recordMemberRepresentative } from '#contexts/registry/party.wire.ts';
import { changeOrganisation } from '#contexts/registry/organisation.wire.ts';
import { proof } from '#contexts/registry/registry.example.ts';
import type { RepresentativeId } from '#contexts/registry/representative.wire.ts';
import { documentCases } from './documents.cases.ts';
import { units, type AccessWorld, type Asker, type Cases, type Side } from './access.world.ts';

/** What only the organisation's own people and the officers of its place may read. */
export const memberSecrets = {
  name: { own: 'Trịnh Kín Tiếng Một', foreign: 'Trịnh Kín Tiếng Hai' },
  phone: { own: '0911 770 001', foreign: '0911 770 002' },
  nationalId: { own: '022180770001', foreign: '022180770002' },
  hamlet: { own: 'Thôn Kín Đáo Một', foreign: 'Thôn Kín Đáo Hai' },
  guardian: { own: 'Mẹ Kín Tiếng Một', foreign: 'Mẹ Kín Tiếng Hai' },
  representativePhone: { own: '0911 880 001', foreign: '0911 880 002' },
} as const satisfies Record<string, Record<Side, string>>;

/** The picture of a paper, uploaded by who hands it in. */
async function paperOf({ server, people }: AccessWorld, side: Side, by: Role): Promise<FileId> {
  const pdf = Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog /For (${newId()}) >>\nendobj\n%%EOF\n`);
  const { status, body } = await server.upload(people[side][by], pdf, 'quyet-dinh.pdf');
  if (status !== 200) throw new Error(`upload: ${status} ${body.code}`);
  return body.id as FileId;
}

async function membersOf(world: AccessWorld, side: Side, paper: FileId): Promise<MemberId> {
  const { people, organisations, done } = world;
  const manager = people[side]['organisation-manager'];
  const officer = people[side]['commune-officer'];
  const member = newId<MemberId>();
  await done(officer, changeOrganisation, {
    organisation: organisations[side].cooperative,
    version: 1,
    document: proof,
    representative: { name: `Giám Đốc Cũ ${side}`, title: 'Giám đốc', from: '2020-01-01' },
  });
  await done(officer, changeOrganisation, {
    organisation: organisations[side].cooperative,
    version: 2,
    document: { ...proof, file: paper },
    representative: {
      name: `Giám Đốc ${side}`,
      title: 'Giám đốc',
      phone: memberSecrets.representativePhone[side],
      from: '2024-01-01',
    },
  });
  await done(manager, recordMember, {
    id: member,
    organisation: organisations[side].cooperative,
    standing: 'official-both',
    name: memberSecrets.name[side],
    sex: 'female',
    birthYear: 1980,
    phone: memberSecrets.phone[side],
    nationalId: memberSecrets.nationalId[side],
    hamlet: memberSecrets.hamlet[side],
    consent: { way: 'paper', givenOn: '2020-01-01', document: 'Giấy đồng ý' },
    joinedOn: '2020-01-01',
    contributedVnd: 5_000_000,
  });
  for (const asker of ['organisation-manager', 'buyer', 'bank-officer', 'laboratory'] as const) {
    await world.database.owner(
      `insert into registry.yearly_account (province, organisation_id, year, revenue_vnd, profit_vnd, source)
       values (22, $1, 2025, 850000000, 150000000, 'sổ sách')`,
      [world.organisation(side, asker)],
    );
  }
  return member;
}

const lookers: readonly Role[] = ['provincial-officer', 'commune-officer', 'organisation-manager'];

async function looksBy({ people, done }: AccessWorld, side: Side, member: MemberId): Promise<Map<Asker, LookId>> {
  const looks = new Map<Asker, LookId>();
  for (const role of lookers) {
    const id = newId<LookId>();
    await done(people[side][role], recordLook, { id, member, purpose: 'đối chiếu hồ sơ' });
    looks.set(role, id);
  }
  return looks;
}

/** A group with five members and their capital: what can be converted, merged and split. */
async function groupIn({ people, done }: AccessWorld, side: Side, name: string) {
  const [act, organisation] = [newId<ActId>(), newId<OrganisationId>()];
  const founders = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm'].map((each) => ({
    id: newId<MemberId>(),
    standing: 'official-both' as const,
    name: `Sáng Lập ${each}`,
    contributedVnd: 1_000_000,
  }));
  await done(people[side]['provincial-officer'], foundOrganisation, {
    act,
    organisation,
    onDay: '2026-01-05',
    document: 'Biên bản thành lập',
    kind: 'cooperative-group',
    name: `Tổ hợp tác ${name} ${side}`,
    unit: units[side],
    founders,
  });
  return { act, organisation, members: founders.map(({ id }) => id) };
}

/** One card, as the paper says it, and a member of whom none is known yet. */
async function cardsOf({ organisations, people, done }: AccessWorld, side: Side, member: MemberId) {
  const [organisation, manager] = [organisations[side].cooperative, people[side]['organisation-manager']];
  const { issued } = await done(manager, recordCards, { organisation, members: [member], expiresOn: '2027-06-30' });
  return { card: issued[0]!.card };
}

/** Members of the cooperative that were groups and went into another one: for each officer one. */
async function dividedIn(
  { database, organisations }: AccessWorld,
  side: Side,
  heir: Awaited<ReturnType<typeof groupIn>>,
) {
  const found = new Map<Asker, MemberId>();
  for (const asker of ['provincial-officer', 'commune-officer'] as const) {
    const [party, member] = [newId<OrganisationId>(), newId<MemberId>()];
    await database.owner(
      `insert into registry.organisation (province, id, kind, name, status) values (22, $1, 'cooperative-group', $2, 'divided')`,
      [party, `Tổ hợp tác đã chia ${asker} ${side}`],
    );
    await database.owner(
      `insert into registry.organisation_link (province, id, predecessor_id, successor_id, way, act_id, on_day)
       values (22, gen_random_uuid(), $1, $2, 'divided', $3, '2026-02-01')`,
      [party, heir.organisation, heir.act],
    );
    await database.owner(
      `insert into registry.member (province, id, organisation_id, party, party_organisation_id, standing, name, joined_on)
       values (22, $1, $2, 'group', $3, 'associate', 'Tổ hợp tác đã chia', '2026-01-10')`,
      [member, organisations[side].cooperative, party],
    );
    found.set(asker, member);
  }
  return found;
}

async function rowsOf(world: AccessWorld, side: Side) {
  const { database, people, organisations, done } = world;
  const paper = await paperOf(world, side, 'commune-officer');
  const member = await membersOf(world, side, paper);
  const certificate = newId<CertificateId>();
  await done(people[side]['organisation-manager'], recordCertificate, {
    id: certificate,
    organisation: organisations[side].cooperative,
    kind: 'vietgap',
    number: `VG-${side}`,
    issuer: 'Tổ chức chứng nhận',
    validFrom: '2026-01-01',
  });
  const [representative] = await database.owner<{ id: RepresentativeId }>(
    'select id from registry.representative where organisation_id = $1 and valid_until is not null',
    [organisations[side].cooperative],
  );
  const [household, minor, formerly, now] = [newId<MemberId>(), newId<MemberId>(), newId(), newId()];
  const manager = people[side]['organisation-manager'];
  await done(manager, recordMember, {
    id: household,
    organisation: organisations[side].cooperative,
    party: 'household',
    standing: 'associate',
    name: `Hộ ông Kín ${side}`,
    representative: { name: `Chủ Hộ Đầu ${side}` },
    joinedOn: '2020-01-01',
  });
  const standsFor = { member: household, name: `Chủ Hộ Sau ${side}` };
  await done(manager, recordMemberRepresentative, { ...standsFor, id: formerly, from: '2021-01-01' });
  await done(manager, recordMemberRepresentative, { ...standsFor, id: now, from: '2022-01-01' });
  await done(manager, recordMember, {
    id: minor,
    organisation: organisations[side].cooperative,
    standing: 'associate',
    name: `Em Kín ${side}`,
    birthDay: '2010-05-01',
    guardian: {
      name: memberSecrets.guardian[side],
      relation: 'mẹ',
      phone: '0911 990 001',
      document: 'Giấy 1',
      consentedOn: '2026-01-01',
    },
    joinedOn: '2026-01-01',
  });
  const associate = newId<MemberId>();
  await done(people[side]['organisation-manager'], recordMember, {
    id: associate,
    organisation: organisations[side].cooperative,
    standing: 'associate',
    name: `Thành viên liên kết ${side}`,
    joinedOn: '2020-01-01',
  });
  const [request, requested] = [newId<ChangeRequestId>(), await paperOf(world, side, 'organisation-manager')];
  await done(people[side]['organisation-manager'], submitChangeRequest, {
    id: request,
    organisation: await world.anotherCooperative(side, `Hợp tác xã đề nghị ${side}`),
    wanted: { registrationNumber: `DK-${side}` },
    document: { ...proof, file: requested },
  });
  const otherGroup = await groupIn(world, side, 'Hai');
  return {
    divided: await dividedIn(world, side, otherGroup),
    member,
    request,
    papers: { act: paper, request: requested },
    associate,
    household,
    minor,
    formerly,
    representative: representative!.id,
    group: await groupIn(world, side, 'Một'),
    otherGroup,
    certificate,
    cards: await cardsOf(world, side, member),
    looks: await looksBy(world, side, member),
  };
}

type Rows = Readonly<Record<Side, Awaited<ReturnType<typeof rowsOf>>>>;

function memberCases(world: AccessWorld, rows: Rows): Cases {
  const member = (side: Side) => ({ member: rows[side].member });
  const version = 1;
  return {
    'registry.member.list': (side, asker) => ({ organisation: world.organisation(side, asker) }),
    'registry.member.get': (side, asker) => ({
      member: asker === 'commune-officer' ? rows[side].minor : rows[side].member,
    }),
    'registry.member.record': (side) => ({
      id: newId(),
      organisation: world.organisations[side].cooperative,
      standing: 'official-use',
      name: 'Thành viên mới',
      joinedOn: '2026-01-01',
      contributedVnd: 1_000_000,
    }),
    'registry.member.correct': (side) => ({ ...member(side), version, reason: 'ghi nhầm', hamlet: 'Thôn 2' }),
    'registry.member.close': (side) => ({ member: rows[side].associate, version, leftOn: '2026-06-01' }),
    'registry.member.erase': (side) => ({ ...member(side), version, reason: 'theo yêu cầu' }),
    'registry.member-representative.record': (side) => ({
      id: newId(),
      member: rows[side].household,
      name: 'Người Thay',
      from: '2026-01-01',
    }),
    'registry.member-representative.erase': (side) => ({ representative: rows[side].formerly, reason: 'theo yêu cầu' }),
    'registry.card.list': (side) => ({ organisation: world.organisations[side].cooperative }),
    'registry.card.record': (side) => ({
      organisation: world.organisations[side].cooperative,
      members: [rows[side].associate],
      expiresOn: '2027-06-30',
    }),
    'registry.card.export': (side) => ({
      organisation: world.organisations[side].cooperative,
      members: [rows[side].member],
    }),
    'registry.card.revoke': (side) => ({ card: rows[side].cards.card, reason: 'lost' }),
    'registry.card.verify': () => ({ card: 'AQ' }),
    'registry.card-check.get': () => ({}),
    'registry.card-key.list': () => ({}),
    'registry.card-key.change': () => ({ broken: false, reason: 'đổi định kỳ' }),
    'registry.guardian.record': (side) => ({
      member: rows[side].minor,
      name: 'Người Giám Hộ',
      relation: 'bố',
      phone: '0911 000 000',
      document: 'Giấy 2',
      consentedOn: '2026-02-01',
    }),
    'registry.member.match': (side) => ({ search: memberSecrets.name[side] }),
    'registry.member.export': (side) => ({ organisation: world.organisations[side].cooperative, format: 'csv' }),
    'registry.member-export.list': (side) => ({ organisation: world.organisations[side].cooperative }),
    'registry.national-id.record': (side) => ({ id: newId(), ...member(side), purpose: 'đối chiếu' }),
    'registry.national-id.get': (side, asker) => ({
      look: rows[side].looks.get(lookers.includes(asker as Role) ? asker : 'organisation-manager')!,
    }),
    'registry.national-id.match': (side) => ({ nationalId: memberSecrets.nationalId[side], purpose: 'đối chiếu' }),
    'registry.national-id.list': member,
  };
}

function organisationCases(world: AccessWorld, rows: Rows): Cases {
  const organisation = (side: Side, asker: Asker) => ({ organisation: world.organisation(side, asker) });
  const splitInto = { own: newId(), foreign: newId() };
  const act = (side: Side) => ({
    act: newId(),
    onDay: '2026-03-01',
    document: 'Nghị quyết',
    organisation: rows[side].group.organisation,
  });
  return {
    'registry.organisation.list': (side) => ({ unit: units[side] }),
    'registry.organisation.export': (side) => ({ unit: units[side], format: 'csv' }),
    'registry.yearly.export': () => ({ format: 'csv' }),
    'registry.act.export': () => ({ format: 'csv' }),
    'registry.change-request.export': () => ({ format: 'csv' }),
    'registry.parameter.export': () => ({ format: 'csv' }),
    'registry.unit.export': () => ({ format: 'csv' }),
    'registry.organisation.get': organisation,
    'registry.waiting.list': () => ({}),
    'registry.change-request.list': () => ({ state: 'open' }),
    'registry.change-request.get': (side) => ({ request: rows[side].request }),
    'registry.change-request.submit': (side) => ({
      id: newId(),
      organisation: world.organisations[side].cooperative,
      wanted: { certificateOn: '2020-01-01' },
      document: proof,
    }),
    'registry.change-request.withdraw': (side) => ({ request: rows[side].request }),
    'registry.change-request.accept': (side) => ({ request: rows[side].request, round: 1 }),
    'registry.change-request.refuse': (side) => ({ request: rows[side].request, round: 1, remarks: 'thiếu giấy' }),
    'registry.organisation.record': (side) => ({
      id: newId(),
      kind: 'cooperative',
      name: `Hợp tác xã mới ${side}`,
      foundedOn: '2026-01-01',
      unit: units[side],
      address: 'Thôn 5',
    }),
    'registry.organisation.change': (side, asker) => ({
      ...organisation(side, asker),
      version: world.organisation(side, asker) === world.organisations[side].cooperative ? 3 : 1,
      website: 'https://example.test',
    }),
    'registry.organisation.found': (side) => ({
      act: newId(),
      onDay: '2026-02-01',
      document: 'Biên bản hội nghị thành lập',
      organisation: newId(),
      kind: 'cooperative-group',
      name: `Tổ hợp tác mới ${side}`,
      unit: units[side],
      founders: ['Một', 'Hai'].map((name) => ({ id: newId(), standing: 'official-labour', name: `Sáng Lập ${name}` })),
    }),
    'registry.organisation.register': (side) => ({
      act: newId(),
      onDay: '2026-03-01',
      document: 'Giấy chứng nhận',
      organisation: rows[side].group.organisation,
      certificate: { number: `GCN-${side}` },
    }),
    'registry.organisation-link.list': organisation,
    'registry.organisation.convert': (side) => ({
      ...act(side),
      name: `Hợp tác xã chuyển đổi ${side}`,
      certificate: { number: 'GCN-1' },
      staying: rows[side].group.members.map((member) => ({ member, standing: 'official-use' })),
    }),
    'registry.organisation.merge': (side) => ({
      act: newId(),
      onDay: '2026-03-01',
      document: 'Nghị quyết',
      predecessors: [rows[side].group.organisation],
      into: rows[side].otherGroup.organisation,
    }),
    'registry.organisation.split': (side) => ({
      ...act(side),
      way: 'separated',
      made: [{ organisation: splitInto[side], name: `Tổ hợp tác tách ra ${side}`, unit: units[side] }],
      members: rows[side].group.members.map((member, index) => ({
        member,
        to: [{ organisation: index < 3 ? rows[side].group.organisation : splitInto[side] }],
      })),
    }),
    'registry.organisation.preview': (side) => ({
      organisations: [world.organisations[side].cooperative],
      onDay: '2026-03-01',
    }),
    'registry.present-member.list': (side) => ({
      organisation: world.organisations[side].cooperative,
      onDay: '2026-03-01',
    }),
    'registry.succession.record': (side, asker) => ({
      member: rows[side].divided.get(asker) ?? rows[side].divided.get('commune-officer'),
      document: 'Biên bản thỏa thuận',
      to: [{ organisation: rows[side].otherGroup.organisation }],
    }),
    'registry.act.undo': (side) => ({ id: newId(), act: rows[side].group.act, reason: 'ghi nhầm' }),
    'registry.representative.list': organisation,
    'registry.representative.erase': (side) => ({
      representative: rows[side].representative,
      reason: 'theo yêu cầu',
    }),
    'registry.act.list': organisation,
    'registry.act.record': (side, asker) => ({
      id: newId(),
      ...organisation(side, asker),
      kind: 'crop-changed',
      onDay: '2026-05-01',
      note: 'sang chanh leo',
    }),
    'registry.yearly.list': organisation,
    'registry.certificate.list': organisation,
    'registry.certificate.record': (side, asker) => ({
      id: newId(),
      ...organisation(side, asker),
      kind: 'organic',
      number: 'HC-1',
      issuer: 'Tổ chức chứng nhận',
      validFrom: '2026-01-01',
    }),
    'registry.certificate.withdraw': (side) => ({ certificate: rows[side].certificate, withdrawnOn: '2026-06-01' }),
  };
}

const lookUpCases = (world: AccessWorld): Cases => ({
  'registry.commodity.list': () => ({}),
  'registry.commodity.get': () => ({ commodity: world.commodity }),
  'registry.unit.list': () => ({}),
  'registry.province.list': () => ({}),
  'registry.former-unit.list': () => ({}),
  'registry.unit.match': () => ({ address: 'thôn 1, xã Đầm Hà, huyện Đầm Hà' }),
  'registry.parameter.list': () => ({}),
  'registry.name.list': () => ({ search: 'chanh' }),
});

export async function registryCases(world: AccessWorld) {
  await world.database.owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values
       ('member.minAge.official', '2019-01-01', '18', 'test', true) on conflict do nothing`,
  );
  const rows = { own: await rowsOf(world, 'own'), foreign: await rowsOf(world, 'foreign') };
  const documents = await documentCases(world);
  return {
    members: { own: rows.own.member, foreign: rows.foreign.member } as Readonly<Record<Side, MemberId>>,
    files: {
      'registry.act': (side: Side) => rows[side].papers.act,
      'registry.change-request': (side: Side) => rows[side].papers.request,
      'registry.organisation-document': documents.file,
    },
    cases: {
      ...memberCases(world, rows),
      ...organisationCases(world, rows),
      ...documents.cases,
      ...lookUpCases(world),
    } as Cases,
  };
}
