import { isWithin, type Day } from '#kernel/day.ts';
import { handle } from '#platform/method/handle.ts';
import { managedOrganisations } from './organisation.store.ts';
import * as store from './policy.store.ts';
import { getMeasure, getPolicy, listPolicies } from './policy.wire.ts';

type PolicyRecord = Awaited<ReturnType<typeof store.loadPolicy>>;
type MeasureRow = Awaited<ReturnType<typeof store.measuresOf>>[number];

const policyRow = (policy: PolicyRecord, today: Day) => ({
  id: policy.id,
  code: policy.code,
  number: policy.number,
  title: store.named(policy, 'title'),
  issuer: policy.issuer,
  issuedOn: policy.issued_on,
  validFrom: policy.valid_from,
  validUntil: policy.valid_until,
  nature: policy.nature,
  natureVerified: policy.nature_verified,
  source: policy.source,
  verified: policy.verified,
  provenance: policy.provenance,
  inForce: isWithin(today, policy.valid_from, policy.valid_until),
});

const measureRow = (measure: MeasureRow, today: Day) => ({
  id: measure.id,
  policy: measure.policy_id,
  code: measure.code,
  name: store.named(measure, 'name'),
  summary: store.named(measure, 'summary'),
  budgetVnd: measure.budget_vnd,
  openFrom: measure.open_from,
  openUntil: measure.open_until,
  isOpen: isWithin(today, measure.open_from, measure.open_until),
  source: measure.source,
  verified: measure.verified,
  provenance: measure.provenance,
});

const tableView = ({ body, ...table }: store.TableRecord) => ({
  version: table.version,
  validFrom: table.valid_from,
  validUntil: table.valid_until,
  source: table.source,
  verified: table.verified,
  inputs: body.inputs.map(({ expression }) => expression),
  outputs: body.outputs.map(({ name }) => name),
  rules: body.rules.map(({ id, tests, outputs, annotation }) => ({
    id,
    clause: annotation?.clause ?? id,
    tests,
    outputs,
  })),
});

const listing = handle(listPolicies, async ({ input, db, insist, today }) => {
  insist(true);
  const policies = (await store.allPolicies(db)).map((policy) => policyRow(policy, today));
  const shown = policies.filter(({ inForce }) => input.inForce === undefined || inForce === input.inForce);
  const measures = await store.measuresOf(
    db,
    shown.map(({ id }) => id),
  );
  return {
    items: shown.map((policy) => ({
      ...policy,
      measures: measures
        .filter(({ policy_id }) => policy_id === policy.id)
        .map((measure) => measureRow(measure, today)),
    })),
  };
});

const gettingPolicy = handle(getPolicy, async ({ input, db, insist, today }) => {
  insist(true);
  const policy = await store.loadPolicy(db, input.policy);
  const documents = await store.documentsOf(db, policy.id);
  const measures = await store.measuresOf(db, [policy.id]);
  return {
    ...policyRow(policy, today),
    documents: documents.map(({ issued_on, ...document }) => ({ ...document, issuedOn: issued_on })),
    clauses: await store.clausesOn(db, today, policy.id),
    measures: measures.map((measure) => measureRow(measure, today)),
  };
});

const gettingMeasure = handle(getMeasure, async ({ input, actor, db, insist, today }) => {
  insist(true);
  const measure = await store.loadMeasure(db, input.measure);
  const eligibility = await store.tableOn(db, measure.id, 'eligibility', today);
  const grant = await store.tableOn(db, measure.id, 'grant', today);
  const asked = new Set(eligibility?.body.rules.map(({ annotation }) => annotation?.clause));
  const clauses = await store.clausesOn(db, today);
  return {
    ...measureRow(measure, today),
    policyNumber: measure.number,
    policyTitle: store.named(measure, 'title'),
    fund: measure.fund_id === null ? null : { id: measure.fund_id, name: measure.fund_name ?? '' },
    parts: await store.partsOfMeasure(db, measure.id),
    clauses: clauses.filter(({ code }) => asked.has(code)),
    eligibility: eligibility === undefined ? null : tableView(eligibility),
    grant: grant === undefined ? null : tableView(grant),
    approvedVnd: await store.approvedVnd(db, measure.id),
    may: { apply: await managedOrganisations(db, actor) },
  };
});

export const policyRoutes = [listing, gettingPolicy, gettingMeasure];
