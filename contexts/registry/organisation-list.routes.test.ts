import { beforeAll, expect, test } from 'vitest';
import { day, today } from '#kernel/day.ts';
import type { InputOf } from '#kernel/method.ts';
import { quangNinh, signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { recordAct, type ActId } from './act.wire.ts';
import { registry } from './index.ts';
import { changeOrganisation, exportOrganisations, getOrganisation, listOrganisations } from './organisation.wire.ts';
import { newId, type AccountId } from '#kernel/id.ts';
import { reportingYear } from '#kernel/reporting-year.ts';
import { damHa, examples, proof, saveExamples } from './registry.example.ts';
import { judgedYears, saveYears } from './yearly-set.store.ts';

const here = await testDatabase();
const { as, drain } = await testServer(here, registry.handlers);
const { cooperative, neighbour } = examples;
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const commune = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const member = as(await signedIn(here, { role: 'organisation-member', organisation: cooperative }));
const nobody = as(stranger);

const running = reportingYear(today());

beforeAll(async () => {
  await saveExamples(here.owner);
  await here.owner(`insert into reference.parameter (key, valid_from, value, source, verified) values
    ('size.agri.large', '2024-11-01', '{"members": 300, "revenueVnd": 50000000000, "capitalVnd": 10000000000}', 'test', true),
    ('size.agri.medium', '2024-11-01', '{"members": 200, "revenueVnd": 10000000000, "capitalVnd": 5000000000}', 'test', true),
    ('size.agri.small', '2024-11-01', '{"members": 50, "revenueVnd": 2000000000, "capitalVnd": 1000000000}', 'test', true),
    ('sector.crops', '2013-07-01', '"agri"', 'test', false), ('sector.fishery', '2013-07-01', '"agri"', 'test', false)
    on conflict (key, valid_from) do update set value = excluded.value`);
  const told = [
    { organisation: cooperative, year: 2024, given: { officialMembers: 20, totalCapitalVnd: 900_000_000 } },
    { organisation: cooperative, year: 2025, given: { officialMembers: 55, totalCapitalVnd: 1_400_000_000 } },
    { organisation: neighbour, year: 2025, given: { officialMembers: 210, totalCapitalVnd: 6_000_000_000 } },
    // The year still runs: its class is not the organisation's yet.
    { organisation: neighbour, year: running, given: { officialMembers: 310, totalCapitalVnd: 11_000_000_000 } },
  ].map((one, row) => ({ ...one, row }));
  await here.within(async (db) =>
    saveYears(db, await judgedYears(db, told, { today: today() }), {
      by: 'test' as AccountId,
      reason: 'Biểu tổng hợp',
      province: quangNinh,
      today: today(),
    }),
  );
  await drain();
});

const found = async (asker: typeof officer, filters: InputOf<typeof listOrganisations>) =>
  (await asker(listOrganisations, filters)).body.items.map(({ id }) => id);

test('size and rating are filters, and “not computed” is an answer of its own', async () => {
  expect(await found(officer, { sizeClass: 'small' })).toEqual([cooperative]);
  expect(await found(officer, { sizeClass: 'large' })).toEqual([]);
  const blank = await found(officer, { rating: 'not-computed' });
  expect(blank).toContain(cooperative);
  expect(await found(officer, { sizeClass: 'not-computed' })).not.toContain(cooperative);
  const { body } = await officer(listOrganisations, { sizeClass: 'small' });
  expect(body.items[0]).toMatchObject({
    sizeClass: { class: 'small', year: 2025 },
    rating: { class: null, year: 2025 },
  });
});

test('a filter tells nobody what the figures behind it would not', async () => {
  expect(await found(commune, { sizeClass: 'medium' })).toEqual([]);
  expect(await found(commune, { sizeClass: 'small' })).toEqual([cooperative]);
  const { body } = await commune(listOrganisations, {});
  expect(body.may.seeClasses).toBe(true);
  expect(body.items.find(({ id }) => id === neighbour)!.sizeClass).toBeNull();
  for (const asker of [member, nobody]) {
    expect(await found(asker, { sizeClass: 'small' })).toEqual([]);
    expect(await found(asker, { rating: 'not-computed' })).toEqual([]);
    expect((await asker(listOrganisations, {})).body.may.seeClasses).toBe(false);
  }
});

test('on a past day the list has the name, status and class of then, as the page of each has', async () => {
  const { body: before } = await officer(getOrganisation, { organisation: cooperative });
  await officer(changeOrganisation, {
    organisation: cooperative,
    version: before.version,
    name: 'Hợp tác xã Rau Đầm Hà',
    onDay: day('2025-06-01'),
    document: proof,
  });
  await officer(recordAct, {
    id: newId<ActId>(),
    organisation: cooperative,
    kind: 'suspended',
    onDay: day('2025-09-01'),
    document: 'Thông báo 03/TB',
  });
  const on = async (asOf: string) =>
    (await officer(listOrganisations, { asOf: day(asOf) })).body.items.find(({ id }) => id === cooperative);
  expect(await on('2025-05-31')).toMatchObject({ name: before.name, sizeClass: { class: 'micro', year: 2024 } });
  expect(await on('2025-06-01')).toMatchObject({ name: 'Hợp tác xã Rau Đầm Hà', status: 'operating' });
  expect(await on('2025-09-01')).toMatchObject({ status: 'suspended' });
  for (const asOf of ['2025-05-31', '2025-06-01', '2025-09-01', '2025-12-20'])
    expect(await on(asOf)).toMatchObject(
      await officer(getOrganisation, { organisation: cooperative, asOf: day(asOf) }).then(({ body }) => ({
        name: body.name,
        kind: body.kind,
        status: body.status,
        fields: body.fields,
        unit: body.place?.unit ? { code: body.place.unit.code, name: body.place.unit.name } : null,
      })),
    );
});

test('who did not exist yet is not in the list of that day, and the sheet follows the list', async () => {
  const first = (await officer(getOrganisation, { organisation: cooperative })).body.foundedOn;
  expect(first).not.toBeNull();
  expect(await found(officer, { asOf: day('1990-01-01') })).not.toContain(cooperative);
  const sheet = async (asker: typeof officer, filters: object) =>
    (await asker(exportOrganisations, { format: 'csv', ...filters })).raw.toString();
  const then = await sheet(officer, { asOf: '2025-05-31', sizeClass: 'micro' });
  expect(then.trim().split('\n')).toHaveLength(2);
  expect(then).toContain('Siêu nhỏ (2024)');
  expect(then).not.toContain('Rau Đầm Hà');
  expect(await sheet(nobody, {})).not.toContain('Quy mô');
});
