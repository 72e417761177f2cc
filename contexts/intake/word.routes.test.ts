import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listOrganisations } from '#contexts/registry/organisation.wire.ts';
import { quangNinh } from '#tests/harness.ts';
import { intakeWorld } from '#tests/intake.harness.ts';
import {
  getBatch,
  importBatch,
  listColumns,
  listRows,
  listUnknownWords,
  recordMapping,
  withdrawMapping,
} from './batch.wire.ts';
import { activityWords, bare, wordsIn, wordsUnknown } from './cell-word.ts';
import { importFromConsole } from './console-import.store.ts';
import { workbook, type SheetValue } from './sheet.example.ts';

const { here, as, drain, handIn, checked, people } = await intakeWorld();
const { officer, director } = people;

const heads = ['Tên HTX', 'Loại hình', 'Lĩnh vực hoạt động', 'Xã, phường'];
const sheet = (...rows: readonly (readonly SheetValue[])[]) => workbook([{ rows: [heads, ...rows] }]);
const found = async (search: string) => (await as(officer)(listOrganisations, { search })).body.items;

describe('words a sheet writes and nobody knows', () => {
  const rows = [
    ['HTX Ngô Một', 'HTX NN kiểu mới', 'Nông nghiệp', 'Đầm Hà'],
    ['HTX Ngô Hai', 'HTX NN kiểu mới', 'Nông nghiệp; dịch vụ', 'Đầm Hà'],
    ['HTX Ngô Ba', 'Hợp tác xã', 'Nông lâm thủy sản', 'Đầm Hà'],
    ['HTX Ngô Bốn', 'HTX', '022080000001', 'Đầm Hà'],
    ['HTX Ngô Năm', '-', 'Nghề khác', 'Đầm Hà'],
  ];

  test('are listed once with how many rows write them, and with a proposal where they speak of several', async () => {
    const { id } = await handIn(officer, await sheet(...rows), { organisation: null });
    const ask = as(officer);
    const { body } = await ask(listUnknownWords, {
      batch: id,
      sheet: 0,
      kind: 'organisations',
      columns: '2:kind,3:fields',
    });
    expect(body.items.map(({ field, text, rows: n, letter, proposed }) => [field, text, n, letter, proposed])).toEqual([
      ['kind', 'HTX NN kiểu mới', 2, 'B', []],
      ['fields', 'Nông nghiệp', 2, 'C', ['crops', 'livestock']],
      ['fields', 'Nông lâm thủy sản', 1, 'C', ['crops', 'livestock', 'forestry', 'fishery']],
      ['fields', 'Nghề khác', 1, 'C', []],
    ]);
    const none = { batch: id, sheet: 0, kind: 'organisations', columns: '1:name' } as const;
    expect((await ask(listUnknownWords, none)).body.items).toEqual([]);
  });

  test('are said once, remembered with the columns, and used by the next sheet and by the console', async () => {
    const words = {
      kind: { 'htx nn kieu moi': ['cooperative'] },
      fields: { 'nong nghiep': ['crops'], 'nong lam thuy san': ['forestry', 'fishery'], 'nghe khac': [] },
    };
    const first = await checked(officer, await sheet(...rows), { kind: 'organisations', organisation: null, words });
    expect(first.body.counts).toMatchObject({ outcomes: { new: 4, refused: 1 }, troubles: { 'word-unknown': 1 } });
    const { items } = (await first.ask(listRows, { batch: first.id })).body;
    expect(items.map(({ values }) => values.find(({ field }) => field === 'fields')?.text)).toEqual([
      'crops',
      'crops, services',
      'forestry, fishery',
      undefined,
      undefined,
    ]);

    const next = await sheet(['HTX Khoai', 'HTX NN kiểu mới', 'Nông nghiệp', 'Đầm Hà']);
    const second = await checked(officer, next, { kind: 'organisations', organisation: null });
    expect(second.proposed).toMatchObject({ remembered: true, words });
    expect(second.body.counts?.outcomes).toMatchObject({ new: 1 });
    const { version } = (await second.ask(getBatch, { batch: second.id })).body;
    await second.ask(importBatch, { batch: second.id, version });
    await drain();
    expect(await found('khoai')).toMatchObject([{ kind: 'cooperative', fields: ['crops'] }]);

    const report = await importFromConsole(
      { database: here.database, province: quangNinh },
      {
        kind: 'organisations',
        bytes: await sheet(['HTX Sắn', 'HTX NN kiểu mới', 'Nông lâm thủy sản', 'Đầm Hà']),
        fileName: 'x.xlsx',
        organisation: null,
        as: undefined,
        sheet: undefined,
        forAll: {},
        said: {},
        dryRun: false,
      },
      () => undefined,
    );
    expect(report).toMatchObject({ troubles: [], counts: { outcomes: { new: 1 } } });
    expect(await found('sắn')).toMatchObject([{ fields: ['forestry', 'fishery'] }]);
  });

  test('are seen with who said them, and forgotten with their columns: the next sheet asks again', async () => {
    const heads = ['Tên HTX', 'Loại', 'Xã'];
    const of = (name: string) => workbook([{ rows: [heads, [name, 'HTX lạ', 'Đầm Hà']] }]);
    const about = { sheet: 0, kind: 'organisations' as const };
    const words = { kind: { 'htx la': ['cooperative'], 'htx cu': ['union'] } };
    const first = await checked(officer, await of('HTX Mía'), { ...about, organisation: null, words });
    const ask = as(officer);
    const before = await handIn(officer, await of('HTX Lạc'), { organisation: null });
    const columns = async () => (await ask(listColumns, { batch: before.id, ...about })).body;
    const { memory, ...known } = await columns();
    expect(known).toMatchObject({ remembered: true, words });
    expect(memory?.by).toContain('Person');

    expect((await as(director)(withdrawMapping, { batch: before.id, ...about })).status).toBe(403);
    expect((await columns()).memory).toEqual(memory);
    expect((await ask(withdrawMapping, { batch: before.id, ...about })).status).toBe(200);
    expect(await columns()).toMatchObject({ remembered: false, memory: null, words: {}, forAll: {} });
    // What was said for a file stands, and said again it is remembered again, without the word that was left out.
    expect((await ask(listColumns, { batch: first.id, ...about })).body).toMatchObject({ words, memory: null });
    await checked(officer, await of('HTX Mía'), {
      ...about,
      organisation: null,
      words: { kind: { 'htx la': ['cooperative'] } },
    });
    expect(await columns()).toMatchObject({ remembered: true, words: { kind: { 'htx la': ['cooperative'] } } });
    expect((await columns()).words['kind']).not.toHaveProperty('htx cu');
  });

  test('cannot mean what the field has not, nor nothing where something has to stand', async () => {
    const bytes = await workbook([
      {
        rows: [
          ['Họ và tên', 'Giới tính', 'Tư cách', 'Ngày vào'],
          ['Lê A', '1', 'CT', '01/05/2025'],
        ],
      },
    ]);
    const { id } = await handIn(director, bytes);
    const ask = as(director);
    const about = { batch: id, sheet: 0, kind: 'members' } as const;
    const { columns } = (await ask(listColumns, about)).body;
    const say = (words: Record<string, Record<string, string[]>>) =>
      ask(recordMapping, {
        ...about,
        version: 1,
        columns: columns.map(({ column, heading, field }) => ({ column, heading, field })),
        words,
      });
    const wrong: readonly Record<string, Record<string, string[]>>[] = [
      { sex: { 1: ['neither'] } },
      { sex: { 1: ['male', 'female'] } },
      { standing: { ct: [] } },
      { standing: { ct: ['official'] } },
      { name: { 'le a': ['x'] } },
      { nothing: { a: ['x'] } },
    ];
    for (const words of wrong)
      expect((await say(words)).body, JSON.stringify(words)).toMatchObject({
        code: 'intake.mapping.not-possible',
        obstacles: [{ code: 'word-without-meaning', field: Object.keys(words)[0] }],
      });
    expect((await say({ sex: { 1: ['male'] }, standing: { ct: ['associate'] } })).status).toBe(200);
    await drain();
    expect((await ask(getBatch, { batch: id })).body.counts?.outcomes).toMatchObject({ new: 1 });
  });
});

test('a cell of several words is read once every word that is not known has been said, whatever the words', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 5 }), (parts) => {
      const text = parts.join(', ');
      const unknown = wordsUnknown(text, activityWords, true);
      const told = Object.fromEntries(unknown.map((word) => [bare(word), ['crops'] as const]));
      expect(wordsIn(text, activityWords, told).trouble).toBeUndefined();
      expect(wordsIn(text, activityWords).trouble).toBe(unknown.length > 0 ? 'word-unknown' : undefined);
    }),
  );
});
