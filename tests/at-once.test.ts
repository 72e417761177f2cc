import { afterAll, expect, test } from 'vitest';
import { newId, type AccountId, type GrantId, type OrganisationId } from '#kernel/id.ts';
import { listRuns, startRun } from '#contexts/duplicates/run.wire.ts';
import { stopComparing, workOffRuns } from '#contexts/duplicates/index.ts';
import type { RunId } from '#contexts/duplicates/run.ts';
import { newLinkToken, tokenHash } from '#contexts/people/invitation.ts';
import { acceptInvitation, draftInvitation, withdrawInvitation } from '#contexts/people/invitation.wire.ts';
import { mergeRecords, undoMerger } from '#contexts/registry/record-merger.act.ts';
import type { MergerId } from '#contexts/registry/record-merger.ts';
import { quangNinh, signedIn, testDatabase, testServer } from './harness.ts';

const here = await testDatabase();
const { as } = await testServer(here);
afterAll(stopComparing);

async function waiting(count: number): Promise<void> {
  for (let asked = 0; asked < 2_000; asked += 1) {
    const [row] = await here.owner<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (row!.n >= count) return;
  }
  throw new Error(`fewer than ${count} wait`);
}

/** Two works that begin in this order while a row that both need is held, so that neither sees what the other did. */
async function atOnce<One, Two>(held: string, one: () => Promise<One>, two: () => Promise<Two>): Promise<[One, Two]> {
  const client = await here.database.connect();
  try {
    await client.query(`begin; set local lienket.province = '${quangNinh}'`);
    await client.query(`select from ${held} for update`);
    const first = one();
    await waiting(1);
    const second = two();
    await waiting(2);
    await client.query('commit');
    return await Promise.all([first, second]);
  } finally {
    client.release();
  }
}

test('of records merged in a row, one that is taken out while the last is merged on leads where it now stands', async () => {
  const ids = Array.from({ length: 5 }, () => newId<OrganisationId>());
  for (const id of ids)
    await here.owner(
      `insert into registry.organisation (province, id, kind, name) values ($1, $2, 'cooperative', 'Hợp tác xã nhập lại')`,
      [quangNinh, id],
    );
  const by = newId<AccountId>();
  const mergers = ids.slice(0, 4).map((merged, at) => {
    const given = { id: newId<MergerId>(), subject: 'organisation' as const, merged, survivor: ids[at + 1]!, by };
    return { id: given.id, done: () => here.within((db) => mergeRecords(db, { ...given, reason: 'thử' })) };
  });
  const [first, second, third, last] = mergers;
  for (const { done } of [first!, second!, third!]) await done();
  await atOnce(
    `registry.record_merger where id = '${first!.id}'`,
    () => here.within((db) => undoMerger(db, second!.id, { by, reason: 'hai đơn vị' })),
    last!.done,
  );
  const rows = await here.owner<{ at: OrganisationId; leads: OrganisationId }>(
    `select merged_id as at, shown_as_id as leads from registry.record_merger where undone_at is null and merged_id = any($1)`,
    [ids],
  );
  const leads = new Map(rows.map(({ at, leads: to }) => [ids.indexOf(at), ids.indexOf(to)]));
  expect(leads).toEqual(new Map([0, 2, 3].map((at) => [at, at === 0 ? 1 : 4])));
});

test('a link that is used and withdrawn at once is one of the two', async () => {
  const officer = as(await signedIn(here, { role: 'administrator' }));
  const comer = as(await signedIn(here));
  const [token, invitation] = [newLinkToken(), newId()];
  const drafted = { invitation, tokenHash: await tokenHash(token), name: 'Lê Văn Bình', role: 'auditor' } as const;
  expect((await officer(draftInvitation, drafted)).status).toBe(200);
  const [accepted, withdrawn] = await atOnce(
    `platform.invitation where id = '${invitation}'`,
    () => comer(acceptInvitation, { token, grant: newId<GrantId>() }),
    () => officer(withdrawInvitation, { invitation }),
  );
  expect([accepted.status, withdrawn.status]).toEqual([200, 409]);
});

test('a search that a killed server has left says so, and the next one is made', async () => {
  const officer = as(await signedIn(here, { role: 'provincial-officer' }));
  const started = async () => {
    const id = newId<RunId>();
    expect((await officer(startRun, { id, subject: 'member' })).status).toBe(200);
    return id;
  };
  const left = await started();
  await here.owner(`update duplicates.run set state = 'comparing', started_at = now() where id = $1`, [left]);
  await workOffRuns({ database: here.database, province: quangNinh });
  const next = await started();
  await workOffRuns({ database: here.database, province: quangNinh });
  const { items } = (await officer(listRuns, { subject: 'member' })).body;
  expect(items.map(({ id, state, trouble }) => [id, state, trouble])).toEqual([
    [next, 'done', null],
    [left, 'failed', 'interrupted'],
  ]);
});
