import { writeXlsx } from 'hucre';
import { findColumns } from './report-columns.ts';
import type { ReadSheet } from '#platform/spreadsheet/read.ts';

export type Filled = string | number | null;

/** The panel's template as a laboratory sends it back: everything not detected, unless a name is given its own result. */
export async function filledPanel(
  template: ReadSheet,
  results: Readonly<Record<string, Filled>> = {},
): Promise<Uint8Array> {
  const { columns, row: heading } = findColumns(template.rows)!;
  const name = columns.get('name')!;
  const result = columns.get('result')!;
  const rows = template.rows.map((line) => {
    const values: Filled[] = [];
    for (const { column, value } of line.cells) values[column - 1] = value as Filled;
    const substance = String(values[name - 1] ?? '');
    if (line.number > heading) values[result - 1] = substance in results ? results[substance]! : 'KPH';
    return Array.from(values, (value) => value ?? null);
  });
  return new Uint8Array(await writeXlsx({ sheets: [{ name: template.name, rows }] }));
}
