import { spawnSync, type SpawnOptions } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';

/**
 * Whom the database server runs as, since PostgreSQL refuses root.
 * - `self`: as ourselves.
 * - `other`: root starts it as an unprivileged account, which owns the data.
 * - `namespace`: root without the right to change accounts (a container with dropped capabilities), or a uid that
 *   no account has: the server sees itself as `nobody` in a user namespace, outside it stays ourselves.
 */
export interface Account {
  readonly kind: 'self' | 'other' | 'namespace';
  /** The owner of the data folder, as seen from outside. */
  readonly uid: number;
  readonly gid: number;
}

/** The account for a data folder: an existing folder that is not root's keeps its owner. */
export function accountFor(dataDir: string): Account {
  if (process.platform === 'win32') return { kind: 'self', uid: -1, gid: -1 };
  const self = { uid: process.geteuid!(), gid: process.getegid!() };
  if (self.uid !== 0) {
    const kind = hasName() || !works({ kind: 'namespace', ...self }) ? 'self' : 'namespace';
    return { kind, ...self };
  }

  const other: Account = { kind: 'other', ...(ownerOf(dataDir) ?? unprivileged()) };
  if (works(other)) return other;
  const namespace: Account = { kind: 'namespace', ...self };
  if (works(namespace)) return namespace;
  throw new Error(
    'PostgreSQL does not run as root, and this process may not change to another account. ' +
      'Start it as an ordinary user, or set LIENKET_DATABASE_URL to a PostgreSQL of your own.',
  );
}

/** A program to be run as the account, for `spawn`. */
export function runAs(account: Account, program: string, args: readonly string[]) {
  if (account.kind === 'namespace') {
    const { uid, gid } = unprivileged();
    const prefix = ['--user', `--map-user=${uid}`, `--map-group=${gid}`, '--', program];
    return { program: 'unshare', args: [...prefix, ...args], options: {} };
  }
  const options: Pick<SpawnOptions, 'uid' | 'gid'> =
    account.kind === 'other' ? { uid: account.uid, gid: account.gid } : {};
  return { program, args: [...args], options };
}

/** What a server process needs of our environment; PGPORT, PGDATA, LC_ALL and the like would mislead it. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LD_LIBRARY_PATH'];
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

function works(account: Account): boolean {
  const { program, args, options } = runAs(account, '/bin/sh', ['-c', 'exit 0']);
  return spawnSync(program, args, { ...options, cwd: '/', stdio: 'ignore' }).status === 0;
}

function ownerOf(dataDir: string) {
  const found = statSync(dataDir, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

function unprivileged(): { uid: number; gid: number } {
  const name = process.platform === 'darwin' ? '_postgres' : 'nobody';
  const line = readFileSync('/etc/passwd', 'utf8').match(new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm'));
  return line ? { uid: Number(line[1]), gid: Number(line[2]) } : { uid: 65_534, gid: 65_534 };
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}
