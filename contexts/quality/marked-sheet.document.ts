import { writeXlsx, type Cell } from 'hucre';
import type { DocumentReply } from '#platform/method/handle.ts';
import { neutralised } from '#platform/spreadsheet/sheet.ts';
import type { ReadSheet } from '#platform/spreadsheet/read.ts';
import { cellTroubleWords } from './cell-trouble.ts';
import { spreadsheetType } from './panel.document.ts';
import type { CellTrouble } from './report-sheet.ts';

const fills = { error: 'FFFFC7CE', question: 'FFFFEB9C', notice: 'FFDDEBF7' } as const;
const solid = (rgb: string) => ({ fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } }) as const;

const text = (value: string | number | boolean): string | number | boolean =>
  typeof value === 'string' ? neutralised(value) : value;

const columnNumber = (at: string): number =>
  at
    .replace(/\d+$/, '')
    .split('')
    .reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The sheet as it was sent, what is wrong coloured where it stands and said in a last column. */
export async function markedSheet(
  sheet: ReadSheet,
  troubles: readonly CellTrouble[],
  { language, fileName }: { language: keyof typeof cellTroubleWords; fileName: string },
): Promise<DocumentReply> {
  const cells = new Map<string, Partial<Cell>>();
  const rows: (string | number | boolean | null)[][] = [];
  let width = 0;
  for (const row of sheet.rows) {
    rows[row.number - 1] = [];
    for (const { column, value } of row.cells) {
      rows[row.number - 1]![column - 1] = text(value);
      width = Math.max(width, column);
    }
  }
  const said = new Map<number, string[]>();
  for (const { at, severity, code, other } of troubles) {
    const row = Number(/\d+$/.exec(at)![0]);
    cells.set(`${row - 1},${columnNumber(at) - 1}`, { style: solid(fills[severity]) });
    const words = `${at}: ${cellTroubleWords[language][code]}${other === undefined ? '' : ` (${other})`}`;
    said.set(row, [...(said.get(row) ?? []), words]);
  }
  for (const [row, words] of said) (rows[row - 1] ??= [])[width] = words.join('; ');
  const filled = Array.from(rows, (row) => Array.from({ length: width + 1 }, (_, at) => row?.[at] ?? null));
  filled.forEach((row, at) =>
    row.forEach((value, column) => {
      const marked = cells.get(`${at},${column}`);
      if (marked !== undefined) cells.set(`${at},${column}`, { value, ...marked });
    }),
  );
  const body = await writeXlsx({ sheets: [{ name: sheet.name.slice(0, 31) || 'Sheet1', rows: filled, cells }] });
  return { fileName, mediaType: spreadsheetType, body: new Uint8Array(body) };
}
