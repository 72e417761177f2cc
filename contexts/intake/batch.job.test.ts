import { beforeAll, expect, test } from 'vitest';
import { listMembers } from '#contexts/registry/member.wire.ts';
import { quangNinh } from '#tests/harness.ts';
import { agreed, intakeWorld } from '#tests/intake.harness.ts';
import { judgedYears, saveYear, saveYears } from '#registry';
import { inProvince } from '#platform/database/transaction.ts';
import type { Problem } from '#kernel/problem.ts';
import type { AccountId } from '#kernel/id.ts';
import { today } from '#kernel/day.ts';
import { purgeJob } from './batch.job.ts';
import { checkBatch, closeBatch, getBatch, importBatch, listBlockers, listRows, withdrawBatch } from './batch.wire.ts';
import { csv, memberHeadings, memberRow, workbook } from './sheet.example.ts';

const { here, as, drain, checked, people, cooperative } = await intakeWorld();
const { director, officer } = people;

const purge = () => purgeJob.work({ database: here.database, province: quangNinh }, {});
const kept = async () =>
  (
    await here.owner<{ rows: number; files: number }>(
      `select (select count(*)::int from intake.chunk where body is not null) as rows,
         (select count(*)::int from intake.batch_file where body is not null) as files`,
    )
  )[0];

