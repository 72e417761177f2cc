import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { readSheets, sheetOf, stopReading } from '#platform/spreadsheet/read.ts';
import {
  formerDifferences,
  listedFormer,
  readFormerSheet,
  takeFormer,
  type FormerLine,
  type FormerSheetTrouble,
} from '#registry';
import { BadUse } from './cli-command.ts';

const expected: Readonly<Record<FormerSheetTrouble['code'], string>> = {
  'heading-missing': 'a column with this heading',
  'heading-twice': 'each heading once',
  missing: 'something in the cell',
  'too-long': 'at most 100 characters, of a document 300',
  'kind-unknown': 'xã, phường or thị trấn, in the column Loại cũ or before the name',
  'not-five-digits': "the unit's code of five digits",
  'unit-unknown': 'the code of a unit the province has today',
  'part-unknown': 'toàn bộ (whole) or một phần (part)',
  'verified-unknown': 'có (yes) or không (no)',
  'not-a-day': 'a day as 01/07/2025 or 2025-07-01',
  twice: 'each place once for a unit',
  'whole-and-more': 'một phần (part) in each row of a unit that was divided',
  'part-alone': 'the row of the other part as well',
  'day-differs': 'one day in all rows of a unit',
  'nothing-listed': 'a sheet with a row of headings and a row for each unit',
};

const said = ({ code, at, found }: FormerSheetTrouble): string =>
  `${at}: expected ${expected[code]}${found === '' ? '' : `; got ${JSON.stringify(found)}`}`;

/** The former units of a file: every wrong cell is told before anything is opened. */
export async function formerIn(file: string | undefined, units: ReadonlySet<string>): Promise<readonly FormerLine[]> {
  if (file === undefined) return [];
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch {
    throw new BadUse(`--former: expected a CSV or XLSX file; ${file} cannot be read`);
  }
  try {
    const { lines, troubles } = readFormerSheet(sheetOf(await readSheets(bytes)).rows, units);
    if (troubles.length > 0) throw new BadUse(`--former ${file}:\n${troubles.map(said).join('\n')}`);
    return lines;
  } catch (error) {
    if (error instanceof Problem) throw new BadUse(`--former: expected a CSV or XLSX file; ${file}: ${error.code}`);
    throw error;
  } finally {
    await stopReading();
  }
}

/** Gives back how many units the list did not have. */
export async function enterFormer(db: Db, lines: readonly FormerLine[], file = ''): Promise<number> {
  if (lines.length === 0) return 0;
  const { differences } = formerDifferences(await listedFormer(db), lines);
  return (await takeFormer(db, differences, { by: null, source: basename(file) })).new;
}
