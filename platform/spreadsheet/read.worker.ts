import { detectDelimiter, parseCsv, readXlsx, EncryptedFileError, HucreError, type CellValue, type Sheet } from 'hucre';
import { Problem } from '#kernel/problem.ts';
import { checkZipClaims, checkZipParts, sheetLimits, zipEntries } from '#platform/file/content-zip.ts';
import type { CellKind, ReadCell, ReadRow, ReadSheet, ReadTask } from '#platform/spreadsheet/read.ts';
import { cellName, unneutralised } from '#platform/spreadsheet/sheet.ts';
import { answerTasks } from '#platform/worker/answer-tasks.ts';

const refused = (code: string, details: Record<string, unknown> = {}): Problem =>
  new Problem('unprocessable', code, details);

type Known = readonly [kind: CellKind, value: ReadCell['value']];

function known(value: CellValue): Known | undefined {
  if (value === null || value === '') return undefined;
  if (typeof value === 'number') return ['number', value];
  if (typeof value === 'boolean') return ['boolean', value];
  if (value instanceof Date) {
    const text = value.toISOString().slice(0, 19);
    return text.endsWith('T00:00:00') ? ['day', text.slice(0, 10)] : ['instant', text];
  }
  const text = unneutralised(value.normalize('NFC'));
  return [/^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/.test(text) ? 'error' : 'text', text];
}

interface Marks {
  readonly isFormula: (row: number, column: number) => boolean;
  readonly merged: ReadonlyMap<string, string>;
}

function rowOf(values: readonly CellValue[], row: number, marks: Marks): ReadRow {
  const cells: ReadCell[] = [];
  values.forEach((value, index) => {
    const found = known(value);
    if (!found) return;
    const at = cellName(row, index + 1);
    const merged = marks.merged.get(at);
    cells.push({
      at,
      column: index + 1,
      kind: found[0],
      value: found[1],
      ...(marks.isFormula(row, index + 1) ? { isFormula: true } : {}),
      ...(merged ? { merged } : {}),
    });
  });
  return { number: row, cells };
}

function rowsOf(name: string, values: readonly (readonly CellValue[])[], marks: Marks, task: ReadTask): ReadRow[] {
  const rows = values.map((row, index) => rowOf(row, index + 1, marks)).filter(({ cells }) => cells.length > 0);
  const last = rows.at(-1)?.number ?? 0;
  if (last > task.mostRows) throw refused('file.too-many-rows', { sheet: name, most: task.mostRows });
  const wide = rows.find(({ cells }) => cells.at(-1)!.column > task.mostColumns);
  if (wide) throw refused('file.too-many-columns', { sheet: name, most: task.mostColumns, at: wide.cells.at(-1)!.at });
  return rows;
}

function sheetOf(sheet: Sheet, task: ReadTask): ReadSheet {
  const ranges = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => {
    const first = cellName(startRow + 1, startCol + 1);
    return [first, `${first}:${cellName(endRow + 1, endCol + 1)}`] as const;
  });
  const marks: Marks = {
    isFormula: (row, column) => sheet.cells?.get(`${row - 1},${column - 1}`)?.formula !== undefined,
    merged: new Map(ranges),
  };
  return {
    name: sheet.name.normalize('NFC'),
    isHidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: rowsOf(sheet.name, sheet.rows, marks, task),
    merges: ranges.map(([, range]) => range),
  };
}

async function xlsxSheets(task: ReadTask): Promise<ReadSheet[]> {
  const entries = zipEntries(task.bytes);
  checkZipClaims(entries, sheetLimits);
  checkZipParts(task.bytes, entries);
  try {
    const { sheets } = await readXlsx(task.bytes);
    if (sheets.length > task.mostSheets) throw refused('file.too-many-sheets', { most: task.mostSheets });
    return sheets.map((sheet) => sheetOf(sheet, task));
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (error instanceof EncryptedFileError) throw refused('file.password-protected');
    // Whatever a damaged workbook makes the reader stumble over is the file's fault.
    const why = error instanceof HucreError ? error.message : 'workbook';
    throw refused('file.malformed', { why });
  }
}

function csvSheets(task: ReadTask): ReadSheet[] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(task.bytes);
  if ((text.match(/"/g)?.length ?? 0) % 2 === 1) throw refused('file.quote-open');
  const delimiter = detectDelimiter(text);
  const values = parseCsv(text, { delimiter, maxRows: task.mostRows + 1 });
  const marks: Marks = { isFormula: () => false, merged: new Map() };
  return [{ name: '', isHidden: false, rows: rowsOf('', values, marks, task), merges: [] }];
}

answerTasks<ReadTask, ReadSheet[]>((task) => (task.kind === 'xlsx' ? xlsxSheets(task) : csvSheets(task)));
