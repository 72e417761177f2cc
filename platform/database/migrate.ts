import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

/** Any number will do, as long as every runner takes the same lock. */
const lock = 7_261_123;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export class MigrationTrouble extends Error {}

async function migrationsIn(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') };
    }),
  );
}

/** The serving role: no superuser, no bypass of row-level security, owns nothing, makes nothing, not even for a session. */
async function ensureServingRole(client: pg.Client, password: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = 'lienket_server'");
  const literal = client.escapeLiteral(password);
  if (rowCount === 0) await client.query(`create role lienket_server login noinherit password ${literal}`);
  else await client.query(`alter role lienket_server password ${literal}`);
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  await client.query(`revoke temporary on database ${client.escapeIdentifier(rows[0]!.name)} from public`);
}

function refuseDrift(done: Map<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of done) {
    if (!known.has(name)) throw new MigrationTrouble(`the database is newer than this program: it has ${name}`);
    if (known.get(name) !== checksum) throw new MigrationTrouble(`${name} was changed after it was applied`);
  }
  const last = [...done.keys()].sort().at(-1) ?? '';
  const late = migrations.find(({ name }) => name < last && !done.has(name));
  if (late !== undefined)
    throw new MigrationTrouble(`${late.name} is older than the newest applied one: give it a later date`);
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into platform.migration (name, checksum) values ($1, $2)', [name, checksum]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new MigrationTrouble(`${name}: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * Forward-only: applies what is missing, each file in a transaction of its own, one runner at a time.
 * Returns the names applied. Throws MigrationTrouble when an applied file changed or is unknown.
 */
export async function migrate(ownerUrl: string, servingPassword: string, folder: URL): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await ensureServingRole(client, servingPassword);
    await client.query('create schema if not exists platform');
    await client.query(`create table if not exists platform.migration
      (name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const migrations = await migrationsIn(folder);
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from platform.migration',
    );
    const done = new Map(rows.map((row) => [row.name, row.checksum]));
    refuseDrift(done, migrations);
    const missing = migrations.filter(({ name }) => !done.has(name));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}
