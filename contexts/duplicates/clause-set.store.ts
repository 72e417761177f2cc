import type { Instant } from '#kernel/day.ts';
import type { AccountId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { memberClauses, memberKeyKinds, organisationClauses, organisationKeyKinds } from './clause.ts';
import type { Clause, KeyKind } from './clause.ts';
import type { ClauseSetId } from './clause-set.wire.ts';
import { duplicatesIn } from './duplicates.tables.ts';
import type { Subject } from './pair.ts';
import { leastLikelihood } from './run.ts';

const usual: Readonly<Record<Subject, readonly Clause[]>> = {
  organisation: organisationClauses,
  member: memberClauses,
};
export const kindsOf: Readonly<Record<Subject, readonly KeyKind[]>> = {
  organisation: organisationKeyKinds,
  member: memberKeyKinds,
};

const setsOf = (db: Db, subject: Subject) =>
  duplicatesIn(db)
    .selectFrom('duplicates.clause_set as c')
    .leftJoin('auth.user as a', 'a.id', 'c.recorded_by')
    .select([
      'c.id',
      'c.clauses',
      'c.least_likelihood as leastLikelihood',
      'c.reason',
      'c.recorded_at as at',
      'a.name as by',
    ])
    .where('c.subject', '=', subject)
    .orderBy('c.recorded_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(50)
    .execute();

/** What holds now, and everything that was recorded, the last first. */
export async function clausesNow(db: Db, subject: Subject) {
  const history = await setsOf(db, subject);
  const since: Instant | null = history[0]?.at ?? null;
  return {
    clauses: history[0]?.clauses ?? usual[subject],
    leastLikelihood: history[0]?.leastLikelihood ?? leastLikelihood,
    since,
    history,
  };
}

export async function saveClauses(
  db: Db,
  given: {
    readonly id: ClauseSetId;
    readonly subject: Subject;
    readonly clauses: readonly Clause[];
    readonly leastLikelihood: number;
    readonly reason: string;
  },
  by: AccountId,
): Promise<void> {
  const { leastLikelihood: least_likelihood, ...set } = given;
  await duplicatesIn(db)
    .insertInto('duplicates.clause_set')
    .values({ ...set, least_likelihood, clauses: JSON.stringify(given.clauses), recorded_by: by })
    .execute();
}
