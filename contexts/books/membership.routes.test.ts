import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId, type MemberId } from '#kernel/id.ts';
import { textOfPdf } from '#platform/pdf/pdf-text.ts';
import { stopPdf } from '#platform/pdf/typst.ts';
import { scene, saveScene } from '#contexts/quality/quality.example.ts';
import {
  exportCapitalCertificate,
  recordCapitalCertificate,
  type CapitalCertificateId,
} from '#contexts/registry/capital-certificate.wire.ts';
import { listMemberships } from '#contexts/registry/personal-request.wire.ts';
import { registry, usePersonalKeys } from '#registry';
import { signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { yearBookLines } from './books.example.ts';
import { books } from './index.ts';
import { listMembershipBooks } from './membership.wire.ts';
import { saveHolder } from './surplus.example.ts';
import { getSurplus, recordSurplus, withdrawSurplus, type SurplusId } from './surplus.wire.ts';
import { recordYearBook } from './year-book.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here, [...books.handlers, ...registry.handlers]);
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const { cooperative: organisation } = scene;
const [mai, lua, entry] = [newId<MemberId>(), newId<MemberId>(), newId<MemberId>()];
const person = { mai: await signedIn(here), lua: await signedIn(here, { role: 'organisation-member', organisation }) };
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation }));
const auditor = as(await signedIn(here, { role: 'auditor' }));

async function savePatronage(member: MemberId, position: number, vnd: number): Promise<void> {
  await here.owner(
    `insert into books.patronage (province, organisation_id, settlement_id, position, on_day, delivery_id, member_id, amount_vnd)
     select 22, $1, id, $2, '2025-08-01', gen_random_uuid(), $3, $4 from linkage.settlement limit 1`,
    [organisation, position, member, vnd],
  );
}

beforeAll(async () => {
  await saveScene(here.owner);
  await here.owner(
    `insert into linkage.settlement (province, id, contract_id, number, period_from, period_until, side, drafted_by, goods_vnd,
       reduction_vnd, vat_vnd, set_off_vnd, amount_vnd, state, issued_on, due_on, agreed_by, agreed_at)
     values (22, gen_random_uuid(), $1, 'QT-1', '2025-08-01', '2025-08-01', 'seller', 'test', 9, 0, 0, 0, 9, 'agreed', '2025-08-01',
       '2025-08-01', 'test', now())`,
    [scene.contract],
  );
  for (const [member, name, vnd, account] of [
    [mai, 'Hoàng Thị Mai', 30_000_000, person.mai.account],
    [lua, 'Nguyễn Thị Lụa', 10_000_000, person.lua.account],
    [entry, 'Hoàng Thị Mai', 1_000_000, null],
  ] as const)
    await saveHolder(here.owner, { organisation, member, name, vnd, account });
  await savePatronage(mai, 1, 6_000_000);
  await savePatronage(lua, 2, 4_000_000);
  await savePatronage(entry, 3, 500_000);
});
afterAll(() => stopPdf());

const asked = async (who: keyof typeof person) => (await as(person[who])(listMembershipBooks, {})).body.items;

describe('what the books say of the own memberships', () => {
  test('is asked for without naming anybody, and is the own part alone', async () => {
    await manager(recordYearBook, { organisation, year: 2025, seen: 0, lines: yearBookLines, source: 'B02-HTX' });
    const { basisHash } = (await manager(getSurplus, { organisation, year: 2025 })).body;
    const surplus = newId<SurplusId>();
    const document = 'Nghị quyết 01/2026';
    const given = { id: surplus, organisation, year: 2025, funds: [], patronageBp: 5_000, document, basisHash };
    expect((await manager(recordSurplus, { ...given, decidedOn: '2026-02-20' })).status).toBe(200);

    const [own, ...more] = await asked('mai');
    expect(more).toEqual([]);
    expect(own).toMatchObject({ member: mai, patronage: [{ year: 2025, amountVnd: 6_000_000, shares: 1 }] });
    const [sharing] = own!.sharings;
    expect(sharing!.parts.map(({ kind, weightVnd }) => [kind, weightVnd])).toEqual([
      ['patronage', 6_000_000],
      ['capital', 30_000_000],
    ]);
    expect(await asked('lua')).toMatchObject([{ member: lua, patronage: [{ amountVnd: 4_000_000 }] }]);
    // Whoever asks for somebody else is not heard: the question has no place for a name.
    const begged = await as(person.lua)(listMembershipBooks, { member: mai, account: person.mai.account } as never);
    expect(begged.body.items.map(({ member }) => member)).toEqual([lua]);
    for (const ask of [manager, auditor]) expect((await ask(listMembershipBooks, {})).body.items).toEqual([]);
    expect((await as(stranger)(listMembershipBooks, {})).status).toBe(401);

    const back = { surplus, reversedOn: '2026-03-01', document: 'Nghị quyết 02', reason: 'Tính sót một khoản' };
    expect((await manager(withdrawSurplus, back)).status).toBe(200);
    expect((await asked('mai'))[0]!.sharings[0]!.reversedOn).toBe('2026-03-01');
  });

  test('counts under one membership what was entered under two records of one person', async () => {
    const merger = newId();
    await here.owner(
      `insert into registry.record_merger (province, id, subject, merged_id, survivor_id, shown_as_id, reason, merged_by)
       values (22, $1, 'member', $2, $3, $3, 'Ghi hai lần', 'test')`,
      [merger, entry, mai],
    );
    expect((await asked('mai')).map(({ member, patronage }) => [member, patronage[0]!.amountVnd])).toEqual([
      [mai, 6_500_000],
    ]);
    await here.owner(
      `update registry.record_merger set undone_at = now(), undone_by = 'test', undo_reason = 'Hai người' where id = $1`,
      [merger],
    );
    expect((await asked('mai'))[0]!.patronage[0]!.amountVnd).toBe(6_000_000);
  });
});

describe('own certificates of contribution', () => {
  test('stand on the own page and open also for who holds no role there any more; nobody else’s do', async () => {
    const issue = async (member: MemberId) => {
      const id = newId<CapitalCertificateId>();
      expect((await manager(recordCapitalCertificate, { id, member, issuedOn: '2026-03-01' })).status).toBe(200);
      return id;
    };
    const [mine, theirs] = [await issue(mai), await issue(lua)];
    const { items } = (await as(person.mai)(listMemberships, {})).body;
    expect(items[0]!.certificates).toMatchObject([
      { id: mine, paidVnd: 30_000_000, may: { export: true, replace: false, withdraw: false } },
    ]);
    const { raw } = await as(person.mai)(exportCapitalCertificate, { certificate: mine });
    expect(textOfPdf(raw).join(' ')).toContain('Hoàng Thị Mai');
    for (const who of ['mai', 'lua'] as const) {
      const foreign = who === 'mai' ? theirs : mine;
      expect((await as(person[who])(exportCapitalCertificate, { certificate: foreign })).status).toBe(403);
    }
  });
});
