import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { UnitCode } from '#kernel/place.ts';
import { offsetOf } from '#kernel/page.ts';
import { Problem } from '#kernel/problem.ts';
import { plain } from '#kernel/text.ts';
import type { Db } from '#platform/database/db.ts';
import { cardState, type Revocation } from './card.ts';
import { codeOf } from './card-code.ts';
import type { CardId, listCards } from './card.wire.ts';
import { notMerged } from './record-merger.store.ts';
import { registryIn } from './registry.tables.ts';
import { literal } from './search.store.ts';

/** Left, erased or never a member: then no card counts. `m` is the member. */
const memberEnded = (today: Day) =>
  sql<boolean>`(m.left_on <= ${today}::date or m.erased_at is not null or m.voided_by is not null)`;

/** The card goes with the membership, and with the one that carries it on. `m` is who it was given to. */
const cardEnded = (today: Day) =>
  sql<boolean>`(${memberEnded(today)} and (m.erased_at is not null or m.voided_by is not null
    or registry.carried_member(m.province, m.id, ${today}::date) is null))`;

/** Of the member `m`, whichever membership it was handed out under. */
const cardIsOfMember = sql<boolean>`c.member_id in (select registry.memberships_before(m.province, m.id))`;

interface CardOfMember {
  readonly id: CardId;
  readonly code: string;
  readonly issuedOn: Day;
  readonly expiresOn: Day;
  readonly revokedOn: Day | null;
  readonly reason: Revocation | null;
}

/** The last card of a member, as JSON: days come as text. */
const lastCard = sql<CardOfMember | null>`(
  select json_build_object('id', c.id, 'code', c.code, 'issuedOn', c.issued_on, 'expiresOn', c.expires_on,
                           'revokedOn', c.revoked_on, 'reason', c.revoked_reason)
  from registry.member_card c where ${cardIsOfMember}
  order by (c.revoked_on is null) desc, c.expires_on desc, c.recorded_at desc limit 1)`;

const hasValidCard = (today: Day) => sql<boolean>`exists (
  select from registry.member_card c
  where ${cardIsOfMember} and c.revoked_on is null and c.expires_on >= ${today}::date)`;

/** How a card calls the member: a household by its representative too. */
const calledName = sql<string | null>`case when m.party = 'person' then m.name else concat_ws(' – ', m.name, (
  select nullif(r.name, m.name) from registry.member_representative r where r.member_id = m.id and r.valid_until is null)) end`;

const withState = (card: CardOfMember, ended: boolean, today: Day) => ({
  ...card,
  state: cardState({ expiresOn: card.expiresOn, revokedOn: card.revokedOn, memberEnded: ended }, today),
});

const membersNow = (db: Db, organisation: OrganisationId, today: Day) =>
  registryIn(db)
    .selectFrom('registry.member as m')
    .where('m.organisation_id', '=', organisation)
    .where(notMerged('member', 'm.id'))
    .where(sql<boolean>`not coalesce(${memberEnded(today)}, false)`);

export async function cardPage(db: Db, filters: ParsedInputOf<typeof listCards>, today: Day) {
  let rows = membersNow(db, filters.organisation, today);
  if (filters.cards === 'valid') rows = rows.where(hasValidCard(today));
  if (filters.cards === 'missing') rows = rows.where(sql<boolean>`not ${hasValidCard(today)}`);
  if (filters.search) rows = rows.where(sql<boolean>`m.plain_name like ${`%${literal(plain(filters.search))}%`}`);
  const items = await rows
    .select(['m.id', 'm.party', 'm.standing', 'm.joined_on as joinedOn'])
    .select([calledName.as('name'), lastCard.as('card')])
    .orderBy(sql`m.name collate "vi-x-icu"`)
    .orderBy('m.id')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return {
    total,
    items: items.map(({ card, name, ...row }) => ({
      ...row,
      name: name ?? '',
      card: card === null ? null : { ...withState(card, false, today) },
    })),
  };
}

/** The last cards of these members, whether they still are members or not. */
export async function lastCards(db: Db, members: readonly MemberId[], today: Day) {
  if (members.length === 0) return new Map<MemberId, ReturnType<typeof withState>>();
  const rows = await registryIn(db)
    .selectFrom('registry.member as m')
    .select('m.id')
    .select([lastCard.as('card'), sql<boolean>`coalesce(${cardEnded(today)}, false)`.as('ended')])
    .where('m.id', 'in', members)
    .execute();
  return new Map(rows.flatMap(({ id, card, ended }) => (card === null ? [] : [[id, withState(card, ended, today)]])));
}

/** Locked, so that nobody gets two cards at once. */
export const membersForCards = (db: Db, organisation: OrganisationId, members: readonly MemberId[], today: Day) =>
  registryIn(db)
    .selectFrom('registry.member as m')
    .select(['m.id', 'm.party', 'm.erased_at', 'm.left_on'])
    .select(
      sql<Day | null>`(select max(c.expires_on)::text from registry.member_card c
        where c.member_id = m.id and c.revoked_on is null and c.expires_on >= ${today}::date)`.as('valid_until'),
    )
    .where('m.organisation_id', '=', organisation)
    .where('m.voided_by', 'is', null)
    .where('m.id', 'in', members)
    .orderBy('m.id')
    .forUpdate()
    .execute();

