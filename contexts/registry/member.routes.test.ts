import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId, type AccountId, type MemberId } from '#kernel/id.ts';
import type { Actor } from '#kernel/actor.ts';
import { day } from '#kernel/day.ts';
import { runDocument } from '#platform/method/run.ts';
import { otherProvince, quangNinh, signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { registry, usePersonalKeys } from './index.ts';
import {
  closeMembership,
  correctMember,
  eraseMember,
  exportMembers,
  findMembers,
  getMember,
  getNationalId,
  listLooks,
  listMemberExports,
  listMembers,
  matchNationalId,
  recordLook,
  recordMember,
  type LookId,
} from './member.wire.ts';
import { damHa, examples, saveExamples, vanDon } from './registry.example.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
const { cooperative, neighbour, farm, reported } = examples;
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });

const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: cooperative }));
const memberPerson = await signedIn(here, { role: 'organisation-member', organisation: cooperative });
const memberOf = as(memberPerson);
const neighbourManager = as(await signedIn(here, { role: 'organisation-manager', organisation: neighbour }));
const communeOfficer = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const otherOfficer = as(await signedIn(here, { role: 'commune-officer', unit: vanDon }));
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const auditor = as(await signedIn(here, { role: 'auditor' }));
const foreignOfficer = as(await signedIn(here, { role: 'provincial-officer', province: otherProvince }));
const nobody = as(stranger);

beforeAll(() => saveExamples(here.owner));

const joining = (more: Record<string, unknown> = {}) => ({
  id: newId<MemberId>(),
  organisation: cooperative,
  standing: 'official-both' as const,
  name: 'Nguyễn Thị Hoà',
  sex: 'female' as const,
  consent: { way: 'paper' as const, givenOn: day('2025-04-20'), document: 'Giấy đồng ý 1' },
  birthYear: 1980,
  joinedOn: day('2025-05-01'),
  contributedVnd: 5_000_000,
  ...more,
});

async function joined(more: Record<string, unknown> = {}): Promise<MemberId> {
  const input = joining(more);
  expect((await manager(recordMember, input)).status).toBe(200);
  return input.id;
}

describe('who sees the members', () => {
  test('the manager and the officer of the place all of them, a member the names, an auditor rows without persons', async () => {
    const id = await joined({ phone: '0912 345 678', nationalId: '022180001234', hamlet: 'Thôn 2' });
    const seenBy = async (ask: typeof nobody) => {
      const { body } = await ask(listMembers, { organisation: cooperative });
      return body.items.find((row) => row.id === id);
    };
    for (const ask of [manager, communeOfficer, officer])
      expect(await seenBy(ask)).toMatchObject({
        name: 'Nguyễn Thị Hoà',
        phone: '0912 345 678',
        nationalId: '••••••••1234',
        hamlet: 'Thôn 2',
      });
    expect(await seenBy(memberOf)).toMatchObject({
      name: 'Nguyễn Thị Hoà',
      phone: null,
      nationalId: null,
      contributedVnd: null,
    });
    expect(await seenBy(auditor)).toMatchObject({
      name: null,
      phone: null,
      birthYear: null,
      contributedVnd: 5_000_000,
    });
  });

  test('nobody else', async () => {
    for (const ask of [neighbourManager, otherOfficer])
      expect((await ask(listMembers, { organisation: cooperative })).status).toBe(403);
    expect((await nobody(listMembers, { organisation: cooperative })).status).toBe(401);
    expect((await foreignOfficer(listMembers, { organisation: cooperative }, { province: otherProvince })).status).toBe(
      403,
    );
  });

  test('an auditor’s search by name finds all or nothing: it is not looked at', async () => {
    const all = (await auditor(listMembers, { organisation: cooperative })).body.total;
    expect(all).toBeGreaterThan(0);
    expect((await auditor(listMembers, { organisation: cooperative, search: 'không ai tên thế' })).body.total).toBe(
      all,
    );
  });

  test('nobody puts them in the order of what is hidden: a member not by the stake, an auditor not by the name', async () => {
    for (const [name, contributedVnd] of [['Ân', 3_000_000] as const, ['Ba', 90_000_000] as const, ['Chi', 7] as const])
      await joined({ name, contributedVnd });
    const order = async (ask: typeof nobody, sort: 'contributed' | 'joined' | 'name') =>
      (await ask(listMembers, { organisation: cooperative, sort, size: 200 })).body.items.map(({ id }) => id);
    expect(await order(manager, 'contributed')).not.toEqual(await order(manager, 'joined'));
    expect(await order(memberOf, 'contributed')).toEqual(await order(memberOf, 'joined'));
    expect(await order(auditor, 'name')).toEqual(await order(auditor, 'joined'));
    expect(await order(auditor, 'contributed')).toEqual(await order(manager, 'contributed'));
  });

  test('names are found without marks and with a slip', async () => {
    await joined({ name: 'Đặng Văn Quýnh' });
    for (const search of ['dang van quynh', 'Quynh', 'đặng văn qynh']) {
      const { body } = await manager(listMembers, { organisation: cooperative, search });
      expect(body.items.map(({ name }) => name)).toContain('Đặng Văn Quýnh');
    }
  });
});

