import { manages, type Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import { namesOf } from './people.store.ts';
import { maySignOff, ownedOf, seesNames } from './production.access.ts';
import { stageFacts, stepsOf, type SeasonRecord, type StepInSeason } from './progress.ts';
import { stepOf, type ProtocolStage } from './protocol.ts';
import type { SeasonFound } from './season.store.ts';
import { canBecome, signingObstacles, submittingObstacles } from './stage.ts';
import { hashOfStage, stageActsOf } from './stage.store.ts';

interface Shown {
  readonly actor: Actor;
  readonly season: SeasonFound;
  readonly record: SeasonRecord;
  readonly today: Day;
}

type Acts = Awaited<ReturnType<typeof stageActsOf>>;

function stepView(record: SeasonRecord, step: StepInSeason) {
  const asked = stepOf(record.protocol, step.step)!;
  return {
    step: step.step,
    occurrence: step.occurrence,
    times: asked.repeat?.times ?? 1,
    name: asked.name,
    family: step.family,
    required: step.required,
    byHarvest: step.byHarvest,
    record: asked.record,
    evidence: asked.evidence,
    dueFrom: step.dueFrom,
    dueUntil: step.dueUntil,
    state: step.state,
    doneOn: step.doneOn,
    explanation: step.explanation,
  };
}

interface StageParts extends Shown {
  readonly steps: readonly StepInSeason[];
  readonly acts: Acts;
  readonly nameOf: (account: string) => string | null;
}

async function stageView(stage: ProtocolStage, parts: StageParts) {
  const { actor, season, record, steps, acts, nameOf } = parts;
  const facts = stageFacts(record, stage.code, steps);
  const own = acts.filter((act) => act.stage === stage.code);
  const contentsHash = await hashOfStage(record, stage.code);
  const signed = own.findLast(({ act }) => act === 'signed-off');
  return {
    code: stage.code,
    name: stage.name,
    about: stage.about,
    state: facts.state,
    steps: steps.filter((step) => step.stage === stage.code).map((step) => stepView(record, step)),
    acts: own.map(({ act, remarks, acted_by, acted_as, at }) => ({
      act,
      remarks,
      by: nameOf(acted_by),
      as: acted_as,
      at,
    })),
    contentsHash,
    changedSinceSigned: signed !== undefined && signed.entries_hash !== contentsHash,
    obstacles: { submit: submittingObstacles(facts), sign: signingObstacles(facts) },
    may: {
      submit:
        canBecome(facts.state, 'submitted') && season.state === 'running' && manages(actor, season.organisation_id),
      sign: facts.state === 'submitted' && season.state === 'running' && maySignOff(actor, ownedOf(season)),
    },
  };
}

/** The stages of a season with planned and actual, who acted on them, and what stands in the way. */
export async function stageViews(db: Db, shown: Shown) {
  const { actor, season, record, today } = shown;
  const acts = await stageActsOf(db, season.id);
  const nameOf = await namesOf(
    db,
    acts.map(({ acted_by }) => acted_by),
    seesNames(actor, ownedOf(season)),
  );
  const parts: StageParts = { ...shown, steps: stepsOf(record, today), acts, nameOf };
  return Promise.all(record.protocol.stages.map((stage) => stageView(stage, parts)));
}
