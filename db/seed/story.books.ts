import { yearBookLines } from '#contexts/books/books.example.ts';
import { draftUpdate, listUpdates, recordField, remindOrganisation } from '#contexts/books/update.wire.ts';
import { recordYearBook } from '#contexts/books/year-book.wire.ts';
import type { Day } from '#kernel/day.ts';
import { reportingYear } from '#kernel/reporting-year.ts';
import { storyParts } from './parts.ts';
import type { Teller } from './teller.ts';

/** The director enters last year's books and begins this year's update; the commune's officer writes for two others and reminds a third. */
export async function keepBooks(teller: Teller, on: Day): Promise<void> {
  const organisation = storyParts.cooperative;
  const year = reportingYear(on);
  await teller.ask('director', recordYearBook, {
    organisation,
    year: Number(on.slice(0, 4)) - 1,
    seen: 0,
    lines: yearBookLines,
    source: 'B02-HTX, số liệu minh họa',
  });
  const update = teller.id<never>();
  await teller.ask('director', draftUpdate, { id: update, organisation, year });
  await teller.ask('director', recordField, { update, field: 'workers', seen: 0, value: 11 });
  await teller.ask('director', recordField, { update, field: 'monthsStopped', seen: 0, value: 0 });
  const { items } = await teller.ask('communeOfficer', listUpdates, {
    year,
    state: 'missing',
    kind: 'cooperative',
    size: 4,
  });
  for (const { organisation: other } of items.slice(0, 2))
    await teller.ask('communeOfficer', draftUpdate, { id: teller.id<never>(), organisation: other.id, year });
  for (const { organisation: other } of items.slice(2, 3))
    await teller.ask('communeOfficer', remindOrganisation, { id: teller.id<never>(), organisation: other.id, year });
}
