import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { Problem } from '#kernel/problem.ts';
import { line } from '#kernel/text.ts';
import { handle } from '#platform/method/handle.ts';
import { otherProvince, quangNinh, signedIn, stranger, testDatabase, testServer } from './harness.ts';

const note = command('test.note.record', {
  input: z.object({
    text: line(50),
    phone: line(20).meta({ personal: true }).optional(),
    refuse: z.boolean().default(false),
  }),
  reply: z.object({ count: z.int() }),
});
const careless = command('test.note.careless', { input: z.object({}), reply: z.object({}) });
const twice = command('test.note.twice', { input: z.object({}), reply: z.object({}) });
const leaky = query('test.note.get', { input: z.object({}), reply: z.object({ shown: z.string() }) });

let permitted = true;
const entries = (db: Parameters<Parameters<typeof test0.within>[0]>[0]) =>
  sql<{ n: number }>`select count(*) as n from platform.outbox where topic = 'test.noted'`.execute(db);

const test0 = await testDatabase();
const { as } = await testServer(test0, [
  handle(note, async ({ input, actor, db, insist, tell }) => {
    insist(permitted && actor.account !== null);
    await tell('test.noted', { text: input.text });
    if (input.refuse) throw new Problem('conflict', 'test.note.refused', { obstacles: ['first', 'second'] });
    return { count: (await entries(db)).rows[0]!.n };
  }),
  handle(careless, async () => ({})),
  handle(twice, async ({ insist }) => {
    insist(true);
    insist(true);
    return {};
  }),
  handle(leaky, async ({ insist }) => {
    insist(true);
    return { shown: 'yes', hidden: 'no' } as { shown: string };
  }),
]);
const somebody = await signedIn(test0, { role: 'administrator' });
const ask = as(somebody);

const audits = () =>
  test0.owner<{ input: unknown; method: string }>(`select method, input from platform.audit order by at`);
const told = async (province = quangNinh) => (await test0.within(entries, province)).rows[0]!.n;

beforeEach(async () => {
  permitted = true;
  await test0.owner('truncate platform.audit, platform.command_reply, platform.outbox');
});

describe('one command', () => {
  test('is one effect, one audit row, one stored reply, and no personal field is kept', async () => {
    expect((await ask(note, { text: 'đã giao', phone: '0912 345 678' })).body).toEqual({ count: 1 });
    expect(await audits()).toEqual([
      { method: 'test.note.record', input: { text: 'đã giao', phone: '•', refuse: false } },
    ]);
  });

  test('sent a hundred times has one effect and one reply', async () => {
    const commandId = newId();
    const answers = [];
    for (let time = 0; time < 100; time += 1) answers.push(await ask(note, { text: 'một lần' }, { commandId }));
    expect(new Set(answers.map(({ status, body }) => `${status}${JSON.stringify(body)}`))).toEqual(
      new Set(['200{"count":1}']),
    );
    expect(await told()).toBe(1);
    expect(await audits()).toHaveLength(1);
  });

  test('sent twenty times at once has one effect', async () => {
    const commandId = newId();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(note, { text: 'cùng lúc' }, { commandId })));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(await told()).toBe(1);
  });

  test('whose id was used with another input is a conflict', async () => {
    const commandId = newId();
    await ask(note, { text: 'một' }, { commandId });
    expect(await ask(note, { text: 'hai' }, { commandId })).toMatchObject({
      status: 409,
      body: { code: 'command.id-reused' },
    });
  });

  test('sent again after the permission is gone is refused', async () => {
    const commandId = newId();
    await ask(note, { text: 'một' }, { commandId });
    permitted = false;
    expect((await ask(note, { text: 'một' }, { commandId })).status).toBe(403);
  });

  test('that is refused leaves nothing behind, and names every reason', async () => {
    const refused = await ask(note, { text: 'không', refuse: true });
    expect(refused).toMatchObject({ status: 409, body: { code: 'test.note.refused', obstacles: ['first', 'second'] } });
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(await told()).toBe(0);
    expect(await audits()).toEqual([]);
  });

  test('without a command id is refused', async () => {
    expect(await ask(note, { text: 'x' }, { commandId: 'no-uuid' })).toMatchObject({
      status: 400,
      body: { code: 'command.id-missing' },
    });
  });

  test('with a wrong input names each field', async () => {
    const { status, body } = await ask(note, { text: 7, refuse: 'maybe' } as never);
    expect(status).toBe(400);
    expect(body['fields']).toMatchObject([
      { path: 'text', code: 'field.wrong-type' },
      { path: 'refuse', code: 'field.wrong-type' },
    ]);
  });

  test('works in its own province only', async () => {
    await ask(note, { text: 'ở đây' });
    expect(await told(otherProvince)).toBe(0);
  });
});

describe('a handler', () => {
  test('that never asks for permission fails', async () => {
    expect((await ask(careless, {})).status).toBe(500);
  });
  test('that asks twice fails', async () => {
    expect((await ask(twice, {})).status).toBe(500);
  });
  test('replies what its schema names and nothing else', async () => {
    expect((await ask(leaky, {})).body).toEqual({ shown: 'yes' });
  });
  test('asked by nobody answers 401', async () => {
    expect((await as(stranger)(note, { text: 'x' })).status).toBe(401);
  });
});

describe('the guard of the database', () => {
  test('a statement without a province sees nothing', async () => {
    await ask(note, { text: 'ẩn' });
    expect((await test0.database.query('select * from platform.audit')).rows).toEqual([]);
  });
  test('audit rows can be neither changed nor deleted by the serving role', async () => {
    await expect(test0.within((db) => sql`update platform.audit set method = 'x'`.execute(db))).rejects.toThrow(
      /permission denied/,
    );
    await expect(test0.within((db) => sql`delete from platform.audit`.execute(db))).rejects.toThrow(
      /permission denied/,
    );
  });
  test('the serving role cannot change the schema', async () => {
    await expect(test0.within((db) => sql`create table platform.mine (id int)`.execute(db))).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      test0.within((db) => sql`set row_security = off; select * from platform.audit`.execute(db)),
    ).rejects.toThrow();
  });
  test('a row of another province cannot be written', async () => {
    await expect(
      test0.within((db) =>
        sql`insert into platform.outbox (province, id, topic, payload) values (31, ${newId()}, 'x', '{}')`.execute(db),
      ),
    ).rejects.toThrow(/row-level security/);
  });
});
