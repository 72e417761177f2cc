import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { clausesOf } from './clause-set.routes.ts';
import { clausesNow } from './clause-set.store.ts';
import { mayReadRuns, mayRun } from './duplicates.access.ts';
import { lastRuns, runById, runsUnderWay, saveRun } from './run.store.ts';
import { getRun, listRuns, startRun, type RunView } from './run.wire.ts';

const mostWaiting = 3;

const viewOf = (row: Awaited<ReturnType<typeof runById>>): RunView => ({
  id: row.id,
  subject: row.subject,
  way: row.way,
  state: row.state,
  clauses: row.clauses.map(({ code, keys }) => ({ code, keys: [...keys] })),
  askedBy: row.asked_by,
  askedAt: row.asked_at,
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  records: row.records,
  candidates: row.candidates,
  passedOver: row.passed_over === null ? null : [...row.passed_over],
  pairs: row.pairs,
  written: row.written,
  opened: row.opened,
  reopened: row.reopened,
  lapsed: row.lapsed,
  trouble: row.trouble,
});

export const runRoutes = [
  handle(startRun, async ({ input, actor, db, insist, tell }) => {
    insist(mayRun(actor));
    const { id, subject, way } = input;
    const now = await clausesNow(db, subject);
    const clauses = way === 'preview' && input.clauses !== undefined ? clausesOf(subject, input.clauses) : now.clauses;
    if ((await runsUnderWay(db, subject)) >= mostWaiting)
      throw new Problem('conflict', 'duplicates.run.not-startable', { obstacles: ['enough-waiting'] });
    const { leastLikelihood } = now;
    await saveRun(db, { id, subject, way, clauses, leastLikelihood, by: actor.account! });
    await tell('duplicates.run.asked', { run: id });
    return {};
  }),

  handle(listRuns, async ({ input, actor, db, insist }) => {
    insist(mayReadRuns(actor));
    return { items: (await lastRuns(db, input.subject)).map(viewOf), may: { start: mayRun(actor) } };
  }),

  handle(getRun, async ({ input, actor, db, insist }) => {
    insist(mayReadRuns(actor));
    return viewOf(await runById(db, input.run));
  }),
];
