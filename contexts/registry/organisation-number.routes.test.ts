import { beforeAll, describe, expect, test } from 'vitest';
import { newId, type OrganisationId } from '#kernel/id.ts';
import { signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { registry } from './index.ts';
import { changeOrganisation, exportOrganisations, getOrganisation, registerOrganisation } from './organisation.wire.ts';
import { damHa, examples, proof, saveExamples } from './registry.example.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
const { cooperative } = examples;
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: cooperative }));
const communeOfficer = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const nobody = as(stranger);

beforeAll(() => saveExamples(here.owner));

const versionOf = async (organisation: OrganisationId): Promise<number> =>
  (await nobody(getOrganisation, { organisation })).body.version;

describe('numbers of an organisation', () => {
  const given = () => ({
    id: newId<OrganisationId>(),
    kind: 'household-business' as const,
    name: `Hộ kinh doanh Thử ${newId().slice(-6)}`,
    unit: damHa,
  });

  test('certificate number and GLN are kept and shown to everybody', async () => {
    const input = { ...given(), registrationNumber: '22E8000123', gln: '8938501234568' };
    expect((await officer(registerOrganisation, input)).status).toBe(200);
    expect((await nobody(getOrganisation, { organisation: input.id })).body).toMatchObject({
      registrationNumber: '22E8000123',
      gln: '8938501234568',
    });
  });

  test('a registration number that is a person’s own is no more public than as a tax number', async () => {
    const input = { ...given(), registrationNumber: '999000000123' };
    await officer(registerOrganisation, input);
    const numberFor = async (ask: typeof nobody) =>
      (await ask(getOrganisation, { organisation: input.id })).body.registrationNumber;
    expect(await numberFor(nobody)).toBeNull();
    expect(await numberFor(communeOfficer)).toBe('999000000123');
  });

  test.each(['8938501234567', '893850123456', '89385012345680', 'tám chín ba'])('%s is no GLN', async (gln) => {
    const { status, body } = await officer(registerOrganisation, { ...given(), gln });
    expect(status).toBe(400);
    expect(body.fields).toMatchObject([{ path: 'gln', message: 'registry.gln.malformed' }]);
  });

  test('an officer changes the GLN and takes it back; the organisation itself does not', async () => {
    const change = async (gln: string | null, ask = communeOfficer) =>
      ask(changeOrganisation, { organisation: cooperative, version: await versionOf(cooperative), gln });
    expect((await change('8938501234568', manager)).body.obstacles).toEqual(['officers-only']);
    expect((await change('8938501234568')).status).toBe(200);
    expect((await nobody(getOrganisation, { organisation: cooperative })).body.gln).toBe('8938501234568');
    expect((await change(null)).status).toBe(200);
    expect((await nobody(getOrganisation, { organisation: cooperative })).body.gln).toBeNull();
  });
});

describe('the legal form', () => {
  const given = (kind: 'enterprise' | 'cooperative') => ({
    id: newId<OrganisationId>(),
    kind,
    name: `Tổ chức Thử ${newId().slice(-6)}`,
    unit: damHa,
  });
  const formOf = async (organisation: OrganisationId) =>
    (await nobody(getOrganisation, { organisation })).body.legalForm;

  test('is recorded, changed and taken back by officers, and stands in the list that is exported', async () => {
    const input = { ...given('enterprise'), legalForm: 'joint-stock' as const };
    expect((await officer(registerOrganisation, input)).status).toBe(200);
    expect(await formOf(input.id)).toBe('joint-stock');
    const { raw } = await nobody(exportOrganisations, { search: input.name, format: 'csv', language: 'vi' });
    expect(raw.toString()).toContain('Hình thức pháp lý');
    expect(raw.toString()).toContain('Công ty cổ phần');
    const change = (version: number, legalForm: 'limited-one-member' | null) =>
      officer(changeOrganisation, { organisation: input.id, version, legalForm, document: proof });
    expect((await change(1, 'limited-one-member')).status).toBe(200);
    expect(await formOf(input.id)).toBe('limited-one-member');
    expect((await change(2, null)).status).toBe(200);
    expect(await formOf(input.id)).toBeNull();
  });

  test('of another kind is refused, recorded or changed', async () => {
    const wrong = await officer(registerOrganisation, { ...given('enterprise'), legalForm: 'state-agency' });
    expect(wrong.body.obstacles).toEqual(['legal-form-of-other-kind']);
    const change = {
      organisation: cooperative,
      version: await versionOf(cooperative),
      legalForm: 'joint-stock' as const,
      document: proof,
    };
    expect((await officer(changeOrganisation, change)).body.obstacles).toEqual(['legal-form-of-other-kind']);
    expect((await manager(changeOrganisation, change)).body.obstacles).toContain('officers-only');
  });
});
