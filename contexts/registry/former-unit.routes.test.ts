import { beforeAll, expect, test } from 'vitest';
import { newId, type FileId, type OrganisationId } from '#kernel/id.ts';
import { otherProvince, signedIn, testDatabase, testServer, type Person } from '#tests/harness.ts';
import { compareFormerSheet, correctFormerUnit, importFormerSheet } from './former-unit.wire.ts';
import { registry } from './index.ts';
import { listFormerUnits, resolveAddress } from './unit.wire.ts';

/** A province of which no list of former units came along. */
const here = await testDatabase();
const { as, upload } = await testServer(here, registry.handlers);
const { owner } = here;
let person: Person;

beforeAll(async () => {
  person = await signedIn(here, { role: 'provincial-officer' });
  ask = as(person);
  await owner(`insert into reference.unit (province, code, name, name_en, kind, valid_from, source, verified) values
    (22, '11311', 'Hồng Bàng', 'Hong Bang', 'ward', '2025-07-01', 'test', true),
    (22, '11329', 'Ngô Quyền', 'Ngo Quyen', 'ward', '2025-07-01', 'test', true),
    (22, '11602', 'An Lão', 'An Lao', 'commune', '2025-07-01', 'test', true)`);
});

let ask: ReturnType<typeof as>;
const sent = async (rows: readonly string[]): Promise<FileId> =>
  (await upload(person, new TextEncoder().encode(rows.join('\n')), 'don-vi-cu.csv')).body.id as FileId;
const head = 'Tên cũ;Loại cũ;Huyện cũ;Mã mới;Toàn bộ hay một phần;Văn bản;Đã đối chiếu';
const paper = 'Nghị quyết 1669/NQ-UBTVQH15';
const sheet = [
  'DANH SÁCH ĐƠN VỊ TRƯỚC SẮP XẾP',
  head,
  `Phường Minh Khai;;Quận Hồng Bàng;11311;Toàn bộ;${paper};có`,
  `Trường Thọ;xã;Huyện An Lão;11602;toàn bộ;${paper};`,
  `Xã Tân Viên;;Huyện An Lão;11602;một phần;${paper};x`,
  `Xã Tân Viên;;Huyện An Lão;11329;một phần;${paper};x`,
];
const where = async (address: string) => {
  const { outcome, reasons, units } = (await ask(resolveAddress, { address })).body;
  return [outcome, units.map(({ code }) => code), reasons];
};

test('wrong cells are told by row and column, all at once, and nothing is taken', async () => {
  const wrong = [
    head,
    `Phường A;;;11311;Toàn bộ;${paper};có`,
    `B;làng;Huyện X;99999;nửa;${paper};chắc`,
    `Xã C;;Huyện X;113;Toàn bộ;;`,
    `Xã D;;Huyện X;11311;Toàn bộ;${paper};`,
    `Xã D;;Huyện X;11602;một phần;${paper};`,
    `Xã E;;Huyện X;11602;một phần;${paper};`,
    `Xã D;;Huyện X;11602;một phần;${paper};`,
  ];
  const file = await sent(wrong);
  const { body } = await ask(compareFormerSheet, { file });
  expect(body.troubles.map(({ at, code }) => `${at} ${code}`).toSorted()).toEqual(
    [
      'C2 missing',
      'B3 kind-unknown',
      'D3 unit-unknown',
      'E3 part-unknown',
      'G3 verified-unknown',
      'D4 not-five-digits',
      'F4 missing',
      'E5 whole-and-more',
      'E7 part-alone',
      'D8 twice',
    ].toSorted(),
  );
  const refused = await ask(importFormerSheet, { file });
  expect([refused.status, refused.body['obstacles']]).toEqual([409, ['cells-wrong']]);
  expect((await ask(listFormerUnits, {})).body.total).toBe(0);
  const headless = (await ask(compareFormerSheet, { file: await sent(['Tên cũ;Huyện cũ']) })).body.troubles;
  expect(headless.map(({ code, found }) => `${code} ${found}`)).toEqual([
    'heading-missing Mã mới',
    'heading-missing Toàn bộ hay một phần',
    'heading-missing Văn bản',
  ]);
});

