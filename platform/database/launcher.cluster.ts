import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  chmod,
  chown,
  lchown,
  link,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  stat,
  statfs,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { runAs, serverEnvironment, type Account } from './launcher.account.ts';
import { program } from './launcher.binaries.ts';
import { isRunning, processMark } from './launcher.claim.ts';

/** The server's owner and the database it serves have one name. */
export const ownerName = 'lienket';
const majorVersion = '18';
const freeMbForNew = 300;
const freeMbToStart = 32;

export interface Secret {
  readonly password: string;
  /** Where it listened last. */
  readonly port?: number;
}

/** A data folder, and what is needed to run a server on it. */
export interface Cluster {
  readonly dataDir: string;
  readonly native: string;
  readonly account: Account;
  readonly durable: boolean;
}

/**
 * How the server's own processes name the data folder. An account that root starts need not be able to walk there
 * (the project may lie below a folder of mode 0700): we enter the folder first, then change the account.
 */
export const folderAsSeen = ({ account, dataDir }: Cluster): string =>
  account.kind === 'other' && process.platform === 'linux' ? '/proc/self/cwd' : dataDir;

const secretPath = (dataDir: string): string => join(dirname(dataDir), 'secret', `${basename(dataDir)}.json`);

export function findSecret(dataDir: string): Secret | undefined {
  const path = secretPath(dataDir);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Secret) : undefined;
}

export async function rememberPort(dataDir: string, secret: Secret, port: number): Promise<void> {
  if (secret.port !== port) await rename(await writtenSecret(dataDir, { ...secret, port }), secretPath(dataDir));
}

async function writtenSecret(dataDir: string, secret: Secret): Promise<string> {
  const path = secretPath(dataDir);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const fresh = `${path}.${randomUUID()}`;
  await writeFile(fresh, JSON.stringify(secret), { mode: 0o600, flush: true });
  return fresh;
}

async function newSecret(dataDir: string): Promise<Secret> {
  const fresh = await writtenSecret(dataDir, { password: randomBytes(24).toString('hex') });
  try {
    // Unlike rename, link leaves the secret of a process that was faster.
    await link(fresh, secretPath(dataDir));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(fresh, { force: true });
  }
  return findSecret(dataDir)!;
}

/** Makes the data folder if there is none, and sees to it that the server may use the one there is. */
export async function readyCluster(cluster: Cluster): Promise<Secret> {
  const { dataDir } = cluster;
  const isNew = !existsSync(dataDir) || readdirSync(dataDir).length === 0;
  await insistOnSpace(dirname(dataDir), isNew && cluster.durable ? freeMbForNew : freeMbToStart);
  if (isNew) {
    const secret = findSecret(dataDir) ?? (await newSecret(dataDir));
    await createCluster(cluster, secret);
    return secret;
  }

  insistOnVersion(dataDir);
  await handOver(cluster);
  const secret = findSecret(dataDir);
  if (secret) return secret;
  throw new Error(`The password of the database in ${dataDir} is missing: put back ${secretPath(dataDir)}.`);
}

function insistOnVersion(dataDir: string): void {
  const path = join(dataDir, 'PG_VERSION');
  if (!existsSync(path)) throw new Error(`${dataDir} is neither empty nor the data of a PostgreSQL.`);
  const version = readFileSync(path, 'utf8').trim();
  if (version !== majorVersion) {
    throw new Error(
      `${dataDir} was written by PostgreSQL ${version}; this is ${majorVersion}. Restore a backup into a new folder.`,
    );
  }
}

async function insistOnSpace(folder: string, neededMb: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { bavail, bsize } = await statfs(folder);
  const freeMb = Math.floor((bavail * bsize) / 2 ** 20);
  if (freeMb < neededMb)
    throw new Error(`Only ${freeMb} MB are free for ${folder}; the database needs ${neededMb} MB.`);
}

async function handOver({ dataDir, account }: Cluster): Promise<void> {
  if (account.uid < 0) return;
  const { uid, mode } = await stat(dataDir);
  // A copied or restored folder is often too open for the server's taste.
  if ((mode & 0o077) !== 0) await chmod(dataDir, 0o700);
  if (uid === account.uid) return;
  if (process.geteuid!() !== 0) {
    throw new Error(`${dataDir} belongs to another account (uid ${uid}): start Lienket as that account or as root.`);
  }
  const below = await readdir(dataDir, { recursive: true, withFileTypes: true });
  for (const entry of below) await lchown(join(entry.parentPath, entry.name), account.uid, account.gid);
  // The folder last, so that a broken-off walk is taken up again.
  await chown(dataDir, account.uid, account.gid);
}

/** initdb works beside the final place: a folder that has the name is whole. */
async function createCluster(cluster: Cluster, secret: Secret): Promise<void> {
  const { dataDir } = cluster;
  await sweep(dirname(dataDir), `${basename(dataDir)}.new-`);
  const fresh = `${dataDir}.new-${processMark()}.${randomUUID().slice(0, 8)}`;
  await mkdir(fresh, { mode: 0o700 });
  try {
    await giveTo(cluster.account, fresh);
    await initdb({ ...cluster, dataDir: fresh }, secret);
    await rename(fresh, dataDir);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(join(dataDir, 'PG_VERSION'))) throw error;
  }
}

async function initdb(cluster: Cluster, secret: Secret): Promise<void> {
  const desk = await mkdtemp(join(tmpdir(), 'lienket-init-'));
  const pwfile = join(desk, 'password');
  try {
    await writeFile(pwfile, secret.password, { mode: 0o600 });
    await giveTo(cluster.account, pwfile);
    await giveTo(cluster.account, desk);
    const {
      program: file,
      args,
      options,
    } = runAs(cluster.account, program(cluster.native, 'initdb'), initdbArguments(cluster, pwfile));
    const run = spawnSync(file, args, { ...options, cwd: cluster.dataDir, env: serverEnvironment(), encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`initdb failed: ${run.error?.message ?? run.stderr.trim()}`);
  } finally {
    await rm(desk, { recursive: true, force: true });
  }
}

/** The built-in C.UTF-8 sorts by code point everywhere, whatever libc does; libc's part is only there on Linux. */
const initdbArguments = (cluster: Cluster, pwfile: string): string[] => [
  `--pgdata=${folderAsSeen(cluster)}`,
  `--username=${ownerName}`,
  `--pwfile=${pwfile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`,
  '--text-search-config=simple',
  '--no-instructions',
  ...(cluster.durable ? [] : ['--no-sync']),
];

async function giveTo(account: Account, path: string): Promise<void> {
  if (account.kind !== 'other') return;
  await chown(path, account.uid, account.gid);
  await chmod(path, (await stat(path)).isDirectory() ? 0o700 : 0o600);
}

/** Removes what processes that are gone have left in a folder, under a prefix and their mark (`.` ends it). */
export async function sweep(folder: string, prefix: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix) || isRunning(name.slice(prefix.length).split('.')[0]!)) continue;
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  }
}
