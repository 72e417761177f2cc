import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { MemberId, OrganisationId, PlotId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import type { Polygon, UnitCode } from '#kernel/place.ts';
import { plain } from '#kernel/text.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { sameOrganisation, standingId } from '#registry';
import type { LandUse, PlotVersionKind } from './plot.ts';
import type { listPlots } from './plot.wire.ts';
import { reachesAnything, reachOf, type Reach } from './production.access.ts';
import { productionIn } from './production.tables.ts';
import type { Words } from './protocol.ts';

type Filters = ParsedInputOf<typeof listPlots>;

const order: Record<Filters['sort'], ReturnType<typeof sql>> = {
  code: sql`p.code collate "vi-x-icu"`,
  '-code': sql`p.code collate "vi-x-icu" desc`,
  area: sql`p.area_m2`,
  '-area': sql`p.area_m2 desc`,
  organisation: sql`o.name collate "vi-x-icu"`,
  '-organisation': sql`o.name collate "vi-x-icu" desc`,
};

const escaped = (text: string): string => text.replaceAll(/[%_\\]/g, (mark) => `\\${mark}`);

/** Plots with the names of their organisation and unit. */
const plots = (db: Db) =>
  productionIn(db)
    .selectFrom('production.current_plot as p')
    .innerJoin('registry.published_organisation as o', 'o.id', 'p.organisation_id')
    .innerJoin('reference.unit as u', (join) =>
      join.onRef('u.code', '=', 'p.unit_code').onRef('u.valid_from', '=', 'p.unit_from'),
    )
    .selectAll('p')
    .select([
      'o.name as organisation_name',
      'o.provenance as organisation_provenance',
      'u.name as unit_name',
      'u.lon',
      'u.lat',
    ])
    .select(
      sql<Day>`(select min(f.valid_from) from production.plot_version f where f.province = p.province and f.plot_id = p.id)`.as(
        'first_from',
      ),
    );

export async function plotPage(db: Db, reach: Reach, filters: Filters) {
  let rows = plots(db);
  if (!reach.everything)
    rows = rows.where((eb) =>
      eb.or([
        sql<boolean>`p.organisation_id = any(${reach.organisations}::uuid[])`,
        sql<boolean>`p.unit_code = any(${reach.units}::text[])`,
      ]),
    );
  const { search, organisation, unit, landUse, closed } = filters;
  if (organisation !== undefined) rows = rows.where('p.organisation_id', 'in', sameOrganisation(organisation));
  if (unit !== undefined) rows = rows.where('p.unit_code', '=', unit);
  if (landUse !== undefined) rows = rows.where('p.land_use', '=', landUse);
  if (closed !== undefined) rows = rows.where('p.valid_until', closed === 'true' ? 'is not' : 'is', null);
  if (search !== undefined && search !== '')
    rows = rows.where(
      sql<boolean>`platform.plain(p.code || ' ' || p.name || ' ' || o.name) like ${`%${escaped(plain(search))}%`}`,
    );
  const items = await rows
    .orderBy(order[filters.sort])
    .orderBy('p.id')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const all = await rows
    .clearSelect()
    .select([sql<number>`count(*)`.as('total'), sql<number>`coalesce(sum(p.area_m2), 0)::bigint`.as('area')])
    .executeTakeFirstOrThrow();
  const ofUnit = { plots: sql<number>`count(*)`, areaM2: sql<number>`sum(p.area_m2)::bigint` };
  const units =
    organisation === undefined
      ? []
      : await rows
          .clearSelect()
          .where('p.valid_until', 'is', null)
          .select(['u.code', 'u.name', ofUnit.plots.as('plots'), ofUnit.areaM2.as('areaM2')])
          .groupBy(['u.code', 'u.name'])
          .orderBy(ofUnit.areaM2, 'desc')
          .execute();
  return { items, total: all.total, areaM2: all.area, units };
}

export async function plotWithNames(db: Db, id: PlotId) {
  const plot = await plots(db).where('p.id', '=', id).executeTakeFirst();
  if (plot === undefined) throw new Problem('not-found', 'production.plot.unknown');
  return plot;
}

export type PlotRecord = Awaited<ReturnType<typeof plotWithNames>>;

/** Locks the plot, then reads it: two changes at once follow one another. */
export async function plotForChange(db: Db, id: PlotId): Promise<PlotRecord> {
  await productionIn(db).selectFrom('production.plot').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  return plotWithNames(db, id);
}

export const plotVersions = (db: Db, id: PlotId) =>
  productionIn(db)
    .selectFrom('production.plot_version as v')
    .innerJoin('reference.unit as u', (join) =>
      join.onRef('u.code', '=', 'v.unit_code').onRef('u.valid_from', '=', 'v.unit_from'),
    )
    .selectAll('v')
    .select('u.name as unit_name')
    .where('v.plot_id', '=', id)
    .orderBy('v.version', 'desc')
    .execute();

export const seasonsOnPlot = (db: Db, id: PlotId) =>
  productionIn(db)
    .selectFrom('production.season as s')
    .innerJoin('production.protocol_version as v', (join) =>
      join.onRef('v.protocol_id', '=', 's.protocol_id').onRef('v.version', '=', 's.protocol_version'),
    )
    .select(['s.id', 's.commodity_id as commodity', 's.started_on as startedOn', 's.state'])
    .select(sql<Words>`v.content->'name'`.as('protocol'))
    .where('s.plot_id', '=', id)
    .orderBy('s.started_on', 'desc')
    .execute();

/** The unit that bore the code on a day, in this province. */
export async function unitOn(db: Db, code: UnitCode, on: Day): Promise<Day> {
  const unit = await db
    .selectFrom('reference.unit')
    .select('valid_from')
    .where('code', '=', code)
    .where('valid_from', '<=', on)
    .where(sql<boolean>`(valid_until is null or valid_until >= ${on})`)
    .where(sql<boolean>`province = platform.current_province()`)
    .orderBy('valid_from', 'desc')
    .executeTakeFirst();
  if (unit === undefined) throw new Problem('unprocessable', 'production.plot.unknown-unit', { unit: code, on });
  return unit.valid_from;
}

export interface NewVersion {
  readonly plot: PlotId;
  readonly version: number;
  readonly kind: PlotVersionKind;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  readonly name: string;
  readonly member: MemberId | null;
  readonly landUse: LandUse;
  readonly areaM2: number;
  readonly outline: Polygon | null;
  readonly outlineAreaM2: number | null;
  readonly unit: UnitCode;
  readonly unitFrom: Day;
  readonly reason: string | null;
  readonly by: string;
}

export async function insertPlot(
  db: Db,
  plot: { id: PlotId; organisation: OrganisationId; code: string },
): Promise<void> {
  await productionIn(db)
    .insertInto('production.plot')
    .values({ id: plot.id, organisation_id: plot.organisation, code: plot.code })
    .execute();
}

export async function insertVersion(db: Db, version: NewVersion): Promise<void> {
  await productionIn(db)
    .insertInto('production.plot_version')
    .values({
      plot_id: version.plot,
      version: version.version,
      kind: version.kind,
      valid_from: version.validFrom,
      valid_until: version.validUntil,
      name: version.name,
      member_id: version.member,
      land_use: version.landUse,
      area_m2: version.areaM2,
      outline: version.outline === null ? null : JSON.stringify(version.outline),
      outline_area_m2: version.outlineAreaM2,
      unit_code: version.unit,
      unit_from: version.unitFrom,
      reason: version.reason,
      recorded_by: version.by,
    })
    .execute();
  await productionIn(db)
    .updateTable('production.plot')
    .set({ version: version.version })
    .where('id', '=', version.plot)
    .execute();
}

export const findPlotByCode = (db: Db, organisation: OrganisationId, code: string) =>
  productionIn(db)
    .selectFrom('production.plot')
    .select('id')
    .where('organisation_id', '=', organisation)
    .where('code', '=', code)
    .executeTakeFirst();

/** The member must be one of the organisation's own. */
export async function isMemberOf(db: Db, member: MemberId, organisation: OrganisationId): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select id from registry.published_member
    where province = platform.current_province() and id = ${member} and organisation_id = ${standingId(organisation)}`.execute(
    db,
  );
  return rows.length === 1;
}

/** Whether an officer of these units has this organisation before him: its seat or one of its plots. */
export async function isInUnits(db: Db, organisation: OrganisationId, units: readonly UnitCode[]): Promise<boolean> {
  const { rows } = await sql<{ found: number }>`select 1 as found where exists (
      select from registry.published_organisation o where o.province = platform.current_province()
        and o.id = ${organisation} and o.unit_code = any(${units}::text[]))
    or exists (select from production.current_plot p where p.province = platform.current_province()
        and p.organisation_id in ${sameOrganisation(organisation)} and p.unit_code = any(${units}::text[]))`.execute(
    db,
  );
  return rows.length === 1;
}

export async function findOrganisation(db: Db, id: OrganisationId) {
  return productionIn(db)
    .selectFrom('registry.published_organisation')
    .select(['id', 'name', 'provenance', 'status', 'unit_code'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Whose land a list may be asked for: one's own organisation's, or one before the officer. */
export async function mayAskFor(db: Db, actor: Actor, organisation: OrganisationId | undefined): Promise<boolean> {
  const reach = reachOf(actor);
  if (organisation === undefined || reach.everything) return reachesAnything(reach);
  if (reach.organisations.includes(organisation)) return true;
  return reach.units.length > 0 && isInUnits(db, organisation, reach.units);
}
