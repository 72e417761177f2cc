import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import type { Db } from '#platform/database/db.ts';
import type { ApplicationId, Obstacle } from './application.ts';
import { applicationForChange, changeApplication, recordAct, type ApplicationRecord } from './application.store.ts';
import { answerObstacles, handoverObstacles, isFullyReceived, type DisbursementId } from './disbursement.ts';
import * as store from './disbursement.store.ts';
import {
  confirmDisbursement,
  disputeDisbursement,
  recordDisbursement,
  withdrawDisbursement,
} from './disbursement.wire.ts';
import type { Part } from './policy.ts';
import { handsOverAs, mayApply, mayHandOver, type OwnedApplication } from './support.access.ts';
import { grantedOf } from './version.store.ts';
import type { Day } from '#kernel/day.ts';

export const ownedOf = (application: ApplicationRecord): OwnedApplication => ({
  organisation: application.organisation_id,
  unit: application.unit_code,
  fund: application.fund_id,
  isApproved: application.state === 'approved' || application.state === 'closed',
});

const refuse = (code: string, obstacles: readonly Obstacle[]): void => {
  if (obstacles.length > 0) throw new Problem('conflict', code, { obstacles });
};

const recording = handle(recordDisbursement, async ({ input, actor, db, insist, tell, today }) => {
  const application = await applicationForChange(db, input.application);
  const owned = ownedOf(application);
  insist(mayHandOver(actor, owned));
  const granted = await grantedOf(db, application.id);
  const kind = granted.find(({ part }) => part === input.part)?.kind ?? 'money';
  const given: Part = { part: input.part, kind, count: input.count ?? null, amountVnd: input.amountVnd };
  const lines = store.givenIn(await store.disbursementsOf(db, application.id));
  const { state, decided_on: decidedOn } = application;
  const obstacles = handoverObstacles({ state, decidedOn, granted, lines, given, givenOn: input.givenOn, today });
  if (await store.isReferenceUsed(db, application.id, input.part, input.reference))
    obstacles.push({ code: 'reference-used' });
  refuse('support.disbursement.not-recordable', obstacles);
  await store.insertDisbursement(db, {
    id: input.disbursement,
    application: application.id,
    organisation: application.organisation_id,
    given,
    givenOn: input.givenOn,
    reference: input.reference,
    note: input.note,
    by: actor.account!,
    as: handsOverAs(actor, owned),
    on: today,
  });
  await tell('support.disbursement.recorded', { disbursement: input.disbursement, application: application.id });
  return {};
});

/** The line with its application held, so that two answers cannot both be the last one. */
async function lineForChange(db: Db, id: DisbursementId) {
  const { application_id } = await store.loadDisbursement(db, id);
  const application = await applicationForChange(db, application_id);
  return { application, line: await store.loadDisbursement(db, id) };
}

async function closeWhenComplete(db: Db, id: ApplicationId, version: number, today: Day): Promise<boolean> {
  const lines = store.givenIn(await store.disbursementsOf(db, id));
  if (!isFullyReceived(await grantedOf(db, id), lines)) return false;
  await changeApplication(db, id, { state: 'closed', closed_on: today });
  await recordAct(db, { application: id, version, kind: 'closed', by: 'system', as: 'system' });
  return true;
}

const confirming = handle(confirmDisbursement, async ({ input, actor, db, insist, tell, today }) => {
  const { application, line } = await lineForChange(db, input.disbursement);
  insist(mayApply(actor, application.organisation_id));
  const obstacles = answerObstacles(line.state, line.recorded_by === actor.account);
  refuse('support.disbursement.not-answerable', obstacles);
  await store.changeDisbursement(db, line.id, {
    state: 'confirmed',
    confirmed_by: actor.account!,
    confirmed_on: today,
  });
  const told = { disbursement: line.id, application: application.id, organisation: application.organisation_id };
  await tell('support.disbursement.confirmed', told);
  const closed = await closeWhenComplete(db, application.id, application.version, today);
  if (closed) await tell('support.application.closed', { application: application.id });
  return { closed };
});

const disputing = handle(disputeDisbursement, async ({ input, actor, db, insist, tell }) => {
  const { application, line } = await lineForChange(db, input.disbursement);
  insist(mayApply(actor, application.organisation_id));
  refuse('support.disbursement.not-answerable', answerObstacles(line.state, false));
  await store.changeDisbursement(db, line.id, { state: 'disputed', dispute: input.reason });
  await tell('support.disbursement.disputed', { disbursement: line.id, application: application.id });
  return {};
});

const withdrawing = handle(withdrawDisbursement, async ({ input, actor, db, insist, tell }) => {
  const { application, line } = await lineForChange(db, input.disbursement);
  insist(mayHandOver(actor, ownedOf(application)));
  const standing = line.state === 'recorded' || line.state === 'disputed';
  refuse('support.disbursement.not-withdrawable', standing ? [] : [{ code: 'already-answered' }]);
  await store.changeDisbursement(db, line.id, { state: 'withdrawn', settled_note: input.note });
  await tell('support.disbursement.withdrawn', { disbursement: line.id, application: application.id });
  return {};
});

export const disbursementRoutes = [recording, confirming, disputing, withdrawing];
