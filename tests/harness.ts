import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import type { Role } from '#kernel/actor.ts';
import { newId, type AccountId, type OrganisationId } from '#kernel/id.ts';
import type { InputOf, Method, ReplyOf } from '#kernel/method.ts';
import type { Province, UnitCode } from '#kernel/place.ts';
import { openDatabase, type Database } from '#platform/database/pool.ts';
import type { Db } from '#platform/database/db.ts';
import { inProvince } from '#platform/database/transaction.ts';
import { createServer } from '#platform/http/server.ts';
import { mountFiles } from '#platform/file/file.routes.ts';
import type { Handler } from '#platform/method/handle.ts';
import { drainOutbox } from '#platform/outbox/outbox.ts';
import { loadActor } from '#platform/session/actor.ts';
import { fileAccess, handlers as allHandlers, subscribers } from '#app/methods.ts';
import { templateName, testPassword, withDatabase } from './database.setup.ts';

export const quangNinh = 22 as Province;
/** Another province of the same installation: what it records must stay out of sight. */
export const otherProvince = 31 as Province;
export const testOrigin = 'http://localhost:3000';
const secret = 'a-secret-only-for-tests-a-secret-only';

export interface TestDatabase {
  readonly database: Database;
  readonly ownerUrl: string;
  /** Runs in one transaction of a province as the serving role. */
  readonly within: <T>(work: (db: Db) => Promise<T>, province?: Province) => Promise<T>;
  readonly owner: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;
}

/** A database of one's own, cloned from the migrated template, with two provinces opened unless other ones are named. */
export async function testDatabase(provinces: readonly Province[] = [quangNinh, otherProvince]): Promise<TestDatabase> {
  const server = inject('ownerUrl');
  const name = `test_${newId().replaceAll('-', '')}`;
  const root = new pg.Client({ connectionString: server });
  await root.connect();
  await root.query(`create database ${name} template ${templateName}`);
  const ownerUrl = withDatabase(server, name);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`
    insert into reference.province (code, name, name_en, full_name, full_name_en, kind, source, verified) values
      (22, 'Quảng Ninh', 'Quang Ninh', 'Thành phố Quảng Ninh', 'Quang Ninh City', 'city', 'test', false),
      (31, 'Hải Phòng', 'Hai Phong', 'Thành phố Hải Phòng', 'Hai Phong City', 'city', 'test', true)
    on conflict do nothing`);
  await owner.query('insert into platform.tenant (province) select unnest($1::smallint[]) on conflict do nothing', [
    provinces,
  ]);
  const serving = new URL(ownerUrl);
  serving.username = 'lienket_server';
  serving.password = testPassword;
  const database = openDatabase(serving.href, 12);
  afterAll(async () => {
    await database.end();
    await owner.end();
    await root.query(`drop database if exists ${name} with (force)`);
    await root.end();
  });
  return {
    database,
    ownerUrl,
    within: (work, province = quangNinh) => inProvince(database, province, ({ db }) => work(db)),
    owner: async (text, values) => (await owner.query(text, values)).rows,
  };
}

/** From now on the province is a demonstration's, which no other one stands beside. */
export async function makeDemonstration({ owner }: Pick<TestDatabase, 'owner'>): Promise<void> {
  await owner(`delete from platform.tenant where province <> ${quangNinh}`);
  await owner(`update platform.tenant set demonstration = true`);
}

/** Somebody here has confirmed every listed number that was read at its source. */
export const confirmListed = ({ owner }: Pick<TestDatabase, 'owner'>) =>
  owner(`insert into registry.parameter_confirmation (province, id, key, valid_from, value, confirmed_by)
    select ${quangNinh}, gen_random_uuid(), key, valid_from, value, 'test' from reference.parameter where verified and value is not null`);

export interface Held {
  readonly role: Role;
  readonly organisation?: OrganisationId;
  readonly unit?: UnitCode;
  readonly province?: Province;
}

export interface Person {
  readonly account: AccountId | null;
  readonly cookie: string;
}

