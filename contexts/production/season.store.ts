import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { CommodityId, SeasonId, VarietyId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import { Problem } from '#kernel/problem.ts';
import { plain } from '#kernel/text.ts';
import type { Db } from '#platform/database/db.ts';
import { sameOrganisation } from '#registry';
import type { PlannedStep } from './plan.ts';
import type { Reach } from './production.access.ts';
import { productionIn } from './production.tables.ts';
import type { ProtocolContent, Words } from './protocol.ts';
import type { SeasonState } from './season.ts';
import type { listSeasons } from './season.wire.ts';
import type { StageState } from './stage.ts';

type Filters = ParsedInputOf<typeof listSeasons>;

const order: Record<Filters['sort'], ReturnType<typeof sql>> = {
  started: sql`s.started_on`,
  '-started': sql`s.started_on desc`,
  organisation: sql`o.name collate "vi-x-icu"`,
  '-organisation': sql`o.name collate "vi-x-icu" desc`,
};

/** Seasons with the names of what they hang on. */
const seasons = (db: Db) =>
  productionIn(db)
    .selectFrom('production.season as s')
    .innerJoin('production.current_plot as p', 'p.id', 's.plot_id')
    .innerJoin('registry.published_organisation as o', 'o.id', 's.organisation_id')
    .innerJoin('reference.unit as u', (join) =>
      join.onRef('u.code', '=', 'p.unit_code').onRef('u.valid_from', '=', 'p.unit_from'),
    )
    .innerJoin('production.protocol as r', 'r.id', 's.protocol_id')
    .innerJoin('production.protocol_version as v', (join) =>
      join.onRef('v.protocol_id', '=', 's.protocol_id').onRef('v.version', '=', 's.protocol_version'),
    )
    .innerJoin('registry.published_commodity as c', 'c.id', 's.commodity_id')
    .selectAll('s')
    .select([
      'p.code as plot_code',
      'p.name as plot_name',
      'p.area_m2',
      'p.unit_code',
      'u.name as unit_name',
      'o.name as organisation_name',
      'r.code as protocol_code',
      'c.code as commodity_code',
      'c.base_unit',
      'c.most_yield',
      'c.name_vi',
      'c.name_en',
      'c.name_th',
      sql<Words>`v.content->'name'`.as('protocol_name'),
      sql<string>`v.content->>'practice'`.as('practice'),
    ]);

const stagesWithNames = sql<{ code: string; name: Words; state: StageState }[]>`(
  select jsonb_agg(jsonb_build_object('code', t.stage, 'state', t.state,
      'name', jsonb_path_query_first(v.content, '$.stages[*] ? (@.code == $code).name', jsonb_build_object('code', t.stage)))
    order by t.position)
  from production.season_stage t where t.province = s.province and t.season_id = s.id)`;

const escaped = (text: string): string => text.replaceAll(/[%_\\]/g, (mark) => `\\${mark}`);

export async function seasonPage(db: Db, reach: Reach, filters: Filters, today: Day) {
  let rows = seasons(db);
  if (!reach.everything)
    rows = rows.where((eb) =>
      eb.or([
        sql<boolean>`s.organisation_id = any(${reach.organisations}::uuid[])`,
        sql<boolean>`p.unit_code = any(${reach.units}::text[])`,
      ]),
    );
  const { search, organisation, plot, unit, commodity, state } = filters;
  if (organisation !== undefined) rows = rows.where('s.organisation_id', 'in', sameOrganisation(organisation));
  if (plot !== undefined) rows = rows.where('s.plot_id', '=', plot);
  if (unit !== undefined) rows = rows.where('p.unit_code', '=', unit);
  if (commodity !== undefined) rows = rows.where('s.commodity_id', '=', commodity);
  if (state !== undefined) rows = rows.where('s.state', '=', state);
  if (search !== undefined && search !== '')
    rows = rows.where(
      sql<boolean>`platform.plain(p.code || ' ' || p.name || ' ' || o.name || ' ' || c.name_vi) like ${`%${escaped(plain(search))}%`}`,
    );
  const items = await rows
    .select([
      stagesWithNames.as('stages'),
      sql<number>`(select count(*) from production.open_step k
        where k.province = s.province and k.season_id = s.id and k.due_until < ${today})`.as('overdue'),
    ])
    .orderBy(order[filters.sort])
    .orderBy('s.id')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  return { items, total };
}

export async function seasonWithNames(db: Db, id: SeasonId) {
  const season = await seasons(db).select('v.content').where('s.id', '=', id).executeTakeFirst();
  if (season === undefined) throw new Problem('not-found', 'production.season.unknown');
  return { ...season, content: season.content as ProtocolContent };
}

export type SeasonFound = Awaited<ReturnType<typeof seasonWithNames>>;

/** Locks the season, then reads it: log, stages and harvests of one season change one after another. */
export async function seasonForChange(db: Db, id: SeasonId): Promise<SeasonFound> {
  await productionIn(db)
    .selectFrom('production.season')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return seasonWithNames(db, id);
}

interface NewSeason {
  readonly id: SeasonId;
  readonly plot: { readonly id: SeasonFound['plot_id']; readonly organisation_id: SeasonFound['organisation_id'] };
  readonly protocol: {
    readonly id: SeasonFound['protocol_id'];
    readonly version: number;
    readonly content: ProtocolContent;
  };
  readonly commodity: CommodityId;
  readonly variety: VarietyId | null;
  readonly startedOn: Day;
  readonly provenance: 'entered' | 'synthetic';
  readonly plan: readonly PlannedStep[];
  readonly by: string;
}

export async function insertSeason(db: Db, season: NewSeason): Promise<void> {
  const tables = productionIn(db);
  const { id, plot, protocol, plan } = season;
  await tables
    .insertInto('production.season')
    .values({
      id,
      organisation_id: plot.organisation_id,
      plot_id: plot.id,
      protocol_id: protocol.id,
      protocol_version: protocol.version,
      commodity_id: season.commodity,
      variety_id: season.variety,
      started_on: season.startedOn,
      closed_on: null,
      closing_reason: null,
      provenance: season.provenance,
      recorded_by: season.by,
    })
    .execute();
  await tables
    .insertInto('production.season_stage')
    .values(protocol.content.stages.map(({ code }, index) => ({ season_id: id, stage: code, position: index + 1 })))
    .execute();
  await tables
    .insertInto('production.plan_step')
    .values(
      plan.map((step) => ({
        season_id: id,
        stage: step.stage,
        step: step.step,
        occurrence: step.occurrence,
        family: step.family,
        required: step.required,
        by_harvest: step.byHarvest,
        due_from: step.dueFrom,
        due_until: step.dueUntil,
      })),
    )
    .execute();
}

interface SeasonEnd {
  readonly state: SeasonState;
  readonly on: Day;
  readonly reason: string | null;
}

export async function endSeason(db: Db, id: SeasonId, { state, on, reason }: SeasonEnd): Promise<void> {
  await productionIn(db)
    .updateTable('production.season')
    .set({ state, closed_on: on, closing_reason: reason })
    .where('id', '=', id)
    .execute();
}

export async function varietiesOf(db: Db, commodity: CommodityId) {
  const { rows } = await sql<{ id: VarietyId; name_vi: string; name_en: string; name_th: string }>`
    select id, name_vi, name_en, name_th from registry.published_variety
    where province = platform.current_province() and commodity_id = ${commodity} order by name_vi collate "vi-x-icu"`.execute(
    db,
  );
  return rows.map((row) => ({ id: row.id, name: { vi: row.name_vi, en: row.name_en, th: row.name_th } }));
}

/** Without a variety anything fits. */
export async function varietyFits(db: Db, commodity: CommodityId, variety: VarietyId | undefined): Promise<boolean> {
  return variety === undefined || (await varietiesOf(db, commodity)).some(({ id }) => id === variety);
}

export const runningSeason = (db: Db, plot: SeasonFound['plot_id'], commodity: CommodityId) =>
  productionIn(db)
    .selectFrom('production.season')
    .select('id')
    .where('plot_id', '=', plot)
    .where('commodity_id', '=', commodity)
    .where('state', '=', 'running')
    .executeTakeFirst();
