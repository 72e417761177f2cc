import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { Problem } from '#kernel/problem.ts';
import { openApi } from './openapi.ts';
import type { ServerParts } from './parts.ts';
import { referencePage } from './reference.page.ts';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** What operators and programmers ask of any server: its health, its figures, its reference. */
export function mountHouse(server: FastifyInstance, parts: ServerParts): void {
  const methods = parts.handlers.map(({ method }) => method);
  let description: string | undefined;
  server.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/json').send((description ??= JSON.stringify(openApi(methods, parts.origin)))),
  );
  server.get('/api', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(referencePage(methods, reply.cspNonce.style)),
  );

  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async () => {
    try {
      await parts.database.query('select 1');
    } catch {
      throw new Problem('unavailable', 'server.not-ready');
    }
    return { status: 'ready' };
  });
  mountMetrics(server);
}

function mountMetrics(server: FastifyInstance): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer, by route and status.',
    labelNames: ['route', 'status'] as const,
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  server.addHook('onResponse', async (request, reply) => {
    seconds.observe(
      { route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) },
      reply.elapsedTime / 1_000,
    );
  });
  server.get('/metrics', async (request, reply) => {
    if (!loopback.has(request.ip) || request.headers['x-forwarded-for'] !== undefined)
      throw new Problem('not-found', 'route.unknown');
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
