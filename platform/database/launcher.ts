import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { chmod, mkdir, realpath, rm, rmdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { accountFor } from './launcher.account.ts';
import { installedBinaries, runnableBinaries } from './launcher.binaries.ts';
import { isRunning, processMark } from './launcher.claim.ts';
import {
  findSecret,
  ownerName,
  readyCluster,
  rememberPort,
  sweep,
  type Cluster,
  type Secret,
} from './launcher.cluster.ts';
import {
  clearWreck,
  endServers,
  launch,
  settledPostmaster,
  signal,
  stopPostmaster,
  type Postmaster,
} from './launcher.process.ts';

const host = '127.0.0.1';
const tries = 6;
const testPrefix = 'lienket-test-';

export interface LaunchOptions {
  /** The server's own folder; its password and port are kept beside it, in `secret`. */
  readonly dataDir: string;
  /** Insisted on if given; otherwise the last one, or any free one. */
  readonly port?: number;
  /** `stop` also ends a server that was found running: for the process that holds the claim on the data. */
  readonly owner?: boolean;
  /** Where bin, lib and share are, if not in the npm package. */
  readonly native?: string;
}

export interface RunningPostgres {
  /** As superuser, to the database `lienket`. */
  readonly ownerUrl: string;
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  /** It was already running. */
  readonly attached: boolean;
  stop(): Promise<void>;
}

/** The embedded server on a data folder: found running (also after this program was killed), or started. */
export async function startPostgres(options: LaunchOptions): Promise<RunningPostgres> {
  return openServer(options, true);
}

async function openServer(options: LaunchOptions, durable: boolean): Promise<RunningPostgres> {
  await mkdir(dirname(resolve(options.dataDir)), { recursive: true });
  const dataDir = join(await realpath(dirname(resolve(options.dataDir))), basename(options.dataDir));
  const native = options.native ?? installedBinaries();
  const found = await findServer(dataDir);
  if (found) return running(found, { native, attached: true, mayStop: options.owner ?? false });

  const account = accountFor(dataDir);
  const cluster: Cluster = { dataDir, account, durable, native: await runnableBinaries(native, account) };
  const secret = await readyCluster(cluster);
  return startServer(cluster, secret, options);
}

async function startServer(cluster: Cluster, secret: Secret, options: LaunchOptions): Promise<RunningPostgres> {
  const { dataDir, native } = cluster;
  if (options.port && options.port !== (await freePort(options.port))) throw portTaken(options.port);
  let trouble = '';
  for (let attempt = 0; attempt < tries; attempt++) {
    await clearWreck(dataDir);
    const port = options.port ?? (await freePort(attempt === 0 ? secret.port : undefined));
    const launched = await launch(cluster, port);
    if ('postmaster' in launched) {
      const { postmaster } = launched;
      await rememberPort(dataDir, secret, port);
      await insistOnDatabase(secret, port);
      return running({ postmaster, secret }, { native, attached: false, mayStop: true });
    }

    trouble = launched.trouble;
    if (/Address already in use/i.test(trouble)) {
      if (options.port) throw portTaken(options.port);
    } else if (/lock file .* (already exists|is empty)|pre-existing shared memory/i.test(trouble)) {
      // Somebody else was faster, or the rest of a crash is still being cleared away.
      await wait(200);
      const found = await findServer(dataDir);
      if (found) return running(found, { native, attached: true, mayStop: options.owner ?? false });
    } else break;
  }
  throw new Error(`The database server does not start in ${dataDir}:\n${trouble}`);
}

const portTaken = (port: number): Error => new Error(`Port ${port} is taken; choose another one for the database.`);

interface FoundServer {
  readonly postmaster: Postmaster;
  readonly secret: Secret;
}

async function findServer(dataDir: string): Promise<FoundServer | undefined> {
  const secret = findSecret(dataDir);
  const postmaster = secret && (await settledPostmaster(dataDir));
  if (!postmaster) return undefined;
  return (await serves(dataDir, secret, postmaster.port)) ? { postmaster, secret } : undefined;
}

/** Whether our password opens it and it works on this very folder, not on the one that this is a copy of. */
async function serves(dataDir: string, secret: Secret, port: number): Promise<boolean> {
  const proof = randomUUID();
  const name = `lienket.proof-${proof}`;
  try {
    await writeFile(join(dataDir, name), proof);
    await chmod(join(dataDir, name), 0o644);
    const [row] = await ask(urlOf(secret, port, 'postgres'), 'select pg_read_file($1, true) as proof', [name]);
    return row?.['proof'] === proof;
  } catch {
    return false;
  } finally {
    await rm(join(dataDir, name), { force: true });
  }
}

async function insistOnDatabase(secret: Secret, port: number): Promise<void> {
  try {
    await ask(urlOf(secret, port), 'select 1');
  } catch (error) {
    const unknownDatabase = '3D000';
    if ((error as { code?: string }).code !== unknownDatabase) throw error;
    await ask(urlOf(secret, port, 'postgres'), `create database ${ownerName}`);
  }
}

async function ask(url: string, sql: string, values: string[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const urlOf = (secret: Secret, port: number, database = ownerName): string =>
  `postgres://${ownerName}:${secret.password}@${host}:${port}/${database}`;

interface Tenure {
  readonly native: string;
  readonly attached: boolean;
  readonly mayStop: boolean;
}

function running({ postmaster, secret }: FoundServer, { native, attached, mayStop }: Tenure): RunningPostgres {
  const { pid, port } = postmaster;
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    if (mayStop) await (stopping ??= stopPostmaster(pid, native));
  };
  return { ownerUrl: urlOf(secret, port), host, port, pid, attached, stop };
}

/** A port that is free now. It may be taken the next moment: the caller tries again. */
async function freePort(preferred = 0): Promise<number> {
  const port = await new Promise<number>((done) => {
    const server = createServer();
    server.once('error', () => done(0));
    server.listen({ host, port: preferred, exclusive: true }, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
  if (port === 0 && preferred === 0) throw new Error(`No port is free on ${host}.`);
  return port === 0 ? freePort() : port;
}

/** A server for tests: fast, forgetful, gone with `stop` or with this process. */
export async function ephemeralPostgres(): Promise<RunningPostgres> {
  await clearAbandoned();
  const folder = join(tmpdir(), `${testPrefix}${processMark()}`, randomUUID().slice(0, 8));
  const server = await openServer({ dataDir: join(folder, 'postgres') }, false);

  const abandon = () => {
    signal(server.pid, 'SIGKILL');
    rmSync(dirname(folder), { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', abandon);
  const stop = async () => {
    await server.stop();
    process.off('exit', abandon);
    await rm(folder, { recursive: true, force: true });
    // Another server of this process may still have its folder there.
    await rmdir(dirname(folder)).catch(() => undefined);
  };
  return { ...server, stop };
}

/** Test servers whose process was killed. */
async function clearAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(testPrefix) || isRunning(name.slice(testPrefix.length))) continue;
    for (const folder of readdirSync(join(tmpdir(), name))) {
      endServers(join(tmpdir(), name, folder, 'postgres'));
    }
  }
  await sweep(tmpdir(), testPrefix);
}
