import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { writeXlsx } from 'hucre';
import { newId, type FileId, type OrganisationId } from '#kernel/id.ts';
import type { InputOf, Method, ReplyOf } from '#kernel/method.ts';
import type { Province } from '#kernel/place.ts';
import {
  getBatch,
  importBatch,
  listColumns,
  listRows,
  recordBatch,
  recordMapping,
  withdrawBatch,
  type BatchId,
} from '#contexts/intake/batch.wire.ts';
import { exportMembers, findMembers } from '#contexts/registry/member.wire.ts';
import { ephemeralPostgres } from '#platform/database/launcher.ts';
import { openDatabase } from '#platform/database/pool.ts';
import { mountFiles } from '#platform/file/file.routes.ts';
import { createServer } from '#platform/http/server.ts';
import { drainOutbox } from '#platform/outbox/outbox.ts';
import { loadActor } from '#platform/session/actor.ts';
import { signedSessionCookie } from '#platform/session/cookie.ts';
import { stopReading } from '#platform/spreadsheet/read.ts';
import { usePersonalKeys } from '#registry';
import { fileAccess, handlers, subscribers } from '#app/methods.ts';
import { migrateAll } from '#app/migrations.ts';

/**
 * The registry at the size of a province, against its limits: 44,377 members from a sheet, out again as sheets, and found
 * among 50,000 by name. Everything goes the way of a page: upload, columns, check, import.
 */
const members = 44_377;
const cooperatives = 821;
const secret = 'only-for-the-bench-only-for-the-bench';
const province = 22 as Province;

const postgres = await ephemeralPostgres();
await migrateAll(postgres.ownerUrl, 'bench');
const owner = new pg.Client({ connectionString: postgres.ownerUrl });
await owner.connect();
usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
const account = newId();
const token = newId().replaceAll('-', '');
await owner.query(
  `insert into reference.province values (22, 'Quảng Ninh', 'Quang Ninh', '', '', 'city', 'bench', false) on conflict do nothing`,
);
await owner.query('insert into platform.tenant (province) values (22)');
await owner.query(`select set_config('lienket.province', '22', false)`);
const organisations = Array.from({ length: cooperatives }, () => newId<OrganisationId>());
await owner.query(
  `insert into registry.organisation (id, kind, name, founded_on)
   select id, 'cooperative', 'Hợp tác xã ' || n, '2015-01-01' from unnest($1::uuid[]) with ordinality t(id, n)`,
  [organisations],
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

const serving = new URL(postgres.ownerUrl);
serving.username = 'lienket_server';
serving.password = 'bench';
const database = openDatabase(serving.href, 8);
const parts = {
  database,
  handlers,
  sessions: {
    actor: (client: pg.PoolClient, cookie: string | undefined, at: Province) => loadActor(client, cookie, at, secret),
  },
  origin: 'http://localhost',
  province,
};
const server = await createServer(parts);
mountFiles(server, parts, fileAccess);
await server.listen({ port: 0, host: '127.0.0.1' });
const { port } = server.server.address() as { port: number };
const base = `http://127.0.0.1:${port}`;
const cookie = signedSessionCookie(token, secret, 'http://localhost').split(';')[0]!;

const flat = (input: object): string =>
  new URLSearchParams(Object.entries(input).map(([key, value]) => [key, String(value)])).toString();

async function ask<M extends Method>(method: M, input: InputOf<M>): Promise<ReplyOf<M>> {
  const isCommand = method.kind === 'command';
  const response = await fetch(`${base}/api/${method.name}${isCommand ? '' : `?${flat(input as object)}`}`, {
    method: isCommand ? 'POST' : 'GET',
    headers: { cookie, ...(isCommand ? { 'content-type': 'application/json', 'command-id': newId() } : {}) },
    ...(isCommand ? { body: JSON.stringify(input) } : {}),
  });
  if (response.status !== 200) throw new Error(`${method.name}: ${response.status} ${await response.text()}`);
  return (await response.json()) as ReplyOf<M>;
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Chíu', 'Phùn', 'Tằng', 'Lý'];
const middles = ['Văn', 'Thị', 'Đức', 'Thu', 'Minh', 'Hữu', 'Ngọc', 'Quang', 'A', 'Xuân', 'Thanh'];
const given = ['Hoà', 'Bình', 'Mai', 'Lan', 'Sáng', 'Dũng', 'Hùng', 'Quýnh', 'Nga', 'Tuyết', 'Sơn', 'Thuỷ', 'Đông'];
const nameOf = (n: number): string =>
  `${families[n % 12]} ${middles[Math.floor(n / 12) % 11]} ${given[Math.floor(n / 132) % 13]}`;

const heads = [
  'STT',
  'Tên HTX',
  'Họ và tên',
  'Năm sinh',
  'Giới tính',
  'Số CCCD',
  'Điện thoại',
  'Thôn',
  'Tư cách',
  'Ngày vào',
  'Vốn góp',
];
const sheetRow = (n: number, phone: string): (string | number)[] => [
  n + 1,
  `HTX ${(n % cooperatives) + 1}`,
  nameOf(n),
  1950 + (n % 50),
  n % 2 === 0 ? 'Nam' : 'Nữ',
  `0220${String(50 + (n % 50)).padStart(2, '0')}${String(n).padStart(6, '0')}`,
  phone,
  `Thôn ${n % 9}`,
  n % 3 === 0 ? 'Liên kết không góp vốn' : 'Chính thức sử dụng dịch vụ',
  `${String((n % 28) + 1).padStart(2, '0')}/03/2020`,
  n % 3 === 0 ? '' : '5.000.000',
];
const sheet = (phone: string): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name: 'Thành viên',
        rows: [['DANH SÁCH'], heads, ...Array.from({ length: members }, (_, n) => sheetRow(n, phone))],
      },
    ],
  });

