import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { AccountId, Branded, MemberId, OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { CapitalActId, CapitalEntry, CapitalKind, CapitalLine } from './capital.ts';
import { basisPointsOf, capKeys, type CapVersion } from './capital-cap.ts';
import { mergedMembersIn } from './member-merged.store.ts';
import { personsOf, readByPerson } from './member-person.ts';
import { formersIn } from './member-standing.store.ts';
import { idsOf } from './record-merger.store.ts';
import { refuseTooLarge } from './capital-size.store.ts';
import { registryIn } from './registry.tables.ts';

export interface BookedLine extends CapitalLine {
  readonly valuationDocument: string | null;
  readonly endsMembership: boolean;
}

export interface BookedAct extends CapitalEntry {
  readonly id: CapitalActId;
  readonly reverses: CapitalActId | null;
  /** The act of the organisation's life behind it. */
  readonly cause: Branded<'ActId'> | null;
  readonly lines: readonly BookedLine[];
}

/** The whole book of an organisation, in the order of entry. */
export async function ledgerOf(db: Db, organisation: OrganisationId): Promise<BookedAct[]> {
  const rows = await registryIn(db)
    .selectFrom('registry.capital_act as a')
    .innerJoin('registry.capital_line as l', 'l.act_id', 'a.id')
    .select(['a.id', 'a.number', 'a.kind', 'a.on_day', 'a.reverses_id', 'a.cause_id'])
    .select(['l.member_id', 'l.form', 'l.subscribed_vnd', 'l.paid_vnd', 'l.valuation_document', 'l.ends_membership'])
    .where('a.organisation_id', '=', organisation)
    .orderBy('a.number')
    .orderBy('l.member_id')
    .orderBy('l.form')
    .execute();
  const acts = new Map<CapitalActId, BookedAct & { lines: BookedLine[] }>();
  for (const row of rows) {
    const act = acts.get(row.id) ?? {
      id: row.id,
      number: row.number,
      kind: row.kind,
      onDay: row.on_day,
      reverses: row.reverses_id,
      cause: row.cause_id,
      lines: [],
    };
    act.lines.push({
      member: row.member_id,
      form: row.form,
      subscribedVnd: row.subscribed_vnd,
      paidVnd: row.paid_vnd,
      valuationDocument: row.valuation_document,
      endsMembership: row.ends_membership,
    });
    acts.set(row.id, act);
  }
  return [...acts.values()];
}

export interface NewCapitalAct {
  readonly id: CapitalActId;
  readonly organisation: OrganisationId;
  readonly kind: CapitalKind;
  readonly onDay: Day;
  readonly document?: string | null | undefined;
  readonly legalBasis?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly reverses?: CapitalActId;
  /** The act of the organisation's life behind it. */
  readonly cause?: Branded<'ActId'> | null;
  readonly by: AccountId | null;
  readonly lines: readonly (CapitalLine & Partial<BookedLine>)[];
}

async function nextNumber(db: Db, organisation: OrganisationId): Promise<number> {
  const { last } = await registryIn(db)
    .selectFrom('registry.capital_act')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), sql<number>`0`).as('last'))
    .where('organisation_id', '=', organisation)
    .executeTakeFirstOrThrow();
  return last + 1;
}

const linesAtOnce = 2_000;

/** Brings the members' rows up to what the book now says of them, in the transaction of the act. */
const carryOver = (db: Db, act: CapitalActId) =>
  sql`update registry.member m
      set contributed_vnd = m.contributed_vnd + d.paid, subscribed_vnd = m.subscribed_vnd + d.subscribed
      from (select member_id, sum(subscribed_vnd)::bigint as subscribed, sum(paid_vnd)::bigint as paid
            from registry.capital_line
            where province = platform.current_province() and act_id = ${act} group by member_id) d
      where m.province = platform.current_province() and m.id = d.member_id`.execute(db);

