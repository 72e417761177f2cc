import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, type MemberId } from '#kernel/id.ts';
import { damHa, saveScene, scene } from '#contexts/quality/quality.example.ts';
import { stopReading } from '#platform/spreadsheet/read.ts';
import { listMemberExports } from '#contexts/registry/member.wire.ts';
import { registry } from '#registry';
import { signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { yearBookLines } from './books.example.ts';
import { books } from './index.ts';
import { exportMemberUse, listMemberUse, previewMemberUse, recordMemberUse } from './member-use.wire.ts';
import { saveHolder } from './surplus.example.ts';
import { getSurplus, recordSurplus, type SurplusId } from './surplus.wire.ts';
import { recordYearBook } from './year-book.wire.ts';

const here = await testDatabase();
const server = await testServer(here, [...books.handlers, ...registry.handlers]);
const { as } = server;
const { cooperative: organisation, otherCooperative } = scene;
const boss = await signedIn(here, { role: 'organisation-manager', organisation });
const manager = as(boss);
const officer = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const other = as(await signedIn(here, { role: 'organisation-manager', organisation: otherCooperative }));
const auditor = as(await signedIn(here, { role: 'auditor' }));
const [mai, lua, again] = [newId<MemberId>(), newId<MemberId>(), newId<MemberId>()];
const asked = { organisation, year: 2025 };

beforeAll(async () => {
  await saveScene(here.owner);
  for (const [member, name, vnd] of [
    [mai, 'Hoàng Thị Mai', 30_000_000],
    [lua, 'Nguyễn Thị Lụa', 10_000_000],
    [again, 'Hoàng Thị Mai', 1_000_000],
  ] as const)
    await saveHolder(here.owner, { organisation, member, name, vnd });
  await here.owner(
    `insert into registry.record_merger (province, id, subject, merged_id, survivor_id, shown_as_id, reason, merged_by)
     values (22, gen_random_uuid(), 'member', $1, $2, $2, 'Ghi hai lần', 'test')`,
    [again, mai],
  );
});
afterAll(stopReading);

const none = { useVnd: null, labourDayTenths: null, labourVnd: null };
const line = (member: MemberId, more: object, seen = 0) => ({ member, seen, ...none, ...more });
const rowOf = async (member: MemberId) =>
  (await manager(listMemberUse, asked)).body.items.find((row) => row.member.id === member);

describe('the yearly entry of use and labour', () => {
  test('stands beside the statements, once for who was entered twice, and a correction keeps what was', async () => {
    const given = {
      ...asked,
      source: 'Sổ dịch vụ 2025',
      lines: [
        line(mai, { useVnd: 6_000_000, labourDayTenths: 125, labourVnd: 2_500_000 }),
        line(lua, { useVnd: 2_000_000 }),
      ],
    };
    expect((await manager(recordMemberUse, given)).body).toEqual({ recorded: 2 });
    expect((await manager(listMemberUse, asked)).body).toMatchObject({
      linkageVnd: 0,
      useVnd: 8_000_000,
      labourDayTenths: 125,
      labourVnd: 2_500_000,
    });
    expect((await manager(listMemberUse, asked)).body.items.map(({ member }) => member.id)).not.toContain(again);

    const change = { ...asked, source: 'Sổ dịch vụ 2025', lines: [line(lua, { useVnd: 3_000_000 }, 1)] };
    expect((await manager(recordMemberUse, change)).body.obstacles).toEqual(['reason-missing']);
    expect((await officer(recordMemberUse, { ...change, reason: 'cộng sót' })).status).toBe(200);
    expect((await manager(recordMemberUse, { ...change, reason: 'cộng sót' })).body.obstacles).toEqual([
      'changed-meanwhile',
      'nothing-changed',
    ]);
    expect(await rowOf(lua)).toMatchObject({ useVnd: 3_000_000, version: 2, reason: 'cộng sót' });
    expect((await rowOf(lua))!.earlier).toMatchObject([{ useVnd: 2_000_000, version: 1, reason: null }]);
    const found = async (more: object) => (await manager(listMemberUse, { ...asked, ...more })).body;
    expect((await found({ search: 'lua' })).items.map(({ member }) => member.id)).toEqual([lua]);
    const all = (await found({})).items.map(({ member }) => member.id);
    const [first, second] = [await found({ size: 1 }), await found({ size: 1, page: 2 })];
    expect([...first.items, ...second.items].map(({ member }) => member.id)).toEqual(all.slice(0, 2));
    expect([first.total, first.useVnd]).toEqual([all.length, 9_000_000]);
    expect((await auditor(listMemberUse, { ...asked, search: 'lua' })).body.total).toBe(0);
    const [kept] = await here.owner<{ n: number }>(
      'select count(*)::int as n from books.member_use where member_id = $1',
      [lua],
    );
    expect(kept!.n).toBe(2);
  });

  test('is for who runs the organisation and the officer of its place; an auditor sees no person', async () => {
    const given = { ...asked, source: 'Sổ', lines: [line(mai, { useVnd: 1 }, 1)], reason: 'thử' };
    for (const [ask, status] of [
      [other, 403],
      [auditor, 403],
      [as(stranger), 401],
    ] as const)
      expect((await ask(recordMemberUse, given)).status).toBe(status);
    const { status, body } = await auditor(listMemberUse, asked);
    expect([status, body.may]).toEqual([200, { record: false, export: false }]);
    expect(JSON.stringify(body)).not.toMatch(/Mai|Lụa/);
    expect((await other(listMemberUse, asked)).status).toBe(403);
  });

  test('a sheet handed out is shown before it is taken, and each wrong cell is named', async () => {
    const { raw } = await manager(exportMemberUse, { ...asked, format: 'csv' });
    const text = raw.toString();
    expect(text).toContain('Hoàng Thị Mai');
    const { items } = (await manager(listMemberExports, { organisation })).body;
    expect(items.length).toBeGreaterThan(0);
    const preview = async (content: string) => {
      const file = (await server.upload(boss, new TextEncoder().encode(content), 'muc-su-dung.csv')).body.id;
      return manager(previewMemberUse, { ...asked, file });
    };
    const same = await preview(text);
    expect(same.body.troubles).toEqual([]);
    expect(new Set(same.body.lines.map(({ change }) => change))).toEqual(new Set(['same']));
    const changed = await preview(text.replace('6000000', '6500000'));
    expect(changed.body.lines.find(({ member }) => member.id === mai)).toMatchObject({
      change: 'changed',
      useVnd: 6_500_000,
      seen: 1,
    });
    const wrong = await preview(text.replace('6000000', 'nhiều'));
    expect(wrong.body.troubles).toMatchObject([{ code: 'not-whole-dong', found: 'nhiều' }]);
    expect((await rowOf(mai))!.useVnd).toBe(6_000_000);
    const foreign = (await server.upload(boss, new TextEncoder().encode(text), 'x.csv')).body.id;
    expect((await officer(previewMemberUse, { ...asked, file: foreign })).status).toBe(422);
  });
});

test('a surplus is shared by use as entered where no sale went through Lienket', async () => {
  await manager(recordYearBook, { ...asked, seen: 0, lines: yearBookLines, source: 'B02-HTX' });
  const { basisHash, weights } = (await manager(getSurplus, asked)).body;
  expect(weights.map(({ linkageVnd }) => linkageVnd)).toEqual([0, 0]);
  const given = {
    ...asked,
    id: newId<SurplusId>(),
    funds: [],
    patronageBp: 10_000,
    decidedOn: '2026-02-20',
    document: 'NQ 01',
    basisHash,
  };
  expect((await manager(recordSurplus, given)).body.obstacles).toEqual(['no-patronage-known']);
  expect((await manager(recordSurplus, { ...given, useBasis: 'use' })).status).toBe(200);
  const [sharing] = (await manager(getSurplus, asked)).body.recorded;
  expect(sharing).toMatchObject({ useBasis: 'use' });
  const parts = sharing!.lines.filter(({ kind }) => kind === 'patronage');
  expect(parts.map(({ member, weightVnd }) => [member!.id, weightVnd])).toEqual(
    [
      [mai, 6_000_000],
      [lua, 3_000_000],
    ].toSorted(([one], [two]) => (String(one) < String(two) ? -1 : 1)),
  );
});
