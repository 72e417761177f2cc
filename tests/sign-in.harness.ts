import type { FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import { newId } from '#kernel/id.ts';
import type { InputOf, Method, ReplyOf } from '#kernel/method.ts';
import { createServer } from '#platform/http/server.ts';
import type { Province } from '#kernel/place.ts';
import type { Client } from '#platform/database/pool.ts';
import type { Handler } from '#platform/method/handle.ts';
import { loadActor } from '#platform/session/actor.ts';
import { createAuth, type Auth, type OidcProvider } from '#platform/session/auth.ts';
import { mountAuth } from '#platform/session/auth.routes.ts';
import type { SignInWays } from '#platform/session/ways.ts';
import { mountDemonstration } from '#app/demo-accounts.ts';
import { handlers as allHandlers } from '#app/methods.ts';
import { testPassword, withDatabase } from './database.setup.ts';
import { quangNinh, testOrigin, type TestDatabase } from './harness.ts';

export const secret = 'a-secret-only-for-tests-a-secret-only';

interface Wanted {
  readonly origin?: string;
  readonly oidc?: readonly OidcProvider[];
  readonly demonstration?: SignInWays['demonstration'];
  readonly handlers?: readonly Handler[];
  readonly trustProxy?: boolean;
}

export interface SignInServer {
  readonly server: FastifyInstance;
  readonly auth: Auth;
  readonly origin: string;
}

export function servingUrl(test: TestDatabase): string {
  const url = new URL(withDatabase(test.ownerUrl, new URL(test.ownerUrl).pathname.slice(1)));
  url.username = 'lienket_server';
  url.password = testPassword;
  return url.href;
}

/** The whole server with sign-in as it is in use: better-auth on the same database. */
export async function signInServer(test: TestDatabase, wanted: Wanted = {}): Promise<SignInServer> {
  const { origin = testOrigin, oidc = [], demonstration = 'off', handlers = allHandlers, trustProxy = false } = wanted;
  const auth = createAuth({ databaseUrl: servingUrl(test), secret, origin, oidc });
  const parts = {
    database: test.database,
    handlers,
    sessions: {
      actor: (client: Client, cookie: string | undefined, province: Province) =>
        loadActor(client, cookie, province, secret),
    },
    origin,
    province: quangNinh,
    trustProxy,
  };
  const server = await createServer(parts);
  await mountAuth(server, auth);
  mountDemonstration(server, { auth, database: test.database, province: quangNinh, mode: demonstration });
  await server.ready();
  afterAll(async () => {
    await server.close();
    await auth.close();
  });
  return { server, auth, origin };
}

export interface Seen<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body & { readonly code?: string; readonly [key: string]: unknown };
  /** The Set-Cookie lines of this answer. */
  readonly cookies: readonly string[];
  readonly location: string | undefined;
}

interface Machine {
  readonly address?: string;
  readonly agent?: string;
  readonly origin?: string;
}

/** Somebody's browser: keeps cookies, sends its origin. */
export function browser({ server, origin }: SignInServer, machine: Machine = {}) {
  const jar = new Map<string, string>();

  const headersOf = (method: string, more: Record<string, string>): Record<string, string> => ({
    'user-agent': machine.agent ?? 'a test',
    ...(method === 'POST' ? { origin: machine.origin ?? origin, 'content-type': 'application/json' } : {}),
    ...(jar.size > 0 ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
    ...more,
  });

  function keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [name = '', value = ''] = line.split(';')[0]!.split(/=(.*)/s);
      if (value === '' || /; Max-Age=0/.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
  }

  async function send(
    method: 'GET' | 'POST',
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Seen> {
    const response = await server.inject({
      method,
      url,
      remoteAddress: machine.address ?? '127.0.0.1',
      headers: headersOf(method, headers),
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const cookies = [response.headers['set-cookie'] ?? []].flat();
    keep(cookies);
    const isJson = String(response.headers['content-type']).includes('json');
    return {
      status: response.statusCode,
      body: isJson ? response.json() : {},
      cookies,
      location: response.headers.location,
    };
  }

  return {
    jar,
    get: (url: string, headers?: Record<string, string>) => send('GET', url, undefined, headers),
    post: (url: string, body: unknown = {}, headers?: Record<string, string>) => send('POST', url, body, headers),
    ask: async <M extends Method>(method: M, input: InputOf<M>): Promise<Seen<ReplyOf<M>>> => {
      const path = `/api/${method.name}`;
      const seen =
        method.kind === 'command'
          ? await send('POST', path, input, { 'command-id': newId() })
          : await send('GET', `${path}?${new URLSearchParams(input as Record<string, string>)}`);
      return seen as Seen<ReplyOf<M>>;
    },
  };
}
export type Browser = ReturnType<typeof browser>;
