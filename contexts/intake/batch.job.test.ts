import { beforeAll, expect, test } from 'vitest';
import { listMembers } from '#contexts/registry/member.wire.ts';
import { quangNinh } from '#tests/harness.ts';
import { intakeWorld } from '#tests/intake.harness.ts';
import { purgeJob } from './batch.job.ts';
import { getBatch, importBatch, listBlockers, listRows } from './batch.wire.ts';
import { memberHeadings, memberRow, workbook } from './sheet.example.ts';

const { here, as, drain, checked, people, cooperative } = await intakeWorld();
const { director } = people;

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
    const { id, ask, body } = await checked(director, await workbook([{ rows: [[...memberHeadings], row] }]));
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
