import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import { finished } from 'node:stream/promises';
import pg from 'pg';

/** What a backup says of one table: its columns with their types, and how to know that nothing was lost or changed. */
export interface BackedUpTable {
  readonly name: string;
  readonly file: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: number;
  /** Of the uncompressed lines. */
  readonly sha256: string;
}

export interface Manifest {
  readonly format: 'lienket-backup-1';
  readonly takenAt: string;
  /** Migrations that had run: a backup goes back into a database of exactly these. */
  readonly migrations: readonly string[];
  readonly tables: readonly BackedUpTable[];
}

/** Schemas that are PostgreSQL's own, its extensions', or the queues'. */
const foreign = ['information_schema', 'public', 'pgboss'];

/** What is not carried over: whoever is signed in signs in again, counters and queues begin anew. */
const leftOut = ['platform.migration', 'auth.session', 'auth.verification', 'auth.rate_limit'];

async function tablesOf(client: pg.Client) {
  const { rows } = await client.query<{ name: string; columns: { name: string; type: string }[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
       (select json_agg(json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> all ($1) and n.nspname || '.' || c.relname <> all ($2)
     order by 1`,
    [foreign, leftOut],
  );
  return rows;
}

const rowsAtATime = 200;

/** Writes a table's rows as lines of JSON: each an array of the columns' texts, exactly as PostgreSQL writes them. */
async function writeTable(
  client: pg.Client,
  folder: string,
  { name, columns }: { name: string; columns: BackedUpTable['columns'] },
): Promise<BackedUpTable> {
  const file = `${name.replaceAll('"', '')}.jsonl.gz`;
  const gzip = createGzip();
  const out = gzip.pipe(createWriteStream(join(folder, file), { flags: 'wx' }));
  const hash = createHash('sha256');
  let rows = 0;
  await client.query(
    `declare backup no scroll cursor for select array[${columns.map((column) => `${column.name}::text`).join(', ')}] as row from only ${name}`,
  );
  for (;;) {
    const batch = await client.query<{ row: (string | null)[] }>(`fetch ${rowsAtATime} from backup`);
    if (batch.rows.length === 0) break;
    const lines = batch.rows.map(({ row }) => `${JSON.stringify(row)}\n`).join('');
    hash.update(lines);
    rows += batch.rows.length;
    if (!gzip.write(lines)) await once(gzip, 'drain');
  }
  await client.query('close backup');
  gzip.end();
  await finished(out);
  return { name, file, columns, rows, sha256: hash.digest('hex') };
}

/**
 * Writes all rows as of one moment into a new folder, while the product runs. The folder gets its name when it is whole.
 * Keys are not in it: `secret/` is kept elsewhere.
 */
export async function writeBackup(ownerUrl: string, folder: string, said: (text: string) => void): Promise<Manifest> {
  const partial = `${folder}.partial`;
  await mkdir(partial, { recursive: false });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // Where the role cannot see every row the statement fails, instead of leaving rows out in silence.
    await client.query('set row_security = off');
    await client.query('begin isolation level repeatable read read only');
    const done = await client.query<{ name: string }>('select name from platform.migration order by name');
    const tables: BackedUpTable[] = [];
    for (const table of await tablesOf(client)) {
      const written = await writeTable(client, partial, table);
      if (written.rows > 10_000) said(`${written.name}: ${written.rows} rows`);
      tables.push(written);
    }
    await client.query('commit');
    const manifest: Manifest = {
      format: 'lienket-backup-1',
      takenAt: new Date().toISOString(),
      migrations: done.rows.map(({ name }) => name),
      tables,
    };
    await writeFile(join(partial, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
    if ((await readdir(partial)).length !== tables.length + 1)
      throw new Error('the backup folder holds something else');
    await rename(partial, folder);
    return manifest;
  } finally {
    await client.end();
  }
}
