import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, type Day } from '#kernel/day.ts';
import type { MemberId } from '#kernel/id.ts';
import { balancesOn, capitalForms, noAmounts, totalOf, type Balance, type CapitalEntry } from './capital.ts';
import { capitalObstacles, type CapitalMember, type CapitalWorld } from './capital-act.ts';
import { demands, enteredCapitalKinds, entryOf, leaves, type GivenAct } from './capital-demand.ts';
import { reversalObstacles, reversalOf } from './capital-reversal.ts';

const people = ['an', 'binh', 'chi', 'dung', 'em'] as MemberId[];
const [firstDay, lastDay] = [day('2024-01-01'), day('2024-03-01')];

const founders = (): Map<MemberId, CapitalMember> =>
  new Map(
    people.map((id, at) => [
      id,
      {
        id,
        standing: at === 4 ? 'associate-capital' : 'official-both',
        foreign: at === 3,
        joinedOn: firstDay,
        leftOn: null,
      },
    ]),
  );

/** One command of a random life: an act, or an earlier act taken back. */
type Step = Readonly<{ act: GivenAct; whole: boolean } | { takeBack: number }>;

const amount = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 20 })).map((tens) => tens * 10);
const givenLine = fc
  .record({
    member: fc.constantFrom(...people),
    to: fc.constantFrom(...people),
    form: fc.constantFrom(...capitalForms),
    subscribedVnd: amount,
    paidVnd: amount,
    valuationDocument: fc.constant('BB định giá 01'),
  })
  .map((line) => ({ ...line, subscribedVnd: Math.max(line.subscribedVnd, line.paidVnd) }));
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      // As the form offers it: everything the first giver has on that day.
      whole: fc.boolean(),
      act: fc.record({
        kind: fc.constantFrom(...enteredCapitalKinds),
        onDay: fc.integer({ min: 0, max: 50 }).map((days) => addDays(firstDay, days)),
        document: fc.constant('NQ 01'),
        given: fc.array(givenLine, { minLength: 1, maxLength: 2 }),
        endsMembership: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ takeBack: fc.nat({ max: 40 }) }) },
);

/** A book with the people in it: an act is entered, or refused and nothing happens. */
class Life {
  entries: readonly CapitalEntry[] = [];
  readonly members = founders();
  readonly #ending = new Map<number, readonly MemberId[]>();
  readonly #takenBack = new Set<number>();

  #world(): CapitalWorld {
    return {
      organisation: { kind: 'cooperative', provenance: 'entered', status: 'operating', foundedOn: firstDay },
      members: this.members,
      entries: this.entries,
      caps: [],
      today: lastDay,
    };
  }

  #leave(members: readonly MemberId[], leftOn: Day | null): void {
    for (const id of members) this.members.set(id, { ...this.members.get(id)!, leftOn });
  }

  #whole(act: GivenAct): GivenAct {
    const first = act.given[0]!;
    const { subscribedVnd, paidVnd } = balancesOn(this.entries, act.onDay).get(first.member) ?? noAmounts;
    return { ...act, given: [{ ...first, subscribedVnd, paidVnd }] };
  }

  #record(act: GivenAct): CapitalEntry | undefined {
    if (capitalObstacles(act, this.#world()).length > 0) return undefined;
    const entry = entryOf(act, this.entries);
    const leaving = leaves(act)
      ? [...new Set(act.given.map(({ member }) => member))].filter((id) => this.members.get(id)!.leftOn === null)
      : [];
    this.#ending.set(entry.number, leaving);
    this.#leave(leaving, act.onDay);
    return entry;
  }

  #takeBack(index: number): CapitalEntry | undefined {
    const act = this.entries[index % Math.max(1, this.entries.length)];
    if (act === undefined) return undefined;
    const back = this.#ending.get(act.number) ?? [];
    const obstacles = reversalObstacles({
      act,
      reversedAlready: this.#takenBack.has(act.number),
      caused: false,
      provenance: 'entered',
      entries: this.entries,
      hasLeft: (id) => !back.includes(id) && this.members.get(id)!.leftOn !== null,
    });
    if (obstacles.length > 0) return undefined;
    this.#takenBack.add(act.number);
    this.#leave(back, null);
    return reversalOf(act, this.entries);
  }

  play(command: Step): CapitalEntry | undefined {
    const entry =
      'act' in command
        ? this.#record(command.whole && demands[command.act.kind].way !== 'in' ? this.#whole(command.act) : command.act)
        : this.#takeBack(command.takeBack);
    if (entry !== undefined) this.entries = [...this.entries, entry];
    return entry;
  }
}

const days = Array.from({ length: 61 }, (_, at) => addDays(firstDay, at));
const book = (entries: readonly CapitalEntry[], on: Day, known?: number) =>
  JSON.stringify([...balancesOn(entries, on, known)].toSorted(([one], [other]) => one.localeCompare(other)));

