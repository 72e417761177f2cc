import { isProvincialOfficer, manages, type Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import type { Db } from '#platform/database/db.ts';
import { isPlanned } from './log.store.ts';
import { maySignOff, ownedOf, writesAs } from './production.access.ts';
import { seasonRecord } from './progress.store.ts';
import { stageFacts, stepsOf } from './progress.ts';
import { stageOf } from './protocol.ts';
import { seasonForChange, type SeasonFound } from './season.store.ts';
import { canBecome, signingObstacles, submittingObstacles, type StageObstacle } from './stage.ts';
import { act, hashOfStage, insertDeviation } from './stage.store.ts';
import { recordDeviation, refuseStage, signStage, submitStage } from './stage.wire.ts';

async function stageNow(db: Db, season: SeasonFound, stage: string, today: Day) {
  if (stageOf(season.content, stage) === undefined) throw new Problem('not-found', 'production.stage.unknown');
  const record = await seasonRecord(db, season);
  return { record, facts: stageFacts(record, stage, stepsOf(record, today)) };
}

const refuse = (code: string, obstacles: readonly { readonly code: string }[]): void => {
  if (obstacles.length > 0) throw new Problem('conflict', code, { obstacles });
};

const officerAs = (actor: Actor): string => (isProvincialOfficer(actor) ? 'provincial-officer' : 'commune-officer');

const told = (season: SeasonFound, stage: string) => ({
  season: season.id,
  stage,
  organisation: season.organisation_id,
  plot: season.plot_id,
  plotCode: season.plot_code,
  unit: season.unit_code,
});

type SigningObstacle = StageObstacle | { readonly code: 'changed-since-seen' };

export const stageRoutes = [
  handle(submitStage, async ({ input, actor, db, insist, today, tell }) => {
    const season = await seasonForChange(db, input.season);
    insist(manages(actor, season.organisation_id));
    const { record, facts } = await stageNow(db, season, input.stage, today);
    refuse('production.stage.not-submittable', submittingObstacles(facts));
    await act(db, {
      season: season.id,
      stage: input.stage,
      act: 'submitted',
      state: 'submitted',
      remarks: input.remarks ?? null,
      record,
      by: actor.account!,
      as: 'organisation-manager',
    });
    await tell('production.stage.submitted', told(season, input.stage));
    return {};
  }),

  handle(signStage, async ({ input, actor, db, insist, today, tell }) => {
    const season = await seasonForChange(db, input.season);
    insist(maySignOff(actor, ownedOf(season)));
    const { record, facts } = await stageNow(db, season, input.stage, today);
    const obstacles: SigningObstacle[] = signingObstacles(facts);
    if ((await hashOfStage(record, input.stage)) !== input.contentsHash) obstacles.push({ code: 'changed-since-seen' });
    refuse('production.stage.not-signable', obstacles);
    await act(db, {
      season: season.id,
      stage: input.stage,
      act: 'signed-off',
      state: 'signed-off',
      remarks: input.remarks ?? null,
      record,
      by: actor.account!,
      as: officerAs(actor),
    });
    await tell('production.stage.signed-off', told(season, input.stage));
    return {};
  }),

  handle(refuseStage, async ({ input, actor, db, insist, today, tell }) => {
    const season = await seasonForChange(db, input.season);
    insist(maySignOff(actor, ownedOf(season)));
    const { record, facts } = await stageNow(db, season, input.stage, today);
    if (!canBecome(facts.state, 'returned')) refuse('production.stage.not-refusable', [{ code: 'not-submitted' }]);
    await act(db, {
      season: season.id,
      stage: input.stage,
      act: 'returned',
      state: 'returned',
      remarks: input.remarks,
      record,
      by: actor.account!,
      as: officerAs(actor),
    });
    await tell('production.stage.returned', told(season, input.stage));
    return {};
  }),

  handle(recordDeviation, async ({ input, actor, db, insist }) => {
    const season = await seasonForChange(db, input.season);
    const as = writesAs(actor, ownedOf(season));
    insist(as === 'manager' || as === 'member');
    if (!(await isPlanned(db, season.id, input))) throw new Problem('not-found', 'production.deviation.unknown-step');
    if (season.state !== 'running') throw new Problem('conflict', 'production.deviation.season-not-running');
    await insertDeviation(db, { ...input, by: actor.account! });
    return {};
  }),
];
