import { isAuditor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { yearBookObstacles, identityChecks } from './year-book.ts';
import { yearBookOf, yearBooks, insertYearBook } from './year-book.store.ts';
import { listYearBooks, recordYearBook } from './year-book.wire.ts';
import { mayRead, mayWrite } from './update.access.ts';
import { reporter } from './update.load.ts';

/** What follows provisional books needs no other reason. */
const followsOn = (asOn: Day): string => `Thay số tạm tính đến ${asOn.split('-').toReversed().join('/')}`;

export const yearBookRoutes = [
  handle(listYearBooks, async ({ input, actor, db, insist }) => {
    const { facts, owned, form } = await reporter(db, input.organisation);
    insist(mayRead(actor, owned));
    const years = await yearBooks(db, facts.id);
    return {
      organisation: { id: facts.id, name: facts.name },
      items: years.map((year) => ({
        ...year,
        by: isAuditor(actor) ? null : year.by,
        lines: [...year.lines],
        identities: identityChecks(year.lines),
      })),
      may: { record: form !== undefined && facts.provenance !== 'reported' && mayWrite(actor, owned) },
    };
  }),

  handle(recordYearBook, async ({ input, actor, db, today, insist, tell }) => {
    const { facts, owned, form } = await reporter(db, input.organisation);
    insist(mayWrite(actor, owned));
    const { year, seen, lines, asOn = null } = input;
    const former = await yearBookOf(db, facts.id, year);
    const reason = input.reason ?? (former.asOn === null ? null : followsOn(former.asOn));
    const obstacles: unknown[] = yearBookObstacles({
      lines,
      seen,
      version: former.version,
      reason,
      year,
      today,
      asOn,
      isFinalThere: former.version > 0 && former.asOn === null,
      isFounded: facts.founded_on === null || facts.founded_on <= `${year}-12-31`,
    });
    if (form === undefined) obstacles.push('no-form');
    if (facts.provenance === 'reported') obstacles.push('reported');
    if (obstacles.length > 0) throw new Problem('conflict', 'books.year-book.not-recordable', { obstacles });
    const version = await insertYearBook(db, { ...input, ...(reason !== null && { reason }) }, actor.account!);
    await tell('books.year-book.recorded', { organisation: facts.id, year });
    return { version };
  }),
];
