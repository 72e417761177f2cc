import type { PairSight } from './duplicates.access.ts';
import { strengthOf, type Subject } from './pair.ts';
import type { PairRecord } from './pair.store.ts';
import type { ComparedField, ComparedRow, PairRow, PairSide } from './pair.wire.ts';
import type { Both, ComparedRecord } from './record.store.ts';
import type { Evidence } from './weighing.ts';

const shownFields: Readonly<Record<Subject, readonly ComparedField[]>> = {
  organisation: ['name', 'tax-number', 'registration-number', 'kind', 'director', 'phone', 'place', 'founding-day'],
  member: ['name', 'age', 'sex', 'national-id', 'phone', 'place', 'organisation', 'standing', 'joined-on', 'capital'],
};

/** What tells no person: an auditor may read it. */
const openFields: readonly ComparedField[] = ['kind', 'founding-day', 'standing', 'joined-on', 'organisation'];

export const sideOf = ({ label }: ComparedRecord, subject: Subject, sight: PairSight): PairSide =>
  sight === 'full' || subject === 'organisation' ? label : { ...label, name: null };

export const pairRow = (pair: PairRecord, [first, second]: Both, sight: PairSight): PairRow => ({
  id: pair.id,
  subject: pair.subject,
  state: pair.state,
  likelihood: pair.likelihood,
  clauses: pair.clauses,
  reopened: pair.state === 'open' && pair.reopened_at !== null,
  first: sideOf(first, pair.subject, sight),
  second: sideOf(second, pair.subject, sight),
});

const told = (evidence: Evidence | undefined) =>
  evidence === undefined
    ? { level: null, strength: null, bits: null }
    : { level: evidence.level, strength: strengthOf(evidence.bits), bits: evidence.bits };

/** Field by field: what stands in both, and what that says. */
export function comparedRows(pair: PairRecord, [first, second]: Both, sight: PairSight): ComparedRow[] {
  const evidence = new Map(pair.evidence.map((one) => [one.field, one]));
  return shownFields[pair.subject].map((field) => {
    const shown = sight === 'full' || openFields.includes(field);
    return {
      field,
      ...told(evidence.get(field)),
      first: shown ? (first.values[field] ?? null) : null,
      second: shown ? (second.values[field] ?? null) : null,
    };
  });
}
