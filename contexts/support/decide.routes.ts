import type { Day } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import type { Db } from '#platform/database/db.ts';
import { decisionObstacles, examinationObstacles, type Obstacle } from './application.ts';
import * as store from './application.store.ts';
import { closeApplication, decideApplication, examineApplication } from './application.wire.ts';
import { closingObstacles } from './disbursement.ts';
import { disbursementsOf, givenIn } from './disbursement.store.ts';
import { grantFor } from './eligibility.decide.ts';
import { totalVnd, type Part } from './policy.ts';
import { approvedVnd, lockMeasure, partsOfMeasure, tableById } from './policy.store.ts';
import { mayDecide, mayExamine } from './support.access.ts';
import { insertGranted, versionsOf } from './version.store.ts';

const refuse = (code: string, obstacles: readonly Obstacle[]): void => {
  if (obstacles.length > 0) throw new Problem('conflict', code, { obstacles });
};

const examining = handle(examineApplication, async ({ input, actor, db, insist, tell }) => {
  const application = await store.applicationForChange(db, input.application);
  insist(mayExamine(actor, application.unit_code));
  refuse(
    'support.application.not-examinable',
    examinationObstacles({
      state: application.state,
      version: application.version,
      seenVersion: input.seenVersion,
      submittedBy: application.submitted_by,
      by: actor.account!,
    }),
  );
  const { id, version } = application;
  await store.changeApplication(db, id, { state: input.opinion === 'returned' ? 'returned' : 'examined' });
  await store.recordAct(db, {
    application: id,
    version,
    kind: input.opinion,
    remarks: input.remarks,
    clauses: input.clauses,
    by: actor.account!,
    as: 'commune-officer',
  });
  await tell('support.application.examined', { application: id, version, opinion: input.opinion });
  return {};
});

/** What the rules that judged it give at most, over the facts it was judged by. */
async function frozenGrant(db: Db, application: store.ApplicationRecord): Promise<Part[] | null> {
  const [version] = await versionsOf(db, application.id);
  if (version === undefined) return null;
  const table = await tableById(db, version.grant_id);
  return grantFor(table, await partsOfMeasure(db, application.measure_id), version.facts);
}

const deciding = handle(decideApplication, async ({ input, actor, db, insist, tell, today }) => {
  const application = await store.applicationForChange(db, input.application);
  insist(mayDecide(actor));
  const measureParts = await partsOfMeasure(db, application.measure_id);
  const parts = input.parts.map(({ part, count, amountVnd }): Part => {
    const kind = measureParts.find(({ code }) => code === part)?.kind ?? 'money';
    return { part, kind, count: count ?? null, amountVnd };
  });
  const budgetVnd = await lockMeasure(db, application.measure_id);
  refuse(
    'support.application.not-decidable',
    decisionObstacles({
      state: application.state,
      version: application.version,
      seenVersion: input.seenVersion,
      submittedBy: application.submitted_by,
      examinedBy: await store.whoDid(db, application, ['recommended', 'advised-against']),
      by: actor.account!,
      decision: input.decision,
      outcome: application.outcome ?? 'unknown',
      granted: await frozenGrant(db, application),
      parts,
      budgetVnd,
      approvedVnd: await approvedVnd(db, application.measure_id),
    }),
  );
  const { id, version } = application;
  if (input.decision === 'approved') await insertGranted(db, id, parts);
  await store.changeApplication(db, id, decidedAs(input.decision, parts, today));
  await store.recordAct(db, {
    application: id,
    version,
    kind: input.decision,
    remarks: input.remarks,
    clauses: input.clauses,
    by: actor.account!,
    as: 'provincial-officer',
  });
  await tell('support.application.decided', { application: id, version, decision: input.decision });
  return {};
});

function decidedAs(decision: 'approved' | 'refused' | 'returned', parts: readonly Part[], today: Day) {
  if (decision === 'returned') return { state: 'returned' as const };
  if (decision === 'refused') return { state: 'refused' as const, decided_on: today };
  return { state: 'approved' as const, decided_on: today, amount_vnd: totalVnd(parts) };
}

const closing = handle(closeApplication, async ({ input, actor, db, insist, tell, today }) => {
  const application = await store.applicationForChange(db, input.application);
  insist(mayDecide(actor));
  const lines = givenIn(await disbursementsOf(db, application.id));
  refuse('support.application.not-closable', closingObstacles(application.state, lines));
  const { id, version } = application;
  await store.changeApplication(db, id, { state: 'closed', closed_on: today });
  await store.recordAct(db, {
    application: id,
    version,
    kind: 'closed',
    remarks: input.remarks,
    by: actor.account!,
    as: 'provincial-officer',
  });
  await tell('support.application.closed', { application: id });
  return {};
});

export const decideRoutes = [examining, deciding, closing];