function isSound({ subscribedVnd, paidVnd, byForm }: Balance): boolean {
  const forms = Object.values(byForm);
  const sum = (of: 'subscribedVnd' | 'paidVnd') => forms.reduce((all, held) => all + held[of], 0);
  return (
    paidVnd >= 0 &&
    paidVnd <= subscribedVnd &&
    forms.every((held) => held.paidVnd >= 0 && held.subscribedVnd >= 0) &&
    sum('subscribedVnd') === subscribedVnd &&
    sum('paidVnd') === paidVnd
  );
}

/** Charter capital as the law has it, told by the acts alone and not by the balances. */
const charterToldBy = (entries: readonly CapitalEntry[], on: Day): number =>
  entries
    .filter(({ onDay }) => onDay <= on)
    .flatMap(({ lines }) => lines)
    .reduce((sum, { subscribedVnd }) => sum + subscribedVnd, 0);

const sumOf = (entry: CapitalEntry, of: 'subscribedVnd' | 'paidVnd') =>
  entry.lines.reduce((sum, line) => sum + line[of], 0);

/** What each kind of act may do to the sum of all capital. */
function keepsItsKind(entry: CapitalEntry): boolean {
  const [subscribed, paid] = [sumOf(entry, 'subscribedVnd'), sumOf(entry, 'paidVnd')];
  if (entry.kind === 'transferred' || entry.kind === 'inherited') return subscribed === 0 && paid === 0;
  if (entry.kind === 'paid-in') return subscribed === 0 && paid > 0;
  if (entry.kind === 'withdrawn' || entry.kind === 'expelled') return subscribed <= 0 && paid <= 0;
  return entry.kind === 'reversed' || subscribed > 0;
}

const entered = new Map<string, number>();

function liveThrough(steps: readonly Step[]): void {
  const life = new Life();
  const seen: string[][] = [];
  for (const command of steps) {
    const before = life.entries;
    const entry = life.play(command);
    if (entry === undefined) continue;
    entered.set(entry.kind, (entered.get(entry.kind) ?? 0) + 1);
    expect(keepsItsKind(entry)).toBe(true);
    seen.push(days.map((on) => book(life.entries, on)));
    // What happens on a day changes no day before it.
    expect(days.filter((on) => on < entry.onDay && book(life.entries, on) !== book(before, on))).toEqual([]);
  }
  for (const on of days) {
    const balances = balancesOn(life.entries, on);
    expect([...balances.values()].every(isSound)).toBe(true);
    expect(totalOf(balances).subscribedVnd).toBe(charterToldBy(life.entries, on));
  }
  for (const { id, leftOn } of life.members.values())
    if (leftOn !== null) expect(balancesOn(life.entries, lastDay).get(id)?.subscribedVnd ?? 0).toBe(0);
  // What the book said of any day after entry n it says for ever.
  for (const [at, told] of seen.entries())
    expect(days.filter((on, index) => index % 7 === at % 7 && book(life.entries, on, at + 1) !== told[index])).toEqual(
      [],
    );
}

describe('any sequence of capital acts', () => {
  test('keeps the ledger equal to charter capital, nobody below nought on any day, and every past day as it was', () => {
    fc.assert(fc.property(fc.array(step, { minLength: 10, maxLength: 50 }), liveThrough), { numRuns: 700 });
    // Thousands of acts were really entered, of every kind: the property is not true of empty books only.
    expect([...entered.values()].reduce((all, count) => all + count, 0)).toBeGreaterThan(4_000);
    for (const kind of [...enteredCapitalKinds, 'reversed']) expect(entered.get(kind) ?? 0, kind).toBeGreaterThan(10);
  }, 30_000);

  test('an act and its mirror leave every day as if neither had been', () => {
    let mirrored = 0;
    const amounts = (entries: readonly CapitalEntry[], on: Day) =>
      [...balancesOn(entries, on)]
        .map(([member, { subscribedVnd, paidVnd }]) => `${member} ${subscribedVnd} ${paidVnd}`)
        .filter((line) => !line.endsWith(' 0 0'))
        .toSorted();
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 20 }), (steps) => {
        const life = new Life();
        const acts = steps.flatMap((command) => life.play(command) ?? []);
        const act = acts.at(-1);
        if (act === undefined || act.kind === 'reversed') return;
        mirrored += 1;
        const both = [...life.entries, reversalOf(act, life.entries)];
        for (const on of days) expect(amounts(both, on)).toEqual(amounts(life.entries.slice(0, -1), on));
      }),
      { numRuns: 200 },
    );
    expect(mirrored).toBeGreaterThan(100);
  });
});
