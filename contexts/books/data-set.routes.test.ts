import { beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { damHa, examples, saveExamples } from '#contexts/registry/registry.example.ts';
import { signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { exportBookLines, exportPatronage, exportScorecards } from './data-set.wire.ts';
import { books } from './index.ts';

const here = await testDatabase();
const { as } = await testServer(here, books.handlers);
const { cooperative, neighbour } = examples;
const province = as(await signedIn(here, { role: 'provincial-officer' }));
const commune = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const member = as(await signedIn(here, { role: 'organisation-member', organisation: cooperative }));

const line = { criterion: 1, part: 'total', most: 6, self: 4, source: 'TT 01', verified: false };
const condition = { what: 'members', needed: 300, found: null, outcome: 'unknown' };

beforeAll(async () => {
  await saveExamples(here.owner);
  const card = (organisation: string, kind: string, number: number, result: object) =>
    here.owner(
      `insert into books.scorecard (province, id, organisation_id, year, card, number, class, rules, inputs, result)
       values (22, $1, $2, 2024, $3, $4, null, '{}', '{}', $5)`,
      [newId(), organisation, kind, number, JSON.stringify(result)],
    );
  await card(cooperative, 'rating', 1, { lines: [{ ...line, checked: 9.5 }], totalPoints: null });
  await card(cooperative, 'rating', 2, { lines: [{ ...line, checked: null }], totalPoints: null });
  await card(neighbour, 'size', 1, {
    rows: [{ row: 'large', source: 'NĐ 113', verified: true, conditions: [condition] }],
  });
  await here.owner(
    `insert into books.year_book (province, organisation_id, year, version, source, reason, recorded_by)
     values (22, $1, 2024, 1, 'Sổ cái', null, 'x'), (22, $1, 2024, 2, 'Sổ cái', 'Sửa số', 'x')`,
    [neighbour],
  );
  await here.owner(
    `insert into books.year_book_line (province, organisation_id, year, version, line, external_vnd, internal_vnd, total_vnd)
     values (22, $1, 2024, 1, 'revenue', 1, 1, null), (22, $1, 2024, 2, 'revenue', 700, 300, null)`,
    [neighbour],
  );
});

const lines = async (asked: Promise<{ raw: Buffer }>) =>
  (await asked).raw.toString('utf8').split(/\r?\n/).filter(Boolean).slice(1);

test('a rating leaves with every criterion, and what nobody has checked stays blank', async () => {
  const rows = await lines(commune(exportScorecards, { format: 'csv', card: 'rating' }));
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatch(/,2024,,,1,Vốn,tổng mức,6,4,,TT 01,Chưa$/);
  expect(await lines(province(exportScorecards, { format: 'csv', card: 'rating' }))).toEqual(rows);
});

test('a size tells of each condition what is needed, what was found and what is not known', async () => {
  const [row] = await lines(province(exportScorecards, { format: 'csv', card: 'size', language: 'en' }));
  expect(row).toMatch(/Large,Official members,300,,Not known,NĐ 113,Yes$/);
  expect(await lines(commune(exportScorecards, { format: 'csv', card: 'size' }))).toEqual([]);
});

test('books leave in their newest version, of the organisations one may see; members see none of it', async () => {
  const rows = await lines(province(exportBookLines, { format: 'csv' }));
  expect(rows).toEqual([expect.stringMatching(/,2024,Doanh thu,700,300,1000,Sổ cái$/)]);
  expect(await lines(commune(exportBookLines, { format: 'csv' }))).toEqual([]);
  expect((await province(exportPatronage, { format: 'xlsx' })).raw.subarray(0, 2).toString()).toBe('PK');
  for (const method of [exportBookLines, exportPatronage, exportScorecards]) {
    expect((await member(method, {})).status).toBe(403);
    expect((await as(stranger)(method, {})).status).toBe(401);
  }
});
