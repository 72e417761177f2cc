import type { ActKind } from './act.ts';

/** Acts that can be taken back when they were entered in error; what only tells something is corrected by telling it rightly. */
export const undoableActs: readonly ActKind[] = [
  'founded',
  'registered',
  'converted',
  'merged',
  'split',
  'suspended',
  'resumed',
  'dissolving',
  'dissolution-notice',
  'debts-settled',
  'capital-returned',
  'assets-handed',
  'dissolved',
  'revoked',
];

export interface Undoing {
  readonly kind: ActKind;
  readonly undone: boolean;
  /** Was what it changed written down when it was entered? */
  readonly traced: boolean;
  /** On any organisation it touched: an act, a change of a row, of capital, or a new record of one it made. */
  readonly laterActs: boolean;
  readonly laterChanges: boolean;
  readonly laterCapital: boolean;
  readonly laterUndivided: boolean;
  readonly laterRecords: boolean;
}

export type UndoObstacle =
  | 'not-undoable'
  | 'undone-already'
  | 'not-traced'
  | 'acts-since'
  | 'changes-since'
  | 'capital-since'
  | 'undivided-since'
  | 'records-since';

/** Every reason why an act cannot be taken back: what has come after it would stand on nothing. */
export function undoObstacles(undoing: Undoing): UndoObstacle[] {
  const obstacles: UndoObstacle[] = [];
  if (!undoableActs.includes(undoing.kind)) obstacles.push('not-undoable');
  if (undoing.undone) obstacles.push('undone-already');
  else if (!undoing.traced) obstacles.push('not-traced');
  if (undoing.undone) return obstacles;
  if (undoing.laterActs) obstacles.push('acts-since');
  if (undoing.laterChanges) obstacles.push('changes-since');
  if (undoing.laterCapital) obstacles.push('capital-since');
  if (undoing.laterUndivided) obstacles.push('undivided-since');
  if (undoing.laterRecords) obstacles.push('records-since');
  return obstacles;
}
