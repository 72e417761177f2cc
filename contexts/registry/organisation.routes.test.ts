import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId, type OrganisationId } from '#kernel/id.ts';
import { day } from '#kernel/day.ts';
import { otherProvince, signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { registry, usePersonalKeys } from './index.ts';
import type { ActId } from './act.wire.ts';
import { listActs, recordAct } from './act.wire.ts';
import { changeOrganisation, getOrganisation, listOrganisations, registerOrganisation } from './organisation.wire.ts';
import { damHa, examples, proof, saveExamples, vanDon } from './registry.example.ts';

usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
const { cooperative, neighbour, farm, reported, elsewhere } = examples;

const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: cooperative }));
const member = as(await signedIn(here, { role: 'organisation-member', organisation: cooperative }));
const farmer = as(await signedIn(here, { role: 'organisation-manager', organisation: farm }));
const communeOfficer = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const otherOfficer = as(await signedIn(here, { role: 'commune-officer', unit: vanDon }));
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const auditor = as(await signedIn(here, { role: 'auditor' }));
const nobody = as(stranger);

beforeAll(() => saveExamples(here.owner));

const versionOf = async (organisation: OrganisationId): Promise<number> =>
  (await nobody(getOrganisation, { organisation })).body.version;

describe('looking up who exists', () => {
  test.each([['hòa bình'], ['hoà bình'], ['hoa binh'], ['HOA BINH'], ['hoa bihn dam ha'], ['9900000016']])(
    '%s finds the cooperative',
    async (search) => {
      const { body } = await nobody(listOrganisations, { search });
      expect(body.items[0]).toMatchObject({ id: cooperative });
    },
  );

  test('a person’s number finds nobody: that would tell whose it is', async () => {
    expect((await officer(listOrganisations, { search: '999000000001' })).body.total).toBe(0);
  });

  test('signs that mean something to SQL mean nothing here', async () => {
    for (const search of ['%', '_', "'; drop table registry.organisation; --", '\\'])
      expect((await nobody(listOrganisations, { search })).status).toBe(200);
    expect((await nobody(listOrganisations, { search: '%%%' })).body.total).toBe(0);
  });

  test('filters by kind, field, unit and former district', async () => {
    const ids = async (filters: Parameters<typeof listOrganisations.input.parse>[0]) =>
      (await nobody(listOrganisations, filters as never)).body.items.map(({ id }) => id).toSorted();
    expect(await ids({ unit: damHa, kind: 'farm' })).toEqual([farm]);
    expect(await ids({ field: 'fishery' })).toEqual([neighbour]);
    expect(await ids({ district: 'Huyện Vân Đồn' })).toEqual([neighbour]);
  });

  test('another province’s organisations are not there', async () => {
    expect((await officer(getOrganisation, { organisation: elsewhere })).status).toBe(404);
    expect((await officer(listOrganisations, { search: 'Hải Phòng' })).body.total).toBe(0);
    expect((await officer(listOrganisations, {}, { province: otherProvince })).body.total).toBe(1);
  });
});

describe('an organisation’s page', () => {
  test('everybody sees the public facts, nobody the phone', async () => {
    const { body } = await nobody(getOrganisation, { organisation: cooperative });
    expect(body).toMatchObject({ name: 'Hợp tác xã Hòa Bình Đầm Hà', taxNumber: '9900000016', contact: null });
    expect(body.place).toMatchObject({ unit: { code: damHa, kind: 'commune' }, address: 'Thôn 1' });
    expect(body.may).toEqual({
      change: false,
      changeIdentity: false,
      act: false,
      ask: false,
      shape: false,
      listMembers: false,
      seeCapital: false,
      listYearly: false,
      listRepresentatives: false,
      lookAtNumber: false,
    });
  });

  test('its own people and the officers of the place see phone and mail', async () => {
    for (const ask of [manager, member, communeOfficer, officer])
      expect((await ask(getOrganisation, { organisation: cooperative })).body.contact?.phone).toBe('0203 388 0000');
    for (const ask of [otherOfficer, auditor, farmer])
      expect((await ask(getOrganisation, { organisation: cooperative })).body.contact).toBeNull();
  });
});

