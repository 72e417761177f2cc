import { z } from 'zod';
import { Instant } from '#kernel/day.ts';
import { idOf, type Branded } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { line } from '#kernel/text.ts';
import { keyKinds } from './clause.ts';
import { subjects } from './pair.ts';
import { leastLikelihood, mostLeastLikelihood } from './run.ts';

export const ClauseSetId = idOf('ClauseSetId');
export type ClauseSetId = Branded<'ClauseSetId'>;

export const ClauseView = z.object({ code: z.string(), keys: z.array(z.enum(keyKinds)) });

/** A bit for each clause: more than these would not be told apart. */
export const mostClauses = 12;
export const Clauses = z.array(z.array(z.enum(keyKinds)).min(1).max(5)).max(mostClauses);

/** By which clauses records of a kind are looked for, and what was so before. */
export const getClauses = query('duplicates.clause-set.get', {
  input: z.object({ subject: z.enum(subjects) }),
  reply: z.object({
    clauses: z.array(ClauseView),
    /** How likely two records have to be one to be shown. */
    leastLikelihood: z.number(),
    /** null: those the program comes with. */
    since: Instant.nullable(),
    history: z.array(
      z.object({
        id: ClauseSetId,
        clauses: z.array(ClauseView),
        leastLikelihood: z.number(),
        reason: z.string().nullable(),
        at: Instant,
        by: z.string().nullable(),
      }),
    ),
    may: z.object({ change: z.boolean() }),
  }),
});

/** From the next run on these are compared. What was so before is kept. */
export const changeClauses = command('duplicates.clause-set.change', {
  input: z.object({
    id: ClauseSetId,
    subject: z.enum(subjects),
    clauses: Clauses,
    leastLikelihood: z.number().min(leastLikelihood).max(mostLeastLikelihood).default(leastLikelihood),
    reason: line(500, 3),
  }),
  reply: z.object({}),
});
