import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runAs, serverEnvironment } from './launcher.account.ts';
import { program } from './launcher.binaries.ts';
import { isAlive, isThere } from './launcher.claim.ts';
import { folderAsSeen, type Cluster } from './launcher.cluster.ts';

const recoveryMs = 600_000;
const fastStopMs = 30_000;
const immediateStopMs = 10_000;
const collectedMs = 3_000;
const largestLogBytes = 16 * 2 ** 20;

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** What postmaster.pid says; undefined also while it is being written. */
export function findPostmaster(dataDir: string): Postmaster | undefined {
  const lines = pidFile(dataDir)?.split('\n') ?? [];
  const pid = pidIn(lines[0]);
  if (pid === undefined) return undefined;
  return { pid, port: Number(lines[3] ?? 0), status: lines[7]?.trim() ?? '' };
}

function pidFile(dataDir: string): string | undefined {
  try {
    return readFileSync(join(dataDir, 'postmaster.pid'), 'utf8');
  } catch {
    return undefined;
  }
}

/** Never 0 or less: to a signal those mean whole groups of processes. */
function pidIn(text = ''): number | undefined {
  const pid = Number.parseInt(text, 10);
  return pid > 0 ? pid : undefined;
}

/** Stands in the title of each of a server's processes, so that they can be found again whoever runs them. */
const clusterName = (dataDir: string): string =>
  `lienket-${createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12)}`;

/** The processes of the servers on a data folder; undefined where the system does not tell. */
function serverProcesses(dataDir: string): number[] | undefined {
  if (process.platform === 'win32') return undefined;
  const name = clusterName(dataDir);
  const isServer = (command: string) => /(^|\/)postgres[: ]/.test(command) && command.includes(name);
  return commands().flatMap(([pid, command]) => (isServer(command) ? [pid] : []));
}

/** Ends whatever still serves a folder that is about to be thrown away. */
export function endServers(dataDir: string): void {
  for (const pid of serverProcesses(dataDir) ?? []) signal(pid, 'SIGKILL');
}

