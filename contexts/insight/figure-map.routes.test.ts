import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedReference } from '#db/seed/reference.ts';
import { day } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import type { InputOf } from '#kernel/method.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { insight } from './index.ts';
import { getFigure, listFigureRows, listFigureUnits } from './figure.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here, insight.handlers);
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const client = new pg.Client({ connectionString: here.ownerUrl });

interface SeatGiven {
  readonly from: string;
  readonly until?: string;
  readonly unit?: string;
  readonly former?: string;
}

async function seated(name: string, ...seats: readonly SeatGiven[]): Promise<OrganisationId> {
  const id = newId<OrganisationId>();
  await here.owner(
    `insert into registry.organisation (province, id, kind, name, fields, founded_on) values (22, $1, 'cooperative', $2, '{crops}', '2015-01-01')`,
    [id, name],
  );
  for (const { from, until, unit, former } of seats)
    await here.owner(
      `insert into registry.organisation_place (province, organisation_id, valid_from, valid_until, unit_code, unit_from, former_unit, address)
       values (22, $1, $2, $3, $4, case when $4::text is not null then '2025-07-01'::date end, $5, 'Thôn 1')`,
      [id, from, until ?? null, unit ?? null, former ?? null],
    );
  return id;
}

const then = { from: '2015-01-01', until: '2025-06-30' } as const;
const now = (unit: string) => ({ from: '2025-07-01', unit });
const asOf = day('2024-01-01');

beforeAll(async () => {
  await client.connect();
  await seedReference(client);
  await seated('Cả xã vào một', { ...then, former: '200-commune-tan-binh' }, now('06895'));
  // Went whole to Đầm Hà by the list; where the organisation sits today says nothing of 2024.
  await seated(
    'Dời đi năm 2026',
    { ...then, until: '2026-02-28', former: '200-commune-tan-binh' },
    { from: '2026-03-01', unit: '06913' },
  );
  await seated('Xã bị chia, nay ở phần kia', { ...then, former: '199-commune-hai-lang' }, now('06886'));
  await seated('Xã bị chia, chưa ai nói', { ...then, until: '2025-05-31', former: '199-commune-hai-lang' });
  await seated('Xã bị chia, nay ở nơi khác', { ...then, former: '199-commune-hai-lang' }, now('06895'));
  await seated('Chỉ có địa chỉ, nay Quảng Tân', then, now('06913'));
  await seated('Chỉ có địa chỉ, dời sau', { ...then, until: '2025-12-31' }, { from: '2026-01-01', unit: '06913' });
  await seated('Chỉ ghi từ khi sắp xếp', now('06895'));
  await seated('Chưa ghi trụ sở');
});
afterAll(() => client.end());

const told = async (map: 'now' | 'past') => {
  const { body } = await officer(listFigureUnits, { key: 'cooperatives', asOf, map });
  expect(body.total.value).toBe(9);
  expect(body.items.reduce((sum, { value }) => sum + value, 0)).toBe(9);
  return body.items;
};
const lines = async (map: 'now' | 'past') =>
  (await told(map)).map(({ unit, why, value }) => `${unit?.code ?? unit?.former ?? why} ${value}`);

test('on the map of now, a day before the reform is told by today’s units, and what cannot be says why', async () => {
  expect(await lines('now')).toEqual(['06895 3', '06886 1', '06913 1', 'no-seat 1', 'no-unit 1', 'divided 2']);
});

test('on the map of then, it is told by the units of then', async () => {
  expect(await lines('past')).toEqual(['199-commune-hai-lang 3', '200-commune-tan-binh 2', 'no-seat 2', 'no-unit 2']);
});

test.each(['now', 'past'] as const)('on the map %s each row opens to the rows it is made of', async (map) => {
  const opened: string[] = [];
  for (const { unit, why, value } of await told(map)) {
    const place = {
      map,
      ...(unit?.code && { unit: unit.code }),
      ...(unit?.former && { former: unit.former }),
      ...(why && { unplaced: why }),
    } satisfies Partial<InputOf<typeof listFigureRows>>;
    const { body } = await officer(listFigureRows, { key: 'cooperatives', asOf, size: 200, ...place });
    const { body: figure } = await officer(getFigure, { key: 'cooperatives', asOf, ...place });
    expect([body.total, figure.value, body.items.length]).toEqual([value, value, value]);
    expect(figure.scope).toMatchObject({ unit: unit === null ? null : { name: unit.name }, unplaced: why, map });
    opened.push(...body.items.map(({ label }) => label));
  }
  expect(new Set(opened).size).toBe(9);
});

test('a unit of then is no unit of now, and one that the map does not have is unknown', async () => {
  const status = async (place: object) => (await officer(getFigure, { key: 'cooperatives', asOf, ...place })).status;
  expect(await status({ unit: '06895', map: 'past' })).toBe(404);
  expect(await status({ former: '200-commune-tan-binh' })).toBe(404);
  expect(await status({ former: '200-commune-nowhere', map: 'past' })).toBe(404);
  const { body } = await officer(getFigure, { key: 'cooperatives', asOf, former: '203-commune-ban-sen', map: 'past' });
  expect(body).toMatchObject({ value: 0, scope: { unit: { name: 'Bản Sen', district: 'Huyện Vân Đồn' } } });
});

test('the means of a former unit with fewer than three that report are told to no commune', async () => {
  const commune = as(await signedIn(here, { role: 'commune-officer', unit: '06895' as never }));
  const asked = { key: 'meanRevenueVnd', asOf, former: '200-commune-tan-binh', map: 'past' } as const;
  expect((await commune(listFigureRows, asked)).status).toBe(403);
  // A code of then is another place than the one that has it now.
  expect((await commune(listFigureRows, { key: 'meanRevenueVnd', unit: '06895', map: 'past' })).status).toBe(403);
});