interface Line {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: string;
}
const lines: Line[] = [];
const note = (what: string, value: number, limit: number, unit: string): void => {
  lines.push({ what, value, limit, unit });
  console.log(
    `${what.padEnd(46)} ${value.toFixed(unit === 'MB' ? 0 : 2).padStart(9)} ${unit}   of ${limit}: ${(value / limit).toFixed(2)}`,
  );
};
async function seconds<T>(work: () => Promise<T>): Promise<[number, T]> {
  const began = performance.now();
  const result = await work();
  return [(performance.now() - began) / 1_000, result];
}

async function handIn(bytes: Uint8Array): Promise<BatchId> {
  const file = newId<FileId>();
  const sent = await fetch(`${base}/files?id=${file}&name=thanh-vien.xlsx`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
  });
  if (sent.status !== 200) throw new Error(await sent.text());
  const batch = newId<BatchId>();
  await ask(recordBatch, { id: batch, file });
  return batch;
}

async function mapped(batch: BatchId): Promise<void> {
  const { columns } = await ask(listColumns, { batch, sheet: 0, kind: 'members' });
  await ask(recordMapping, {
    batch,
    version: 1,
    sheet: 0,
    kind: 'members',
    columns: columns.map(({ column, heading, field, unit }) => ({ column, heading, field, unit })),
    // Without it sex, phone and hamlet are left out, and nothing would differ the second time.
    said: { consent: { way: 'paper', givenOn: '2026-01-15', document: 'Biên bản 01' } },
  });
}

const settled = async (batch: BatchId): Promise<ReplyOf<typeof getBatch>> => {
  while ((await drainOutbox(database, province, subscribers)) > 0);
  return ask(getBatch, { batch });
};

const workbook = await sheet('0912 345 678');
const [reading, batch] = await seconds(() => handIn(workbook));
const [mapping] = await seconds(() => mapped(batch));
const [firstPage, page] = await seconds(() => ask(listRows, { batch, size: 50 }));
if (page.whole || page.items.length !== 50) throw new Error('the first page should come before the check');
const [checking, checked] = await seconds(() => settled(batch));
if (checked.counts?.outcomes.new !== members) throw new Error(JSON.stringify(checked.counts));
await ask(importBatch, { batch, version: checked.version });
const [importing, imported] = await seconds(() => settled(batch));
if (imported.state !== 'imported') throw new Error(JSON.stringify(imported));
note('first page of the preview', firstPage, 2, 's');
note('import of 44,377 members, from upload to the end', reading + mapping + checking + importing, 60, 's');
console.log(
  `  read ${reading.toFixed(1)} s, columns ${mapping.toFixed(1)} s, check ${checking.toFixed(1)} s, import ${importing.toFixed(1)} s`,
);

const second = await handIn(await sheet('0987 654 321'));
const [updating] = await seconds(async () => {
  await mapped(second);
  const again = await settled(second);
  if (again.counts?.outcomes.update !== members) throw new Error(JSON.stringify(again.counts));
  await ask(importBatch, { batch: second, version: again.version });
  return settled(second);
});
console.log(`the same again with other phones                 ${updating.toFixed(1)} s`);

await owner.query('analyze');
for (const format of ['xlsx', 'csv'] as const) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const [taken, bytes] = await seconds(async () => {
    const response = await fetch(`${base}/api/${exportMembers.name}?format=${format}`, { headers: { cookie } });
    let sum = 0;
    for await (const chunk of response.body!) sum += chunk.length;
    return sum;
  });
  clearInterval(watch);
  if (bytes < 500_000) throw new Error(`${format}: only ${bytes} bytes`);
  note(`export of 44,377 members as ${format}`, taken, 10, 's');
  note(`  memory above what was there`, (most - before) / 1_048_576, 250, 'MB');
}

await owner.query(
  `insert into registry.member (id, organisation_id, party, standing, name, joined_on)
   select gen_random_uuid(), $1, 'person', 'associate', 'Thành Viên Thêm ' || n, '2021-01-01' from generate_series(1, $2) n`,
  [organisations[0], 50_000 - members],
);
await owner.query('analyze registry.member');
const searches = [
  'nguyen van hoa',
  'chíu thị lan',
  'phun a sang',
  'dang thi mai',
  'ly minh',
  'tran ngoc dong',
  'hoa',
  'quynh',
  'le van dugn',
  'thuy',
];
const times: number[] = [];
for (let round = 0; round < 21; round += 1)
  for (const search of searches) {
    const began = performance.now();
    await ask(findMembers, { search, size: 20 });
    // The first round only warms up.
    if (round > 0) times.push(performance.now() - began);
  }
times.sort((a, b) => a - b);
note('search of 50,000 members, p95', times[Math.floor(times.length * 0.95)]!, 30, 'ms');
console.log(`  median ${times[Math.floor(times.length / 2)]!.toFixed(1)} ms`);

const now = await ask(getBatch, { batch: second });
const [withdrawing] = await seconds(async () => {
  await ask(withdrawBatch, { batch: second, version: now.version, reason: 'đo thử' });
  return settled(second);
});
console.log(`the second sheet taken back                      ${withdrawing.toFixed(1)} s`);

await server.close();
await stopReading();
await database.end();
await owner.end();
await postgres.stop();
process.exit(lines.every(({ value, limit }) => value <= limit) ? 0 : 1);
