import { connect, type AddressInfo, type Socket } from 'node:net';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from '#kernel/id.ts';
import { document, query } from '#kernel/method.ts';
import { handle } from '#platform/method/handle.ts';
import { drainOutbox, type Subscriber } from '#platform/outbox/outbox.ts';
import { csvStream } from '#platform/spreadsheet/write.ts';
import { quangNinh, stranger, testDatabase, testServer } from './harness.ts';

const longList = document('test.row.export', { input: z.object({}) });
const short = query('test.row.get', { input: z.object({}), reply: z.object({ ok: z.boolean() }) });
const text = 'một dòng dài '.repeat(200);
let open = 0;

const here = await testDatabase();
const { as, server } = await testServer(here, [
  handle(longList, async ({ insist }) => {
    insist(true);
    const rows = async function* () {
      open += 1;
      for (let row = 0; row < 100_000; row += 1) yield { text };
    };
    const columns = [{ key: 'text', title: 'Dòng', kind: 'text' as const }];
    return { fileName: 'a.csv', mediaType: 'text/csv', body: () => csvStream({ name: 'a', columns, rows: rows() }) };
  }),
  handle(short, async ({ insist }) => {
    insist(true);
    return { ok: true };
  }),
]);
await server.listen({ port: 0, host: '127.0.0.1' });
const { port } = server.server.address() as AddressInfo;

/** Asks for a long list, and takes nothing of it. */
const slowReader = (): Promise<Socket> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.pause();
      socket.write(`GET /api/test.row.export HTTP/1.1\r\nHost: x\r\n\r\n`, () => resolve(socket));
    });
    socket.on('error', () => undefined);
  });

test('readers who take nothing leave connections for everybody else', async () => {
  const readers = await Promise.all(Array.from({ length: 20 }, slowReader));
  for (let asked = 0; asked < 40; asked += 1) expect((await as(stranger)(short, {})).body.ok).toBe(true);
  expect(open).toBeLessThanOrEqual(3);
  for (const reader of readers) reader.destroy();
  await expect.poll(() => here.database.totalCount - here.database.idleCount + here.database.waitingCount).toBe(0);
});

test('a connection that the database ends while it is in use ends nothing else', async () => {
  const client = await here.database.connect();
  const ended = new Promise((resolve) => client.once('end', resolve));
  const { rows } = await client
    .query<{ pid: number }>('begin; select pg_backend_pid() as pid')
    .then((all) => (all as unknown as { rows: { pid: number }[] }[])[1]!);
  await here.owner('select pg_terminate_backend($1)', [rows[0]!.pid]);
  await ended;
  await expect(client.query('select 1')).rejects.toThrow();
  client.release(true);
  expect((await as(stranger)(short, {})).body.ok).toBe(true);
});

test('work of many seconds may take its time: what holds its entry is not ended as idle', async () => {
  await here.owner(`insert into platform.outbox (province, id, topic, payload) values ($1, $2, 'test.long', '{}')`, [
    quangNinh,
    newId(),
  ]);
  let timeout = '';
  const long: Subscriber = {
    name: 'test.long',
    topics: ['test.long'],
    isLong: true,
    work: async (db) => {
      const { rows } = await sql<{ now: string }>`
        select current_setting('idle_in_transaction_session_timeout') as now`.execute(db);
      timeout = rows[0]!.now;
    },
  };
  await drainOutbox(here.database, quangNinh, [long], { topics: ['test.long'], isOnly: true });
  expect(timeout).toBe('0');
});
