import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { newId, type FileId, type OrganisationId } from '#kernel/id.ts';
import type { InputOf } from '#kernel/method.ts';
import { signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { actFiles } from './act.load.ts';
import { listActs } from './act.wire.ts';
import {
  acceptChangeRequest,
  getChangeRequest,
  submitChangeRequest,
  type ChangeRequestId,
} from './change-request.wire.ts';
import { registry } from './index.ts';
import { changeOrganisation, getOrganisation } from './organisation.wire.ts';
import { damHa, examples, proof, saveExamples, vanDon } from './registry.example.ts';
import { listRepresentatives } from './representative.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
const { cooperative, neighbour, farm } = examples;
const holder = await signedIn(here, { role: 'organisation-manager', organisation: cooperative });
const people = {
  manager: holder,
  member: await signedIn(here, { role: 'organisation-member', organisation: cooperative }),
  neighbour: await signedIn(here, { role: 'organisation-manager', organisation: neighbour }),
  commune: await signedIn(here, { role: 'commune-officer', unit: damHa }),
  other: await signedIn(here, { role: 'commune-officer', unit: vanDon }),
  auditor: await signedIn(here, { role: 'auditor' }),
};
const manager = as(holder);
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const commune = as(people.commune);
const nobody = as(stranger);

beforeAll(async () => {
  await saveExamples(here.owner);
  await here.owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values
       ('act.basis.changed', '2024-07-01', '"Nghị định 92/2024/NĐ-CP"', 'test', false),
       ('changeRequest.formerOfficerDays', '2025-07-01', '30', 'test', false) on conflict do nothing`,
  );
});

const seen = async (organisation: OrganisationId, asOf?: string) =>
  (await officer(getOrganisation, { organisation, ...(asOf !== undefined && { asOf: day(asOf) }) })).body;
const change = async (
  given: Omit<InputOf<typeof changeOrganisation>, 'organisation' | 'version'>,
  { ask = officer, organisation = cooperative } = {},
) => ask(changeOrganisation, { organisation, version: (await seen(organisation)).version, ...given });
const lastAct = async (ask = nobody, organisation = cooperative) =>
  (await ask(listActs, { organisation })).body.items.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)).at(-1)!;

async function uploaded(by: string | null): Promise<FileId> {
  const id = newId<FileId>();
  await here.owner(
    `insert into platform.file (province, id, name, media_type, bytes, sha256, content, uploaded_by)
     values (22, $1, 'quyet-dinh.pdf', 'application/pdf', 3, '\\x00', '\\x255044', $2)`,
    [id, by],
  );
  return id;
}

describe('a change of what is registered', () => {
  test('rests on a paper with its day and issuer; how to reach an organisation needs none', async () => {
    const without = await change({ name: 'Hợp tác xã Đầm Hà Xanh', phone: '0912 000 111' });
    expect(without.body).toMatchObject({
      code: 'registry.organisation.not-changeable',
      obstacles: ['document-missing'],
    });
    const late = await change({ fields: ['crops'], document: { ...proof, on: day('2099-01-01') } });
    expect(late.body.obstacles).toEqual(['document-in-future']);
    expect((await change({ fields: ['trade'] })).body.obstacles).toEqual(['document-missing']);
    expect((await change({ fields: ['trade'], document: proof }, { ask: manager })).body.obstacles).toEqual([
      'officers-only',
    ]);
    expect((await change({ phone: '0912 000 111', website: 'https://a.example' }, { ask: manager })).status).toBe(200);
    expect(await lastAct()).toMatchObject({ document: null, legalBasis: null, basisVerified: null });
  });

  test('is an act of its day, with the law of that day, and tells what became what', async () => {
    const before = await seen(cooperative);
    expect((await change({ name: 'Hợp tác xã Tên Mới', onDay: day('2025-03-01'), document: proof })).status).toBe(200);
    expect(await lastAct()).toMatchObject({
      kind: 'changed',
      onDay: '2025-03-01',
      document: proof.number,
      documentOn: proof.on,
      documentIssuer: proof.issuer,
      legalBasis: 'Nghị định 92/2024/NĐ-CP',
      basisVerified: false,
      note: null,
      changes: [{ field: 'name', before: before.name, after: 'Hợp tác xã Tên Mới' }],
    });
    expect((await seen(cooperative, '2025-02-28')).name).toBe(before.name);
    expect((await seen(cooperative, '2025-03-01')).name).toBe('Hợp tác xã Tên Mới');
  });

  test('of an enterprise or a farm no law of cooperatives is named', async () => {
    const given = { address: 'Thôn 5', document: proof };
    expect((await change(given, { organisation: farm })).status).toBe(200);
    expect(await lastAct(nobody, farm)).toMatchObject({ document: proof.number, legalBasis: null });
  });

  test('keeps no value of a person, neither phone nor name nor a number of twelve digits', async () => {
    const representative = { name: 'Trần Thị Kín', title: 'Giám đốc', phone: '0987 111 222' };
    await change({ representative, email: 'kin@example.test', document: proof });
    expect((await lastAct()).changes).toEqual([{ field: 'email' }, { field: 'representative' }]);
    const [row] = await here.owner<{ text: string }>(
      `select string_agg(to_jsonb(a)::text, ' ') as text from registry.organisation_act a`,
    );
    expect(row!.text).not.toMatch(/Kín|0987|kin@/);
    // The same person with another phone is no change of the registration.
    const again = { representative: { ...representative, phone: '0987 333 444' } };
    expect((await change(again, { ask: manager })).status).toBe(200);
  });

  test('told late, who stood for it between two who are known does so until the later one', async () => {
    const stood = async () =>
      (await manager(listRepresentatives, { organisation: cooperative })).body.items.map(({ name, from, until }) => [
        name,
        from,
        until,
      ]);
    const given = (name: string, onDay: string) =>
      change({ representative: { name, title: 'Giám đốc' }, onDay: day(onDay), document: proof });
    expect((await given('Lê Văn Đầu', '2021-01-01')).status).toBe(200);
    expect((await given('Đỗ Thị Giữa', '2023-01-01')).status).toBe(200);
    const [newest, middle, first] = await stood();
    expect(newest![0]).toBe('Trần Thị Kín');
    expect(newest![2]).toBeNull();
    expect(middle!.slice(0, 2)).toEqual(['Đỗ Thị Giữa', '2023-01-01']);
    expect(first).toEqual(['Lê Văn Đầu', '2021-01-01', '2022-12-31']);
    expect((await seen(cooperative, '2022-05-05')).representative?.name).toBe('Lê Văn Đầu');
  });

  test('its paper opens to who runs the organisation and the officer of its place, to nobody else', async () => {
    const file = await uploaded(people.commune.account);
    const given = { fields: ['crops', 'trade'] as ('crops' | 'trade')[], document: { ...proof, file } };
    expect((await change(given, { ask: commune })).status).toBe(200);
    const act = await lastAct(manager);
    expect([act.file, (await lastAct(commune)).file]).toEqual([file, file]);
    for (const ask of [nobody, as(people.member), as(people.neighbour), as(people.other), as(people.auditor)])
      expect((await lastAct(ask)).file).toBeNull();
    // Somebody else's upload is not taken.
    const foreign = { ...given, fields: ['crops'] as 'crops'[], document: { ...proof, file: await uploaded('x') } };
    expect((await change(foreign, { ask: manager })).status).toBe(422);
    expect(Object.keys(actFiles)).toEqual(['registry.act', 'registry.change-request']);
  });
});

describe('a request for a change', () => {
  test('carries day, paper and file; the officer sees them with the law, and the act has them all', async () => {
    const [id, file] = [newId<ChangeRequestId>(), await uploaded(people.manager.account)];
    const asked = await manager(submitChangeRequest, {
      id,
      organisation: cooperative,
      wanted: { registrationNumber: 'DK-77' },
      onDay: day('2026-02-02'),
      document: { ...proof, file },
    });
    expect(asked.body).toEqual({ round: 1 });
    expect((await commune(getChangeRequest, { request: id })).body).toMatchObject({
      onDay: '2026-02-02',
      document: proof.number,
      documentOn: proof.on,
      documentIssuer: proof.issuer,
      file,
      legalBasis: { text: 'Nghị định 92/2024/NĐ-CP', verified: false },
    });
    expect((await as(people.auditor)(getChangeRequest, { request: id })).body.file).toBeNull();
    expect((await commune(acceptChangeRequest, { request: id, round: 1 })).status).toBe(200);
    expect(await lastAct(commune)).toMatchObject({
      onDay: '2026-02-02',
      document: proof.number,
      documentIssuer: proof.issuer,
      file,
      changes: [{ field: 'registrationNumber', before: null, after: 'DK-77' }],
    });
    expect((await seen(cooperative, '2026-02-01')).registrationNumber).toBeNull();
  });

  test('one that was open before papers were told whole is accepted on what it names', async () => {
    const id = newId<ChangeRequestId>();
    const given = { id, organisation: cooperative, wanted: { registrationNumber: 'DK-78' }, document: proof };
    await manager(submitChangeRequest, given);
    await here.owner(
      `update registry.change_request set document = 'Giấy cũ', document_on = null, document_issuer = null, on_day = null where id = $1`,
      [id],
    );
    expect((await commune(acceptChangeRequest, { request: id, round: 1 })).status).toBe(200);
    expect(await lastAct()).toMatchObject({ document: 'Giấy cũ', documentOn: null, documentIssuer: null });
  });
});

test('rows of before tell their fields in codes apart from the note, with the values their states entered', async () => {
  await here.owner(
    `update registry.organisation_act set changes = null, note = 'name, phone: Theo đại hội' where organisation_id = $1 and on_day = '2025-03-01'`,
    [cooperative],
  );
  const { items } = (await nobody(listActs, { organisation: cooperative })).body;
  const old = items.find(({ onDay, kind }) => onDay === '2025-03-01' && kind === 'changed');
  expect(old).toMatchObject({
    note: 'Theo đại hội',
    changes: [{ field: 'name', after: 'Hợp tác xã Tên Mới' }, { field: 'phone' }],
  });
  expect(old!.changes[1]).toEqual({ field: 'phone' });
});
