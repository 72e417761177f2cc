import type { Day } from '#kernel/day.ts';
import { handle, type DocumentReply } from '#platform/method/handle.ts';
import { dataSetReply, type DataSet } from '#platform/spreadsheet/data-set.ts';
import type { SheetColumn } from '#platform/spreadsheet/sheet.ts';
import { lineSet, patronageSet, ratingSet, sizeSet } from './data-set.store.ts';
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
import type { Words } from '#platform/spreadsheet/words.ts';

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

/** One of the sheets, with all rows of a set. */
const setReply = (name: SetName, set: DataSet, asked: Parameters<typeof dataSetReply>[2], today: Day): DocumentReply =>
  dataSetReply({ name: setNames[name], titles: setTitles[name], kindOf, coded: coded[name] }, set, asked, today);

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
