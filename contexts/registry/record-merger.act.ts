import type { AccountId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { mergingObstacles, type MergerId, type MergingObstacle, type RecordSubject } from './record-merger.ts';
import {
  carriedAsOne,
  isMemberOfOther,
  lockRecords,
  membersMergedAcross,
  mergerForChange,
  oneMergerAtATime,
  saveMerger,
  saveUndoing,
  standingsOf,
  type NewMerger,
} from './record-merger.store.ts';

export interface Merging {
  readonly subject: RecordSubject;
  readonly merged: string;
  readonly survivor: string;
  readonly closesBook?: boolean;
}

/** Why the one cannot be shown as the other; nothing where it can. */
export async function whyNotMerge(
  db: Db,
  { subject, merged, survivor, closesBook = false }: Merging,
): Promise<MergingObstacle[]> {
  const standings = await standingsOf(db, subject, [merged, survivor]);
  const [one, other] = [standings.get(merged), standings.get(survivor)];
  if (one === undefined || other === undefined) throw new Problem('not-found', `registry.${subject}.unknown`);
  return mergingObstacles(subject, {
    merged: one,
    survivor: other,
    closesBook,
    isMemberOfOther: subject === 'organisation' && (await isMemberOfOther(db, merged, survivor)),
  });
}

/** Shows the one record as the other from now on. No row of either is touched. Whoever calls has insisted. */
export async function mergeRecords(db: Db, given: NewMerger): Promise<void> {
  await oneMergerAtATime(db);
  await lockRecords(db, given.subject, [given.merged, given.survivor]);
  const obstacles = await whyNotMerge(db, given);
  if (obstacles.length > 0) throw new Problem('conflict', 'registry.record-merger.not-mergeable', { obstacles });
  await saveMerger(db, given);
}

/** Both stand for themselves again. What was merged into the merged one stays with it. */
export async function undoMerger(
  db: Db,
  merger: MergerId,
  { by, reason }: { readonly by: AccountId; readonly reason: string },
): Promise<void> {
  await oneMergerAtATime(db);
  const found = await mergerForChange(db, merger);
  if (found.undone_at !== null)
    throw new Problem('conflict', 'registry.record-merger.not-undoable', { obstacles: ['undone-already'] });
  await lockRecords(db, found.subject, [found.merged_id, found.survivor_id]);
  // Two who part again would have one membership between them in the organisation that carries them on.
  if (found.subject === 'member' && (await carriedAsOne(db, found)))
    throw new Problem('conflict', 'registry.record-merger.not-undoable', { obstacles: ['carried-as-one'] });
  await saveUndoing(db, found, by, reason);
  if (found.subject === 'organisation' && (await membersMergedAcross(db)) > 0)
    throw new Problem('conflict', 'registry.record-merger.not-undoable', { obstacles: ['members-merged-across'] });
}
