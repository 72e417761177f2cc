import type { Day } from '#kernel/day.ts';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Db } from '#platform/database/db.ts';
import type { LineAmounts } from './year-book.ts';
import type { recordYearBook } from './year-book.wire.ts';
import { booksIn } from './books.tables.ts';

/** The newest version of each year. */
const heads = (db: Db, organisation: OrganisationId) =>
  booksIn(db)
    .selectFrom('books.year_book as a')
    .leftJoin('auth.user as u', 'u.id', 'a.recorded_by')
    .distinctOn('a.year')
    .select(['a.year', 'a.version', 'a.as_on as asOn', 'a.source', 'a.reason', 'u.name as by', 'a.recorded_at as at'])
    .where('a.organisation_id', '=', organisation)
    .orderBy('a.year', 'desc')
    .orderBy('a.version', 'desc');

const linesOf = (db: Db, organisation: OrganisationId) =>
  booksIn(db)
    .selectFrom('books.year_book_line')
    .select([
      'year',
      'version',
      'line',
      'external_vnd as externalVnd',
      'internal_vnd as internalVnd',
      'total_vnd as totalVnd',
    ])
    .where('organisation_id', '=', organisation);

export async function yearBooks(db: Db, organisation: OrganisationId) {
  const years = await heads(db, organisation).execute();
  const lines = await linesOf(db, organisation).execute();
  return years.map((head) => ({
    ...head,
    lines: lines
      .filter((one) => one.year === head.year && one.version === head.version)
      .map(({ line, externalVnd, internalVnd, totalVnd }): LineAmounts => ({
        line,
        externalVnd,
        internalVnd,
        totalVnd,
      })),
  }));
}

/** The books of a year as they stand; without any, no line and nothing provisional. */
export async function yearBookOf(
  db: Db,
  organisation: OrganisationId,
  year: number,
): Promise<{ readonly version: number; readonly asOn: Day | null; readonly lines: readonly LineAmounts[] }> {
  const found = (await yearBooks(db, organisation)).find((one) => one.year === year);
  return found ?? { version: 0, asOn: null, lines: [] };
}

/** The next version beside the former ones; of two at once the key lets one in. */
export async function insertYearBook(
  db: Db,
  given: ParsedInputOf<typeof recordYearBook>,
  by: AccountId,
): Promise<number> {
  const { organisation, year, seen, lines, source, reason, asOn } = given;
  const version = seen + 1;
  const key = { organisation_id: organisation, year, version };
  await booksIn(db)
    .insertInto('books.year_book')
    .values({ ...key, as_on: asOn ?? null, source, reason: reason ?? null, recorded_by: by })
    .execute();
  await booksIn(db)
    .insertInto('books.year_book_line')
    .values(
      lines.map(({ line, externalVnd, internalVnd, totalVnd }) => ({
        ...key,
        line,
        external_vnd: externalVnd,
        internal_vnd: internalVnd,
        total_vnd: totalVnd,
      })),
    )
    .execute();
  return version;
}
