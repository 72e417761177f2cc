import type * as WebAuthn from '@simplewebauthn/browser';
import type { PasskeyAssertion, PasskeyRequest } from '#kernel/passkey.ts';
import { ApiProblem } from './api-problem.ts';
import { askAuth, sendAuth } from './auth.ts';

/** Passkeys need a name, not a number: browsers refuse them on an IP address and outside https. */
export const passkeysWork = (): boolean => typeof PublicKeyCredential === 'function' && isSecureContext;

function troubleOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof ApiProblem) return error;
  const known: Record<string, string> = {
    NotAllowedError: 'passkey-cancelled',
    AbortError: 'passkey-cancelled',
    InvalidStateError: 'passkey-there-already',
  };
  return new ApiProblem(400, `auth.${known[error.name] ?? 'passkey-failed'}`);
}

async function asked<T>(work: (library: typeof WebAuthn) => Promise<T>): Promise<T> {
  const library = await import('@simplewebauthn/browser');
  try {
    return await work(library);
  } catch (error) {
    throw troubleOf(error);
  }
}

/** Signs in with any passkey this device holds for us; no address is typed. */
export const signInWithPasskey = (): Promise<unknown> =>
  asked(async ({ startAuthentication }) => {
    const optionsJSON = await askAuth<WebAuthn.PublicKeyCredentialRequestOptionsJSON>(
      'passkey/generate-authenticate-options',
    );
    return sendAuth('passkey/verify-authentication', { response: await startAuthentication({ optionsJSON }) });
  });

export const addPasskey = (name: string): Promise<unknown> =>
  asked(async ({ startRegistration }) => {
    const optionsJSON = await askAuth<WebAuthn.PublicKeyCredentialCreationOptionsJSON>(
      'passkey/generate-register-options',
    );
    return sendAuth('passkey/verify-registration', { response: await startRegistration({ optionsJSON }), name });
  });

/** Signs just the bytes the server names: the hash of what is accepted. */
export const signWithPasskey = (request: PasskeyRequest): Promise<PasskeyAssertion> =>
  asked(
    async ({ startAuthentication }) =>
      (await startAuthentication({
        optionsJSON: request,
      })) as unknown as PasskeyAssertion,
  );
