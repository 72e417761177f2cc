import { describe, expect, test } from 'vitest';
import { newId, type AccountId } from '#kernel/id.ts';
import { testDatabase } from '#tests/harness.ts';
import { createAccount } from './account.ts';
import { browser, signInServer } from '#tests/sign-in.harness.ts';

const database = await testDatabase();
const password = 'một câu rất dài 2026';

async function somebody(email = `${newId()}@example.test`): Promise<{ id: AccountId; email: string }> {
  const id = newId<AccountId>();
  await database.within((db) => createAccount(db, { id, name: 'Trần Thị Lan', email, password }));
  return { id, email };
}

const http = await signInServer(database);
const https = await signInServer(database, { origin: 'https://lienket.example' });

describe('signing in with a password', () => {
  test('the right one opens a session, and the cookie is kept from scripts and from other sites', async () => {
    const { email } = await somebody();
    const { status, cookies } = await browser(http).post('/api/auth/sign-in/email', { email, password });
    expect(status).toBe(200);
    const [session] = cookies.filter((cookie) => cookie.startsWith('lienket.session_token='));
    expect(session).toMatch(/; HttpOnly/);
    expect(session).toMatch(/; SameSite=Lax/);
    expect(session).not.toMatch(/; Secure/);
  });

  test('under https the cookie is Secure and says so in its name', async () => {
    const { email } = await somebody();
    const { status, cookies } = await browser(https).post('/api/auth/sign-in/email', { email, password });
    expect(status).toBe(200);
    const [session] = cookies.filter((cookie) => cookie.startsWith('__Secure-lienket.session_token='));
    expect(session).toMatch(/; Secure/);
    expect(session).toMatch(/; HttpOnly/);
    expect(cookies.filter((cookie) => !cookie.includes('; Secure'))).toEqual([]);
  });

  test('capitals in the address do not matter, a wrong password and an unknown address look the same', async () => {
    const { email } = await somebody();
    const right = await browser(http).post('/api/auth/sign-in/email', { email: email.toUpperCase(), password });
    expect(right.status).toBe(200);
    const wrong = await browser(http).post('/api/auth/sign-in/email', { email, password: 'not this one, no' });
    const nobody = await browser(http).post('/api/auth/sign-in/email', { email: 'nobody@example.test', password });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'auth.invalid-email-or-password']);
    expect([nobody.status, nobody.body.code]).toEqual([wrong.status, wrong.body.code]);
  });

  test('nobody makes an account for himself', async () => {
    const body = { email: 'new@example.test', password, name: 'New' };
    expect((await browser(http).post('/api/auth/sign-up/email', body)).status).toBe(404);
    expect(await database.owner(`select from auth."user" where email = 'new@example.test'`)).toHaveLength(0);
  });
});
