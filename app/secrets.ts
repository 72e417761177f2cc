import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Keys of one installation, all derived from one secret that lies outside the database and its backups. */
export interface Secrets {
  /** Signs session cookies. */
  readonly session: string;
  /** Password of the serving database role. */
  readonly serving: string;
  /** Encrypts national ids and other personal fields, 32 bytes. */
  readonly personal: Buffer;
  /** Finds a national id again without decrypting, 32 bytes. */
  readonly personalIndex: Buffer;
  /** What the keys that sign members' cards are made from, 32 bytes. */
  readonly card: Buffer;
  /** Tells one secret from another and gives nothing of it away: kept in the database. */
  readonly fingerprint: string;
}

const derived = (secret: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `lienket ${purpose}`, 32));

export function secretsFrom(secret: Buffer): Secrets {
  return {
    session: derived(secret, 'session').toString('base64url'),
    serving: derived(secret, 'serving role').toString('base64url'),
    personal: derived(secret, 'personal fields'),
    personalIndex: derived(secret, 'personal index'),
    card: derived(secret, 'member cards'),
    fingerprint: createHmac('sha256', secret).update('lienket installation key').digest('hex'),
  };
}

/** What the database says of the secret it was made with. */
export interface KnownKey {
  /** Nothing of ours is in the database yet. */
  readonly isFirstStart: boolean;
  /** Undefined before the first start, and in a database from before fingerprints were kept. */
  readonly fingerprint: string | undefined;
}

/** As much of a fingerprint as people compare and type. */
const shown = (fingerprint: string): string => fingerprint.slice(0, 16);

const wayOn = ({ fingerprint }: KnownKey): string =>
  fingerprint === undefined
    ? ''
    : `\nIs it gone for good? National ids and authenticator apps then stay unreadable for ever: docs/operations.md, “A lost key”. To start all the same, take what is at its place away and set LIENKET_LOST_KEY=${shown(fingerprint)}`;

async function makeUnlessThere(file: URL): Promise<void> {
  await mkdir(new URL('./', file), { recursive: true, mode: 0o700 });
  await writeFile(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600, flush: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
}

/**
 * The installation's secret: made at the first start, 32 random bytes, readable by its owner only. Where there is a
 * database already it must be the one the database was made with: with another every encrypted field is unreadable.
 */
export async function readSecrets(data: URL, known: KnownKey, lostKey?: string): Promise<Secrets> {
  const file = new URL('secret/installation.key', data);
  const path = fileURLToPath(file);
  const isGivenUp = known.fingerprint !== undefined && lostKey === shown(known.fingerprint);
  if (known.isFirstStart || isGivenUp) await makeUnlessThere(file);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${path} is missing while there is a database: put it back from its backup.${wayOn(known)}`);
  });
  const secret = Buffer.from(text.trim(), 'hex');
  if (secret.length !== 32) throw new Error(`${path} is damaged: put it back from its backup.${wayOn(known)}`);
  const secrets = secretsFrom(secret);
  if (known.fingerprint !== undefined && secrets.fingerprint !== known.fingerprint && !isGivenUp)
    throw new Error(
      `${path} is not the key this database was made with (it is ${shown(secrets.fingerprint)}, wanted ${shown(known.fingerprint)}): put the right one back from its backup.${wayOn(known)}`,
    );
  return secrets;
}