describe('entering an organisation', () => {
  const given = () => ({
    id: newId<OrganisationId>(),
    kind: 'cooperative' as const,
    name: `Hợp tác xã Thử ${newId().slice(-6)}`,
    unit: damHa,
    foundedOn: day('2026-02-03'),
    certificateOn: day('2026-02-10'),
  });

  test('the officer of the commune enters it with its seat, its director and its first act', async () => {
    const input = { ...given(), representative: { name: 'Trần Thị Sen', title: 'Giám đốc', phone: '0203 111 2222' } };
    expect((await communeOfficer(registerOrganisation, input)).status).toBe(200);
    const { body } = await communeOfficer(getOrganisation, { organisation: input.id });
    expect(body).toMatchObject({ provenance: 'entered', version: 1, representative: { name: 'Trần Thị Sen' } });
    expect(body.place?.from).toBe('2026-02-03');
    const acts = await nobody(listActs, { organisation: input.id });
    expect(acts.body.items).toMatchObject([{ kind: 'registered', onDay: '2026-02-10' }]);
  });

  test('a tax number may be written with dash and blanks; it is kept one way and found however typed', async () => {
    const input = { ...given(), taxNumber: ' 9900000016-001 ' };
    expect((await officer(registerOrganisation, input)).status).toBe(200);
    expect((await nobody(getOrganisation, { organisation: input.id })).body.taxNumber).toBe('9900000016001');
    for (const search of ['9900000016001', '9900000016-001'])
      expect((await nobody(listOrganisations, { search })).body.items).toMatchObject([{ id: input.id }]);
    const twin = { ...given(), taxNumber: '9900000016 001' };
    expect((await officer(registerOrganisation, twin)).body.obstacles).toEqual(['tax-number-taken']);
    const wrong = { ...given(), taxNumber: '9900000016/001' };
    expect((await officer(registerOrganisation, wrong)).status).toBe(400);
  });

  test('a group is not known by the number of who leads it', async () => {
    const group = { ...given(), kind: 'cooperative-group' as const, taxNumber: '022080000001' };
    expect((await officer(registerOrganisation, group)).body.obstacles).toEqual(['person-number-of-organisation']);
    const { taxNumber: _, ...numberless } = group;
    expect((await officer(registerOrganisation, numberless)).status).toBe(200);
  });

  test('nobody else does, and no officer for another commune', async () => {
    expect((await nobody(registerOrganisation, given())).status).toBe(401);
    for (const ask of [manager, otherOfficer, auditor])
      expect((await ask(registerOrganisation, given())).status).toBe(403);
  });

  test('every reason is told at once', async () => {
    const { status, body } = await officer(registerOrganisation, {
      ...given(),
      name: 'HỢP TÁC XÃ HOÀ BÌNH ĐẦM HÀ',
      unit: '09999',
      taxNumber: '999000000001',
      foundedOn: day('2099-01-01'),
      certificateOn: day('2098-01-01'),
    });
    expect(status).toBe(409);
    expect(body.obstacles).toEqual([
      'person-number-of-organisation',
      'founded-in-future',
      'certificate-in-future',
      'certificate-before-founding',
      'unit-unknown',
      'name-taken',
    ]);
  });

  test('a number that fails its check is taken: no law is known that asks for the check digit', async () => {
    const input = { ...given(), taxNumber: '9900000017' };
    expect((await officer(registerOrganisation, input)).status).toBe(200);
    expect((await officer(getOrganisation, { organisation: input.id })).body.taxNumber).toBe('9900000017');
  });

  test('the same command twice enters it once; the same id again is a conflict', async () => {
    const input = given();
    const commandId = newId();
    expect((await officer(registerOrganisation, input, { commandId })).status).toBe(200);
    expect((await officer(registerOrganisation, input, { commandId })).status).toBe(200);
    expect((await officer(registerOrganisation, { ...input, name: `${input.name} khác` })).status).toBe(409);
    const rows = await here.owner('select from registry.organisation_act where organisation_id = $1', [input.id]);
    expect(rows).toHaveLength(1);
  });

  test('the director’s phone is not in the audit row', async () => {
    const input = { ...given(), phone: '0203 987 6543', representative: { name: 'Lê Văn Kín', title: 'Giám đốc' } };
    await officer(registerOrganisation, input);
    const [row] = await here.owner<{ input: string }>(
      `select input::text from platform.audit where input->>'id' = $1`,
      [input.id],
    );
    expect(row!.input).not.toContain('987');
    expect(row!.input).not.toContain('Kín');
    expect(row!.input).toContain(input.name);
  });
});

