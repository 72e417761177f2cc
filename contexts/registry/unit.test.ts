import { describe, expect, test } from 'vitest';
import type { UnitCode } from '#kernel/place.ts';
import { matchAddress, type NamedUnit } from './unit.ts';

const unit = (named: string, district: string | null, today: string, former: string | null = null): NamedUnit => {
  const [kind = '', name = ''] = named.split(': ');
  return { former, name, kind, district, today: today.split(' ') as UnitCode[] };
};
const units = [
  unit('commune: Đầm Hà', 'Huyện Đầm Hà', '06895'),
  unit('commune: Quảng Tân', 'Huyện Đầm Hà', '06913'),
  unit('township: Đầm Hà', 'Huyện Đầm Hà', '06895', '200-township-dam-ha'),
  unit('commune: Tân Bình', 'Huyện Đầm Hà', '06895', '200-commune-tan-binh'),
  unit('commune: Hải Lạng', 'Huyện Tiên Yên', '06799 06886 06978', '199-commune-hai-lang'),
  unit('commune: Thanh Sơn', 'Huyện Ba Chẽ', '06978', '202-commune-thanh-son'),
  unit('ward: Thanh Sơn', 'Thành phố Uông Bí', '06811', '196-ward-thanh-son'),
  unit('commune: Hòa Bình', 'Thành phố Hạ Long', '07060', '193-commune-hoa-binh'),
];
const codes = (address: string): [string, string[]] => {
  const { outcome, units: found } = matchAddress(address, units);
  return [outcome, found.map(({ code }) => code)];
};

describe('an old address finds today’s unit', () => {
  test.each([
    ['Thôn 2, xã Tân Bình, huyện Đầm Hà', 'one', ['06895']],
    ['xa Tan Binh, huyen Dam Ha', 'one', ['06895']],
    ['Xã Thanh Sơn, Ba Chẽ', 'one', ['06978']],
    ['P. Thanh Sơn, TP Uông Bí', 'one', ['06811']],
    ['Thanh Sơn, Uông Bí', 'one', ['06811']],
    ['Xã Hoà Bình, Hạ Long', 'one', ['07060']],
    ['Thị trấn Đầm Hà', 'one', ['06895']],
  ])('%s', (address, outcome, found) => expect(codes(address)).toEqual([outcome, found]));
});

test('a divided unit is a choice for a person, never a guess', () => {
  expect(codes('xã Hải Lạng, huyện Tiên Yên')).toEqual(['choice', ['06799', '06886', '06978']]);
});

test('two units of one name without a district are a choice', () => {
  expect(codes('Thanh Sơn')).toEqual(['choice', ['06978', '06811']]);
});

test('the district alone names no unit', () => {
  expect(codes('huyện Tiên Yên, tỉnh Quảng Ninh')[0]).toBe('none');
  expect(codes('Sài Gòn')).toEqual(['none', []]);
});
