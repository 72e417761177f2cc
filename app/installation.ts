import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { claimDataDir, AlreadyRunning } from '#platform/database/launcher.claim.ts';
import { startPostgres } from '#platform/database/launcher.ts';
import { openDatabase, type Database } from '#platform/database/pool.ts';
import { sealPersonNumbers, useCardSecret, usePersonalKeys } from '#registry';
import type { Config } from './config.ts';
import { keepKey, knownKey } from './installation-key.ts';
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

/** What migrations cannot do, as they know no key. */
async function sealed(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await sealPersonNumbers(owner);
  } finally {
    await owner.end();
  }
}

async function opened(config: Config, { claim }: Opening, release: () => Promise<void>): Promise<Installation> {
  const dataDir = fileURLToPath(new URL('postgres/', config.data));
  const embedded = config.databaseUrl === undefined ? await startPostgres({ dataDir, owner: claim }) : undefined;
  try {
    const ownerUrl = config.databaseUrl ?? embedded!.ownerUrl;
    const known = await knownKey(ownerUrl);
    const secrets = await readSecrets(config.data, known, config.lostKey);
    usePersonalKeys({ cipher: secrets.personal, index: secrets.personalIndex });
    useCardSecret(secrets.card);
    const applied = await migrateAll(ownerUrl, secrets.serving);
    await sealed(ownerUrl);
    if (secrets.fingerprint !== known.fingerprint) await keepKey(ownerUrl, secrets.fingerprint);
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
