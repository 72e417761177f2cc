import { describe, expect, test } from 'vitest';
import { newId, type FileId } from '#kernel/id.ts';
import { listConsents } from '#contexts/registry/consent.wire.ts';
import { listMembers } from '#contexts/registry/member.wire.ts';
import { agreed, intakeWorld, onPaper } from '#tests/intake.harness.ts';
import { readXlsx } from 'hucre';
import {
  checkBatch,
  exportMarkedSheet,
  exportTemplate,
  getBatch,
  importBatch,
  listRows,
  recordBatch,
  recordMapping,
  withdrawBatch,
} from './batch.wire.ts';
import { batchKinds } from './field.ts';
import { proposedMapping } from './mapping.ts';
import { templateColumns } from './template-words.ts';
import { csv, memberHeadings, memberRow, workbook } from './sheet.example.ts';

const world = await intakeWorld();
const { as, upload, drain, checked, cooperative, neighbour, people } = world;
const { director, communeOfficer, otherOfficer, officer } = people;

const membersThere = async () => (await as(director)(listMembers, { organisation: cooperative, size: 200 })).body.items;

describe('a sheet of members', () => {
  test('is read, checked, taken over, and taken over again changes what differs', async () => {
    const rows = [1, 2, 3].map((n) => memberRow(n));
    const { id, ask, body } = await checked(
      director,
      await workbook([{ rows: [['DANH SÁCH THÀNH VIÊN'], [], [...memberHeadings], ...rows] }]),
      { said: agreed },
    );
    expect(body).toMatchObject({ state: 'checked', counts: { rows: 3, outcomes: { new: 3, refused: 0 } } });
    const preview = await ask(listRows, { batch: id });
    expect(preview.body.items[0]).toMatchObject({ row: 4, outcome: 'new', troubles: [] });
    expect((await membersThere()).length).toBe(0);
    expect(await ask(importBatch, { batch: id, version: body.version })).toMatchObject({ status: 200 });
    await drain();
    expect((await ask(getBatch, { batch: id })).body).toMatchObject({ state: 'imported' });
    const there = await membersThere();
    expect(there.map(({ name, nationalId, contributedVnd }) => [name, nationalId, contributedVnd])).toEqual([
      ['Nguyễn Văn B 1', '••••••••0001', 5_000_000],
      ['Nguyễn Văn C 2', '••••••••0002', 5_000_000],
      ['Nguyễn Văn D 3', '••••••••0003', 5_000_000],
    ]);

    const again = await checked(
      director,
      await workbook([
        { rows: [[...memberHeadings], memberRow(1), memberRow(2, { 5: '0987 654 321', 6: null }), memberRow(9)] },
      ]),
      { said: agreed },
    );
    expect(again.proposed.remembered).toBe(true);
    expect(again.body.counts?.outcomes).toMatchObject({ same: 1, update: 1, new: 1 });
    const [update] = (await again.ask(listRows, { batch: again.id, outcome: 'update' })).body.items;
    expect(update).toMatchObject({
      differences: [{ field: 'phone', before: '0912345678', after: '0987 654 321' }],
    });
    await again.ask(importBatch, { batch: again.id, version: again.body.version });
    await drain();
    expect((await membersThere()).find(({ name }) => name === 'Nguyễn Văn C 2')).toMatchObject({
      phone: '0987 654 321',
      hamlet: 'Thôn 2',
    });

    const now = (await again.ask(getBatch, { batch: again.id })).body;
    expect(await again.ask(withdrawBatch, { batch: again.id, version: now.version, reason: 'Nhầm tệp' })).toMatchObject(
      { status: 200 },
    );
    await drain();
    const after = await membersThere();
    expect(after).toHaveLength(3);
    expect(after.find(({ name }) => name === 'Nguyễn Văn C 2')?.phone).toBe('0912345678');
  });

  test('says what was agreed to, or leaves sex, phone and hamlet out; a consent goes with its sheet', async () => {
    const rows = [[...memberHeadings], memberRow(21), memberRow(22)];
    const silent = await checked(director, await workbook([{ rows }]));
    expect(silent.body).toMatchObject({ lacksConsent: true, said: {}, counts: { outcomes: { new: 2 } } });
    const [row] = (await silent.ask(listRows, { batch: silent.id })).body.items;
    expect(row!.values.map(({ field }) => field)).not.toContain('phone');
    expect(row!.notices.filter(({ code }) => code === 'consent-missing').map(({ field }) => field)).toEqual(
      expect.arrayContaining(['sex', 'phone', 'hamlet']),
    );
    await silent.ask(importBatch, { batch: silent.id, version: silent.body.version });
    await drain();
    const bare = (await membersThere()).filter(({ name }) => /2[12]$/.test(name ?? ''));
    expect(bare).toMatchObject([
      { phone: null, hamlet: null, sex: null },
      { phone: null, hamlet: null, sex: null },
    ]);

    const columns = silent.proposed.columns.map(({ column, heading, field, unit }) => ({
      column,
      heading,
      field,
      unit,
    }));
    const third = await checked(director, await workbook([{ rows }]), { said: agreed });
    const refused = await third.ask(recordMapping, {
      batch: third.id,
      version: third.body.version,
      sheet: 0,
      kind: 'members',
      columns,
      said: { consent: { way: 'paper', givenOn: '2150-01-01' }, change: onPaper!.change },
    });
    expect(refused.body['obstacles']).toEqual(
      ['consent-without-paper', 'consent-in-future', 'said-of-other-kind'].map((code) => ({ code })),
    );
    expect(third.body).toMatchObject({ lacksConsent: false, counts: { outcomes: { update: 2 } } });
    await third.ask(importBatch, { batch: third.id, version: third.body.version });
    await drain();
    const consents = async () => (await as(director)(listConsents, { member: bare[0]!.id })).body.items;
    expect((await consents()).map(({ field }) => field).toSorted()).toEqual(['hamlet', 'phone', 'sex']);
    expect((await consents())[0]).toMatchObject({ way: 'paper', givenOn: '2026-01-05', withdrawnOn: null });

    const { version } = (await third.ask(getBatch, { batch: third.id })).body;
    await third.ask(withdrawBatch, { batch: third.id, version, reason: 'Nhầm tệp' });
    await drain();
    expect((await consents()).every(({ withdrawnOn }) => withdrawnOn !== null)).toBe(true);
    expect((await membersThere()).find(({ id }) => id === bare[0]!.id)).toMatchObject({ phone: null, hamlet: null });
    const first = (await silent.ask(getBatch, { batch: silent.id })).body;
    await silent.ask(withdrawBatch, { batch: silent.id, version: first.version, reason: 'Nhầm tệp' });
    await drain();
  });

  test('does not write over what somebody changes while it is taken over or taken back', async () => {
    const { here } = world;
    /** Somebody corrects a member, and is done only when the sheet's work has come to them. */
    const corrected = async (name: string, phone: string) => {
      const client = await here.database.connect();
      await client.query(`begin; set local lienket.province = '22'`);
      await client.query(`update registry.member set phone = $2, version = version + 1 where name = $1`, [name, phone]);
      const worked = drain();
      for (let waits = 0; waits === 0;) {
        const [row] = await here.owner<{ n: number }>(
          `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        waits = row!.n;
      }
      await client.query('commit');
      client.release();
      await worked;
    };
    const phoneOf = async (name: string) => (await membersThere()).find((member) => member.name === name)?.phone;
    const name = 'Nguyễn Văn C 2';
    const rows = [[...memberHeadings], memberRow(2, { 5: null, 6: 'Thôn Mới' })];
    const { id, ask, body } = await checked(director, await workbook([{ rows }]), { said: agreed });
    expect(body.counts?.outcomes).toMatchObject({ update: 1 });
    await ask(importBatch, { batch: id, version: body.version });
    await corrected(name, '0911111111');
    const stopped = (await ask(getBatch, { batch: id })).body;
    expect(stopped).toMatchObject({ state: 'checked', trouble: 'intake.batch.overtaken' });
    expect(await phoneOf(name)).toBe('0911111111');

    // The row is not what was shown any more: it is looked at again first.
    expect((await ask(checkBatch, { batch: id, version: stopped.version })).status).toBe(200);
    await drain();
    const { version } = (await ask(getBatch, { batch: id })).body;
    await ask(importBatch, { batch: id, version });
    await drain();
    const done = (await ask(getBatch, { batch: id })).body;
    expect(done.state).toBe('imported');
    await ask(withdrawBatch, { batch: id, version: done.version, reason: 'Nhầm tệp' });
    await corrected(name, '0922222222');
    expect((await ask(getBatch, { batch: id })).body).toMatchObject({
      state: 'imported',
      trouble: 'intake.batch.blocked',
    });
    expect(await phoneOf(name)).toBe('0922222222');
  });

  test('comes back as the same workbook, the wrong cells marked and no formula in it', async () => {
    const sheet = {
      rows: [['Danh sách', null], [...memberHeadings], memberRow(1), memberRow(2, { 2: 80, 6: '=cmd|calc' })],
      merges: ['A1:B1'],
      cells: { J4: { value: 5_000_000, formula: 'HYPERLINK("http://x")', formulaResult: 5_000_000 } },
    };
    const { id, ask } = await checked(director, await workbook([sheet, { name: 'Khác', rows: [['x']] }]));
    const { raw, headers } = await ask(exportMarkedSheet, { batch: id, language: 'vi' });
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain('danh sach (lỗi).xlsx');
    const marked = await readXlsx(new Uint8Array(raw), { readStyles: true });
    expect(marked.sheets.map(({ name }) => name)).toEqual(['Danh sách', 'Khác']);
    const [first] = marked.sheets;
    const cell = first!.cells!.get('3,2')!;
    expect(cell.style?.fill).toMatchObject({ fgColor: { rgb: 'FFC7CE' } });
    expect(cell.comment?.text).toBe('C4: Năm phải có bốn chữ số, ví dụ 1985');
    expect(first!.rows[3]!.at(-1)).toBe('C4: Năm phải có bốn chữ số, ví dụ 1985');
    expect(first!.rows[3]![6]).toBe("'=cmd|calc");
    expect([...first!.cells!.values()].some(({ formula }) => formula !== undefined)).toBe(false);
    expect(first!.merges).toHaveLength(1);
  });

  test('a CSV comes back with a column of errors', async () => {
    const text =
      'Họ và tên;Tư cách;Ngày vào\r\nLê A;Liên kết không góp vốn;1/1/25\r\nLê B;Liên kết không góp vốn;01/05/2025\r\n';
    const { id, ask } = await checked(director, csv(text), { name: 'ds.csv' });
    const { raw } = await ask(exportMarkedSheet, { batch: id, language: 'en' });
    expect(raw.toString('utf8').split('\r\n')).toEqual([
      '\ufeffHọ và tên;Tư cách;Ngày vào;Errors',
      'Lê A;Liên kết không góp vốn;1/1/25;C2: The year has two digits: write all four',
      'Lê B;Liên kết không góp vốn;01/05/2025;',
      '',
    ]);
  });

  test('every heading of the empty sheets is known again', async () => {
    for (const kind of batchKinds)
      for (const language of ['vi', 'en', 'th'] as const) {
        const { raw } = await as(officer)(exportTemplate, { kind, language, format: 'csv' });
        const headings = raw.toString('utf8').replace('\ufeff', '').trim().split('","').join(',');
        const columns = templateColumns[kind].map(({ heading }, at) => ({
          column: at + 1,
          heading: heading[['vi', 'en', 'th'].indexOf(language)]!,
        }));
        expect(headings.length).toBeGreaterThan(20);
        expect(proposedMapping(kind, columns).map(({ field }) => field)).toEqual(
          templateColumns[kind].map(({ field }) => field),
        );
      }
  });

  test('holds households and groups with who stands for them, and legal persons as the register knows them', async () => {
    const heads = ['Họ và tên', 'Loại thành viên', 'Người đại diện', 'Mã số thuế thành viên', 'Tư cách', 'Ngày vào'];
    const more = ['Liên kết không góp vốn', '01/05/2025'];
    const rows = [
      ['Hộ ông Lê Văn Sáu', 'Hộ gia đình', 'Lê Văn Sáu', '', ...more],
      ['Tổ nuôi ong số 3', 'Tổ hợp tác', 'Phùn A Sáng', '', ...more],
      ['HTX Biển Vân Đồn', 'Pháp nhân', '', '', ...more],
      ['Công ty Không Có', 'Pháp nhân', '', '', ...more],
      ['HTX Hòa Bình Đầm Hà', 'Pháp nhân', '', '9900000016', ...more],
    ];
    const { id, ask, body } = await checked(director, await workbook([{ rows: [heads, ...rows] }]));
    expect(body.counts).toMatchObject({
      outcomes: { new: 3, refused: 2 },
      troubles: { 'party-unnamed': 1, 'party-is-itself': 1 },
    });
    await ask(importBatch, { batch: id, version: body.version, part: true });
    await drain();
    const made = (await membersThere()).filter(({ party }) => party !== 'person');
    expect(made.map(({ name, party, partyOrganisation }) => [name, party, partyOrganisation])).toEqual([
      ['Hộ ông Lê Văn Sáu', 'household', null],
      ['HTX Biển Vân Đồn', 'legal-person', neighbour],
      ['Tổ nuôi ong số 3', 'group', null],
    ]);
    const again = await checked(director, await workbook([{ rows: [heads, rows[2]!] }]));
    expect(again.body.counts?.outcomes).toMatchObject({ same: 1, new: 0 });
  });

  test('is nobody else’s', async () => {
    const file = (
      await upload(
        otherOfficer,
        await workbook([
          {
            rows: [
              ['a', 'b'],
              [1, 2],
            ],
          },
        ]),
        'a.xlsx',
      )
    ).body.id as FileId;
    expect((await as(otherOfficer)(recordBatch, { id: newId(), file, organisation: cooperative })).status).toBe(403);
    const { id } = await checked(communeOfficer, await workbook([{ rows: [[...memberHeadings], memberRow(1)] }]));
    for (const person of [otherOfficer]) expect((await as(person)(getBatch, { batch: id })).status).toBe(403);
    expect((await as(officer)(getBatch, { batch: id })).status).toBe(200);
  });
});
