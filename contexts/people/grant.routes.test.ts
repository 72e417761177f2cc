import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#kernel/actor.ts';
import { addDays, today } from '#kernel/day.ts';
import { newId, type AccountId, type GrantId } from '#kernel/id.ts';
import { organisationKinds, type OrganisationKind } from '#contexts/registry/organisation.ts';
import { otherProvince, signedIn, stranger, testDatabase, testServer, type Person } from '#tests/harness.ts';
import { myAccount } from './account.wire.ts';
import { handsOut, kindsOf } from './grant.ts';
import { approveGrant, listGrants, revokeGrant } from './grant.wire.ts';
import { listNotifications } from './notification.wire.ts';
import { baChe, placesForPeople, savePlacesForPeople } from './people.example.ts';

const database = await testDatabase();
const { as } = await testServer(database);
const { cooperative, otherCooperative } = placesForPeople;

let administrator: Person;
let officer: Person;
let communeOfficer: Person;
let manager: Person;
let stray: Person;
beforeAll(async () => {
  await savePlacesForPeople(database.owner);
  administrator = await signedIn(database, { role: 'administrator' });
  officer = await signedIn(database, { role: 'provincial-officer' });
  communeOfficer = await signedIn(database, { role: 'commune-officer', unit: baChe });
  manager = await signedIn(database, { role: 'organisation-manager', organisation: cooperative });
  stray = await signedIn(database, { role: 'organisation-manager', organisation: otherCooperative });
});

const grantOf = async (person: Person): Promise<GrantId> => {
  const [row] = await database.owner<{ id: GrantId }>(
    `select id from platform.access_grant where account_id = $1 order by granted_at limit 1`,
    [person.account],
  );
  return row!.id;
};
const give = (by: Person, to: Person, role: Role, more: object = {}) =>
  as(by)(approveGrant, { grant: newId<GrantId>(), account: to.account as AccountId, role, ...more });
const heldRoles = async (person: Person) => (await as(person)(myAccount, {})).body.grants.map(({ role }) => role);

describe('giving a role', () => {
  test('it is for kinds of organisation that the registry has', () => {
    const kinds: readonly OrganisationKind[] = Object.values(kindsOf).flat();
    expect(kinds.filter((kind) => !organisationKinds.includes(kind))).toEqual([]);
  });

  test('it counts from the next request on, and the person is told', async () => {
    const person = await signedIn(database);
    expect((await as(person)(listGrants, {})).status).toBe(403);
    expect((await give(administrator, person, 'provincial-officer')).status).toBe(200);
    expect((await as(person)(listGrants, {})).status).toBe(200);
    expect((await as(person)(listNotifications, {})).body).toMatchObject({
      unseen: 1,
      items: [{ topic: 'people.grant.approved', params: { role: 'provincial-officer', place: null } }],
    });
  });

  test('it begins and ends on its days', async () => {
    const person = await signedIn(database);
    await give(administrator, person, 'auditor', { from: addDays(today(), 1) });
    await give(administrator, person, 'laboratory');
    expect(await heldRoles(person)).toEqual([]);
    await database.owner(`update platform.access_grant set valid_from = $2, valid_until = $2 where account_id = $1`, [
      person.account,
      today(),
    ]);
    expect(await heldRoles(person)).toEqual(['auditor']);
    await database.owner(`update platform.access_grant set valid_from = $2, valid_until = $2 where account_id = $1`, [
      person.account,
      addDays(today(), -1),
    ]);
    expect(await heldRoles(person)).toEqual([]);
  });

  test('a role without its place, or ending before it begins, is refused with every reason', async () => {
    const person = await signedIn(database);
    const { status, body } = await give(administrator, person, 'buyer', { unit: baChe, until: '2020-01-01' });
    expect(status).toBe(409);
    expect(body['obstacles']).toEqual(['organisation-missing', 'unit-not-wanted', 'ends-before-it-begins']);
  });

  test('the same role is not held twice', async () => {
    const person = await signedIn(database);
    expect((await give(administrator, person, 'auditor')).status).toBe(200);
    expect((await give(administrator, person, 'auditor')).status).toBe(409);
  });

  test('an account nobody has is not found', async () => {
    expect((await give(administrator, { account: newId(), cookie: '' }, 'auditor')).status).toBe(404);
  });

  test.each(Object.entries(handsOut).filter(([, roles]) => roles.length === 0))('%s gives no role', async (role) => {
    const where = role === 'auditor' ? {} : { organisation: cooperative };
    const person = await signedIn(database, { role: role as Role, ...where });
    expect((await give(person, stray, 'organisation-member', { organisation: cooperative })).status).toBe(403);
  });
});

