import type { Day } from '#kernel/day.ts';
import { handle, type DocumentReply } from '#platform/method/handle.ts';
import type { SheetColumn, SheetRow } from '#platform/spreadsheet/sheet.ts';
import { csvStream, xlsxStream } from '#platform/spreadsheet/write.ts';
import { dataRows, lineSet, patronageSet, ratingSet, sizeSet, type DataSet } from './data-set.store.ts';
import { exportBookLines, exportPatronage, exportScorecards } from './data-set.wire.ts';
import {
  conditionNames,
  criterionNames,
  lineNames,
  outcomeNames,
  partNames,
  ratingNames,
  setNames,
  setTitles,
  sizeNames,
  untracedNames,
  yesNames,
} from './data-set.words.ts';
import { reachOf, type Reach } from './update.access.ts';
import { inLanguage, type SheetLanguage, type Words } from './update-words.ts';

type SetName = keyof typeof setNames;

/** What is kept as a code is told in words. */
const coded: Readonly<Record<SetName, Readonly<Record<string, Readonly<Record<string, Words>>>>>> = {
  rating: { class: ratingNames, criterion: criterionNames, part: partNames, verified: yesNames },
  size: { class: sizeNames, row: sizeNames, what: conditionNames, outcome: outcomeNames, verified: yesNames },
  lines: { line: lineNames },
  patronage: { traced: yesNames, untraced: untracedNames },
};

const decimals = new Set(['total', 'most', 'self', 'checked', 'needed', 'found']);
const kindOf = (key: string): SheetColumn['kind'] => {
  if (key.endsWith('Vnd')) return 'vnd';
  if (key === 'onDay') return 'day';
  if (key === 'year' || key === 'number') return 'integer';
  return decimals.has(key) ? 'decimal' : 'text';
};

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

interface Asked {
  readonly format: 'xlsx' | 'csv';
  readonly language: SheetLanguage;
}

function setReply(name: SetName, set: DataSet, { format, language }: Asked, today: Day): DocumentReply {
  const titles: Readonly<Record<string, Words>> = setTitles[name];
  const columns = Object.entries(titles).map(([key, words]) => ({
    key,
    title: inLanguage(words, language),
    kind: kindOf(key),
  }));
  const told = (row: Record<string, unknown>): SheetRow =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => {
        const words = coded[name][key]?.[String(value)];
        return [key, words === undefined ? (value as SheetRow[string]) : inLanguage(words, language)];
      }),
    );
  const sheet = { name: inLanguage(setNames[name], language), columns };
  async function* rows(db: Parameters<typeof dataRows>[0]) {
    for await (const row of dataRows(db, set)) yield told(row);
  }
  return {
    fileName: `${sheet.name} ${today}.${format}`,
    mediaType: mediaTypes[format],
    body: (db) => (format === 'xlsx' ? xlsxStream : csvStream)({ ...sheet, rows: rows(db) }),
  };
}

const seesSome = ({ everything, units, organisations }: Reach): boolean =>
  everything || units.length > 0 || organisations.length > 0;

export const dataSetRoutes = [
  handle(exportScorecards, async ({ input, actor, today, insist }) => {
    const reach = reachOf(actor);
    insist(seesSome(reach));
    return setReply(input.card, input.card === 'rating' ? ratingSet(reach) : sizeSet(reach), input, today);
  }),

  handle(exportBookLines, async ({ input, actor, today, insist }) => {
    const reach = reachOf(actor);
    insist(seesSome(reach));
    return setReply('lines', lineSet(reach), input, today);
  }),

  handle(exportPatronage, async ({ input, actor, today, insist }) => {
    const reach = reachOf(actor);
    insist(seesSome(reach));
    return setReply('patronage', patronageSet(reach), input, today);
  }),
];
