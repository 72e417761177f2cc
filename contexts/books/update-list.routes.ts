import { isSignedIn } from '#kernel/actor.ts';
import { daysBetween, type Day } from '#kernel/day.ts';
import { handle } from '#platform/method/handle.ts';
import { sheetTypes } from '#platform/spreadsheet/reply.ts';
import { csvStream, xlsxStream } from '#platform/spreadsheet/write.ts';
import { mayRemindSome, reachOf } from './update.access.ts';
import { deadlineOf } from './update.load.ts';
import { updateCounts, updateRows, type ListedUpdate, type Listing } from './update-list.store.ts';
import { listColumns, listName, listRow } from './update-list.words.ts';
import { exportUpdates, listUpdates, type UpdateRow } from './update.wire.ts';
import { reportingYear } from '#kernel/reporting-year.ts';

const rowOf = (row: ListedUpdate, { year, today, deadlineOn }: Listing): UpdateRow => ({
  organisation: { id: row.id, name: row.name, kind: row.kind },
  unit: row.unit_code === null ? null : { code: row.unit_code, name: row.unit_name ?? row.unit_code },
  year,
  state: row.state,
  edition: row.edition,
  changedAt: row.changed_at,
  hasFigures: row.has_figures,
  overdueDays: row.is_overdue ? daysBetween(deadlineOn as Day, today) : null,
  remindedOn: row.reminded_on,
});

export const updateListRoutes = [
  handle(listUpdates, async ({ input, actor, db, today, insist }) => {
    insist(isSignedIn(actor));
    const { page, size, year = reportingYear(today), ...filters } = input;
    const listing = { filters, year, reach: reachOf(actor), today, deadlineOn: await deadlineOf(db, year) };
    const { counts, overdue, total } = await updateCounts(db, listing);
    const rows = await updateRows(db, listing, { page, size });
    const none = { missing: 0, draft: 0, submitted: 0, returned: 0, accepted: 0 };
    return {
      items: rows.map((row) => rowOf(row, listing)),
      total,
      year,
      deadlineOn: listing.deadlineOn,
      counts: { ...none, ...counts },
      overdue,
      may: { remind: mayRemindSome(actor) },
    };
  }),

  handle(exportUpdates, async ({ input, actor, db, today, insist }) => {
    insist(isSignedIn(actor));
    const { format, language, year = reportingYear(today), ...filters } = input;
    const listing = { filters, year, reach: reachOf(actor), today, deadlineOn: await deadlineOf(db, year) };
    const rows = (await updateRows(db, listing)).map((row) => listRow(rowOf(row, listing), language));
    const sheet = { name: listName(language, year), columns: listColumns(language), rows };
    return {
      fileName: `${sheet.name} ${today}.${format}`,
      mediaType: sheetTypes[format],
      body: (format === 'xlsx' ? xlsxStream : csvStream)(sheet),
    };
  }),
];
