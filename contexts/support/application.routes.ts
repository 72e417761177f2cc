import { manages, type Actor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { factChanges } from '#kernel/fact.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import type { Db } from '#platform/database/db.ts';
import { canBecome } from './application.ts';
import * as store from './application.store.ts';
import { compareFacts, getApplication, listApplications } from './application.wire.ts';
import { isHandedOver } from './disbursement.ts';
import { disbursementsOf, givenIn, type DisbursementRecord } from './disbursement.store.ts';
import { ownedOf } from './disbursement.routes.ts';
import { collectFacts, grantFor, reproduces, type FactsOf } from './eligibility.decide.ts';
import { namesOf } from './people.store.ts';
import { approvedVnd, loadMeasure, named, partsOfMeasure, tableById } from './policy.store.ts';
import { mayApply, mayDecide, mayExamine, mayHandOver, mayList, maySee, reachOf, seesNames } from './support.access.ts';
import { grantedOf, versionsOf, type VersionRecord } from './version.store.ts';

const rowOf = (application: store.ApplicationRecord) => ({
  id: application.id,
  number: application.number,
  organisation: { id: application.organisation_id, name: application.organisation_name },
  unitName: application.unit_name,
  measure: { id: application.measure_id, code: application.measure_code, name: named(application, 'name') },
  state: application.state,
  submittedOn: application.submitted_on,
  decidedOn: application.decided_on,
  amountVnd: application.amount_vnd,
  outcome: application.outcome,
});

/** A draft is nobody's business but its organisation's. */
const mayRead = (actor: Actor, application: store.ApplicationRecord): boolean =>
  application.state === 'draft' || application.version === 0
    ? manages(actor, application.organisation_id)
    : maySee(actor, ownedOf(application));

const listing = handle(listApplications, async ({ input, actor, db, insist }) => {
  insist(mayList(actor));
  const { items, total } = await store.applicationPage(db, reachOf(actor), input);
  return { items: items.map(rowOf), total };
});

async function snapshotView(db: Db, application: store.ApplicationRecord, version: VersionRecord | undefined) {
  if (version === undefined) return null;
  const table = await tableById(db, version.eligibility_id);
  const parts = await partsOfMeasure(db, application.measure_id);
  const { facts, judgement, facts_hash } = version;
  return {
    version: version.version,
    asOf: dayOf(version.submitted_at),
    facts,
    factsHash: facts_hash,
    tableVersion: table.version,
    judgement,
    grant: grantFor(await tableById(db, version.grant_id), parts, facts),
    reproduced: await reproduces(
      {
        application: application.id,
        version: version.version,
        area_m2: version.area_m2,
        commodity_id: version.commodity_id,
        plan: version.plan,
        facts,
        eligibility_id: version.eligibility_id,
        grant_id: version.grant_id,
        facts_hash,
        judgement,
      },
      table,
    ),
  };
}

async function actViews(db: Db, actor: Actor, application: store.ApplicationRecord) {
  const acts = await store.actsOf(db, application.id);
  const owned = { organisation: application.organisation_id, unit: application.unit_code };
  const accounts = acts.map(({ by_account }) => by_account).filter((account) => account !== 'system');
  const nameOf = await namesOf(db, accounts, seesNames(actor, owned));
  return acts.map((act) => ({
    id: act.id,
    version: act.version,
    kind: act.kind,
    remarks: act.remarks,
    clauses: act.clauses,
    actedAs: act.acted_as,
    by: nameOf(act.by_account),
    at: act.at,
  }));
}

function disbursementView(actor: Actor, application: store.ApplicationRecord, line: DisbursementRecord) {
  const standing = line.state === 'recorded' || line.state === 'disputed';
  return {
    id: line.id,
    part: line.part,
    kind: line.kind,
    count: line.count,
    amountVnd: line.amount_vnd,
    givenOn: line.given_on,
    reference: line.reference,
    note: line.note,
    state: line.state,
    recordedAs: line.recorded_as,
    recordedOn: line.recorded_on,
    confirmedOn: line.confirmed_on,
    dispute: line.dispute,
    settledNote: line.settled_note,
    may: {
      answer: line.state === 'recorded' && mayApply(actor, application.organisation_id),
      withdraw: standing && mayHandOver(actor, ownedOf(application)),
    },
  };
}

function mayDo(actor: Actor, application: store.ApplicationRecord, isAllHandedOver: boolean) {
  const own = mayApply(actor, application.organisation_id);
  const { state } = application;
  const editable = canBecome(state, 'submitted') && own;
  return {
    edit: editable,
    submit: editable && application.area_m2 !== null,
    withdraw: canBecome(state, 'withdrawn') && own,
    examine: state === 'submitted' && mayExamine(actor, application.unit_code),
    decide: state === 'examined' && mayDecide(actor),
    handOver: state === 'approved' && !isAllHandedOver && mayHandOver(actor, ownedOf(application)),
    close: state === 'approved' && mayDecide(actor),
  };
}

const getting = handle(getApplication, async ({ input, actor, db, insist }) => {
  const application = await store.loadApplication(db, input.application);
  insist(mayRead(actor, application));
  const measure = await loadMeasure(db, application.measure_id);
  const crop = application.commodity_id === null ? undefined : await store.findCommodity(db, application.commodity_id);
  const versions = await versionsOf(db, application.id);
  const lines = await disbursementsOf(db, application.id);
  const granted = await grantedOf(db, application.id);
  return {
    ...rowOf(application),
    version: application.version,
    policy: {
      id: application.policy_id,
      number: application.policy_number,
      verified: application.policy_verified,
    },
    fund: measure.fund_id === null ? null : { id: measure.fund_id, name: measure.fund_name ?? '' },
    areaM2: application.area_m2,
    commodity: crop === undefined ? null : { id: crop.id, name: named(crop, 'name') },
    plan: application.plan,
    parts: await partsOfMeasure(db, application.measure_id),
    versions: versions.map((version) => ({
      version: version.version,
      submittedAt: version.submitted_at,
      areaM2: version.area_m2,
      commodity: version.commodity_id,
      plan: version.plan,
      outcome: version.outcome,
      factsHash: version.facts_hash,
    })),
    acts: await actViews(db, actor, application),
    snapshot: await snapshotView(db, application, versions[0]),
    granted,
    disbursements: lines.map((line) => disbursementView(actor, application, line)),
    budget: mayDecide(actor) ? { budgetVnd: measure.budget_vnd, approvedVnd: await approvedVnd(db, measure.id) } : null,
    closedOn: application.closed_on,
    synthetic: application.provenance === 'synthetic' || application.organisation_provenance === 'synthetic',
    may: mayDo(actor, application, isHandedOver(granted, givenIn(lines))),
  };
});

const comparing = (facts: FactsOf) =>
  handle(compareFacts, async ({ input, actor, db, insist, today }) => {
    const application = await store.loadApplication(db, input.application);
    insist(mayRead(actor, application));
    const [version] = await versionsOf(db, application.id);
    if (version === undefined) throw new Problem('conflict', 'support.application.never-submitted');
    const now = await collectFacts({
      db,
      facts,
      measure: await loadMeasure(db, application.measure_id),
      organisation: application.organisation_id,
      areaM2: version.area_m2,
      commodity: version.commodity_id,
      application: application.id,
      today,
    });
    return {
      version: version.version,
      frozenOn: dayOf(version.submitted_at),
      asOf: today,
      changes: factChanges(version.facts, now),
    };
  });

export const applicationRoutes = (facts: FactsOf) => [listing, getting, comparing(facts)];
