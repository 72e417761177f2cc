import { beforeAll, expect, test } from 'vitest';
import { addDays, addMonths, today } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import { signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { damHa, examples, saveExamples, vanDon } from '#contexts/registry/registry.example.ts';
import { insight } from './index.ts';
import type { WorkKind } from './work.ts';
import { exportWork, getWorkCount, listWork } from './work.wire.ts';

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

test('what a sheet tells of a standing waits for the officer of the place until the register has it', async () => {
  const batch = newId();
  await here.owner(
    `insert into intake.batch (province, id, file_name, file_sha256, kind, sheet, mapping, format, sheets, state, made_by, imported_by, imported_at)
     values (22, $1, 'a.csv', '\\x00', 'organisations', 0, '{}', 'csv', '[]', 'imported', 'x', 'x', now())`,
    [batch],
  );
  await here.owner(
    `insert into intake.status_told (province, batch_id, organisation_id, row_number, status, met_by, differs, on_day)
     values (22, $1, $2, 4, 'suspended', '{suspended}', true, '2025-03-12')`,
    [batch, cooperative],
  );
  const { body } = await commune(listWork, { kind: 'status-told' });
  expect(body.items).toMatchObject([
    { organisation: cooperative, told: { status: 'suspended', onDay: '2025-03-12' }, since: now, due: null },
  ]);
  const exported = await province(exportWork, { kind: 'status-told', format: 'csv', language: 'en' });
  expect(exported.raw.toString('utf8')).toMatch(/A sheet says another status,.*,Suspended,/);
  const foreign = as(await signedIn(here, { role: 'commune-officer', unit: vanDon }));
  for (const asker of [foreign, manager, member]) expect(await kinds(asker, { kind: 'status-told' })).toEqual([]);
  await here.owner(`update registry.organisation set status = 'suspended' where id = $1`, [cooperative]);
  expect(await kinds(province, { kind: 'status-told' })).toEqual([]);
  await here.owner(`update registry.organisation set status = 'operating' where id = $1`, [cooperative]);
  await here.owner(`update intake.batch set state = 'withdrawn' where id = $1`, [batch]);
  expect(await kinds(province, { kind: 'status-told' })).toEqual([]);
});

test('the queue leaves as a sheet, as much of it as its page shows', async () => {
  const sheet = async (asker: typeof province, input: object = {}) =>
    (await asker(exportWork, { format: 'csv', ...input })).raw.toString('utf8').split(/\r?\n/).filter(Boolean).slice(1);
  expect(await sheet(province)).toHaveLength((await province(listWork, {})).body.total);
  expect(await sheet(commune)).toHaveLength((await commune(listWork, {})).body.total);
  const [overdue, ...others] = await sheet(commune, { kind: 'update-overdue', language: 'en' });
  expect(others).toEqual([]);
  expect(overdue).toMatch(new RegExp(`^Yearly update overdue,.*,${lastYear},year$`));
  expect((await province(exportWork, {})).raw.subarray(0, 2).toString()).toBe('PK');
  expect(await sheet(member)).toEqual([]);
  expect((await as(stranger)(exportWork, {})).status).toBe(401);
});

test('who runs an organisation sees what was returned to it, a member nothing, nobody is refused', async () => {
  const rows = await kinds(manager);
  has(rows, 'update-returned', cooperative);
  expect(rows.map(([kind]) => kind)).not.toContain('request-to-answer');
  expect(await kinds(member)).toEqual([]);
  expect((await as(stranger)(listWork, {})).status).toBe(401);
});

test('requests about personal data and capital past its day wait for the officer of the place and for who runs the organisation, without names', async () => {
  const member = '01990000-0000-7000-8000-00000000f001';
  const [on, first, second] = [newId(), newId(), newId()];
  await here.owner(
    `insert into registry.member (province, id, organisation_id, party, standing, name, joined_on, subscribed_vnd, contributed_vnd)
     values (22, $1, $2, 'person', 'official-use', 'Người nợ vốn', '2020-01-01', 9000000, 4000000)`,
    [member, cooperative],
  );
  await here.owner(
    `insert into registry.personal_request (province, id, member_id, kind, wish, asked_by) values (22, $1, $2, 'correct', 'Sửa tên tôi', 'x')`,
    [on, member],
  );
  await here.owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values ('capital.payInMonths', '2024-07-01', '6', 'test', false)
     on conflict do nothing`,
  );
  // Promised 5 long ago and 4 lately; 4 are paid: one of the old promise is late.
  for (const [id, number, kind, day, subscribed, paid] of [
    [first, 901, 'subscribed', addDays(now, -400), 5_000_000, 4_000_000],
    [second, 902, 'subscribed', addDays(now, -10), 4_000_000, 0],
  ]) {
    await here.owner(
      `insert into registry.capital_act (province, id, organisation_id, number, kind, on_day) values (22, $1, $2, $3, $4, $5)`,
      [id, cooperative, number, kind, day],
    );
    await here.owner(
      `insert into registry.capital_line (province, act_id, organisation_id, member_id, form, subscribed_vnd, paid_vnd)
       values (22, $1, $2, $3, 'money', $4, $5)`,
      [id, cooperative, member, subscribed, paid],
    );
  }
  for (const asker of [commune, manager, province])
    for (const kind of ['personal-request', 'capital-late'] as const) has(await kinds(asker), kind, cooperative);
  const { body } = await province(listWork, { kind: 'capital-late' });
  expect(body.items[0]).toMatchObject({ count: 1, due: addMonths(addDays(now, -400), 6) });
  expect(JSON.stringify(body)).not.toContain('Người nợ vốn');

  // What is given up comes off the newest promise: the old one stays late until it is paid.
  await here.owner(`update registry.capital_line set subscribed_vnd = 4000000 where act_id = $1`, [first]);
  expect((await kinds(province, { kind: 'capital-late' })).length).toBe(0);
  await here.owner(`update registry.personal_request set outcome = 'done', answer = 'Đã sửa', decided_at = now()`);
  expect(await kinds(province, { kind: 'personal-request' })).toEqual([]);
});

test('drafts of unit acts, officers to be placed and plots of units that ended wait for those who keep the units', async () => {
  const administrator = as(await signedIn(here, { role: 'administrator' }));
  const act = newId();
  await here.owner(
    `insert into places.unit_act (province, id, on_day, document, legal_basis, plan, drafted_by) values (22, $1, $2, 'NQ 12', 'x', '{}', 'x')`,
    [act, addDays(now, 30)],
  );
  await here.owner(
    `insert into places.officer_proposal (province, id, act_id, account_id, from_code, from_from, unit_code, unit_from)
     select 22, gen_random_uuid(), $1, 'x', code, valid_from, code, valid_from from reference.unit where code = $2 and valid_until is null`,
    [act, damHa],
  );
  for (const asker of [province, administrator]) {
    const rows = await kinds(asker);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['unit-act-draft', null],
        ['officer-to-approve', null],
      ]),
    );
  }
  await here.owner(
    `insert into reference.unit select (jsonb_populate_record(u, '{"code": "99999", "valid_from": "2020-01-01", "valid_until": "2025-06-30"}')).*
     from reference.unit u where code = $1 and valid_until is null`,
    [damHa],
  );
  const plot = newId();
  await here.owner(`insert into production.plot (province, id, organisation_id, code) values (22, $1, $2, 'T1')`, [
    plot,
    cooperative,
  ]);
  await here.owner(
    `insert into production.plot_version (province, plot_id, version, kind, valid_from, name, land_use, area_m2, unit_code, unit_from, recorded_by)
     values (22, $1, 1, 'recorded', '2024-01-01', 'Thửa', 'rice', 500, '99999', '2020-01-01', 'x')`,
    [plot],
  );
  has(await kinds(province), 'plot-to-place', cooperative);
  for (const asker of [commune, manager, member])
    expect((await kinds(asker)).map(([kind]) => kind)).not.toContain('plot-to-place');
  for (const asker of [commune, manager, member])
    expect((await kinds(asker)).map(([kind]) => kind)).not.toContain('unit-act-draft');
  expect(new Set((await kinds(administrator)).map(([kind]) => kind))).toEqual(
    new Set(['officer-to-approve', 'unit-act-draft']),
  );
  await here.owner(
    `update places.unit_act set state = 'withdrawn', withdrawn_by = 'x', withdrawn_at = now(), reason = 'x' where id = $1`,
    [act],
  );
  expect((await kinds(administrator)).map(([kind]) => kind)).toEqual(['officer-to-approve']);
});

test("the count is not counted again while nothing happens, and at once after a command of one's own", async () => {
  const person = await signedIn(here, { role: 'provincial-officer' });
  const officer = as(person);
  const command = (account: string | null) =>
    here.owner(
      `insert into platform.audit (province, id, method, account_id, input, command_id, request_id, at)
       values (22, gen_random_uuid(), 'registry.change-request.accept', $1, '{}', gen_random_uuid(), 'x', clock_timestamp())`,
      [account],
    );
  const before = (await officer(getWorkCount, {})).body.total;
  await here.owner(`update registry.change_request set state = 'accepted', answered_by = 'x' where id = $1`, [request]);
  await command('somebody else');
  expect((await officer(getWorkCount, {})).body.total).toBe(before);
  await command(person.account);
  expect((await officer(getWorkCount, {})).body.total).toBe(before - 1);
});

test('a certificate that ends is told of until a later one is there, and an accepted update is no longer overdue', async () => {
  await here.owner(`update registry.organisation set status = 'operating' where id = $1`, [neighbour]);
  has(await kinds(province), 'certificate-ending', neighbour);
  await here.owner(
    `insert into registry.certificate (province, id, organisation_id, kind, number, issuer, valid_from, valid_until)
     values (22, gen_random_uuid(), $1, 'vietgap', 'VG-2', 'X', $2, $3)`,
    [neighbour, now, addDays(now, 700)],
  );
  // Figures taken over from a sheet hand nothing in.
  await here.owner(
    `insert into registry.yearly_account (province, organisation_id, year, revenue_vnd, source) values (22, $1, $2, 1000000, 'Biểu')
     on conflict do nothing`,
    [cooperative, lastYear],
  );
  has(await kinds(province), 'update-overdue', cooperative);
  await here.owner(`update books.update set state = 'accepted' where organisation_id = $1`, [cooperative]);
  const rows = await kinds(province);
  expect(rows.filter(([kind]) => kind === 'certificate-ending')).toEqual([]);
  expect(rows).not.toContainEqual(['update-overdue', cooperative]);
});
