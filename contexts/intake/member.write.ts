import type { MemberId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { ledgerLines, memberStates, rowsOnMembers, unsaveMembers, type MemberBefore } from '#registry';
import type { Blocker, WriteRoom, WrittenBefore } from './batch.judge.ts';

/** A member changed since, or on whom others hang, is not taken back. */
export async function memberBlockers(db: Db, written: readonly WrittenBefore[]): Promise<Blocker[]> {
  const ids = written.map(({ id }) => id as MemberId);
  const states = await memberStates(db, ids, false);
  const made = written.filter(({ isNew }) => isNew).map(({ id }) => id);
  const hanging = await rowsOnMembers(db, made);
  // The first line of the ledger is the sheet's own.
  const lines = await ledgerLines(db, made as MemberId[]);
  return written.flatMap(({ row, id, version }): Blocker[] => {
    const state = states.get(id as MemberId);
    const about = {
      row,
      target: id,
      organisation: state?.organisation_id ?? null,
      name: state?.name ?? '',
      year: null,
    };
    if (state === undefined || state.erased) return [{ ...about, reason: 'erased', n: 0 }];
    const others = (hanging.get(id) ?? 0) + Math.max(0, (lines.get(id as MemberId) ?? 0) - 1);
    return [
      ...(state.version === version ? [] : [{ ...about, reason: 'changed-since' as const, n: 0 }]),
      ...(others > 0 ? [{ ...about, reason: 'has-other-records' as const, n: others }] : []),
    ];
  });
}

/** Locks these members, and refuses where somebody has changed one since it was looked at: that change is not to be lost. */
export async function insistUnchanged(
  db: Db,
  seen: readonly { readonly id: string; readonly version: number }[],
  code: string,
): Promise<void> {
  const states = await memberStates(
    db,
    seen.map(({ id }) => id as MemberId),
  );
  if (seen.some(({ id, version }) => states.get(id as MemberId)?.version !== version))
    throw new Problem('conflict', code, {});
}

export async function unsaveMemberRows(db: Db, written: readonly WrittenBefore[], room: WriteRoom): Promise<void> {
  await insistUnchanged(db, written, 'intake.batch.blocked');
  return unsaveMembers(
    db,
    written.map(({ id, before }) => ({ id: id as MemberId, before: before as MemberBefore | null })),
    room,
  );
}
