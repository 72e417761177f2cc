import { beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { exportActs, exportChangeRequests, exportParameters, exportUnits, exportYearly } from './data-set.wire.ts';
import { registry } from './index.ts';
import { damHa, examples, saveExamples, vanDon } from './registry.example.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
const { cooperative, neighbour } = examples;
const province = as(await signedIn(here, { role: 'provincial-officer' }));
const auditor = as(await signedIn(here, { role: 'auditor' }));
const commune = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: neighbour }));
const administrator = as(await signedIn(here, { role: 'administrator' }));
const nobody = as(stranger);

beforeAll(async () => {
  await saveExamples(here.owner);
  for (const [organisation, unit, revenue] of [
    [cooperative, damHa, 111_000],
    [neighbour, vanDon, 222_000],
  ]) {
    await here.owner(
      `insert into registry.yearly_account (province, organisation_id, year, revenue_vnd, source) values (22, $1, 2024, $2, '=HYPERLINK("x")')
       on conflict (province, organisation_id, year) do update set revenue_vnd = excluded.revenue_vnd, source = excluded.source`,
      [organisation, revenue],
    );
    await here.owner(
      `insert into registry.change_request (province, id, organisation_id, unit_code, wanted, before, document, submitted_on, submitted_by)
       values (22, $1, $2, $3, '{"phone": "0912345678"}', '{}', 'Giấy xin', '2026-03-01', 'x')`,
      [newId(), organisation, unit],
    );
  }
});

const lines = async (asked: Promise<{ raw: Buffer }>) =>
  (await asked).raw.toString('utf8').split(/\r?\n/).filter(Boolean);

test('yearly figures are of the organisations whose figures one may see, and cells begin no formula', async () => {
  const text = async (asker: typeof province) => (await lines(asker(exportYearly, { format: 'csv' }))).join('\n');
  for (const asker of [province, auditor]) expect(await text(asker)).toMatch(/111000[\s\S]*222000|222000[\s\S]*111000/);
  expect(await text(commune)).toContain('111000');
  expect(await text(commune)).not.toContain('222000');
  expect(await text(manager)).toContain('222000');
  expect(await text(manager)).not.toContain('111000');
  expect(await text(province)).not.toMatch(/(^|,)"?=HYPERLINK/m);
  for (const asker of [administrator, nobody]) expect((await asker(exportYearly, {})).status).toBeGreaterThan(400);
});

test('change requests tell their state in the language asked for, and never what is wished', async () => {
  const vi = (await lines(commune(exportChangeRequests, { format: 'csv' }))).join('\n');
  expect(vi).toContain('Chờ trả lời');
  expect(vi).not.toContain('0912345678');
  expect(await lines(commune(exportChangeRequests, { format: 'csv' }))).toHaveLength(2);
  expect(await lines(province(exportChangeRequests, { format: 'csv', language: 'en' }))).toHaveLength(3);
});

test('acts, parameters and units are everybody’s, as sheets of both kinds', async () => {
  await here.owner(
    `insert into registry.organisation_act (province, id, organisation_id, kind, on_day, document, legal_basis)
     values (22, $1, $2, 'suspended', '2026-02-01', 'QĐ 7', 'Điều 1')`,
    [newId(), cooperative],
  );
  expect((await lines(nobody(exportActs, { format: 'csv', language: 'th' }))).join('\n')).toContain('QĐ 7');
  await here.owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values ('test.blank', '2024-07-01', 'null', 'chưa rõ', false)
     on conflict do nothing`,
  );
  const parameters = (await lines(nobody(exportParameters, { format: 'csv' }))).find((line) =>
    line.includes('test.blank'),
  );
  expect(parameters).toMatch(/^"?test\.blank"?,,/);
  expect(await lines(nobody(exportUnits, { format: 'csv' }))).toEqual(
    expect.arrayContaining([expect.stringContaining('Đầm Hà')]),
  );
  for (const what of ['units', 'links', 'classes'] as const) {
    const { status, raw } = await nobody(exportUnits, { what, format: 'xlsx' });
    expect([status, raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  }
});
