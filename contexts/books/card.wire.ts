import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { OrganisationId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { SignedVnd } from '#kernel/money.ts';
import { line } from '#kernel/text.ts';
import { ratingClasses, ratingGroups, ratingParts } from './rating-card.ts';
import { readFields, sectors, sizeClasses, sizeRows } from './size-card.ts';
import { Party, ReportingYear } from './update.wire.ts';

const asked = z.object({ organisation: OrganisationId, year: ReportingYear });
const outcomes = ['met', 'not-met', 'unknown'] as const;
const conditionNames = ['members', 'revenueVnd', 'capitalVnd'] as const;

export const sizeBlanks = [
  'not-for-this-kind',
  'sector-unknown',
  'several-sectors',
  'row-large',
  'row-medium',
  'row-small',
  ...conditionNames,
] as const;

const head = {
  organisation: Party,
  year: z.int(),
  /** The day whose rules are read: the last of the reporting year. */
  rulesOn: Day,
  /** The results kept so far: this one is the last of them, unless something has changed since. */
  kept: z.array(z.object({ number: z.int(), class: z.string().nullable(), madeAt: Instant })),
};

/** The size class of a reporting year, with every row, condition and blank. */
export const getSizeCard = query('books.size-card.get', {
  input: asked,
  reply: z.object({
    ...head,
    class: z.enum(sizeClasses).nullable(),
    sectors: z.array(z.enum(sectors)).readonly(),
    /** By what its fields of activity are counted to a sector. */
    readings: z
      .array(
        z.object({ field: z.enum(readFields), sector: z.enum(sectors), source: z.string(), verified: z.boolean() }),
      )
      .readonly(),
    rows: z
      .array(
        z.object({
          row: z.enum(sizeRows),
          outcome: z.enum(outcomes),
          source: z.string().nullable(),
          verified: z.boolean(),
          conditions: z
            .array(
              z.object({
                what: z.enum(conditionNames),
                needed: SignedVnd.nullable(),
                found: SignedVnd.nullable(),
                outcome: z.enum(outcomes),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
    blanks: z.array(z.enum(sizeBlanks)).readonly(),
  }),
});

export const scoreKinds = ['self', 'checked'] as const;
export type ScoreKind = (typeof scoreKinds)[number];

const Points = z.object({
  points: z.int().nullable(),
  version: z.int(),
  evidence: z.string().nullable(),
  by: z.string().nullable(),
  at: Instant.nullable(),
});

/** The rating of a reporting year: 15 criteria in their parts, what was given and what was found, every blank. */
export const getRatingCard = query('books.rating-card.get', {
  input: asked,
  reply: z.object({
    ...head,
    class: z.enum(ratingClasses).nullable(),
    notGraded: z.enum(['too-young', 'stopped-too-long']).nullable(),
    totalPoints: z.int().nullable(),
    selfPoints: z.int(),
    checkedPoints: z.int(),
    monthsOperating: z.int().nullable(),
    monthsStopped: z.int().nullable(),
    lines: z.array(
      z.object({
        criterion: z.int(),
        group: z.enum(ratingGroups),
        part: z.enum(ratingParts),
        most: z.int().nullable(),
        source: z.string().nullable(),
        verified: z.boolean(),
        self: Points,
        checked: Points,
      }),
    ),
    /** `most-10`: no source gives the points; `points-3`: not all parts are checked. */
    blanks: z.array(z.string()).readonly(),
    may: z.object({ self: z.boolean(), checked: z.boolean() }),
  }),
});
export type RatingCardView = z.infer<typeof getRatingCard.reply>;

/** Points for one part: by the organisation itself, or as the officer found them. */
export const recordScore = command('books.rating-score.record', {
  input: z.object({
    organisation: OrganisationId,
    year: z.int().min(1990).max(2100),
    criterion: z.int().min(1).max(15),
    part: z.enum(ratingParts),
    kind: z.enum(scoreKinds),
    seen: z.int().min(0),
    points: z.int().min(0).max(100).nullable(),
    evidence: line(500).optional(),
  }),
  reply: z.object({ version: z.int() }),
});
