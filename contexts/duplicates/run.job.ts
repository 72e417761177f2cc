import { setImmediate } from 'node:timers/promises';
import { inProvince } from '#platform/database/transaction.ts';
import type { Db } from '#platform/database/db.ts';
import type { Database } from '#platform/database/pool.ts';
import type { Job } from '#platform/job/job.ts';
import type { Province } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import type { Subscriber } from '#platform/outbox/outbox.ts';
import { TaskWorker } from '#platform/worker/task-worker.ts';
import { personalFingerprint, standingMembers, standingOrganisations } from '#registry';
import { clausesNow } from './clause-set.store.ts';
import { lapseOthers, savePairs, type PrintedPair, type Written } from './found.store.ts';
import { subjects } from './pair.ts';
import { memberFacts, memberPrint, organisationFacts, organisationPrint } from './record.facts.ts';
import {
  failRun,
  finishRun,
  nightlyRun,
  noteRun,
  runsUnderWay,
  saveRun,
  takeRun,
  takeTurn,
  type TakenRun,
} from './run.store.ts';
import type { FoundPair } from './search.ts';
import type { SearchAnswer, SearchTask } from './search.worker.ts';

interface Room {
  readonly database: Database;
  readonly province: Province;
}

/** Comparing takes seconds of a processor: it has a thread of its own, let go when there is nothing to compare. */
const thread = new TaskWorker<SearchTask, SearchAnswer>({
  module: new URL('./search.worker.ts', import.meta.url),
  timeoutMs: 300_000,
  idleMs: 30_000,
  mostQueued: 10,
  limits: { maxOldGenerationSizeMb: 1_536 },
  codes: {
    timeout: 'duplicates.run.too-long',
    memory: 'duplicates.run.too-many',
    busy: 'duplicates.run.busy',
  },
});
export const stopComparing = (): Promise<void> => thread.stop();

type Prints = Map<string, Buffer>;

const printOf = (facts: string, province: Province): Buffer => personalFingerprint(`facts:${facts}`, province);

const printsAtOnce = 50;

/** The prints of these rows; whoever waits for an answer is let in between a few of them and the next. */
async function printed<Row>(rows: readonly Row[], print: (row: Row) => void): Promise<void> {
  for (let at = 0; at < rows.length; at += printsAtOnce) {
    await setImmediate();
    for (const row of rows.slice(at, at + printsAtOnce)) print(row);
  }
}

/** Hands all records to the thread, a few at a time. Of each the print of its facts stays here. */
async function handOver(db: Db, { subject }: TakenRun, province: Province): Promise<Prints> {
  const prints: Prints = new Map();
  await thread.run({ act: 'begin', subject });
  if (subject === 'member') {
    for await (const rows of standingMembers(db)) {
      const facts = rows.map(memberFacts);
      await printed(facts, (row) => prints.set(row.id, printOf(memberPrint(row), province)));
      await thread.run({ act: 'add', rows: facts });
    }
  } else {
    for await (const rows of standingOrganisations(db)) {
      const facts = rows.map(organisationFacts);
      await printed(facts, (row) => prints.set(row.id, printOf(organisationPrint(row), province)));
      await thread.run({ act: 'add', rows: facts });
    }
  }
  return prints;
}

const pairsAtOnce = 100;

async function write(room: Room, run: TakenRun, pairs: readonly PrintedPair[]): Promise<Written> {
  let [opened, reopened] = [0, 0];
  for (let at = 0; at < pairs.length; at += pairsAtOnce) {
    const part = pairs.slice(at, at + pairsAtOnce);
    await inProvince(room.database, room.province, async ({ db }) => {
      const written = await savePairs(db, { run: run.id, subject: run.subject }, part);
      await noteRun(db, run.id, { written: at + part.length });
      [opened, reopened] = [opened + written.opened, reopened + written.reopened];
    });
  }
  return { opened, reopened };
}

const note = ({ database, province }: Room, run: TakenRun, values: Readonly<Record<string, unknown>>): Promise<void> =>
  inProvince(database, province, ({ db }) => noteRun(db, run.id, values));

async function work(room: Room, run: TakenRun): Promise<void> {
  const { database, province } = room;
  const prints = await inProvince(database, province, ({ db }) => handOver(db, run, province), {
    readOnly: true,
    oneMoment: true,
  });
  await note(room, run, { state: 'comparing', records: prints.size });
  const pairs: PrintedPair[] = [];
  const search = { clauses: run.clauses, least: run.least_likelihood, countOnly: run.way === 'preview' };
  const onPart = (part: unknown): void => {
    for (const pair of part as FoundPair[])
      pairs.push({ ...pair, firstPrint: prints.get(pair.first)!, secondPrint: prints.get(pair.second)! });
  };
  const { candidates, passedOver } = await thread.run({ act: 'search', search }, { onPart });
  const counts = { candidates, passed_over: JSON.stringify(passedOver) };
  if (run.way === 'preview') return inProvince(database, province, ({ db }) => finishRun(db, run.id, counts));
  await note(room, run, { ...counts, state: 'writing', pairs: pairs.length, written: 0 });
  const written = await write(room, run, pairs);
  return inProvince(database, province, async ({ db }) =>
    finishRun(db, run.id, { ...written, lapsed: await lapseOthers(db, run.id, run.subject) }),
  );
}

const codeOf = (error: unknown): string => (error instanceof Problem ? error.code : 'unforeseen');

async function workOff(room: Room): Promise<void> {
  const { database, province } = room;
  // What was left over is told before anything new is begun.
  await inProvince(database, province, ({ db }) => takeTurn(db));
  await inProvince(
    database,
    province,
    async ({ db: turn }) => {
      await takeTurn(turn);
      for (;;) {
        const run = await inProvince(database, province, ({ db }) => takeRun(db));
        if (run === undefined) return;
        try {
          await work(room, run);
        } catch (error) {
          await inProvince(database, province, ({ db }) => failRun(db, run.id, codeOf(error)));
        }
      }
    },
    { tries: 1 },
  );
}

let last: Promise<unknown> = Promise.resolve();

/** Works off the runs that wait, one after the other: the thread keeps the records of one only. */
export function workOffRuns(room: Room): Promise<void> {
  const next = last.then(() => workOff(room));
  last = next.catch(() => undefined);
  return next;
}

/** Begins at once when somebody has asked. */
export const runSubscriber: Subscriber = {
  name: 'duplicates.run',
  topics: ['duplicates.run.asked'],
  isLong: true,
  work: (_, __, room) => workOffRuns(room),
};

const nightJob: Job = {
  queue: 'duplicates-night',
  cron: '40 1 * * *',
  work: async (room) => {
    // A run that was interrupted is under way no more.
    await workOffRuns(room);
    await inProvince(room.database, room.province, async ({ db }) => {
      for (const subject of subjects)
        if ((await runsUnderWay(db, subject)) === 0)
          await saveRun(db, nightlyRun(subject, await clausesNow(db, subject)));
    });
    await workOffRuns(room);
  },
};

export const duplicatesJobs: readonly Job[] = [nightJob];
