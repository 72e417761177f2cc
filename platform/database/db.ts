import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely';
import type { Client } from './pool.ts';
import { tenantFilter } from './tenant.ts';
import type { PlatformTables } from './platform.tables.ts';
import type { Province } from '#kernel/place.ts';

/** The database as one request sees it: one connection, inside one transaction, inside one province. */
export type Db = Kysely<PlatformTables>;

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();

class ClientConnection implements DatabaseConnection {
  readonly #client: Client;
  constructor(client: Client) {
    this.#client = client;
  }
  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await this.#client.query(query.sql, query.parameters as unknown[]);
    const affected = result.rowCount === null ? {} : { numAffectedRows: BigInt(result.rowCount) };
    return { rows: result.rows as Row[], ...affected };
  }
  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('read long lists in batches');
  }
}

class ClientDriver implements Driver {
  readonly #connection: ClientConnection;
  constructor(client: Client) {
    this.#connection = new ClientConnection(client);
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }
  async beginTransaction(): Promise<void> {
    throw new Error('the request already is one transaction');
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

export function dbOn(client: Client, province: Province): Db {
  const dialect: Dialect = {
    createAdapter: () => adapter,
    createDriver: () => new ClientDriver(client),
    createQueryCompiler: () => compiler,
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
  return new Kysely<PlatformTables>({ dialect, plugins: [tenantFilter(province)] });
}
