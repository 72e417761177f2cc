import pg from 'pg';
import type { KnownKey } from './secrets.ts';

async function asOwner<T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

interface There {
  readonly migrated: boolean;
  readonly fingerprinted: boolean;
}

/** Asked before anything is migrated: which key the database knows. */
export const knownKey = (ownerUrl: string): Promise<KnownKey> =>
  asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<There>(
      `select to_regclass('platform.migration') is not null as migrated,
              to_regclass('platform.installation_key') is not null as fingerprinted`,
    );
    const { migrated, fingerprinted } = rows[0]!;
    if (!fingerprinted) return { isFirstStart: !migrated, fingerprint: undefined };
    const kept = await owner.query<{ text: string }>(
      `select encode(fingerprint, 'hex') as text from platform.installation_key`,
    );
    return { isFirstStart: false, fingerprint: kept.rows[0]?.text };
  });

/** Kept once migrated: at the first start, and where a lost key was given up. */
export const keepKey = (ownerUrl: string, fingerprint: string): Promise<void> =>
  asOwner(ownerUrl, async (owner) => {
    await owner.query(
      `insert into platform.installation_key (fingerprint) values (decode($1, 'hex'))
       on conflict ((true)) do update set fingerprint = excluded.fingerprint, since = now()`,
      [fingerprint],
    );
  });
