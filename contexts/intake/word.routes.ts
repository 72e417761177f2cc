import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { maySeeBatch } from './batch.access.ts';
import { loadedSheet } from './batch.load.ts';
import { placeOf } from './batch.routes.ts';
import { batchRecord, type BatchRecord } from './batch.store.ts';
import { listUnknownWords } from './batch.wire.ts';
import { textIn } from './cell-text.ts';
import { bare, datedIn, proposedMeaning, wordsUnknown } from './cell-word.ts';
import { chunksOf } from './chunk.store.ts';
import { concealed } from './draft.ts';
import { fieldOf, type BatchKind, type Field } from './field.ts';
import { leftOut, letters, type Table, type TableRow } from './table.ts';

/** More different words than a person settles by hand: then it is another column. */
const mostWords = 100;

interface Coded {
  readonly column: number;
  readonly field: Field;
}

const codedOf = (kind: BatchKind, asked: string): Coded[] =>
  asked.split(',').flatMap((pair) => {
    const [column = '', key = ''] = pair.split(':');
    const field = fieldOf(kind, key);
    return field?.words === undefined ? [] : [{ column: Number(column), field }];
  });

interface Counted extends Coded {
  readonly word: string;
  readonly text: string;
  rows: number;
}

function countWords(into: Map<string, Counted>, row: TableRow, coded: readonly Coded[]): void {
  for (const { column, field } of coded) {
    const cell = row.cells.find((one) => one.column === column);
    const whole = cell === undefined ? '' : textIn(cell);
    const written = field.reader === 'dated-word' ? datedIn(whole).word : whole;
    const unknown = wordsUnknown(written, field.words!, field.reader === 'words');
    for (const text of unknown) {
      const word = bare(text).slice(0, 300);
      const key = `${field.key} ${word}`;
      const before = into.get(key);
      if (before === undefined) into.set(key, { column, field, word, text: text.trim().slice(0, 300), rows: 1 });
      else before.rows += 1;
    }
  }
}

async function unknownWords(
  db: Db,
  batch: BatchRecord,
  { sheet, table, coded }: { sheet: number; table: Table; coded: readonly Coded[] },
): Promise<Counted[]> {
  const words = new Map<string, Counted>();
  const all = new Set(table.columns.map(({ column }) => column));
  for await (const rows of chunksOf(db, { batch: batch.id, sheet }))
    for (const row of rows)
      if (row.number > table.lastHeading && leftOut(row, table, all) === undefined) countWords(words, row, coded);
  // A person's number is no word, whatever the column is called.
  return [...words.values()].filter(({ text }) => concealed(null, text) === text).toSorted((a, b) => b.rows - a.rows);
}

export const wordRoutes = [
  handle(listUnknownWords, async ({ input, actor, db, insist }) => {
    const batch = await batchRecord(db, input.batch);
    insist(maySeeBatch(actor, placeOf(batch)));
    const { sheet, kind } = input;
    const coded = codedOf(kind, input.columns);
    const { table } = await loadedSheet(db, batch, sheet, kind);
    if (table === undefined || coded.length === 0) return { items: [], more: 0 };
    const words = await unknownWords(db, batch, { sheet, table, coded });
    return {
      items: words.slice(0, mostWords).map(({ field, column, word, text, rows }) => ({
        field: field.key,
        column,
        letter: letters(column),
        heading: table.columns.find((one) => one.column === column)?.heading ?? '',
        word,
        text,
        rows,
        proposed: [...proposedMeaning(text, field.words!)],
      })),
      more: Math.max(0, words.length - mostWords),
    };
  }),
];
