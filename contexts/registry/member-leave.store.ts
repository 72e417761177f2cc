import type { AccountId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Db } from '#platform/database/db.ts';
import { recordsOfPerson } from './member-merged.store.ts';
import { memberRecord, saveEntry, saveLeaving } from './member.store.ts';
import type { closeMembership } from './member.wire.ts';

/** Who leaves leaves by every record that is still a membership. */
export async function closeRecords(
  db: Db,
  { id, version }: Awaited<ReturnType<typeof memberRecord>>,
  { leftOn, reason }: ParsedInputOf<typeof closeMembership>,
  by: AccountId,
): Promise<number> {
  let shown = version;
  for (const member of await recordsOfPerson(db, id)) {
    const { left_on, joined_on, organisation_id: organisation } = await memberRecord(db, member);
    if (left_on !== null || joined_on > leftOn) continue;
    const next = await saveLeaving(db, member, leftOn);
    if (member === id) shown = next;
    await saveEntry(db, { member, organisation, kind: 'left', onDay: leftOn, reason }, by);
  }
  return shown;
}
