import type { FactSheet, FactName, FactShape } from '#kernel/fact.ts';
import { parameterFact, type About } from './fact-rows.ts';
import { linkageFacts } from './linkage-facts.ts';
import { organisationFacts } from './organisation-facts.ts';

/** Law 17/2023/QH15 sets another number of members for each legal form. */
const leastMembersKey: Readonly<Record<string, string>> = {
  cooperative: 'htx.minOfficialMembers',
  union: 'lhhtx.minOfficialMembers',
  'cooperative-group': 'tht.minMembers',
};

/** Decree 98/2018/NĐ-CP tells cycles shorter than a year from longer ones. */
const leastYearsKey = { short: 'linkage.minYears.shortCycle', long: 'linkage.minYears.longCycle' } as const;

export interface SupportQuestion extends About {
  /** Of the crop the support is asked for. */
  readonly cycle: 'short' | 'long' | null;
}

/** The facts by which support decides, collected from what the other rooms publish and from the parameters of law. */
export async function supportFacts(question: SupportQuestion): Promise<FactSheet> {
  const facts = [...(await organisationFacts(question)), ...(await linkageFacts(question))];
  const kind = facts.find(({ name }) => name === 'legalKind')?.value;
  const wanted: readonly (readonly [string | undefined, readonly [FactName, FactShape, number]])[] = [
    [leastMembersKey[String(kind)], ['leastOfficialMembers', 'count', 1]],
    ['linkage.support.inputs.maxCycles', ['mostInputCycles', 'count', 1]],
    [question.cycle === null ? undefined : leastYearsKey[question.cycle], ['leastContractMonths', 'months', 12]],
  ];
  for (const [key, fact] of wanted) facts.push(...(await parameterFact(question, key, fact)));
  return facts;
}
