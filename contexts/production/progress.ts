import type { Day } from '#kernel/day.ts';
import type { InputVerdict } from './activity.ts';
import { stepState, type PlannedStep, type StepState } from './plan.ts';
import { stageOf, stepOf, type ProtocolContent } from './protocol.ts';
import type { EntryFacts, StageFacts, StageState } from './stage.ts';

export interface LoggedEntry {
  readonly id: string;
  readonly stage: string | null;
  readonly step: string | null;
  readonly occurrence: number | null;
  readonly doneOn: Day;
  readonly verdict: InputVerdict | null;
  readonly input: string | null;
  readonly confirmed: boolean;
  readonly files: number;
}

/** A season as its plan, its log and its harvests tell it. */
export interface SeasonRecord {
  readonly running: boolean;
  readonly protocol: ProtocolContent;
  readonly plan: readonly PlannedStep[];
  readonly stages: readonly { readonly stage: string; readonly state: StageState }[];
  readonly entries: readonly LoggedEntry[];
  readonly harvests: readonly { readonly id: string; readonly harvestedOn: Day }[];
  readonly deviations: readonly {
    readonly id: string;
    readonly step: string;
    readonly occurrence: number;
    readonly explanation: string;
  }[];
}

export interface StepInSeason extends PlannedStep {
  readonly state: StepState;
  readonly doneOn: Day | null;
  readonly explanation: string | null;
  readonly files: number;
  readonly entries: readonly string[];
}

const isOf = (planned: PlannedStep) => (thing: { step: string | null; occurrence: number | null }) =>
  thing.step === planned.step && thing.occurrence === planned.occurrence;

const earliest = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((one, day) => (one === null || day < one ? day : one), null);

function stepInSeason(record: SeasonRecord, planned: PlannedStep, on: Day): StepInSeason {
  const entries = record.entries.filter(isOf(planned));
  const done = planned.byHarvest
    ? record.harvests.map(({ harvestedOn }) => harvestedOn)
    : entries.map(({ doneOn }) => doneOn);
  const doneOn = earliest(done);
  const explanation = record.deviations.findLast(isOf(planned))?.explanation ?? null;
  return {
    ...planned,
    doneOn,
    explanation,
    state: stepState(planned, { doneOn, explained: explanation !== null }, on),
    files: entries.reduce((sum, { files }) => sum + files, 0),
    entries: entries.map(({ id }) => id),
  };
}

/** Planned and actual, side by side, as of a day. */
export const stepsOf = (record: SeasonRecord, on: Day): StepInSeason[] =>
  record.plan.map((planned) => stepInSeason(record, planned, on));

/** A forbidden input spoils the whole season, whatever the stage it was written under. */
const concerns = (stage: string) => (entry: LoggedEntry) => entry.stage === stage || entry.verdict === 'banned';

const factsOf = ({ id, verdict, input, confirmed }: LoggedEntry): EntryFacts => ({ id, verdict, input, confirmed });

export function stageFacts(record: SeasonRecord, stage: string, steps: readonly StepInSeason[]): StageFacts {
  const position = record.stages.findIndex((one) => one.stage === stage);
  const evidenceOf = (step: string) => stepOf(record.protocol, step)?.evidence ?? [];
  return {
    state: record.stages[position]?.state ?? 'open',
    running: record.running,
    earlierOpen: record.stages
      .slice(0, Math.max(position, 0))
      .filter(({ state }) => state !== 'signed-off')
      .map((one) => one.stage),
    steps: steps
      .filter((step) => step.stage === stage)
      .map((step) => ({ ...step, explained: step.explanation !== null, evidence: evidenceOf(step.step) })),
    entries: record.entries.filter(concerns(stage)).map(factsOf),
  };
}

/** What a signature under a stage covers: the entries, harvests and explanations that stand. */
export function stageContents(record: SeasonRecord, stage: string): string[] {
  const codes = new Set(stageOf(record.protocol, stage)?.steps.map(({ code }) => code));
  const isHarvesting = stageOf(record.protocol, stage)?.steps.some(({ byHarvest }) => byHarvest) === true;
  return [
    ...record.entries.filter((entry) => entry.stage === stage).map(({ id }) => id),
    ...(isHarvesting ? record.harvests.map(({ id }) => id) : []),
    ...record.deviations.filter(({ step }) => codes.has(step)).map(({ id }) => id),
  ].sort();
}

/** Stages that come before the picking. */
export function stagesBeforeHarvest(protocol: ProtocolContent): string[] {
  const picking = protocol.stages.findIndex(({ steps }) => steps.some(({ byHarvest }) => byHarvest));
  return protocol.stages.slice(0, Math.max(picking, 0)).map(({ code }) => code);
}
