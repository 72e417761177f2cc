import { handle } from '#platform/method/handle.ts';
import type { SheetRow } from '#platform/spreadsheet/sheet.ts';
import { capitalSight } from './capital.access.ts';
import { countedOn } from './capital.ts';
import { ownedOf, payInTime } from './capital.routes.ts';
import { actTexts } from './capital-book.store.ts';
import { byPerson, capitalFacts, type CapitalFacts } from './capital.store.ts';
import { askedRows, capitalOn } from './capital.view.ts';
import { exportCapital, type CapitalRow } from './capital.wire.ts';
import { bookTitles, capitalFormNames, capitalKindNames, capitalSheetNames, capitalTitles } from './capital.words.ts';
import { inLanguage, type SheetLanguage } from '#platform/spreadsheet/words.ts';
import { standingNames } from './export.words.ts';
import { organisationFacts } from './organisation.store.ts';
import { saveExportLook } from './personal.store.ts';
import { columnsOf, sheetReply } from '#platform/spreadsheet/reply.ts';

const memberRow =
  (language: SheetLanguage, named: boolean) =>
  (row: CapitalRow): SheetRow => {
    const paid = (form: CapitalRow['byForm'][number]['form']) =>
      row.byForm.find((held) => held.form === form)?.paidVnd ?? 0;
    return {
      name: named ? row.name : null,
      standing: inLanguage(standingNames[row.standing], language),
      joinedOn: row.joinedOn,
      leftOn: row.leftOn,
      subscribedVnd: row.subscribedVnd,
      paidVnd: row.paidVnd,
      money: paid('money'),
      kind: paid('kind'),
      landUse: paid('land-use'),
      intellectual: paid('intellectual-property'),
      share: row.shareBasisPoints / 100,
      lateVnd: row.lateVnd,
      dueOn: row.dueOn,
    };
  };

type Texts = Awaited<ReturnType<typeof actTexts>>;

/** The book as it was entered, a line below the other: their sums are the balances. */
function bookRows(entries: CapitalFacts['entries'], names: ReadonlyMap<string, string | null>, texts: Texts) {
  const byId = new Map(texts.map((text) => [text.id, text]));
  return (language: SheetLanguage): SheetRow[] =>
    entries.flatMap((act) =>
      act.lines.map((line) => ({
        number: act.number,
        onDay: act.onDay,
        kind: inLanguage(capitalKindNames[act.kind], language),
        name: names.get(line.member) ?? null,
        form: inLanguage(capitalFormNames[line.form], language),
        subscribedVnd: line.subscribedVnd,
        paidVnd: line.paidVnd,
        document: byId.get(act.id)?.document ?? null,
        valuation: line.valuationDocument,
        note: byId.get(act.id)?.note ?? null,
      })),
    );
}

export const capitalExportRoutes = [
  handle(exportCapital, async ({ input, actor, db, today, insist }) => {
    const organisation = await organisationFacts(db, input.organisation);
    const sight = capitalSight(actor, ownedOf(organisation));
    insist(sight === 'full' || sight === 'masked');
    const named = sight === 'full';
    const { language, format, what } = input;
    const on = input.on ?? today;
    const facts = await capitalFacts(db, organisation.id);
    const payIn = await payInTime(db, organisation.kind, on);
    const { rows: all } = capitalOn(byPerson(facts), {
      kind: organisation.kind,
      on,
      known: input.known,
      payInMonths: payIn?.months ?? null,
    });
    // The book has no such filters: it is whole.
    const rows = what === 'members' ? askedRows(all, input, sight) : all;
    if (named) {
      const filter = { present: 'all' as const, format };
      await saveExportLook(db, { organisation: organisation.id, filter, rows: rows.length, by: actor.account! });
    }
    const name = inLanguage(capitalSheetNames[what], language);
    if (what === 'members') {
      const days = { joinedOn: 'day', leftOn: 'day', dueOn: 'day' } as const;
      const money = { subscribedVnd: 'vnd', paidVnd: 'vnd', money: 'vnd', kind: 'vnd', landUse: 'vnd' } as const;
      const kinds = { ...days, ...money, intellectual: 'vnd', lateVnd: 'vnd', share: 'decimal' } as const;
      const columns = columnsOf(capitalTitles, language, kinds);
      return sheetReply({ name, columns }, format, on, () => rows.map(memberRow(language, named)));
    }
    const names = new Map(facts.holders.map((holder) => [holder.id, named ? holder.name : null]));
    const book = bookRows(countedOn(facts.entries, on, input.known), names, await actTexts(db, organisation.id));
    const kinds = { number: 'integer', onDay: 'day', subscribedVnd: 'vnd', paidVnd: 'vnd' } as const;
    const columns = columnsOf(bookTitles, language, kinds);
    return sheetReply({ name, columns }, format, on, () => book(language));
  }),
];
