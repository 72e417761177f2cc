import { describe, expect, test } from 'vitest';
import { Problem } from '#kernel/problem.ts';
import { listMembers } from '#contexts/registry/member.wire.ts';
import { intakeWorld } from '#tests/intake.harness.ts';
import { quangNinh } from '#tests/harness.ts';
import { importFromConsole, type ConsoleSheet } from './console-import.store.ts';
import { getBatch, listBatches } from './batch.wire.ts';
import { csv, memberHeadings, memberRow, workbook } from './sheet.example.ts';

const { here, as, people, cooperative } = await intakeWorld();
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
    { ...usual, forAll: {}, dryRun: false, bytes, ...more },
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
});