test('addresses of before resolve once the sheet is taken: to one unit, or to a choice shown to a person', async () => {
  expect(await where('số 5, phường Minh Khai, quận Hồng Bàng')).not.toContainEqual(['11311', 'one']);
  const organisation = newId<OrganisationId>();
  await owner(
    `insert into registry.organisation (province, id, kind, name, fields, founded_on) values (22, $1, 'cooperative', 'HTX Tân Viên', '{crops}', '2012-01-01')`,
    [organisation],
  );
  await owner(
    `insert into registry.organisation_place (province, organisation_id, valid_from, valid_until, address) values
       (22, $1, '2012-01-01', '2025-06-30', 'Thôn 2, xã Tân Viên, huyện An Lão')`,
    [organisation],
  );
  const file = await sent(sheet);
  const { body } = await ask(compareFormerSheet, { file });
  expect([body.rows, body.same, body.troubles, body.differences.map(({ kind }) => kind)]).toEqual([
    4,
    0,
    [],
    ['new', 'new', 'new', 'new'],
  ]);
  expect((await ask(listFormerUnits, {})).body.total).toBe(0);
  expect((await ask(importFormerSheet, { file })).body).toEqual({
    new: 3,
    links: 4,
    changed: 0,
    withdrawn: 0,
    seats: 1,
  });
  expect(await where('số 5, phường Minh Khai, quận Hồng Bàng')).toEqual(['one', ['11311'], []]);
  expect(await where('thôn 1, xã Tân Viên, huyện An Lão')).toEqual(['choice', ['11602', '11329'], ['split']]);
  // Nobody has read this one in the document yet.
  expect(await where('xã Trường Thọ, huyện An Lão')).toEqual(['choice', ['11602'], ['unverified-link']]);
  const [seat] = await owner(
    `select f.name from registry.organisation_place p join reference.former_unit f on f.id = p.former_unit where organisation_id = $1`,
    [organisation],
  );
  expect(seat).toEqual({ name: 'Tân Viên' });
  expect((await ask(listFormerUnits, {}, { province: otherProvince })).body.total).toBe(0);
});

test('the same sheet again changes nothing; another one says all of the units it has, and nothing of the others', async () => {
  const again = await sent(sheet);
  expect((await ask(compareFormerSheet, { file: again })).body).toMatchObject({ same: 4, differences: [], missing: 0 });
  const other = await sent([head, `Xã Tân Viên;;Huyện An Lão;11602;toàn bộ;${paper};`]);
  const { body } = await ask(compareFormerSheet, { file: other });
  expect([body.missing, body.differences.map(({ kind, code }) => `${kind} ${code}`)]).toEqual([
    2,
    ['changed 11602', 'withdrawn 11329'],
  ]);
  expect((await ask(importFormerSheet, { file: other })).body).toMatchObject({ changed: 1, withdrawn: 1, new: 0 });
  // What was read in the document once stays read.
  expect(await where('xã Tân Viên, huyện An Lão')).toEqual(['one', ['11602'], []]);
  expect((await ask(importFormerSheet, { file: again })).body).toMatchObject({ new: 0, links: 1, changed: 1 });
  expect(await where('xã Tân Viên, huyện An Lão')).toEqual(['choice', ['11602', '11329'], ['split']]);
});

test('a row is corrected by its document, and what stood there is kept', async () => {
  const { items } = (await ask(listFormerUnits, { search: 'truong tho' })).body;
  const row = { former: items[0]!.id, name: 'Trường Thọ', kind: 'township', district: 'Huyện An Lão' } as const;
  const given = { ...row, abolishedOn: '2025-07-01', document: 'Quyết định đính chính 12' };
  expect((await ask(correctFormerUnit, given)).status).toBe(200);
  expect((await ask(listFormerUnits, { search: 'truong tho' })).body.items).toMatchObject([
    { kind: 'township', verified: true, source: 'Quyết định đính chính 12' },
  ]);
  const [entry] = await owner(
    `select was->>'kind' as was, becomes->>'kind' as becomes, source from registry.former_unit_entry where was is not null`,
  );
  expect(entry).toEqual({ was: 'commune', becomes: 'township', source: 'Quyết định đính chính 12' });
  const taken = await ask(correctFormerUnit, { ...given, name: 'Tân Viên', kind: 'commune' });
  expect([taken.status, taken.body['obstacles']]).toEqual([409, ['listed-already']]);
  expect((await ask(correctFormerUnit, { ...given, abolishedOn: '2099-01-01' })).body['obstacles']).toEqual([
    'in-future',
  ]);
  const elsewhere = as(await signedIn(here, { role: 'administrator', province: otherProvince }));
  const foreign = await elsewhere(correctFormerUnit, given as never, { province: otherProvince });
  expect(foreign.status).toBe(404);
});
