import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import { pino } from 'pino';
import { randomUUID } from 'node:crypto';
import { Problem } from '#kernel/problem.ts';
import { contentPolicy } from './policy.ts';
import { mountMethods } from './methods.ts';
import type { ServerParts } from './parts.ts';
import { problemReply } from './trouble.ts';
import { refuseUnreadable } from './unreadable.ts';

export const commandBodyLimit = 2_097_152;

/** A request that changes something must come from our own pages, or from no page at all. */
function refuseForeignOrigin(request: FastifyRequest, origin: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const from = request.headers.origin;
  if (from !== undefined && from !== origin) throw new Problem('forbidden', 'request.foreign-origin');
}

const onePath = (url: string): string => url.split('?')[0]!;

/** Faults are always written to stderr; requests only when asked for, and never with what was searched for. */
const logOf = (requests: boolean): FastifyBaseLogger =>
  pino(
    {
      level: requests ? 'info' : 'error',
      serializers: {
        req: ({ method, url, ip }: { method: string; url: string; ip: string }) => ({ method, path: onePath(url), ip }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        err: pino.stdSerializers.err,
      },
    },
    process.stderr,
  );

export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const server = fastify({
    loggerInstance: logOf(parts.log === true),
    // One proxy, ours: what came before it in X-Forwarded-For is a claim.
    trustProxy: parts.trustProxy === true ? (_address: string, hop: number) => hop === 0 : false,
    bodyLimit: commandBodyLimit,
    genReqId: () => randomUUID(),
    // A query string is data, not a path: long ids and many filters are fine, endless ones are not.
    routerOptions: { maxParamLength: 500 },
    clientErrorHandler: refuseUnreadable,
    frameworkErrors: (error, request, reply) => problemReply(error, request, reply),
  });
  server.setErrorHandler((error, request, reply) => problemReply(error, request, reply));
  server.setNotFoundHandler((request, reply) =>
    problemReply(new Problem('not-found', 'route.unknown'), request, reply),
  );
  await server.register(cookie);
  await server.register(helmet, contentPolicy(parts.origin));
  await server.register(rateLimit, { global: false });
  server.addHook('onRequest', async (request) => refuseForeignOrigin(request, parts.origin));
  mountMethods(server, parts);
  return server;
}
