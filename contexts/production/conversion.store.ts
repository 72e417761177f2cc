import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { OrganisationId, PlotId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { standingId } from '#registry';
import type { ConversionBasis } from './conversion.ts';
import type { LandUse } from './plot.ts';
import { productionIn } from './production.tables.ts';

export const findConversion = (db: Db, plot: PlotId) =>
  productionIn(db)
    .selectFrom('production.conversion')
    .select(['began_on', 'basis'])
    .where('plot_id', '=', plot)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();

/** Days on which the log says something forbidden was used on the plot. */
export async function bannedDays(db: Db, plot: PlotId): Promise<Day[]> {
  const rows = await productionIn(db)
    .selectFrom('production.standing_entry')
    .select('done_on')
    .where('plot_id', '=', plot)
    .where('verdict', '=', 'banned')
    .execute();
  return rows.map(({ done_on }) => done_on);
}

/** How many months conversion takes for what the land bears, as the parameters of the day have it. */
export async function findConversionMonths(db: Db, landUse: LandUse, on: Day) {
  const key = `organic.conversion.${landUse === 'perennial-crops' ? 'perennialMonths' : 'annualMonths'}`;
  const row = await productionIn(db)
    .selectFrom('registry.published_parameter')
    .select(['value', 'source', 'verified'])
    .where('key', '=', key)
    .where('valid_from', '<=', on)
    .where(sql<boolean>`(valid_until is null or valid_until >= ${on})`)
    .orderBy('valid_from', 'desc')
    .executeTakeFirst();
  const value = Number(row?.value);
  return row !== undefined && Number.isInteger(value) ? { value, source: row.source, verified: row.verified } : null;
}

export async function findOrganicCertificate(db: Db, organisation: OrganisationId, on: Day) {
  const { rows } = await sql<{ number: string; issuer: string; until: Day | null }>`
    select number, issuer, valid_until as until from registry.published_certificate
    where province = platform.current_province() and organisation_id = ${standingId(organisation)} and kind = 'organic'
      and valid_from <= ${on} and (valid_until is null or valid_until >= ${on}) and withdrawn_on is null
    order by valid_until desc nulls first limit 1`.execute(db);
  return rows[0] ?? null;
}

interface NewConversion {
  readonly id: string;
  readonly plot: PlotId;
  readonly beganOn: Day;
  readonly basis: ConversionBasis;
  readonly evidence: string;
  readonly by: string;
}

export async function insertConversion(
  db: Db,
  { id, plot, beganOn, basis, evidence, by }: NewConversion,
): Promise<void> {
  await productionIn(db)
    .insertInto('production.conversion')
    .values({ id, plot_id: plot, began_on: beganOn, basis, evidence, recorded_by: by })
    .execute();
}
