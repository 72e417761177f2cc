import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface Claim {
  release(): Promise<void>;
}

/** Another process works on the same data. */
export class AlreadyRunning extends Error {
  readonly pid: number;
  readonly port: number | undefined;

  constructor(pid: number, port: number | undefined) {
    super(`already running (pid ${pid}${port === undefined ? '' : `, port ${port}`})`);
    this.name = 'AlreadyRunning';
    this.pid = pid;
    this.port = port;
  }
}

const claimPrefix = 'running.';
const settledAfterMs = 1_000;
const tries = 8;

/**
 * Makes this process the only one that works on `dir`, or throws AlreadyRunning.
 *
 * Each process writes a file of its own and only then looks for others: of two that start together at least one
 * sees the other. A file is named by pid and start time, so a dead process's file can be removed by anyone, with no
 * moment at which somebody's live lock could be taken for the stale one.
 */
export async function claimDataDir(dir: string, port?: number): Promise<Claim> {
  await mkdir(dir, { recursive: true });
  const mine = claimPrefix + processMark();
  const path = join(dir, mine);

  for (let attempt = 1; ; attempt++) {
    try {
      await writeFile(path, port === undefined ? '' : String(port), { flag: 'wx', mode: 0o644 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new AlreadyRunning(process.pid, await portIn(path));
      throw error;
    }

    const other = await findOther(dir, mine);
    if (!other) return { release: () => rm(path, { force: true }) };

    await rm(path, { force: true });
    if (other.ageMs > settledAfterMs || attempt === tries) throw new AlreadyRunning(other.pid, other.port);
    await wait(10 + Math.random() * 60);
  }
}

async function findOther(dir: string, mine: string) {
  for (const name of await readdir(dir)) {
    if (!name.startsWith(claimPrefix) || name === mine) continue;
    const mark = name.slice(claimPrefix.length);
    const path = join(dir, name);
    if (!isRunning(mark)) {
      await rm(path, { force: true });
      continue;
    }
    const found = await stat(path).catch(() => undefined);
    if (!found) continue;
    return { pid: pidOf(mark), port: await portIn(path), ageMs: Date.now() - found.mtimeMs };
  }
  return undefined;
}

async function portIn(path: string): Promise<number | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text ? Number(text) : undefined;
}

/** This process, told apart from a later one that gets the same pid. Fit for a file name. */
export const processMark = (): string => `${process.pid}-${startOf(process.pid) ?? ''}`;

export const isRunning = (mark: string): boolean => {
  const start = startOf(pidOf(mark));
  return start !== undefined && mark === `${pidOf(mark)}-${start}`;
};

const pidOf = (mark: string): number => Number.parseInt(mark, 10);

/** A zombie is dead, though signals still reach it: in a container nobody may ever collect it. */
export const isAlive = (pid: number): boolean =>
  isThere(pid) && (process.platform !== 'linux' || linuxStat(pid)?.[0] !== 'Z');

/** Whether a signal finds the process, as PostgreSQL asks. */
export function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a living process began, in whatever the system counts in. */
function startOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  if (process.platform === 'win32') return 'alive';
  return process.platform === 'linux' ? linuxStart(pid) : psStart(pid);
}

function linuxStart(pid: number): string | undefined {
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
  const ticks = linuxStat(pid)?.[19];
  return ticks && `${ticks}-${boot}`;
}

/** The fields from the third on, the state: the second is the program's name in brackets and may hold spaces. */
function linuxStat(pid: number): string[] | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function psStart(pid: number): string | undefined {
  const env = { LC_ALL: 'C', PATH: process.env['PATH'] };
  const run = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', env });
  return run.stdout.trim().replaceAll(/\W+/g, '-') || undefined;
}
