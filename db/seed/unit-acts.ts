import type { Row } from './bulk.ts';
import { seedId } from './ids.ts';

const reformOn = '2025-07-01';
const made = 'Minh họa: không có nghị quyết này; việc sắp xếp này là giả định để xem trước và làm thử';

interface Begin {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly lon: number;
  readonly lat: number;
}

const beginOf = (begin: Begin, formerDistrict: string) => ({ ...begin, nameEn: null, formerDistrict });

/** Tiên Yên divided in two, and Điền Xá whole into one of them: what follows by itself and what waits, in one. */
const divided = {
  ends: ['06862', '06874'].map((code) => ({ code, from: reformOn })),
  begins: [
    beginOf({ code: '06862', name: 'Tiên Yên Đông', kind: 'commune', lon: 107.43, lat: 21.37 }, 'Huyện Tiên Yên'),
    beginOf({ code: '06863', name: 'Tiên Yên Tây', kind: 'commune', lon: 107.36, lat: 21.38 }, 'Huyện Tiên Yên'),
  ],
  links: [
    { from: '06862', to: '06862', part: 'part' },
    { from: '06862', to: '06863', part: 'part' },
    { from: '06874', to: '06863', part: 'whole' },
  ],
};

/** Begun and not yet thought through: what still stands against it is told. */
const unfinished = {
  ends: ['06838', '06841'].map((code) => ({ code, from: reformOn })),
  begins: [beginOf({ code: '06838', name: 'Bình Liêu', kind: 'commune', lon: 107.4, lat: 21.53 }, 'Huyện Bình Liêu')],
  links: [{ from: '06838', to: '06838', part: 'whole' }],
};

/** Two drafts of acts that nobody has resolved: nothing is done by them until a visitor does it. */
export function placesTables(province: number): (readonly [table: string, rows: readonly Row[]])[] {
  const drafted = { province, document: made, legal_basis: made, note: null, drafted_by: seedId('account', 6) };
  return [
    [
      'places.unit_act',
      [
        {
          ...drafted,
          id: seedId('unit-act', 1),
          on_day: '2026-11-16',
          document: 'Minh họa: chia xã Tiên Yên, nhập xã Điền Xá (giả định)',
          plan: divided,
          drafted_at: '2026-11-17T14:05:00+07:00',
        },
        {
          ...drafted,
          id: seedId('unit-act', 2),
          on_day: '2026-12-31',
          document: 'Minh họa: nhập hai xã Bình Liêu và Hoành Mô (giả định, chưa xong)',
          plan: unfinished,
          drafted_at: '2026-11-20T08:40:00+07:00',
        },
      ],
    ],
  ];
}
