import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, today, type Day } from '#kernel/day.ts';
import { newId, type CommodityId, type FileId } from '#kernel/id.ts';
import { textOfPdf } from '#platform/pdf/pdf-text.ts';
import { qrPng } from '#platform/qr/qr.ts';
import { otherProvince, signedIn, stranger, testDatabase, testServer, type Ask, type Person } from '#tests/harness.ts';
import { getCommodity, listCommodities } from './commodity.wire.ts';
import { registry } from './index.ts';
import { getLetterhead, exportLetterhead, recordLetterhead } from './letterhead.wire.ts';
import { acceptListedCommodities, listListedCommodities } from './listed-commodity.wire.ts';
import { confirmParameters, listParameters, recordParameter } from './parameter.wire.ts';
import { parameterOn } from './parameter.store.ts';
import { confirmSetup, getSetup } from './setup.wire.ts';
import { changeTradeUnit, closeTradeUnit, listTradeUnits, recordTradeUnit } from './trade-unit.wire.ts';
import { compareUnitSheet, importUnitSheet } from './unit-sheet.wire.ts';
import { listUnits } from './unit.wire.ts';

const database = await testDatabase();
const { as, upload } = await testServer(database, registry.handlers);
const { owner } = database;
let person: Person;
let administrator: Ask;
let officer: Ask;

beforeAll(async () => {
  person = await signedIn(database, { role: 'administrator' });
  administrator = as(person);
  officer = as(await signedIn(database, { role: 'provincial-officer' }));
  await owner(`insert into reference.parameter (key, valid_from, valid_until, value, source, verified) values
    ('a.maxShare', '2013-07-01', '2024-06-30', '0.2', 'Luật cũ', true),
    ('a.maxShare', '2024-07-01', null, '0.3', 'Luật mới', true),
    ('b.least', '2024-07-01', null, '5', 'Chưa đọc', false),
    ('size.services.small', '2024-11-01', null, null, 'Chưa xác định', false)`);
  await owner(`insert into reference.unit (province, code, name, name_en, kind, lon, lat, valid_from, source, verified) values
    (22, '06895', 'Đầm Hà', 'Dam Ha', 'commune', 107.6, 21.35, '2025-07-01', 'danh mục', true),
    (22, '06913', 'Quảng Tân', 'Quang Tan', 'commune', null, null, '2025-07-01', 'danh mục', true),
    (31, '11500', 'Của nơi khác', 'Elsewhere', 'ward', null, null, '2025-07-01', 'danh mục', true)`);
  await owner(`insert into reference.trade_unit (unit_set, code, name_vi, name_en, name_th, qty, usual, source, verified) values
    ('weight', 'kg', 'kg', 'kg', 'กก.', 1000, true, 'SI', true), ('weight', 'ta', 'tạ', 'quintal', 'ตะ', 100000, false, 'tập quán', false)`);
  await owner(`insert into reference.commodity (code, name_vi, name_en, name_th, sector, base_unit, unit_set, storage, cycle, least_yield, most_yield, varieties, source, verified)
    values ('pepper', 'Hồ tiêu', 'Pepper', 'พริกไทย', 'crop', 'g', 'weight', 'perishable', 'long', 1000000, 3000000, '[["Tiêu Vĩnh Linh", "Vinh Linh", "หวิญลิญ"]]', 'thông dụng', false)`);
});

const sent = async (content: Uint8Array | string, name: string, by = person): Promise<FileId> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return (await upload(by, bytes, name)).body.id as FileId;
};
const pdf = (title: string): string => `%PDF-1.7\n% ${title}\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF`;
const row = async (key: string, on?: Day) =>
  (await officer(listParameters, { search: key, ...(on === undefined ? {} : { on }) })).body.items[0]!;

