import { isProvincialOfficer, has } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { csvStream, xlsxStream } from '#platform/spreadsheet/write.ts';
import { maySeeBatch } from './batch.access.ts';
import { readyBatch } from './batch.load.ts';
import { placeOf } from './batch.routes.ts';
import { batchRecord } from './batch.store.ts';
import { exportMarkedSheet, exportTemplate } from './batch.wire.ts';
import { fileOf } from './chunk.store.ts';
import { troubledRows } from './row.store.ts';
import { inLanguage } from '#platform/spreadsheet/words.ts';
import { sheetTypes } from '#platform/spreadsheet/reply.ts';
import { markedSheet } from './sheet.document.ts';
import { letters } from './table.ts';
import { templateColumns } from './template-words.ts';

const names = {
  organisations: ['Mẫu tổ chức', 'Template organisations', 'แบบองค์กร'],
  members: ['Mẫu thành viên', 'Template members', 'แบบสมาชิก'],
  accounts: ['Mẫu số liệu năm', 'Template yearly figures', 'แบบตัวเลขรายปี'],
} as const;

/** A number that is a name keeps its zeros in a column of text; only figures are figures. */
const kindOfColumn = (example: string | number) =>
  typeof example === 'number' ? ('integer' as const) : ('text' as const);

export const documentRoutes = [
  handle(exportMarkedSheet, async ({ input, actor, db, insist }) => {
    const batch = await batchRecord(db, input.batch);
    insist(maySeeBatch(actor, placeOf(batch)));
    const bytes = await fileOf(db, batch.id);
    if (bytes === undefined) throw new Problem('conflict', 'intake.batch.purged');
    const { sheet, table } = await readyBatch(db, batch);
    const rows = await troubledRows(db, { batch: batch.id, round: batch.round });
    return markedSheet({
      bytes,
      fileName: batch.file_name.replace(/(\.\w+)?$/, (end) => ` (lỗi)${end || `.${batch.format}`}`),
      format: batch.format,
      sheet,
      headingRow: table.lastHeading,
      language: input.language,
      rows: rows.map(({ number, outcome, troubles }) => ({
        row: number,
        isQuestion: outcome === 'question',
        troubles: troubles.map(({ code, column, row, choices = [] }) => ({
          code,
          column,
          at: `${letters(column ?? 1)}${number}`,
          row: row ?? null,
          choices,
        })),
      })),
    });
  }),

  handle(exportTemplate, async ({ input, actor, insist }) => {
    insist(isProvincialOfficer(actor) || has(actor, 'commune-officer') || has(actor, 'organisation-manager'));
    const { kind, language, format } = input;
    const columns = templateColumns[kind].map(({ field, heading, example }) => ({
      key: field,
      title: inLanguage(heading, language),
      kind: kindOfColumn(example),
      width: 24,
    }));
    const name = inLanguage(names[kind], language);
    const body = (format === 'xlsx' ? xlsxStream : csvStream)({ name, columns, rows: [] });
    return { fileName: `${name}.${format}`, mediaType: sheetTypes[format], body };
  }),
];
