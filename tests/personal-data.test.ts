import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { personalFieldTable, type PersonalBasis } from '#contexts/registry/personal-field.ts';
import { command } from '#kernel/method.ts';
import { handlers } from '#app/methods.ts';
import { testDatabase } from './harness.ts';
import { personalInputs, rowsUnder } from './personal-data.ts';

const page = readFileSync(new URL('../docs/personal-data.md', import.meta.url), 'utf8');
const typed = rowsUnder(page, 'Typed in');
const untyped = rowsUnder(page, 'Written down without being typed');
const inputs = personalInputs(handlers.map(({ method }) => method));
const names = new Set(handlers.map(({ method }) => method.name));
const { owner } = await testDatabase();

const inBackticks = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, inside]) => inside!);
const columns = new Set(
  (
    await owner<{ column: string }>(
      `select table_schema || '.' || table_name || '.' || column_name as column from information_schema.columns`,
    )
  ).map(({ column }) => column),
);

/** Marked to keep them out of audit rows, though they are nobody's person. */
const notPersonal = ['linkage.offer.floorPriceVnd', 'linkage.demand.ceilingPriceVnd', 'credit.consent.product'];

describe('docs/personal-data.md', () => {
  test('has a row for every input that is marked personal', () => {
    expect(inputs.filter((input) => !typed.some(({ key }) => key === input))).toEqual([]);
  });
  test('names no input that is gone, and none twice', () => {
    expect(typed.map(({ key }) => key).filter((key) => !inputs.includes(key))).toEqual([]);
    expect(new Set(typed.map(({ key }) => key)).size).toBe(typed.length);
  });
  test('names the columns where they are kept as they are', () => {
    const kept = [...typed.flatMap(({ cells }) => inBackticks(cells[1]!)), ...untyped.map(({ key }) => key)];
    expect(kept.filter((column) => !columns.has(column))).toEqual([]);
  });
  test('says everything of each field, and names methods that are', () => {
    for (const { key, cells } of [...typed, ...untyped]) {
      expect(cells.includes(''), key).toBe(false);
      if (cells.length === 3) continue;
      const methods = inBackticks(cells.at(-1)!).filter((name) => /^[a-z]+\.[a-z-]+\.[a-z]+$/.test(name));
      expect(
        methods.filter((name) => !names.has(name)),
        key,
      ).toEqual([]);
    }
    expect(typed.filter(({ cells }) => cells.length !== 7).map(({ key }) => key)).toEqual(notPersonal);
    expect(untyped.filter(({ cells }) => cells.length !== 6)).toEqual([]);
  });
});

/** Where the table that members read names its fields otherwise than the inputs. */
const inputOf: Readonly<Record<string, string>> = {
  representative: 'registry.member.representative.name',
  guardian: 'registry.member.guardian.name',
  ethnicity: 'registry.sensitive.ethnicity',
  poverty: 'registry.sensitive.poverty.state',
  look: 'registry.personal_look.looked_by',
};
const basisOf: Readonly<Record<PersonalBasis, string>> = {
  register: 'register',
  consent: 'consent',
  'consent-or-statute': 'consent or statute',
  logging: 'Law 91/2025',
};

describe('what members are told of their fields', () => {
  test.each(personalFieldTable)('$field: ground and doubt are those of the page', ({ field, basis, verified }) => {
    const row = [...typed, ...untyped].find(({ key }) => key === (inputOf[field] ?? `registry.member.${field}`));
    expect(row, field).toBeDefined();
    const told = row!.cells[row!.cells.length - 4]!;
    if (told === 'as above' || told === 'the same') return;
    expect(told.startsWith(basisOf[basis])).toBe(true);
    if (basis === 'register') expect(told.includes('*unverified*')).toBe(!verified);
  });
  test('no field of a member stands on the page alone', () => {
    const told = new Set(personalFieldTable.map(({ field }) => field));
    const own = typed.flatMap(({ key }) => /^registry\.member\.(\w+)$/.exec(key)?.[1] ?? []);
    expect(own.filter((field) => !told.has(field))).toEqual([]);
  });
});

test('a mark is found however deep it stands', () => {
  const name = z.string().meta({ personal: true });
  const input = z.object({
    plain: z.string(),
    name: name.nullable().optional(),
    people: z.array(z.object({ phone: name })),
    way: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('a') }),
      z.object({ kind: z.literal('b'), proof: name }),
    ]),
  });
  expect(personalInputs([command('a.thing.record', { input, reply: z.object({}) })])).toEqual([
    'a.thing.name',
    'a.thing.people.phone',
    'a.thing.way.proof',
  ]);
});
