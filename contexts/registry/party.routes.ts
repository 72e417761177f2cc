import type { Day } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { mayKeepMembers, ownedMember } from './member.access.ts';
import { lockMember, memberRecord, saveEntry } from './member.store.ts';
import { erasingObstacles } from './representative.ts';
import { isUnder, representingObstacles } from './party.ts';
import {
  eraseRepresentativeRow,
  guardianOf,
  leastAges,
  memberRepresentatives,
  representativeOf,
  saveGuardian,
  saveMemberRepresentative,
} from './party.store.ts';
import { eraseMemberRepresentative, recordGuardian, recordMemberRepresentative } from './party.wire.ts';

type Member = Awaited<ReturnType<typeof memberRecord>>;

/** Under age today, as far as it is known. */
export async function isUnderAge(db: Db, member: Member, today: Day): Promise<boolean> {
  const birth = { birthYear: member.birth_year, birthDay: member.birth_day };
  const minor = isUnder(birth, today, (await leastAges(db, today)).official);
  return member.party === 'person' && (minor === true || minor === 'open');
}

/** Who stands for the member and who answers for it, as those who keep the list see it. */
export async function partyPersons(db: Db, member: Member, today: Day) {
  const representatives = (await memberRepresentatives(db, member.id)).map((row) => ({
    id: row.id,
    name: row.name,
    relation: row.relation,
    phone: row.phone,
    from: row.valid_from,
    until: row.valid_until,
    erased: row.erased_at !== null,
  }));
  const guardian = (await isUnderAge(db, member, today)) ? await guardianOf(db, member.id) : undefined;
  if (guardian === undefined || guardian.erased_at !== null) return { representatives, guardian: null };
  const { erased_at: _, ...told } = guardian;
  return { representatives, guardian: told };
}

export const partyRoutes = [
  handle(recordMemberRepresentative, async ({ input, actor, db, today, insist }) => {
    await lockMember(db, input.member);
    const record = await memberRecord(db, input.member);
    insist(mayKeepMembers(actor, ownedMember(record)));
    const present = (await memberRepresentatives(db, record.id)).find(({ valid_until }) => valid_until === null);
    const obstacles = representingObstacles({
      party: record.party,
      erased: record.erased_at !== null,
      leftOn: record.left_on,
      joinedOn: record.joined_on,
      since: present?.valid_from ?? null,
      from: input.from,
      today,
    });
    if (obstacles.length > 0)
      throw new Problem('conflict', 'registry.member-representative.not-recordable', { obstacles });
    await saveMemberRepresentative(db, input, actor.account!);
    const entry = { member: record.id, organisation: record.organisation_id, onDay: input.from };
    await saveEntry(db, { ...entry, kind: 'represented', fields: ['representative'] }, actor.account!);
    return {};
  }),

  handle(eraseMemberRepresentative, async ({ input, actor, db, today, insist }) => {
    const row = await representativeOf(db, input.representative);
    const record = await memberRecord(db, row.member_id);
    insist(mayKeepMembers(actor, ownedMember(record)));
    const obstacles = erasingObstacles({
      until: row.valid_until,
      erased: row.erased_at !== null,
      organisationStatus: record.status,
      today,
    });
    if (obstacles.length > 0)
      throw new Problem('conflict', 'registry.member-representative.not-erasable', { obstacles });
    await eraseRepresentativeRow(db, row.id);
    const entry = { member: record.id, organisation: record.organisation_id, onDay: today, reason: input.reason };
    await saveEntry(db, { ...entry, kind: 'erased', fields: ['representative'] }, actor.account!);
    return {};
  }),

  handle(recordGuardian, async ({ input, actor, db, today, insist }) => {
    await lockMember(db, input.member);
    const record = await memberRecord(db, input.member);
    insist(mayKeepMembers(actor, ownedMember(record)));
    const obstacles = [
      ...(record.erased_at === null ? [] : ['erased' as const]),
      ...((await isUnderAge(db, record, today)) ? [] : ['guardian-of-an-adult' as const]),
      ...(input.consentedOn > today ? ['consented-in-future' as const] : []),
    ];
    if (obstacles.length > 0) throw new Problem('conflict', 'registry.guardian.not-recordable', { obstacles });
    await saveGuardian(db, record.id, input, actor.account!);
    const entry = { member: record.id, organisation: record.organisation_id, onDay: input.consentedOn };
    await saveEntry(db, { ...entry, kind: 'guarded', fields: ['guardian'] }, actor.account!);
    return {};
  }),
];
