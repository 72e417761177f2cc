import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { claimDataDir, AlreadyRunning } from '#platform/database/launcher.claim.ts';
import { startPostgres } from '#platform/database/launcher.ts';
import { openDatabase, type Database } from '#platform/database/pool.ts';
import { usePersonalKeys } from '#registry';
import type { Config } from './config.ts';
import { migrateAll } from './migrations.ts';
import { readSecrets, type Secrets } from './secrets.ts';

/** The database of this installation, running and up to date. */
export interface Installation {
  readonly ownerUrl: string;
  readonly servingUrl: string;
  readonly secrets: Secrets;
  readonly database: Database;
  readonly applied: readonly string[];
  readonly close: () => Promise<void>;
}

function servingUrlOf(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = 'lienket_server';
  url.password = password;
  return url.href;
}

interface Opening {
  /** Also claims the data, so that a second start says that the first still runs. */
  readonly claim: boolean;
}

async function claimed(config: Config): Promise<() => Promise<void>> {
  try {
    const claim = await claimDataDir(fileURLToPath(config.data), config.port);
    return () => claim.release();
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error;
    throw new Error(
      `Lienket already runs on this data (process ${error.pid}${error.port ? `, http://localhost:${error.port}` : ''}). Stop it first, or set LIENKET_DATA.`,
      { cause: error },
    );
  }
}

/** No database yet: neither a folder of the embedded one nor our tables in the one given. */
async function isFirstStart(config: Config): Promise<boolean> {
  if (config.databaseUrl === undefined) return !existsSync(new URL('postgres/PG_VERSION', config.data));
  const client = new pg.Client({ connectionString: config.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ first: boolean }>(
      `select to_regclass('platform.migration') is null as first`,
    );
    return rows[0]!.first;
  } finally {
    await client.end();
  }
}

async function opened(config: Config, { claim }: Opening, release: () => Promise<void>): Promise<Installation> {
  const secrets = await readSecrets(config.data, await isFirstStart(config));
  usePersonalKeys({ cipher: secrets.personal, index: secrets.personalIndex });
  const dataDir = fileURLToPath(new URL('postgres/', config.data));
  const embedded = config.databaseUrl === undefined ? await startPostgres({ dataDir, owner: claim }) : undefined;
  try {
    const ownerUrl = config.databaseUrl ?? embedded!.ownerUrl;
    const applied = await migrateAll(ownerUrl, secrets.serving);
    const servingUrl = servingUrlOf(ownerUrl, secrets.serving);
    const database = openDatabase(servingUrl);
    const close = async (): Promise<void> => {
      await database.end();
      await embedded?.stop();
      await release();
    };
    return { ownerUrl, servingUrl, secrets, database, applied, close };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

export async function openInstallation(config: Config, opening: Opening): Promise<Installation> {
  const release = opening.claim ? await claimed(config) : async () => undefined;
  try {
    return await opened(config, opening, release);
  } catch (error) {
    await release();
    throw error;
  }
}
