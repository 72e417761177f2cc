import { expect, test } from 'vitest';
import type { Day } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import { textOfPdf } from '#platform/pdf/pdf-text.ts';
import { contractPdf, type PrintedContract } from './contract.print.ts';
import type { ContractRecord } from './contract.store.ts';
import { exampleTerms, goods, kg, parties } from './linkage.example.ts';
import type { Terms } from './terms.ts';

const contentHash = 'a3'.repeat(32);
const party = { kind: 'cooperative', taxNumber: '5700000017', address: 'Thôn 6, xã Đầm Hà' };

const printed = (given: Partial<PrintedContract> = {}, terms: Partial<Terms> = {}): PrintedContract => ({
  row: {
    number: 'HĐLK-2026-0042',
    version: 1,
    state: 'draft',
    provenance: 'entered',
    verify_token: 'a'.repeat(32),
  } as ContractRecord,
  content: {
    format: 'lienket.contract/1',
    contract: newId(),
    number: 'HĐLK-2026-0042',
    seller: { ...party, id: parties.cooperative, name: 'Hợp tác xã Chanh leo Đầm Hà' },
    buyer: { ...party, id: parties.buyer, name: 'Công ty Nông sản Hạ Long' },
    offer: newId(),
    demand: newId(),
    chain: null,
    commodity: { id: goods.passionFruit, code: 'passion-fruit', name: 'Chanh leo', baseUnit: 'g' },
    variety: null,
    unit: { code: 'kg', qty: kg },
    terms: { ...exampleTerms('2026-11-23' as Day), ...terms },
  },
  contentHash,
  version: 1,
  draftedOn: 'ngày 23 tháng 11 năm 2026',
  signers: {},
  isForSigning: false,
  origin: 'https://lienket.example',
  ...given,
});

/** Lines are broken where the paper breaks them: the words are compared with one space between them. */
async function paper(given?: Partial<PrintedContract>, terms?: Partial<Terms>): Promise<string> {
  return textOfPdf(await contractPdf(printed(given, terms)))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}

test('prints parties, goods, price, term and the hash that was agreed on', async () => {
  const text = await paper();
  for (const told of [
    'HĐLK-2026-0042',
    'Hợp tác xã Chanh leo Đầm Hà',
    'Công ty Nông sản Hạ Long',
    '20.000 kg',
    'Giá cố định: 14.000 đ cho một kg.',
    'từ 23/11/2026 đến 19/09/2027',
    'trong 3 ngày kể từ ngày ghi phiếu',
    contentHash,
  ])
    expect(text).toContain(told);
});

test('silence means what the parties chose: agreed, or weighed again and compared', async () => {
  expect(await paper({}, { onSilence: 'confirmed' })).toContain('coi như đã xác nhận khối lượng ghi trên phiếu');
  const disputed = await paper({}, { onSilence: 'disputed' });
  expect(disputed).toContain('coi như chưa thống nhất, hai bên phải cân lại và đối chiếu');
  expect(disputed).not.toContain('cân đối lại');
});

test('a blank tax or deposit is not stipulated: the paper claims nothing the wording does not say', async () => {
  const blank = await paper({}, { vatBp: null, depositVnd: null });
  expect(blank).toMatch(/Đặt cọc Hợp đồng không quy định Thuế GTGT Hợp đồng không quy định/);
  expect(blank).not.toContain('chịu thuế');
  expect(await paper({}, { vatBp: 0, depositVnd: 5_000_000 })).toMatch(/Đặt cọc 5\.000\.000 đ Thuế GTGT 0 %/);
});

test('a draft says that it is one; the sheet for signing says what is signed, and no longer calls itself a draft', async () => {
  expect(await paper()).toContain('BẢN THẢO: chưa bên nào chấp nhận');
  const { row } = printed();
  for (const state of ['draft', 'offered'] as const) {
    const sheet = await paper({ isForSigning: true, row: { ...row, state } });
    expect(sheet).not.toContain('BẢN THẢO');
    expect(sheet).toContain(`Bản để ký: có hiệu lực khi cả hai bên đã ký cùng nội dung có mã băm ${contentHash}`);
  }
  expect(await paper({ row: { ...row, version: 2 } })).toContain('BẢN CŨ');
});

test('whoever accepted stands in the head and under the signature, with their title; ink names itself', async () => {
  const signed = { kind: 'passkey', on: '2026-11-23' as Day, name: 'Đặng Văn Giang', title: 'Giám đốc' } as const;
  const ink = { kind: 'paper', on: '2026-11-23' as Day, name: null, title: null } as const;
  const text = await paper({ signers: { seller: signed, buyer: ink } });
  expect(text).toContain('Đặng Văn Giang Chức vụ: Giám đốc');
  expect(text).toContain('Đặng Văn Giang, Giám đốc');
  expect(text).toMatch(/Công ty Nông sản Hạ Long.*Đại diện …+ Chức vụ: …+/);
  expect(await paper({ signers: { seller: { ...signed, title: null } } })).toMatch(/Đại diện Đặng Văn Giang BÊN MUA/);
});
