import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { offsetOf } from '#kernel/page.ts';
import { Problem } from '#kernel/problem.ts';
import { daysOfYear } from '#kernel/reporting-year.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { mayKeepCapital } from './capital.access.ts';
import { basisPointsOf } from './capital-cap.ts';
import { ownedOf } from './capital.routes.ts';
import { inLanguage } from '#platform/spreadsheet/words.ts';
import { maySeeYearly } from './organisation.access.ts';
import { lockOrganisation, organisationFacts } from './organisation.store.ts';
import { parameterOn } from './parameter.store.ts';
import { columnsOf, sheetReply } from '#platform/spreadsheet/reply.ts';
import {
  hasUndivided,
  sumIn,
  undividedLines,
  undividedObstacles,
  undividedOn,
  undividedReversal,
  undividedReversalObstacles,
  type UndividedEntry,
  type UndividedObstacle,
} from './undivided.ts';
import { saveUndivided, undividedBook, undividedEntryOwner, type UndividedRecord } from './undivided.store.ts';
import { correctUndivided, exportUndivided, getUndivided, listUndivided, recordUndivided } from './undivided.wire.ts';
import {
  undividedAccountNames,
  undividedKindNames,
  undividedSheetName,
  undividedSourceNames,
  undividedTitles,
  yes,
} from './undivided.words.ts';
import { yearsOf } from './yearly.store.ts';

const rateKeys: Readonly<Record<string, string>> = {
  cooperative: 'htx.undividedFund.minRate',
  union: 'lhhtx.undividedFund.minRate',
};

async function leastRate(db: Db, kind: string, on: Day) {
  const key = rateKeys[kind];
  const found = key === undefined ? undefined : await parameterOn(db, key, on);
  if (found === undefined) return null;
  return { basisPoints: basisPointsOf(found.value), source: found.source, verified: found.verified };
}

/** Years whose declared undivided assets differ; before the first entry the book tells nothing. */
async function differencesOf(db: Db, organisation: OrganisationId, entries: readonly UndividedEntry[]) {
  const years = await yearsOf(db, organisation);
  return years.flatMap(({ year, undividedAssetsVnd }) => {
    const on = daysOfYear(year).until;
    if (undividedAssetsVnd === null || !entries.some(({ onDay }) => onDay <= on)) return [];
    const ledgerVnd = sumIn(undividedOn(entries, on), 'assets');
    return ledgerVnd === undividedAssetsVnd ? [] : [{ year, on, declaredVnd: undividedAssetsVnd, ledgerVnd }];
  });
}

const refuse = (code: string, obstacles: readonly UndividedObstacle[]): void => {
  if (obstacles.length > 0) throw new Problem('conflict', code, { obstacles });
};

const view = (entry: UndividedRecord, mayCorrect: boolean) => ({
  ...entry,
  lines: [...entry.lines],
  may: {
    correct: mayCorrect && entry.reversedBy === null && entry.cause === null && entry.kind !== 'reversed',
  },
});

export const undividedRoutes = [
  handle(getUndivided, async ({ input, actor, db, today, insist }) => {
    const organisation = await organisationFacts(db, input.organisation);
    const owned = ownedOf(organisation);
    insist(maySeeYearly(actor, owned));
    const on = input.on ?? today;
    const entries = await undividedBook(db, organisation.id);
    const items = undividedOn(entries, on, input.known);
    const keeps = mayKeepCapital(actor, owned);
    return {
      organisation: { id: organisation.id, name: organisation.name, kind: organisation.kind },
      on,
      items,
      fundVnd: sumIn(items, 'fund'),
      assetsVnd: sumIn(items, 'assets'),
      pledgeableVnd: sumIn(
        items.filter(({ pledgeBarred }) => !pledgeBarred),
        'fund',
      ),
      leastRate: await leastRate(db, organisation.kind, on),
      differences: await differencesOf(db, organisation.id, entries),
      may: {
        record: keeps && organisation.provenance !== 'reported' && hasUndivided(organisation.kind),
        export: keeps,
      },
    };
  }),

  handle(listUndivided, async ({ input, actor, db, insist }) => {
    const organisation = await organisationFacts(db, input.organisation);
    const owned = ownedOf(organisation);
    insist(maySeeYearly(actor, owned));
    const entries = (await undividedBook(db, organisation.id)).toReversed();
    const mayCorrect = mayKeepCapital(actor, owned) && organisation.provenance !== 'reported';
    const from = offsetOf(input);
    const items = entries.slice(from, from + input.size).map((entry) => view(entry, mayCorrect));
    return { items, total: entries.length };
  }),

  handle(recordUndivided, async ({ input, actor, db, today, insist, tell }) => {
    await lockOrganisation(db, input.organisation);
    const organisation = await organisationFacts(db, input.organisation);
    insist(mayKeepCapital(actor, ownedOf(organisation)));
    const entries = await undividedBook(db, organisation.id);
    const given = { ...input, document: input.document ?? null };
    const facts = { ...organisation, foundedOn: organisation.founded_on };
    refuse('registry.undivided.not-recordable', undividedObstacles(given, { organisation: facts, entries, today }));
    const number = await saveUndivided(db, { ...input, lines: undividedLines(given), by: actor.account });
    await tell('registry.undivided.recorded', { organisation: organisation.id, entry: input.id });
    return { number };
  }),

  handle(correctUndivided, async ({ input, actor, db, insist, tell }) => {
    const owner = await undividedEntryOwner(db, input.entry);
    await lockOrganisation(db, owner);
    const organisation = await organisationFacts(db, owner);
    insist(mayKeepCapital(actor, ownedOf(organisation)));
    const entries = await undividedBook(db, owner);
    const entry = entries.find(({ id }) => id === input.entry)!;
    const obstacles = undividedReversalObstacles({
      entry,
      entries,
      reversedAlready: entry.reversedBy !== null,
      caused: entry.cause !== null,
      provenance: organisation.provenance,
    });
    refuse('registry.undivided.not-correctable', obstacles);
    const { kind, onDay, lines } = undividedReversal(entry, entries);
    const told = { id: input.id, organisation: owner, kind, onDay, lines, note: input.reason };
    const number = await saveUndivided(db, { ...told, reverses: input.entry, by: actor.account });
    await tell('registry.undivided.recorded', { organisation: owner, entry: input.id });
    return { number };
  }),

  handle(exportUndivided, async ({ input, actor, db, today, insist }) => {
    const organisation = await organisationFacts(db, input.organisation);
    insist(mayKeepCapital(actor, ownedOf(organisation)));
    const { language, format } = input;
    const entries = await undividedBook(db, organisation.id);
    const columns = columnsOf(undividedTitles, language, { number: 'integer', onDay: 'day', amountVnd: 'vnd' });
    const rows = entries.flatMap((entry) =>
      entry.lines.map((line) => ({
        number: entry.number,
        onDay: entry.onDay,
        kind: inLanguage(undividedKindNames[entry.kind], language),
        account: inLanguage(undividedAccountNames[line.account], language),
        source: inLanguage(undividedSourceNames[line.source], language),
        amountVnd: line.amountVnd,
        barred: line.pledgeBarred ? inLanguage(yes, language) : null,
        document: entry.document,
        note: entry.note,
      })),
    );
    return sheetReply({ name: inLanguage(undividedSheetName, language), columns }, format, today, () => rows);
  }),
];
