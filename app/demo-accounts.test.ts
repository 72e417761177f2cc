import { beforeAll, describe, expect, test } from 'vitest';
import { newId, type AccountId } from '#kernel/id.ts';
import { createAccount, giveRole } from '#platform/session/account.ts';
import { closeDemonstrationSessions } from '#platform/session/demonstration.ts';
import { offerSignInWays } from '#platform/session/ways.ts';
import { changeAccount, listDemonstrationAccounts, myAccount } from '#contexts/people/account.wire.ts';
import { listSessions } from '#contexts/people/session.wire.ts';
import { testDatabase } from '#tests/harness.ts';
import { browser, signInServer } from '#tests/sign-in.harness.ts';
import type { Day } from '#kernel/day.ts';

const database = await testDatabase();
const local = await signInServer(database, { demonstration: 'loopback' });
const open = await signInServer(database, { demonstration: 'public', origin: 'https://lienket.example' });
const off = await signInServer(database);
const director = newId<AccountId>();
const real = newId<AccountId>();

beforeAll(async () => {
  offerSignInWays({ demonstration: 'loopback', providers: [] });
  await database.owner(
    `delete from platform.tenant where province = 31; update platform.tenant set demonstration = true where province = 22`,
  );
  await database.within(async (db) => {
    await createAccount(db, {
      id: director,
      name: 'Cán bộ tỉnh (trình diễn)',
      email: 'officer@demo.invalid',
      demonstration: true,
    });
    await giveRole(db, { account: director, role: 'provincial-officer', from: '2026-01-01' as Day, by: null });
    await createAccount(db, { id: real, name: 'Người thật', email: 'real@example.test', password: 'một câu rất dài' });
    await giveRole(db, { account: real, role: 'administrator', from: '2026-01-01' as Day, by: null });
  });
});

const signInAs = (server: typeof local, account: string, machine = {}) => {
  const visitor = browser(server, machine);
  return visitor.post('/api/demo/sign-in', { account }).then((seen) => ({ visitor, ...seen }));
};

describe('a demonstration sign-in', () => {
  test('is one click from the front page, and gives what the role gives', async () => {
    const visitor = browser(local);
    const { items } = (await visitor.ask(listDemonstrationAccounts, {})).body;
    expect(items).toMatchObject([
      { id: director, name: 'Cán bộ tỉnh (trình diễn)', role: 'provincial-officer', organisation: null },
    ]);
    const answer = await visitor.post('/api/demo/sign-in', { account: items[0]!.id });
    expect(answer.status).toBe(200);
    expect(answer.cookies[0]).toMatch(/HttpOnly; SameSite=Lax$/);
    expect((await visitor.ask(myAccount, {})).body).toMatchObject({
      account: { id: director, demonstration: true },
      grants: [{ role: 'provincial-officer' }],
    });
    expect((await visitor.get('/api/auth/get-session')).body).toMatchObject({
      user: { email: 'officer@demo.invalid' },
    });
    expect((await visitor.post('/api/auth/sign-out')).status).toBe(200);
    expect((await visitor.ask(myAccount, {})).body.account).toBeNull();
  });

  test('opens no account with a password, and none that is not there', async () => {
    expect((await signInAs(local, real)).status).toBe(404);
    expect((await signInAs(local, newId())).status).toBe(404);
    expect((await signInAs(local, 'x')).status).toBe(400);
  });

  test('is refused from another machine, unless the demonstration is public', async () => {
    expect(await signInAs(local, director, { address: '192.0.2.9' })).toMatchObject({
      status: 403,
      body: { code: 'demo.off-loopback' },
    });
    const seen = await signInAs(open, director, { address: '192.0.2.9' });
    expect(seen.status).toBe(200);
    expect(seen.cookies[0]).toMatch(/^__Secure-lienket.session_token=.*; Secure$/);
  });

  test('is refused behind a proxy of the same machine, when people type another name', async () => {
    const published = await signInServer(database, { demonstration: 'loopback', origin: 'https://lienket.example' });
    expect((await signInAs(published, director)).status).toBe(403);
  });

  test('does not exist with LIENKET_DEMO=0, and whoever was in is out', async () => {
    expect((await signInAs(off, director)).status).toBe(404);
    const { visitor } = await signInAs(local, director);
    await closeDemonstrationSessions(local.auth.pool);
    expect((await visitor.ask(myAccount, {})).body.account).toBeNull();
  });

  test('gives nobody a lasting hold of the account, nor a look at other visitors', async () => {
    const { visitor } = await signInAs(local, director);
    await signInAs(local, director, { agent: 'another visitor' });
    expect((await visitor.ask(listSessions, {})).body.items).toHaveLength(1);
    const added = await visitor.get('/api/auth/passkey/generate-register-options');
    expect([added.status, added.body.code]).toEqual([403, 'auth.demonstration-account']);
    expect((await visitor.post('/api/auth/two-factor/enable', { password: 'x' })).status).toBe(403);
    expect((await visitor.ask(changeAccount, { name: 'Tên khác' })).status).toBe(409);
  });

  test('is limited by address', async () => {
    const seen = [];
    for (let count = 0; count < 121; count += 1)
      seen.push((await signInAs(open, newId(), { address: '192.0.2.50' })).status);
    expect(seen.at(-1)).toBe(429);
  });

  test('ends to count when the province is no demonstration', async () => {
    const { visitor } = await signInAs(local, director);
    await database.owner(`update platform.tenant set demonstration = false`);
    expect((await visitor.ask(myAccount, {})).body.account).toBeNull();
    expect((await signInAs(local, director)).status).toBe(404);
    await database.owner(`update platform.tenant set demonstration = true`);
  });
});
