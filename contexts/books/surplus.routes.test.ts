import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#kernel/day.ts';
import { newId, type LotId, type MemberId } from '#kernel/id.ts';
import { damHa, pickedOn, saveDelivery, saveHarvest, saveScene, scene } from '#contexts/quality/quality.example.ts';
import { textOfPdf } from '#platform/pdf/pdf-text.ts';
import { stopPdf } from '#platform/pdf/typst.ts';
import { readSheets, sheetOf, stopReading } from '#platform/spreadsheet/read.ts';
import { listMemberExports } from '#contexts/registry/member.wire.ts';
import { registry } from '#registry';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import type { LineAmounts } from './year-book.ts';
import { exportYearBooks, listYearBooks, recordYearBook } from './year-book.wire.ts';
import { books } from './index.ts';
import { saveHolder } from './surplus.example.ts';
import {
  exportSurplus,
  getSurplus,
  listPatronage,
  recordSurplus,
  withdrawSurplus,
  type SurplusId,
} from './surplus.wire.ts';
import { getUpdate } from './update.wire.ts';

const here = await testDatabase();
const { as, drain } = await testServer(here, [...books.handlers, ...registry.handlers]);
const { cooperative, otherCooperative } = scene;
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: cooperative }));
const other = as(await signedIn(here, { role: 'organisation-manager', organisation: otherCooperative }));
const officer = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const auditor = as(await signedIn(here, { role: 'auditor' }));
const [mai, lua] = [newId<MemberId>(), newId<MemberId>()];
const soldIn = Number(pickedOn.slice(0, 4));
const year = 2025;
const settlement = newId();

/** A load of a tonne, 600 kg of it from a lot of Mai's plot; both sides agreed on 14 million. */
async function saveSettled(): Promise<void> {
  await here.owner('update production.plot_version set member_id = $1 where plot_id = $2', [mai, scene.plot]);
  const harvest = await saveHarvest(here.owner, { qty: 600_000 });
  const lot = newId<LotId>();
  await here.owner(
    `insert into quality.lot (province, id, code, organisation_id, commodity_id, qty, claim, packed_on, token, short_code, drafted_by)
     values (22, $1, 'L-1', $2, $3, 600000, 'none', $4, repeat('t', 22), repeat('A', 10), 'test')`,
    [lot, cooperative, scene.passionFruit, addDays(pickedOn, 1)],
  );
  await here.owner('insert into quality.lot_harvest (province, lot_id, harvest_id, qty) values (22, $1, $2, 600000)', [
    lot,
    harvest,
  ]);
  const delivery = await saveDelivery(here.owner, 1_000_000);
  await here.owner(
    `insert into quality.dispatch (province, id, lot_id, delivery_id, market, qty, dispatched_on, recorded_by)
     select 22, gen_random_uuid(), $1, $2, code, 600000, $3, 'test' from reference.market limit 1`,
    [lot, delivery, pickedOn],
  );
  await here.owner(
    `insert into linkage.settlement (province, id, contract_id, number, period_from, period_until, side, drafted_by, goods_vnd,
       reduction_vnd, vat_vnd, set_off_vnd, amount_vnd, state, issued_on, due_on, agreed_by, agreed_at)
     values (22, $1, $2, 'QT-1', $3, $3, 'seller', 'test', 14000000, 0, 0, 0, 14000000, 'agreed', $3, $3, 'test', now())`,
    [settlement, scene.contract, pickedOn],
  );
  await here.owner(
    `insert into linkage.settlement_line (province, settlement_id, position, delivery_id, kind, qty, price_vnd, unit_qty, amount_vnd)
     values (22, $1, 1, $2, 'contract', 1000000, 14000, 1000, 14000000)`,
    [settlement, delivery],
  );
}

const agree = () =>
  here.owner(
    `insert into platform.outbox (province, id, topic, payload) values (22, gen_random_uuid(), 'linkage.settlement.agreed', $1)`,
    [JSON.stringify({ settlement })],
  );

