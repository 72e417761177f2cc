import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

export interface Issuer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who is signed in at the provider; an address is given only if set. */
  be: (subject: string, email?: string) => void;
  /** What the provider's token says wrongly, for the next sign-in. */
  lie: (claims: Record<string, unknown>) => void;
}

interface Pending {
  readonly nonce: string | null;
  readonly codeChallenge: string | null;
  readonly redirectUri: string;
}

const base64Url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

/** A small OpenID provider on loopback: discovery, authorisation code with PKCE, RS256. */
export async function openIssuer(): Promise<Issuer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [clientId, clientSecret] = ['lienket', randomUUID()];
  const pending = new Map<string, Pending>();
  let person: { sub: string; email?: string } = { sub: 'nobody' };
  let lies: Record<string, unknown> = {};
  let issuer = '';

  const token = (nonce: string | null): string => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      aud: clientId,
      iat: now,
      exp: now + 300,
      ...(nonce === null ? {} : { nonce }),
      ...person,
      ...lies,
    };
    lies = {};
    const signed = `${base64Url({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${base64Url(claims)}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
  };

  const isClient = (request: IncomingMessage, form: URLSearchParams): boolean => {
    const basic = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString();
    return basic === `${clientId}:${clientSecret}` || form.get('client_secret') === clientSecret;
  };

  const exchange = async (request: IncomingMessage): Promise<[number, object]> => {
    const form = await formOf(request);
    const grant = pending.get(form.get('code') ?? '');
    pending.delete(form.get('code') ?? '');
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const right =
      grant !== undefined &&
      isClient(request, form) &&
      proof === grant.codeChallenge &&
      form.get('redirect_uri') === grant.redirectUri;
    if (!right) return [400, { error: 'invalid_grant' }];
    return [200, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: token(grant.nonce) }];
  };

  const answers: Record<string, (request: IncomingMessage, url: URL) => Promise<[number, object, string?]>> = {
    '/.well-known/openid-configuration': async () => [
      200,
      {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
        response_types_supported: ['code'],
      },
    ],
    '/jwks': async () => [
      200,
      { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] },
    ],
    '/userinfo': async () => [200, { ...person }],
    '/token': exchange,
    '/authorize': async (_request, { searchParams: asked }) => {
      const code = randomUUID();
      const redirectUri = asked.get('redirect_uri') ?? '';
      pending.set(code, { nonce: asked.get('nonce'), codeChallenge: asked.get('code_challenge'), redirectUri });
      const back = new URL(redirectUri);
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked.get('state') ?? '');
      return [302, {}, back.href];
    },
  };

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', issuer);
    const answer = answers[url.pathname] ?? (async (): Promise<[number, object]> => [404, {}]);
    void answer(request, url).then(([status, body, location]) => {
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(location === undefined ? {} : { location }),
      });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  return {
    issuer,
    clientId,
    clientSecret,
    be: (sub, email) => (person = email === undefined ? { sub } : { sub, email }),
    lie: (claims) => (lies = claims),
  };
}