interface Issued {
  readonly organisation: OrganisationId;
  readonly key: number;
  readonly issuedOn: Day;
  readonly expiresOn: Day;
  readonly by: AccountId;
}

/** A card that is about to run out is replaced by the new one: nobody has two that count. */
export async function saveCards(db: Db, members: readonly MemberId[], issued: Issued) {
  if (members.length === 0) return [];
  await registryIn(db)
    .updateTable('registry.member_card')
    .set({ revoked_on: issued.issuedOn, revoked_reason: 'replaced', revoked_by: issued.by })
    .where(
      sql<boolean>`member_id in (select registry.memberships_before(platform.current_province(), u.id)
        from unnest(${members}::uuid[]) u(id))`,
    )
    .where('revoked_on', 'is', null)
    .where('expires_on', '>=', issued.issuedOn)
    .execute();
  const rows = members.map((member) => ({ id: newId<CardId>(), member }));
  await registryIn(db)
    .insertInto('registry.member_card')
    .values(
      rows.map(({ id, member }) => ({
        id,
        code: codeOf(randomBytes(10)),
        member_id: member,
        organisation_id: issued.organisation,
        key_number: issued.key,
        issued_on: issued.issuedOn,
        expires_on: issued.expiresOn,
        revoked_on: null,
        revoked_reason: null,
        note: null,
        issued_by: issued.by,
        revoked_by: null,
      })),
    )
    .execute();
  return rows.map(({ id, member }) => ({ member, card: id }));
}

/** What is printed of the valid cards of these members. */
export const printedCards = (db: Db, organisation: OrganisationId, members: readonly MemberId[], today: Day) =>
  membersNow(db, organisation, today)
    .innerJoin('registry.member_card as c', 'c.member_id', 'm.id')
    .select(['c.code', 'c.key_number', 'c.issued_on', 'c.expires_on', 'm.standing', 'm.provenance'])
    .select(calledName.as('name'))
    .where('m.id', 'in', members)
    .where('c.revoked_on', 'is', null)
    .where('c.expires_on', '>=', today)
    .orderBy(sql`m.name collate "vi-x-icu"`)
    .orderBy('c.id')
    .execute();

const cardsWithMember = (db: Db) =>
  registryIn(db)
    .selectFrom('registry.member_card as c')
    .innerJoin('registry.member as m', 'm.id', 'c.member_id')
    .innerJoin('registry.published_organisation as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'c.code', 'c.member_id', 'c.organisation_id', 'c.revoked_on', 'c.expires_on', 'c.key_number'])
    .select(['o.name as organisation_name', 'o.unit_code', 'm.provenance', calledName.as('name')]);

export async function cardForChange(db: Db, card: CardId) {
  const row = await cardsWithMember(db).where('c.id', '=', card).forUpdate('c').executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'registry.card.unknown');
  return row;
}

export const cardByCode = (db: Db, code: string, today: Day) =>
  cardsWithMember(db)
    .leftJoin(
      sql<{ id: OrganisationId; name: string; unit_code: UnitCode | null; member: MemberId }>`lateral (
        select p.id, p.name, p.unit_code, n.id as member from registry.member n
        join registry.published_organisation p on p.province = n.province and p.id = n.organisation_id
        where n.province = m.province and m.left_on <= ${today}::date
          and n.id = registry.carried_member(m.province, m.id, ${today}::date))`.as('now'),
      (join) => join.onTrue(),
    )
    .select(['now.id as now_id', 'now.name as now_name', 'now.unit_code as now_unit', 'now.member as now_member'])
    .select(sql<boolean>`coalesce(${cardEnded(today)}, false)`.as('ended'))
    .where('c.code', '=', code)
    .executeTakeFirst();

interface TakenBack {
  readonly reason: Revocation;
  readonly note: string | null;
  readonly on: Day;
  readonly by: AccountId;
}
export async function saveRevocation(db: Db, card: CardId, { reason, note, on, by }: TakenBack): Promise<void> {
  await registryIn(db)
    .updateTable('registry.member_card')
    .set({ revoked_on: on, revoked_reason: reason, note, revoked_by: by })
    .where('id', '=', card)
    .execute();
}

/** The codes that would be good by their signature and day, and count no more. */
export async function revokedCodes(db: Db, today: Day): Promise<string[]> {
  const rows = await registryIn(db)
    .selectFrom('registry.member_card as c')
    .innerJoin('registry.member as m', 'm.id', 'c.member_id')
    .select('c.code')
    .where('c.expires_on', '>=', today)
    .where(sql<boolean>`(c.revoked_on is not null or ${cardEnded(today)})`)
    .execute();
  return rows.map(({ code }) => code);
}