beforeAll(async () => {
  await saveScene(here.owner);
  await here.owner(`insert into reference.parameter (key, valid_from, value, source, verified) values
    ('htx.undividedFund.minRate', '2024-07-01', '0.05', 'test', false),
    ('surplus.developmentFund.minShare', '2013-07-01', '0.2', 'Luật năm 2012', false) on conflict do nothing`);
  for (const [member, name, vnd] of [
    [mai, 'Hoàng Thị Mai', 30_000_000],
    [lua, 'Nguyễn Thị Lụa', 10_000_000],
  ] as const)
    await saveHolder(here.owner, { organisation: cooperative, member, name, vnd });
  await saveSettled();
});

afterAll(() => Promise.all([stopPdf(), stopReading()]));

const result = (line: LineAmounts['line'], externalVnd: number, internalVnd: number): LineAmounts => ({
  line,
  externalVnd,
  internalVnd,
  totalVnd: null,
});
const lines = [
  result('revenue', 700_000_000, 150_000_000),
  result('other-income', 0, 0),
  result('cost', 500_000_000, 130_000_000),
  result('management', 60_000_000, 5_000_000),
  result('other-cost', 0, 0),
  result('tax', 20_000_000, 0),
  result('profit', 120_000_000, 15_000_000),
];
const account = (more: object = {}) => ({
  organisation: cooperative,
  year,
  seen: 0,
  lines,
  source: 'B02-HTX',
  ...more,
});

describe('patronage', () => {
  test('an agreed statement is led back to the member whose plot the load came from, once; the rest is named', async () => {
    await agree();
    await agree();
    await drain();
    const { body } = await manager(listPatronage, { organisation: cooperative, year: soldIn });
    expect(body).toMatchObject({
      members: [{ member: { id: mai, name: 'Hoàng Thị Mai' }, amountVnd: 8_400_000, shares: 1 }],
      untraced: [{ reason: 'no-lot', amountVnd: 5_600_000 }],
      totalVnd: 14_000_000,
    });
    const masked = await auditor(listPatronage, { organisation: cooperative, year: soldIn });
    expect(masked.body.members[0]!.member.name).toBeNull();
    expect((await other(listPatronage, { organisation: cooperative, year: soldIn })).status).toBe(403);
  });
});

describe('the books in short', () => {
  test('are taken when they add up, and fill the yearly update', async () => {
    expect((await manager(recordYearBook, account())).body).toEqual({ version: 1 });
    const { body } = await auditor(listYearBooks, { organisation: cooperative });
    expect(body.items).toMatchObject([{ year, version: 1, source: 'B02-HTX', by: null }]);
    expect(body.items[0]!.identities[0]).toMatchObject({ identity: 'external-profit', holds: true });
    const { known } = (await manager(getUpdate, { organisation: cooperative, year })).body;
    const of = (field: string) => known.find((one) => one.field === field);
    expect(of('profitVnd')).toMatchObject({ value: 155_000_000, source: 'yearly-books' });
    expect(of('externalCostVnd')).toMatchObject({ value: 560_000_000 });
    expect(of('totalCapitalVnd')).toBeUndefined();
  });

  test('what does not add up is refused; a correction has its reason and comes after what was seen', async () => {
    const wrong = lines.map((one) => (one.line === 'profit' ? result('profit', 1, 15_000_000) : one));
    const answer = await manager(recordYearBook, account({ lines: wrong, seen: 1, reason: 'sửa' }));
    expect(answer.body).toMatchObject({
      code: 'books.year-book.not-recordable',
      obstacles: [{ code: 'identity', identity: 'external-profit', expected: 120_000_000, found: 1 }],
    });
    expect((await manager(recordYearBook, account())).body.obstacles).toEqual(['reason-missing', 'changed-meanwhile']);
    expect((await manager(recordYearBook, account({ year: 2099 }))).body.obstacles).toContain('year-not-over');
    const twice = await Promise.all(
      [1, 2].map(() =>
        manager(recordYearBook, account({ seen: 1, reason: 'ghi lại nguồn', source: 'B02-HTX, bản ký' })),
      ),
    );
    expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await other(recordYearBook, account())).status).toBe(403);
  });
});