describe('a number of law', () => {
  test('is answered for by nobody until somebody here confirms it, each version by itself', async () => {
    expect(await row('a.maxShare')).toMatchObject({ value: 0.3, verified: false, readAtSource: true });
    const items = [{ key: 'a.maxShare', from: '2024-07-01', value: 0.3 }];
    expect((await administrator(confirmParameters, { items })).status).toBe(200);
    const now = await row('a.maxShare');
    expect(now).toMatchObject({ verified: true, own: false, answeredBy: expect.stringMatching(/^Person/) });
    expect(Date.now() - Date.parse(now.answeredAt!)).toBeLessThan(60_000);
    expect(await row('a.maxShare', '2020-01-01' as Day)).toMatchObject({ value: 0.2, verified: false });
    expect((await as(stranger)(listParameters, { search: 'a.maxShare' })).body.items[0]!.answeredBy).toBeNull();
    const elsewhere = await database.within((db) => parameterOn(db, 'a.maxShare', today()), otherProvince);
    expect(elsewhere!.verified).toBe(false);
  });

  test('loses the word when the list says another number', async () => {
    await owner(`update reference.parameter set value = '0.35' where key = 'a.maxShare' and valid_from = '2024-07-01'`);
    expect(await row('a.maxShare')).toMatchObject({ value: 0.35, verified: false, answeredBy: null });
    await owner(`update reference.parameter set value = '0.3' where key = 'a.maxShare' and valid_from = '2024-07-01'`);
  });

  test('is not confirmed as something else, while blank, or when there is none: all is told at once', async () => {
    const { status, body } = await administrator(confirmParameters, {
      items: [
        { key: 'a.maxShare', from: '2024-07-01', value: 0.4 },
        { key: 'size.services.small', from: '2024-11-01', value: null },
        { key: 'nothing', from: '2024-11-01', value: 1 },
      ],
    });
    expect([status, body['obstacles']]).toEqual([409, ['changed-meanwhile', 'blank', 'unknown']]);
  });

  test('is set by the province with its document from a day on; the day before, the old one holds', async () => {
    const file = await sent(pdf('b'), 'nghi-quyet.pdf');
    const given = { id: newId<never>(), key: 'b.least', from: '2026-01-01', value: 7, source: 'Nghị quyết 1', file };
    expect((await administrator(recordParameter, given)).status).toBe(200);
    expect(await row('b.least')).toMatchObject({ value: 7, own: true, verified: true, source: 'Nghị quyết 1', file });
    expect(await row('b.least', '2025-12-31' as Day)).toMatchObject({ value: 5, until: '2025-12-31', own: false });
    const again = { ...given, id: newId<never>(), value: 8, file: await sent(pdf('c'), 'sửa.pdf') };
    expect((await administrator(recordParameter, again)).status).toBe(200);
    expect((await row('b.least')).value).toBe(8);
    expect((await officer(listParameters, { search: 'b.least', all: 'true' })).body.items).toHaveLength(2);
    expect((await database.within((db) => parameterOn(db, 'b.least', today()), otherProvince))!.value).toBe(5);
  });

  test.each([
    ['a.maxShare', 1.5, 'not-a-share'],
    ['a.maxShare', -0.1, 'negative'],
    ['a.maxShare', '0.3', 'wrong-shape'],
    ['size.services.small', { members: 3 }, 'wrong-shape'],
    ['nothing', 1, 'unknown'],
    ['b.least', null, 'blank'],
  ])('%s is not %j', async (key, value, obstacle) => {
    const file = await sent(pdf(newId()), 'x.pdf');
    const given = { id: newId<never>(), key, from: '2026-01-01', value, source: 'Quyết định', file };
    const { status, body } = await administrator(recordParameter, given);
    expect([status, body['obstacles']]).toEqual([409, [obstacle]]);
  });

  test('a blank one is filled with all its parts', async () => {
    const value = { members: 10, revenueVnd: 1_000_000_000, capitalVnd: 500_000_000 };
    const given = { key: 'size.services.small', from: '2024-11-01', value, source: 'Nghị định, bản gốc' };
    const file = await sent(pdf('size'), 'nd.pdf');
    expect((await administrator(recordParameter, { ...given, id: newId<never>(), file })).status).toBe(200);
    expect(await row('size.services.small')).toMatchObject({ value, own: true });
  });
});

