import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type OrganisationId, type PlotId } from '#kernel/id.ts';
import type { Polygon } from '#kernel/place.ts';
import type { UnitVersion } from '#kernel/succession.ts';
import type { Db } from '#platform/database/db.ts';
import type { PlotVersionKind } from './plot.ts';
import { insertVersion } from './plot.store.ts';
import { productionIn } from './production.tables.ts';

const openPlots = (db: Db) =>
  productionIn(db).selectFrom('production.current_plot as p').selectAll('p').where('p.valid_until', 'is', null);

const plotsIn = (db: Db, { code, from }: UnitVersion) =>
  openPlots(db).where('p.unit_code', '=', code).where('p.unit_from', '=', from);

export async function plotCount(db: Db, unit: UnitVersion): Promise<number> {
  const { n } = await plotsIn(db, unit)
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** A plot recorded in a unit that has ended. */
export interface PlotBeyond {
  readonly plot: PlotId;
  readonly code: string;
  readonly name: string;
  readonly organisation: { readonly id: OrganisationId; readonly name: string };
  readonly unit: UnitVersion & { readonly name: string; readonly until: Day };
  readonly outline: Polygon | null;
}

export async function plotsBeyond(db: Db): Promise<PlotBeyond[]> {
  const rows = await openPlots(db)
    .innerJoin('reference.unit as u', (join) =>
      join.onRef('u.code', '=', 'p.unit_code').onRef('u.valid_from', '=', 'p.unit_from'),
    )
    .innerJoin('registry.published_organisation as o', 'o.id', 'p.organisation_id')
    .select(['u.name as unit_name', 'u.valid_until as unit_until', 'o.name as organisation_name'])
    .where('u.valid_until', 'is not', null)
    .orderBy(sql`o.name collate "vi-x-icu"`)
    .orderBy('p.code')
    .execute();
  return rows.map((row) => ({
    plot: row.id,
    code: row.code,
    name: row.name,
    organisation: { id: row.organisation_id, name: row.organisation_name },
    unit: { code: row.unit_code, from: row.unit_from, name: row.unit_name, until: row.unit_until! },
    outline: row.outline,
  }));
}

export interface PlotMoving {
  readonly act: string;
  readonly day: Day;
  readonly to: UnitVersion;
  readonly by: AccountId;
  readonly reason: string;
}

type PlotRow = Awaited<ReturnType<ReturnType<typeof openPlots>['execute']>>[number];

async function nextVersion(
  db: Db,
  plot: PlotRow,
  {
    kind,
    unit,
    day,
    by,
    reason,
  }: { kind: PlotVersionKind; unit: UnitVersion; day: Day; by: AccountId; reason: string },
): Promise<number> {
  const version = plot.version + 1;
  await insertVersion(db, {
    plot: plot.id,
    version,
    kind,
    validFrom: plot.valid_from > day ? plot.valid_from : day,
    validUntil: null,
    name: plot.name,
    member: plot.member_id,
    landUse: plot.land_use,
    areaM2: plot.area_m2,
    outline: plot.outline,
    outlineAreaM2: plot.outline_area_m2,
    unit: unit.code,
    unitFrom: unit.from,
    reason,
    by,
  });
  return version;
}

async function movePlot(db: Db, plot: PlotRow, { act, day, to, by, reason }: PlotMoving): Promise<void> {
  const version = await nextVersion(db, plot, { kind: 'changed', unit: to, day, by, reason });
  await productionIn(db)
    .insertInto('production.plot_move')
    .values({
      id: newId(),
      act_id: act,
      plot_id: plot.id,
      version,
      from_code: plot.unit_code,
      from_from: plot.unit_from,
      to_code: to.code,
      to_from: to.from,
    })
    .execute();
}

/** The land stays where it is; from the day on, that is in another unit. */
export async function movePlots(db: Db, from: UnitVersion, moving: PlotMoving): Promise<number> {
  const plots = await plotsIn(db, from).execute();
  for (const plot of plots) await movePlot(db, plot, moving);
  return plots.length;
}

/** One plot of a divided unit. False where it waits no longer. */
export async function assignPlot(db: Db, plot: PlotId, from: UnitVersion, moving: PlotMoving): Promise<boolean> {
  await productionIn(db).selectFrom('production.plot').select('id').where('id', '=', plot).forUpdate().execute();
  const row = await plotsIn(db, from).where('p.id', '=', plot).executeTakeFirst();
  if (row === undefined) return false;
  await movePlot(db, row, moving);
  return true;
}

/** Plots in these units that the act did not bring there, or that were changed since. */
export async function plotsRestingOn(db: Db, act: string, units: readonly UnitVersion[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from production.current_plot p
    where p.province = platform.current_province()
      and (p.unit_code, p.unit_from) in (select * from unnest(${units.map(({ code }) => code)}::text[], ${units.map(({ from }) => from)}::date[]))
      and not exists (select from production.plot_move m where m.province = p.province and m.act_id = ${act} and m.undone_at is null
        and m.plot_id = p.id and m.version = p.version)`.execute(db);
  return rows[0]!.n;
}

/** Every plot the act moved is recorded again where it was, by an entry that says why. */
export async function undoPlotMoves(db: Db, act: string, undoing: Omit<PlotMoving, 'act' | 'to'>): Promise<number> {
  const moves = await productionIn(db)
    .selectFrom('production.plot_move')
    .selectAll()
    .where('act_id', '=', act)
    .where('undone_at', 'is', null)
    .execute();
  for (const move of moves) {
    const plot = await openPlots(db).where('p.id', '=', move.plot_id).executeTakeFirst();
    if (plot === undefined || plot.version !== move.version) continue;
    const unit = { code: move.from_code, from: move.from_from };
    await nextVersion(db, plot, { kind: 'corrected', unit, ...undoing });
  }
  await productionIn(db)
    .updateTable('production.plot_move')
    .set({ undone_at: sql`now()` })
    .where('act_id', '=', act)
    .execute();
  return moves.length;
}
