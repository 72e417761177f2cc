import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { newId, type FileId } from '#kernel/id.ts';
import { signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { registry, usePersonalKeys } from './index.ts';
import {
  listOrganisationDocuments,
  recordOrganisationDocument,
  withdrawOrganisationDocument,
  type OrganisationDocumentId,
} from './organisation-document.wire.ts';
import { damHa, examples, saveExamples, vanDon } from './registry.example.ts';

const here = await testDatabase();
const { as, upload } = await testServer(here, registry.handlers);
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const { cooperative: organisation, neighbour, reported } = examples;
const managing = await signedIn(here, { role: 'organisation-manager', organisation });
const manager = as(managing);
const ofUnit = await signedIn(here, { role: 'commune-officer', unit: damHa });
const officer = as(ofUnit);
const memberOf = as(await signedIn(here, { role: 'organisation-member', organisation }));
const elsewhere = as(await signedIn(here, { role: 'commune-officer', unit: vanDon }));
const neighbourManager = as(await signedIn(here, { role: 'organisation-manager', organisation: neighbour }));
const auditor = as(await signedIn(here, { role: 'auditor' }));
const nobody = as(stranger);

beforeAll(() => saveExamples(here.owner));

const pdf = () => Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Type /Catalog /For (${newId()}) >>\nendobj\n%%EOF\n`);
const fileOf = async (person = managing): Promise<FileId> => {
  const { status, body } = await upload(person, pdf(), 'điều lệ.pdf');
  expect(status).toBe(200);
  return body.id as FileId;
};
const paper = async (more: object = {}) => ({
  id: newId<OrganisationDocumentId>(),
  organisation,
  kind: 'charter' as const,
  number: 'Điều lệ 2026',
  on: day('2026-01-15'),
  issuer: 'Đại hội thành viên',
  access: 'keepers' as const,
  file: await fileOf(),
  ...more,
});
const seen = async (ask: typeof manager) =>
  (await ask(listOrganisationDocuments, { organisation })).body.items.map(({ number }) => number);

describe('papers of an organisation', () => {
  test('are read by whom they are for, and put there by who runs it or the officer of its place', async () => {
    for (const access of ['public', 'members', 'keepers'] as const)
      expect((await manager(recordOrganisationDocument, await paper({ access, number: access }))).status).toBe(200);
    const papers = ['public', 'members', 'keepers'];
    for (const ask of [manager, officer]) expect((await seen(ask)).toSorted()).toEqual(papers.toSorted());
    for (const ask of [memberOf, auditor]) expect((await seen(ask)).toSorted()).toEqual(['members', 'public']);
    for (const ask of [elsewhere, neighbourManager, nobody]) expect(await seen(ask)).toEqual(['public']);
    for (const ask of [memberOf, neighbourManager, elsewhere, auditor])
      expect((await ask(recordOrganisationDocument, await paper())).status).toBe(403);
    const own = await paper({ file: await fileOf(ofUnit), number: 'của cán bộ' });
    expect((await officer(recordOrganisationDocument, own)).status).toBe(200);
  });

  test('somebody else’s file, a day to come, a record that is only reported are refused', async () => {
    const refused = async (more: object) => (await manager(recordOrganisationDocument, await paper(more))).body;
    expect((await refused({ file: await fileOf(ofUnit) })).code).toBe('file.unknown');
    expect((await refused({ on: day('2099-01-01') })).obstacles).toEqual(['document-in-future']);
    const told = await paper({ organisation: reported, file: await fileOf(ofUnit) });
    expect((await officer(recordOrganisationDocument, told)).body.obstacles).toEqual(['reported']);
  });

  test('a wrong one is replaced or taken out by an entry, and stays to be read by who keeps them', async () => {
    const first = await paper({ access: 'public', number: 'bản sai' });
    await manager(recordOrganisationDocument, first);
    const replaces = { document: first.id, reason: 'quét thiếu trang' };
    const second = await paper({ access: 'public', number: 'bản đúng', replaces });
    expect((await manager(recordOrganisationDocument, second)).status).toBe(200);
    expect(await seen(nobody)).toEqual(['bản đúng', 'public']);
    const { items } = (await manager(listOrganisationDocuments, { organisation })).body;
    expect(items.find(({ id }) => id === first.id)).toMatchObject({ reason: 'quét thiếu trang' });
    expect(items.find(({ id }) => id === second.id)).toMatchObject({ reason: null, replaces: first.id });
    const again = await manager(recordOrganisationDocument, await paper({ replaces }));
    expect(again.body.obstacles).toEqual(['ended-already']);
    const foreign = {
      ...(await paper({ organisation: neighbour })),
      replaces: { document: second.id, reason: 'của ai' },
    };
    expect((await neighbourManager(recordOrganisationDocument, foreign)).body.obstacles).toEqual([
      'of-other-organisation',
    ]);
    const out = { document: second.id, reason: 'có thông tin cá nhân' };
    for (const ask of [memberOf, neighbourManager])
      expect((await ask(withdrawOrganisationDocument, out)).status).toBe(403);
    expect((await officer(withdrawOrganisationDocument, out)).status).toBe(200);
    expect((await manager(withdrawOrganisationDocument, out)).body.obstacles).toEqual(['ended-already']);
    expect(await seen(nobody)).toEqual(['public']);
  });
});
