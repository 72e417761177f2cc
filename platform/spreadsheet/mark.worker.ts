import { readXlsx, writeXlsx, type Cell, type CellValue, type Sheet, type WriteSheet } from 'hucre';
import type { MarkTask } from '#platform/spreadsheet/mark.ts';
import { neutralised, unneutralised } from '#platform/spreadsheet/sheet.ts';
import { answerTasks } from '#platform/worker/answer-tasks.ts';

const fills = { error: 'FFFFC7CE', question: 'FFFFEB9C' } as const;
const solid = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;

const harmless = (value: CellValue): CellValue =>
  typeof value === 'string' ? neutralised(unneutralised(value)) : value;

/** Values and looks alone. */
function bare(sheet: Sheet): WriteSheet & { rows: CellValue[][]; cells: Map<string, Partial<Cell>> } {
  const rows = sheet.rows.map((row) => row.map(harmless));
  const cells = new Map<string, Partial<Cell>>();
  for (const [at, { style }] of sheet.cells ?? []) {
    if (style === undefined) continue;
    const [row = 0, column = 0] = at.split(',').map(Number);
    cells.set(at, { value: rows[row]?.[column] ?? null, style });
  }
  return {
    name: sheet.name,
    rows,
    cells,
    ...(sheet.merges ? { merges: sheet.merges } : {}),
    ...(sheet.columns ? { columns: sheet.columns.map(({ width }) => (width === undefined ? {} : { width })) } : {}),
    ...(sheet.hidden ? { hidden: true } : {}),
  };
}

async function marked({ bytes, sheet: number, marks, remarks, heading }: MarkTask): Promise<Uint8Array> {
  const workbook = await readXlsx(bytes, { readStyles: true });
  const sheets = workbook.sheets.map(bare);
  const sheet = sheets[number];
  if (sheet === undefined) throw new Error('the sheet to be marked is not there');
  const { rows, cells } = sheet;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const put = (row: number, column: number, cell: Partial<Cell>): void => {
    while (rows.length < row) rows.push([]);
    const line = rows[row - 1]!;
    while (line.length < column) line.push(null);
    const at = `${row - 1},${column - 1}`;
    const before = cells.get(at);
    const value = cell.value ?? line[column - 1] ?? null;
    line[column - 1] = value;
    cells.set(at, { ...before, ...cell, value, style: { ...before?.style, ...cell.style } });
  };
  for (const { row, column, tone, note } of marks)
    put(row, column, { style: { fill: solid(fills[tone]) }, comment: { author: 'Lienket', text: note } });
  put(heading.row, width + 1, { value: heading.text, style: { font: { bold: true } } });
  for (const { row, text } of remarks) put(row, width + 1, { value: neutralised(text) });
  return new Uint8Array(
    await writeXlsx({ sheets, ...(workbook.dateSystem ? { dateSystem: workbook.dateSystem } : {}) }),
  );
}

answerTasks<MarkTask, Uint8Array>(marked, (output) => [output.buffer as ArrayBuffer]);
