import { expect, test } from 'vitest';
import type { Day, Instant } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import { textOfPdf } from '#platform/pdf/pdf-text.ts';
import { readSheets, sheetOf } from '#platform/spreadsheet/read.ts';
import { goods, kg, parties, tonne } from './linkage.example.ts';
import { settlementPdf, settlementXlsx } from './settlement.print.ts';
import type { SettlementFull } from './settlement.view.ts';

const on = (day: string) => day as Day;
const may = { change: false, submit: false, answer: false, pay: true, confirmPayment: false, invoice: true };
const line = { priceVnd: 14_000, marketVnd: null, marketSource: null };
const paid = { id: newId<never>(), reason: '', recordedAt: '2026-11-20T03:00:00.000Z' as Instant };

const statement: SettlementFull = {
  id: newId(),
  number: 'BQT-2026-0017',
  contract: {
    id: newId(),
    number: 'HĐLK-2026-0042',
    seller: { id: parties.cooperative, name: 'Hợp tác xã Chanh leo Đầm Hà' },
    buyer: { id: parties.buyer, name: 'Công ty Nông sản Hạ Long' },
  },
  commodity: {
    id: goods.passionFruit,
    code: 'passion-fruit',
    vi: 'Chanh leo',
    en: 'Passion fruit',
    th: 'เสาวรส',
    baseUnit: 'g',
    unit: { code: 'kg', qty: kg },
  },
  from: on('2026-10-01'),
  until: on('2026-10-31'),
  side: 'seller',
  state: 'agreed',
  amountVnd: 14_600_000,
  paidVnd: 4_000_000,
  balanceVnd: 10_600_000,
  issuedOn: on('2026-11-02'),
  dueOn: on('2026-11-17'),
  provenance: 'entered',
  goodsVnd: 14_140_000,
  reductionVnd: 140_000,
  vatBp: 500,
  vatVnd: 700_000,
  setOffVnd: 100_000,
  invoiceNumber: '1C26TAA 00000017',
  invoiceOn: on('2026-11-03'),
  agreedAt: null,
  refusal: '',
  version: 2,
  lines: [
    {
      ...line,
      position: 1,
      delivery: newId(),
      deliveredOn: on('2026-10-05'),
      kind: 'contract',
      qty: tonne,
      amountVnd: 14_000_000,
    },
    {
      ...line,
      position: 2,
      delivery: newId(),
      deliveredOn: on('2026-10-05'),
      kind: 'outside',
      qty: 10 * kg,
      amountVnd: 140_000,
    },
  ],
  deductions: [
    { id: newId(), kind: 'damage', reason: 'dập khi bốc', amountVnd: 140_000 },
    { id: newId(), kind: 'transport', reason: 'xe lạnh', amountVnd: 100_000 },
  ],
  payments: [
    { ...paid, amountVnd: 4_000_000, paidOn: on('2026-11-10'), reference: 'UNC 1', state: 'confirmed' },
    { ...paid, amountVnd: 1_000_000, paidOn: on('2026-11-12'), reference: 'UNC 2', state: 'recorded' },
  ],
  may,
};

const sheetText = async (settlement: SettlementFull): Promise<string[]> =>
  sheetOf(await readSheets(await settlementXlsx(settlement))).rows.map(({ cells }) =>
    cells.map(({ value }) => value).join(' | '),
  );
const paperText = async (settlement: SettlementFull): Promise<string> =>
  textOfPdf(await settlementPdf(settlement)).join(' ');

test('the sheet holds all the paper says, days as days and sums as numbers', async () => {
  expect((await sheetText(statement)).slice(1)).toEqual([
    'Bảng quyết toán | BQT-2026-0017',
    'Tình trạng | Hai bên đã thống nhất',
    'Kỳ, từ ngày | 2026-10-01',
    'Kỳ, đến ngày | 2026-10-31',
    'Ngày phát hành | 2026-11-02',
    'Hạn thanh toán | 2026-11-17',
    'Hợp đồng | HĐLK-2026-0042',
    'Bên bán | Hợp tác xã Chanh leo Đầm Hà',
    'Bên mua | Công ty Nông sản Hạ Long',
    'Sản phẩm | Chanh leo',
    'Hóa đơn điện tử | 2026-11-03 | 1C26TAA 00000017',
    'Trong hợp đồng | 2026-10-05 | Chanh leo | 1000 | 14000 | 14000000',
    'Ngoài hợp đồng, đã nhận | 2026-10-05 | Chanh leo | 10 | 14000 | 140000',
    'Hàng hư hỏng | dập khi bốc | -140000',
    'Vận chuyển | xe lạnh | -100000',
    'Tiền hàng | 14140000',
    'Giảm giá hàng | -140000',
    'Thuế GTGT 5 % | 700000',
    'Bù trừ | -100000',
    'Phải thanh toán | 14600000',
    'Đã thanh toán, bên nhận xác nhận | 4000000',
    'Còn lại | 10600000',
    'Thanh toán: Đã nhận | 2026-11-10 | UNC 1 | 4000000',
    'Thanh toán: Chờ bên nhận xác nhận | 2026-11-12 | UNC 2 | 1000000',
    expect.stringMatching(/^Ghi chú \| Bảng này không phải là hóa đơn/),
  ]);
});

test('a draft has no issue day, due day or invoice yet, and the sheet leaves them blank', async () => {
  const draft = {
    ...statement,
    state: 'draft',
    issuedOn: null,
    dueOn: null,
    invoiceNumber: null,
    invoiceOn: null,
  } as const;
  const told = await sheetText({ ...draft, provenance: 'synthetic' });
  expect(told).toEqual(
    expect.arrayContaining(['DỮ LIỆU MINH HỌA', 'Tình trạng | Bản thảo', 'Ngày phát hành', 'Hạn thanh toán']),
  );
});

test('the paper names parties, days, invoice, goods, sums and each payment with its confirmation', async () => {
  const text = await paperText(statement);
  for (const told of [
    'BQT-2026-0017',
    'Kỳ từ 01/10/2026 đến 31/10/2026',
    'HĐLK-2026-0042',
    'Hợp tác xã Chanh leo Đầm Hà',
    'Công ty Nông sản Hạ Long',
    '1C26TAA 00000017, ngày 03/11/2026',
    'Ngày phát hành',
    '02/11/2026',
    '17/11/2026',
    '14.600.000',
    'dập khi bốc',
    'UNC 2',
    'Chờ bên nhận xác nhận',
    'không phải là hóa đơn',
  ])
    expect(text).toContain(told);
});
