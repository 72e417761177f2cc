import type { FastifyRequest } from 'fastify';
import type { Actor } from '#kernel/actor.ts';
import type { Province } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import type { Client, Database } from '#platform/database/pool.ts';
import type { Handler } from '#platform/method/handle.ts';

export interface Sessions {
  /** Who sends this cookie, in the transaction's province. */
  readonly actor: (client: Client, cookie: string | undefined, province: Province) => Promise<Actor>;
}

export interface Limit {
  readonly max: number;
  readonly windowMs: number;
}

export interface ServerParts {
  readonly database: Database;
  readonly handlers: readonly Handler[];
  readonly sessions: Sessions;
  /** The address people type, without a path: https://lienket.example. */
  readonly origin: string;
  /** The province meant when a request names none. */
  readonly province: Province;
  /** Requests a minute and address, by method name. */
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