describe('entering a member', () => {
  test('who does not keep the list is refused', async () => {
    for (const ask of [memberOf, neighbourManager, otherOfficer, auditor])
      expect((await ask(recordMember, joining())).status).toBe(403);
  });

  test('every reason is told at once', async () => {
    const { status, body } = await manager(
      recordMember,
      joining({ standing: 'associate', birthYear: 2015, joinedOn: '2019-01-01' }),
    );
    expect(status).toBe(409);
    expect(body.obstacles).toEqual(['joined-before-founding', 'associate-with-capital']);
    // By the year alone seventeen or eighteen then, but long of age.
    expect((await manager(recordMember, joining({ birthYear: 2002, joinedOn: day('2020-06-01') }))).status).toBe(200);
    expect((await manager(recordMember, joining({ birthYear: 2009, contributedVnd: 0 }))).body.obstacles).toEqual([
      'official-without-capital',
      'too-young',
    ]);
    expect((await officer(recordMember, joining({ organisation: reported }))).body.obstacles).toEqual(['reported']);
    expect((await officer(recordMember, joining({ organisation: farm }))).body.obstacles).toEqual([
      'organisation-has-no-members',
    ]);
  });

  test('an associate without capital may be fifteen', async () => {
    const guardian = {
      name: 'Lê Thị Mẹ',
      relation: 'mẹ',
      phone: '0912 000 222',
      document: 'Giấy 1',
      consentedOn: '2025-04-01',
    };
    await joined({ standing: 'associate', contributedVnd: 0, birthYear: 2010, guardian });
  });

  test('a national id of another length is no national id', async () => {
    expect((await manager(recordMember, joining({ nationalId: '12345' }))).body).toMatchObject({
      code: 'input.invalid',
    });
  });

  test('sent a hundred times it is one member', async () => {
    const input = joining({ name: 'Lặp Lại' });
    const commandId = newId();
    const answers = await Promise.all(Array.from({ length: 100 }, () => manager(recordMember, input, { commandId })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await here.owner('select from registry.member_entry where member_id = $1', [input.id])).toHaveLength(1);
  });
});

describe('correcting, leaving, erasing', () => {
  test('a correction says which fields and why, not the values', async () => {
    const member = await joined();
    const correction = { member, version: 1, name: 'Nguyễn Thị Hòa Bình', birthYear: 1981, reason: 'Sai theo giấy tờ' };
    expect((await manager(correctMember, correction)).body.version).toBe(2);
    const { body } = await manager(getMember, { member });
    expect(body).toMatchObject({ name: 'Nguyễn Thị Hòa Bình', birthYear: 1981 });
    expect(body.entries.map(({ kind, fields }) => [kind, fields])).toEqual([
      ['recorded', []],
      ['corrected', ['name', 'birthYear']],
    ]);
    expect((await manager(correctMember, correction)).body.obstacles).toEqual(['changed-meanwhile']);
    expect((await neighbourManager(correctMember, { ...correction, version: 2 })).status).toBe(403);
  });

  test('a membership ends once, not before it began and not in the future', async () => {
    const member = await joined({ standing: 'associate', contributedVnd: 0 });
    const leave = (leftOn: string, version = 1) => manager(closeMembership, { member, version, leftOn: day(leftOn) });
    expect((await leave('2025-04-30')).body.obstacles).toEqual(['left-before-joining']);
    expect((await leave('2099-01-01')).body.obstacles).toEqual(['left-in-future']);
    expect((await leave('2026-01-31')).status).toBe(200);
    expect((await leave('2026-02-01', 2)).body.obstacles).toEqual(['left-already']);
    const present = (await manager(listMembers, { organisation: cooperative, size: 200 })).body.items;
    expect(present.some(({ id }) => id === member)).toBe(false);
  });

  test('nobody leaves with capital in the ledger', async () => {
    const member = await joined();
    const { body } = await manager(closeMembership, { member, version: 1, leftOn: day('2026-01-31') });
    expect(body.obstacles).toEqual(['capital-unsettled']);
  });

  test('what tells who it was is gone after erasure, also for who asks the database; the stake stays', async () => {
    const member = await joined({ name: 'Xóa Tôi Đi', phone: '0987 654 321', nationalId: '022190009999' });
    expect((await manager(eraseMember, { member, version: 1, reason: 'Theo yêu cầu' })).status).toBe(200);
    const { body } = await manager(getMember, { member });
    expect(body).toMatchObject({
      erased: true,
      name: null,
      phone: null,
      nationalId: null,
      birthYear: null,
      contributedVnd: 5_000_000,
    });
    const [row] = await here.owner<{ all: string }>(
      `select to_jsonb(m)::text as all from registry.member m where id = $1`,
      [member],
    );
    expect(row!.all).not.toContain('Xóa');
    expect(row!.all).not.toContain('987 654');
    expect(
      (await manager(correctMember, { member, version: 2, name: 'Trở Lại', reason: 'thử' })).body.obstacles,
    ).toEqual(['erased']);
    const kept = await here.owner(
      `select from platform.audit where input::text like '%Xóa Tôi%' or input::text like '%022190009999%'
       union all select from platform.command_reply where reply::text like '%Xóa Tôi%' or reply::text like '%022190009999%'`,
    );
    expect(kept).toEqual([]);
  });
});

describe('national ids', () => {
  test('lie encrypted, are shown after a purpose is given, and each look is kept and visible', async () => {
    const member = await joined({ nationalId: '022185004321' });
    const [row] = await here.owner<{ cipher: Buffer }>(
      'select national_id_cipher as cipher from registry.member where id = $1',
      [member],
    );
    expect(row!.cipher.includes('022185004321')).toBe(false);
    const look = newId<LookId>();
    expect((await communeOfficer(recordLook, { id: look, member, purpose: 'Đối chiếu hồ sơ vay' })).status).toBe(200);
    expect((await communeOfficer(getNationalId, { look })).body.nationalId).toBe('022185004321');
    expect((await officer(getNationalId, { look })).status).toBe(403);
    const looks = await manager(listLooks, { member });
    expect(looks.body.items).toMatchObject([{ way: 'shown', purpose: 'Đối chiếu hồ sơ vay' }]);
    expect(await here.owner(`select from platform.command_reply where reply::text like '%022185004321%'`)).toEqual([]);
  });

  test('a look is over after five minutes', async () => {
    const member = await joined({ nationalId: '022185004322' });
    const look = newId<LookId>();
    await manager(recordLook, { id: look, member, purpose: 'Kiểm tra' });
    await here.owner(`update registry.personal_look set looked_at = now() - interval '6 minutes' where id = $1`, [
      look,
    ]);
    expect((await manager(getNationalId, { look })).body.code).toBe('registry.national-id.look-over');
  });

  test('find the same person in several organisations, only where one may see the members', async () => {
    const nationalId = '022170005555';
    const mine = await joined({ nationalId });
    const there = joining({ nationalId, organisation: neighbour });
    await neighbourManager(recordMember, there);
    const found = async (ask: typeof nobody) =>
      (await ask(matchNationalId, { nationalId, purpose: 'Tìm trùng' })).body.items.map(({ id }) => id).toSorted();
    expect(await found(officer)).toEqual([mine, there.id].toSorted());
    expect(await found(manager)).toEqual([mine]);
    expect(await found(otherOfficer)).toEqual([there.id]);
    expect((await memberOf(matchNationalId, { nationalId, purpose: 'Tò mò' })).status).toBe(403);
    expect((await auditor(matchNationalId, { nationalId, purpose: 'Tò mò' })).status).toBe(403);
    expect((await officer(listLooks, { member: mine })).body.items.every(({ way }) => way === 'found-by')).toBe(true);
    expect(await here.owner(`select from platform.audit where input::text like '%${nationalId}%'`)).toEqual([]);
  });

  test('a member reads who looked at its own, nobody else’s', async () => {
    const mine = await joined({ nationalId: '022199001111' });
    await here.owner('update registry.member set account_id = $1 where id = $2', [
      memberPerson.account as AccountId,
      mine,
    ]);
    await officer(recordLook, { id: newId<LookId>(), member: mine, purpose: 'Kiểm tra chéo' });
    expect((await memberOf(listLooks, { member: mine })).body.items).toHaveLength(1);
    expect((await memberOf(listLooks, { member: await joined() })).status).toBe(403);
  });

  test('the server can neither change nor delete a look', async () => {
    await expect(here.within((db) => db.deleteFrom('registry.personal_look' as never).execute())).rejects.toThrow(
      'permission denied',
    );
    await expect(
      here.within((db) =>
        db
          .updateTable('registry.personal_look' as never)
          .set({ purpose: 'x' } as never)
          .execute(),
      ),
    ).rejects.toThrow('permission denied');
  });

  test('moved to another member’s row an id no longer opens', async () => {
    const [from, to] = [await joined({ nationalId: '022150007777' }), await joined({ nationalId: '022150008888' })];
    await here.owner(
      'update registry.member set national_id_cipher = (select national_id_cipher from registry.member where id = $1) where id = $2',
      [from, to],
    );
    expect((await manager(getMember, { member: to })).body.nationalId).toBe('•'.repeat(12));
    const look = newId<LookId>();
    await manager(recordLook, { id: look, member: to, purpose: 'đối chiếu' });
    expect((await manager(getNationalId, { look })).body.code).toBe('registry.personal.unreadable');
    await here.owner('update registry.member set national_id_cipher = null, national_id_hmac = null where id = $1', [
      to,
    ]);
  });
});

describe('finding a member across the province', () => {
  test('is for officers: the province’s everywhere, the commune’s in its own unit', async () => {
    await joined({ name: 'Voòng A Chí' });
    const names = async (ask: typeof nobody, search: string) =>
      (await ask(findMembers, { search })).body.items.map(({ name }) => name);
    expect(await names(officer, 'voong a chi')).toEqual(['Voòng A Chí']);
    expect(await names(officer, 'voong a cho')).toEqual(['Voòng A Chí']);
    expect(await names(communeOfficer, 'voong a chi')).toEqual(['Voòng A Chí']);
    expect(await names(otherOfficer, 'voong a chi')).toEqual([]);
    for (const ask of [manager, memberOf, auditor])
      expect((await ask(findMembers, { search: 'voong' })).status).toBe(403);
  });

  test('stays within the province, although its function runs as owner', async () => {
    expect(
      (await foreignOfficer(findMembers, { search: 'voong a chi' }, { province: otherProvince })).body.items,
    ).toEqual([]);
    const found = (province?: typeof otherProvince) =>
      here.within(async (db) => {
        const { sql } = await import('kysely');
        return (await sql`select id from registry.member_by_words('voong a chi', 'voong a chi', 50)`.execute(db)).rows
          .length;
      }, province);
    expect(await found()).toBe(1);
    expect(await found(otherProvince)).toBe(0);
    const client = await here.database.connect();
    const { rows } = await client.query(`select id from registry.member_by_words('voong a chi', 'voong a chi', 50)`);
    client.release();
    expect(rows).toEqual([]);
  });
});

describe('members as a sheet', () => {
  test('names that a spreadsheet would run are harmless, and an auditor’s sheet has no names', async () => {
    await joined({ name: '=HYPERLINK("x")' });
    const csv = async (ask: typeof nobody) =>
      (await ask(exportMembers, { organisation: cooperative, format: 'csv' })).raw.toString('utf8');
    expect(await csv(manager)).toContain(`"'=HYPERLINK(""x"")"`);
    expect(await csv(auditor)).not.toContain('HYPERLINK');
    for (const ask of [memberOf, neighbourManager])
      expect((await ask(exportMembers, { organisation: cooperative })).status).toBe(403);
    for (const ask of [manager, communeOfficer]) expect((await ask(exportMembers, {})).status).toBe(403);
    expect((await officer(exportMembers, { format: 'csv' })).status).toBe(200);
  });

  test('each export with persons in it is written down, whose list and how long it was', async () => {
    const [{ n }] = (await here.owner<{ n: number }>(
      'select count(*)::int as n from registry.member where organisation_id = $1 and left_on is null',
      [neighbour],
    )) as [{ n: number }];
    const taken = async () => (await neighbourManager(listMemberExports, { organisation: neighbour })).body.items;
    const before = await taken();
    await auditor(exportMembers, { organisation: neighbour });
    await manager(exportMembers, { organisation: neighbour });
    expect(await taken()).toEqual(before);

    const sheet = await neighbourManager(exportMembers, { organisation: neighbour, format: 'csv' });
    expect(sheet.raw.toString('utf8').trim().split('\r\n')).toHaveLength(n + 1);
    await officer(exportMembers, { present: 'all' });
    expect((await taken()).slice(0, 2)).toMatchObject([
      { scope: 'province', present: 'all', format: 'xlsx', by: expect.stringContaining('Person') },
      { scope: 'organisation', present: 'true', format: 'csv', rows: n, by: expect.stringContaining('Person') },
    ]);
    expect((await manager(listMemberExports, { organisation: cooperative })).body.items).toContainEqual(
      expect.objectContaining({ scope: 'province', present: 'all' }),
    );
    for (const ask of [memberOf, auditor, otherOfficer, manager])
      expect((await ask(listMemberExports, { organisation: neighbour })).status).toBe(ask === otherOfficer ? 200 : 403);
  });

  test('what was written down stands when the reader breaks off', async () => {
    const exported = () => here.owner(`select from registry.personal_look where way = 'exported'`);
    const before = (await exported()).length;
    const actor: Actor = {
      account: memberPerson.account,
      name: '',
      province: quangNinh,
      grants: [{ role: 'provincial-officer', organisation: null, unit: null }],
      session: null,
    };
    const handler = registry.handlers.find(({ method }) => method.name === exportMembers.name)!;
    const asked = {
      input: exportMembers.input.parse({ organisation: cooperative }),
      province: quangNinh,
      commandId: null,
      origin: 'http://localhost:3000',
      requestId: 'r',
      ip: '127.0.0.1',
      actorIn: () => Promise.resolve(actor),
    };
    await expect(runDocument(here.database, handler, asked, () => Promise.reject(new Error('gone')))).rejects.toThrow(
      'gone',
    );
    expect(await exported()).toHaveLength(before + 1);
  });
});
