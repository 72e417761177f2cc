import type { Day } from '#kernel/day.ts';
import type { MemberId } from '#kernel/id.ts';
import {
  balancesOn,
  gathered,
  givenTo,
  noAmounts,
  noBalance,
  plus,
  sumOf,
  taken,
  type Amounts,
  type Balance,
  type CapitalEntry,
  type CapitalForm,
  type CapitalKind,
  type CapitalLine,
} from './capital.ts';
import { givenByRecords, takenByRecords } from './member-person.ts';

/** Acts a person enters. What is carried between organisations comes from conversion, merger and split. */
export const enteredCapitalKinds = [
  'opening',
  'subscribed',
  'paid-in',
  'increased',
  'transferred',
  'withdrawn',
  'inherited',
  'expelled',
] as const satisfies readonly CapitalKind[];
export type EnteredCapitalKind = (typeof enteredCapitalKinds)[number];

/** What each kind of act asks for: the form shows these fields and no others. */
interface Demand {
  /** Adds to capital, or takes away; who is given it stands in `to`. */
  readonly way: 'in' | 'out' | 'over';
  readonly promised: boolean;
  readonly paid: boolean;
  readonly document: boolean;
  readonly valuation: boolean;
  /** always: the giver leaves on that day. */
  readonly leaves: 'always' | 'may' | 'never';
  readonly capped: boolean;
}
const adding = { way: 'in', leaves: 'never', document: false } as const;
export const demands: Readonly<Record<EnteredCapitalKind, Demand>> = {
  opening: { ...adding, promised: true, paid: true, valuation: false, capped: false },
  subscribed: { ...adding, promised: true, paid: true, valuation: true, capped: true },
  'paid-in': { ...adding, promised: false, paid: true, valuation: true, capped: false },
  increased: { ...adding, promised: true, paid: true, document: true, valuation: true, capped: true },
  transferred: {
    way: 'over',
    promised: true,
    paid: true,
    document: true,
    valuation: false,
    leaves: 'may',
    capped: true,
  },
  withdrawn: { way: 'out', promised: true, paid: true, document: true, valuation: false, leaves: 'may', capped: false },
  inherited: {
    way: 'over',
    promised: true,
    paid: true,
    document: true,
    valuation: false,
    leaves: 'always',
    capped: false,
  },
  // All of it goes back: there are no amounts to type.
  expelled: {
    way: 'out',
    promised: false,
    paid: false,
    document: true,
    valuation: false,
    leaves: 'always',
    capped: false,
  },
};

/** A line as it is typed: nothing is less than nought, the kind of the act says which way it goes. */
export interface GivenLine extends Amounts {
  readonly member: MemberId;
  readonly to: MemberId | null;
  readonly form: CapitalForm;
  readonly valuationDocument: string | null;
}

export interface GivenAct {
  readonly kind: EnteredCapitalKind;
  readonly onDay: Day;
  readonly document: string | null;
  readonly given: readonly GivenLine[];
  /** Who gives all leaves on that day. */
  readonly endsMembership: boolean;
}

export const leaves = ({ kind, endsMembership }: Pick<GivenAct, 'kind' | 'endsMembership'>): boolean =>
  demands[kind].leaves === 'always' || (demands[kind].leaves === 'may' && endsMembership);

/** Which records the book has of a person; most were entered once. */
type RecordsOf = ReadonlyMap<MemberId, readonly MemberId[]>;

/** The lines of the book an act makes, from the balances of its day, on the records that bear them. */
export function linesOf(
  { kind, onDay, given }: GivenAct,
  entries: readonly CapitalEntry[],
  recordsOf: RecordsOf = new Map(),
): CapitalLine[] {
  const { way, promised, paid } = demands[kind];
  const balances = new Map<MemberId, Balance>(balancesOn(entries, onDay));
  const balanceOf = (id: MemberId): Balance => balances.get(id) ?? noBalance;
  const add = (lines: readonly CapitalLine[]): readonly CapitalLine[] => {
    for (const line of lines) balances.set(line.member, plus(balanceOf(line.member), line));
    return lines;
  };
  const heldBy = (person: MemberId) => (recordsOf.get(person) ?? [person]).map((id) => ({ id, ...balanceOf(id) }));
  const lines = given.flatMap((line) => {
    const held = heldBy(line.member);
    if (way === 'in') {
      const amounts = { subscribedVnd: promised ? line.subscribedVnd : 0, paidVnd: paid ? line.paidVnd : 0 };
      const parts = takenByRecords(held, amounts);
      return add(parts.map(({ id, ...part }) => ({ member: id, form: line.form, ...part })));
    }
    const asked = kind === 'expelled' ? held.reduce<Amounts>(sumOf, noAmounts) : line;
    const out = givenByRecords(held, asked).flatMap(({ id, ...part }) => taken(id, balanceOf(id), part));
    add(out);
    const to = line.to === null ? undefined : (recordsOf.get(line.to)?.[0] ?? line.to);
    return way === 'over' && to !== undefined ? [...out, ...givenTo(to, out)] : out;
  });
  return gathered(lines);
}

export const lastNumber = (entries: readonly CapitalEntry[]): number =>
  entries.reduce((most, { number }) => Math.max(most, number), 0);

/** The entry an act would make in the book. */
export const entryOf = (act: GivenAct, entries: readonly CapitalEntry[]): CapitalEntry => ({
  number: lastNumber(entries) + 1,
  kind: act.kind,
  onDay: act.onDay,
  lines: linesOf(act, entries),
});
