import { candidatesOf, type Clause, type PassedOver } from './clause.ts';
import { comparedMember, memberFields, memberKeys, type MemberFacts } from './member-facts.ts';
import {
  comparedOrganisation,
  organisationFields,
  organisationKeys,
  type OrganisationFacts,
} from './organisation-facts.ts';
import { weigh, type Evidence } from './weighing.ts';

export type ComparedFacts =
  | { readonly subject: 'organisation'; readonly rows: readonly OrganisationFacts[] }
  | { readonly subject: 'member'; readonly rows: readonly MemberFacts[] };

export interface FoundPair {
  /** In the order of their ids. */
  readonly first: string;
  readonly second: string;
  readonly likelihood: number;
  readonly clauses: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface SearchResult {
  readonly candidates: number;
  readonly passedOver: readonly PassedOver[];
  readonly pairs: readonly FoundPair[];
}

export interface Search {
  readonly clauses: readonly Clause[];
  readonly least: number;
  /** Nothing is weighed: only how much there would be to compare. */
  readonly countOnly: boolean;
}

const rounded = ({ field, level, bits }: Evidence): Evidence => ({ field, level, bits: Math.round(bits * 10) / 10 });

/** Every pair of these records that is likely enough to be one. */
export function searchIn(facts: ComparedFacts, { clauses, least, countOnly }: Search): SearchResult {
  const set =
    facts.subject === 'member'
      ? prepared(facts.rows.map(comparedMember), memberKeys, memberFields)
      : prepared(facts.rows.map(comparedOrganisation), organisationKeys, organisationFields);
  return set({ clauses, least, countOnly });
}

type Prepared = (search: Search) => SearchResult;

function prepared<Row extends { readonly id: string }>(
  rows: readonly Row[],
  keysOf: Parameters<typeof candidatesOf<Row>>[2],
  fieldsOf: (rows: readonly Row[]) => Parameters<typeof weigh<Row>>[2],
): Prepared {
  return ({ clauses, least, countOnly }) => {
    const { pairs, met, passedOver } = candidatesOf(rows, clauses, keysOf);
    const weighed = countOnly ? [] : weigh(rows, pairs, fieldsOf(rows));
    const found = weighed.flatMap(({ first, second, likelihood, evidence }, at) => {
      if (likelihood < least) return [];
      const [one, other] = [rows[first]!.id, rows[second]!.id].toSorted();
      const by = clauses.filter((_, order) => (met[at]! & (1 << order)) !== 0).map(({ code }) => code);
      return [{ first: one!, second: other!, likelihood, clauses: by, evidence: evidence.map(rounded) }];
    });
    return { candidates: pairs.length, passedOver, pairs: found };
  };
}
