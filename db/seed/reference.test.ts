import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#tests/harness.ts';
import { seedReference } from './reference.ts';

const { owner, ownerUrl } = await testDatabase();
const client = new pg.Client({ connectionString: ownerUrl });

beforeAll(async () => {
  await client.connect();
  await seedReference(client);
});
afterAll(() => client.end());

const count = async (sql: string): Promise<number> =>
  Number((await owner<{ n: string }>(`select count(*) n from ${sql}`))[0]!.n);

test('the country has 34 province-level units, and that Quảng Ninh is a city is not verified', async () => {
  expect(await count('reference.province')).toBe(34);
  expect(await owner(`select full_name, kind, verified from reference.province where code = 22`)).toEqual([
    { full_name: 'Thành phố Quảng Ninh', kind: 'city', verified: false },
  ]);
});

test('Quảng Ninh has 54 units today: 30 wards, 22 communes, 2 special zones, each with a point', async () => {
  const rows = await owner(
    `select kind, count(*)::int n from reference.unit where lon is not null and lat is not null group by kind order by kind`,
  );
  expect(rows).toEqual([
    { kind: 'commune', n: 22 },
    { kind: 'special-zone', n: 2 },
    { kind: 'ward', n: 30 },
  ]);
});

test('the 171 former units all lead somewhere, and a divided one leads to several', async () => {
  expect(await count('reference.former_unit')).toBe(171);
  expect(
    await count(
      'reference.former_unit f where not exists (select from reference.former_unit_succession s where s.former_unit = f.id)',
    ),
  ).toBe(0);
  expect(
    await count(
      'reference.unit u where not exists (select from reference.former_unit_succession s where s.successor_code = u.code)',
    ),
  ).toBe(0);
  const rows = await owner(
    `select successor_code from reference.former_unit_succession where former_unit = '199-commune-hai-lang' order by 1`,
  );
  expect(rows.map((row) => row['successor_code'])).toEqual(['06799', '06886', '06978']);
});

test('the township and the commune both called Đầm Hà are two former units', async () => {
  const rows = await owner(`select kind, code from reference.former_unit where plain_name = 'dam ha' order by kind`);
  expect(rows).toEqual([
    { kind: 'commune', code: '06916' },
    { kind: 'township', code: '06895' },
  ]);
});

test('a parameter without a source is blank and unverified', async () => {
  expect(
    await owner(`select value, verified from reference.parameter where key = 'capitalAssociates.totalMaxStake'`),
  ).toEqual([{ value: null, verified: false }]);
});

test('loading the same edition again changes nothing, and what somebody added stays', async () => {
  await owner(`insert into reference.parameter values ('own.key', '2026-01-01', null, '1', 'own', false)`);
  const before = await owner('select xmin::text, key from reference.parameter order by key, valid_from');
  await seedReference(client);
  expect(await owner('select xmin::text, key from reference.parameter order by key, valid_from')).toEqual(before);
});
