import { beforeAll, describe, expect, test } from 'vitest';
import { newId, type AccountId } from '#kernel/id.ts';
import { createAccount } from '#platform/session/account.ts';
import { notify } from '#platform/session/notify.ts';
import { offerSignInWays } from '#platform/session/ways.ts';
import { otherProvince, signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { browser, signInServer } from '#tests/sign-in.harness.ts';
import { changeAccount, listDemonstrationAccounts, myAccount } from './account.wire.ts';
import { listNotifications, markSeen } from './notification.wire.ts';
import { baChe, hongGai, placesForPeople, savePlacesForPeople } from './people.example.ts';
import { closeSession, listSessions } from './session.wire.ts';

const database = await testDatabase();
const { as } = await testServer(database);
const signIn = await signInServer(database);
const { cooperative, otherCooperative } = placesForPeople;
const password = 'chanh leo hữu cơ';

beforeAll(() => savePlacesForPeople(database.owner));

async function account() {
  const id = newId<AccountId>();
  const email = `${id}@example.test`;
  await database.within((db) => createAccount(db, { id, name: 'Ngô Văn Sáu', email, password }));
  return { id, email };
}

describe('who am I', () => {
  test('a stranger is told the province and nothing else', async () => {
    expect((await as(stranger)(myAccount, {})).body).toEqual({
      account: null,
      province: { code: 22, name: 'Quảng Ninh', demonstration: false },
      grants: [],
      demoSignIns: false,
      providers: [],
      mail: false,
    });
  });

  test('roles of another province do not count here', async () => {
    const person = await signedIn(database, { role: 'administrator', province: otherProvince });
    expect((await as(person)(myAccount, {})).body.grants).toEqual([]);
    expect((await as(person)(myAccount, {}, { province: otherProvince })).body.grants).toMatchObject([
      { role: 'administrator' },
    ]);
  });

  test('a forged cookie is nobody', async () => {
    const person = await signedIn(database, { role: 'administrator' });
    const [token = ''] = decodeURIComponent(person.cookie.split('=')[1]!).split('.');
    for (const forged of [`${token}.`, `${token}.AAAA`, token, '%E0%A4%A', `${token}.${'A'.repeat(43)}=`]) {
      const { body } = await as({ account: null, cookie: `lienket.session_token=${forged}` })(myAccount, {});
      expect(body.account).toBeNull();
    }
  });

  test('name and language are one’s own to change', async () => {
    const person = await signedIn(database);
    await as(person)(changeAccount, { name: 'Ngô Thị Bảy', locale: 'th' });
    expect((await as(person)(myAccount, {})).body.account).toMatchObject({ name: 'Ngô Thị Bảy', locale: 'th' });
    expect((await as(stranger)(changeAccount, { name: 'Ai đó' })).status).toBe(401);
  });
});

describe('sessions', () => {
  test('each device is listed, the ended one is out at its next request', async () => {
    const { email } = await account();
    const phone = browser(signIn, { agent: 'phone', address: '10.0.0.7' });
    const desk = browser(signIn, { agent: 'desk' });
    await phone.post('/api/auth/sign-in/email', { email, password });
    await desk.post('/api/auth/sign-in/email', { email, password });
    const { body } = await desk.ask(listSessions, {});
    expect(body.items.map(({ agent, address, current }) => [agent, address, current])).toEqual([
      ['desk', '127.0.0.1', true],
      ['phone', '10.0.0.7', false],
    ]);
    expect((await desk.ask(closeSession, { session: body.items[1]!.id })).body).toEqual({ closed: 1 });
    expect((await phone.ask(myAccount, {})).body.account).toBeNull();
    expect((await phone.ask(listSessions, {})).status).toBe(401);
    expect((await desk.ask(myAccount, {})).body.account).not.toBeNull();
  });

  test('all others are ended at once, one of somebody else is not found', async () => {
    const { email } = await account();
    const [one, two, three] = [browser(signIn), browser(signIn), browser(signIn)] as const;
    for (const each of [one, two, three]) await each.post('/api/auth/sign-in/email', { email, password });
    expect((await one.ask(closeSession, {})).body).toEqual({ closed: 2 });
    expect((await three.ask(listSessions, {})).status).toBe(401);
    const other = browser(signIn);
    await other.post('/api/auth/sign-in/email', { email: (await account()).email, password });
    const [mine] = (await one.ask(listSessions, {})).body.items;
    expect((await other.ask(closeSession, { session: mine!.id })).status).toBe(404);
  });

  test('a session ends by its day', async () => {
    const person = await signedIn(database);
    await database.owner(`update auth.session set "expiresAt" = now() - interval '1 second' where "userId" = $1`, [
      person.account,
    ]);
    expect((await as(person)(myAccount, {})).body.account).toBeNull();
  });
});

describe('notifications', () => {
  test('reach those who hold the role in the place, and nobody else', async () => {
    const manager = await signedIn(database, { role: 'organisation-manager', organisation: cooperative });
    const member = await signedIn(database, { role: 'organisation-member', organisation: cooperative });
    const other = await signedIn(database, { role: 'organisation-manager', organisation: otherCooperative });
    const commune = await signedIn(database, { role: 'commune-officer', unit: baChe });
    const elsewhere = await signedIn(database, { role: 'commune-officer', unit: hongGai });
    await database.within(async (db) => {
      await notify(db, { topic: 'test.organisation.told', to: { organisation: cooperative } });
      await notify(db, { topic: 'test.manager.told', to: { organisation: cooperative, role: 'organisation-manager' } });
      await notify(db, {
        topic: 'test.unit.told',
        to: [{ unit: baChe }, { role: 'auditor' }],
        params: { count: 3 },
        link: '/linkage',
      });
    });
    const topics = async (person: typeof manager) =>
      (await as(person)(listNotifications, {})).body.items.map(({ topic }) => topic);
    // Told in one transaction, so at one instant: their order is nobody's.
    expect((await topics(manager)).toSorted()).toEqual(['test.manager.told', 'test.organisation.told']);
    expect(await topics(member)).toEqual(['test.organisation.told']);
    expect(await topics(other)).toEqual([]);
    expect((await as(commune)(listNotifications, {})).body.items).toMatchObject([
      { topic: 'test.unit.told', params: { count: 3 }, link: '/linkage' },
    ]);
    expect(await topics(elsewhere)).toEqual([]);
    expect((await as(stranger)(listNotifications, {})).status).toBe(401);
  });

  test('each reader has seen it for himself only', async () => {
    const [one, two] = [
      await signedIn(database, { role: 'laboratory', organisation: otherCooperative }),
      await signedIn(database, { role: 'laboratory', organisation: otherCooperative }),
    ];
    await database.within((db) =>
      notify(db, { topic: 'test.laboratory.told', to: { organisation: otherCooperative, role: 'laboratory' } }),
    );
    const [told] = (await as(one)(listNotifications, { unseen: 'true' })).body.items;
    expect((await as(one)(markSeen, { notifications: [told!.id] })).body).toEqual({ unseen: 0 });
    expect((await as(one)(markSeen, { notifications: [told!.id] })).status).toBe(200);
    expect((await as(two)(listNotifications, {})).body.unseen).toBe(1);
    expect((await as(two)(markSeen, {})).body).toEqual({ unseen: 0 });
  });

  test('what was not told to somebody cannot be marked by him', async () => {
    const person = await signedIn(database);
    await database.within((db) => notify(db, { topic: 'test.auditor.told', to: { role: 'auditor' } }));
    const [row] = await database.owner<{ id: string }>(
      `select id from platform.notification where topic = 'test.auditor.told'`,
    );
    await as(person)(markSeen, { notifications: [row!.id] });
    expect(
      await database.owner(`select from platform.notification_seen where account_id = $1`, [person.account]),
    ).toEqual([]);
  });
});

describe('demonstration accounts', () => {
  test('are offered only where the province is one and the installation wants it', async () => {
    offerSignInWays({ demonstration: 'loopback', providers: [] });
    expect((await as(stranger)(listDemonstrationAccounts, {})).body).toEqual({ items: [] });
    expect((await as(stranger)(myAccount, {})).body.demoSignIns).toBe(false);
  });
});
