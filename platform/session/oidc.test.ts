import { describe, expect, test } from 'vitest';
import { newId, type AccountId } from '#kernel/id.ts';
import { testDatabase } from '#tests/harness.ts';
import { openIssuer } from '#tests/oidc.harness.ts';
import { browser, signInServer, type Browser } from '#tests/sign-in.harness.ts';
import { createAccount } from './account.ts';

const database = await testDatabase();
const vneid = await openIssuer();
const signIn = await signInServer(database, { oidc: [{ name: 'VNeID', ...vneid }] });
const password = 'một câu rất dài 2026';

async function somebody() {
  const id = newId<AccountId>();
  const email = `${id}@example.test`;
  await database.within((db) => createAccount(db, { id, name: 'Trần Thị Lan', email, password }));
  const visitor = browser(signIn);
  await visitor.post('/api/auth/sign-in/email', { email, password });
  return { id, email, visitor };
}

/** Follows the browser to the provider and back. */
async function throughProvider(visitor: Browser, path: 'sign-in/social' | 'link-social') {
  const asked = await visitor.post(`/api/auth/${path}`, {
    provider: 'oidc',
    callbackURL: '/account',
    errorCallbackURL: '/sign-in',
  });
  const there = await fetch(asked.body['url'] as string, { redirect: 'manual' });
  const back = new URL(there.headers.get('location')!);
  return visitor.get(back.pathname + back.search);
}

describe('signing in at an OpenID provider', () => {
  test('an identity nobody has linked opens nothing and makes no account, whatever address it claims', async () => {
    const { email } = await somebody();
    vneid.be('citizen-0', email);
    const visitor = browser(signIn);
    const back = await throughProvider(visitor, 'sign-in/social');
    expect(back.location).toMatch(/^http:\/\/localhost:3000\/sign-in\?error=|^\/sign-in\?error=/);
    expect((await visitor.get('/api/auth/get-session')).body).toBeNull();
    expect(await database.owner(`select from auth."user" where email like '%invalid'`)).toEqual([]);
  });

  test('linked once by its owner, it signs in; its tokens are not kept', async () => {
    const { id, email, visitor } = await somebody();
    vneid.be('citizen-1');
    expect((await throughProvider(visitor, 'link-social')).location).toMatch(/\/account$/);
    const later = browser(signIn);
    expect((await throughProvider(later, 'sign-in/social')).location).toMatch(/\/account$/);
    expect((await later.get('/api/auth/get-session')).body).toMatchObject({ user: { email } });
    const kept = await database.owner(`select * from auth.account where "userId" = $1 and "providerId" = 'oidc'`, [id]);
    expect(kept).toMatchObject([{ accountId: 'citizen-1', accessToken: null, idToken: null, refreshToken: null }]);
  });

  test('one identity belongs to one account', async () => {
    const [one, two] = [await somebody(), await somebody()];
    vneid.be('citizen-2');
    await throughProvider(one.visitor, 'link-social');
    expect((await throughProvider(two.visitor, 'link-social')).location).toMatch(/error=/);
  });

  test.each([
    ['for somebody else’s client', { aud: 'another' }],
    ['from another issuer', { iss: 'https://evil.example' }],
    ['of another sign-in', { nonce: 'another' }],
    ['that has run out', { exp: 1 }],
  ])('a token %s is refused', async (_title, claims) => {
    const { visitor } = await somebody();
    vneid.be(`citizen-${newId()}`);
    await throughProvider(visitor, 'link-social');
    const later = browser(signIn);
    vneid.lie(claims);
    expect((await throughProvider(later, 'sign-in/social')).location).toMatch(/error=/);
    expect((await later.get('/api/auth/get-session')).body).toBeNull();
  });

  test('an answer nobody asked for is refused', async () => {
    const back = await browser(signIn).get('/api/auth/callback/oidc?code=x&state=y');
    expect(back.status).toBe(302);
    expect(back.location).toMatch(/error=/);
  });

  test('without configuration there is no provider', async () => {
    const plain = await signInServer(database);
    expect((await browser(plain).post('/api/auth/sign-in/social', { provider: 'oidc', callbackURL: '/' })).status).toBe(
      404,
    );
  });
});
