import { beforeAll, describe, expect, test } from 'vitest';
import { listActs, recordAct, type ActId } from '#contexts/registry/act.wire.ts';
import { importFormerSheet } from '#contexts/registry/former-unit.wire.ts';
import { getOrganisation, listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { damHa, vanDon } from '#contexts/registry/registry.example.ts';
import { recordMember } from '#contexts/registry/member.wire.ts';
import { today } from '#kernel/day.ts';
import { newId, type FileId, type OrganisationId } from '#kernel/id.ts';
import { intakeWorld, onPaper, type Handed, type Handing } from '#tests/intake.harness.ts';
import type { Person } from '#tests/harness.ts';
import {
  exportMarkedSheet,
  getBatch,
  importBatch,
  listBlockers,
  listRows,
  listUnitNames,
  recordAnswer,
  checkBatch,
  recordMapping,
  withdrawBatch,
} from './batch.wire.ts';
import { closeStatusTold, listStatusesTold } from './status-told.wire.ts';
import { csv, workbook, type SheetValue } from './sheet.example.ts';

const { here, as, upload, drain, checked, handIn, people, cooperative, neighbour } = await intakeWorld();
const { officer, communeOfficer, otherOfficer, director } = people;

const heads = [
  'STT',
  'Tên HTX',
  'Loại hình',
  'Mã số thuế',
  'Số GCN',
  'Ngày cấp',
  'Ngày thành lập',
  'Xã, phường',
  'Huyện cũ',
  'Địa chỉ',
  'Điện thoại',
  'Giám đốc',
];
const handed = (person: Person, rows: readonly (readonly SheetValue[])[], handing: Handing = {}) =>
  workbook([{ rows: [['DANH SÁCH HỢP TÁC XÃ'], heads, ...rows] }]).then((bytes) =>
    checked(person, bytes, { kind: 'organisations', organisation: null, ...handing }),
  );

async function takenOver({ ask, id }: Handed) {
  const { version } = (await ask(getBatch, { batch: id })).body;
  expect((await ask(importBatch, { batch: id, version })).status).toBe(200);
  await drain();
  const { body } = await ask(getBatch, { batch: id });
  expect(body).toMatchObject({ state: 'imported', trouble: null });
  return body;
}

async function takenBack({ ask, id }: Handed) {
  const { version } = (await ask(getBatch, { batch: id })).body;
  const reply = await ask(withdrawBatch, { batch: id, version, reason: 'Nhầm tệp' });
  await drain();
  return reply;
}

const telling = (rows: readonly (readonly SheetValue[])[]) =>
  workbook([{ rows: [['Tên HTX', 'Xã, phường', 'Tình trạng hoạt động', 'Tình trạng từ ngày'], ...rows] }]).then(
    (bytes) => checked(officer, bytes, { kind: 'organisations', organisation: null }),
  );

const found = async (search: string) => (await as(officer)(listOrganisations, { search })).body.items;
const record = async (organisation: OrganisationId) => (await as(officer)(getOrganisation, { organisation })).body;
const stateOf = async (id: OrganisationId) => {
  // From when changes are kept is no part of what it is.
  const { version: _, changedAt: __, state: ___, ...rest } = await record(id);
  return rest;
};

beforeAll(async () => {
  await here.owner(
    `insert into reference.unit (province, code, name, name_en, kind, former_district, valid_from, source, verified) values
       (22, '06900', 'Quảng Tân', 'Quang Tan', 'commune', 'Huyện Đầm Hà', '2025-07-01', 'test', true) on conflict do nothing`,
  );
  // The province's own former units, by the sheet by which any province enters them.
  const former = [
    'Tên cũ;Huyện cũ;Mã mới;Toàn bộ hay một phần;Văn bản;Đã đối chiếu',
    `Xã Quảng Lợi;Huyện Đầm Hà;${damHa};một phần;Nghị quyết;có`,
    'Xã Quảng Lợi;Huyện Đầm Hà;06900;một phần;Nghị quyết;có',
  ].join('\n');
  const file = (await upload(officer, new TextEncoder().encode(former), 'don-vi-cu.csv')).body.id as FileId;
  expect((await as(officer)(importFormerSheet, { file })).body).toMatchObject({ new: 1, links: 2 });
});

describe('a sheet of organisations', () => {
  const moc = [1, 'HTX Mộc Lan', 'HTX', 100_109_106, '220001', '15/03/2021', '01/03/2021', 'Xã Đầm Hà', '', 'Thôn 3'];

  test('is taken over as if each had been recorded by hand, and taken back whole', async () => {
    const farm = [
      2,
      'Trang trại Lê Văn Bưởi',
      '',
      '022080000001',
      '',
      '',
      '',
      'Đầm Hà',
      'Đầm Hà',
      'Thôn 9',
      '0912345678',
    ];
    const handing = await handed(officer, [[...moc, '', 'Nguyễn Văn Chè'], farm]);
    expect(handing.body).toMatchObject({ counts: { outcomes: { new: 2, refused: 0, question: 0 } } });
    const [first, second] = (await handing.ask(listRows, { batch: handing.id })).body.items;
    expect(first!.notices).toContainEqual({ code: 'zero-restored', field: 'taxNumber' });
    expect(JSON.stringify(second)).not.toContain('022080000001');
    await takenOver(handing);

    const [made] = await found('mộc lan');
    expect(await record(made!.id)).toMatchObject({
      kind: 'cooperative',
      taxNumber: '0100109106',
      registrationNumber: '220001',
      certificateOn: '2021-03-15',
      status: 'operating',
      place: { unit: { code: damHa }, address: 'Thôn 3' },
      representative: { name: 'Nguyễn Văn Chè', title: 'Giám đốc' },
    });
    expect(await found('bưởi')).toMatchObject([{ kind: 'farm', unit: { code: damHa } }]);

    expect((await takenBack(handing)).status).toBe(200);
    expect(await found('mộc lan')).toEqual([]);
    expect(await found('bưởi')).toEqual([]);
    const again = await handed(officer, [moc]);
    expect(again.body.counts?.outcomes).toMatchObject({ new: 1 });
  });

  test('handed in again changes what differs and nothing else, by number or by name, kind and unit', async () => {
    const before = await Promise.all([cooperative, neighbour].map(stateOf));
    const rows = [
      [1, 'HTX Hoà Bình Đầm Hà', '', '9900000016', '', '', '', '', '', 'Thôn 1', '0203 388 0009'],
      [2, 'HTX Biển Vân Đồn', '', '', '220777', '', '', 'Đặc khu Vân Đồn', '', 'Khu 7', '', 'Phạm Thị Biển'],
    ];
    const bare = await handed(officer, rows);
    expect(bare.body.counts).toMatchObject({
      outcomes: { update: 1, refused: 1 },
      troubles: { 'document-missing': 1 },
    });
    const handing = await handed(officer, rows, { said: onPaper });
    expect(handing.body.counts).toMatchObject({ outcomes: { new: 0, update: 2, refused: 0 }, troubles: {} });
    const { items } = (await handing.ask(listRows, { batch: handing.id })).body;
    expect(items[0]!.differences.map(({ field }) => field)).toEqual(['phone']);
    expect(items[1]!.differences.map(({ field }) => field).toSorted()).toEqual([
      'address',
      'registrationNumber',
      'representativeName',
    ]);
    await takenOver(handing);
    expect(await record(neighbour)).toMatchObject({
      registrationNumber: '220777',
      place: { unit: { code: vanDon }, address: 'Khu 7' },
      representative: { name: 'Phạm Thị Biển', title: 'Giám đốc' },
    });
    const acts = (await as(officer)(listActs, { organisation: neighbour })).body.items;
    expect(acts.find(({ kind }) => kind === 'changed')).toMatchObject({
      onDay: '2026-03-02',
      document: '15/QĐ-HTX',
      documentOn: '2026-02-20',
      documentIssuer: 'Đại hội thành viên',
      legalBasis: 'Luật số 17/2023/QH15',
    });
    const same = await handed(officer, rows);
    expect(same.body.counts?.outcomes).toMatchObject({ new: 0, update: 0, same: 2 });
    expect((await takenBack(handing)).status).toBe(200);
    expect(await Promise.all([cooperative, neighbour].map(stateOf))).toEqual(before);
  });

  test('that tells of another standing than the register is never passed over in silence', async () => {
    const { ask, id, body } = await telling([
      ['HTX Hoà Bình Đầm Hà', 'Đầm Hà', 'Đang hoạt động'],
      ['HTX Biển Vân Đồn', 'Vân Đồn', 'Giải thể ngày 12/3/2024'],
      ['HTX Mới Tinh', 'Đầm Hà', 'Ngừng hoạt động', '05/01/2025'],
      ['HTX Mới Nữa', 'Đầm Hà', 'Hoạt động'],
      ['HTX Mới Ba', 'Đầm Hà', '', '05/01/2025'],
      ['HTX Mới Bốn', 'Đầm Hà', 'Giải thể ngày 31/2/2024'],
    ]);
    const { items } = (await ask(listRows, { batch: id })).body;
    expect(
      items.map(({ outcome, troubles, notices }) => [
        outcome,
        ...troubles.map(({ code, at }) => `${code} ${at}`),
        ...notices.filter(({ code }) => code === 'status-told').map(({ code }) => code),
      ]),
    ).toEqual([
      ['same'],
      ['same', 'status-told'],
      ['new', 'status-told'],
      ['new'],
      ['refused', 'missing C6'],
      ['refused', 'day-not-in-calendar C7'],
    ]);
    expect(body.counts?.told).toBe(2);
  });

  test('tells a standing that waits, with its day, until it is taken back, told otherwise or closed; it is no act', async () => {
    const waiting = async (organisation: OrganisationId) =>
      (await as(officer)(listStatusesTold, { organisation })).body.items.map(({ status, onDay, row }) => [
        status,
        onDay,
        row,
      ]);
    const dissolved = ['HTX Biển Vân Đồn', 'Vân Đồn', 'Giải thể ngày 12/3/2024'];
    const before = await stateOf(neighbour);
    const first = await telling([dissolved, ['HTX Tạm Nghỉ', 'Đầm Hà', 'Tạm ngừng (từ 01/02/2025)', '05/01/2025']]);
    expect(await waiting(neighbour)).toEqual([]);
    await takenOver(first);
    expect(await waiting(neighbour)).toEqual([['dissolved', '2024-03-12', 2]]);
    expect(await stateOf(neighbour)).toEqual(before);
    const [made] = await found('tạm nghỉ');
    expect(await record(made!.id)).toMatchObject({ status: 'operating' });
    expect(await waiting(made!.id)).toEqual([['suspended', '2025-01-05', 3]]);

    // Nothing else in it is new, and it is taken over all the same: once more, and otherwise.
    const again = await telling([['HTX Biển Vân Đồn', 'Vân Đồn', 'đã giải thể']]);
    await takenOver(again);
    expect(await waiting(neighbour)).toEqual([['dissolved', null, 2]]);
    expect((await takenBack(again)).status).toBe(200);
    expect(await waiting(neighbour)).toEqual([['dissolved', '2024-03-12', 2]]);

    const close = { batch: first.id, organisation: neighbour, reason: 'Bảng nhầm với HTX khác' };
    for (const person of [communeOfficer, director]) {
      expect((await as(person)(listStatusesTold, { organisation: neighbour })).status).toBe(403);
      expect((await as(person)(closeStatusTold, close)).status).toBe(403);
    }
    expect((await as(otherOfficer)(closeStatusTold, { ...close, batch: again.id })).status).toBe(404);
    expect((await as(otherOfficer)(closeStatusTold, close)).status).toBe(200);
    expect(await waiting(neighbour)).toEqual([]);
    expect(await stateOf(neighbour)).toEqual(before);

    const act = {
      id: newId<ActId>(),
      organisation: made!.id,
      kind: 'suspended' as const,
      onDay: today(),
      document: 'QĐ 1',
    };
    expect((await as(officer)(recordAct, act)).status).toBe(200);
    expect(await waiting(made!.id)).toEqual([]);
    const resumed = { ...act, id: newId<ActId>(), kind: 'resumed' as const, onDay: today() };
    expect((await as(officer)(recordAct, resumed)).status).toBe(200);
    expect(await waiting(made!.id)).toEqual([]);
  });

  test('the name of a unit that was split is asked once, and the answer holds for every row that writes it', async () => {
    const row = (at: number, name: string) => [at, name, '', '', '', '', '', 'xã Quảng Lợi', 'Đầm Hà', `Thôn ${at}`];
    const handing = await handed(officer, [row(1, 'HTX Lợi Một'), row(2, 'HTX Lợi Hai')]);
    const { id, ask } = handing;
    expect(handing.body.counts?.outcomes).toMatchObject({ new: 0, question: 2 });
    const [asked] = (await ask(listRows, { batch: id, outcome: 'question' })).body.items;
    expect(asked).toMatchObject({
      troubles: [{ code: 'unit-unclear', at: 'H3', choices: ['Đầm Hà', 'Quảng Tân'] }],
      question: { field: 'unit' },
    });
    const { items } = (await ask(listUnitNames, { batch: id })).body;
    expect(items).toMatchObject([{ row: 3, rows: 2, chosen: null, choices: [{ value: damHa }, { value: '06900' }] }]);
    const { raw } = await ask(exportMarkedSheet, { batch: id, language: 'vi' });
    expect(raw.length).toBeGreaterThan(1000);

    const say = { batch: id, row: 3, field: 'unit', choice: '06900' };
    expect((await ask(recordAnswer, say)).status).toBe(200);
    expect((await ask(recordAnswer, { ...say, row: 999 })).status).toBe(404);
    expect((await ask(listUnitNames, { batch: id })).body.items).toMatchObject([{ chosen: '06900' }]);
    expect((await ask(checkBatch, { batch: id, version: handing.body.version })).status).toBe(200);
    await drain();
    expect((await ask(getBatch, { batch: id })).body.counts?.outcomes).toMatchObject({ new: 2, question: 0 });
    await takenOver(handing);
    expect(await found('lợi hai')).toMatchObject([{ unit: { code: '06900' } }]);
  });

  test('is of the officer’s place, and who has got members or was changed since is not taken back', async () => {
    const rows = [
      [1, 'HTX Ở Nhà', '', '', '', '', '', '', '', 'Thôn 5'],
      [2, 'HTX Đi Xa', '', '', '', '', '', 'Vân Đồn', '', 'Khu 1'],
      [3, 'HTX Biển Vân Đồn', '', '', '', '', '', '', '', ''],
    ];
    const { ask, id } = await handed(communeOfficer, rows);
    const { items } = (await ask(listRows, { batch: id })).body;
    expect(items.map(({ outcome, troubles }) => [outcome, ...troubles.map(({ code }) => code)])).toEqual([
      ['new'],
      ['refused', 'unit-of-others'],
      ['refused', 'name-taken'],
    ]);
    const stranger = await handed(otherOfficer, [
      [1, 'HTX Hoà Bình Đầm Hà', '', '9900000016', '', '', '', '', '', 'Thôn 4'],
    ]);
    expect(stranger.body.counts?.troubles).toEqual({ 'organisation-elsewhere': 1 });
    const handing = await handed(communeOfficer, [rows[0]!]);
    await takenOver(handing);
    const [home] = await found('ở nhà');
    await as(officer)(recordMember, {
      id: newId(),
      organisation: home!.id,
      party: 'person',
      name: 'Lê Văn Nhà',
      standing: 'associate',
      joinedOn: '2026-01-05',
      birthYear: 1980,
    });
    expect((await takenBack(handing)).body).toMatchObject({ code: 'intake.batch.blocked' });
    expect((await handing.ask(listBlockers, { batch: handing.id })).body.items).toMatchObject([
      { reason: 'has-members', n: 1, name: 'HTX Ở Nhà' },
    ]);
  });

  test('is nobody’s who runs an organisation', async () => {
    const { id, reply } = await handIn(director, csv('Tên HTX;Xã\r\nHTX Mới;Đầm Hà\r\n'), { name: 'a.csv' });
    expect(reply.status).toBe(200);
    const columns = [{ column: 1, heading: 'Tên HTX', field: 'name' }];
    const said = await as(director)(recordMapping, { batch: id, version: 1, sheet: 0, kind: 'organisations', columns });
    expect(said.body['obstacles']).toContainEqual({ code: 'not-of-one' });
  });
});
