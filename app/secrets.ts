import { hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';

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
}

const derived = (secret: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `lienket ${purpose}`, 32));

export function secretsFrom(secret: Buffer): Secrets {
  return {
    session: derived(secret, 'session').toString('base64url'),
    serving: derived(secret, 'serving role').toString('base64url'),
    personal: derived(secret, 'personal fields'),
    personalIndex: derived(secret, 'personal index'),
  };
}

/**
 * The installation's secret: made at the first start, 32 random bytes, readable by its owner only. Where there is a
 * database already it must be there: a new one would leave every encrypted field unreadable.
 */
export async function readSecrets(data: URL, isFirstStart: boolean): Promise<Secrets> {
  const folder = new URL('secret/', data);
  const file = new URL('installation.key', folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    if (isFirstStart) await writeFile(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`the secret in ${file.pathname} is missing while there is a database: restore it from its backup`);
  });
  const secret = Buffer.from(text.trim(), 'hex');
  if (secret.length !== 32) throw new Error(`the secret in ${file.pathname} is damaged: restore it from its backup`);
  return secretsFrom(secret);
}
