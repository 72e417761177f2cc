import { createHash } from 'node:crypto';
import { listedCommodities } from '#db/seed/reference.commodities.ts';
import { recordLetterhead } from '#contexts/registry/letterhead.wire.ts';
import { recordParameter } from '#contexts/registry/parameter.wire.ts';
import { recordTradeUnit } from '#contexts/registry/trade-unit.wire.ts';
import { newId, type FileId } from '#kernel/id.ts';
import { addDays, today } from '#kernel/day.ts';
import { qrPng } from '#platform/qr/qr.ts';
import type { Files } from './access.cases.ts';
import type { AccessWorld, CaseOf, Cases, Side } from './access.world.ts';

const text = (rows: readonly string[]): Uint8Array => new TextEncoder().encode(`${rows.join('\n')}\n`);
const unitSheet = text(['Mã;Tên;Loại', '06895;Đầm Hà;xã', '06913;Quảng Tân;xã', '06999;Xã Mới;xã']);
const formerSheet = text([
  'Tên cũ;Huyện cũ;Mã mới;Toàn bộ hay một phần;Văn bản',
  'Xã Tân Bình;Huyện Đầm Hà;06895;Toàn bộ;Nghị quyết 1679',
]);
const officerSheet = text(['Họ và tên;Thư điện tử;Vai trò', 'Cán bộ mới;can-bo-moi@example.test;Cán bộ cấp tỉnh']);
const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF');

const names = { vi: 'Thùng', en: 'Box', th: 'กล่อง' };
const tomorrow = addDays(today(), 1);

/** What an administrator has uploaded and set, one of each side. */
async function rowsOf({ people, server, done, commodity }: AccessWorld, side: Side) {
  const { administrator } = people[side];
  const sent = async (content: Uint8Array, name: string, by = administrator): Promise<FileId> =>
    (await server.upload(by, content, name)).body.id as FileId;
  const logo = await sent(new Uint8Array(await qrPng('lienket', { moduleSize: 2 })), 'logo.png');
  const decision = await sent(pdf, 'quyet-dinh.pdf');
  await done(administrator, recordLetterhead, { id: newId(), office: `Sở ${side}`, logo });
  await done(administrator, recordParameter, {
    id: newId(),
    key: 'setup.access',
    from: side === 'own' ? '2025-01-01' : '2026-01-01',
    value: 7,
    source: 'Quyết định minh họa',
    file: decision,
  });
  const unit = `thung-${side}`;
  await done(administrator, recordTradeUnit, { commodity, code: unit, names, qty: 12_000, from: '2026-01-01' });
  return {
    unit,
    decision,
    another: await sent(pdf, 'quyet-dinh-2.pdf'),
    units: await sent(unitSheet, 'don-vi.csv'),
    former: await sent(formerSheet, 'don-vi-cu.csv'),
    officersFormer: await sent(formerSheet, 'don-vi-cu.csv', people[side]['provincial-officer']),
    officers: await sent(officerSheet, 'can-bo.csv'),
  };
}
type Rows = Readonly<Record<Side, Awaited<ReturnType<typeof rowsOf>>>>;

function registryCases({ commodity }: AccessWorld, rows: Rows): Cases {
  const nothing = () => ({});
  // A sheet is read by who has sent it.
  const former: CaseOf = (side, asker) => ({
    file: asker === 'provincial-officer' ? rows[side].officersFormer : rows[side].former,
  });
  return {
    'registry.setup.get': nothing,
    'registry.setup.confirm': () => ({ id: newId(), step: 'units', said: 'seen' }),
    'registry.letterhead.get': nothing,
    'registry.letterhead.record': () => ({ id: newId(), office: 'Sở Nông nghiệp và Môi trường' }),
    'registry.letterhead.export': nothing,
    'registry.logo.export': nothing,
    'registry.parameter.confirm': () => ({ items: [{ key: 'setup.confirm', from: '2024-01-01', value: 5 }] }),
    'registry.parameter.record': (side) => ({
      id: newId(),
      key: 'setup.access',
      from: '2026-06-01',
      value: 9,
      source: 'Quyết định khác',
      file: rows[side].another,
    }),
    'registry.listed-commodity.list': nothing,
    'registry.listed-commodity.accept': () => ({ items: [{ code: 'durian', commodity: newId() }] }),
    'registry.commodity.record': () => ({
      commodity: newId(),
      code: `hang-${newId().slice(-8)}`,
      names,
      sector: 'crop',
      baseUnit: 'g',
      storage: 'perishable',
      cycle: 'short',
      usualUnit: { code: 'kg', names, qty: 1_000 },
    }),
    'registry.trade-unit.list': () => ({ commodity }),
    'registry.trade-unit.record': () => ({ commodity, code: `u-${newId().slice(-8)}`, names, qty: 5, from: tomorrow }),
    'registry.trade-unit.change': (side) => ({ commodity, code: rows[side].unit, qty: 15_000, from: tomorrow }),
    'registry.trade-unit.close': (side) => ({ commodity, code: rows[side].unit, from: tomorrow }),
    'registry.former-unit.correct': () => ({
      former: 'access-former',
      name: 'Xã Cũ Mới',
      kind: 'commune',
      district: 'Huyện Cũ',
      abolishedOn: '2025-07-01',
      document: 'Quyết định đính chính',
    }),
    'registry.former-sheet.compare': former,
    'registry.former-sheet.import': former,
    'registry.unit-sheet.compare': (side) => ({ file: rows[side].units }),
    'registry.unit-sheet.import': (side) => ({ file: rows[side].units }),
  };
}

const peopleCases = (rows: Rows): Cases => ({
  'people.setup.get': () => ({}),
  'people.officer-sheet.export': () => ({}),
  'people.officer-sheet.preview': (side) => ({ file: rows[side].officers }),
  'people.officer-sheet.import': (side) => ({
    file: rows[side].officers,
    links: [{ row: 2, invitation: newId(), tokenHash: createHash('sha256').update(newId()).digest('hex') }],
  }),
  'people.test-letter.send': () => ({}),
});

/** What a province sets up for itself. */
export async function setupCases(world: AccessWorld): Promise<{ readonly cases: Cases; readonly files: Files }> {
  const { owner } = world.database;
  await owner(`insert into reference.parameter (key, valid_from, value, source, verified) values
    ('setup.access', '2024-01-01', '5', 'test', true), ('setup.confirm', '2024-01-01', '5', 'test', true)`);
  const durian = listedCommodities.find(({ code }) => code === 'durian')!;
  await owner(
    `insert into reference.commodity (code, name_vi, name_en, name_th, sector, base_unit, unit_set, storage, cycle, source, verified)
     values ($1, 'Sầu riêng', 'Durian', 'ทุเรียน', $2, $3, $4, $5, $6, 'test', false)`,
    [durian.code, durian.sector, durian.base, durian.unitSet, durian.storage, durian.cycle],
  );
  await owner(`insert into reference.trade_unit (unit_set, code, name_vi, name_en, name_th, qty, usual, source, verified)
    values ('weight', 'kg', 'kg', 'kg', 'กก.', 1000, true, 'test', true)`);
  await owner(`insert into reference.former_unit (id, province, name, kind, former_district, abolished_on, source, verified)
    values ('access-former', 22, 'Cũ', 'commune', 'Huyện Cũ', '2025-07-01', 'test', false)`);
  const rows = { own: await rowsOf(world, 'own'), foreign: await rowsOf(world, 'foreign') };
  return {
    cases: { ...registryCases(world, rows), ...peopleCases(rows) },
    files: { 'registry.parameter': (side) => rows[side].decision },
  };
}
