import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { CommodityId, OrganisationId, PlotId, SeasonId, VarietyId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { UnitCode } from '#kernel/place.ts';
import { line, prose } from '#kernel/text.ts';
import { activityFamilies, evidenceKinds, inputVerdicts, recordedFacts } from './activity.ts';
import { HarvestView } from './harvest.wire.ts';
import { stepStates } from './plan.ts';
import { Named, PlaceName } from './plot.wire.ts';
import { ProtocolId, ProtocolInput } from './protocol.ts';
import { CommodityName } from './protocol.wire.ts';
import { seasonStates } from './season.ts';
import { stageActs, stageStates } from './stage.ts';

const Names = z.object({ vi: z.string(), en: z.string(), th: z.string() });
/** A reason with its figures, as the rules name it. */
export const Reason = z.looseObject({ code: z.string() });

const PlotName = z.object({ id: PlotId, code: z.string(), name: z.string(), areaM2: z.int() });
const VarietyName = z.object({ id: VarietyId, name: Names });

export const SeasonRow = z.object({
  id: SeasonId,
  organisation: Named,
  plot: PlotName,
  unit: PlaceName,
  protocol: z.object({ id: ProtocolId, code: z.string(), version: z.int(), name: Names, practice: z.string() }),
  commodity: CommodityName,
  startedOn: Day,
  closedOn: Day.nullable(),
  state: z.enum(seasonStates),
  stages: z.array(z.object({ code: z.string(), name: Names, state: z.enum(stageStates) })),
  overdue: z.int(),
  provenance: z.enum(['entered', 'synthetic']),
});
export type SeasonRow = z.infer<typeof SeasonRow>;

export const listSeasons = query('production.season.list', {
  input: z.object({
    search: line(100, 0).optional(),
    organisation: OrganisationId.optional(),
    plot: PlotId.optional(),
    unit: UnitCode.optional(),
    commodity: CommodityId.optional(),
    state: z.enum(seasonStates).optional(),
    sort: z.enum(['started', '-started', 'organisation', '-organisation']).default('-started'),
    ...paging,
  }),
  reply: pageOf(SeasonRow),
});

const StepView = z.object({
  step: z.string(),
  occurrence: z.int(),
  times: z.int(),
  name: Names,
  family: z.enum(activityFamilies),
  required: z.boolean(),
  byHarvest: z.boolean(),
  record: z.array(z.enum(recordedFacts)),
  evidence: z.array(z.enum(evidenceKinds)),
  dueFrom: Day,
  dueUntil: Day,
  state: z.enum(stepStates),
  doneOn: Day.nullable(),
  explanation: z.string().nullable(),
});
export type StepView = z.infer<typeof StepView>;

const StageView = z.object({
  code: z.string(),
  name: Names,
  about: Names,
  state: z.enum(stageStates),
  steps: z.array(StepView),
  acts: z.array(
    z.object({
      act: z.enum(stageActs),
      remarks: z.string().nullable(),
      by: z.string().nullable(),
      as: z.string(),
      at: Instant,
    }),
  ),
  /** Stands for all that a signature would cover now. */
  contentsHash: z.string(),
  /** Something was written or corrected after the signature. */
  changedSinceSigned: z.boolean(),
  obstacles: z.object({ submit: z.array(Reason), sign: z.array(Reason) }),
  may: z.object({ submit: z.boolean(), sign: z.boolean() }),
});
export type StageView = z.infer<typeof StageView>;

export const SeasonView = SeasonRow.extend({
  variety: VarietyName.nullable(),
  varieties: z.array(VarietyName),
  closingReason: z.string().nullable(),
  standard: z.object({ name: z.string(), source: z.string(), verified: z.boolean(), note: Names }).nullable(),
  stages: z.array(StageView),
  inputs: z.array(ProtocolInput),
  /** The first day picking is free of every interval; null: nothing was used that has one. */
  earliestHarvestOn: Day.nullable(),
  harvests: z.array(HarvestView),
  log: z.object({ entries: z.int(), unconfirmed: z.int(), verdicts: z.record(z.enum(inputVerdicts), z.int()) }),
  may: z.object({
    log: z.boolean(),
    assist: z.boolean(),
    harvest: z.boolean(),
    explain: z.boolean(),
    close: z.boolean(),
  }),
});
export type SeasonView = z.infer<typeof SeasonView>;

export const getSeason = query('production.season.get', { input: z.object({ season: SeasonId }), reply: SeasonView });

export const startSeason = command('production.season.start', {
  input: z.object({
    id: SeasonId,
    plot: PlotId,
    protocol: ProtocolId,
    /** Without it the newest. */
    version: z.int().min(1).optional(),
    variety: VarietyId.optional(),
    startedOn: Day,
  }),
  reply: z.object({ steps: z.int(), lastDueOn: Day }),
});

export const closeSeason = command('production.season.close', {
  input: z.object({
    season: SeasonId,
    on: Day,
    outcome: z.enum(['closed', 'abandoned']),
    reason: prose(500, 1).optional(),
  }),
  reply: z.object({}),
});
