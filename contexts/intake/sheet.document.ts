import { parseCsv, detectDelimiter } from 'hucre';
import type { DocumentReply } from '#platform/method/handle.ts';
import { markedWorkbook, type CellMark } from '#platform/spreadsheet/mark.ts';
import { sheetTypes } from '#platform/spreadsheet/reply.ts';
import { neutralised, unneutralised } from '#platform/spreadsheet/sheet.ts';
import { inLanguage, type SheetLanguage } from '#platform/spreadsheet/words.ts';
import { troubleWords } from './trouble-words.ts';

export const troubleText = (code: string, language: SheetLanguage): string => {
  const words = troubleWords[code];
  return words === undefined ? code : inLanguage(words, language);
};

const heading = ['Lỗi', 'Errors', 'ข้อผิดพลาด'] as const;
const askedWords = [
  'Cần người trả lời trên trang',
  'A person has to answer on the page',
  'ต้องให้คนตอบในหน้าเว็บ',
] as const;

export interface MarkedRow {
  readonly row: number;
  readonly isQuestion: boolean;
  readonly troubles: readonly {
    readonly code: string;
    readonly at: string;
    readonly column: number | null;
    readonly row: number | null;
    readonly choices: readonly string[];
  }[];
}

interface Marking {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly format: 'xlsx' | 'csv';
  readonly sheet: number;
  /** The last row of the headings. */
  readonly headingRow: number;
  readonly rows: readonly MarkedRow[];
  readonly language: SheetLanguage;
}

const textOf = ({ code, at: cell, row, choices }: MarkedRow['troubles'][number], language: SheetLanguage): string =>
  `${cell}: ${troubleText(code, language)}${row === null ? '' : ` (${row})`}${choices.length === 0 ? '' : `: ${choices.join(' / ')}`}`;

const remarkOf = ({ troubles, isQuestion }: MarkedRow, language: SheetLanguage): string =>
  [
    ...troubles.map((trouble) => textOf(trouble, language)),
    ...(isQuestion ? [inLanguage(askedWords, language)] : []),
  ].join('; ');

const marksOf = ({ rows, language }: Marking): CellMark[] =>
  rows.flatMap(({ row, troubles, isQuestion }) => [
    ...troubles.map((trouble) => ({
      row,
      column: trouble.column ?? 1,
      tone: 'error' as const,
      note: textOf(trouble, language),
    })),
    ...(isQuestion ? [{ row, column: 1, tone: 'question' as const, note: inLanguage(askedWords, language) }] : []),
  ]);

const quoted = (text: string, delimiter: string): string =>
  text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** The same lines with one column more. */
function markedCsv({ bytes, rows, headingRow, language }: Marking): Uint8Array {
  const text = new TextDecoder('utf-8').decode(bytes);
  const delimiter = detectDelimiter(text);
  const remarks = new Map(rows.map((row) => [row.row, remarkOf(row, language)]));
  const lines = parseCsv(text, { delimiter }).map((values, index) => {
    const last = index + 1 === headingRow ? inLanguage(heading, language) : (remarks.get(index + 1) ?? '');
    return [...values.map((value) => neutralised(unneutralised(String(value ?? '')))), neutralised(last)]
      .map((cell) => quoted(cell, delimiter))
      .join(delimiter);
  });
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`);
}

/** The sheet as it was handed in, the wrong cells marked. */
export async function markedSheet(marking: Marking): Promise<DocumentReply> {
  const { bytes, fileName, format, sheet, headingRow, rows, language } = marking;
  const body =
    format === 'csv'
      ? markedCsv(marking)
      : await markedWorkbook({
          bytes,
          sheet,
          marks: marksOf(marking),
          remarks: rows.map((row) => ({ row: row.row, text: remarkOf(row, language) })),
          heading: { row: headingRow, text: inLanguage(heading, language) },
        });
  return { fileName, mediaType: sheetTypes[format], body };
}