const cookieOf = (token: string): string => {
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `lienket.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
};

/** Somebody with an account, a session and these roles, as real rows. */
export async function signedIn({ owner }: TestDatabase, ...held: readonly Held[]): Promise<Person> {
  const account = newId<AccountId>();
  const token = newId().replaceAll('-', '');
  await owner(
    `insert into auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt") values ($1, $2, $3, true, now(), now())`,
    [account, `Person ${account.slice(-4)}`, `${account}@example.test`],
  );
  await owner(
    `insert into auth.session (id, token, "userId", "expiresAt", "createdAt", "updatedAt") values ($1, $2, $3, now() + interval '1 day', now(), now())`,
    [newId(), token, account],
  );
  for (const grant of held) {
    await owner(
      `insert into platform.access_grant (province, id, account_id, role, organisation_id, unit_code, valid_from)
       values ($1, $2, $3, $4, $5, $6, '2020-01-01')`,
      [grant.province ?? quangNinh, newId(), account, grant.role, grant.organisation ?? null, grant.unit ?? null],
    );
  }
  return { account, cookie: cookieOf(token) };
}

export const stranger: Person = { account: null, cookie: '' };

export interface Answer<Reply> {
  readonly status: number;
  readonly body: Reply & { readonly code?: string; readonly [key: string]: unknown };
  readonly headers: Readonly<Record<string, unknown>>;
  readonly raw: Buffer;
}

export interface Asking {
  readonly commandId?: string;
  readonly province?: Province;
}

export type Ask = <M extends Method>(method: M, input: InputOf<M>, asking?: Asking) => Promise<Answer<ReplyOf<M>>>;

export interface TestServer {
  readonly server: FastifyInstance;
  readonly as: (person: Person) => Ask;
  readonly upload: (person: Person, content: Uint8Array, name: string) => Promise<Answer<{ id: string }>>;
  /** Works off everything told so far. */
  readonly drain: (province?: Province) => Promise<void>;
}

const flat = (input: unknown): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(input ?? {})
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([key, value]: [string, unknown]) => [key, Array.isArray(value) ? value.map(String) : String(value)]),
  );

/** The real server on the real database, asked without a socket. */
export async function testServer(test: TestDatabase, handlers: readonly Handler[] = allHandlers): Promise<TestServer> {
  const parts = {
    database: test.database,
    handlers,
    sessions: {
      actor: (client: pg.PoolClient, cookie: string | undefined, province: Province) =>
        loadActor(client, cookie, province, secret),
    },
    origin: testOrigin,
    province: quangNinh,
  };
  const server = await createServer(parts);
  mountFiles(server, parts, fileAccess);
  await server.ready();
  afterAll(() => server.close());

  const answerOf = (response: Awaited<ReturnType<typeof server.inject>>): Answer<never> => {
    const isJson = String(response.headers['content-type']).includes('json');
    return {
      status: response.statusCode,
      body: (isJson ? response.json() : {}) as never,
      headers: response.headers,
      raw: response.rawPayload,
    };
  };

  return {
    server,
    as:
      (person) =>
      async (method, input, asking = {}) => {
        const headers = {
          ...(person.cookie === '' ? {} : { cookie: person.cookie }),
          ...(asking.province === undefined ? {} : { 'lienket-province': String(asking.province) }),
        };
        if (method.kind !== 'command')
          return answerOf(
            await server.inject({ method: 'GET', url: `/api/${method.name}`, query: flat(input), headers }),
          );
        return answerOf(
          await server.inject({
            method: 'POST',
            url: `/api/${method.name}`,
            headers: { ...headers, 'command-id': asking.commandId ?? newId(), 'content-type': 'application/json' },
            payload: JSON.stringify(input),
          }),
        );
      },
    upload: async (person, content, name) =>
      answerOf(
        await server.inject({
          method: 'POST',
          url: '/files',
          query: { id: newId(), name },
          headers: { cookie: person.cookie, 'content-type': 'application/octet-stream' },
          payload: Buffer.from(content),
        }),
      ),
    drain: async (province = quangNinh) => {
      while ((await drainOutbox(test.database, province, subscribers)) > 0);
    },
  };
}
