import pg from 'pg';

const { Pool, types } = pg;

const int8 = 20;
const date = 1082;
const timestamp = 1114;
const timestamptz = 1184;

/** bigint as a number (refused beyond 2^53), date as text, timestamptz as ISO text. */
function parserOf(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === int8) return wholeNumber;
  if (oid === date) return String;
  if (oid === timestamptz || oid === timestamp) return (text) => new Date(text).toISOString();
  return types.getTypeParser(oid, format) as (text: string) => unknown;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`bigint beyond 2^53: ${text}`);
  return number;
}

export type Database = pg.Pool;
export type Client = pg.PoolClient;

/** A pool that speaks the house's types. */
export function openDatabase(url: string, max = 20): Database {
  const pool = new Pool({
    connectionString: url,
    max,
    types: { getTypeParser: parserOf as typeof types.getTypeParser },
    options: '-c jit=off -c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000',
    idleTimeoutMillis: 30_000,
  });
  // A broken idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The pool does not listen to one that is in use: whoever uses it is told by the next query, and the others go on.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