/** The book of the undivided fund, as the registry keeps it. */
const fundLines = async () =>
  (
    await here.owner<{ kind: string; source: string; vnd: number }>(
      `select e.kind, l.source, l.amount_vnd::int as vnd from registry.undivided_entry e
       join registry.undivided_line l on l.entry_id = e.id order by e.number`,
    )
  ).map(({ kind, source, vnd }) => [kind, source, vnd]);

describe('surplus', () => {
  const page = async () => (await manager(getSurplus, { organisation: cooperative, year })).body;
  const sharing = async (more: object = {}) => ({
    id: newId<SurplusId>(),
    organisation: cooperative,
    year,
    funds: [{ key: 'undivided' as const, name: 'Quỹ chung', isUndivided: true, shareBp: 1_000 }],
    patronageBp: 0,
    decidedOn: '2026-02-20',
    document: 'Nghị quyết 01/2026/NQ-ĐHTV',
    basisHash: (await page()).basisHash,
    ...more,
  });

  test('rests on the books, the ledger and what members sold in that year, with the rules and whether they were read', async () => {
    expect(await page()).toMatchObject({
      profitVnd: 155_000_000,
      taxVnd: 20_000_000,
      capitalOn: '2025-12-31',
      rules: { undividedLeastBp: 500, undividedVerified: false, patronageLeastBp: null },
      recorded: [],
      may: { record: true },
    });
    // A trial begins with parameters that say where they are from; without one it begins at nothing.
    expect((await page()).rules.starts).toEqual({
      development: { bp: 2_000, verified: false, source: 'Luật năm 2012' },
      reserve: { bp: null, verified: false, source: null },
      patronage: { bp: null, verified: false, source: null },
    });
    expect((await page()).weights.map(({ capitalVnd }) => capitalVnd).toSorted((a, b) => a - b)).toEqual([
      10_000_000, 30_000_000,
    ]);
  });

  test('nothing is shared by what nobody knows, nor on another basis than was seen', async () => {
    // Nobody's deliveries of 2025 are known, so that nothing can be shared by them.
    expect((await manager(recordSurplus, await sharing({ patronageBp: 7_000 }))).body.obstacles).toEqual([
      'no-patronage-known',
    ]);
    expect((await manager(recordSurplus, await sharing({ basisHash: '0'.repeat(64) }))).body.obstacles).toEqual([
      'basis-changed',
    ]);
    expect((await manager(recordSurplus, await sharing({ decidedOn: '2025-11-01' }))).body.obstacles).toEqual([
      'year-not-over',
    ]);
    for (const ask of [other, officer, auditor]) expect((await ask(recordSurplus, await sharing())).status).toBe(403);
  });

  test('is recorded by the decision of the general meeting, to the đồng, once; and taken back by an entry', async () => {
    const given = await sharing();
    expect((await manager(recordSurplus, given)).body).toEqual({ number: 1 });
    const { recorded, may } = await page();
    expect(may.record).toBe(false);
    expect(
      recorded[0]!.lines
        .map(({ kind, member, amountVnd }) => [kind, member?.name ?? '', amountVnd].join(' '))
        .toSorted(),
    ).toEqual([
      'capital Hoàng Thị Mai 91125000',
      'capital Nguyễn Thị Lụa 30375000',
      'tax  20000000',
      'undivided-fund  13500000',
    ]);
    expect(recorded[0]!.lines.find(({ kind }) => kind === 'undivided-fund')).toMatchObject({
      fund: 'undivided',
      name: 'Quỹ chung',
    });
    expect((await manager(recordSurplus, await sharing())).body.obstacles).toEqual(['shared-already']);
    expect(await fundLines()).toEqual([['formed', 'surplus', 13_500_000]]);
    const back = {
      surplus: given.id,
      reversedOn: '2026-03-01',
      document: 'Nghị quyết 02',
      reason: 'Tính sót một khoản',
    };
    expect((await other(withdrawSurplus, back)).status).toBe(403);
    expect((await manager(withdrawSurplus, back)).status).toBe(200);
    expect((await manager(withdrawSurplus, back)).body.obstacles).toEqual(['withdrawn-already']);
    expect(await fundLines()).toEqual([
      ['formed', 'surplus', 13_500_000],
      ['reversed', 'surplus', -13_500_000],
    ]);
    expect((await page()).recorded[0]!.reversal).toMatchObject({ on: '2026-03-01', reason: 'Tính sót một khoản' });
    expect((await manager(recordSurplus, await sharing())).body).toEqual({ number: 2 });
    expect((await fundLines()).length).toBe(3);
  });
});

