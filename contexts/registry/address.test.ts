import { describe, expect, test } from 'vitest';
import { formerUnits } from '#db/seed/reference.former.ts';
import { provinces } from '#db/seed/reference.provinces.ts';
import { districts, earlierDistricts, units } from '#db/seed/reference.units.ts';
import type { Day } from '#kernel/day.ts';
import type { UnitCode } from '#kernel/place.ts';
import { addressMatcher, type AddressBook, type AddressReason, type NamedUnit } from './address.ts';

const kinds = { P: 'ward', X: 'commune', T: 'township' } as const;
const reform = '2025-07-01' as Day;

/** The lists of Quảng Ninh as they are shipped, with the links verified or not. */
function bookOf(verified: boolean): AddressBook {
  const former = Object.entries(formerUnits).flatMap(([district, list]) =>
    list.split('; ').map((text): NamedUnit => {
      const [named = '', into = ''] = text.split('>');
      return {
        former: `${district}-${named}`,
        name: named.slice(2),
        kind: kinds[named[0] as 'P'],
        district: districts[district]!,
        from: null,
        until: '2025-06-30' as Day,
        today: into.split('+').map((code) => ({ code: code as UnitCode, verified })),
      };
    }),
  );
  const today = units.map(([code, name, kind, , , district]): NamedUnit => ({
    former: null,
    name,
    kind,
    district: districts[district]!,
    from: reform,
    until: null,
    today: [{ code: code as UnitCode, verified: true }],
  }));
  return {
    units: [...today, ...former],
    districts: [
      ...Object.values(districts).map((name) => ({ name, district: name })),
      ...earlierDistricts.map(([code, name]) => ({ name, district: districts[code]! })),
    ],
    otherProvinces: provinces.filter(([code]) => code !== 22).map(([, name]) => name),
  };
}

const match = addressMatcher(bookOf(true));
const codes = (address: string, writtenOn?: string): string => {
  const { outcome, units: found } = match(address, { writtenOn: writtenOn as Day | undefined });
  return `${outcome}: ${found.map(({ code }) => code).join(' ')}`.trim();
};
const reasons = (address: string): readonly AddressReason[] => match(address).reasons;

describe('an old address lies in one unit of today', () => {
  test.each([
    ['Thôn 2, xã Tân Bình, huyện Đầm Hà', '06895'],
    ['Thôn Tân Sơn, xã Tân Bình, huyện Đầm Hà, tỉnh Quảng Ninh', '06895'],
    ['xa Tan Binh, huyen Dam Ha', '06895'],
    ['XA TAN BINH - HUYEN DAM HA - QUANG NINH', '06895'],
    ['X. Tân Bình, H. Đầm Hà', '06895'],
    ['x.Tân Bình,h.Đầm Hà,t.Quảng Ninh', '06895'],
    ['XÃ TÂN BÌNH HUYỆN ĐẦM HÀ', '06895'],
    ['Tân Bình, Đầm Hà', '06895'],
    ['Quảng Tân, Đầm Hà', '06913'],
    ['Thị trấn Đầm Hà, huyện Đầm Hà', '06895'],
    ['TT. Đầm Hà, H. Đầm Hà', '06895'],
    ['TT Đầm Hà', '06895'],
    ['Phố Lê Lương, TT Đầm Hà, Đầm Hà, QN', '06895'],
    ['Đầm Hà, Đầm Hà, Quảng Ninh', '06895'],
    ['Xã Thanh Sơn, Ba Chẽ', '06978'],
    ['P. Thanh Sơn, TP Uông Bí', '06811'],
    ['P.Thanh Sơn,TP.Uông Bí', '06811'],
    ['Thanh Sơn, Uông Bí', '06811'],
    ['Xã Hoà Bình, Hạ Long', '07060'],
    ['Xã Hòa Bình, TP. Hạ Long', '07060'],
    ['Xã Thống Nhất, huyện Hoành Bồ', '07060'],
    ['xã Sơn Dương, H.Hoành Bồ', '07030'],
    ['Xã Hạ Long, huyện Vân Đồn', '06994'],
    ['Hạ Long, Vân Đồn', '06994'],
    ['Thị trấn Cái Rồng, Vân Đồn', '06994'],
    ['Tổ 3, khu 5, P. Cao Thắng, TP Hạ Long', '06676'],
    ['Tổ 3 khu 5 Cao Thắng Hạ Long', '06676'],
    ['Số 12 đường Trần Phú, phường Cao Xanh, Hạ Long', '06658'],
    ['Số 5 Trần Hưng Đạo, P. Hồng Gai, Hạ Long', '06685'],
    ['Khu Vĩnh Xuân, phường Mạo Khê, thị xã Đông Triều', '07069'],
    ['P. Mạo Khê, TX. Đông Triều', '07069'],
    ['P. Mạo Khê, TX Đông Triều, T. Quảng Ninh', '07069'],
    ['phường Bình Dương, thành phố Đông Triều', '07090'],
    ['Xã Nguyễn Huệ, Đông Triều', '07093'],
    ['xã Nguyễn  Huệ ;  Đông   Triều', '07093'],
    ['xã Cẩm La, TX Quảng Yên', '07183'],
    ['xã Cẩm La, huyện Yên Hưng', '07183'],
    ['phường Phong Hải, thị xã Quảng Yên', '07180'],
    ['Xã Hải Tiến, thành phố Móng Cái', '06733'],
    ['P. Hải Hòa, TP Móng Cái', '06712'],
    ['P. Hải Hoà, TP. Móng Cái', '06712'],
    ['phường Trần Phú, Móng Cái', '06712'],
    ['Xã Bắc Sơn, Móng Cái', '06724'],
    ['Phường Bắc Sơn, Uông Bí', '06820'],
    ['Bản Sen, Vân Đồn', '06994'],
    ['xã Đồng Tiến, huyện Cô Tô', '07192'],
    ['TT Cô Tô, Cô Tô', '07192'],
    ['xã Cái Chiên, huyện Hải Hà', '06967'],
    ['xã Húc Động, huyện Bình Liêu', '06838'],
    ['xã Lục Hồn', '06856'],
    ['phường Móng Cái 1', '06712'],
    ['Móng Cái 2', '06709'],
    ['đặc khu Vân Đồn', '06994'],
    ['ĐK. Cô Tô', '07192'],
    ['phường Hạ Long', '06688'],
    ['Xã Quảng Minh, Hải Hà'.normalize('NFD'), '06922'],
    ['xãTân Bình, huyệnĐầm Hà', '06895'],
    ['P.Cẩm Thạch TPCẩm Phả', '06778'],
    ['xã Hải Tiến (nay là xã Hải Ninh), Quảng Ninh', '06733'],
    ['phường Đức Chính, nay thuộc phường An Sinh', '07090'],
  ])('%s', (address, code) => expect(codes(address)).toBe(`one: ${code}`));
});

