import { isProvincialOfficer, type Actor } from '#kernel/actor.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { dataSetReply, type DataRows, type DataSheet } from '#platform/spreadsheet/data-set.ts';
import type { SheetColumn } from '#platform/spreadsheet/sheet.ts';
import { inLanguage, type SheetLanguage } from '#platform/spreadsheet/words.ts';
import { saveExportLook } from '#registry';
import { mayListPairs, pairScope, pairSight, usualSubject, type PairScope } from './duplicates.access.ts';
import type { KeyKind } from './clause.ts';
import type { PairState, Subject } from './pair.ts';
import { entriesWithBoth, namedIn, pairsWithBoth } from './pair-sheet.store.ts';
import { entryNames, keyNames, setNames, setTitles, stateNames } from './pair-sheet.words.ts';
import type { PairFilters } from './pair.store.ts';
import { exportPairs, type PairSide } from './pair.wire.ts';
import { sideOf } from './pair.view.ts';
import type { ComparedRecord } from './record.store.ts';

const days = new Set(['onDay', 'foundOn', 'decidedOn']);
const kindOf = (key: string): SheetColumn['kind'] => {
  if (days.has(key)) return 'day';
  return key === 'likelihood' ? 'decimal' : 'text';
};

const clauseText = (clause: string, language: SheetLanguage): string =>
  clause
    .split('+')
    .map((key) => inLanguage(keyNames[key as KeyKind], language))
    .join(' + ');

const side = (which: 'first' | 'second', { name, organisation, unit }: PairSide) => ({
  [which]: name,
  [`${which}Organisation`]: organisation?.name ?? null,
  [`${which}Unit`]: unit?.name ?? null,
});

interface Told {
  readonly first: ComparedRecord;
  readonly second: ComparedRecord;
  readonly likelihood: number;
  readonly clauses: readonly string[];
  readonly state: PairState;
  readonly reopened: boolean;
}

interface Asked {
  readonly filters: PairFilters;
  readonly scope: PairScope;
  readonly actor: Actor;
  readonly language: SheetLanguage;
}

const told = (row: Told, { filters: { subject }, actor, language }: Asked) => {
  const sight = pairSight(actor, subject, [row.first, row.second]);
  return {
    ...side('first', sideOf(row.first, subject, sight)),
    ...side('second', sideOf(row.second, subject, sight)),
    likelihood: Math.round(row.likelihood * 1000) / 1000,
    clauses: row.clauses.map((clause) => clauseText(clause, language)).join('; '),
    state: row.reopened ? 'reopened' : row.state,
  };
};

const pairSheet = (asked: Asked): DataRows =>
  async function* rows(db) {
    for await (const row of pairsWithBoth(db, asked.filters, asked.scope))
      yield { ...told(row, asked), foundOn: row.found_on, decidedOn: row.decided_on };
  };

const decisionSheet = (asked: Asked): DataRows =>
  async function* rows(db) {
    for await (const row of entriesWithBoth(db, asked.filters, asked.scope)) {
      // A reason is written freely and may name people.
      const isFull = pairSight(asked.actor, asked.filters.subject, [row.first, row.second]) === 'full';
      const decision = isFull ? { reason: row.reason, by: row.by } : { reason: null, by: null };
      yield { ...told(row, asked), ...decision, onDay: row.on_day, kind: row.kind };
    }
  };

/** Whose members are named in a sheet can read who took it away. */
async function noteNamed(db: Db, { filters, scope, actor }: Asked, format: 'xlsx' | 'csv'): Promise<void> {
  if (filters.subject !== 'member') return;
  const unmasked = { ...scope, all: isProvincialOfficer(actor) };
  for (const named of await namedIn(db, filters, unmasked))
    await saveExportLook(db, { ...named, filter: { present: 'all', format }, by: actor.account! });
}

/** Only of members is it told in which organisation. */
const titlesOf = (what: keyof typeof setTitles, subject: Subject): DataSheet['titles'] =>
  Object.fromEntries(
    Object.entries(setTitles[what]).filter(([key]) => subject === 'member' || !key.endsWith('Organisation')),
  );

export const pairSheetRoutes = [
  handle(exportPairs, async ({ input, actor, db, today, insist }) => {
    const { what, format, language, ...filters } = input;
    const subject = filters.subject ?? usualSubject(actor);
    insist(mayListPairs(actor, subject));
    const asked: Asked = { filters: { ...filters, subject }, scope: pairScope(actor), actor, language };
    await noteNamed(db, asked, format);
    const rows = what === 'pairs' ? pairSheet(asked) : decisionSheet(asked);
    const coded = { state: stateNames, kind: entryNames };
    const sheet = { name: setNames[what][subject], titles: titlesOf(what, subject), kindOf, coded };
    return dataSetReply(sheet, rows, { format, language }, today);
  }),
];
