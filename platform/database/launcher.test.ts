import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountFor } from './launcher.account.ts';
import { installedBinaries, runnableBinaries } from './launcher.binaries.ts';
import { isAlive } from './launcher.claim.ts';
import { ephemeralPostgres, startPostgres } from './launcher.ts';

const launcher = new URL('launcher.ts', import.meta.url).href;
const runsAsOther = accountFor('/none').kind === 'other';

let root: string;
let dataDir: string;

beforeAll(async () => {
  // As mkdtemp makes it, of mode 0700: the account that serves for root cannot walk in.
  root = await mkdtemp(join(tmpdir(), 'lienket launcher-'));
  dataDir = join(root, 'data', 'postgres');
});

afterAll(async () => {
  await (await startPostgres({ dataDir, owner: true })).stop();
  rmSync(root, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<Record<string, unknown>> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows[0] ?? {};
  } finally {
    await client.end();
  }
}

function inNewProcess(body: string) {
  const script = `import { startPostgres } from ${JSON.stringify(launcher)};
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    ${body}`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
}

const exited = (child: ReturnType<typeof spawn>) => new Promise<void>((done) => child.once('exit', () => done()));

describe('a server on a data folder', () => {
  test('is made, serves and stops', async () => {
    const server = await startPostgres({ dataDir });
    expect(server.attached).toBe(false);
    expect(
      await ask(
        server.ownerUrl,
        `select current_database() as db, current_setting('jit') as jit, current_setting('fsync') as fsync,
           current_setting('synchronous_commit') as sync, current_setting('listen_addresses') as host,
           pg_encoding_to_char(encoding) as encoding, datlocale as locale, datctype as ctype
         from pg_database where datname = current_database()`,
      ),
    ).toMatchObject({ db: 'lienket', jit: 'off', fsync: 'on', sync: 'on', host: '127.0.0.1', encoding: 'UTF8' });
    await server.stop();
    expect(isAlive(server.pid)).toBe(false);
    expect(existsSync(join(dataDir, 'postmaster.pid'))).toBe(false);
  });

  test('orders by code point, knows letters beyond ASCII and sorts names the Vietnamese way', async () => {
    const server = await startPostgres({ dataDir });
    const row = await ask(
      server.ownerUrl,
      `select upper('đắk lắk') as upper, 'Z' < 'a' as by_code_point, 'đ' > 'd' and 'đ' < 'e' collate "vi-x-icu" as by_name,
         to_tsvector('Đắk Lắk')::text as words`,
    );
    expect(row).toEqual({ upper: 'ĐẮK LẮK', by_code_point: true, by_name: true, words: "'lắk':2 'đắk':1" });
    await server.stop();
  });

  test('keeps its port and a password that only we can read', async () => {
    const first = await startPostgres({ dataDir });
    await first.stop();
    const second = await startPostgres({ dataDir });
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(statSync(join(root, 'data/secret/postgres.json')).mode & 0o777).toBe(0o600);
    await expect(ask(second.ownerUrl.replace(/:\w+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
    await second.stop();
  });

  test('moves to another port when its own is taken, and says so when the port was insisted on', async () => {
    const first = await startPostgres({ dataDir });
    await first.stop();
    const stranger = createServer().listen(first.port, '127.0.0.1');
    await expect(startPostgres({ dataDir, port: first.port })).rejects.toThrow(`Port ${first.port} is taken`);
    const second = await startPostgres({ dataDir });
    expect(second.port).not.toBe((stranger.address() as AddressInfo).port);
    await second.stop();
    stranger.close();
  });
});

describe('after a crash', () => {
  test('a server that was killed in the middle of its work comes back with what was committed', async () => {
    const first = await startPostgres({ dataDir });
    await ask(first.ownerUrl, 'create table kept (n int)');
    await ask(first.ownerUrl, 'insert into kept select 42');
    const busy = ask(first.ownerUrl, `do $$ begin for i in 1..2000000000 loop perform 1; end loop; end $$`).catch(
      (error: Error) => error,
    );
    await wait(100);
    process.kill(first.pid, 'SIGKILL');

    const second = await startPostgres({ dataDir });
    expect(second.attached).toBe(false);
    expect(await ask(second.ownerUrl, 'select n from kept')).toEqual({ n: 42 });
    expect(await busy).toBeInstanceOf(Error);
    await second.stop();
  });

  test('a server whose program was killed is found running; only the owner may stop it', async () => {
    await exited(inNewProcess(`process.kill(process.pid, 'SIGKILL')`));
    const guest = await startPostgres({ dataDir });
    expect(guest.attached).toBe(true);
    await guest.stop();
    expect(isAlive(guest.pid)).toBe(true);

    const owner = await startPostgres({ dataDir, owner: true });
    expect(owner).toMatchObject({ attached: true, pid: guest.pid });
    await owner.stop();
    expect(isAlive(guest.pid)).toBe(false);
  });

  test('a pid file that names a stranger is not believed', async () => {
    const server = await startPostgres({ dataDir });
    const pidFile = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8');
    await server.stop();
    const stranger = spawn('sleep', ['60']);
    writeFileSync(join(dataDir, 'postmaster.pid'), pidFile.replace(/^\d+/, String(stranger.pid)));
    const next = await startPostgres({ dataDir });
    expect(next.attached).toBe(false);
    expect(isAlive(stranger.pid!)).toBe(true);
    stranger.kill();
    await next.stop();
  });

  test('an empty pid file, left by a power cut, is no obstacle', async () => {
    writeFileSync(join(dataDir, 'postmaster.pid'), '');
    const server = await startPostgres({ dataDir });
    expect(server.attached).toBe(false);
    await server.stop();
  });

  test('a copy of a running folder is not taken for the folder', async () => {
    const server = await startPostgres({ dataDir });
    const copyDir = join(root, 'copy', 'postgres');
    cpSync(dirname(dataDir), dirname(copyDir), { recursive: true });
    const copy = await startPostgres({ dataDir: copyDir });
    expect(copy).toMatchObject({ attached: false });
    expect(copy.pid).not.toBe(server.pid);
    await Promise.all([copy.stop(), server.stop()]);
  });

  test('two that start together share one server', async () => {
    const servers = await Promise.all([startPostgres({ dataDir }), startPostgres({ dataDir })]);
    expect(servers[0].pid).toBe(servers[1].pid);
    expect(servers.filter((server) => server.attached)).toHaveLength(1);
    for (const server of servers) await server.stop();
  });
});

test("Ctrl-C in the terminal does not reach the server before its program's own shutdown", async () => {
  const child = inNewProcess(`process.on('SIGINT', async () => {
      await fetch('data:,').then(() => server.stop());
      process.exit(0);
    });
    console.log(server.pid);
    setInterval(() => {}, 1000);`);
  const pid = await new Promise<number>((done) => child.stdout.once('data', (text: Buffer) => done(Number(text))));
  const session = (of: number) =>
    spawnSync('ps', ['-o', 'pgid=', '-p', String(of)], { encoding: 'utf8' }).stdout.trim();
  expect(session(pid)).toBe(String(pid));
  child.kill('SIGINT');
  await exited(child);
  expect(isAlive(pid)).toBe(false);
});

test.runIf(runsAsOther)(
  'binaries below a closed folder are copied to a readable place, and a broken copy is renewed',
  async () => {
    const native = join(root, 'package', 'native');
    mkdirSync(dirname(native));
    cpSync(join(installedBinaries(), '..', 'package.json'), join(root, 'package', 'package.json'));
    cpSync(installedBinaries(), native, { recursive: true, filter: (path) => !path.endsWith('libpq.so.5') });
    const open = await mkdtemp(join(tmpdir(), 'lienket-open-'));
    chmodSync(open, 0o777);
    const place = join(open, 'ours');

    const account = accountFor(join(root, 'none'));
    const copy = await runnableBinaries(native, account, [open, place]);
    expect(dirname(copy)).toBe(place);
    expect(existsSync(join(copy, 'lib', 'libpq.so.5'))).toBe(true);

    rmSync(join(copy, 'lib', 'libz.so.1'));
    expect(await runnableBinaries(native, account, [place])).toBe(copy);
    expect(existsSync(join(copy, 'lib', 'libz.so.1'))).toBe(true);
    await expect(runnableBinaries(native, account, [open])).rejects.toThrow(/not our own folder/);
    rmSync(open, { recursive: true, force: true });
  },
);

describe('refusals say what is wrong', () => {
  test('a folder of something else', async () => {
    mkdirSync(join(root, 'else'));
    writeFileSync(join(root, 'else', 'letter.txt'), '');
    await expect(startPostgres({ dataDir: join(root, 'else') })).rejects.toThrow(/neither empty nor the data/);
  });

  test('the data of another version', async () => {
    mkdirSync(join(root, 'old'));
    writeFileSync(join(root, 'old', 'PG_VERSION'), '15\n');
    await expect(startPostgres({ dataDir: join(root, 'old') })).rejects.toThrow(/written by PostgreSQL 15/);
  });

  test('a broken configuration', async () => {
    const path = join(dataDir, 'postgresql.conf');
    const right = readFileSync(path, 'utf8');
    writeFileSync(path, `${right}\nno_such_setting = 1\n`);
    await expect(startPostgres({ dataDir })).rejects.toThrow(/no_such_setting/);
    writeFileSync(path, right);
  });
});

test('a server for tests leaves nothing behind, even when its process was killed', async () => {
  const script = `import { ephemeralPostgres } from ${JSON.stringify(launcher)};
    console.log((await ephemeralPostgres()).pid);
    process.kill(process.pid, 'SIGKILL');`;
  const killed = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  const abandoned = Number(killed.stdout);
  expect(isAlive(abandoned)).toBe(true);

  const server = await ephemeralPostgres();
  expect(await ask(server.ownerUrl, `select current_setting('fsync') as fsync`)).toEqual({ fsync: 'off' });
  const { dir } = await ask(server.ownerUrl, `select pg_read_file('postmaster.opts') as dir`);
  expect(dir).toContain('cluster_name=lienket-');
  await server.stop();
  expect(
    readdirSync(tmpdir()).filter((name) => name.includes(`-${process.pid}-`) || name.includes(`-${killed.pid}-`)),
  ).toEqual([]);
  expect([abandoned, server.pid].map(isAlive)).toEqual([false, false]);
});
