import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import type { BackedUpTable, Manifest } from './backup.ts';

/** The backup cannot be used: said with what was expected. */
export class BackupTrouble extends Error {}

export async function readManifest(folder: string): Promise<Manifest> {
  let manifest: Manifest;
  try {
    manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  } catch (error) {
    throw new BackupTrouble(`${folder}: expected a folder made by "backup", with a manifest.json`, { cause: error });
  }
  if (manifest.format !== 'lienket-backup-1')
    throw new BackupTrouble(`${folder}: expected the format lienket-backup-1; got ${String(manifest.format)}`);
  return manifest;
}

/** Hands over a table's lines in batches; throws when they are not those that were written. */
async function eachBatch(
  folder: string,
  { name, file, rows, sha256 }: BackedUpTable,
  take: (lines: readonly string[]) => Promise<unknown>,
): Promise<void> {
  const hash = createHash('sha256');
  const source = createReadStream(join(folder, file));
  const unzipped = source.pipe(createGunzip());
  source.on('error', (error) => unzipped.destroy(error));
  let batch: string[] = [];
  let bytes = 0;
  let seen = 0;
  try {
    for await (const line of createInterface({ input: unzipped, crlfDelay: Infinity })) {
      hash.update(`${line}\n`);
      seen += 1;
      batch.push(line);
      bytes += line.length;
      if (bytes < 2_000_000 && batch.length < 2_000) continue;
      await take(batch);
      batch = [];
      bytes = 0;
    }
  } catch (error) {
    if (error instanceof pg.DatabaseError) throw error;
    throw new BackupTrouble(`${file}: cannot be read (${(error as Error).message})`, { cause: error });
  }
  if (seen !== rows || hash.digest('hex') !== sha256)
    throw new BackupTrouble(`${file}: ${name} is not as it was written: expected ${rows} rows with another checksum`);
  if (batch.length > 0) await take(batch);
}

/** Reads the whole backup and compares every table with what the manifest says. Returns the rows seen. */
export async function verifyBackup(folder: string): Promise<number> {
  const manifest = await readManifest(folder);
  let rows = 0;
  for (const table of manifest.tables) {
    await eachBatch(folder, table, async () => undefined);
    rows += table.rows;
  }
  return rows;
}

const insertOf = ({ name, columns }: BackedUpTable): string =>
  `insert into ${name} (${columns.map((column) => column.name).join(', ')})
   select ${columns.map(({ type }, index) => `(line->>${index})::${type}`).join(', ')} from jsonb_array_elements($1::jsonb) line`;

async function refuseOtherDatabase(client: pg.Client, manifest: Manifest): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select name from platform.migration order by name');
  const here = rows.map(({ name }) => name);
  if (JSON.stringify(here) !== JSON.stringify(manifest.migrations))
    throw new BackupTrouble(
      `the backup is of another version: it ends with ${manifest.migrations.at(-1)}, this program with ${here.at(-1)}. Restore it with the version it was made by, then upgrade.`,
    );
  const served = await client.query('select from platform.tenant limit 1');
  if (served.rowCount !== 0)
    throw new BackupTrouble('this data folder serves a province already: set LIENKET_DATA to an empty folder');
}

/** The keys stay outside the backup, so the folder must have been given the old ones first. */
async function refuseOtherKey(client: pg.Client, fingerprintBefore: string | undefined): Promise<void> {
  const { rows } = await client.query<{ fingerprint: string }>(
    `select encode(fingerprint, 'hex') as fingerprint from platform.installation_key`,
  );
  if (rows[0] !== undefined && rows[0].fingerprint !== fingerprintBefore)
    throw new BackupTrouble(
      'the backup was made under another installation key: put secret/installation.key of that installation into the data folder first',
    );
}

/**
 * Puts a backup into an empty database of the same migrations, in one transaction: all of it or nothing.
 * Returns the rows restored. Needs a superuser, which the embedded server's owner is.
 */
export async function restoreBackup(ownerUrl: string, folder: string, said: (text: string) => void): Promise<number> {
  const manifest = await readManifest(folder);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await refuseOtherDatabase(client, manifest);
    const key = await client.query<{ fingerprint: string }>(
      `select encode(fingerprint, 'hex') as fingerprint from platform.installation_key`,
    );
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    await client.query(`truncate ${manifest.tables.map(({ name }) => name).join(', ')} cascade`);
    let rows = 0;
    for (const table of manifest.tables) {
      const insert = insertOf(table);
      await eachBatch(folder, table, (lines) => client.query(insert, [`[${lines.join(',')}]`]));
      if (table.rows > 10_000) said(`${table.name}: ${table.rows} rows`);
      rows += table.rows;
    }
    await refuseOtherKey(client, key.rows[0]?.fingerprint);
    await client.query('commit');
    await client.query('analyze');
    return rows;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    await client.end();
  }
}
