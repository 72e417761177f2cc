import { z } from 'zod';
import type { Day, Instant } from '#kernel/day.ts';
import { command, query, type ReplyOf } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { numberOnAxis } from './chart-look.ts';
import type { Tone } from './marks.tsx';

/** Invented rows and methods, to look at the kit with; nothing here reaches a server. */
const SampleRow = z.object({
  id: z.string(),
  name: z.string(),
  place: z.string(),
  qty: z.int(),
  amountVnd: z.int(),
  day: z.string(),
});

export const listSamples = query('gallery.sample.list', {
  input: z.object({
    text: z.string().optional(),
    state: z.enum(['open', 'closed']).optional(),
    mine: z.enum(['true', 'false']).optional(),
    sort: z.enum(['name', '-name', 'amount', '-amount']).optional(),
    ...paging,
  }),
  reply: pageOf(SampleRow),
});
export type Sample = ReplyOf<typeof listSamples>['items'][number] & { tone: Tone; day: Day };

export const keepSample = command('gallery.sample.record', {
  input: z.object({
    name: z.string().min(3).max(80),
    note: z.string().max(300).optional(),
    place: z.string().min(1),
    committedQty: z.int().min(1),
    priceVnd: z.int().min(1_000),
    from: z.iso.date(),
  }),
  reply: z.object({}),
});

const names = [
  'Hợp tác xã Nông nghiệp hữu cơ Suối Vàng',
  'Tổ hợp tác Chanh leo Bản Mới',
  'Hợp tác xã Dịch vụ tổng hợp Đồng Xanh',
  'Công ty TNHH Chế biến nông sản Hạ Vy',
  'Trang trại Nguyễn Thị Ngọc Phượng',
];
const places = ['Xã Quảng La', 'Xã Kỳ Thượng', 'Phường Móng Cái 1', 'Đặc khu Vân Đồn', 'Xã Lục Hồn'];
const tones: Tone[] = ['good', 'waiting', 'busy', 'bad', 'neutral'];

export const samples: readonly Sample[] = names.map((name, index) => ({
  id: String(index),
  name,
  place: places[index] ?? '',
  qty: 1_234_500 * (index + 1),
  amountVnd: 44_377_500 * (index + 1) ** 2,
  day: `2026-1${index % 2}-0${index + 1}` as Day,
  tone: tones[index] ?? 'neutral',
}));

export const sampleUnits = [
  { code: 'ta', qty: 100_000 },
  { code: 'kg', qty: 1_000 },
  { code: 'tan', qty: 1_000_000 },
] as const;

export const sampleEvents = [
  { id: '1', at: '2026-11-20T02:15:00Z' as Instant, title: 'Gửi hồ sơ', by: 'Bùi Văn Thắng' },
  {
    id: '2',
    at: '2026-11-21T07:40:00Z' as Instant,
    title: 'Xã xác nhận',
    by: 'Phạm Thu Hà',
    text: 'Đủ 12 hộ, 4,2 ha.',
  },
];

export const samplePlaces = places.map((label) => ({ value: label, label }));

export const sampleQr =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" shape-rendering="crispEdges"><path d="M0 0h3v3H0zM5 0h3v3H5zM0 5h3v3H0zM4 1h1v2H4zM1 4h3v1H1zM5 4h2v1H5zM4 6h1v2H4zM6 6h2v1H6z"/></svg>';

export const sampleChart = {
  option: {
    xAxis: { type: 'category', data: ['2022', '2023', '2024', '2025'] },
    yAxis: { type: 'value', axisLabel: { formatter: numberOnAxis } },
    series: [
      { type: 'bar', name: 'Hợp tác xã', data: [612, 688, 754, 821] },
      { type: 'bar', name: 'Tổ hợp tác', data: [180, 195, 204, 215] },
    ],
  },
  table: {
    columns: ['', 'Hợp tác xã', 'Tổ hợp tác'],
    rows: [
      ['2022', 612, 180],
      ['2023', 688, 195],
      ['2024', 754, 204],
      ['2025', 821, 215],
    ],
  },
};
