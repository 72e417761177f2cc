import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyteIndex, matchAnalyte, nameKey, type KnownAnalyte } from './analyte.ts';

// The national list as the migration writes it: the test stands or falls with the real names.
const migration = readFileSync(
  new URL('../../db/migrations/20261123T0610_quality_analytes.sql', import.meta.url),
  'utf8',
);
const unquoted = (text: string): string => text.replaceAll("''", "'");
const analytes: KnownAnalyte[] = [
  ...migration.matchAll(/^\s*\('([a-z0-9-]+)','((?:[^']|'')*)',(?:'([\d-]+)'|null),(?:'[^']*'|null),'[pns]*'\)/gm),
].map(([, code, name, cas]) => ({ code: code!, name: unquoted(name!), cas: cas ?? null }));
const synonyms = [
  ...migration.slice(migration.indexOf('analyte_synonym')).matchAll(/\('((?:[^']|'')*)','([a-z0-9-]+)'\)/g),
].map(([, name, analyte]) => ({ name: unquoted(name!), analyte: analyte! }));
const index = analyteIndex(analytes, synonyms);
const meant = (printed: string, cas: string | null = null): string => {
  const match = matchAnalyte(index, printed, cas);
  return match.kind === 'known' ? match.analyte : match.kind;
};

test('the list holds 777 substances, each found by its own name', () => {
  expect(analytes).toHaveLength(777);
  expect(analytes.filter(({ name, code }) => meant(name) !== code)).toEqual([]);
});
test('no two substances share a name key', () => {
  expect(new Set(analytes.map(({ name }) => nameKey(name))).size).toBe(analytes.length);
});

describe('a printed name is understood', () => {
  test.each([
    ['CHLORPYRIFOS', 'chlorpyrifos'],
    ['Chlorpyriphos', 'chlorpyrifos'],
    ['Clorpyrifos ethyl', 'chlorpyrifos'],
    ['Chlorpyrifos-methyl', 'chlorpyrifos-methyl'],
    ['λ-Cyhalothrin', 'lambda-cyhalothrin'],
    ['Cyhalothrin, lambda-', 'lambda-cyhalothrin'],
    ['Lambda cyhalothrin', 'lambda-cyhalothrin'],
    ['DDT, p,p-', 'p-p-ddt'],
    ["4,4'-DDE", 'p-p-dde'],
    ['2,4 D', '2-4-d'],
    ['Cacbendazim', 'carbendazim'],
    ['Imidacloprit', 'imidacloprid'],
    ['Hexaconazol', 'hexaconazole'],
    ['Difenoconazol / Difenoconazole', 'difenoconazole'],
    ['Dimethoat', 'dimethoate'],
    ['Metalaxil', 'metalaxyl'],
    ['Cypermethrin (tổng các đồng phân)', 'cypermethrin'],
    ['Cypermethrin (sum of isomers)', 'cypermethrin'],
    ['Dư lượng Acetamiprid', 'acetamiprid'],
    ['Deltametrin (Deltamethrin)', 'deltamethrin'],
    ['Clorothalonil', 'chlorothalonil'],
    ['Fenobucarb (BPMC)', 'fenobucarb'],
    ['Endosulfan sulphate', 'endosulfan-sulfate'],
    ['α-Endosulfan', 'alpha-endosulfan'],
  ])('%s is %s', (printed, analyte) => {
    expect(meant(printed)).toBe(analyte);
  });
  test('by its CAS number where the name says nothing', () => {
    expect(meant('Thuốc X', '2921-88-2')).toBe('chlorpyrifos');
  });
});

describe('a person is asked', () => {
  test.each([
    'Carbofuran (3-keto-7-phenol)',
    'Chlorpyrifos (desmethyl)',
    'Fipronil (sum of fipronil and fipronil sulfone)',
    'Abcxyz',
  ])('about %s', (printed) => {
    expect(meant(printed)).toBe('unknown');
  });
  test('with the likely ones to choose from', () => {
    expect(matchAnalyte(index, 'Tebucanozole', null)).toMatchObject({
      candidates: expect.arrayContaining(['tebuconazole']),
    });
  });
  test('when name and CAS number are of two substances', () => {
    expect(meant('Chlorpyrifos', '5598-13-0')).toBe('contradiction');
  });
  test('once: the answer is remembered, also that a row is no residue', () => {
    const taught = analyteIndex(analytes, [
      { name: 'Hoạt chất số 7', analyte: 'tebuconazole' },
      { name: 'Độ ẩm', analyte: null },
    ]);
    expect(matchAnalyte(taught, 'hoat chat so 7', null)).toMatchObject({ analyte: 'tebuconazole' });
    expect(matchAnalyte(taught, 'ĐỘ ẨM', null)).toEqual({ kind: 'passed-over' });
  });
});