beforeAll(async () => {
  await here.owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values
       ('intake.stagedDays', '2025-07-01', '10', 'test', false), ('intake.formerDays', '2025-07-01', '20', 'test', false)
     on conflict (key, valid_from) do update set value = excluded.value`,
  );
});

test('a sheet is wiped when its days are over, and what rows were before when theirs are; what it made stays', async () => {
  const sheet = async (phone: string) => {
    const row = memberRow(1, { 5: phone });
    const { id, ask, body } = await checked(director, await workbook([{ rows: [[...memberHeadings], row] }]), {
      said: agreed,
    });
    await ask(importBatch, { batch: id, version: body.version });
    await drain();
    return id;
  };
  await sheet('0912345678');
  const second = await sheet('0987654321');
  const ask = as(director);
  await here.owner(
    `update intake.batch set made_at = made_at - interval '9 days', imported_at = imported_at - interval '9 days'`,
  );
  await purge();
  expect(await kept()).toEqual({ rows: 2, files: 2 });

  await here.owner(
    `update intake.batch set made_at = made_at - interval '2 days', imported_at = imported_at - interval '2 days'`,
  );
  await purge();
  expect(await kept()).toEqual({ rows: 0, files: 0 });
  expect((await ask(getBatch, { batch: second })).body).toMatchObject({ isPurged: true, state: 'imported' });
  expect((await ask(listRows, { batch: second })).body.items).toEqual([]);
  expect((await ask(listBlockers, { batch: second })).body.items).toEqual([]);

  await here.owner(`update intake.batch set imported_at = imported_at - interval '10 days'`);
  await purge();
  expect((await ask(listBlockers, { batch: second })).body.items).toMatchObject([{ reason: 'former-values-gone' }]);
  expect((await ask(listMembers, { organisation: cooperative })).body.items).toMatchObject([{ phone: '0987654321' }]);
});

const inHere = <T>(work: Parameters<typeof inProvince<T>>[2]) => inProvince(here.database, quangNinh, work);
const soon = () => here.owner(`update platform.outbox set next_at = now() where done_at is null`);

test('what fails again and again for no fault of the sheet ends, says so, and can be tried again or given up', async () => {
  const first = await checked(director, await workbook([{ rows: [[...memberHeadings], memberRow(31)] }]));
  const { ask, id } = first;
  await here.owner(`create table kept_chunk as select * from intake.chunk where batch_id = $1`, [id]);
  await here.owner(`update intake.chunk set body = 'broken' where batch_id = $1`, [id]);
  expect((await ask(importBatch, { batch: id, version: first.body.version })).status).toBe(200);
  for (let tried = 0; tried < 5; tried += 1) {
    await drain();
    expect((await ask(getBatch, { batch: id })).body.state).toBe('importing');
    await soon();
  }
  await drain();
  const { body } = await ask(getBatch, { batch: id });
  expect(body).toMatchObject({
    state: 'checked',
    trouble: 'intake.batch.given-up',
    may: { import: true, close: true },
  });

  await here.owner(
    `update intake.chunk c set body = k.body from kept_chunk k where c.batch_id = k.batch_id and c.number = k.number`,
  );
  expect((await ask(importBatch, { batch: id, version: body.version })).status).toBe(200);
  await drain();
  const done = (await ask(getBatch, { batch: id })).body;
  expect(done).toMatchObject({ state: 'imported', trouble: null });
  expect((await ask(withdrawBatch, { batch: id, version: done.version, reason: 'thử' })).status).toBe(200);
  await drain();
});

test('a try that ended the process was one too: who starts next gives it up', async () => {
  const { ask, id, body } = await checked(director, await workbook([{ rows: [[...memberHeadings], memberRow(32)] }]));
  await ask(checkBatch, { batch: id, version: body.version });
  await here.owner(`update platform.outbox set tries = 5 where done_at is null and payload->>'batch' = $1`, [id]);
  await drain();
  const after = (await ask(getBatch, { batch: id })).body;
  expect(after).toMatchObject({ state: 'read', trouble: 'intake.batch.given-up' });
  expect((await ask(closeBatch, { batch: id, version: after.version })).status).toBe(200);
});

const blank = {
  profitVnd: null,
  externalRevenueVnd: null,
  internalRevenueVnd: null,
  costVnd: null,
  externalCostVnd: null,
  internalCostVnd: null,
  externalProfitVnd: null,
  internalProfitVnd: null,
  charterCapitalVnd: null,
  totalCapitalVnd: null,
  undividedAssetsVnd: null,
  officialMembers: null,
  workers: null,
};
const told = (year: number, revenueVnd: number) =>
  inHere(({ db }) =>
    saveYear(db, { organisation: cooperative, year, source: 'Cập nhật năm', ...blank, revenueVnd }, 'x' as AccountId),
  );
const revenueOf = async (year: number) =>
  (
    await here.owner<{ revenue_vnd: string }>(
      `select revenue_vnd::text from registry.yearly_account where organisation_id = $1 and year = $2`,
      [cooperative, year],
    )
  )[0]?.revenue_vnd;

test('a year told of otherwise since the sheet was checked is not written over, and the sheet is checked again', async () => {
  await told(2022, 1_000_000);
  const sheet = csv('Năm;Doanh thu\r\n2022;2000000\r\n2023;3000000\r\n');
  const { ask, id, body } = await checked(officer, sheet, { kind: 'accounts', name: 'so lieu.csv' });
  expect(body.counts?.outcomes).toMatchObject({ new: 1, update: 1 });
  await told(2022, 5_000_000);
  await ask(importBatch, { batch: id, version: body.version });
  await drain();
  const after = (await ask(getBatch, { batch: id })).body;
  expect(after).toMatchObject({ state: 'checked', trouble: 'intake.batch.overtaken' });
  expect([await revenueOf(2022), await revenueOf(2023)]).toEqual(['5000000', undefined]);

  await ask(checkBatch, { batch: id, version: after.version });
  await drain();
  const again = (await ask(getBatch, { batch: id })).body;
  await ask(importBatch, { batch: id, version: again.version });
  await drain();
  expect([await revenueOf(2022), await revenueOf(2023)]).toEqual(['2000000', '3000000']);
  const { version } = (await ask(getBatch, { batch: id })).body;
  await ask(withdrawBatch, { batch: id, version, reason: 'Nhầm tệp' });
  await drain();
  expect((await ask(getBatch, { batch: id })).body.state).toBe('withdrawn');
  expect(await revenueOf(2022)).toBe('5000000');
});

test('a year somebody tells of between the judging and the writing is not written over either', async () => {
  const draft = { row: 2, organisation: cooperative, year: 2021, given: { revenueVnd: 7 } };
  const set = { by: 'x' as AccountId, reason: 'ds.csv', province: quangNinh, today: today() };
  for (const before of [undefined, 4_000_000]) {
    if (before !== undefined) await told(2021, before);
    const judged = await inHere(({ db }) => judgedYears(db, [draft], { today: today() }));
    await told(2021, 9_000_000);
    const trouble = await inHere(({ db }) => saveYears(db, judged, set)).catch((error: Problem) => error.details);
    expect(trouble).toEqual({ obstacles: ['changed-meanwhile'] });
    expect(await revenueOf(2021)).toBe('9000000');
  }
});
