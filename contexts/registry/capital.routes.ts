import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { MemberId, OrganisationId } from '#kernel/id.ts';
import { daysOfYear } from '#kernel/reporting-year.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { openExcesses, toldOf } from './cap-excess.store.ts';
import { capitalSight, mayKeepCapital, type CapitalSight } from './capital.access.ts';
import { balancesOn, totalOf } from './capital.ts';
import { bookPage, type BookedPage } from './capital-book.store.ts';
import { closedBooksOf, closedForOf } from './capital-closed.store.ts';
import { byPerson, capitalFacts, holdersOf, type CapitalFacts } from './capital.store.ts';
import { capitalOn, capRows, shownRows } from './capital.view.ts';
import { getCapital, listCapital, listCapitalLines } from './capital.wire.ts';
import type { PublishedOrganisation } from './organisation.tables.ts';
import { organisationFacts } from './organisation.store.ts';
import { memberKinds } from './member.ts';
import { parameterOn } from './parameter.store.ts';
import { yearsOf } from './yearly.store.ts';

export const ownedOf = ({ id, unit_code }: PublishedOrganisation) => ({ organisation: id, unit: unit_code });

/** Whether there is a book at all: what the article reports is read-only, and farms and enterprises have no members. */
export const hasBook = ({ provenance, kind }: Pick<PublishedOrganisation, 'provenance' | 'kind'>): boolean =>
  provenance !== 'reported' && (memberKinds as readonly string[]).includes(kind);

/** The time in which a promise is to be paid in. A group's members promise nothing by law. */
export async function payInTime(db: Db, kind: string, on: Day) {
  if (kind === 'cooperative-group') return null;
  const found = await parameterOn(db, 'capital.payInMonths', on);
  return found === undefined ? null : { months: found.value, source: found.source, verified: found.verified };
}

/** A year's figures are those of its last day. What they say of charter capital is never overwritten: both are shown. */
async function differencesOf(db: Db, organisation: OrganisationId, { entries }: CapitalFacts) {
  const years = await yearsOf(db, organisation);
  return years.flatMap(({ year, charterCapitalVnd }) => {
    if (charterCapitalVnd === null) return [];
    const on = daysOfYear(year).until;
    const ledgerVnd = totalOf(balancesOn(entries, on)).subscribedVnd;
    return ledgerVnd === charterCapitalVnd ? [] : [{ year, on, declaredVnd: charterCapitalVnd, ledgerVnd }];
  });
}

export async function ownMembers(db: Db, organisation: OrganisationId, actor: Actor): Promise<MemberId[]> {
  const holders = await holdersOf(db, organisation);
  const own = new Set(
    holders.flatMap(({ account, person }) => (account !== null && account === actor.account ? [person] : [])),
  );
  return holders.filter(({ person }) => own.has(person)).map(({ id }) => id);
}

/** What is open of the caps; names go with the sight of the page, and of others nothing is told to a member. */
async function excessRows(
  db: Db,
  organisation: OrganisationId,
  { on, sight, holders }: { on: Day; sight: CapitalSight; holders: CapitalFacts['holders'] },
) {
  if (sight === 'own') return [];
  const rows = await openExcesses(db, organisation, on);
  if (rows.length === 0) return [];
  const told = await toldOf(db, organisation);
  const named = new Map(holders.map(({ id, name }) => [id, name]));
  const full = sight === 'full';
  return rows.map(({ member, reason, ...row }) => ({
    ...row,
    member: member === null ? null : { id: member, name: full ? (named.get(member) ?? null) : null },
    reason: full ? reason : null,
    earlier: told
      .filter((one) => one.cap === row.cap && one.member === member && one.id !== row.id)
      .map((one) => ({ ...one, reason: full ? one.reason : null, by: full ? one.by : null })),
  }));
}

/** All records of a member's person: what is asked of the one is told of all. */
export async function samePerson(db: Db, organisation: OrganisationId, member: MemberId): Promise<MemberId[]> {
  const holders = await holdersOf(db, organisation);
  const person = holders.find(({ id }) => id === member)?.person;
  return person === undefined ? [member] : holders.filter((one) => one.person === person).map(({ id }) => id);
}

