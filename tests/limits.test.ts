import type { FastifyInstance } from 'fastify';
import { afterAll, describe, expect, test } from 'vitest';
import type { Limit } from '#platform/http/parts.ts';
import { createServer } from '#platform/http/server.ts';
import { handlers, limits } from '#app/methods.ts';
import { expectedAccess } from './access.table.ts';
import { quangNinh, testDatabase, testOrigin } from './harness.ts';

const { database } = await testDatabase();

async function limited(limit: Limit): Promise<FastifyInstance> {
  const server = await createServer({
    database,
    handlers: handlers.filter(({ method }) => method.name === 'registry.card.verify'),
    sessions: {
      actor: async () => ({ account: null, name: '', session: null, grants: [], province: quangNinh }),
      token: (cookie) => cookie?.replace(/^signed=/, ''),
    },
    origin: testOrigin,
    province: quangNinh,
    limits: { 'registry.card.verify': limit },
  });
  await server.ready();
  afterAll(() => server.close());
  return server;
}

/** How many of so many requests are answered. */
async function answered(server: FastifyInstance, times: number, from: { address: string; cookie?: string }) {
  const headers = from.cookie === undefined ? {} : { cookie: from.cookie };
  let good = 0;
  let refused: unknown;
  for (let at = 0; at < times; at += 1) {
    const {
      statusCode,
      body,
      headers: told,
    } = await server.inject({
      url: '/api/registry.card.verify?card=x',
      remoteAddress: from.address,
      headers,
    });
    if (statusCode === 200) good += 1;
    else refused = { statusCode, code: (JSON.parse(body) as { code: string }).code, after: told['retry-after'] };
  }
  return { good, refused };
}

describe('what is only costly is counted by session, and by address where nobody is signed in', () => {
  test('who is signed in does not wait for the village behind the same address', async () => {
    const server = await limited({ max: 3, windowMs: 60_000, each: 'session' });
    expect(await answered(server, 5, { address: '203.0.113.7' })).toEqual({
      good: 3,
      refused: { statusCode: 429, code: 'request.too-many', after: expect.any(String) },
    });
    for (const cookie of ['signed=a', 'signed=b'])
      expect((await answered(server, 4, { address: '203.0.113.7', cookie })).good).toBe(3);
    expect((await answered(server, 4, { address: '203.0.113.8' })).good).toBe(3);
  });

  test('addresses of one network of IPv6 are one', async () => {
    const server = await limited({ max: 3, windowMs: 60_000, each: 'session' });
    expect((await answered(server, 2, { address: '2001:db8:1:2::1' })).good).toBe(2);
    expect((await answered(server, 2, { address: '2001:db8:1:2:ffff::9' })).good).toBe(1);
    expect((await answered(server, 2, { address: '2001:db8:1:3::1' })).good).toBe(2);
  });
});

test('what could be guessed is counted by address, whoever is signed in', async () => {
  const server = await limited({ max: 3, windowMs: 60_000, each: 'address' });
  expect((await answered(server, 2, { address: '203.0.113.9', cookie: 'signed=a' })).good).toBe(2);
  expect((await answered(server, 2, { address: '203.0.113.9', cookie: 'signed=b' })).good).toBe(1);
});

describe('doors open to everybody', () => {
  const table = expectedAccess();
  const open = handlers.map(({ method }) => method).filter(({ name }) => table.get(name)?.nobody[0] === true);
  test('all documents, checks of papers and searches by words have a limit', () => {
    const costly = open.filter(
      ({ name, kind, input }) =>
        kind === 'document' || name.endsWith('.verify') || 'search' in (input as { shape?: object }).shape!,
    );
    expect(costly.length).toBeGreaterThan(8);
    expect(costly.map(({ name }) => name).filter((name) => limits[name] === undefined)).toEqual([]);
  });

  test('a meeting of a village behind one address can check its cards and papers', () => {
    for (const { name } of open.filter((method) => method.name.endsWith('.verify')))
      expect(limits[name]!.max, name).toBeGreaterThanOrEqual(500);
  });
});
