import type { AccountId, MemberId, OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { Problem } from '#kernel/problem.ts';
import type { Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { mayKeepCapital } from './capital.access.ts';
import { capitalObstacles, type CapitalObstacle, type CapitalWorld } from './capital-act.ts';
import { capsAbove, settleExcess } from './capital-excess.store.ts';
import { capitalActRecord } from './capital-book.store.ts';
import { ledgerObstacles } from './capital.ts';
import { lastNumber, leaves, linesOf, type GivenAct } from './capital-demand.ts';
import { reversalObstacles, reversalOf } from './capital-reversal.ts';
import { ownedOf } from './capital.routes.ts';
import {
  byPerson,
  capitalFacts,
  recordsIn,
  saveCapitalAct,
  type CapitalFacts,
  type HolderRow,
} from './capital.store.ts';
import { correctCapital, recordCapital } from './capital.wire.ts';
import { saveEntry, saveLeaving, saveReturn } from './member.store.ts';
import { lockOrganisation, organisationFacts } from './organisation.store.ts';
import type { PublishedOrganisation } from './organisation.tables.ts';

/** The organisation with its book and everybody in it, as the rules ask of it. */
export const worldOf = (organisation: PublishedOrganisation, facts: CapitalFacts, today: Day): CapitalWorld => ({
  organisation: { ...organisation, foundedOn: organisation.founded_on },
  members: new Map(facts.holders.map((holder) => [holder.id, holder])),
  entries: facts.entries,
  caps: facts.caps,
  today,
});

/** Refuses with all reasons, each with the name of whom it is about. */
function refuse(code: string, obstacles: readonly CapitalObstacle[], holders: readonly HolderRow[]): void {
  if (obstacles.length === 0) return;
  const nameOf = (obstacle: CapitalObstacle) =>
    'member' in obstacle ? { name: holders.find(({ id }) => id === obstacle.member)?.name ?? '…' } : {};
  throw new Problem('conflict', code, { obstacles: obstacles.map((one) => ({ ...one, ...nameOf(one) })) });
}

const givenOf = (input: ParsedInputOf<typeof recordCapital>): GivenAct => ({
  kind: input.kind,
  onDay: input.onDay,
  document: input.document ?? null,
  endsMembership: input.endsMembership,
  given: input.lines.map((line) => ({
    ...line,
    to: line.to ?? null,
    valuationDocument: line.valuationDocument ?? null,
  })),
});

/** Who leaves by the act: those who give, as far as they are still there on that day. */
const leaversOf = (act: GivenAct, { members }: CapitalWorld): ReadonlySet<MemberId> =>
  new Set(
    leaves(act)
      ? act.given
          .map(({ member }) => member)
          .filter((member) => {
            const { leftOn } = members.get(member)!;
            return leftOn === null || leftOn > act.onDay;
          })
      : [],
  );

/** The lines of an act as the records of each person bear them, and where one of these could not. */
function bookedLines(act: GivenAct, book: CapitalFacts) {
  const personOf = new Map(book.holders.map(({ id, person }) => [id, person]));
  const lines = linesOf(act, book.entries, recordsIn(book)).map((line) => ({
    ...line,
    person: personOf.get(line.member) ?? line.member,
  }));
  const entry = { number: lastNumber(book.entries) + 1, kind: act.kind, onDay: act.onDay, lines };
  return { lines, obstacles: ledgerObstacles([...book.entries, entry], new Set(lines.map(({ member }) => member))) };
}

/** Founders are entered one after another: until the last is, somebody stands above the cap by no act's doing. */
const asksReason = ({ onDay }: GivenAct, { organisation, entries }: CapitalWorld): boolean =>
  onDay !== organisation.foundedOn || entries.some((entry) => entry.onDay !== onDay);

/** Whoever leaves leaves by every record that is there on that day. */
const recordsLeaving = (persons: ReadonlySet<MemberId>, { holders }: CapitalFacts, on: Day): ReadonlySet<MemberId> =>
  new Set(
    holders
      .filter(
        ({ person, joinedOn, leftOn }) => persons.has(person) && joinedOn <= on && (leftOn === null || leftOn > on),
      )
      .map(({ id }) => id),
  );

interface Leaving {
  readonly organisation: OrganisationId;
  readonly members: Iterable<MemberId>;
  readonly leftOn: Day;
  readonly reason: string | undefined;
}

async function endMemberships(db: Db, leaving: Leaving, by: AccountId): Promise<void> {
  for (const member of leaving.members) {
    await saveLeaving(db, member, leaving.leftOn);
    const { organisation, leftOn, reason } = leaving;
    await saveEntry(db, { member, organisation, kind: 'left', onDay: leftOn, reason }, by);
  }
}

export const capitalRecordRoutes = [
  handle(recordCapital, async ({ input, actor, db, today, insist, tell }) => {
    await lockOrganisation(db, input.organisation);
    const organisation = await organisationFacts(db, input.organisation);
    insist(mayKeepCapital(actor, ownedOf(organisation)));
    const above = await capsAbove(db, [organisation.id], today);
    const book = await capitalFacts(db, organisation.id);
    const facts = byPerson(book);
    const world = worldOf(organisation, facts, today);
    const act = givenOf(input);
    refuse('registry.capital.not-recordable', capitalObstacles(act, world), facts.holders);
    const { lines, obstacles } = bookedLines(act, book);
    refuse('registry.capital.not-recordable', obstacles, book.holders);

    const leaving = recordsLeaving(leaversOf(act, world), book, act.onDay);
    const valuations = new Map(act.given.map((line) => [`${line.member} ${line.form}`, line.valuationDocument]));
    const number = await saveCapitalAct(db, {
      ...input,
      by: actor.account,
      lines: lines.map(({ person, ...line }) => ({
        ...line,
        valuationDocument: valuations.get(`${person} ${line.form}`) ?? null,
        endsMembership: leaving.has(line.member),
      })),
    });
    await settleExcess(db, {
      organisations: [organisation.id],
      before: above,
      cause: 'capital',
      onDay: act.onDay,
      today,
      by: actor.account,
      excuse: input,
      ...(asksReason(act, world) && { code: 'registry.capital.not-recordable' }),
    });
    const ended = { organisation: organisation.id, members: leaving, leftOn: act.onDay, reason: input.note };
    await endMemberships(db, ended, actor.account!);
    await tell('registry.capital.recorded', { organisation: organisation.id, act: input.id, kind: input.kind });
    for (const member of leaving) await tell('registry.member.left', { member, organisation: organisation.id });
    return { number };
  }),

  handle(correctCapital, async ({ input, actor, db, today, insist, tell }) => {
    const { organisation_id } = await capitalActRecord(db, input.act);
    await lockOrganisation(db, organisation_id);
    const organisation = await organisationFacts(db, organisation_id);
    insist(mayKeepCapital(actor, ownedOf(organisation)));
    const { reversed_by } = await capitalActRecord(db, input.act);
    const { entries, holders } = await capitalFacts(db, organisation.id);
    const act = entries.find(({ id }) => id === input.act)!;
    const personOf = new Map(holders.map(({ id, person }) => [id, person]));
    const gone = new Set(act.lines.flatMap((line) => (line.endsMembership ? [personOf.get(line.member)] : [])));
    const back = new Set(holders.filter((one) => gone.has(one.person) && one.leftOn === act.onDay).map(({ id }) => id));
    const leftOn = new Map(holders.map((holder) => [holder.id, holder.leftOn]));
    const obstacles = reversalObstacles({
      act,
      reversedAlready: reversed_by !== null,
      caused: act.cause !== null,
      provenance: organisation.provenance,
      entries,
      hasLeft: (member) => !back.has(member) && (leftOn.get(member) ?? null) !== null,
    });
    refuse('registry.capital.not-correctable', obstacles, holders);

    const { kind, onDay, lines } = reversalOf(act, entries);
    const told = { id: input.id, organisation: organisation.id, kind, onDay, lines };
    const number = await saveCapitalAct(db, { ...told, reverses: input.act, note: input.reason, by: actor.account });
    for (const member of back) {
      await saveReturn(db, member);
      const entry = { member, organisation: organisation.id, kind: 'corrected' as const, onDay: today };
      await saveEntry(db, { ...entry, fields: ['leftOn'], reason: input.reason }, actor.account!);
    }
    await tell('registry.capital.recorded', { organisation: organisation.id, act: input.id, kind });
    return { number };
  }),
];