describe('on sheets and paper', () => {
  const words = (raw: Buffer) => textOfPdf(raw).join(' ').replaceAll(/\s+/g, ' ');
  const cells = async (raw: Buffer) =>
    sheetOf(await readSheets(new Uint8Array(raw))).rows.map((row) => {
      const of = new Map(row.cells.map(({ column, value }) => [column, String(value)]));
      return Array.from({ length: 9 }, (_, at) => of.get(at + 1) ?? '');
    });

  test('the books say line by line what was told, on both sides, and that nobody has read the form', async () => {
    const sheet = await cells((await auditor(exportYearBooks, { organisation: cooperative, language: 'en' })).raw);
    expect(sheet.flat().join(' ')).toContain('LAYOUT NOT VERIFIED');
    expect(
      sheet.filter(([told]) => told === String(year)).map(([, , line, , external]) => [line, external]),
    ).toContainEqual(['Profit after tax', '120000000']);
    const { raw, headers } = await manager(exportYearBooks, { organisation: cooperative, year, format: 'pdf' });
    expect(headers['content-type']).toContain('application/pdf');
    for (const told of ['BỐ CỤC CHƯA ĐƯỢC KIỂM CHỨNG', '120.000.000', '135.000.000', 'bản 2'])
      expect(words(raw)).toContain(told);
    const none = await manager(exportYearBooks, { organisation: cooperative, year: 2001, format: 'pdf' });
    expect(words(none.raw)).toContain('Chưa có sổ năm nào.');
    expect((await other(exportYearBooks, { organisation: cooperative })).status).toBe(403);
  });

  test('a sharing names each member once with the own part, those taken back among them; who took it away is written down', async () => {
    const taken = async () =>
      (await manager(listMemberExports, { organisation: cooperative })).body.items.map(({ format, rows }) => [
        format,
        rows,
      ]);
    const masked = await cells((await auditor(exportSurplus, { organisation: cooperative })).raw);
    expect(masked.flat().join(' ')).toContain(mai.slice(-6));
    expect(masked.flat().join(' ')).not.toContain('Mai');
    expect(await taken()).toEqual([]);

    const { raw } = await manager(exportSurplus, { organisation: cooperative, year, format: 'pdf' });
    for (const told of ['ĐÃ THU LẠI NGÀY 01/03/2026', 'Hoàng Thị Mai', '91.125.000', '155.000.000', 'lần 2'])
      expect(words(raw)).toContain(told);
    const sheet = await cells((await manager(exportSurplus, { organisation: cooperative })).raw);
    const parts = sheet.filter(([told, number]) => told === String(year) && number === '2');
    expect(parts.reduce((sum, row) => sum + Number(row[5]), 0)).toBe(155_000_000);
    expect(await taken()).toEqual([
      ['xlsx', 2],
      ['pdf', 2],
    ]);
    expect((await other(exportSurplus, { organisation: cooperative })).status).toBe(403);
  });
});
