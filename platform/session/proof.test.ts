import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId, type AccountId } from '#kernel/id.ts';
import { PasskeyAssertion } from '#kernel/passkey.ts';
import { testDatabase, testOrigin } from '#tests/harness.ts';
import { softKey } from '#tests/passkey.harness.ts';
import { browser, signInServer, type Browser } from '#tests/sign-in.harness.ts';
import { createAccount } from './account.ts';
import { passkeyChallenge, verifyPassword, verifyPasskeyAssertion } from './proof.ts';

const database = await testDatabase();
const signIn = await signInServer(database);
const password = 'một câu rất dài 2026';
const hash = createHash('sha256').update('the contract as it stands').digest();
const otherHash = createHash('sha256').update('the contract with a comma more').digest();

async function somebody() {
  const id = newId<AccountId>();
  const email = `${id}@example.test`;
  await database.within((db) => createAccount(db, { id, name: 'Trần Thị Lan', email, password }));
  return { id, email };
}

async function withPasskey(visitor: Browser, key = softKey(testOrigin)) {
  const options = await visitor.get('/api/auth/passkey/generate-register-options');
  const response = key.register(options.body as unknown as { challenge: string });
  const added = await visitor.post('/api/auth/passkey/verify-registration', { response, name: 'điện thoại' });
  return { key, options, added };
}

describe('a passkey', () => {
  test('is added by whoever has just signed in, and opens a session without an address or a password', async () => {
    const { email } = await somebody();
    const visitor = browser(signIn);
    await visitor.post('/api/auth/sign-in/email', { email, password });
    const { key, added } = await withPasskey(visitor);
    expect(added.status).toBe(200);

    const fresh = browser(signIn);
    const asked = await fresh.get('/api/auth/passkey/generate-authenticate-options');
    const answer = await fresh.post('/api/auth/passkey/verify-authentication', {
      response: key.assert(asked.body as unknown as { challenge: string }),
    });
    expect(answer.status).toBe(200);
    expect((await fresh.get('/api/auth/get-session')).body).toMatchObject({ user: { email } });
  });

  test('whose device has not seen its owner opens nothing', async () => {
    const { email } = await somebody();
    const visitor = browser(signIn);
    await visitor.post('/api/auth/sign-in/email', { email, password });
    const { key } = await withPasskey(visitor);
    const fresh = browser(signIn);
    const asked = await fresh.get('/api/auth/passkey/generate-authenticate-options');
    const response = key.assert(asked.body as unknown as { challenge: string }, { userVerified: false });
    expect((await fresh.post('/api/auth/passkey/verify-authentication', { response })).status).toBe(400);
    expect((await fresh.get('/api/auth/get-session')).body).toBeNull();
  });

  test('is not added in a session that is no longer fresh', async () => {
    const { id, email } = await somebody();
    const visitor = browser(signIn);
    await visitor.post('/api/auth/sign-in/email', { email, password });
    await database.owner(`update auth.session set "createdAt" = now() - interval '16 minutes' where "userId" = $1`, [
      id,
    ]);
    const { status, body } = await visitor.get('/api/auth/passkey/generate-register-options');
    expect([status, body.code]).toEqual([403, 'auth.session-not-fresh']);
  });

  test('an attestation that cannot be read is the sender’s mistake', async () => {
    const { email } = await somebody();
    const visitor = browser(signIn);
    await visitor.post('/api/auth/sign-in/email', { email, password });
    for (const response of [{}, 5, { id: [] }, { id: 'x', response: { attestationObject: '!!' } }]) {
      await visitor.get('/api/auth/passkey/generate-register-options');
      expect((await visitor.post('/api/auth/passkey/verify-registration', { response })).status).toBe(400);
    }
  });
});

describe('signing a contract with a passkey', () => {
  let account: AccountId;
  let key: ReturnType<typeof softKey>;
  beforeAll(async () => {
    const { id, email } = await somebody();
    account = id;
    const visitor = browser(signIn);
    await visitor.post('/api/auth/sign-in/email', { email, password });
    ({ key } = await withPasskey(visitor));
  });

  const challenge = (bytes: Uint8Array = hash) =>
    database.within((db) => passkeyChallenge(db, { account, challenge: bytes, origin: testOrigin }));
  const verify = (assertion: unknown, bytes: Uint8Array = hash, by = account) =>
    database.within((db) =>
      verifyPasskeyAssertion(db, {
        account: by,
        challenge: bytes,
        origin: testOrigin,
        response: PasskeyAssertion.parse(assertion),
      }),
    );

  test('the challenge is the hash of the contract itself', async () => {
    const asked = await challenge();
    expect(asked?.challenge).toBe(hash.toString('base64url'));
    expect(asked?.allowCredentials.map(({ id }) => id)).toEqual([key.id]);
  });

  test('a signature over the hash proves it, and counts on', async () => {
    const signed = key.assert((await challenge())!);
    expect(await verify(signed)).toBeDefined();
    const [row] = await database.owner<{ counter: string }>(`select counter from auth.passkey where "userId" = $1`, [
      account,
    ]);
    expect(Number(row!.counter)).toBe(1);
    expect(await verify(signed), 'a counter that does not go up: a copied key').toBeUndefined();
  });

  test('a signature over another version, from another page, without the owner, or by another account proves nothing', async () => {
    const other = await challenge(otherHash);
    expect(await verify(key.assert(other!), hash)).toBeUndefined();
    expect(await verify(key.assert((await challenge())!, { origin: 'http://localhost:9999' }))).toBeUndefined();
    expect(await verify(key.assert((await challenge())!, { userVerified: false }))).toBeUndefined();
    expect(await verify(softKey(testOrigin).assert((await challenge())!))).toBeUndefined();
    expect(await verify(key.assert((await challenge())!), hash, (await somebody()).id)).toBeUndefined();
  });

  test('somebody without a passkey is asked for none', async () => {
    const { id } = await somebody();
    expect(
      await database.within((db) => passkeyChallenge(db, { account: id, challenge: hash, origin: testOrigin })),
    ).toBeUndefined();
  });
});

describe('the password once more', () => {
  const prove = (account: AccountId, given: string) =>
    database.within((db) => verifyPassword(db, { account, password: given }));

  test('right is right, and five wrong ones close the way even for the right one', async () => {
    const { id } = await somebody();
    expect(await prove(id, password)).toBe('right');
    for (let count = 0; count < 5; count += 1) expect(await prove(id, 'not this one')).toBe('wrong');
    expect(await prove(id, password)).toBe('too-many');
  });

  test('many at once count each', async () => {
    const { id } = await somebody();
    const all = await Promise.all(Array.from({ length: 12 }, () => prove(id, 'not this one')));
    expect(all.filter((proof) => proof === 'wrong')).toHaveLength(5);
  });

  test('a demonstration account has no password to ask for', async () => {
    const id = newId<AccountId>();
    await database.within((db) =>
      createAccount(db, { id, name: 'Giám đốc', email: `${id}@example.test`, demonstration: true }),
    );
    expect(await prove(id, '')).toBe('demonstration');
  });
});
