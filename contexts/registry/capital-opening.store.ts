import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { CapitalActId } from './capital.ts';
import { registryIn } from './registry.tables.ts';

/** What a member had promised and paid in before the ledger knew of it. */
export interface Opening {
  readonly member: MemberId;
  readonly organisation: OrganisationId;
  readonly onDay: Day;
  readonly subscribedVnd: number;
  readonly paidVnd: number;
}

interface By {
  readonly by: AccountId;
  readonly reason: string;
}

interface NewAct {
  readonly id: CapitalActId;
  readonly organisation_id: OrganisationId;
  readonly on_day: Day;
  readonly number: number;
  readonly reverses_id: CapitalActId | null;
}

interface NewLine {
  readonly act_id: CapitalActId;
  readonly organisation_id: OrganisationId;
  readonly member_id: MemberId;
  readonly form: string;
  readonly subscribed_vnd: number;
  readonly paid_vnd: number;
}

/** The organisations are locked, so that numbers follow one another. */
async function lastNumbers(db: Db, organisations: readonly OrganisationId[]): Promise<Map<OrganisationId, number>> {
  await registryIn(db)
    .selectFrom('registry.organisation')
    .select('id')
    .where(sql<boolean>`id = any(${organisations}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  const rows = await registryIn(db)
    .selectFrom('registry.capital_act')
    .select(['organisation_id', (eb) => eb.fn.max('number').as('last')])
    .where(sql<boolean>`organisation_id = any(${organisations}::uuid[])`)
    .groupBy('organisation_id')
    .execute();
  return new Map(rows.map(({ organisation_id, last }) => [organisation_id, last]));
}

async function insertActs(
  db: Db,
  kind: 'opening' | 'reversed',
  { acts, lines }: { readonly acts: readonly NewAct[]; readonly lines: readonly NewLine[] },
  { by, reason }: By,
): Promise<void> {
  await sql`insert into registry.capital_act (id, organisation_id, number, kind, on_day, document, reverses_id, recorded_by)
    select id, organisation_id, number, ${kind}, on_day, ${reason}, reverses_id, ${by}
    from json_to_recordset(${JSON.stringify(acts)}::json)
      as t(id uuid, organisation_id uuid, number integer, on_day date, reverses_id uuid)`.execute(db);
  await sql`insert into registry.capital_line (act_id, organisation_id, member_id, form, subscribed_vnd, paid_vnd)
    select act_id, organisation_id, member_id, form, subscribed_vnd, paid_vnd
    from json_to_recordset(${JSON.stringify(lines)}::json)
      as t(act_id uuid, organisation_id uuid, member_id uuid, form text, subscribed_vnd bigint, paid_vnd bigint)`.execute(
    db,
  );
}

/** An opening act for each organisation and day: uncapped, as all that stood before the ledger. The members' sums are theirs already. */
export async function openLedgers(db: Db, openings: readonly Opening[], by: By): Promise<void> {
  if (openings.length === 0) return;
  const numbers = await lastNumbers(db, [...new Set(openings.map(({ organisation }) => organisation))]);
  const acts = new Map<string, NewAct>();
  const lines = openings.map(({ member, organisation, onDay, subscribedVnd, paidVnd }): NewLine => {
    const key = `${organisation} ${onDay}`;
    let act = acts.get(key);
    if (act === undefined) {
      const number = (numbers.get(organisation) ?? 0) + 1;
      numbers.set(organisation, number);
      act = { id: newId(), organisation_id: organisation, on_day: onDay, number, reverses_id: null };
      acts.set(key, act);
    }
    return {
      act_id: act.id,
      organisation_id: organisation,
      member_id: member,
      form: 'money',
      subscribed_vnd: subscribedVnd,
      paid_vnd: paidVnd,
    };
  });
  await insertActs(db, 'opening', { acts: [...acts.values()], lines }, by);
}

/** The mirror of the opening acts in which these members stand: acts of a sheet that is withdrawn as a whole. */
export async function reverseOpenings(db: Db, members: readonly MemberId[], by: By): Promise<void> {
  const found = await registryIn(db)
    .selectFrom('registry.capital_act as a')
    .innerJoin('registry.capital_line as l', 'l.act_id', 'a.id')
    .select(['a.id', 'a.organisation_id', 'a.on_day', 'l.member_id', 'l.form', 'l.subscribed_vnd', 'l.paid_vnd'])
    .where(sql<boolean>`l.member_id = any(${members}::uuid[])`)
    .where('a.kind', '=', 'opening')
    .orderBy('a.organisation_id')
    .orderBy('a.number')
    .execute();
  if (found.length === 0) return;
  const numbers = await lastNumbers(db, [...new Set(found.map(({ organisation_id }) => organisation_id))]);
  const acts = new Map<CapitalActId, NewAct>();
  const lines = found.map((line): NewLine => {
    let act = acts.get(line.id);
    if (act === undefined) {
      const number = (numbers.get(line.organisation_id) ?? 0) + 1;
      numbers.set(line.organisation_id, number);
      act = { id: newId(), organisation_id: line.organisation_id, on_day: line.on_day, number, reverses_id: line.id };
      acts.set(line.id, act);
    }
    return {
      act_id: act.id,
      organisation_id: line.organisation_id,
      member_id: line.member_id,
      form: line.form,
      subscribed_vnd: -line.subscribed_vnd,
      paid_vnd: -line.paid_vnd,
    };
  });
  await insertActs(db, 'reversed', { acts: [...acts.values()], lines }, by);
  await sql`update registry.member set contributed_vnd = 0, subscribed_vnd = 0
    where province = platform.current_province() and id = any(${members}::uuid[])`.execute(db);
}