/** Enters an act with its lines. The organisation is locked by whoever calls, so that numbers follow one another. */
export async function saveCapitalAct(db: Db, act: NewCapitalAct): Promise<number> {
  const number = await nextNumber(db, act.organisation);
  await registryIn(db)
    .insertInto('registry.capital_act')
    .values({
      id: act.id,
      organisation_id: act.organisation,
      number,
      kind: act.kind,
      on_day: act.onDay,
      document: act.document ?? null,
      legal_basis: act.legalBasis ?? null,
      note: act.note ?? null,
      reverses_id: act.reverses ?? null,
      cause_id: act.cause ?? null,
      recorded_by: act.by,
    })
    .execute();
  const rows = act.lines.map((line) => ({
    act_id: act.id,
    organisation_id: act.organisation,
    member_id: line.member,
    form: line.form,
    subscribed_vnd: line.subscribedVnd,
    paid_vnd: line.paidVnd,
    valuation_document: line.valuationDocument ?? null,
    ends_membership: line.endsMembership ?? false,
  }));
  for (let at = 0; at < rows.length; at += linesAtOnce)
    await registryIn(db)
      .insertInto('registry.capital_line')
      .values(rows.slice(at, at + linesAtOnce))
      .execute();
  await carryOver(db, act.id);
  await refuseTooLarge(db, [act.organisation]);
  return number;
}

/**
 * Every record of who is or was a member, with what they were before and whom it stands for: names in the order of the
 * alphabet. A book takes lines of records of its own organisation only.
 */
export async function holdersOf(db: Db, organisation: OrganisationId) {
  const ids = await idsOf(db, organisation);
  const formers = await formersIn(db, ids);
  const persons = await mergedMembersIn(db, ids);
  const rows = await registryIn(db)
    .selectFrom('registry.member')
    .select(['id', 'name', 'standing', 'account_id as account', 'organisation_id as of'])
    .select(['foreign_investor as foreign', 'joined_on as joinedOn', 'left_on as leftOn'])
    .where('organisation_id', 'in', ids)
    .orderBy(sql`name collate "vi-x-icu"`)
    .orderBy('id')
    .execute();
  return rows.map(({ of, ...row }) => ({
    ...row,
    inBook: of === organisation,
    person: persons.get(row.id) ?? row.id,
    former: formers.get(row.id) ?? [],
  }));
}
export type HolderRow = Awaited<ReturnType<typeof holdersOf>>[number];

/** All versions of the limits: an act of an earlier day is asked under the law of its days. */
export async function capVersions(db: Db): Promise<CapVersion[]> {
  const rows = await registryIn(db)
    .selectFrom('registry.published_parameter')
    .select(['key', 'value', 'valid_from as from', 'valid_until as until', 'source', 'verified'])
    .where('key', 'in', capKeys)
    .orderBy('valid_from', 'desc')
    .execute();
  return rows.map(({ value, ...row }) => ({ ...row, basisPoints: basisPointsOf(value) }));
}

export interface CapitalFacts {
  readonly entries: readonly BookedAct[];
  readonly holders: readonly HolderRow[];
  readonly caps: readonly CapVersion[];
}

/** The same facts by person: who was entered twice is one holder, of all that the records hold together. */
export function byPerson({ entries, holders, caps }: CapitalFacts): CapitalFacts {
  const merged = new Map(holders.flatMap(({ id, person }) => (id === person ? [] : [[id, person] as const])));
  const persons = personsOf(holders).map(({ records }) => {
    const lefts = records.map(({ leftOn }) => leftOn);
    return {
      ...records[0],
      account: records.find(({ account }) => account !== null)?.account ?? null,
      inBook: records.some(({ inBook }) => inBook),
      joinedOn: records.map(({ joinedOn }) => joinedOn).reduce((one, other) => (other < one ? other : one)),
      leftOn: lefts.reduce((one, other) => (one === null || other === null ? null : other < one ? one : other)),
    };
  });
  return { entries: readByPerson(entries, merged), holders: persons, caps };
}

/** Which records of a person the book may name, the one that stands first. */
export const recordsIn = ({ holders }: CapitalFacts): ReadonlyMap<MemberId, readonly MemberId[]> =>
  new Map(
    personsOf(holders).map(({ id, records }) => [id, records.filter(({ inBook }) => inBook).map((one) => one.id)]),
  );

/** What an act is judged by: the book and its holders as they were entered. */
export const capitalFacts = async (db: Db, organisation: OrganisationId): Promise<CapitalFacts> => ({
  entries: await ledgerOf(db, organisation),
  holders: await holdersOf(db, organisation),
  caps: await capVersions(db),
});
