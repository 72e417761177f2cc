import { randomBytes } from 'node:crypto';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import pg from 'pg';
import { memberClauses } from '#contexts/duplicates/clause.ts';
import { stopComparing, workOffRuns } from '#contexts/duplicates/run.job.ts';
import { population } from '#db/seed/duplicates.members.ts';
import { insertRows } from '#db/seed/bulk.ts';
import { newId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import { ephemeralPostgres } from '#platform/database/launcher.ts';
import { openDatabase } from '#platform/database/pool.ts';
import { createServer } from '#platform/http/server.ts';
import { loadActor } from '#platform/session/actor.ts';
import { usePersonalKeys } from '#registry';
import { handlers } from '#app/methods.ts';
import { migrateAll } from '#app/migrations.ts';

/** How quickly the server answers while 50,000 members are searched for duplicates beside it: p95 of 50 ms is the limit. */
const size = Number(process.env['BENCH_MEMBERS'] ?? 50_000);
const province = 22 as Province;
const { members } = population(size, 1);

const postgres = await ephemeralPostgres();
await migrateAll(postgres.ownerUrl, 'bench');
const owner = new pg.Client({ connectionString: postgres.ownerUrl });
await owner.connect();
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
await owner.query(
  `insert into reference.province values (22, 'Quảng Ninh', 'Quang Ninh', '', '', 'city', 'bench', false) on conflict do nothing`,
);
await owner.query('insert into platform.tenant (province) values (22)');
await owner.query(`select set_config('lienket.province', '22', false)`);
const organisations = new Map([...new Set(members.map(({ organisation }) => organisation))].map((id) => [id, newId()]));
await owner.query(
  `insert into registry.organisation (id, kind, name, founded_on)
   select id, 'cooperative', 'Hợp tác xã ' || n, '2015-01-01' from unnest($1::uuid[]) with ordinality t(id, n)`,
  [[...organisations.values()]],
);
await insertRows(
  owner,
  'registry.member',
  members.map((member) => ({
    province: 22,
    id: newId(),
    organisation_id: organisations.get(member.organisation),
    party: 'person',
    standing: 'associate',
    name: member.name,
    sex: member.sex,
    birth_year: member.birthYear,
    phone: member.phone,
    hamlet: member.hamlet,
    joined_on: '2020-01-01',
  })),
);
await owner.query('analyze');

const serving = new URL(postgres.ownerUrl);
serving.username = 'lienket_server';
serving.password = 'bench';
const database = openDatabase(serving.href, 8);
const server = await createServer({
  database,
  handlers,
  sessions: {
    actor: (client: pg.PoolClient, cookie: string | undefined, at: Province) =>
      loadActor(client, cookie, at, 'x'.repeat(40)),
  },
  origin: 'http://localhost',
  province,
});
await server.listen({ port: 0, host: '127.0.0.1' });
const { port } = server.server.address() as { port: number };
const ask = async (): Promise<number> => {
  const from = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/api/registry.organisation.list?size=20`);
  await response.arrayBuffer();
  return performance.now() - from;
};
for (let at = 0; at < 50; at += 1) await ask();

const quantile = (times: readonly number[], part: number): string =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))]!.toFixed(1);

async function asked(until: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!until()) {
    times.push(await ask());
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return times;
}

const quietUntil = performance.now() + 3_000;
const quiet = await asked(() => performance.now() > quietUntil);
console.log(
  `alone: p50 ${quantile(quiet, 0.5)} p95 ${quantile(quiet, 0.95)} max ${quantile(quiet, 1)} ms of ${quiet.length}`,
);

await owner.query(
  `insert into duplicates.run (province, id, subject, way, clauses) values (22, $1, 'member', 'search', $2)`,
  [newId(), JSON.stringify(memberClauses)],
);
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
let over = false;
const from = performance.now();
const run = workOffRuns({ database, province }).finally(() => (over = true));
const busy = await asked(() => over);
await run;
delay.disable();
console.log(`run of ${size}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
console.log(
  `meanwhile: p50 ${quantile(busy, 0.5)} p95 ${quantile(busy, 0.95)} p99 ${quantile(busy, 0.99)} max ${quantile(busy, 1)} ms of ${busy.length}`,
);
console.log(`event loop: p95 ${(delay.percentile(95) / 1e6).toFixed(1)} max ${(delay.max / 1e6).toFixed(1)} ms`);
const { rows } = await owner.query('select state, records, pairs, opened, trouble from duplicates.run');
console.log(JSON.stringify(rows));
await server.close();
await stopComparing();
await database.end();
await owner.end();
await postgres.stop();
