import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { testDatabase } from '#tests/harness.ts';
import { listedCommodities, unitSets } from './reference.commodities.ts';
import { formerUnits } from './reference.former.ts';
import { provinces } from './reference.provinces.ts';
import { seedReference } from './reference.ts';
import { districts, units } from './reference.units.ts';

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
      'reference.former_unit f where not exists (select from reference.unit_link s where s.former_unit = f.id)',
    ),
  ).toBe(0);
  expect(
    await count('reference.unit u where not exists (select from reference.unit_link s where s.to_code = u.code)'),
  ).toBe(0);
  const rows = await owner(
    `select to_code, part from reference.unit_link where former_unit = '199-commune-hai-lang' order by 1`,
  );
  expect(rows).toEqual(['06799', '06886', '06978'].map((code) => ({ to_code: code, part: 'part' })));
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

test('an installation that has an older list gets the names as they now stand', async () => {
  await owner(`update reference.unit set name = 'Hòang Quế' where code = '07114'`);
  await owner(`update reference.edition set checksum = 'older' where name = 'lienket'`);
  await seedReference(client);
  expect(await owner(`select name from reference.unit where code = '07114'`)).toEqual([{ name: 'Hoàng Quế' }]);
});

test('what a person has confirmed of a link outlives a new edition of the list', async () => {
  await owner(`update reference.unit_link set confirmed_on = '2026-01-05', confirmed_by = 'someone', document = 'Nghị quyết'
    where former_unit = '200-commune-tan-binh'`);
  await owner(`update reference.edition set checksum = 'older' where name = 'lienket'`);
  await seedReference(client);
  expect(
    await owner(`select confirmed_by, verified from reference.unit_link where former_unit = '200-commune-tan-binh'`),
  ).toEqual([{ confirmed_by: 'someone', verified: false }]);
});

test('names made up from the older list are mended, what people entered is theirs', async () => {
  const [madeUp, entered] = [newId(), newId()];
  await owner(
    `insert into registry.organisation (province, id, kind, name, provenance)
     values (22, $1, 'agency', 'Ủy ban nhân dân phường Hòang Quế', 'synthetic'), (22, $2, 'farm', 'Trang trại Hòang Quế', 'entered')`,
    [madeUp, entered],
  );
  const sql = await readFile(new URL('../migrations/20261123T0951_registry_hoang_que.sql', import.meta.url), 'utf8');
  await client.query(sql);
  const rows = await owner('select name from registry.organisation where id = any($1::uuid[]) order by name', [
    [madeUp, entered],
  ]);
  expect(rows.map(({ name }) => name)).toEqual(['Trang trại Hòang Quế', 'Ủy ban nhân dân phường Hoàng Quế']);
});

const plainOf = (letters: string): string =>
  letters.normalize('NFD').replaceAll(/[\u0300\u0301\u0303\u0309\u0323]/g, '');

/** In oa, oe, ua, uy with a letter behind, and after qu, the tone stands on the second vowel; in ươ, uô, iê, yê always. */
function misplacedTone(name: string): boolean {
  return name
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((syllable) => {
      const toned = syllable.split('').findIndex((letter) => plainOf(letter) !== letter.normalize('NFD'));
      if (toned < 0) return false;
      const bare = plainOf(syllable).normalize('NFC');
      const pair = bare.slice(toned, toned + 2);
      const closed = toned + 2 < bare.length;
      const afterQu = pair[0] === 'u' && bare[toned - 1] === 'q';
      const glide = ['oa', 'oă', 'oe', 'ua', 'uâ', 'uơ', 'uê', 'uy'].includes(pair);
      return afterQu || ['ươ', 'uô', 'iê', 'yê'].includes(pair) || (closed && glide);
    });
}

test.each(['Hòang Quế', 'Tòan Thắng', 'Qúy', 'Ủan', 'Qủan', 'Ngùyên', 'Đừơng Hoa', 'Tíên Yên'])(
  '%s has its tone where it does not belong',
  (name) => {
    expect(misplacedTone(name)).toBe(true);
  },
);

test.each(['Hoàng Quế', 'Khánh Hòa', 'Cẩm Thủy', 'Quỳnh', 'Hoành Bồ', 'Tuần Châu', 'Cửa Ông', 'Của', 'Nguyễn Huệ'])(
  '%s is written well',
  (name) => {
    expect(misplacedTone(name)).toBe(false);
  },
);

test('no province, unit or former unit has a tone mark where it does not belong', () => {
  const former = Object.values(formerUnits).flatMap((list) =>
    list.split('; ').map((text) => text.split('>')[0]!.slice(2)),
  );
  const names = [
    ...provinces.map(([, name]) => name),
    ...units.map(([, name]) => name),
    ...Object.values(districts),
    ...former,
  ];
  expect(names.filter(misplacedTone)).toEqual([]);
});

test('listed commodities have one code each, three names each, and units of their own base', () => {
  expect(new Set(listedCommodities.map(({ code }) => code)).size).toBe(listedCommodities.length);
  expect(listedCommodities.flatMap(({ names }) => names).filter((name) => name.trim() === '')).toEqual([]);
  expect(listedCommodities.map(({ names: [vi] }) => vi).filter(misplacedTone)).toEqual([]);
  const bases = { weight: 'g', liquid: 'ml', egg: 'piece', animal: 'piece', stem: 'piece' } as const;
  expect(listedCommodities.filter(({ base, unitSet }) => bases[unitSet] !== base)).toEqual([]);
  for (const units of Object.values(unitSets)) expect(units.filter(([, , , , , usual]) => usual)).toHaveLength(1);
});
