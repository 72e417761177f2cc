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
  /** Only told of it by the article, and read-only. */
  readonly reported: boolean;
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
  | 'reported'
  | 'not-undoable'
  | 'undone-already'
  | 'not-traced'
  | 'entered-with-record'
  | 'acts-since'
  | 'changes-since'
  | 'capital-since'
  | 'undivided-since'
  | 'records-since';

/** What is entered together with a record that was not founded here: before it there is nothing to go back to. */
const beginnings: readonly ActKind[] = ['founded', 'registered'];

/** Every reason why an act cannot be taken back: what has come after it would stand on nothing. */
export function undoObstacles(undoing: Undoing): UndoObstacle[] {
  const obstacles: UndoObstacle[] = [];
  if (!undoableActs.includes(undoing.kind)) obstacles.push('not-undoable');
  if (undoing.undone) obstacles.push('undone-already');
  else if (undoing.reported) obstacles.push('reported');
  else if (!undoing.traced) obstacles.push(beginnings.includes(undoing.kind) ? 'entered-with-record' : 'not-traced');
  if (undoing.undone) return obstacles;
  if (undoing.laterActs) obstacles.push('acts-since');
  if (undoing.laterChanges) obstacles.push('changes-since');
  if (undoing.laterCapital) obstacles.push('capital-since');
  if (undoing.laterUndivided) obstacles.push('undivided-since');
  if (undoing.laterRecords) obstacles.push('records-since');
  return obstacles;
}
