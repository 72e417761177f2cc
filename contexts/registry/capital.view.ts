import { plain } from '#kernel/text.ts';
import type { Day } from '#kernel/day.ts';
import type { AccountId, MemberId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import { balancesOf, capitalForms, countedOn, noBalance, totalOf, type Amounts, type Balance } from './capital.ts';
import type { CapitalSight } from './capital.access.ts';
import {
  basisPoints,
  capKeyOf,
  capKinds,
  capMarks,
  capOn,
  isAbove,
  type CapKind,
  type CapMark,
} from './capital-cap.ts';
import { lateOn, type Late } from './capital-late.ts';
import type { CapitalFacts, HolderRow } from './capital.store.ts';
import type { CapitalRow, CapRow, getCapital } from './capital.wire.ts';
import { isOfficial } from './member.ts';
import { heldOn } from './member-standing.ts';

type Asked = ParsedInputOf<typeof getCapital>;

interface Moment {
  readonly kind: string;
  readonly on: Day;
  readonly known: number | undefined;
  /** Months in which a promise is to be paid in; null where none is known. */
  readonly payInMonths: number | null;
}

/** The book of a day, with everything the page and the sheet say of it. */
export function capitalOn({ entries, holders, caps }: CapitalFacts, { kind, on, known, payInMonths }: Moment) {
  const counted = countedOn(entries, on, known);
  const balances = balancesOf(counted);
  const total = totalOf(balances);
  const limits = Object.fromEntries(capKinds.map((cap) => [cap, capOn(caps, capKeyOf(kind, cap), on)]));
  const byId = new Map(holders.map((holder) => [holder.id, holder]));
  const marks = capMarks(balances, byId, limits, on);
  const late = new Map(lateOn(counted, on, payInMonths).map((one) => [one.member, one]));
  const there = holders.filter(
    ({ id, joinedOn, leftOn }) => isHeld(balances.get(id)) || (joinedOn <= on && (leftOn === null || leftOn > on)),
  );
  const rows = there.map((holder) =>
    rowOf(holder, { balance: balances.get(holder.id) ?? noBalance, total, late: late.get(holder.id), marks, kind, on }),
  );
  return { balances, total, limits, marks, rows, byId, on };
}
export type CapitalOnDay = ReturnType<typeof capitalOn>;

const isHeld = (balance: Balance | undefined): boolean =>
  balance !== undefined && (balance.subscribedVnd !== 0 || balance.paidVnd !== 0);

interface Standing {
  readonly balance: Balance;
  readonly total: Amounts;
  readonly late: Late | undefined;
  readonly marks: readonly CapMark[];
  readonly kind: string;
  readonly on: Day;
}

function marksOf(holder: HolderRow, { balance, marks, kind, on }: Standing): CapitalRow['marks'] {
  const has = balance.subscribedVnd > 0;
  const hasLeft = holder.leftOn !== null && holder.leftOn <= on;
  const found: CapitalRow['marks'] = [];
  if (marks.some(({ member }) => member === holder.id)) found.push('above-cap');
  if (!has && !hasLeft && isOfficial(heldOn(holder, on).standing) && kind !== 'cooperative-group')
    found.push('official-without-capital');
  if (has && hasLeft) found.push('left-with-capital');
  return found;
}

function rowOf(holder: HolderRow, standing: Standing): CapitalRow & { readonly account: AccountId | null } {
  const { balance, total, late } = standing;
  return {
    member: holder.id,
    account: holder.account,
    name: holder.name,
    ...heldOn(holder, standing.on),
    joinedOn: holder.joinedOn,
    leftOn: holder.leftOn,
    subscribedVnd: balance.subscribedVnd,
    paidVnd: balance.paidVnd,
    byForm: capitalForms.flatMap((form) => {
      const held = balance.byForm[form];
      return held === undefined || (held.subscribedVnd === 0 && held.paidVnd === 0) ? [] : [{ form, ...held }];
    }),
    shareBasisPoints: basisPoints(balance.subscribedVnd, total.subscribedVnd),
    lateVnd: late?.lateVnd ?? 0,
    dueOn: late?.dueOn ?? null,
    marks: marksOf(holder, standing),
  };
}

const highest = (balances: ReadonlyMap<MemberId, Amounts>): number =>
  [...balances.values()].reduce((most, { subscribedVnd }) => Math.max(most, subscribedVnd), 0);

function partOf(cap: CapKind, { balances, byId, on }: CapitalOnDay): number {
  if (cap === 'stake') return highest(balances);
  const counts = (holder: HolderRow | undefined) => {
    const held = holder && heldOn(holder, on);
    return cap === 'foreign' ? held?.foreign === true : held?.standing === 'associate-capital';
  };
  return [...balances].reduce((sum, [id, { subscribedVnd }]) => (counts(byId.get(id)) ? sum + subscribedVnd : sum), 0);
}

/** The limits of the day beside what is held. A number no source gives is not compared with anything. */
export function capRows(kind: string, day: CapitalOnDay): CapRow[] {
  return capKinds
    .filter((cap) => capKeyOf(kind, cap) !== undefined)
    .map((cap) => {
      const limit = day.limits[cap];
      const partVnd = partOf(cap, day);
      const known = limit?.basisPoints ?? null;
      return {
        cap,
        basisPoints: known,
        source: limit?.source ?? null,
        verified: limit?.verified ?? false,
        partVnd,
        partBasisPoints: basisPoints(partVnd, day.total.subscribedVnd),
        isAbove: known === null ? null : isAbove(partVnd, day.total.subscribedVnd, known),
      };
    });
}

type Row = ReturnType<typeof rowOf>;

const order: Record<Asked['sort'], (one: Row, other: Row) => number> = {
  // As they come from the database: by the alphabet.
  name: () => 0,
  subscribed: (one, other) => one.subscribedVnd - other.subscribedVnd,
  '-subscribed': (one, other) => other.subscribedVnd - one.subscribedVnd,
  paid: (one, other) => one.paidVnd - other.paidVnd,
  '-paid': (one, other) => other.paidVnd - one.paidVnd,
  '-late': (one, other) => other.lateVnd - one.lateVnd,
};

const isShown: Record<Asked['show'], (row: Pick<Row, 'lateVnd' | 'marks'>) => boolean> = {
  all: () => true,
  late: ({ lateVnd }) => lateVnd > 0,
  marked: ({ marks }) => marks.length > 0,
};

/** Those of them that were asked for; who sees no names finds nobody by one. */
export function askedRows<R extends Pick<Row, 'lateVnd' | 'marks' | 'name'>>(
  rows: readonly R[],
  asked: Pick<Asked, 'search' | 'show'>,
  sight: CapitalSight,
): R[] {
  const words = sight === 'masked' ? '' : plain(asked.search ?? '');
  return rows
    .filter(isShown[asked.show])
    .filter(({ name }) => words === '' || (name !== null && plain(name).includes(words)));
}

/** The rows somebody with this sight is shown: one's own only, without names, or all. */
export function shownRows(rows: readonly Row[], asked: Asked, by: { sight: CapitalSight; account: AccountId | null }) {
  const mine = rows.filter((row) => by.sight !== 'own' || (row.account !== null && row.account === by.account));
  const sort = asked.sort === 'name' && by.sight === 'masked' ? '-subscribed' : asked.sort;
  const found = askedRows(mine, asked, by.sight).toSorted(order[sort]);
  const from = offsetOf(asked);
  const items = found.slice(from, from + asked.size).map((row) => ({
    ...row,
    name: by.sight === 'masked' ? null : row.name,
  }));
  return { items, total: found.length };
}
