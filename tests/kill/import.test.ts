import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  getBatch,
  importBatch,
  listColumns,
  recordBatch,
  recordMapping,
  type BatchId,
} from '#contexts/intake/batch.wire.ts';
import { memberHeadings, memberRow, workbook } from '#contexts/intake/sheet.example.ts';
import { newId } from '#kernel/id.ts';
import type { InputOf, Method, ReplyOf } from '#kernel/method.ts';
import { startPostgres } from '#platform/database/launcher.ts';
import { freePort } from '#tests/e2e/server.setup.ts';
import { commandsFor, ended, officerOf, open, sendAll, start } from './crowd.ts';

const people = 4_000;
const house = { data: mkdtempSync(join(tmpdir(), 'lienket-kill-import-')), port: 0 };
let product: ChildProcess;
let cookie: string;
let database: Awaited<ReturnType<typeof startPostgres>>;
let owner: pg.Client;

beforeAll(async () => {
  house.port = await freePort();
  await open(house);
  product = await start(house);
  cookie = await officerOf(house);
  database = await startPostgres({ dataDir: join(house.data, 'postgres') });
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
}, 120_000);
afterAll(async () => {
  await owner.end();
  product.kill('SIGTERM');
  await ended(product);
  rmSync(house.data, { recursive: true, force: true });
}, 60_000);

async function ask<M extends Method>(method: M, input: InputOf<M>): Promise<ReplyOf<M>> {
  const isCommand = method.kind === 'command';
  const query = new URLSearchParams(Object.entries(input as object).map(([key, value]) => [key, String(value)]));
  const answer = await fetch(
    `http://localhost:${house.port}/api/${method.name}${isCommand ? '' : `?${query.toString()}`}`,
    {
      method: isCommand ? 'POST' : 'GET',
      headers: { cookie, ...(isCommand ? { 'content-type': 'application/json', 'command-id': newId() } : {}) },
      ...(isCommand ? { body: JSON.stringify(input) } : {}),
    },
  );
  if (!answer.ok) throw new Error(`${method.name}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as ReplyOf<M>;
}

/** Asked again and again, without a pause: in the middle is a short time. */
async function until<T>(look: () => Promise<T>, isSo: (seen: T) => boolean): Promise<T> {
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const written = async () =>
  (
    await owner.query(`select (select count(*)::int from registry.member) as members,
      (select count(*)::int from registry.member_entry) as entries, (select count(*)::int from registry.capital_act) as acts,
      (select count(*)::int from registry.capital_line) as lines, (select count(*)::int from intake.change) as changes,
      (select state from intake.batch) as state`)
  ).rows[0] as Record<string, unknown>;

async function checkedSheet() {
  const [command] = commandsFor('nhập', 1);
  await sendAll(house, cookie, [command!]);
  const rows = Array.from({ length: people }, (_, n) => memberRow(n + 1));
  const file = newId();
  const sent = await fetch(`http://localhost:${house.port}/files?id=${file}&name=ds.xlsx`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/octet-stream' },
    body: Buffer.from(await workbook([{ rows: [[...memberHeadings], ...rows] }])),
  });
  expect(sent.status).toBe(200);
  const batch = newId<BatchId>();
  await ask(recordBatch, { id: batch, file, organisation: command!.organisation });
  const { columns } = await ask(listColumns, { batch, sheet: 0, kind: 'members' });
  const said = columns.map(({ column, heading, field, unit }) => ({ column, heading, field, unit }));
  await ask(recordMapping, { batch, version: 1, sheet: 0, kind: 'members', columns: said });
  const { version } = await until(
    () => ask(getBatch, { batch }),
    ({ state }) => state === 'checked',
  );
  return { batch, version };
}

test('an import killed in its middle leaves nothing half done, and is whole after the next start', async () => {
  const { batch, version } = await checkedSheet();
  await ask(importBatch, { batch, version });
  // Progress is told beside the transaction that writes: some rows are in, and none can be seen.
  await until(
    async () =>
      (await owner.query('select progress_done as done, state from intake.batch')).rows[0] as {
        done: number;
        state: string;
      },
    ({ done, state }) => state !== 'importing' || (done > 0 && done < people),
  );
  product.kill('SIGKILL');
  await ended(product);
  const open = `select from pg_stat_activity where usename = 'lienket_server' and state <> 'idle'`;
  await until(
    async () => (await owner.query(open)).rowCount,
    (n) => n === 0,
  );
  const none = { members: 0, entries: 0, acts: 0, lines: 0, changes: 0, state: 'importing' };
  expect(await written(), 'nothing half done').toEqual(none);

  product = await start(house);
  await until(
    () => ask(getBatch, { batch }),
    ({ state }) => state === 'imported',
  );
  expect(await written()).toEqual({
    members: people,
    entries: people,
    // An opening act for each part of 2,000 rows that is written at once.
    acts: 2,
    lines: people,
    changes: people,
    state: 'imported',
  });
}, 120_000);
