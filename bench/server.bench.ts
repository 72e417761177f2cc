import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { newId } from '#kernel/id.ts';
import { ephemeralPostgres } from '#platform/database/launcher.ts';
import { signedSessionCookie } from '#platform/session/cookie.ts';
import { migrateAll } from '#app/migrations.ts';
import { measure } from './load.ts';

/**
 * A point query through the whole stack against bare node:http + pg doing the same statements, interleaved in one
 * run. Limit: requests per second within 1.3. CPU per request is printed.
 */
const limit = 1.3;
const rounds = 5;
const secondsPerRound = Number(process.env['BENCH_SECONDS'] ?? 4);
const secret = 'only-for-the-bench-only-for-the-bench';

const postgres = await ephemeralPostgres();
await migrateAll(postgres.ownerUrl, 'bench');
const owner = new pg.Client({ connectionString: postgres.ownerUrl });
await owner.connect();
const organisation = newId();
const token = randomUUID().replaceAll('-', '');
const account = newId();
await owner.query(
  `insert into reference.province values (22, 'Quảng Ninh', 'Quang Ninh', '', '', 'city', 'bench', false) on conflict do nothing`,
);
await owner.query('insert into platform.tenant (province) values (22)');
await owner.query(`begin; set local lienket.province = '22'`);
await owner.query(
  `insert into registry.organisation (id, kind, name, tax_number) select $1::uuid, 'cooperative', 'Hợp tác xã đo', null`,
  [organisation],
);
await owner.query(
  `insert into registry.organisation (id, kind, name) select gen_random_uuid(), 'cooperative', 'Hợp tác xã ' || n from generate_series(1, 2000) n`,
);
await owner.query(
  `insert into auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt") values ($1, 'Đo', 'bench@example.test', true, now(), now())`,
  [account],
);
await owner.query(
  `insert into auth.session (id, token, "userId", "expiresAt", "createdAt", "updatedAt") values ($1, $2, $3, now() + interval '1 day', now(), now())`,
  [newId(), token, account],
);
await owner.query(
  `insert into platform.access_grant (id, account_id, role, valid_from) values ($1, $2, 'provincial-officer', '2020-01-01')`,
  [newId(), account],
);
await owner.query('commit; analyze');
await owner.end();

const cookie = signedSessionCookie(token, secret, 'http://localhost').split(';')[0]!;
const serving = new URL(postgres.ownerUrl);
serving.username = 'lienket_server';
serving.password = 'bench';

async function start(which: 'house' | 'bare', port: number): Promise<ChildProcess> {
  const child = fork(new URL('server.peer.ts', import.meta.url), [which, serving.href, String(port), secret]);
  await once(child, 'message');
  return child;
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [usage] = (await once(child, 'message')) as [NodeJS.CpuUsage];
  return usage.user + usage.system;
}

const peers = [
  { name: 'bare', port: 46_101, path: '/' },
  { name: 'house', port: 46_102, path: '/api/bench.organisation.get' },
] as const;
const children = await Promise.all(peers.map(({ name, port }) => start(name, port)));
const results = peers.map(() => ({ perSecond: [] as number[], cpuMicros: [] as number[] }));
for (let round = 0; round <= rounds; round += 1) {
  for (const [index, { port, path }] of peers.entries()) {
    const before = await cpuOf(children[index]!);
    const { perSecond, answered } = await measure({
      url: `http://127.0.0.1:${port}${path}?id=${organisation}`,
      headers: { cookie },
      connections: 8,
      seconds: secondsPerRound,
    });
    const cpu = (await cpuOf(children[index]!)) - before;
    // The first round only warms up.
    if (round > 0) {
      results[index]!.perSecond.push(perSecond);
      results[index]!.cpuMicros.push(cpu / answered);
    }
  }
}
for (const child of children) child.kill();
await postgres.stop();

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
const [bare, house] = results.map(({ perSecond, cpuMicros }) => ({
  perSecond: median(perSecond),
  cpuMicros: median(cpuMicros),
})) as [{ perSecond: number; cpuMicros: number }, { perSecond: number; cpuMicros: number }];
const ratio = bare.perSecond / house.perSecond;
console.log(`bare   ${bare.perSecond.toFixed(0)} requests/s   ${bare.cpuMicros.toFixed(0)} µs CPU each`);
console.log(`house  ${house.perSecond.toFixed(0)} requests/s   ${house.cpuMicros.toFixed(0)} µs CPU each`);
console.log(`ratio  ${ratio.toFixed(2)} (limit ${limit})   CPU ${(house.cpuMicros / bare.cpuMicros).toFixed(2)}`);
process.exit(ratio <= limit ? 0 : 1);