describe('commodities and trade units', () => {
  const commodity = newId<CommodityId>();

  test('are taken over from the list with units and varieties, once', async () => {
    const items = [{ code: 'pepper', commodity }];
    expect((await administrator(acceptListedCommodities, { items })).body).toEqual({ accepted: 1 });
    expect((await administrator(acceptListedCommodities, { items })).body).toEqual({ accepted: 0 });
    const { body } = await officer(getCommodity, { commodity });
    expect(body.units.map(({ code, qty }) => [code, qty])).toEqual([
      ['kg', 1_000],
      ['ta', 100_000],
    ]);
    expect(body.varieties.map(({ names }) => names.vi)).toEqual(['Tiêu Vĩnh Linh']);
    expect(body.usualYield).toMatchObject({ verified: false });
    expect((await officer(listListedCommodities, {})).body.items[0]).toMatchObject({ commodity });
    expect((await officer(listCommodities, {}, { province: otherProvince })).status).toBe(200);
    const unknown = await administrator(acceptListedCommodities, { items: [{ code: 'gold', commodity: newId() }] });
    expect(unknown.body['obstacles']).toEqual(['unknown']);
  });

  test('a changed quantity begins on its day, and the old one held until the day before', async () => {
    const names = { vi: 'Bao', en: 'Sack', th: 'กระสอบ' };
    const sack = { commodity, code: 'bao' };
    expect((await administrator(recordTradeUnit, { ...sack, names, qty: 50_000, from: '2026-01-01' })).status).toBe(
      200,
    );
    const from = addDays(today(), 10);
    expect((await administrator(changeTradeUnit, { ...sack, qty: 60_000, from })).status).toBe(200);
    const { body } = await officer(listTradeUnits, { commodity });
    expect(body.items.filter(({ code }) => code === 'bao')).toMatchObject([
      { qty: 50_000, from: '2026-01-01', until: addDays(from, -1) },
      { qty: 60_000, from, until: null },
    ]);
    const { body: now } = await officer(getCommodity, { commodity });
    expect(now.units.find(({ code }) => code === 'bao')!.qty).toBe(50_000);
    const again = await administrator(changeTradeUnit, { ...sack, qty: 60_000, from });
    expect(again.body['obstacles']).toEqual(['change-planned', 'same-quantity']);
  });

  test('the usual one, which prices are given per, stays as it is; nothing is changed backwards', async () => {
    const kg = { commodity, code: 'kg' };
    expect((await administrator(changeTradeUnit, { ...kg, qty: 900, from: '2026-01-01' })).body['obstacles']).toEqual([
      'usual-is-fixed',
      'before-today',
    ]);
    expect((await administrator(closeTradeUnit, { ...kg, from: today() })).body['obstacles']).toEqual([
      'usual-is-fixed',
    ]);
    expect((await administrator(closeTradeUnit, { commodity, code: 'ta', from: today() })).status).toBe(200);
    expect((await officer(getCommodity, { commodity })).body.units.map(({ code }) => code)).toEqual(['kg', 'bao']);
  });
});

describe('a sheet of units read again', () => {
  const sheet = [
    'Mã;Tên;Loại;Kinh độ;Vĩ độ;Từ ngày',
    '06895;Đầm Hà;xã;107,6;21,35;',
    '06913;Quảng Tân Mới;xã;;;01/07/2026',
    '06920;Hải Ninh;xã;;;',
  ].join('\n');

  test('shows what differs and takes nothing over by being looked at', async () => {
    const file = await sent(sheet, 'don-vi.csv');
    const { body } = await administrator(compareUnitSheet, { file });
    expect(body).toMatchObject({ rows: 3, same: 1, troubles: [] });
    expect(body.differences.map(({ code, kind, fields, endsOn }) => [code, kind, fields, endsOn])).toEqual([
      ['06913', 'changed', ['name'], '2026-06-30'],
      ['06920', 'new', [], null],
    ]);
    expect((await officer(listUnits, {})).body.total).toBe(2);
    expect((await as(await signedIn(database, { role: 'administrator' }))(compareUnitSheet, { file })).body.code).toBe(
      'file.unknown',
    );
  });

  test('is taken over by command, once; what stood there stays as an entry', async () => {
    const file = await sent(sheet, 'don-vi.csv');
    expect((await administrator(importUnitSheet, { file })).body).toEqual({ new: 1, corrected: 0, changed: 1 });
    const { body } = await officer(listUnits, {});
    expect(body.items.map(({ name }) => name).toSorted()).toEqual(['Hải Ninh', 'Quảng Tân Mới', 'Đầm Hà']);
    expect(await owner(`select code, was->>'name' as was from registry.unit_entry order by code`)).toEqual([
      { code: '06913', was: 'Quảng Tân' },
      { code: '06920', was: null },
    ]);
    expect((await administrator(importUnitSheet, { file })).body).toEqual({ new: 0, corrected: 0, changed: 0 });
  });

  test('corrects a name in its place, leaves a missing unit alone, and takes no other province’s', async () => {
    const file = await sent('Mã;Tên;Loại\n06895;Đầm Hà;xã\n11500;Của ta;phường\n06920;Hải Ninh;phường', 'u.csv');
    const { body } = await administrator(compareUnitSheet, { file });
    expect(body.differences.map(({ code, kind }) => [code, kind])).toEqual([
      ['11500', 'new'],
      ['06920', 'corrected'],
      ['06913', 'missing'],
    ]);
    const refused = await administrator(importUnitSheet, { file });
    expect([refused.status, refused.body['obstacles']]).toEqual([409, ['unit-of-another-province']]);
    const fine = await sent('Mã;Tên;Loại\n06895;Đầm Hà;xã\n06920;Hải Ninh;phường', 'u.csv');
    expect((await administrator(importUnitSheet, { file: fine })).body).toEqual({ new: 0, corrected: 1, changed: 0 });
    expect((await officer(listUnits, {})).body.total).toBe(3);
  });

  test('with a wrong cell is refused whole', async () => {
    const file = await sent('Mã;Tên;Loại\n0689;Đầm Hà;xã\n99;X;làng', 'u.csv');
    expect((await administrator(compareUnitSheet, { file })).body.troubles.map(({ at }) => at)).toEqual(['A3', 'C3']);
    expect((await administrator(importUnitSheet, { file })).body['obstacles']).toEqual(['cells-wrong']);
  });
});

