import { answerTasks } from '#platform/worker/answer-tasks.ts';
import type { MemberFacts } from './member-facts.ts';
import type { OrganisationFacts } from './organisation-facts.ts';
import type { Subject } from './pair.ts';
import { searchIn, type ComparedFacts, type Search, type SearchResult } from './search.ts';

/** Records come over a few at a time and are kept here; then they are compared; the pairs go back a few at a time. */
export type SearchTask =
  | { readonly act: 'begin'; readonly subject: Subject }
  | { readonly act: 'add'; readonly rows: readonly (MemberFacts | OrganisationFacts)[] }
  | { readonly act: 'search'; readonly search: Search };

export type SearchAnswer = Omit<SearchResult, 'pairs'> & { readonly found: number };

let kept: { subject: Subject; rows: (MemberFacts | OrganisationFacts)[] } | undefined;
const pairsAtOnce = 100;
const none: SearchAnswer = { candidates: 0, passedOver: [], found: 0 };

answerTasks<SearchTask, SearchAnswer>(async (task, sendPart) => {
  if (task.act === 'begin') {
    kept = { subject: task.subject, rows: [] };
    return none;
  }
  if (kept === undefined) throw new Error('the records are gone');
  if (task.act === 'add') {
    kept.rows.push(...task.rows);
    return none;
  }
  const { pairs, ...result } = searchIn(kept as ComparedFacts, task.search);
  kept = undefined;
  for (let at = 0; at < pairs.length; at += pairsAtOnce) await sendPart(pairs.slice(at, at + pairsAtOnce));
  return { ...result, found: pairs.length };
});