describe('what is not certain is a choice, with the reason', () => {
  test.each<[string, AddressReason, string]>([
    ['xã Hải Lạng, huyện Tiên Yên', 'split', '06799 06886 06978'],
    ['phường Đức Chính, Đông Triều', 'split', '07090 07093'],
    ['P. Trưng Vương, Uông Bí', 'split', '06811 06820'],
    ['xã Hải Lạng', 'then-or-now', '06886 06799 06978'],
    ['xã Hải Hòa', 'split', '06799 06886'],
    ['Thanh Sơn', 'homonym', '06811 06978'],
    ['Bắc Sơn', 'homonym', '06724 06820'],
    ['Đầm Hà', 'district-or-unit', '06895'],
    ['Đông Triều, Quảng Ninh', 'district-or-unit', '07093'],
    ['xã Tân Bình, huyện Hải Hà', 'district-differs', '06895'],
    ['xã Mạo Khê, Đông Triều', 'kind-differs', '07069'],
    ['xã Quảng Lâm, P. Mạo Khê', 'several-named', '06913 07069'],
    ['Trần Phú, Hải Yên, Móng Cái', 'several-named', '06712 06736'],
    ['xã Tiền Lãng, Tiên Yên', 'marks-differ', '06862'],
    ['xã Hải Tiến (nay là xã Đầm Hà)', 'contradiction', '06895 06733'],
  ])('%s: %s', (address, reason, found) => {
    expect(codes(address)).toBe(`choice: ${found}`);
    expect(reasons(address)).toContain(reason);
  });

  test('a link that nobody has verified is a choice of one', () => {
    const unverified = addressMatcher(bookOf(false));
    expect(unverified('xã Tân Bình, huyện Đầm Hà')).toMatchObject({
      outcome: 'choice',
      reasons: ['unverified-link'],
      units: [{ code: '06895', verified: false }],
    });
    expect(unverified('phường Hạ Long').outcome).toBe('one');
  });
});

describe('what is no address of the province names nothing', () => {
  test.each<[string, AddressReason]>([
    ['', 'nothing-known'],
    ['   ', 'nothing-known'],
    ['???', 'nothing-known'],
    ['123', 'nothing-known'],
    ['Sài Gòn', 'nothing-known'],
    ['đường Trần Phú', 'nothing-known'],
    ['Thôn Tân Bình', 'nothing-known'],
    ['huyện Tiên Yên, tỉnh Quảng Ninh', 'district-only'],
    ['TP Hạ Long', 'district-only'],
    ['tỉnh Quảng Ninh', 'nothing-known'],
    ['xã Tân Bình, tỉnh Bắc Ninh', 'other-province'],
    ['Phường Bạch Đằng, Hải Phòng', 'other-province'],
    ['\u0000\u202e<script>', 'nothing-known'],
    ['phường', 'nothing-known'],
  ])('%j: %s', (address, reason) => {
    expect(codes(address)).toBe('none:');
    expect(reasons(address)).toEqual([reason]);
  });
});

test('the day it was written decides between then and now', () => {
  expect(codes('xã Hải Lạng')).toBe('choice: 06886 06799 06978');
  expect(codes('xã Hải Lạng', '2026-02-01')).toBe('one: 06886');
  expect(codes('phường Hạ Long', '2026-02-01')).toBe('one: 06688');
  expect(codes('xã Hải Lạng', '2019-02-01')).toBe('choice: 06799 06886 06978');
});

test('every former unit is found by kind, name and district, also without marks', () => {
  const { units: all } = bookOf(true);
  const bare = (text: string) =>
    text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  const kind = { ward: 'phường', commune: 'xã', township: 'thị trấn', 'special-zone': 'đặc khu' } as const;
  for (const unit of all.filter(({ former }) => former !== null)) {
    const written = `Thôn 1, ${kind[unit.kind]} ${unit.name}, ${unit.district}, tỉnh Quảng Ninh`;
    const wanted = `${unit.today.length === 1 ? 'one' : 'choice'}: ${unit.today.map(({ code }) => code).join(' ')}`;
    expect([written, codes(written)]).toEqual([written, wanted]);
    expect([written, codes(bare(written))]).toEqual([written, wanted]);
  }
});