const bookView = (act: BookedPage, { named, mayCorrect }: { named: boolean; mayCorrect: boolean }) => ({
  id: act.id,
  number: act.number,
  kind: act.kind,
  onDay: act.on_day,
  document: act.document,
  legalBasis: act.legal_basis,
  // Written freely, it may name people: not for who sees no names.
  note: named ? act.note : null,
  recordedAt: act.recorded_at,
  by: named ? act.by : null,
  reverses: act.reverses,
  reversedBy: act.reversed_by,
  subscribedVnd: act.sum.subscribed,
  paidVnd: act.sum.paid,
  lines: act.lines.map((line) => ({
    member: line.member,
    name: named ? line.name : null,
    form: line.form,
    subscribedVnd: line.subscribed_vnd,
    paidVnd: line.paid_vnd,
    valuationDocument: line.valuation_document,
    endsMembership: line.ends_membership,
  })),
  lineCount: act.sum.count,
  may: {
    correct:
      mayCorrect &&
      act.reversed_by === null &&
      act.cause_id === null &&
      !['reversed', 'carried-in', 'carried-out'].includes(act.kind),
  },
});

export const capitalRoutes = [
  handle(getCapital, async ({ input, actor, db, today, insist }) => {
    const organisation = await organisationFacts(db, input.organisation);
    const sight = capitalSight(actor, ownedOf(organisation));
    insist(sight !== 'none');
    const on = input.on ?? today;
    const facts = byPerson(await capitalFacts(db, organisation.id));
    const payIn = await payInTime(db, organisation.kind, on);
    const { kind } = organisation;
    const then = capitalOn(facts, { kind, on, known: input.known, payInMonths: payIn?.months ?? null });
    const keeps = sight === 'full' && hasBook(organisation);
    return {
      ...shownRows(then.rows, input, { sight, account: actor.account }),
      organisation: { id: organisation.id, name: organisation.name, kind },
      on,
      last: facts.entries.at(-1)?.number ?? 0,
      sight: sight as 'full' | 'masked' | 'own',
      ...then.total,
      lateVnd: sight === 'own' ? 0 : then.rows.reduce((sum, { lateVnd }) => sum + lateVnd, 0),
      holders: then.rows.filter(({ subscribedVnd }) => subscribedVnd > 0).length,
      caps: capRows(kind, then),
      excesses: await excessRows(db, organisation.id, { on, sight, holders: facts.holders }),
      closedBooks: sight === 'own' ? [] : await closedBooksOf(db, organisation.id),
      payIn,
      differences: sight === 'own' ? [] : await differencesOf(db, organisation.id, facts),
      may: { record: keeps, export: sight === 'full' },
    };
  }),

  handle(listCapital, async ({ input, actor, db, insist }) => {
    const organisation = await organisationFacts(db, input.organisation);
    const sight = capitalSight(actor, ownedOf(organisation));
    insist(sight !== 'none');
    const { member, ...asked } = input;
    const own = sight === 'own' ? await ownMembers(db, organisation.id, actor) : undefined;
    const wanted = member === undefined ? undefined : await samePerson(db, organisation.id, member);
    const members = own === undefined ? wanted : own.filter((id) => wanted === undefined || wanted.includes(id));
    const { items, total } = await bookPage(db, { ...asked, members });
    const closedFor = await closedForOf(db, input.organisation);
    const mayCorrect = sight === 'full' && hasBook(organisation) && closedFor === null;
    return {
      closedFor,
      total,
      items: items.map((act) => {
        const view = bookView(act, { named: sight !== 'masked', mayCorrect });
        if (own === undefined) return view;
        // Of an act that touched others too a member sees the own part.
        const sum = (of: 'subscribedVnd' | 'paidVnd') => view.lines.reduce((all, line) => all + line[of], 0);
        return {
          ...view,
          by: null,
          // Of an act of several the note may speak of the others.
          note: view.lines.length === view.lineCount ? view.note : null,
          lineCount: view.lines.length,
          subscribedVnd: sum('subscribedVnd'),
          paidVnd: sum('paidVnd'),
        };
      }),
    };
  }),

  handle(listCapitalLines, async ({ input, actor, db, insist }) => {
    const organisation = await organisationFacts(db, input.organisation);
    insist(mayKeepCapital(actor, ownedOf(organisation)));
    const { entries, holders, caps } = byPerson(await capitalFacts(db, organisation.id));
    return {
      organisation: { ...organisation, foundedOn: organisation.founded_on },
      entries: entries.map((entry) => ({ ...entry, lines: [...entry.lines] })),
      members: [...holders],
      caps: [...caps],
    };
  }),
];
