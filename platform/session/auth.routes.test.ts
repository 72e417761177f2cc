import { describe, expect, test } from 'vitest';
import pg from 'pg';
import { createOTP } from '@better-auth/utils/otp';
import { getMigrations } from 'better-auth/db/migration';
import { newId, type AccountId } from '#kernel/id.ts';
import { testDatabase } from '#tests/harness.ts';
import { createAccount } from './account.ts';
import { browser, secret, servingUrl, signInServer } from '#tests/sign-in.harness.ts';
import { authOptions } from './auth.options.ts';
import { sweepSessions } from './limit.ts';

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

describe('guessing', () => {
  test('an account takes ten wrong passwords from one address, then even the right one has to wait', async () => {
    const { email } = await somebody();
    const guess = (address: string, given: string) =>
      browser(http, { address }).post('/api/auth/sign-in/email', { email, password: given });
    for (let count = 0; count < 10; count += 1) expect((await guess('192.0.2.1', 'not this one')).status).toBe(401);
    const { status, body } = await guess('192.0.2.1', password);
    expect([status, body.code]).toEqual([429, 'auth.too-many']);
    expect(body['retryAfter']).toBeGreaterThan(800);
    expect((await guess('192.0.2.2', password)).status, 'its owner, from elsewhere').toBe(200);
  });

  test('a right password forgives the wrong ones before it', async () => {
    const { email } = await somebody();
    for (let round = 0; round < 3; round += 1) {
      const visitor = browser(http, { address: `192.0.2.${10 + round}` });
      for (let count = 0; count < 8; count += 1)
        await visitor.post('/api/auth/sign-in/email', { email, password: 'not this one' });
      expect((await visitor.post('/api/auth/sign-in/email', { email, password })).status).toBe(200);
    }
  });

  test('one address tries twenty accounts a minute and no more; another address is not held up', async () => {
    const visitor = browser(http, { address: '198.51.100.1' });
    const seen = [];
    for (let count = 0; count < 21; count += 1) {
      seen.push((await visitor.post('/api/auth/sign-in/email', { email: `${newId()}@example.test`, password })).status);
    }
    expect(seen).toEqual([...Array.from({ length: 20 }, () => 401), 429]);
    const other = browser(http, { address: '198.51.100.2' });
    expect((await other.post('/api/auth/sign-in/email', { email: 'x@example.test', password })).status).toBe(401);
  });

  test('an address somebody only claims to have does not count, unless a proxy is trusted', async () => {
    const guess = (of: typeof http, claimed: string) =>
      browser(of, { address: '203.0.113.9' }).post(
        '/api/auth/sign-in/email',
        { email: `${newId()}@example.test`, password },
        { 'x-forwarded-for': claimed, 'x-lienket-address': claimed },
      );
    const direct = [];
    for (let count = 0; count < 21; count += 1) direct.push((await guess(http, `10.1.1.${count}`)).status);
    expect(direct.at(-1)).toBe(429);
    const behind = await signInServer(database, { trustProxy: true });
    for (let count = 0; count < 21; count += 1) expect((await guess(behind, `10.2.2.${count}`)).status).toBe(401);
  });
});

