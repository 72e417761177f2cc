import { addMonths, type Day } from '#kernel/day.ts';
import type { MemberId } from '#kernel/id.ts';
import { balancesOf, countedOn, type CapitalEntry } from './capital.ts';

/** What a member has promised by a day and not paid in. */
export interface Late {
  readonly member: MemberId;
  readonly unpaidVnd: number;
  /** The day by which the oldest unpaid promise should have been paid. */
  readonly dueOn: Day;
  /** Of what is unpaid, what is past its day. */
  readonly lateVnd: number;
}

interface Promise_ {
  readonly onDay: Day;
  vnd: number;
}

const keyOf = ({ onDay, lines }: CapitalEntry, sign: 1 | -1): string =>
  [
    onDay,
    ...lines
      .map(({ member, form, subscribedVnd, paidVnd }) => `${member} ${form} ${sign * subscribedVnd} ${sign * paidVnd}`)
      .toSorted(),
  ].join();

/** Without what was taken back and its mirror: a promise given back by an undoing is as old as it was, not as the undoing. */
function standing(entries: readonly CapitalEntry[]): CapitalEntry[] {
  const left = new Map<string, CapitalEntry[]>();
  for (const entry of entries.toSorted((one, other) => one.number - other.number)) {
    const taken = entry.kind === 'reversed' ? left.get(keyOf(entry, -1))?.pop() : undefined;
    if (taken === undefined) left.set(keyOf(entry, 1), [...(left.get(keyOf(entry, 1)) ?? []), entry]);
  }
  return [...left.values()].flat();
}

/** Promises by day; what is given up or taken back comes off the newest. */
function promisesOf(entries: readonly CapitalEntry[]): Map<MemberId, Promise_[]> {
  const promises = new Map<MemberId, Promise_[]>();
  const sorted = standing(entries).toSorted((one, other) =>
    one.onDay === other.onDay ? one.number - other.number : one.onDay < other.onDay ? -1 : 1,
  );
  for (const { onDay, lines } of sorted) {
    for (const { member, subscribedVnd } of lines) {
      const own = promises.get(member) ?? [];
      promises.set(member, own);
      if (subscribedVnd > 0) own.push({ onDay, vnd: subscribedVnd });
      else takeOff(own.toReversed(), -subscribedVnd);
    }
  }
  return promises;
}

function takeOff(promises: readonly Promise_[], vnd: number): void {
  let left = vnd;
  for (const promise of promises) {
    const part = Math.min(promise.vnd, left);
    promise.vnd -= part;
    left -= part;
  }
}

/** What is promised and not paid, the oldest promise being paid first. Without a known time to pay nothing is late. */
export function lateOn(entries: readonly CapitalEntry[], on: Day, months: number | null): Late[] {
  if (months === null) return [];
  const counted = countedOn(entries, on);
  const balances = balancesOf(counted);
  return [...promisesOf(counted)].flatMap(([member, promises]) => {
    const { paidVnd, subscribedVnd } = balances.get(member)!;
    takeOff(promises, paidVnd);
    const open = promises.filter(({ vnd }) => vnd > 0);
    if (open.length === 0) return [];
    const lateVnd = open
      .filter((promise) => addMonths(promise.onDay, months) < on)
      .reduce((sum, { vnd }) => sum + vnd, 0);
    return [{ member, unpaidVnd: subscribedVnd - paidVnd, dueOn: addMonths(open[0]!.onDay, months), lateVnd }];
  });
}
