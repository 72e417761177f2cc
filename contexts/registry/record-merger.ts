import { idOf, type Branded } from '#kernel/id.ts';

/** What may have been entered twice. */
export const recordSubjects = ['organisation', 'member'] as const;
export type RecordSubject = (typeof recordSubjects)[number];

export const MergerId = idOf('MergerId');
export type MergerId = Branded<'MergerId'>;

export const mergingObstacleKinds = [
  'same-record',
  'already-merged',
  'survivor-merged',
  'reported',
  'erased',
  'other-organisation',
  'one-is-member-of-other',
  'merged-has-capital',
  'survivor-has-no-capital',
] as const;
export type MergingObstacle = (typeof mergingObstacleKinds)[number];

/** What is asked of a record before it is merged. */
export interface Standing {
  readonly id: string;
  /** For a member the organisation as it stands today; for an organisation itself. */
  readonly organisation: string;
  readonly isMerged: boolean;
  readonly isReported: boolean;
  readonly isErased: boolean;
  /** Acts in the book of an organisation's capital; a member's lines stay where they are and count for the survivor. */
  readonly hasBook: boolean;
}

interface Mergeable {
  readonly merged: Standing;
  readonly survivor: Standing;
  readonly isMemberOfOther: boolean;
  /** The merged record's book of capital was entered twice, and counts nowhere while the merger stands. */
  readonly closesBook: boolean;
}

/** Every reason why the one record cannot be shown as the other. */
export function mergingObstacles(
  subject: RecordSubject,
  { merged, survivor, isMemberOfOther, closesBook }: Mergeable,
): MergingObstacle[] {
  const found: Readonly<Record<MergingObstacle, boolean>> = {
    'same-record': merged.id === survivor.id,
    'already-merged': merged.isMerged,
    'survivor-merged': survivor.isMerged,
    reported: merged.isReported || survivor.isReported,
    erased: merged.isErased || survivor.isErased,
    'other-organisation': subject === 'member' && merged.organisation !== survivor.organisation,
    'one-is-member-of-other': isMemberOfOther,
    // Two books with numbers of their own cannot be read as one: one is the true one, the other was entered twice and is closed.
    'merged-has-capital': subject === 'organisation' && merged.hasBook && !closesBook,
    'survivor-has-no-capital': subject === 'organisation' && merged.hasBook && closesBook && !survivor.hasBook,
  };
  return mergingObstacleKinds.filter((kind) => found[kind]);
}

export type UndoingObstacle = 'undone-already' | 'members-merged-across' | 'carried-as-one';
