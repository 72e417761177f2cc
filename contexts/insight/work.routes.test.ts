import { beforeAll, expect, test } from 'vitest';
import { addDays, today } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import { signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { damHa, examples, saveExamples, vanDon } from '#contexts/registry/registry.example.ts';
import { insight } from './index.ts';
import type { WorkKind } from './work.ts';
import { getWorkCount, listWork } from './work.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here, insight.handlers);
const { cooperative, neighbour } = examples;
const province = as(await signedIn(here, { role: 'provincial-officer' }));
const commune = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: cooperative }));
const member = as(await signedIn(here, { role: 'organisation-member', organisation: cooperative }));
const now = today();
const lastYear = Number(now.slice(0, 4)) - (now.slice(5) > '12-15' ? 0 : 1);
const [request, returned] = [newId(), newId()];

beforeAll(async () => {
  await saveExamples(here.owner);
  await here.owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values
       ('report.deadline', '2024-07-01', '"12-15"', 'test', true), ('htx.minOfficialMembers', '2024-07-01', '5', 'test', true)
     on conflict do nothing`,
  );
  for (const [id, organisation, unit, state] of [
    [request, cooperative, damHa, 'submitted'],
    [returned, neighbour, vanDon, 'submitted'],
  ])
    await here.owner(
      `insert into registry.change_request (province, id, organisation_id, unit_code, state, wanted, before, document, submitted_on, submitted_by)
       values (22, $1, $2, $3, $4, '{}', '{}', 'Giấy 1', $5, 'x')`,
      [id, organisation, unit, state, addDays(now, -9)],
    );
  await here.owner(
    `insert into books.update (province, id, organisation_id, year, form, state) values (22, gen_random_uuid(), $1, $2, 'VII-1', 'returned')`,
    [cooperative, lastYear],
  );
  await here.owner(
    `insert into registry.certificate (province, id, organisation_id, kind, number, issuer, valid_from, valid_until)
     values (22, gen_random_uuid(), $1, 'vietgap', 'VG-1', 'X', $2, $3)`,
    [neighbour, addDays(now, -700), addDays(now, 20)],
  );
  await here.owner(`update registry.organisation set status = 'dissolving' where id = $1`, [neighbour]);
});

const kinds = async (asker: typeof province, filters: object = {}) =>
  (await asker(listWork, { size: 200, ...filters })).body.items.map(({ kind, organisation }) => [kind, organisation]);
const has = (rows: unknown[], kind: WorkKind, organisation: string) =>
  expect(rows).toEqual(expect.arrayContaining([[kind, organisation]]));

test('an officer sees what waits in the unit, and nothing of the next', async () => {
  const rows = await kinds(commune);
  has(rows, 'request-to-answer', cooperative);
  has(rows, 'update-overdue', cooperative);
  expect(rows.filter(([, organisation]) => organisation === neighbour)).toEqual([]);
  expect(rows.map(([kind]) => kind)).not.toContain('update-returned');
});

test('the province sees it all, asked by kind and by place, with counts that agree', async () => {
  has(await kinds(province), 'dissolution-open', neighbour);
  expect(await kinds(province, { kind: 'request-to-answer', unit: vanDon })).toEqual([
    ['request-to-answer', neighbour],
  ]);
  const { body } = await province(listWork, { unit: damHa });
  expect(body.counts.reduce((sum, { count }) => sum + count, 0)).toBe(body.total);
  const all = (await province(listWork, { size: 200 })).body;
  expect(all.items).toHaveLength(all.total);
  expect((await province(getWorkCount, {})).body.total).toBe(all.total);
  expect(all.items.map(({ since }) => since)).toEqual(all.items.map(({ since }) => since).toSorted());
});

test('who runs an organisation sees what was returned to it, a member nothing, nobody is refused', async () => {
  const rows = await kinds(manager);
  has(rows, 'update-returned', cooperative);
  expect(rows.map(([kind]) => kind)).not.toContain('request-to-answer');
  expect(await kinds(member)).toEqual([]);
  expect((await as(stranger)(listWork, {})).status).toBe(401);
});

test('a certificate that ends is told of until a later one is there, and an accepted update is no longer overdue', async () => {
  await here.owner(`update registry.organisation set status = 'operating' where id = $1`, [neighbour]);
  has(await kinds(province), 'certificate-ending', neighbour);
  await here.owner(
    `insert into registry.certificate (province, id, organisation_id, kind, number, issuer, valid_from, valid_until)
     values (22, gen_random_uuid(), $1, 'vietgap', 'VG-2', 'X', $2, $3)`,
    [neighbour, now, addDays(now, 700)],
  );
  await here.owner(`update books.update set state = 'accepted' where organisation_id = $1`, [cooperative]);
  const rows = await kinds(province);
  expect(rows.filter(([kind]) => kind === 'certificate-ending')).toEqual([]);
  expect(rows).not.toContainEqual(['update-overdue', cooperative]);
});
