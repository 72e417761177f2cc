import type { Day } from '#kernel/day.ts';
import { idOf, type Branded } from '#kernel/id.ts';
import type { ApplicationState, Obstacle } from './application.ts';
import type { Part } from './policy.ts';

export const DisbursementId = idOf('DisbursementId');
export type DisbursementId = Branded<'DisbursementId'>;

export const disbursementStates = ['recorded', 'confirmed', 'disputed', 'withdrawn'] as const;
export type DisbursementState = (typeof disbursementStates)[number];

export interface Given extends Part {
  readonly state: DisbursementState;
}

/** What has been handed over of a part, lines taken back left out. */
export function handedOver(part: string, lines: readonly Given[]): { count: number; amountVnd: number } {
  const standing = lines.filter((line) => line.part === part && line.state !== 'withdrawn');
  return {
    count: standing.reduce((sum, { count }) => sum + (count ?? 0), 0),
    amountVnd: standing.reduce((sum, { amountVnd }) => sum + amountVnd, 0),
  };
}

interface HandingOver {
  readonly state: ApplicationState;
  readonly decidedOn: Day | null;
  readonly granted: readonly Part[];
  readonly lines: readonly Given[];
  readonly given: Part;
  readonly givenOn: Day;
  readonly today: Day;
}

function amountObstacles({ granted, lines, given }: HandingOver): Obstacle[] {
  const { part, kind, count, amountVnd } = given;
  const most = granted.find((one) => one.part === part);
  if (most === undefined || most.kind !== kind) return [{ code: 'part-not-granted', part }];
  const already = handedOver(part, lines);
  const obstacles: Obstacle[] = [];
  const leftVnd = most.amountVnd - already.amountVnd;
  const leftCount = (most.count ?? 0) - already.count;
  if (amountVnd > leftVnd) obstacles.push({ code: 'more-than-granted', part, leftVnd });
  if ((kind === 'in-kind') !== (count !== null)) obstacles.push({ code: 'count-does-not-fit', part });
  if ((count ?? 0) > leftCount) obstacles.push({ code: 'more-pieces-than-granted', part, leftCount });
  return obstacles;
}

/** Nothing is handed over that was not approved, and no more of it. */
export function handoverObstacles(handing: HandingOver): Obstacle[] {
  const { state, decidedOn, givenOn, today } = handing;
  const obstacles: Obstacle[] = state === 'approved' ? [] : [{ code: 'not-approved' }];
  if (givenOn > today) obstacles.push({ code: 'in-the-future' });
  if (decidedOn !== null && givenOn < decidedOn) obstacles.push({ code: 'before-the-decision', decidedOn });
  return [...obstacles, ...amountObstacles(handing)];
}

export const answerObstacles = (state: DisbursementState, isRecorder: boolean): Obstacle[] => [
  ...(state === 'recorded' ? [] : [{ code: 'already-answered' }]),
  ...(isRecorder ? [{ code: 'own-entry' }] : []),
];

/** Nothing of what was approved is still to be handed over, to the piece and the đồng. */
export const isHandedOver = (granted: readonly Part[], lines: readonly Given[]): boolean =>
  granted.every(({ part, count, amountVnd }) => {
    const came = handedOver(part, lines);
    return came.amountVnd === amountVnd && came.count === (count ?? 0);
  });

/** All that was approved has come and was confirmed. */
export const isFullyReceived = (granted: readonly Part[], lines: readonly Given[]): boolean =>
  lines.every(({ state }) => state === 'confirmed' || state === 'withdrawn') && isHandedOver(granted, lines);

export const closingObstacles = (state: ApplicationState, lines: readonly Given[]): Obstacle[] => [
  ...(state === 'approved' ? [] : [{ code: 'not-approved' }]),
  ...(lines.some((line) => line.state === 'recorded') ? [{ code: 'receipt-unconfirmed' }] : []),
  ...(lines.some((line) => line.state === 'disputed') ? [{ code: 'receipt-disputed' }] : []),
];