describe('requests that are not ours', () => {
  test('another site’s page is refused, with a cookie and without', async () => {
    const { email } = await somebody();
    const foreign = browser(http, { origin: 'https://evil.example' });
    expect((await foreign.post('/api/auth/sign-in/email', { email, password })).status).toBe(403);
    const visitor = browser(http);
    await visitor.post('/api/auth/sign-in/email', { email, password });
    expect((await visitor.post('/api/auth/sign-out', {}, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await visitor.get('/api/auth/get-session')).body).toMatchObject({ user: { email } });
  });

  test('a way out to another site is refused', async () => {
    const { email } = await somebody();
    const answer = await browser(http).post('/api/auth/sign-in/email', {
      email,
      password,
      callbackURL: 'https://evil.example/',
    });
    expect(answer.status).toBe(403);
  });

  test.each([
    ['no object', '[]'],
    ['half an object', '{"email":'],
    ['nothing', ''],
    ['a NUL', JSON.stringify({ email: 'a\u0000@example.test', password: 'x' })],
    ['other types', JSON.stringify({ email: 5, password: { $ne: 1 } })],
    ['a deep nest', `{"email":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
    ['an endless password', JSON.stringify({ email: 'a@example.test', password: 'x'.repeat(20_000) })],
    ['too much', JSON.stringify({ email: 'a@example.test', password: 'x'.repeat(40_000) })],
  ])('%s is answered with a code, never with a fault', async (title, body) => {
    const address = `192.0.2.${100 + title.length}`;
    for (const path of [
      'sign-in/email',
      'passkey/verify-authentication',
      'two-factor/verify-totp',
      'sign-in/social',
      'change-password',
    ]) {
      const answer = await browser(http, { address }).post(`/api/auth/${path}`, body);
      expect(answer.status, path).toBeGreaterThanOrEqual(400);
      expect(answer.status, path).toBeLessThan(500);
      expect(answer.body.code, path).toMatch(/^[a-z-]+\.[a-z-]+$/);
    }
  });

  test('what our pages do not use does not exist', async () => {
    const visitor = browser(http);
    for (const path of [
      'sign-up/email',
      'delete-user',
      'update-user',
      'change-email',
      'request-password-reset',
      'revoke-sessions',
      'error',
    ]) {
      expect((await visitor.post(`/api/auth/${path}`)).status, path).toBe(404);
    }
  });
});

describe('an authenticator app', () => {
  async function enrolled() {
    const { id, email } = await somebody();
    const visitor = browser(http, {
      address: `10.9.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
    });
    await visitor.post('/api/auth/sign-in/email', { email, password });
    const { status, body } = await visitor.post('/api/auth/two-factor/enable', { password });
    expect(status).toBe(200);
    const uri = new URL(body['totpURI'] as string);
    const totp = createOTP(new TextDecoder().decode(unbase32(uri.searchParams.get('secret')!)));
    const first = await visitor.post('/api/auth/two-factor/verify-totp', { code: await totp.totp() });
    expect(first.status).toBe(200);
    return { id, email, visitor, totp, codes: body['backupCodes'] as string[] };
  }

  function unbase32(text: string): Uint8Array {
    const bits = text
      .split('')
      .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
      .join('');
    return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2));
  }

  test('once enrolled, the password alone opens nothing; the code does', async () => {
    const { email, totp } = await enrolled();
    const visitor = browser(http, { address: '10.8.0.1' });
    const half = await visitor.post('/api/auth/sign-in/email', { email, password });
    expect(half.body).toMatchObject({ twoFactorRedirect: true });
    expect((await visitor.get('/api/auth/get-session')).body).toBeNull();
    expect((await visitor.post('/api/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(401);
    expect((await visitor.post('/api/auth/two-factor/verify-totp', { code: await totp.totp() })).status).toBe(200);
    expect((await visitor.get('/api/auth/get-session')).body).toMatchObject({ user: { email } });
  });

  test('a recovery code stands in for it, each once', async () => {
    const { email, codes } = await enrolled();
    expect(codes).toHaveLength(10);
    const use = async (address: string) => {
      const visitor = browser(http, { address });
      await visitor.post('/api/auth/sign-in/email', { email, password });
      return (await visitor.post('/api/auth/two-factor/verify-backup-code', { code: codes[0] })).status;
    };
    expect(await use('10.8.1.1')).toBe(200);
    expect(await use('10.8.1.2')).toBe(401);
  });

  test('turning it on or off asks for the password', async () => {
    const { visitor } = await enrolled();
    expect((await visitor.post('/api/auth/two-factor/disable', { password: 'not this one' })).status).toBe(400);
    expect((await visitor.post('/api/auth/two-factor/disable', { password })).status).toBe(200);
  });

  test('neither secret nor recovery codes are kept readable', async () => {
    const { id, codes } = await enrolled();
    const kept = JSON.stringify(await database.owner(`select * from auth."twoFactor" where "userId" = $1`, [id]));
    expect(kept).not.toContain(codes[0]);
  });
});

describe('a new password', () => {
  test('needs the old one, ends all other sessions, and is refused when weak', async () => {
    const { email } = await somebody();
    const [here, there] = [browser(http, { address: '10.7.0.1' }), browser(http, { address: '10.7.0.2' })] as const;
    for (const each of [here, there]) await each.post('/api/auth/sign-in/email', { email, password });
    const change = (currentPassword: string, newPassword: string) =>
      here.post('/api/auth/change-password', { currentPassword, newPassword, revokeOtherSessions: false });
    expect((await change(password, 'aaaaaaaaaaaa')).body).toMatchObject({
      code: 'auth.password-weak',
      obstacles: ['too-few-characters'],
    });
    expect((await change('not this one', 'another one 2027')).status).toBe(400);
    expect((await change(password, 'another one 2027')).status).toBe(200);
    expect((await here.get('/api/auth/get-session')).body).toMatchObject({ user: { email } });
    expect((await there.get('/api/auth/get-session')).body).toBeNull();
  });
});

test('what is over is swept at night, what goes on is not', async () => {
  const { id, email } = await somebody();
  for (const address of ['10.6.0.1', '10.6.0.2'])
    await browser(http, { address }).post('/api/auth/sign-in/email', { email, password });
  await database.owner(
    `update auth.session set "expiresAt" = now() - interval '1 minute' where "userId" = $1 and "ipAddress" = '10.6.0.1'`,
    [id],
  );
  await sweepSessions(database.database);
  const left = await database.owner(`select "ipAddress" from auth.session where "userId" = $1`, [id]);
  expect(left).toEqual([{ ipAddress: '10.6.0.2' }]);
});

test('our tables are those better-auth expects', async () => {
  const pool = new pg.Pool({ connectionString: servingUrl(database), options: '-c search_path=auth', max: 1 });
  // Its connection may still be closing when the database of this test is dropped.
  pool.on('error', () => undefined);
  const oidc = [{ name: 'VNeID', issuer: 'http://localhost:1', clientId: 'x', clientSecret: 'y' }];
  const { toBeCreated, toBeAdded } = await getMigrations(
    authOptions({ databaseUrl: '', secret, origin: 'http://localhost:3000', oidc }, pool),
  );
  await pool.end();
  expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
});
