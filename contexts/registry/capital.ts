import type { Day } from '#kernel/day.ts';
import type { Branded, MemberId } from '#kernel/id.ts';

/** What happens to capital. `opening` is what stood before the ledger; a correction is the mirror of an act. */
export const capitalKinds = [
  'opening',
  'subscribed',
  'paid-in',
  'increased',
  'transferred',
  'withdrawn',
  'inherited',
  'expelled',
  'carried-out',
  'carried-in',
  'reversed',
] as const;
export type CapitalKind = (typeof capitalKinds)[number];

/** In this order a part of a balance is taken: money first. */
export const capitalForms = ['money', 'kind', 'land-use', 'intellectual-property'] as const;
export type CapitalForm = (typeof capitalForms)[number];

export type CapitalActId = Branded<'CapitalActId'>;

/** What an act adds to a member's promised and paid capital; less than nought where it takes away. */
export interface CapitalLine {
  readonly member: MemberId;
  readonly form: CapitalForm;
  readonly subscribedVnd: number;
  readonly paidVnd: number;
}

/** An act in the book, with its place in it: what was entered first has the lower number, whatever its day. */
export interface CapitalEntry {
  readonly number: number;
  readonly kind: CapitalKind;
  readonly onDay: Day;
  readonly lines: readonly CapitalLine[];
}

export interface Amounts {
  readonly subscribedVnd: number;
  readonly paidVnd: number;
}

export type Balance = Readonly<Amounts & { byForm: Readonly<Partial<Record<CapitalForm, Amounts>>> }>;

export const noAmounts: Amounts = { subscribedVnd: 0, paidVnd: 0 };
export const noBalance: Balance = { ...noAmounts, byForm: {} };

export const sumOf = (one: Amounts, other: Amounts): Amounts => ({
  subscribedVnd: one.subscribedVnd + other.subscribedVnd,
  paidVnd: one.paidVnd + other.paidVnd,
});

export const plus = (balance: Balance, line: CapitalLine): Balance => ({
  ...sumOf(balance, line),
  byForm: { ...balance.byForm, [line.form]: sumOf(balance.byForm[line.form] ?? noAmounts, line) },
});

/** The entries that count on a day, as the book stood after entry `known`. */
export const countedOn = <Entry extends CapitalEntry>(
  entries: readonly Entry[],
  on: Day,
  known: number = Number.POSITIVE_INFINITY,
): Entry[] => entries.filter(({ onDay, number }) => onDay <= on && number <= known);

export function balancesOf(entries: readonly CapitalEntry[]): Map<MemberId, Balance> {
  const balances = new Map<MemberId, Balance>();
  for (const { lines } of entries)
    for (const line of lines) balances.set(line.member, plus(balances.get(line.member) ?? noBalance, line));
  return balances;
}

/** Every member's balance at the end of a day; `known` asks what the book said after that entry. */
export const balancesOn = (entries: readonly CapitalEntry[], on: Day, known?: number): Map<MemberId, Balance> =>
  balancesOf(countedOn(entries, on, known));

/** Charter capital is what is promised, all together; paid capital what of it has come in. */
export const totalOf = (balances: ReadonlyMap<MemberId, Amounts>): Amounts =>
  [...balances.values()].reduce<Amounts>(sumOf, noAmounts);

/**
 * The lines that take this much out of a balance, form by form. What the balance does not hold is taken from money, so
 * that the ledger refuses it with the day and nothing is lost on the way.
 */
export function taken(member: MemberId, balance: Balance, { subscribedVnd, paidVnd }: Amounts): CapitalLine[] {
  let [subscribed, paid] = [subscribedVnd, paidVnd];
  const lines = capitalForms.map((form) => {
    const held = balance.byForm[form] ?? noAmounts;
    const line = {
      member,
      form,
      subscribedVnd: Math.min(held.subscribedVnd, subscribed),
      paidVnd: Math.min(held.paidVnd, paid),
    };
    subscribed -= line.subscribedVnd;
    paid -= line.paidVnd;
    return line;
  });
  const [money, ...others] = lines as [CapitalLine, ...CapitalLine[]];
  const all = [{ ...money, ...sumOf(money, { subscribedVnd: subscribed, paidVnd: paid }) }, ...others];
  return all.filter(saysSomething).map(mirrored);
}

const saysSomething = ({ subscribedVnd, paidVnd }: Amounts): boolean => subscribedVnd !== 0 || paidVnd !== 0;

// 0 - n rather than -n: there is no negative nought in a ledger.
export const mirrored = <Line extends Amounts>(line: Line): Line => ({
  ...line,
  subscribedVnd: 0 - line.subscribedVnd,
  paidVnd: 0 - line.paidVnd,
});

/** The same amounts in the hands of another member. */
export const givenTo = (member: MemberId, lines: readonly CapitalLine[]): CapitalLine[] =>
  lines.map((line) => ({ ...mirrored(line), member }));

/** Lines of one member and form as one: a row of the book. */
export function gathered(lines: readonly CapitalLine[]): CapitalLine[] {
  const rows = new Map<string, CapitalLine>();
  for (const line of lines) {
    const key = `${line.member} ${line.form}`;
    rows.set(key, { ...line, ...sumOf(rows.get(key) ?? noAmounts, line) });
  }
  return [...rows.values()].filter(saysSomething);
}

export type LedgerObstacle = Readonly<{ code: 'below-nought' | 'paid-above-promised'; member: MemberId; onDay: Day }>;

const troubleOf = ({ subscribedVnd, paidVnd, byForm }: Balance): LedgerObstacle['code'] | undefined => {
  const amounts = Object.values(byForm).flatMap((held) => [held.subscribedVnd, held.paidVnd]);
  if (amounts.some((amount) => amount < 0)) return 'below-nought';
  return paidVnd > subscribedVnd ? 'paid-above-promised' : undefined;
};

/** Where the book breaks at the end of a day, for these members: the first day of each. */
export function ledgerObstacles(entries: readonly CapitalEntry[], members: ReadonlySet<MemberId>): LedgerObstacle[] {
  const own = entries
    .map((entry) => ({ ...entry, lines: entry.lines.filter(({ member }) => members.has(member)) }))
    .filter(({ lines }) => lines.length > 0)
    .toSorted((one, other) => (one.onDay < other.onDay ? -1 : one.onDay > other.onDay ? 1 : one.number - other.number));
  const balances = new Map<MemberId, Balance>();
  const found = new Map<MemberId, LedgerObstacle>();
  own.forEach(({ onDay, lines }, at) => {
    for (const line of lines) balances.set(line.member, plus(balances.get(line.member) ?? noBalance, line));
    if (own[at + 1]?.onDay === onDay) return;
    for (const [member, balance] of balances) {
      const code = troubleOf(balance);
      if (code !== undefined && !found.has(member)) found.set(member, { code, member, onDay });
    }
  });
  return [...found.values()];
}