describe('changing a record', () => {
  test('contact is kept up to date by its manager, lines of business by the officer; each is an act in its life', async () => {
    const version = await versionOf(cooperative);
    const change = {
      organisation: cooperative,
      version,
      website: 'https://htx.example',
      fields: ['crops', 'processing'] as const,
      document: proof,
    };
    const given = { ...change, fields: [...change.fields] };
    expect((await manager(changeOrganisation, given)).body.obstacles).toEqual(['officers-only']);
    expect(await officer(changeOrganisation, given)).toMatchObject({ body: { version: version + 1 } });
    const reach = { organisation: cooperative, version: version + 1, shortName: 'HB' };
    expect(await manager(changeOrganisation, reach)).toMatchObject({ body: { version: version + 2 } });
    const { body } = await nobody(getOrganisation, { organisation: cooperative });
    expect(body).toMatchObject({
      website: 'https://htx.example',
      fields: ['crops', 'processing'],
      version: version + 2,
    });
    const acts = (await nobody(listActs, { organisation: cooperative })).body.items;
    expect(acts.at(-2)).toMatchObject({
      kind: 'changed',
      note: null,
      changes: [{ field: 'fields' }, { field: 'website' }],
    });
  });

  test('name and tax number are the officer’s', async () => {
    const change = {
      organisation: cooperative,
      version: await versionOf(cooperative),
      name: 'Tên Khác',
      document: proof,
    };
    expect((await manager(changeOrganisation, change)).body.obstacles).toEqual(['officers-only']);
  });

  test('a manager who tries out numbers does not learn which of them are taken', async () => {
    const version = await versionOf(cooperative);
    for (const taxNumber of ['999000000001', '999000000009']) {
      const { body } = await manager(changeOrganisation, {
        organisation: cooperative,
        version,
        taxNumber,
        document: proof,
      });
      expect(body.obstacles).toEqual(['officers-only', 'person-number-of-organisation']);
    }
  });

  test('who saw an older version is told so', async () => {
    const { body } = await manager(changeOrganisation, { organisation: cooperative, version: 99, website: null });
    expect(body).toMatchObject({ code: 'registry.organisation.not-changeable', obstacles: ['changed-meanwhile'] });
  });

  test('what the article tells stays as it is told', async () => {
    const { body } = await officer(changeOrganisation, {
      organisation: reported,
      version: 1,
      website: 'https://x.example',
    });
    expect(body.obstacles).toEqual(['reported']);
  });

  test('members, neighbours and officers of elsewhere change nothing', async () => {
    const change = { organisation: cooperative, version: 1, website: null };
    for (const ask of [member, farmer, otherOfficer, auditor])
      expect((await ask(changeOrganisation, change)).status).toBe(403);
    expect((await nobody(changeOrganisation, change)).status).toBe(401);
    expect((await officer(changeOrganisation, { ...change, organisation: elsewhere })).status).toBe(403);
  });

  test('a seat that moves leaves the former one with its end', async () => {
    const change = {
      organisation: farm,
      version: await versionOf(farm),
      unit: vanDon,
      address: 'Khu 9',
      document: proof,
    };
    expect((await officer(changeOrganisation, change)).status).toBe(200);
    const { body } = await officer(getOrganisation, { organisation: farm });
    expect(body.place).toMatchObject({ unit: { code: vanDon }, address: 'Khu 9', until: null });
    expect(body.formerPlaces).toMatchObject([{ unit: { code: damHa }, address: 'Thôn 3' }]);
    await officer(changeOrganisation, {
      organisation: farm,
      version: body.version,
      unit: damHa,
      address: 'Thôn 3',
      document: proof,
    });
  });

  test('two changes of one version: one wins', async () => {
    const version = await versionOf(neighbour);
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) =>
        officer(changeOrganisation, { organisation: neighbour, version, shortName: name }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
  });
});

describe('acts of its life', () => {
  const act = (kind: 'crop-changed' | 'suspended' | 'resumed' | 'dissolved', more = {}) => ({
    id: newId<ActId>(),
    organisation: cooperative,
    kind,
    onDay: day('2026-06-01'),
    ...more,
  });

  test('the cooperative itself tells that it changed its crop', async () => {
    const note = 'Chuyển từ rau màu sang chanh leo';
    expect((await manager(recordAct, act('crop-changed', { note }))).status).toBe(200);
    const { body } = await nobody(listActs, { organisation: cooperative });
    expect(body.items.some((item) => item.kind === 'crop-changed' && item.note === note)).toBe(true);
  });

  test('what changes its standing is the officer’s, on a document, one step after another', async () => {
    expect((await manager(recordAct, act('suspended'))).status).toBe(403);
    expect((await communeOfficer(recordAct, act('resumed'))).body.obstacles).toEqual([
      'status-forbids',
      'document-missing',
    ]);
    const document = 'QĐ 12/QĐ-UBND';
    expect((await communeOfficer(recordAct, act('suspended', { document }))).body.status).toBe('suspended');
    expect((await nobody(listOrganisations, { status: 'suspended' })).body.total).toBe(1);
    expect((await communeOfficer(recordAct, act('resumed', { document }))).body.status).toBe('operating');
    expect((await communeOfficer(recordAct, act('dissolved', { document }))).body.obstacles).toEqual([
      'status-forbids',
    ]);
  });

  test('the future has not happened', async () => {
    expect((await manager(recordAct, act('crop-changed', { onDay: '2099-01-01' }))).body.obstacles).toEqual([
      'in-future',
    ]);
  });
});
