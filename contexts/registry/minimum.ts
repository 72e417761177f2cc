import type { Day } from '#kernel/day.ts';
import { isOfficial } from './member.ts';
import { heldOn, type Held } from './member-standing.ts';

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

/** A membership as a record tells it, and whose it is. */
export interface PersonSpan extends Span {
  readonly person: string;
}

/** The days on which each person was there: who was entered twice is there once. */
export function personSpans(spans: readonly PersonSpan[]): Span[] {
  const sorted = spans.toSorted((one, other) => (one.joinedOn < other.joinedOn ? -1 : 1));
  const last = new Map<string, { joinedOn: Day; leftOn: Day | null }>();
  const all: { joinedOn: Day; leftOn: Day | null }[] = [];
  for (const { person, joinedOn, leftOn } of sorted) {
    const open = last.get(person);
    if (open !== undefined && (open.leftOn === null || joinedOn <= open.leftOn)) {
      open.leftOn = longer(open.leftOn, leftOn);
      continue;
    }
    const span = { joinedOn, leftOn };
    last.set(person, span);
    all.push(span);
  }
  return all;
}

const longer = (one: Day | null, other: Day | null): Day | null => {
  if (one === null || other === null) return null;
  return one < other ? other : one;
};

/** The parts of a membership in which it was an official one: only these count in a cooperative or union. */
export function officialSpans<Of extends Span>(span: Of, held: Held): Of[] {
  const turns = (held.former ?? [])
    .filter(({ until, standing }) => standing !== null && until > span.joinedOn && (span.leftOn ?? until) >= until)
    .map(({ until }) => until)
    .toSorted();
  const starts = [span.joinedOn, ...turns];
  return starts
    .map((joinedOn, at) => ({ ...span, joinedOn, leftOn: starts[at + 1] ?? span.leftOn }))
    .filter(({ joinedOn, leftOn }) => joinedOn !== leftOn && isOfficial(heldOn(held, joinedOn).standing));
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
