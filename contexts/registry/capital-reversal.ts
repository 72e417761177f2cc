import type { MemberId } from '#kernel/id.ts';
import { ledgerObstacles, mirrored, type CapitalEntry } from './capital.ts';
import { leftObstacles, type CapitalObstacle } from './capital-act.ts';
import { lastNumber } from './capital-demand.ts';

/** The mirror of an act, on its own day: the book then stands as if it had never been, and both can be read. */
export const reversalOf = (act: CapitalEntry, entries: readonly CapitalEntry[]): CapitalEntry => ({
  number: lastNumber(entries) + 1,
  kind: 'reversed',
  onDay: act.onDay,
  lines: act.lines.map(({ member, form, subscribedVnd, paidVnd }) =>
    mirrored({ member, form, subscribedVnd, paidVnd }),
  ),
});

export interface Reversing {
  readonly act: CapitalEntry;
  readonly reversedAlready: boolean;
  /** Whether it came with a conversion, merger, split or dissolution. */
  readonly caused: boolean;
  readonly provenance: string;
  readonly entries: readonly CapitalEntry[];
  /** Who has left, and does not come back by this. */
  readonly hasLeft: (member: MemberId) => boolean;
}

/** Every reason why an act cannot be taken back: what came after must still hold without it. */
export function reversalObstacles({
  act,
  reversedAlready,
  caused,
  provenance,
  entries,
  hasLeft,
}: Reversing): CapitalObstacle[] {
  const obstacles: CapitalObstacle[] = [];
  if (provenance === 'reported') obstacles.push({ code: 'reported' });
  if (reversedAlready) obstacles.push({ code: 'reversed-already' });
  if (act.kind === 'reversed') obstacles.push({ code: 'is-a-reversal' });
  // It stands and falls with the act of the organisation's life, and one side of it may be in another's book.
  if (caused || act.kind === 'carried-in' || act.kind === 'carried-out') obstacles.push({ code: 'carried' });
  if (reversedAlready) return obstacles;
  const reversal = reversalOf(act, entries);
  return [
    ...obstacles,
    ...leftObstacles(entries, reversal, hasLeft),
    ...ledgerObstacles([...entries, reversal], new Set(reversal.lines.map(({ member }) => member))),
  ];
}
