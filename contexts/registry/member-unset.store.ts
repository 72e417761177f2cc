import { sql } from 'kysely';
import type { MemberId, OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { saveAct } from './act.store.ts';
import { reverseOpenings } from './capital-opening.store.ts';
import { voidConsents, withdrawConsents } from './consent-set.store.ts';
import {
  inParts,
  insertMemberEntries,
  memberStates,
  updateMembers,
  type MemberBefore,
  type SetBy,
} from './member-set.store.ts';
import { erasePartyPersons } from './party.store.ts';
import { registryIn } from './registry.tables.ts';

/** How many lines of the ledger speak of each member. */
export async function ledgerLines(db: Db, members: readonly MemberId[]): Promise<ReadonlyMap<MemberId, number>> {
  const rows = await registryIn(db)
    .selectFrom('registry.capital_line')
    .select(['member_id as id', (eb) => eb.fn.countAll<number>().as('n')])
    .where(sql<boolean>`member_id = any(${members}::uuid[])`)
    .groupBy('member_id')
    .execute();
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** These rows never counted: the act of each organisation that says so voids them, and what tells who it was is overwritten. */
async function voidMembers(db: Db, members: ReadonlyMap<MemberId, OrganisationId>, set: SetBy): Promise<void> {
  await reverseOpenings(db, [...members.keys()], set);
  for (const organisation of new Set(members.values())) {
    const ids = [...members].flatMap(([id, of]) => (of === organisation ? [id] : []));
    const act = await saveAct(db, { organisation, kind: 'changed', onDay: set.today, note: set.reason }, set.by);
    await sql`update registry.member set voided_by = ${act}, name = null, sex = null, birth_year = null, birth_day = null,
        phone = null, hamlet = null, national_id_cipher = null, national_id_hmac = null, erased_at = now(), version = version + 1
      where province = platform.current_province() and id = any(${ids}::uuid[])`.execute(db);
  }
  await voidConsents(db, [...members.keys()], set);
  const personsOf = (table: 'registry.member_representative' | 'registry.guardian') =>
    registryIn(db)
      .selectFrom(table)
      .select('member_id')
      .where(sql<boolean>`member_id = any(${[...members.keys()]}::uuid[])`);
  const represented = await personsOf('registry.member_representative').union(personsOf('registry.guardian')).execute();
  for (const { member_id } of represented) await erasePartyPersons(db, member_id);
}

/** Puts members back to what they were, and voids those that were new. */
export async function unsaveMembers(
  db: Db,
  rows: readonly { readonly id: MemberId; readonly before: MemberBefore | null }[],
  set: SetBy,
): Promise<void> {
  const states = await memberStates(
    db,
    rows.map(({ id }) => id),
  );
  const organisationOf = (id: MemberId): OrganisationId => states.get(id)!.organisation_id;
  const changed = rows.flatMap(({ id, before }) => (before === null ? [] : [{ ...before, id }]));
  for (const part of inParts(changed)) {
    await updateMembers(db, part);
    await withdrawConsents(
      db,
      part.map(({ id, consented = [] }) => ({ member: id, fields: consented })),
      set,
    );
  }
  // All at once: an act of the ledger is taken back with all its lines.
  const made = rows.flatMap(({ id, before }) => (before === null ? [[id, organisationOf(id)] as const] : []));
  if (made.length > 0) await voidMembers(db, new Map(made), set);
  const entries = rows.map(({ id, before }) => ({
    member_id: id,
    organisation_id: organisationOf(id),
    kind: before === null ? ('undone' as const) : ('corrected' as const),
    on_day: set.today,
    fields: before === null ? [] : Object.keys(before).filter((field) => field !== 'consented'),
  }));
  for (const part of inParts(entries)) await insertMemberEntries(db, part, set);
}
