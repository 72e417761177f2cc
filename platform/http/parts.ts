import type { FastifyRequest } from 'fastify';
import type { Actor } from '#kernel/actor.ts';
import type { Province } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import type { Client, Database } from '#platform/database/pool.ts';
import type { Handler } from '#platform/method/handle.ts';

export interface Sessions {
  /** Who sends this cookie, in the transaction's province. */
  readonly actor: (client: Client, cookie: string | undefined, province: Province) => Promise<Actor>;
  /** The session this cookie names, where it was signed here; whether it still holds is not asked. */
  readonly token?: (cookie: string | undefined) => string | undefined;
}

export interface Limit {
  readonly max: number;
  readonly windowMs: number;
  /**
   * Whose requests are counted together. What could be tried by guessing: the address, whoever signs in there. What is
   * only costly: the session, and who has none by the address, so that nobody signed in waits for a whole village
   * behind one address.
   */
  readonly each: 'address' | 'session';
}

export interface ServerParts {
  readonly database: Database;
  readonly handlers: readonly Handler[];
  readonly sessions: Sessions;
  /** The address people type, without a path: https://lienket.example. */
  readonly origin: string;
  /** The province meant when a request names none. */
  readonly province: Province;
  /** How often, by method name. */
  readonly limits?: Readonly<Record<string, Limit>>;
  readonly trustProxy?: boolean;
  readonly log?: boolean;
  /** Called after a command: wakes whoever works off the outbox. */
  readonly afterCommand?: () => void;
}

/** The province a request speaks of. */
export function provinceOf(request: FastifyRequest, usual: Province): Province {
  const named = request.headers['lienket-province'];
  if (named === undefined) return usual;
  const code = Number(named);
  if (!Number.isInteger(code) || code < 1 || code > 99) throw new Problem('malformed', 'province.unknown');
  return code as Province;
}