describe('revoking a role', () => {
  test('the next request of that person no longer has it', async () => {
    const person = await signedIn(database, { role: 'organisation-manager', organisation: cooperative });
    expect((await as(person)(listGrants, {})).status).toBe(200);
    const grant = await grantOf(person);
    expect((await as(communeOfficer)(revokeGrant, { grant, reason: 'Đã nghỉ việc' })).status).toBe(200);
    expect((await as(person)(listGrants, {})).status).toBe(403);
    expect((await as(person)(listNotifications, {})).body.items).toMatchObject([
      { topic: 'people.grant.revoked', params: { reason: 'Đã nghỉ việc' } },
    ]);
    const again = await as(communeOfficer)(revokeGrant, { grant, reason: 'Đã nghỉ việc' });
    expect(again.body).toMatchObject({ obstacles: ['already-revoked'] });
  });

  test('it stays on record with day and reason', async () => {
    const person = await signedIn(database, { role: 'organisation-member', organisation: cooperative });
    await as(manager)(revokeGrant, { grant: await grantOf(person), reason: 'Ra khỏi hợp tác xã' });
    const shown = await as(manager)(listGrants, { past: 'true', account: person.account as AccountId });
    expect(shown.body.items).toMatchObject([{ reason: 'Ra khỏi hợp tác xã', may: { revoke: false } }]);
    expect((await as(manager)(listGrants, { account: person.account as AccountId })).body.items).toEqual([]);
  });

  test('nobody ends the own role, or one he could not have given', async () => {
    const own = await as(administrator)(revokeGrant, { grant: await grantOf(administrator), reason: 'Nhầm lẫn' });
    expect(own.body).toMatchObject({ code: 'people.grant.not-revocable', obstacles: ['own-grant'] });
    expect((await as(manager)(revokeGrant, { grant: await grantOf(stray), reason: 'Không phải tôi' })).status).toBe(
      403,
    );
    expect((await as(stranger)(revokeGrant, { grant: await grantOf(stray), reason: 'Không phải tôi' })).status).toBe(
      401,
    );
  });

  test('a role of another province is not told from none', async () => {
    const neighbour = await signedIn(database, { role: 'auditor', province: otherProvince });
    const answer = await as(administrator)(revokeGrant, { grant: await grantOf(neighbour), reason: 'Tỉnh khác' });
    expect(answer.status).toBe(403);
  });
});

describe('the list of people', () => {
  const idsSeenBy = async (person: Person) =>
    (await as(person)(listGrants, { size: '200' })).body.items.map(({ account }) => account.id);

  test('a manager sees the own organisation, a commune officer the own unit, an officer of the province everybody', async () => {
    expect(await idsSeenBy(manager)).toContain(manager.account);
    expect(await idsSeenBy(manager)).not.toContain(stray.account);
    expect(await idsSeenBy(communeOfficer)).toEqual(expect.arrayContaining([manager.account, communeOfficer.account]));
    expect(await idsSeenBy(communeOfficer)).not.toContain(stray.account);
    expect(await idsSeenBy(officer)).toEqual(
      expect.arrayContaining([manager.account, stray.account, administrator.account]),
    );
  });

  test('an auditor sees roles and places, and no names', async () => {
    const auditor = await signedIn(database, { role: 'auditor' });
    const { body } = await as(auditor)(listGrants, { role: 'commune-officer' });
    expect(body.items[0]).toMatchObject({
      account: { name: '•••', email: '•••' },
      unit: { name: 'Ba Chẽ' },
      may: { revoke: false },
    });
    expect(body.may.give).toEqual([]);
    const [row] = await database.owner<{ name: string }>(`select name from auth."user" where id = $1`, [
      communeOfficer.account,
    ]);
    const guessing = await as(auditor)(listGrants, { role: 'commune-officer', search: row!.name });
    expect(guessing.body.total).toBe(body.total);
  });

  test('names are found without tone marks', async () => {
    const person = await signedIn(database, { role: 'organisation-member', organisation: cooperative });
    await database.owner(`update auth."user" set name = 'Đặng Thị Hoà' where id = $1`, [person.account]);
    const { body } = await as(manager)(listGrants, { search: 'dang thi hoa' });
    expect(body.items.map(({ account }) => account.id)).toEqual([person.account]);
    expect((await as(manager)(listGrants, { search: '%' })).body.total).toBe(0);
  });
});
