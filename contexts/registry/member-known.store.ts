import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import type { ConsentField } from './consent.ts';
import type { Joining } from './member.ts';
import { MemberIndex } from './member-index.ts';
import { judgeMembers, type KnownMember, type MemberDraft, type MemberJudged } from './member-set.ts';
import { leastAgesByDay } from './party.store.ts';
import { fingerprint } from './personal.cipher.ts';
import { registryIn } from './registry.tables.ts';

/** Who is a member of these organisations now. */
async function presentMembers(db: Db, organisations: readonly OrganisationId[]): Promise<KnownMember[]> {
  return registryIn(db)
    .selectFrom('registry.member')
    .select([
      'id',
      'organisation_id as organisation',
      'party',
      'party_organisation_id as partyOrganisation',
      'standing',
    ])
    .select(['sex', 'birth_year as birthYear', 'phone', 'hamlet', 'joined_on as joinedOn', 'version'])
    .select(['contributed_vnd as contributedVnd', 'subscribed_vnd as subscribedVnd', 'birth_day as birthDay'])
    .select(sql<string>`name`.as('name'))
    .select(sql<string>`plain_name`.as('plainName'))
    .select(
      sql<boolean>`exists (select from registry.guardian g
        where g.province = registry.member.province and g.member_id = registry.member.id and g.erased_at is null)`.as(
        'guarded',
      ),
    )
    .select(
      sql<ConsentField[]>`array(select c.field from registry.member_consent c
        where c.province = registry.member.province and c.member_id = registry.member.id and c.withdrawn_at is null)`.as(
        'agreed',
      ),
    )
    .select(sql<string | null>`encode(national_id_hmac, 'hex')`.as('nationalHmac'))
    .where(sql<boolean>`organisation_id = any(${organisations}::uuid[])`)
    .where('left_on', 'is', null)
    .where('voided_by', 'is', null)
    .where('erased_at', 'is', null)
    .orderBy('id')
    .execute();
}

type Terms = Pick<Joining, 'kind' | 'provenance' | 'status' | 'foundedOn'>;

async function termsOf(db: Db, organisations: readonly OrganisationId[]): Promise<Map<OrganisationId, Terms>> {
  const rows = await registryIn(db)
    .selectFrom('registry.organisation')
    .select(['id', 'kind', 'provenance', 'status', 'founded_on as foundedOn'])
    .where(sql<boolean>`id = any(${organisations}::uuid[])`)
    .where('struck_at', 'is', null)
    .execute();
  return new Map(rows.map(({ id, ...terms }) => [id, terms]));
}

export interface SetOn {
  readonly today: Day;
  readonly province: Province;
  /** A consent is told for all of them. */
  readonly isConsented: boolean;
}

/** What would become of these members, each against what is known and against the others. Nothing is written. */
export async function judgedMembers(
  db: Db,
  drafts: readonly MemberDraft[],
  { today, province, isConsented }: SetOn,
): Promise<MemberJudged[]> {
  const organisations = [...new Set(drafts.map(({ organisation }) => organisation))];
  const terms = await termsOf(db, organisations);
  const leastAge = await leastAgesByDay(db);
  const known = new MemberIndex(await presentMembers(db, organisations));
  const hmacs = new Map<string, string>();
  const hmacOf = (nationalId: string): string => {
    const before = hmacs.get(nationalId);
    if (before !== undefined) return before;
    const hmac = fingerprint(nationalId, province).toString('hex');
    hmacs.set(nationalId, hmac);
    return hmac;
  };
  return judgeMembers(drafts, {
    known,
    isConsented,
    hmacOf,
    joining: (organisation, on) => ({ ...terms.get(organisation)!, today, leastAge: leastAge(on) }),
  });
}
