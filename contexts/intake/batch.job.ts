import { dayOf, today, type Day } from '#kernel/day.ts';
import type { Province } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { inProvince } from '#platform/database/transaction.ts';
import type { Job } from '#platform/job/job.ts';
import type { OutboxRoom, Subscriber } from '#platform/outbox/outbox.ts';
import { parameterOn } from '#registry';
import { noCounts, type BatchCounts, type BatchState } from './batch.ts';
import {
  batchesToPurge,
  batchRecord,
  changeBatch,
  markImported,
  markPurged,
  markWithdrawn,
  noteProgress,
  oneAtATime,
  type BatchRecord,
} from './batch.store.ts';
import { intakeOf, isBlocked } from './batch.write.ts';
import type { JudgedRow, WriteRoom } from './batch.judge.ts';
import type { BatchId } from './batch.wire.ts';
import { wipeBatch } from './chunk.store.ts';
import { judgedBatch } from './batch.load.ts';
import { saveStatusesTold } from './status-told.store.ts';
import { changesOf, saveChanges, saveRows, seenVersions, wipeFormer } from './row.store.ts';

export const countsOf = (rows: readonly JudgedRow[], leftOut: BatchCounts['leftOut']): BatchCounts => {
  const outcomes = noCounts();
  const troubles: Record<string, number> = {};
  for (const row of rows) {
    outcomes[row.outcome] += 1;
    for (const { code } of row.troubles) troubles[code] = (troubles[code] ?? 0) + 1;
  }
  const isTaken = ({ outcome }: JudgedRow): boolean => outcome !== 'refused' && outcome !== 'question';
  const told = rows.filter((row) => isTaken(row) && row.statusTold?.differs).length;
  return { rows: rows.length, outcomes, troubles, told, leftOut: leftOut.slice(0, 200) };
};

export interface Work {
  readonly db: Db;
  readonly batch: BatchRecord;
  readonly province: Province;
  readonly on: Day;
  readonly note: (done: number, total: number) => Promise<void>;
}

async function check({ db, batch, province, on }: Work): Promise<void> {
  const round = batch.round + 1;
  const { rows, leftOut } = await judgedBatch(db, batch, { province, today: on });
  await saveRows(db, batch.id, round, rows);
  await changeBatch(db, batch.id, {
    state: 'checked',
    round,
    counts: countsOf(rows, leftOut),
    trouble: null,
    progress_done: rows.length,
    progress_total: rows.length,
  });
}

/** What is written is what was shown: a row of the registry that has changed since the check is looked at again. */
async function insistAsChecked(db: Db, batch: BatchRecord, rows: readonly JudgedRow[]): Promise<void> {
  const checked = await seenVersions(db, batch.id, batch.round);
  const isOther = ({ row, outcome, seen = null }: JudgedRow): boolean =>
    (outcome === 'new' || outcome === 'update') && checked.has(row) && checked.get(row) !== seen;
  if (rows.some(isOther)) throw new Problem('conflict', 'intake.batch.overtaken', {});
}

/** What the check found may have been overtaken: it is judged again, in the transaction that writes. */
async function importAll(work: Work): Promise<void> {
  const { db, batch, province, on } = work;
  const { rows, leftOut } = await judgedBatch(db, batch, { province, today: on });
  const counts = countsOf(rows, leftOut);
  await insistAsChecked(db, batch, rows);
  if (!batch.part && counts.outcomes.refused + counts.outcomes.question > 0)
    throw new Problem('conflict', 'intake.batch.overtaken', {});
  await takeOver(work, rows, counts);
}

/** Writes what is new or changed, and what each row was before. */
export async function takeOver(
  { db, batch, province, on, note }: Work,
  rows: readonly JudgedRow[],
  counts: BatchCounts,
): Promise<void> {
  const wanted = rows.filter(({ outcome }) => outcome === 'new' || outcome === 'update');
  const room: WriteRoom = {
    by: batch.imported_by!,
    reason: batch.file_name,
    province,
    today: on,
    said: batch.said ?? {},
    onPart: (done) => note(done, wanted.length),
  };
  const written = await intakeOf(batch).save(db, wanted, room);
  await saveChanges(db, batch.id, written);
  await saveStatusesTold(db, batch.id, rows, written);
  await saveRows(db, batch.id, batch.round, rows);
  await changeBatch(db, batch.id, { counts });
  await markImported(db, batch.id);
}

