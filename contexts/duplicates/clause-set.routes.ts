import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { clauseObstacles, clauseOf, type Clause, type KeyKind } from './clause.ts';
import { clausesNow, kindsOf, saveClauses } from './clause-set.store.ts';
import { changeClauses, getClauses } from './clause-set.wire.ts';
import { mayReadRuns, mayRun } from './duplicates.access.ts';
import type { Subject } from './pair.ts';

/** The clauses of these keys, or every reason why nothing can be looked for by them. */
export function clausesOf(subject: Subject, keys: readonly (readonly KeyKind[])[]): Clause[] {
  const clauses = keys.map(clauseOf);
  const obstacles = clauseObstacles(clauses, kindsOf[subject]);
  if (obstacles.length > 0) throw new Problem('conflict', 'duplicates.clause-set.not-usable', { obstacles });
  return clauses;
}

const viewOf = ({ code, keys }: Clause) => ({ code, keys: [...keys] });

export const clauseSetRoutes = [
  handle(getClauses, async ({ input, actor, db, insist }) => {
    insist(mayReadRuns(actor));
    const { clauses, leastLikelihood, since, history } = await clausesNow(db, input.subject);
    return {
      clauses: clauses.map(viewOf),
      leastLikelihood,
      since,
      history: history.map((set) => ({ ...set, clauses: set.clauses.map(viewOf) })),
      may: { change: mayRun(actor) },
    };
  }),

  handle(changeClauses, async ({ input, actor, db, insist }) => {
    insist(mayRun(actor));
    const clauses = clausesOf(input.subject, input.clauses);
    const { id, subject, reason, leastLikelihood } = input;
    await saveClauses(db, { id, subject, reason, leastLikelihood, clauses }, actor.account!);
    return {};
  }),
];
