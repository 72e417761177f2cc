import { z } from 'zod';
import { Instant } from '#kernel/day.ts';
import { command, query } from '#kernel/method.ts';
import { Clauses, ClauseView } from './clause-set.wire.ts';
import { subjects } from './pair.ts';
import { RunId, runStates, runWays } from './run.ts';

const count = z.int().nullable();

export const RunView = z.object({
  id: RunId,
  subject: z.enum(subjects),
  way: z.enum(runWays),
  state: z.enum(runStates),
  clauses: z.array(ClauseView),
  /** null: the night. */
  askedBy: z.string().nullable(),
  askedAt: Instant,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  records: count,
  candidates: count,
  /** What so many records share that it tells nobody apart. */
  passedOver: z.array(z.object({ clause: z.string(), rows: z.int() })).nullable(),
  pairs: count,
  written: count,
  opened: count,
  reopened: count,
  lapsed: count,
  trouble: z.string().nullable(),
});
export type RunView = z.infer<typeof RunView>;

/** Asks for a look through all records of a kind: it is done beside requests, within a minute or two. */
export const startRun = command('duplicates.run.start', {
  input: z.object({
    id: RunId,
    subject: z.enum(subjects),
    way: z.enum(runWays).default('search'),
    /** Of a preview: the clauses to be tried. A search takes those that hold. */
    clauses: Clauses.optional(),
  }),
  reply: z.object({}),
});

export const listRuns = query('duplicates.run.list', {
  input: z.object({ subject: z.enum(subjects) }),
  reply: z.object({ items: z.array(RunView), may: z.object({ start: z.boolean() }) }),
});

export const getRun = query('duplicates.run.get', {
  input: z.object({ run: RunId }),
  reply: RunView,
});
