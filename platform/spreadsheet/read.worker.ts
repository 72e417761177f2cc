import { detectDelimiter, parseCsv, readXlsx, EncryptedFileError, HucreError, type CellValue, type Sheet } from 'hucre';
import { Problem } from '#kernel/problem.ts';
import { checkZipClaims, checkZipParts, sheetLimits, zipEntries } from '#platform/file/content-zip.ts';
import type { CellKind, ReadCell, ReadPart, ReadRow, ReadSheet, ReadTask } from '#platform/spreadsheet/read.ts';
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
  /** Columns of formulas that were saved without what they gave. */
  readonly unsaved: (row: number) => readonly number[];
}

function rowOf(values: readonly CellValue[], row: number, marks: Marks): ReadRow {
  const cells: ReadCell[] = marks.unsaved(row).map((column) => ({
    at: cellName(row, column),
    column,
    kind: 'error',
    value: '#FORMULA!',
    isFormula: true,
  }));
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
  return { number: row, cells: cells.toSorted((a, b) => a.column - b.column) };
}

const cellsInPart = 2_000;

/** Sends the rows of one sheet, some at a time. */
async function sendRows(
  values: readonly (readonly CellValue[])[],
  { name, marks, task }: { name: string; marks: Marks; task: ReadTask },
  send: (rows: readonly ReadRow[]) => Promise<void>,
): Promise<void> {
  let rows: ReadRow[] = [];
  let cells = 0;
  for (const [index, line] of values.entries()) {
    const row = rowOf(line, index + 1, marks);
    const last = row.cells.at(-1);
    if (!last) continue;
    if (row.number > task.mostRows) throw refused('file.too-many-rows', { sheet: name, most: task.mostRows });
    if (last.column > task.mostColumns) {
      throw refused('file.too-many-columns', { sheet: name, most: task.mostColumns, at: last.at });
    }
    rows.push(row);
    cells += row.cells.length;
    if (cells < cellsInPart) continue;
    await send(rows);
    [rows, cells] = [[], 0];
  }
  await send(rows);
}

/** Merged ranges beyond these are told of by their cells alone. */
const mostMerges = 10_000;

type Head = Omit<ReadSheet, 'rows'>;
type SheetTask = ReadTask & { readonly is1904: boolean };
type Send = (part: ReadPart) => Promise<void>;

/** A formula that was never reckoned gives nothing: not a blank, which would be taken for one. */
function unsavedFormulas(sheet: Sheet): ReadonlyMap<number, readonly number[]> {
  const columns = new Map<number, number[]>();
  for (const [at, { formula, formulaResult }] of sheet.cells ?? []) {
    const [row = 0, column = 0] = at.split(',').map(Number);
    // An empty text is a result as well.
    if (formula === undefined || (formulaResult ?? sheet.rows[row]?.[column] ?? null) !== null) continue;
    columns.set(row + 1, [...(columns.get(row + 1) ?? []), column + 1]);
  }
  return columns;
}

async function sendSheet(sheet: Sheet, number: number, task: SheetTask, send: Send): Promise<Head> {
  const ranges = (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => {
    const first = cellName(startRow + 1, startCol + 1);
    return [first, `${first}:${cellName(endRow + 1, endCol + 1)}`] as const;
  });
  const unsaved = unsavedFormulas(sheet);
  const marks: Marks = {
    isFormula: (row, column) => sheet.cells?.get(`${row - 1},${column - 1}`)?.formula !== undefined,
    merged: new Map(ranges),
    unsaved: (row) => unsaved.get(row) ?? [],
  };
  const name = sheet.name.normalize('NFC');
  await sendRows(sheet.rows, { name, marks, task }, (rows) => send({ sheet: number, rows }));
  const isHidden = sheet.hidden === true || sheet.veryHidden === true;
  const merges = ranges.slice(0, mostMerges).map(([, range]) => range);
  return { name, isHidden, merges, is1904: task.is1904 };
}

async function xlsxSheets(task: ReadTask, send: Send): Promise<Head[]> {
  const entries = zipEntries(task.bytes);
  checkZipClaims(entries, sheetLimits);
  checkZipParts(task.bytes, entries);
  try {
    const { sheets, dateSystem } = await readXlsx(task.bytes);
    if (sheets.length > task.mostSheets) throw refused('file.too-many-sheets', { most: task.mostSheets });
    const heads: Head[] = [];
    for (const [number, sheet] of sheets.entries())
      heads.push(await sendSheet(sheet, number, { ...task, is1904: dateSystem === '1904' }, send));
    return heads;
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (error instanceof EncryptedFileError) throw refused('file.password-protected');
    // Whatever a damaged workbook makes the reader stumble over is the file's fault.
    const why = error instanceof HucreError ? error.message : 'workbook';
    throw refused('file.malformed', { why });
  }
}

async function csvSheets(task: ReadTask, send: Send): Promise<Head[]> {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(task.bytes);
  if ((text.match(/"/g)?.length ?? 0) % 2 === 1) throw refused('file.quote-open');
  const values = parseCsv(text, { delimiter: detectDelimiter(text), maxRows: task.mostRows + 1 });
  const marks: Marks = { isFormula: () => false, merged: new Map(), unsaved: () => [] };
  await sendRows(values, { name: '', marks, task }, (rows) => send({ sheet: 0, rows }));
  return [{ name: '', isHidden: false, merges: [], is1904: false }];
}

answerTasks<ReadTask, Head[]>((task, sendPart) =>
  task.kind === 'xlsx' ? xlsxSheets(task, sendPart) : csvSheets(task, sendPart),
);
