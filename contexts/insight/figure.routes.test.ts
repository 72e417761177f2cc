import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, today } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import { otherProvince, quangNinh, signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { figureOver } from './figure-rows.store.ts';
import { figureKeys, figureDefinition } from './figure.ts';
import { noteMovedFigures } from './figure.store.ts';
import { exportFigureRows, getFigure, listFigureRows, listFigures } from './figure.wire.ts';
import { insight } from './index.ts';

const test0 = await testDatabase();
const { as } = await testServer(test0, insight.handlers);
const officer = as(await signedIn(test0, { role: 'provincial-officer' }));
const communeOfficer = as(await signedIn(test0, { role: 'commune-officer', unit: '06895' as UnitCode }));
const manager = as(await signedIn(test0, { role: 'organisation-manager', organisation: newId<OrganisationId>() }));
const auditor = as(await signedIn(test0, { role: 'auditor' }));
const anybody = as(stranger);

const rows = `
  insert into reference.unit (province, code, name, name_en, kind, valid_from, source, verified) values
    (22, '06895', 'Đầm Hà', 'Dam Ha', 'commune', '2025-07-01', 'test', true), (22, '06913', 'Quảng Tân', 'Quang Tan', 'commune', '2025-07-01', 'test', true)
    on conflict do nothing;
  insert into registry.organisation (province, id, kind, name, fields, founded_on, status) values
    (22, '00000000-0000-7000-8000-000000000001', 'cooperative', '=HTX Một', '{crops}', '2020-01-01', 'operating'),
    (22, '00000000-0000-7000-8000-000000000002', 'cooperative', 'HTX Hai', '{fishery}', '2021-01-01', 'operating'),
    (22, '00000000-0000-7000-8000-000000000003', 'cooperative', 'HTX Ba', '{transport}', '2026-06-01', 'operating'),
    (22, '00000000-0000-7000-8000-000000000004', 'cooperative', 'HTX Bốn', '{crops}', '2019-01-01', 'dissolved'),
    (22, '00000000-0000-7000-8000-000000000005', 'farm', 'Trang trại Năm', '{livestock}', '2019-01-01', 'operating'),
    (31, '00000000-0000-7000-8000-000000000006', 'cooperative', 'HTX tỉnh khác', '{crops}', '2019-01-01', 'operating');
  insert into registry.organisation_place (province, organisation_id, valid_from, unit_code, unit_from) values
    (22, '00000000-0000-7000-8000-000000000001', '2025-07-01', '06895', '2025-07-01'),
    (22, '00000000-0000-7000-8000-000000000002', '2025-07-01', '06913', '2025-07-01');
  insert into registry.member (province, id, organisation_id, party, standing, name, joined_on, left_on) values
    (22, gen_random_uuid(), '00000000-0000-7000-8000-000000000001', 'person', 'official-both', 'A', '2020-01-01', null),
    (22, gen_random_uuid(), '00000000-0000-7000-8000-000000000001', 'person', 'official-both', 'B', '2020-01-01', '2024-05-01'),
    (22, gen_random_uuid(), '00000000-0000-7000-8000-000000000002', 'person', 'official-both', 'C', '2025-01-01', null);
  insert into registry.yearly_account (province, organisation_id, year, revenue_vnd, profit_vnd, source) values
    (22, '00000000-0000-7000-8000-000000000001', 2025, 1000, 10, 'test'), (22, '00000000-0000-7000-8000-000000000002', 2025, 2001, -3, 'test'),
    (22, '00000000-0000-7000-8000-000000000003', 2025, 900000, 900000, 'test'), (22, '00000000-0000-7000-8000-000000000001', 2024, 5, 5, 'test');
  insert into insight.reported_figure (province, id, key, value, as_of, source, doubt_vi) values
    (22, gen_random_uuid(), 'cooperatives', 650, '2024-05-31', 'a paper', 'ngờ');`;

/** Another cooperative of Quảng Tân that tells its year. */
const oneMoreReports = (id: string, revenue: number): string => `
  insert into registry.organisation (province, id, kind, name, fields, founded_on, status) values
    (22, '${id}', 'cooperative', 'HTX ${revenue}', '{crops}', '2020-01-01', 'operating');
  insert into registry.organisation_place (province, organisation_id, valid_from, unit_code, unit_from) values
    (22, '${id}', '2025-07-01', '06913', '2025-07-01');
  insert into registry.yearly_account (province, organisation_id, year, revenue_vnd, profit_vnd, source) values
    (22, '${id}', 2025, ${revenue}, 0, 'test');`;

beforeAll(async () => {
  await test0.owner(rows);
});

const figures = async (input = {}) => {
  const { items } = (await anybody(listFigures, input)).body;
  return Object.fromEntries(items.map(({ key, value }) => [key, value]));
};

describe('the figures', () => {
  test('count what is there, in this province only', async () => {
    expect(await figures()).toMatchObject({
      cooperatives: 3,
      members: 2,
      farms: 1,
      meanRevenueVnd: 1501,
      meanProfitVnd: 4,
      chains: 0,
    });
    expect(
      (await anybody(listFigures, {}, { province: otherProvince })).body.items.find(({ key }) => key === 'cooperatives')
        ?.value,
    ).toBe(1);
  });

  test('are told of a place', async () => {
    expect(await figures({ unit: '06895' })).toMatchObject({ cooperatives: 1, members: 1, contractedValueVnd: 0 });
  });

  test('but of a place with fewer than three that report, no account is told to who may not open it', async () => {
    const asked = { key: 'meanRevenueVnd', unit: '06895' } as const;
    for (const ask of [officer, communeOfficer, auditor]) expect((await ask(getFigure, asked)).body.value).toBe(1000);
    for (const ask of [anybody, manager]) {
      expect((await ask(getFigure, asked)).body).toMatchObject({ value: null, rowCount: 1, before: null, history: [] });
    }
    expect(await figures({ unit: '06895' })).toMatchObject({ meanRevenueVnd: null, meanProfitVnd: null });
    const more = [newId<OrganisationId>(), newId<OrganisationId>()];
    await test0.owner(oneMoreReports(more[0]!, 3_000));
    expect(await figures({ unit: '06913' })).toMatchObject({ meanRevenueVnd: null });
    await test0.owner(oneMoreReports(more[1]!, 1_000));
    expect(await figures({ unit: '06913' })).toMatchObject({ meanRevenueVnd: 2000, meanProfitVnd: -1 });
    for (const table of ['yearly_account', 'organisation_place'])
      await test0.owner(`delete from registry.${table} where organisation_id = any($1)`, [more]);
    await test0.owner(`delete from registry.organisation where id = any($1)`, [more]);
  });

  test('are told of a day', async () => {
    expect(await figures({ asOf: '2024-01-01' })).toMatchObject({ cooperatives: 2, members: 2 });
  });

  test('are never told of a day to come, nor of a place that is not', async () => {
    expect(await anybody(listFigures, { asOf: addDays(today(), 1) })).toMatchObject({
      status: 422,
      body: { code: 'insight.figure.in-the-future' },
    });
    expect(await anybody(listFigures, { unit: '99999' })).toMatchObject({
      status: 404,
      body: { code: 'insight.figure.unknown-scope' },
    });
  });

  test('stand beside what others have published, with the doubt', async () => {
    const { body } = await anybody(getFigure, { key: 'cooperatives' });
    expect(body.reported).toMatchObject([{ value: 650, asOf: '2024-05-31', source: 'a paper', doubt: { vi: 'ngờ' } }]);
  });

  test.each(figureKeys)('%s is exactly the aggregate of the rows it opens to', async (key) => {
    const { body: figure } = await officer(getFigure, { key });
    const { body } = await officer(listFigureRows, { key, size: 200 });
    const sum = body.items.reduce((total, { value }) => total + value, 0);
    const { aggregate } = figureDefinition(key);
    expect(body.total).toBe(figure.rowCount);
    expect(figure.value).toBe(
      aggregate === 'count'
        ? body.total
        : aggregate === 'sum'
          ? sum
          : body.total === 0
            ? 0
            : Math.round(sum / body.total),
    );
  });

  test('keep their history, a row each time they move', async () => {
    expect(await test0.within((db) => noteMovedFigures(db, today()))).toBe(figureKeys.length);
    expect(await test0.within((db) => noteMovedFigures(db, today()))).toBe(0);
    await test0.owner(
      `update registry.organisation set status = 'operating' where id = '00000000-0000-7000-8000-000000000004'`,
    );
    expect(await test0.within((db) => noteMovedFigures(db, today()))).toBe(1);
    await test0.owner(
      `update registry.organisation set status = 'dissolved' where id = '00000000-0000-7000-8000-000000000004'`,
    );
    const { body } = await anybody(getFigure, { key: 'cooperatives' });
    expect(body.history.map(({ value }) => value)).toEqual([4, 3]);
    expect(body.before?.value).toBe(4);
    const past = await anybody(getFigure, { key: 'cooperatives', asOf: addDays(today(), -400) });
    expect(past.body.before).toBeNull();
  });
});

test('a sum that no number holds is told as the most there can be: the other figures go on being told', async () => {
  const absurd = sql`select 'settlement' as kind, 9000000000000000::bigint as value from generate_series(1, 3)`;
  const { rows: told } = await test0.within((db) => figureOver('sum', absurd).execute(db));
  expect(told).toEqual([{ value: 9_000_000_000_000_000, row_count: 3 }]);
});

describe("rows that show an organisation's accounts", () => {
  const asked = { key: 'meanRevenueVnd' } as const;
  test('are opened by officers and auditors', async () => {
    expect((await officer(listFigureRows, asked)).status).toBe(200);
    expect((await auditor(listFigureRows, asked)).status).toBe(200);
    expect((await communeOfficer(listFigureRows, { ...asked, unit: '06895' })).status).toBe(200);
  });
  test('are closed to others, and to the officer of another commune', async () => {
    expect((await anybody(listFigureRows, asked)).status).toBe(401);
    expect((await manager(listFigureRows, asked)).status).toBe(403);
    expect((await communeOfficer(listFigureRows, { ...asked, unit: '06913' })).status).toBe(403);
    expect((await communeOfficer(listFigureRows, asked)).status).toBe(403);
    expect((await manager(exportFigureRows, asked)).status).toBe(403);
  });
  test('while counts of who exists are open to all', async () => {
    expect((await anybody(listFigureRows, { key: 'cooperatives' })).body.items.map(({ label }) => label)).toEqual([
      '=HTX Một',
      'HTX Ba',
      'HTX Hai',
    ]);
  });
});

test('an exported name that looks like a formula stays a text', async () => {
  const { raw, headers } = await anybody(
    exportFigureRows,
    { key: 'cooperatives', format: 'csv' },
    { province: quangNinh },
  );
  expect(headers['content-disposition']).toContain('lienket-cooperatives');
  expect(raw.toString('utf8')).toMatch(/'=HTX Một/);
  expect(raw.toString('utf8')).toContain('Tên,Loại,Nơi,Giá trị');
  const inThai = await anybody(
    exportFigureRows,
    { key: 'cooperatives', format: 'csv', language: 'th' },
    { province: quangNinh },
  );
  expect(inThai.raw.toString('utf8')).toContain('ชื่อ,ประเภท,สถานที่,ค่า');
});
