import { describe, expect, test } from 'vitest';
import type { Day } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import { listActs } from '#contexts/registry/act.wire.ts';
import { listMembers } from '#contexts/registry/member.wire.ts';
import { agreed, intakeWorld, onPaper } from '#tests/intake.harness.ts';
import { quangNinh } from '#tests/harness.ts';
import { importFromConsole, type ConsoleSheet } from './console-import.store.ts';
import { getBatch, listBatches } from './batch.wire.ts';
import { csv, memberHeadings, memberRow, workbook } from './sheet.example.ts';

const { here, as, people, cooperative, neighbour } = await intakeWorld();
const { officer, director } = people;

const usual = {
  kind: 'members',
  fileName: 'ds.xlsx',
  organisation: cooperative,
  as: undefined,
  sheet: undefined,
} as const;
const take = (bytes: Uint8Array, more: Partial<ConsoleSheet> = {}) =>
  importFromConsole(
    { database: here.database, province: quangNinh },
    { ...usual, forAll: {}, said: {}, dryRun: false, bytes, ...more },
    () => undefined,
  );
const obstaclesOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => [],
    (error: unknown) => (error instanceof Problem ? error.details['obstacles'] : error),
  );
const emailOf = async (name: string | null) =>
  (await here.owner<{ email: string }>('select email from auth."user" where id = $1', [name]))[0]!.email;
const membersThere = async () => (await as(director)(listMembers, { organisation: cooperative, size: 200 })).body.total;
const sheets = async () => (await as(officer)(listBatches, {})).body.total;

describe('a sheet handed in at the console', () => {
  test('with a wrong cell leaves no trace, and every wrong cell is told without what stands in it', async () => {
    const rows = [memberRow(1), memberRow(2, { 2: 80, 4: '02208000000' })];
    const report = await take(await workbook([{ rows: [[...memberHeadings], ...rows] }]));
    expect(report).toMatchObject({
      batch: null,
      counts: { rows: 2, outcomes: { new: 1, refused: 1 } },
      troubles: [{ row: 3, column: 'C', heading: 'Năm sinh', code: 'year-not-plausible' }],
    });
    expect(JSON.stringify(report)).not.toContain('02208000000');
    expect([await membersThere(), await sheets()]).toEqual([0, 0]);
  });

  test('is tried without being kept, then taken over whole and listed among the sheets of the pages', async () => {
    const bytes = await workbook([{ rows: [[...memberHeadings], memberRow(1), memberRow(2)] }]);
    expect(await take(bytes, { dryRun: true })).toMatchObject({ batch: null, troubles: [] });
    expect([await membersThere(), await sheets()]).toEqual([0, 0]);
    const as_ = await emailOf(officer.account);
    const { batch } = await take(bytes, { as: as_ });
    expect((await as(officer)(getBatch, { batch: batch! })).body).toMatchObject({
      state: 'imported',
      may: { withdraw: true },
    });
    expect([await membersThere(), await sheets()]).toEqual([2, 1]);
    const audits = await here.owner(`select account_id from platform.audit where method = 'intake.batch.import'`);
    expect(audits).toHaveLength(1);
    expect(await take(bytes)).toMatchObject({ counts: { outcomes: { same: 2 } } });
  });

  test('is refused with everything that is missing before a row is read', async () => {
    const text = csv('Họ và tên;Thôn\r\nLê A;1\r\n');
    expect(await obstaclesOf(take(text))).toEqual([
      { code: 'field-missing', field: 'standing' },
      { code: 'field-missing', field: 'joinedOn' },
    ]);
    const told = { standing: 'Liên kết không góp vốn', joinedOn: '01/07/2025' };
    expect(await take(text, { forAll: told, dryRun: true })).toMatchObject({ counts: { outcomes: { new: 1 } } });
    expect(await obstaclesOf(take(text, { forAll: { ...told, joinedOn: 'hôm qua' } }))).toEqual([
      { code: 'value-for-all-unreadable', field: 'joinedOn' },
    ]);
    expect(await obstaclesOf(take(csv('x\r\n1\r\n')))).toEqual([{ code: 'rows-missing' }]);
    expect(await obstaclesOf(take(text, { kind: 'organisations' }))).toEqual(['not-of-one']);
    expect(await obstaclesOf(take(text, { as: 'nobody@example.test' }))).toEqual(['officer-unknown']);
    const stranger = await emailOf(people.otherOfficer.account);
    expect(await obstaclesOf(take(text, { as: stranger }))).toEqual(['not-of-the-officer']);
  });

  test('tells each column that was left out and why, and takes it with the consent that is said', async () => {
    const rows = [[...memberHeadings, 'Ghi chú riêng'], [...memberRow(31), 'x'], memberRow(32)];
    const bytes = await workbook([{ rows }]);
    const bare = await take(bytes, { dryRun: true });
    expect(bare.columnsLeftOut).toEqual([
      { column: 'D', heading: 'Giới tính', reason: 'consent-missing', rows: 2 },
      { column: 'F', heading: 'Điện thoại', reason: 'consent-missing', rows: 2 },
      { column: 'G', heading: 'Thôn', reason: 'consent-missing', rows: 2 },
      { column: 'A', heading: 'STT', reason: 'heading-unknown', rows: null },
      { column: 'K', heading: 'Ghi chú riêng', reason: 'heading-unknown', rows: null },
    ]);
    const { consent } = agreed!;
    const told = { consent: { ...consent!, givenOn: '2026-01-05' as Day } };
    const taken = await take(bytes, { said: told });
    expect(taken.columnsLeftOut.map(({ heading }) => heading)).toEqual(['STT', 'Ghi chú riêng']);
    const given = await here.owner('select distinct way, given_on::text, document from registry.member_consent');
    expect(given).toEqual([{ way: 'paper', given_on: '2026-01-05', document: consent!.document }]);
    expect(await obstaclesOf(take(bytes, { kind: 'organisations', organisation: null, said: told }))).toContainEqual({
      code: 'said-of-other-kind',
    });
  });

  test('changes what is registered of an organisation by the paper that is said', async () => {
    const rows = [
      ['Tên HTX', 'Xã, phường', 'Địa chỉ'],
      ['HTX Biển Vân Đồn', 'Đặc khu Vân Đồn', 'Khu 7'],
    ];
    const sheet = { kind: 'organisations', organisation: null } as const;
    const bytes = await workbook([{ rows }]);
    expect((await take(bytes, sheet)).troubles).toMatchObject([{ row: 2, code: 'document-missing' }]);
    const said = onPaper as ConsoleSheet['said'];
    expect(await take(bytes, { ...sheet, said })).toMatchObject({ counts: { outcomes: { update: 1 } }, troubles: [] });
    const acts = (await as(officer)(listActs, { organisation: neighbour })).body.items;
    expect(acts.find(({ kind }) => kind === 'changed')).toMatchObject({
      onDay: '2026-03-02',
      document: '15/QĐ-HTX',
      documentIssuer: 'Đại hội thành viên',
    });
  });
});
