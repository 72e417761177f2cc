import type { Day } from '#kernel/day.ts';

/** Which dated parameter says how many there must be at least: official members, or in a group members of any standing. */
export const minimumKeys: Readonly<Record<string, string>> = {
  cooperative: 'htx.minOfficialMembers',
  union: 'lhhtx.minOfficialMembers',
  'cooperative-group': 'tht.minMembers',
};

/** A number of law and the days on which it holds. */
export interface Minimum {
  readonly value: number;
  readonly from: Day;
  readonly until: Day | null;
}

export interface Span {
  readonly joinedOn: Day;
  readonly leftOn: Day | null;
}

const presentOn = (spans: readonly Span[], on: Day): number =>
  spans.filter(({ joinedOn, leftOn }) => joinedOn <= on && (leftOn === null || leftOn > on)).length;

const leastOn = (minimums: readonly Minimum[], on: Day): number | undefined =>
  minimums.filter(({ from, until }) => from <= on && (until === null || on <= until)).at(-1)?.value;

/**
 * Since which day there have been fewer members than the law of each day asked for: undefined when there are enough on
 * the day, or nothing is known of the law; null when there never were enough.
 */
export function underMinimumSince(
  spans: readonly Span[],
  minimums: readonly Minimum[],
  on: Day,
): Day | null | undefined {
  const isUnder = (then: Day): boolean => presentOn(spans, then) < (leastOn(minimums, then) ?? 0);
  if (!isUnder(on)) return undefined;
  const turns = [...spans.flatMap(({ joinedOn, leftOn }) => [joinedOn, leftOn]), ...minimums.map(({ from }) => from)]
    .filter((turn): turn is Day => turn !== null && turn <= on)
    .toSorted();
  const enough = turns.findLastIndex((turn) => !isUnder(turn));
  return enough === -1 ? null : (turns.slice(enough).find(isUnder) ?? null);
}
