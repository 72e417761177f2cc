import { expect, test } from 'vitest';
import type { UnitRow } from '#contexts/registry/unit.wire.ts';
import type { Day } from '#kernel/day.ts';
import type { UnitCode } from '#kernel/place.ts';
import { blankAct, firstDays, planOf, valuesOf, type ActValues } from './act-values.ts';

const unit = (code: string, formerDistrict: string): UnitRow => ({
  code: code as UnitCode,
  name: code,
  kind: 'commune',
  formerDistrict,
  lon: null,
  lat: null,
  from: '2025-07-01' as Day,
  until: null,
  organisations: 0,
  source: '',
  verified: true,
});
const units = [unit('90001', 'Huyện A'), unit('90002', 'Huyện A'), unit('90003', 'Huyện B')];
const begin = (key: string, code: string) => ({
  key,
  code,
  name: key,
  kind: 'commune' as const,
  lon: '107,5',
  lat: '',
});
const plan = (values: Partial<ActValues>) => planOf({ ...blankAct(), ...values }, units, firstDays(units));

test('with a single new unit all goes into it', () => {
  const merged = plan({ ends: ['90001', '90003'], begins: [begin('one', '90009')] });
  expect(merged.links).toEqual([
    { from: '90001', to: '90009', part: 'whole' },
    { from: '90003', to: '90009', part: 'whole' },
  ]);
  expect(merged.begins).toMatchObject([{ formerDistrict: null, lon: 107.5, lat: null }]);
});

test('what goes into several is divided, and the former district is that of all it is made of', () => {
  const begins = [begin('one', '90001'), begin('two', '90008')];
  const divided = plan({ ends: ['90001', '90002'], begins, into: { '90001': ['one', 'two'], '90002': ['two'] } });
  expect(divided.links.map(({ from, to, part }) => [from, to, part])).toEqual([
    ['90001', '90001', 'part'],
    ['90001', '90008', 'part'],
    ['90002', '90008', 'whole'],
  ]);
  expect(divided.begins.map(({ formerDistrict }) => formerDistrict)).toEqual(['Huyện A', 'Huyện A']);
});

test('a place that was removed again is no place to go', () => {
  const begins = [begin('one', '90001'), begin('two', '90008')];
  expect(plan({ ends: ['90001'], begins, into: { '90001': ['three'] } }).links).toEqual([]);
});

test('a draft comes back on the screen as it was', () => {
  const begins = [begin('one', '90001'), begin('two', '90008')];
  const drawn = plan({ ends: ['90001', '90002'], begins, into: { '90001': ['one', 'two'], '90002': ['two'] } });
  const told = { onDay: '2026-11-01' as Day, document: 'd', legalBasis: 'l', note: null };
  const shown = valuesOf({ ...told, plan: drawn as never });
  expect(planOf(shown, units, firstDays(units, drawn))).toEqual(drawn);
});
