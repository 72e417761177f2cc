import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { otherProvince, signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { registry } from './index.ts';
import { changeOrganisation, getOrganisation } from './organisation.wire.ts';
import { damHa, examples, proof, saveExamples, vanDon } from './registry.example.ts';
import { erasingObstacles } from './representative.ts';
import { eraseRepresentative, listRepresentatives } from './representative.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
const { cooperative: organisation } = examples;
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation }));
const memberOf = as(await signedIn(here, { role: 'organisation-member', organisation }));
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const communeOfficer = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const otherOfficer = as(await signedIn(here, { role: 'commune-officer', unit: vanDon }));
const foreignOfficer = as(await signedIn(here, { role: 'provincial-officer', province: otherProvince }));
const reason = 'theo yêu cầu của người ấy';

beforeAll(async () => {
  await saveExamples(here.owner);
  const people = [
    { name: 'Vũ Văn Trước', title: 'Giám đốc', phone: '0912 345 001', from: day('2021-01-01') },
    { name: 'Vũ Thị Sau', title: 'Giám đốc', phone: '0912 345 002', from: day('2024-01-01') },
  ];
  for (const [at, representative] of people.entries())
    expect(
      (await officer(changeOrganisation, { organisation, version: at + 1, representative, document: proof })).status,
    ).toBe(200);
});

const listed = async (ask = manager) => (await ask(listRepresentatives, { organisation })).body.items;

describe('a representative', () => {
  test('is listed with the former ones, for those who may change the record', async () => {
    for (const ask of [manager, officer, communeOfficer])
      expect(await listed(ask)).toMatchObject([
        { name: 'Vũ Thị Sau', until: null, erased: false, may: { erase: false } },
        { name: 'Vũ Văn Trước', until: '2023-12-31', phone: '0912 345 001', may: { erase: true } },
      ]);
    for (const ask of [memberOf, otherOfficer])
      expect((await ask(listRepresentatives, { organisation })).status).toBe(403);
    expect((await as(stranger)(listRepresentatives, { organisation })).status).toBe(401);
  });

  test('in office stays, with the reason why', async () => {
    const [present] = await listed();
    const answer = await manager(eraseRepresentative, { representative: present!.id, reason });
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'registry.representative.not-erasable', obstacles: ['in-office'] },
    });
    expect((await listed())[0]!.name).toBe('Vũ Thị Sau');
  });

  test('of former days is erased once: name and phone go, title and days stay, the audit says who and why', async () => {
    const former = (await listed())[1]!;
    const input = { representative: former.id, reason };
    for (const ask of [memberOf, otherOfficer]) expect((await ask(eraseRepresentative, input)).status).toBe(403);
    expect((await foreignOfficer(eraseRepresentative, input, { province: otherProvince })).status).toBe(403);
    expect((await communeOfficer(eraseRepresentative, input)).status).toBe(200);
    expect((await listed())[1]).toMatchObject({
      name: null,
      phone: null,
      title: 'Giám đốc',
      from: '2021-01-01',
      erased: true,
      may: { erase: false },
    });
    expect((await manager(eraseRepresentative, input)).body).toMatchObject({ obstacles: ['erased'] });
    expect(
      await here.owner(`select input from platform.audit where method = 'registry.representative.erase'`),
    ).toMatchObject([{ input }]);
    expect(await here.owner(`select from registry.representative where name = 'Vũ Văn Trước'`)).toEqual([]);
    expect((await as(stranger)(getOrganisation, { organisation })).body.representative?.name).toBe('Vũ Thị Sau');
  });

  test('of an ended organisation can be erased, whoever it was', () => {
    const present = { until: null, erased: false, today: day('2026-11-23') };
    expect(erasingObstacles({ ...present, organisationStatus: 'dissolved' })).toEqual([]);
    expect(erasingObstacles({ ...present, organisationStatus: 'revoked' })).toEqual([]);
    expect(erasingObstacles({ ...present, organisationStatus: 'dissolving' })).toEqual(['in-office']);
    const last = { ...present, organisationStatus: 'operating', until: day('2026-11-23') };
    expect(erasingObstacles(last)).toEqual(['in-office']);
    expect(erasingObstacles({ ...last, until: day('2026-11-22') })).toEqual([]);
  });
});
