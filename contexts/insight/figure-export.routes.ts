import { handle } from '#platform/method/handle.ts';
import { csvStream, xlsxStream } from '#platform/spreadsheet/write.ts';
import { mayOpenRows } from './figure.access.ts';
import { scopeOf } from './figure.routes.ts';
import { figureDefinition } from './figure.ts';
import { figureRowPage } from './figure.store.ts';
import { exportFigureRows } from './figure.wire.ts';

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
const batch = 2_000;

export const figureExportRoutes = [
  handle(exportFigureRows, async ({ input, actor, db, today, insist }) => {
    const definition = figureDefinition(input.key);
    insist(mayOpenRows(actor, definition, input.unit ?? null));
    const scope = await scopeOf(db, input, today);
    const rows = async function* () {
      for (let page = 1; ; page += 1) {
        const found = await figureRowPage(db, input.key, scope, { page, size: batch, sort: 'label', order: 'asc' });
        yield* found.map(({ kind, id, label, unitName, value }) => ({ kind, id, label, unit: unitName ?? '', value }));
        if (found.length < batch) return;
      }
    };
    const sheet = {
      name: input.key,
      columns: [
        { key: 'kind', title: 'kind', kind: 'text' },
        { key: 'id', title: 'id', kind: 'text', width: 38 },
        { key: 'label', title: 'label', kind: 'text', width: 48 },
        { key: 'unit', title: 'unit', kind: 'text', width: 20 },
        {
          key: 'value',
          title: definition.unit === 'vnd' ? 'value (VND)' : 'value',
          kind: definition.unit === 'vnd' ? 'vnd' : 'integer',
        },
      ],
      rows: rows(),
    } as const;
    return {
      fileName: `lienket-${input.key}-${scope.asOf}.${input.format}`,
      mediaType: mediaTypes[input.format],
      body: input.format === 'xlsx' ? xlsxStream(sheet) : csvStream(sheet),
    };
  }),
];
