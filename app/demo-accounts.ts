import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AccountId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import { malformed, Problem } from '#kernel/problem.ts';
import type { Database } from '#platform/database/pool.ts';
import { inProvince } from '#platform/database/transaction.ts';
import { provinceOf } from '#platform/http/parts.ts';
import type { Auth } from '#platform/session/auth.ts';
import { signedSessionCookie } from '#platform/session/cookie.ts';
import { closeDemonstrationSessions, openDemonstrationSession } from '#platform/session/demonstration.ts';
import { countTry } from '#platform/session/limit.ts';
import { offerSignInWays, type SignInWays } from '#platform/session/ways.ts';
import type { Config } from './config.ts';

export interface DemonstrationRoom {
  readonly auth: Auth;
  readonly database: Database;
  readonly province: Province;
  readonly mode: SignInWays['demonstration'];
}

const Chosen = z.object({ account: AccountId });
const limit = { max: 120, window: 60 } as const;
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);
const isLoopback = (address: string): boolean => address === '::1' || /^(::ffff:)?127\./.test(address);

/** On this machine only: the socket, the address behind a trusted proxy, and the name people type all say so. */
const isLocal = (request: FastifyRequest, origin: string): boolean =>
  isLoopback(request.socket.remoteAddress ?? '') &&
  isLoopback(request.ip) &&
  loopbackNames.has(new URL(origin).hostname);

/** One click on the front page signs in as a demonstration account. With LIENKET_DEMO=0 the address does not exist. */
export function mountDemonstration(server: FastifyInstance, room: DemonstrationRoom): void {
  const { auth, database, province, mode } = room;
  if (mode === 'off') return;
  server.post('/api/demo/sign-in', { bodyLimit: 1_024 }, async (request, reply) => {
    if (mode === 'loopback' && !isLocal(request, auth.origin)) throw new Problem('forbidden', 'demo.off-loopback');
    const chosen = Chosen.safeParse(request.body);
    if (!chosen.success) throw malformed([{ path: 'account', code: 'field.invalid' }]);
    const { allowed, retryAfter } = await countTry(auth.pool, `demo:${request.ip}`, limit);
    if (!allowed) throw new Problem('too-many', 'request.too-many', { retryAfter });
    const seen = { ip: request.ip, agent: request.headers['user-agent'] ?? '' };
    const token = await inProvince(database, provinceOf(request, province), ({ db }) =>
      openDemonstrationSession(db, chosen.data.account, seen),
    );
    if (token === undefined) throw new Problem('not-found', 'demo.unknown');
    return reply
      .header('set-cookie', signedSessionCookie(token, auth.secret, auth.origin))
      .header('cache-control', 'no-store')
      .send({});
  });
}

const modes = { '0': 'off', '1': 'loopback', public: 'public' } as const;

/** Says what the sign-in page may offer, by configuration, and opens just that. */
export async function openSignIn(
  server: FastifyInstance,
  config: Config,
  room: Omit<DemonstrationRoom, 'mode'>,
): Promise<void> {
  const mode = modes[config.demo];
  offerSignInWays({
    demonstration: mode,
    providers: config.oidc === undefined ? [] : [{ id: 'oidc', name: config.oidc.name }],
  });
  mountDemonstration(server, { ...room, mode });
  if (mode === 'off') await closeDemonstrationSessions(room.auth.pool);
}
