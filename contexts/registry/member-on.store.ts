import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { MemberTables } from './member.tables.ts';
import { isPresent, partyEnd } from './member-merged.store.ts';
import type { Party } from './party.ts';
import { standingThen } from './member-standing.store.ts';

type MemberOn = Selectable<MemberTables['registry.member']>;

const foreignThen = (on: Day): RawBuilder<boolean> => sql<boolean>`coalesce((
  select f.foreign_investor from registry.member_former_standing f
  where f.province = m.province and f.member_id = m.id and f.undone_by is null and f.superseded_at is null
    and f.foreign_investor is not null and f.until_day > ${on}::date
  order by f.until_day limit 1), m.foreign_investor)`;

/** A group that has become a cooperative since was a member as a group. */
const partyThen = (
  on: Day,
): RawBuilder<Party> => sql<Party>`case when m.party = 'legal-person' and 'cooperative-group' = (
    select s.kind from registry.organisation_state s
    where s.province = m.province and s.organisation_id = m.party_organisation_id and s.undone_by is null
      and 'kind' = any(s.told) and s.valid_from <= ${on}::date
    order by s.valid_from desc, s.seq desc limit 1) then 'group' else m.party end`;

/** Records shown as this one: a person entered twice joined once, and holds what both hold. */
const mergedInto = sql`
  select g.merged_id from registry.record_merger g
  where g.province = m.province and g.subject = 'member' and g.undone_at is null and g.shown_as_id = m.id`;

const onDay = (on: Day): RawBuilder<MemberOn> => sql<MemberOn>`(
  select m.province, m.id, m.organisation_id, ${partyThen(on)} as party, m.party_organisation_id, ${standingThen(on)} as standing, m.name, m.plain_name, m.sex,
    m.birth_year, m.birth_day, m.phone, m.national_id_cipher, m.national_id_hmac, m.hamlet, m.account_id, j.joined_on,
    case when m.left_on <= ${on}::date and not j.is_there then greatest(m.left_on, j.left_on) end as left_on, c.paid as contributed_vnd, c.subscribed as subscribed_vnd,
    ${foreignThen(on)} as foreign_investor, m.provenance, m.erased_at, m.recorded_at, m.version, m.voided_by
  from registry.member m
  cross join lateral (
    select least(m.joined_on, min(o.joined_on)) as joined_on, max(o.left_on) as left_on,
      coalesce(bool_or(o.joined_on <= ${on}::date and (o.left_on is null or o.left_on > ${on}::date)), false) as is_there
    from registry.member o where o.province = m.province and o.id in (${mergedInto})
  ) j
  cross join lateral (
    select coalesce(sum(l.paid_vnd), 0)::bigint as paid, coalesce(sum(l.subscribed_vnd), 0)::bigint as subscribed
    from registry.capital_line l
    join registry.capital_act a on a.province = l.province and a.id = l.act_id and a.on_day <= ${on}::date
    where l.province = m.province and (l.member_id = m.id or l.member_id in (${mergedInto}))
      and l.organisation_id not in (select b.organisation_id from registry.closed_book b where b.province = platform.current_province())
  ) c
  where m.province = platform.current_province() and j.joined_on <= ${on}::date)`;

/**
 * The members as they are, or as they were on a day: who had joined, who had left by then, in which standing and with
 * what capital by the book of that day. Who they are (name, phone) is always told as it is known now.
 */
export const membersAsOf = (on: Day | undefined) =>
  (on === undefined ? sql<MemberOn>`registry.member` : onDay(on)).as<'m'>(sql.ref('m'));

/** Whether a member of `membersAsOf` had not left: on a past day both records of a person have been read together already. */
export const isPresentAsOf = (on: Day | undefined): RawBuilder<boolean> =>
  on === undefined ? isPresent : sql<boolean>`(m.left_on is null and coalesce(${partyEnd} > ${on}::date, true))`;

/** Since when the organisation that is the member has been no more, as far as that day knew. */
export const partyEndAsOf = (on: Day | undefined): RawBuilder<Day | null> =>
  on === undefined ? partyEnd : sql<Day | null>`(case when ${partyEnd} <= ${on}::date then ${partyEnd} end)`;
