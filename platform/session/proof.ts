import { verifyAuthenticationResponse, type AuthenticatorTransportFuture } from '@simplewebauthn/server';
import { verifyPassword as verifyHash } from 'better-auth/crypto';
import type { AccountId } from '#kernel/id.ts';
import type { PasskeyAssertion, PasskeyRequest } from '#kernel/passkey.ts';
import type { Db } from '#platform/database/db.ts';
import { sessionIn } from './session.tables.ts';

const minutes = 60_000;
const base64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const transportsOf = (transports: string | null): AuthenticatorTransportFuture[] =>
  (transports ?? '').split(',').filter((name) => name !== '') as AuthenticatorTransportFuture[];

interface Challenged {
  readonly account: AccountId;
  /** The very bytes that are signed: the hash of what is accepted. */
  readonly challenge: Uint8Array;
  readonly origin: string;
}

/** Asks one of the account's passkeys to sign just these bytes; undefined when it has none. */
export async function passkeyChallenge(
  db: Db,
  { account, challenge, origin }: Challenged,
): Promise<PasskeyRequest | undefined> {
  const passkeys = await sessionIn(db)
    .selectFrom('auth.passkey')
    .select(['credentialID', 'transports'])
    .where('userId', '=', account)
    .execute();
  if (passkeys.length === 0) return undefined;
  return {
    challenge: base64Url(challenge),
    rpId: new URL(origin).hostname,
    timeout: 2 * minutes,
    userVerification: 'required',
    allowCredentials: passkeys.map(({ credentialID, transports }) => ({
      id: credentialID,
      type: 'public-key',
      transports: transportsOf(transports),
    })),
  };
}

async function isSignedBy(
  passkey: { credentialID: string; publicKey: string; counter: number },
  given: Challenged & { response: PasskeyAssertion },
) {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: given.response,
      expectedChallenge: base64Url(given.challenge),
      expectedOrigin: given.origin,
      expectedRPID: new URL(given.origin).hostname,
      credential: {
        id: passkey.credentialID,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64')),
        counter: passkey.counter,
      },
      requireUserVerification: true,
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    // The library throws for every way an answer can be wrong; none of them proves anything.
    return undefined;
  }
}

/** Did one of the account's passkeys, with its owner seen by the device, sign exactly these bytes? Returns the passkey's id. */
export async function verifyPasskeyAssertion(
  db: Db,
  given: Challenged & { readonly response: PasskeyAssertion },
): Promise<string | undefined> {
  const passkey = await sessionIn(db)
    .selectFrom('auth.passkey')
    .select(['id', 'credentialID', 'publicKey', 'counter'])
    .where('userId', '=', given.account)
    .where('credentialID', '=', given.response.id)
    .forUpdate()
    .executeTakeFirst();
  if (passkey === undefined) return undefined;
  const counter = await isSignedBy(passkey, given);
  if (counter === undefined) return undefined;
  await sessionIn(db).updateTable('auth.passkey').set({ counter }).where('id', '=', passkey.id).execute();
  return passkey.id;
}

const mostWrong = 5;
const windowMs = 15 * minutes;
/** In memory, because a refused command is rolled back and would give its tries back. */
const wrong = new Map<string, { count: number; until: number }>();

function wrongTries(account: string): number {
  const held = wrong.get(account);
  if (held === undefined || held.until > Date.now()) return held?.count ?? 0;
  wrong.delete(account);
  return 0;
}

/** demonstration: the account has no password, and its province is one where nothing binds. */
export type PasswordProof = 'right' | 'wrong' | 'too-many' | 'demonstration';

/** The password once more, by somebody already signed in. Five wrong ones close this way for a quarter of an hour. */
export async function verifyPassword(
  db: Db,
  { account, password }: { readonly account: AccountId; readonly password: string },
): Promise<PasswordProof> {
  const held = await sessionIn(db)
    .selectFrom('auth.user')
    .leftJoin('auth.account', (join) =>
      join.onRef('auth.account.userId', '=', 'auth.user.id').on('auth.account.providerId', '=', 'credential'),
    )
    .select(['auth.user.demonstration', 'auth.account.password'])
    .where('auth.user.id', '=', account)
    .executeTakeFirst();
  if (held?.demonstration === true) return 'demonstration';
  const tries = wrongTries(account);
  if (tries >= mostWrong) return 'too-many';
  // Counted before the slow comparison, so that many at once cannot slip through.
  wrong.set(account, { count: tries + 1, until: wrong.get(account)?.until ?? Date.now() + windowMs });
  const right = held?.password != null && (await verifyHash({ hash: held.password, password }));
  if (right) wrong.delete(account);
  return right ? 'right' : 'wrong';
}
