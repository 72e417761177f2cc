import { betterAuth } from 'better-auth';
import pg from 'pg';
import { authOptions } from './auth.options.ts';
import type { AuthSettings } from './auth.settings.ts';

export type { AuthSettings, OidcProvider } from './auth.settings.ts';

export interface Auth {
  readonly handler: (request: Request) => Promise<Response>;
  /** Works on schema auth outside the requests' transactions. */
  readonly pool: pg.Pool;
  readonly origin: string;
  readonly secret: string;
  readonly close: () => Promise<void>;
}

const int8 = 20;
const numbers = {
  getTypeParser: (oid: number, format?: 'text') => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)),
};

function openAuthPool({ databaseUrl, max = 4 }: AuthSettings): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    types: numbers as pg.CustomTypesConfig,
    options: '-c search_path=auth -c jit=off -c timezone=UTC -c statement_timeout=10000',
    idleTimeoutMillis: 30_000,
  });
  pool.on('error', () => undefined);
  // One in use tells its user by the next query (see platform/database/pool.ts).
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Sign-in for the installation: passwords, passkeys, authenticator apps, and OpenID providers by configuration. No open sign-up. */
export function createAuth(settings: AuthSettings): Auth {
  const pool = openAuthPool(settings);
  const auth = betterAuth(authOptions(settings, pool));
  return {
    handler: auth.handler,
    pool,
    origin: settings.origin,
    secret: settings.secret,
    close: () => pool.end(),
  };
}
