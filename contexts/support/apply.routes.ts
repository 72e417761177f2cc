import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import type { Db } from '#platform/database/db.ts';
import { canBecome, submissionObstacles, type ApplicationId } from './application.ts';
import * as store from './application.store.ts';
import { saveApplication, submitApplication, withdrawApplication } from './application.wire.ts';
import { decide, snapshotHash, type FactsOf } from './eligibility.decide.ts';
import { loadMeasure, lockMeasure, type MeasureRecord } from './policy.store.ts';
import { mayApply } from './support.access.ts';
import { insertVersion, nextNumber } from './version.store.ts';

const notSavable = (obstacle: string | undefined): void => {
  if (obstacle !== undefined)
    throw new Problem('conflict', 'support.application.not-savable', { obstacles: [obstacle] });
};

type Input = ParsedInputOf<typeof saveApplication>;

/** A first draft; an organisation has one application of a measure at a time. */
async function begin(db: Db, input: Input, by: string): Promise<void> {
  const measure = await loadMeasure(db, input.measure);
  const running = await store.openApplication(db, input.organisation, measure.id);
  notSavable(running === undefined ? undefined : 'already-running');
  const { application: id, organisation } = input;
  await store.insertApplication(db, { id, measure: measure.id, policy: measure.policy_id, organisation, by });
  await store.recordAct(db, { application: id, version: 0, kind: 'started', by, as: 'organisation' });
}

function savingObstacle(application: store.ApplicationRecord, input: Input): string | undefined {
  if (!canBecome(application.state, 'submitted')) return 'not-a-draft';
  const same = application.organisation_id === input.organisation && application.measure_id === input.measure;
  return same ? undefined : 'another-matter';
}

const saving = handle(saveApplication, async ({ input, actor, db, insist }) => {
  const held = await store.findApplication(db, input.application);
  const application = held && (await store.applicationForChange(db, input.application));
  const organisation = await store.loadOrganisation(db, application?.organisation_id ?? input.organisation);
  insist(mayApply(actor, organisation.id));
  notSavable(organisation.provenance === 'reported' ? 'organisation-read-only' : undefined);
  if (application === undefined) await begin(db, input, actor.account!);
  else notSavable(savingObstacle(application, input));
  if (input.commodity !== undefined && (await store.findCommodity(db, input.commodity)) === undefined)
    throw new Problem('unprocessable', 'support.commodity.unknown');
  await store.changeApplication(db, input.application, {
    area_m2: input.areaM2 ?? null,
    commodity_id: input.commodity ?? null,
    plan: input.plan,
  });
  return {};
});

interface Submission {
  readonly db: Db;
  readonly facts: FactsOf;
  readonly application: store.ApplicationRecord;
  readonly measure: MeasureRecord;
  readonly actor: Actor;
  readonly today: Day;
}

/** Takes the facts as they stand, runs the rules, and keeps both under one hash. */
async function freeze({ db, facts, application, measure, actor, today }: Submission) {
  const { id, organisation_id, area_m2, commodity_id, plan } = application;
  const about = { organisation: organisation_id, areaM2: area_m2, commodity: commodity_id, application: id, today };
  const { sheet, judgement, tables } = await decide({ db, facts, measure, ...about });
  const version = application.version + 1;
  const factsHash = await snapshotHash({
    application: id,
    version,
    area_m2: area_m2!,
    commodity_id,
    plan,
    facts: sheet,
    eligibility_id: tables.eligibility.id,
    grant_id: tables.grant.id,
  });
  await insertVersion(db, {
    application: id,
    version,
    areaM2: area_m2!,
    commodity: commodity_id,
    plan,
    facts: sheet,
    factsHash,
    eligibility: tables.eligibility.id,
    grant: tables.grant.id,
    judgement,
    outcome: judgement.outcome,
    by: actor.account!,
  });
  return { version, factsHash, outcome: judgement.outcome };
}

const submitting = (facts: FactsOf) =>
  handle(submitApplication, async ({ input, actor, db, insist, tell, today }) => {
    const application = await store.applicationForChange(db, input.application);
    insist(mayApply(actor, application.organisation_id));
    const measure = await loadMeasure(db, application.measure_id);
    const obstacles = submissionObstacles({
      state: application.state,
      areaM2: application.area_m2,
      openFrom: measure.open_from,
      openUntil: measure.open_until,
      today,
    });
    if (obstacles.length > 0) throw new Problem('conflict', 'support.application.not-submittable', { obstacles });
    await lockMeasure(db, measure.id);
    const frozen = await freeze({ db, facts, application, measure, actor, today });
    const number = application.number ?? (await nextNumber(db, measure, today.slice(0, 4)));
    const { version } = frozen;
    await store.changeApplication(db, application.id, { state: 'submitted', version, number, submitted_on: today });
    await store.recordAct(db, {
      application: application.id,
      version,
      kind: 'submitted',
      by: actor.account!,
      as: 'organisation',
    });
    await tell('support.application.submitted', { application: application.id, version });
    return { number, ...frozen };
  });

const withdrawing = handle(withdrawApplication, async ({ input, actor, db, insist, tell }) => {
  const application = await store.applicationForChange(db, input.application);
  insist(mayApply(actor, application.organisation_id));
  if (!canBecome(application.state, 'withdrawn'))
    throw new Problem('conflict', 'support.application.not-withdrawable', { obstacles: ['already-decided'] });
  const id: ApplicationId = application.id;
  await store.changeApplication(db, id, { state: 'withdrawn' });
  await store.recordAct(db, {
    application: id,
    version: application.version,
    kind: 'withdrawn',
    remarks: input.remarks,
    by: actor.account!,
    as: 'organisation',
  });
  await tell('support.application.withdrawn', { application: id });
  return {};
});

export const applyRoutes = (facts: FactsOf) => [saving, submitting(facts), withdrawing];
