import { sql, type RawBuilder } from 'kysely';
import { today, type Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { figureNow, lastValue, valueBefore } from './figure.store.ts';
import type { StoryKey, StoryStep } from './story.ts';

interface Trace {
  readonly id: string;
  readonly on_day: Day;
}

type Query = RawBuilder<Trace>;

const zoned = (instant: string): RawBuilder<unknown> =>
  sql`(${sql.ref(instant)} at time zone 'Asia/Ho_Chi_Minh')::date`;

/** The row that proves a step, if it is there: the first of its kind. */
const proofs: Readonly<Record<Exclude<StoryStep, 'figures'>, (cooperative: OrganisationId) => Query>> = {
  cropChanged: (id) => sql`select a.organisation_id as id, a.on_day from registry.published_act a
    where a.organisation_id = ${id} and a.kind = 'crop-changed' order by a.on_day limit 1`,
  plotted: (id) => sql`select p.id, p.valid_from as on_day from production.published_plot p
    where p.organisation_id = ${id} order by p.valid_from limit 1`,
  applied: (id) => sql`select a.id, a.submitted_on as on_day from support.published_application a
    where a.organisation_id = ${id} and a.submitted_on is not null order by a.submitted_on limit 1`,
  recommended: (
    id,
  ) => sql`select a.id, coalesce(a.decided_on, a.submitted_on) as on_day from support.published_application a
    where a.organisation_id = ${id} and (a.state = 'examined' or a.decided_on is not null) order by a.submitted_on limit 1`,
  approved: (id) => sql`select a.id, a.decided_on as on_day from support.published_application a
    where a.organisation_id = ${id} and a.decided_on is not null order by a.decided_on limit 1`,
  received: (
    id,
  ) => sql`select d.application_id as id, max(d.confirmed_on) as on_day from support.published_disbursement d
    where d.organisation_id = ${id} group by d.application_id having bool_and(d.confirmed_on is not null) limit 1`,
  shared: (id) => sql`select d.id, d.assembled_on as on_day from credit.published_dossier d
    where d.organisation_id = ${id} and d.state <> 'assembled' order by d.assembled_on limit 1`,
  answered: (id) => sql`select d.id, d.answered_on as on_day from credit.published_dossier d
    where d.organisation_id = ${id} and d.answered_on is not null order by d.answered_on limit 1`,
  signed: (id) => sql`select k.id, k.signed_on as on_day from linkage.published_contract k
    where k.seller_id = ${id} order by k.signed_on limit 1`,
  season: (id) => sql`select s.id, s.started_on as on_day from production.published_season s
    where s.organisation_id = ${id} order by s.started_on limit 1`,
  signedOff: (id) => sql`select s.id, max(${zoned('t.signed_at')}) as on_day from production.published_season s
    join production.published_stage t on t.season_id = s.id
    where s.organisation_id = ${id} group by s.id having bool_and(t.state = 'signed-off') limit 1`,
  harvested: (id) => sql`select h.season_id as id, h.harvested_on as on_day from production.published_harvest h
    where h.organisation_id = ${id} order by h.harvested_on limit 1`,
  released: (id) => sql`select l.id, l.released_on as on_day from quality.published_lot l
    where l.organisation_id = ${id} and l.released_on is not null order by l.released_on limit 1`,
  delivered: (id) => sql`select d.contract_id as id, d.delivered_on as on_day from linkage.published_delivery d
    where d.seller_id = ${id} and d.state = 'confirmed' order by d.delivered_on limit 1`,
  settled: (id) => sql`select s.id, s.period_until as on_day from linkage.published_settlement s
    where s.seller_id = ${id} and s.state = 'paid' order by s.period_until limit 1`,
  traced: (id) => sql`select l.id, min(p.dispatched_on) as on_day from quality.published_dispatch p
    join quality.published_lot l on l.id = p.lot_id where l.organisation_id = ${id} group by l.id limit 1`,
};

export async function storyTraces(db: Db, cooperative: OrganisationId): Promise<Map<StoryStep, Trace>> {
  const found = new Map<StoryStep, Trace>();
  for (const [step, proof] of Object.entries(proofs)) {
    const { rows } = await proof(cooperative).execute(db);
    if (rows[0] !== undefined) found.set(step as StoryStep, rows[0]);
  }
  const moved = found.has('settled') ? await movedFigure(db) : undefined;
  if (moved !== undefined) found.set('figures', moved);
  return found;
}

/** The stored value of what sellers were paid, once it is what the rows say now and was something else before. */
async function movedFigure(db: Db): Promise<Trace | undefined> {
  const now = await figureNow(db, 'paidToSellersVnd', { asOf: today(), seated: null });
  const last = await lastValue(db, now.key);
  if (last?.value !== now.value || (await valueBefore(db, now)) === undefined) return undefined;
  return { id: last.id, on_day: last.as_of };
}

export interface Story {
  readonly key: StoryKey;
  readonly cooperative_id: OrganisationId;
  readonly name: string;
  readonly accounts: Readonly<Record<string, string>>;
}

/** Stories are told in demonstration provinces only. */
export async function stories(db: Db): Promise<Story[]> {
  const { rows } = await sql<Story>`
    select s.key, s.cooperative_id, o.name, s.accounts from insight.story s
    join registry.published_organisation o on o.id = s.cooperative_id
    join platform.tenant t on t.province = s.province and t.demonstration
    order by s.key`.execute(db);
  return rows;
}
