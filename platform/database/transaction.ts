import type { Province } from '#kernel/place.ts';
import { dbOn, type Db } from './db.ts';
import type { Client, Database } from './pool.ts';

const retriable = new Set(['40001', '40P01']);
const codeOf = (error: unknown): string | undefined => (error as { code?: string } | null)?.code;

export interface Work {
  readonly client: Client;
  readonly db: Db;
}

/** Thrown to undo the transaction and still hand out a result. */
export class Undo<T> extends Error {
  readonly result: T;
  constructor(result: T) {
    super('undo');
    this.result = result;
  }
}

interface Options {
  readonly readOnly?: boolean;
  /** Every statement sees the same state. */
  readonly oneMoment?: boolean;
  readonly tries?: number;
}

const beginning = ({ readOnly = false, oneMoment = false }: Options, tenant: number): string =>
  `begin${oneMoment ? ' isolation level repeatable read' : ''}${readOnly ? ' read only' : ''}; set local lienket.province = '${tenant}'`;

/**
 * One transaction in one province. The tenant is set with SET LOCAL in the same round trip as BEGIN.
 * Serialisation failures and deadlocks are tried again, so `work` must have no effect outside the database.
 */
export async function inProvince<T>(
  database: Database,
  province: Province,
  work: (work: Work) => Promise<T>,
  { tries = 5, ...mode }: Options = {},
): Promise<T> {
  const tenant = Number(province);
  if (!Number.isInteger(tenant)) throw new RangeError('province must be an integer');
  const begin = beginning(mode, tenant);
  for (let left = tries; ; left -= 1) {
    const client = await database.connect();
    let broken: Error | undefined;
    try {
      await client.query(begin);
      const result = await work({ client, db: dbOn(client, province) });
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((trouble: Error) => (broken = trouble));
      if (error instanceof Undo) return error.result as T;
      if (!retriable.has(codeOf(error) ?? '') || left <= 1) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 20 * (tries - left + 1)));
    } finally {
      client.release(broken);
    }
  }
}