describe('the head of documents', () => {
  test('is printed with lines, place, signer and logo; a later one keeps the logo until it is taken away', async () => {
    expect((await officer(exportLetterhead, {})).status).toBe(404);
    const logo = await sent(new Uint8Array(await qrPng('x', { moduleSize: 2 })), 'logo.png');
    const lines = { above: 'Ủy ban nhân dân', office: 'Sở Nông nghiệp', place: 'Hạ Long', signer: 'Giám đốc' };
    expect((await administrator(recordLetterhead, { id: newId<never>(), ...lines, logo })).status).toBe(200);
    const paper = textOfPdf((await officer(exportLetterhead, {})).raw).join(' ');
    for (const words of ['ỦY BAN NHÂN DÂN', 'SỞ NÔNG NGHIỆP', 'Hạ Long, ngày', 'GIÁM ĐỐC'])
      expect(paper).toContain(words);
    await administrator(recordLetterhead, { id: newId<never>(), office: '#panic("x")' });
    const { body } = await as(stranger)(getLetterhead, {});
    expect(body.letterhead).toMatchObject({ office: '#panic("x")', logo: true, recordedBy: null });
    expect(textOfPdf((await officer(exportLetterhead, {})).raw).join(' ')).toContain('#PANIC("X")');
    await administrator(recordLetterhead, { id: newId<never>(), office: 'Sở Nông nghiệp', logo: null });
    expect((await officer(getLetterhead, {})).body.letterhead).toMatchObject({ logo: false });
    expect((await officer(getLetterhead, {}, { province: otherProvince })).body.letterhead).toBeNull();
  });

  test('takes no other kind of picture', async () => {
    const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xc2, 0, 11, 8, 0, 99, 0, 99, 1, 1, 0x11, 0, ...Array(40).fill(0)]);
    const logo = await sent(jpeg, 'logo.jpg');
    const { status, body } = await administrator(recordLetterhead, { id: newId<never>(), office: 'Sở', logo });
    expect([status, body.code]).toEqual([422, 'file.png-refused']);
  });
});

describe('how far the province is', () => {
  test('is read from its rows, and a word is asked only where rows cannot tell', async () => {
    const { body } = await officer(getSetup, {});
    expect(body).toMatchObject({
      units: { total: 3, points: 1 },
      commodities: { total: 1, withoutUnit: 0 },
      parameters: { total: 5, answered: 3, own: 2, blank: 0 },
      letterhead: { logo: false },
      notes: {},
      may: { record: false },
    });
    expect((await administrator(confirmSetup, { id: newId<never>(), step: 'units', said: 'seen' })).status).toBe(200);
    expect((await administrator(getSetup, {})).body.notes).toMatchObject({ units: { said: 'seen' } });
    const wrong = await administrator(confirmSetup, { id: newId<never>(), step: 'units', said: 'without' });
    expect(wrong.body['obstacles']).toEqual(['word-does-not-fit']);
  });
});
