import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { FileId, MemberId, SeasonId } from '#kernel/id.ts';
import { command, document, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { AreaM2, BaseUnit, PositiveQty } from '#kernel/quantity.ts';
import { line, prose } from '#kernel/text.ts';
import { activityFamilies, confirmationWays, enteredAs, inputVerdicts } from './activity.ts';
import { LogEntryId } from './log.ts';

export const LogDetails = z.object({
  source: line(200).optional(),
  lot: line(100).optional(),
  method: line(300).optional(),
  target: line(200).optional(),
  equipment: line(200).optional(),
  weather: line(200).optional(),
  waterSource: line(200).optional(),
  place: line(200).optional(),
  /** Tenths of a degree Celsius. */
  temperatureDeciC: z.int().min(-500).max(1_000).optional(),
  packaging: line(200).optional(),
});
export type LogDetails = z.infer<typeof LogDetails>;

const UsedInput = z.object({
  /** Of the protocol's list; without it something the list does not have. */
  code: line(60).optional(),
  name: line(200),
  activeIngredient: line(200).optional(),
  /** As the label says; the longer of label and protocol counts. */
  phiDays: z.int().min(0).max(365).optional(),
});

export const LogEntryView = z.object({
  id: LogEntryId,
  season: SeasonId,
  family: z.enum(activityFamilies),
  stage: z.string().nullable(),
  step: z.string().nullable(),
  occurrence: z.int().nullable(),
  doneOn: Day,
  claimedAt: Instant.nullable(),
  recordedAt: Instant,
  qty: z.int().nullable(),
  qtyUnit: BaseUnit.nullable(),
  treatedAreaM2: z.int().nullable(),
  input: z
    .object({
      code: z.string().nullable(),
      name: z.string(),
      activeIngredient: z.string().nullable(),
      phiDays: z.int().nullable(),
      phiVerified: z.boolean().nullable(),
      verdict: z.enum(inputVerdicts),
      earliestHarvestOn: Day.nullable(),
    })
    .nullable(),
  details: LogDetails,
  note: z.string().nullable(),
  member: MemberId.nullable(),
  enteredBy: z.string().nullable(),
  enteredAs: z.enum(enteredAs),
  confirmation: z
    .object({ by: z.string().nullable(), as: z.string(), way: z.enum(confirmationWays), at: Instant })
    .nullable(),
  files: z.array(z.object({ id: FileId, name: z.string(), mediaType: z.string() })),
  replaces: LogEntryId.nullable(),
  replacedBy: LogEntryId.nullable(),
  withdrawn: z.boolean(),
  reason: z.string().nullable(),
  may: z.object({ correct: z.boolean(), confirm: z.boolean() }),
});
export type LogEntryView = z.infer<typeof LogEntryView>;

export const listEntries = query('production.log.list', {
  input: z.object({
    season: SeasonId,
    family: z.enum(activityFamilies).optional(),
    stage: line(60).optional(),
    /** Also what has been replaced or withdrawn since. */
    history: z.enum(['true', 'false']).optional(),
    ...paging,
  }),
  reply: pageOf(LogEntryView),
});

const Entry = {
  family: z.enum(activityFamilies),
  step: line(60).optional(),
  /** Which time, for a step that repeats; without it the first that is not done. */
  occurrence: z.int().min(1).max(200).optional(),
  doneOn: Day,
  /** The device's clock when it was written: a claim, kept beside the server's own. */
  claimedAt: Instant.optional(),
  qty: PositiveQty.optional(),
  qtyUnit: BaseUnit.optional(),
  treatedAreaM2: AreaM2.optional(),
  input: UsedInput.optional(),
  details: LogDetails.default({}),
  note: prose(2_000, 1).optional(),
  /** Whose work it was. */
  member: MemberId.optional(),
  files: z.array(FileId).max(10).default([]),
};

const hasWholeAmount = ({ qty, qtyUnit }: { qty?: number | undefined; qtyUnit?: string | undefined }): boolean =>
  (qty === undefined) === (qtyUnit === undefined);
const amountIsWhole = { path: ['qtyUnit'], message: 'production.log.amount-without-unit' };

const EntryReply = z.object({
  verdict: z.enum(inputVerdicts).nullable(),
  earliestHarvestOn: Day.nullable(),
  /** Harvests already recorded that this entry now holds back. */
  held: z.int(),
});

export const recordEntry = command('production.log.record', {
  input: z.object({ id: LogEntryId, season: SeasonId, ...Entry }).refine(hasWholeAmount, amountIsWhole),
  reply: EntryReply,
});

/** The entry stays; a new one takes its place and says why. */
export const correctEntry = command('production.log.correct', {
  input: z
    .object({ id: LogEntryId, replaces: LogEntryId, reason: line(500), ...Entry })
    .refine(hasWholeAmount, amountIsWhole),
  reply: EntryReply,
});

export const withdrawEntry = command('production.log.withdraw', {
  input: z.object({ id: LogEntryId, replaces: LogEntryId, reason: line(500) }),
  reply: z.object({}),
});

/** The organisation stands by what an officer typed for it. */
export const confirmEntry = command('production.log.confirm', {
  input: z.object({ entry: LogEntryId, way: z.enum(confirmationWays).default('in-app') }),
  reply: z.object({}),
});

/** What was brought onto the plot in a season, machine-readable: one row per use, replaced ones marked. */
export const exportRegister = document('production.register.export', {
  input: z.object({ season: SeasonId, format: z.enum(['csv', 'json']).default('csv') }),
});
