import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { z } from 'zod';
import { Problem } from '#kernel/problem.ts';
import { fromQueryString, parseInput } from '#platform/method/input.ts';
import type { Handler, SentDocument } from '#platform/method/handle.ts';
import { runCommand, runDocument, runQuery, type Asked } from '#platform/method/run.ts';
import { methodHeaders } from './policy.ts';
import { provinceOf, type Limit, type ServerParts } from './parts.ts';

const CommandId = z.uuid();

function asked(parts: ServerParts, request: FastifyRequest, input: unknown, commandId: string | null): Asked {
  const province = provinceOf(request, parts.province);
  return {
    input,
    province,
    commandId,
    origin: parts.origin,
    requestId: request.id,
    ip: request.ip,
    actorIn: (client) => parts.sessions.actor(client, request.headers.cookie, province),
  };
}

function commandIdOf(request: FastifyRequest): string {
  const parsed = CommandId.safeParse(request.headers['command-id']);
  if (!parsed.success)
    throw new Problem('malformed', 'command.id-missing', { fields: [{ path: 'command-id', code: 'field.missing' }] });
  return parsed.data.toLowerCase();
}

/** RFC 6266: the name in ASCII for old readers, and as it is. */
const disposition = ({ fileName, inline }: SentDocument): string =>
  `${inline === true ? 'inline' : 'attachment'}; filename="${fileName.normalize('NFD').replaceAll(/[^\w.-]+/g, '_')}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;

async function sendDocument(reply: FastifyReply, document: SentDocument): Promise<void> {
  reply
    .header('content-disposition', disposition(document))
    .header('cache-control', 'private, no-store')
    .type(document.mediaType);
  if (document.body instanceof Uint8Array) {
    await reply.send(Buffer.from(document.body));
    return;
  }
  const stream = Readable.from(document.body, { objectMode: false });
  void reply.send(stream);
  await finished(stream);
}

/** Who has begun to read is told nothing more; a reader that went away is no fault. */
function brokenOff(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  if (!reply.raw.headersSent && !reply.raw.destroyed) throw error;
  if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') request.log.error(error);
  reply.raw.destroy();
  return reply;
}

/** An address of IPv6 is one of as many as its holder likes: their network is counted. */
const countedBy =
  ({ sessions }: ServerParts, { each }: Limit) =>
  (request: FastifyRequest): string => {
    const token = each === 'session' ? sessions.token?.(request.headers.cookie) : undefined;
    return token === undefined ? normalizeIP(request.ip, 64) : `session ${token}`;
  };

type Shared = Pick<RouteShorthandOptions, 'helmet' | 'onRequest'>;

function route(server: FastifyInstance, parts: ServerParts, handler: Handler, shared: Shared): void {
  const { method } = handler;
  const path = `/api/${method.name}`;
  const limit = parts.limits?.[method.name];
  const options: RouteShorthandOptions = {
    ...shared,
    ...(limit !== undefined && {
      config: { rateLimit: { max: limit.max, timeWindow: limit.windowMs, keyGenerator: countedBy(parts, limit) } },
    }),
  };

  if (method.kind === 'command') {
    server.post(path, options, async (request, reply) => {
      const commandId = commandIdOf(request);
      const input = parseInput(method, request.body ?? {});
      const result = await runCommand(parts.database, handler, asked(parts, request, input, commandId));
      parts.afterCommand?.();
      return reply.header('cache-control', 'no-store').send(result);
    });
    return;
  }
  server.get(path, options, async (request, reply) => {
    const question = asked(parts, request, parseInput(method, fromQueryString(method, request.query)), null);
    if (method.kind === 'document') {
      try {
        await runDocument(parts.database, handler, question, (document) => sendDocument(reply, document));
        return reply;
      } catch (error) {
        return brokenOff(request, reply, error);
      }
    }
    return reply.header('cache-control', 'private, no-store').send(await runQuery(parts.database, handler, question));
  });
}

export function mountMethods(server: FastifyInstance, parts: ServerParts): void {
  const names = new Set<string>();
  const headers = methodHeaders(parts.origin);
  const shared: Shared = { helmet: false, onRequest: async (_request, reply) => void reply.headers(headers) };
  for (const handler of parts.handlers) {
    if (names.has(handler.method.name)) throw new Error(`two methods are called ${handler.method.name}`);
    names.add(handler.method.name);
    route(server, parts, handler, shared);
  }
}
