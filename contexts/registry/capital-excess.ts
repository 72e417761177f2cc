import type { Day } from '#kernel/day.ts';
import type { CapKind } from './capital-cap.ts';

/** By what somebody may come above a cap; whatever else would bring it about is refused. */
export const excessCauses = ['capital', 'founded', 'converted', 'merged', 'split', 'mark', 'sheet'] as const;
export type ExcessCause = (typeof excessCauses)[number];

/** Who stands above a cap on a day. */
export interface Above {
  readonly organisation: string;
  readonly cap: CapKind;
  /** Null of a cap on several together. */
  readonly member: string | null;
  readonly basisPoints: number;
  readonly capBasisPoints: number;
}

/** What an act says of it. */
export interface Excuse {
  readonly capReason?: string | undefined;
  readonly capUntil?: Day | undefined;
}

const keyOf = ({ organisation, cap, member }: Above): string => `${organisation} ${cap} ${member ?? ''}`;

/** Whom an act has brought above a cap, or further above it; who was there before and is no higher is not its doing. */
export function raisedAbove(before: readonly Above[], after: readonly Above[]): Above[] {
  const stood = new Map(before.map((one) => [keyOf(one), one.basisPoints]));
  return after.filter((one) => one.basisPoints > (stood.get(keyOf(one)) ?? 0));
}

export type TellingObstacle = 'excess-over' | 'cap-term-past' | 'cap-term-by-officer';

/** What is told later of being above a cap: a term is first set by who keeps the book, and put off by the officer only. */
export function tellingObstacles(
  open: Readonly<{ until: Day | null }> | undefined,
  { until, isOfficer, today }: { readonly until: Day | undefined; readonly isOfficer: boolean; readonly today: Day },
): TellingObstacle[] {
  const obstacles: TellingObstacle[] = [];
  if (open === undefined) obstacles.push('excess-over');
  if (until !== undefined && until <= today) obstacles.push('cap-term-past');
  const isLater = until !== undefined && open !== undefined && open.until !== null && until > open.until;
  if (isLater && !isOfficer) obstacles.push('cap-term-by-officer');
  return obstacles;
}

export type ExcessObstacle =
  | Readonly<{ code: `${CapKind}-reason-missing`; member: string | null; basisPoints: number; capBasisPoints: number }>
  | Readonly<{ code: 'cap-term-before-act' }>;

/** Law knows such an act, and no reason to stay above: it says why, and until when it is to be mended. */
export function excessObstacles(
  raised: readonly Above[],
  { capReason, capUntil }: Excuse,
  onDay: Day,
): ExcessObstacle[] {
  if (raised.length === 0) return [];
  const missing: ExcessObstacle[] = raised.map(({ cap, member, basisPoints, capBasisPoints }) => ({
    code: `${cap}-reason-missing`,
    member,
    basisPoints,
    capBasisPoints,
  }));
  return [
    ...(capReason === undefined ? missing : []),
    ...(capUntil !== undefined && capUntil <= onDay ? [{ code: 'cap-term-before-act' as const }] : []),
  ];
}
