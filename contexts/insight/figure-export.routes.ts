import { handle } from '#platform/method/handle.ts';
import { sheetTypes } from '#platform/spreadsheet/reply.ts';
import { csvStream, xlsxStream } from '#platform/spreadsheet/write.ts';
import { inLanguage } from '#platform/spreadsheet/words.ts';
import { kinds, titles } from './export.words.ts';
import { mayOpenRows } from './figure.access.ts';
import { scopeOf, unitAsked } from './figure-scope.store.ts';
import { figureDefinition } from './figure.ts';
import { figureRowPage } from './figure.store.ts';
import { exportFigureRows } from './figure.wire.ts';

const batch = 2_000;

export const figureExportRoutes = [
  handle(exportFigureRows, async ({ input, actor, db, today, insist }) => {
    const definition = figureDefinition(input.key);
    insist(mayOpenRows(actor, definition, unitAsked(input)));
    const scope = await scopeOf(db, input, today);
    const rows = async function* (later: typeof db) {
      for (let page = 1; ; page += 1) {
        const found = await figureRowPage(later, input.key, scope, { page, size: batch, sort: 'label', order: 'asc' });
        yield* found.map(({ kind, id, label, unitName, value }) => ({
          kind: inLanguage(kinds[kind], input.language),
          label,
          unit: unitName ?? '',
          value,
          id,
        }));
        if (found.length < batch) return;
      }
    };
    const isMoney = definition.unit === 'vnd';
    const title = (key: keyof typeof titles): string => inLanguage(titles[key], input.language);
    const sheet = {
      name: input.key,
      columns: [
        { key: 'label', title: title('label'), kind: 'text', width: 48 },
        { key: 'kind', title: title('kind'), kind: 'text' },
        { key: 'unit', title: title('unit'), kind: 'text', width: 20 },
        { key: 'value', title: title(isMoney ? 'valueVnd' : 'value'), kind: isMoney ? 'vnd' : 'integer' },
        { key: 'id', title: title('id'), kind: 'text', width: 38 },
      ],
    } as const;
    return {
      fileName: `lienket-${input.key}-${scope.asOf}.${input.format}`,
      mediaType: sheetTypes[input.format],
      body: (later) => (input.format === 'xlsx' ? xlsxStream : csvStream)({ ...sheet, rows: rows(later) }),
    };
  }),
];