function commands(): (readonly [number, string])[] {
  if (process.platform !== 'linux') {
    const list = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8', maxBuffer: 2 ** 24 });
    return list.split('\n').map((line) => [Number.parseInt(line, 10), line.trim().replace(/^\d+\s+/, '')]);
  }
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map((entry) => [Number(entry), commandOf(entry)]);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/** The server that postmaster.pid names, once it has made up its mind; undefined if it is gone or going. */
export async function settledPostmaster(dataDir: string): Promise<Postmaster | undefined> {
  for (const until = Date.now() + recoveryMs; Date.now() < until; await wait(20)) {
    const found = findPostmaster(dataDir);
    if (!found || !isAlive(found.pid)) return undefined;
    const servers = serverProcesses(dataDir);
    if (servers && !servers.includes(found.pid)) return undefined;
    if (found.status === 'ready') return found;
  }
  throw new Error(`The database server in ${dataDir} is neither ready nor gone; see its log folder.`);
}

/**
 * After a crash: ends what outlived its postmaster (a backend in a long query does not notice), as the server refuses
 * to start beside it. A pid file that is empty, or whose pid is now a stranger's or a zombie's, is removed: the server
 * would believe it.
 */
export async function clearWreck(dataDir: string): Promise<void> {
  for (const patience = Date.now() + 1_000; ; await wait(20)) {
    const wreck = pidFile(dataDir);
    const servers = serverProcesses(dataDir);
    const pid = pidIn(wreck);
    if (wreck === undefined || !servers || (pid && servers.includes(pid))) return;
    if (servers.length === 0) {
      if ((!pid || isThere(pid)) && pidFile(dataDir) === wreck)
        rmSync(join(dataDir, 'postmaster.pid'), { force: true });
      return;
    }
    if (Date.now() > patience) for (const left of servers) signal(left, 'SIGKILL');
  }
}

export type Launch = { readonly postmaster: Postmaster } | { readonly trouble: string };

export async function launch(cluster: Cluster, port: number): Promise<Launch> {
  trimLogs(cluster.dataDir);
  const startLog = `${cluster.dataDir}.start.log`;
  // Each start has a file of its own, though two may be starting.
  rmSync(startLog, { force: true });
  const log = openSync(startLog, 'a+', 0o600);
  try {
    const child = spawnServer(cluster, port, log);
    return await readyOrTrouble(cluster.dataDir, child, log);
  } finally {
    closeSync(log);
  }
}

/** In a session of its own: Ctrl-C in our terminal must not reach the server before we have said so. */
function spawnServer(cluster: Cluster, port: number, log: number): ChildProcess {
  const settings = Object.entries(serverSettings(cluster, port)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['-D', folderAsSeen(cluster), ...settings];
  const command = runAs(cluster.account, program(cluster.native, 'postgres'), args);
  const child = spawn(command.program, command.args, {
    ...command.options,
    cwd: cluster.dataDir,
    env: serverEnvironment(),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
  child.unref();
  return child;
}

async function readyOrTrouble(dataDir: string, child: ChildProcess, log: number): Promise<Launch> {
  let failure: Error | undefined;
  child.on('error', (error) => (failure = error));
  for (const until = Date.now() + recoveryMs; Date.now() < until; await wait(5)) {
    if (failure) return { trouble: failure.message };
    if (child.exitCode !== null || child.signalCode !== null) return { trouble: await troubleIn(dataDir, child, log) };
    const postmaster = findPostmaster(dataDir);
    if (postmaster?.pid === child.pid && postmaster?.status === 'ready') return { postmaster };
  }
  return { trouble: 'the database server does not become ready' };
}

function serverSettings({ dataDir, durable }: Cluster, port: number): Record<string, string | number> {
  return {
    cluster_name: clusterName(dataDir),
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: durable ? 100 : 200,
    shared_buffers: '128MB',
    jit: 'off',
    timezone: 'UTC',
    lc_messages: 'C',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    // One file per weekday, each begun anew a week later.
    log_destination: 'stderr',
    logging_collector: durable ? 'on' : 'off',
    log_directory: 'log',
    log_filename: 'postgres-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: 0,
    log_truncate_on_rotation: 'on',
    log_timezone: 'UTC',
  };
}

/** The server truncates a weekday's log only when it runs into that day, not when it is started on it. */
function trimLogs(dataDir: string): void {
  const folder = join(dataDir, 'log');
  const weekAgo = Date.now() - 6 * 86_400_000;
  try {
    for (const name of readdirSync(folder)) {
      const { size, mtimeMs } = statSync(join(folder, name));
      if (size > largestLogBytes || mtimeMs < weekAgo) rmSync(join(folder, name));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Why a server did not start. Once the log collector runs, that is in the collected log, a moment after the end. */
async function troubleIn(dataDir: string, child: ChildProcess, log: number): Promise<string> {
  const early = beginningOf(log);
  if (!early.includes('logging collector')) return early;
  for (const until = Date.now() + collectedMs; Date.now() < until; await wait(20)) {
    const lines = newestLog(dataDir)
      .split('\n')
      .filter((line) => line.includes(`[${child.pid}]`));
    const fatal = lines.findIndex((line) => line.includes('FATAL'));
    if (fatal >= 0) return lines.slice(Math.max(0, fatal - 3), fatal + 3).join('\n');
  }
  return `${early}\nSee the log folder in ${dataDir}.`;
}

function beginningOf(log: number): string {
  const buffer = Buffer.alloc(16_384);
  return buffer.toString('utf8', 0, readSync(log, buffer, 0, buffer.length, 0)).trim();
}

function newestLog(dataDir: string): string {
  const folder = join(dataDir, 'log');
  try {
    const paths = readdirSync(folder).map((name) => join(folder, name));
    const newest = paths.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs).at(-1);
    return newest ? readFileSync(newest, 'utf8') : '';
  } catch {
    return '';
  }
}

/** Fast shutdown: sessions are ended, everything is written. Immediate only if that does not come to an end. */
export async function stopPostmaster(pid: number, native: string): Promise<void> {
  signal(pid, 'SIGINT', native);
  if (await isGone(pid, fastStopMs)) return;
  signal(pid, 'SIGQUIT', native);
  if (!(await isGone(pid, immediateStopMs))) throw new Error(`The database server (pid ${pid}) does not stop.`);
}

export function signal(pid: number, name: 'SIGINT' | 'SIGQUIT' | 'SIGKILL', native?: string): void {
  if (process.platform === 'win32' && native) {
    spawnSync(program(native, 'pg_ctl'), ['kill', name.slice(3), String(pid)], { windowsHide: true });
    return;
  }
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function isGone(pid: number, withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; await wait(5)) if (!isAlive(pid)) return true;
  return false;
}
