import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { Clause, Trilingual } from '#kernel/fact.ts';
import { OrganisationId } from '#kernel/id.ts';
import { Flag, query } from '#kernel/method.ts';
import { MeasureId, partKinds, PolicyId, policyNatures } from './policy.ts';

const provenances = ['entered', 'synthetic'] as const;

const PolicyRow = z.object({
  id: PolicyId,
  code: z.string(),
  number: z.string(),
  title: Trilingual,
  issuer: z.string(),
  issuedOn: Day.nullable(),
  validFrom: Day,
  validUntil: Day.nullable(),
  nature: z.enum(policyNatures),
  natureVerified: z.boolean(),
  source: z.string(),
  verified: z.boolean(),
  provenance: z.enum(provenances),
  inForce: z.boolean(),
});
export type PolicyRow = z.infer<typeof PolicyRow>;

const MeasureRow = z.object({
  id: MeasureId,
  policy: PolicyId,
  code: z.string(),
  name: Trilingual,
  summary: Trilingual,
  budgetVnd: z.int(),
  openFrom: Day,
  openUntil: Day.nullable(),
  isOpen: z.boolean(),
  source: z.string(),
  verified: z.boolean(),
  provenance: z.enum(provenances),
});
export type MeasureRow = z.infer<typeof MeasureRow>;

export const PartRow = z.object({
  code: z.string(),
  kind: z.enum(partKinds),
  name: Trilingual,
  unit: Trilingual.nullable(),
});
export type PartRow = z.infer<typeof PartRow>;

/** Everybody may read what is supported, and by which rules. */
export const listPolicies = query('support.policy.list', {
  input: z.object({ inForce: Flag.optional() }),
  reply: z.object({ items: z.array(PolicyRow.extend({ measures: z.array(MeasureRow) })) }),
});

export const getPolicy = query('support.policy.get', {
  input: z.object({ policy: PolicyId }),
  reply: PolicyRow.extend({
    documents: z.array(
      z.object({
        id: z.uuid(),
        title: z.string(),
        reference: z.string(),
        address: z.string().nullable(),
        issuedOn: Day.nullable(),
        source: z.string(),
        verified: z.boolean(),
      }),
    ),
    clauses: z.array(Clause),
    measures: z.array(MeasureRow),
  }),
});

/** A table of rules as it was written, for those who want to check it. */
const TableView = z.object({
  version: z.int(),
  validFrom: Day,
  validUntil: Day.nullable(),
  source: z.string(),
  verified: z.boolean(),
  inputs: z.array(z.string()),
  outputs: z.array(z.string()),
  rules: z.array(
    z.object({ id: z.string(), clause: z.string(), tests: z.array(z.string()), outputs: z.array(z.string()) }),
  ),
});

export const getMeasure = query('support.measure.get', {
  input: z.object({ measure: MeasureId }),
  reply: MeasureRow.extend({
    policyNumber: z.string(),
    policyTitle: Trilingual,
    fund: z.object({ id: OrganisationId, name: z.string() }).nullable(),
    parts: z.array(PartRow),
    clauses: z.array(Clause),
    eligibility: TableView.nullable(),
    grant: TableView.nullable(),
    /** What is approved already, of the budget. */
    approvedVnd: z.int(),
    may: z.object({ apply: z.array(z.object({ id: OrganisationId, name: z.string() })) }),
  }),
});