async function withdrawAll({ db, batch, province, on }: Work): Promise<void> {
  const written = await changesOf(db, batch.id);
  if (await isBlocked(db, batch, written)) throw new Problem('conflict', 'intake.batch.blocked', {});
  await intakeOf(batch).unsave(db, written, {
    by: batch.withdrawn_by!,
    reason: batch.reason!,
    province,
    today: on,
    said: {},
    onPart: async () => undefined,
  });
  await markWithdrawn(db, batch.id);
}

const works: Readonly<Partial<Record<BatchState, { work: (work: Work) => Promise<void>; otherwise: BatchState }>>> = {
  checking: { work: check, otherwise: 'read' },
  importing: { work: importAll, otherwise: 'checked' },
  withdrawing: { work: withdrawAll, otherwise: 'imported' },
};

/**
 * Does what the batch waits for, in one transaction: all of it or nothing. Taken up again after a crash it finds the state
 * it left. A refusal is written down with the batch; a fault is tried again.
 */
export async function workOff({ database, province }: OutboxRoom, id: BatchId, on: Day = today()): Promise<void> {
  const inOne = <T>(work: (db: Db) => Promise<T>): Promise<T> =>
    inProvince(database, province, ({ db }) => work(db), { tries: 1 });
  const note = (done: number, total: number): Promise<void> => inOne((db) => noteProgress(db, id, done, total));
  try {
    await inOne(async (db) => {
      await oneAtATime(db);
      const batch = await batchRecord(db, id);
      await works[batch.state]?.work({ db, batch, province, on, note });
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await inOne((db) => comeBack(db, id, (state) => troubleOf(error, state)));
  }
}

/** Somebody changed a row meanwhile: what the sheet would have written over is to be looked at again. */
function troubleOf({ code, details }: Problem, state: BatchState): string {
  const { obstacles } = details;
  if (!Array.isArray(obstacles) || !obstacles.includes('changed-meanwhile')) return code;
  return state === 'withdrawing' ? 'intake.batch.blocked' : 'intake.batch.overtaken';
}

/** The batch is as it was before the work was asked for, and says why. */
async function comeBack(db: Db, id: BatchId, why: (state: BatchState) => string): Promise<void> {
  const { state } = await batchRecord(db, id);
  const { otherwise } = works[state] ?? {};
  if (otherwise !== undefined) await changeBatch(db, id, { state: otherwise, trouble: why(state) });
}

/** A fault that is none of the sheet's is tried this often, half a minute in all; then a person has to say what next. */
const mostTries = 5;

export const batchSubscriber: Subscriber = {
  name: 'intake.batch',
  topics: ['intake.batch.asked'],
  isLong: true,
  giveUp: {
    afterTries: mostTries,
    tell: (db, told) => comeBack(db, told.payload['batch'] as BatchId, () => 'intake.batch.given-up'),
  },
  work: (_db, told, room) => workOff(room, told.payload['batch'] as BatchId, dayOf(told.at)),
};

/** Who is erased in the registry is erased here too. */
export const erasureSubscriber: Subscriber = {
  name: 'intake.erasure',
  topics: ['registry.member.erased', 'registry.representative.erased'],
  work: (db, told) => wipeFormer(db, { target: String(told.payload['member'] ?? told.payload['organisation']) }),
};

const days = { staged: 30, former: 365 } as const;

/** Every night: what was read of a sheet is wiped after some weeks, what rows were before it after a year. */
export const purgeJob: Job = {
  queue: 'intake-purge',
  cron: '40 2 * * *',
  work: async ({ database, province }) => {
    await inProvince(database, province, async ({ db }) => {
      const daysOf = async (key: string, otherwise: number): Promise<number> =>
        (await parameterOn(db, key, today()))?.value ?? otherwise;
      for (const batch of await batchesToPurge(db, await daysOf('intake.stagedDays', days.staged))) {
        await wipeBatch(db, batch);
        await markPurged(db, batch);
      }
      await wipeFormer(db, { olderThanDays: await daysOf('intake.formerDays', days.former) });
    });
  },
};
