import { sql } from 'kysely';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { idsOf } from './record-merger.store.ts';
import { registryIn } from './registry.tables.ts';
import type { YearlyFigures } from './yearly.ts';

/** Each year once: as the organisation itself told it, or a record merged into it. The latter is version 0, not yet its own. */
export async function yearsOf(db: Db, organisation: OrganisationId) {
  const ids = await idsOf(db, organisation);
  const rows = await registryIn(db)
    .selectFrom('registry.yearly_account')
    .select([
      'organisation_id',
      'year',
      'revenue_vnd as revenueVnd',
      'profit_vnd as profitVnd',
      'external_revenue_vnd as externalRevenueVnd',
      'internal_revenue_vnd as internalRevenueVnd',
      'cost_vnd as costVnd',
      'external_cost_vnd as externalCostVnd',
      'internal_cost_vnd as internalCostVnd',
      'external_profit_vnd as externalProfitVnd',
      'internal_profit_vnd as internalProfitVnd',
      'charter_capital_vnd as charterCapitalVnd',
      'total_capital_vnd as totalCapitalVnd',
      'undivided_assets_vnd as undividedAssetsVnd',
      'official_members as officialMembers',
      'workers',
      'source',
      'provenance',
      'version',
      'recorded_at as recordedAt',
    ])
    .where('organisation_id', 'in', ids)
    .where('struck_at', 'is', null)
    .orderBy('year', 'desc')
    .orderBy((eb) => eb('organisation_id', '=', ids[0]!), 'desc')
    .orderBy('recorded_at')
    .execute();
  return rows
    .filter(({ year }, at) => rows[at - 1]?.year !== year)
    .map(({ organisation_id, ...row }) => (organisation_id === ids[0] ? row : { ...row, version: 0 }));
}

export interface YearGiven extends YearlyFigures {
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly source: string;
  readonly reason?: string | undefined;
}

/** Takes over a year's figures and keeps this state of them beside the former ones. */
export async function saveYear(db: Db, given: YearGiven, by: AccountId): Promise<number> {
  const { organisation, year, reason, ...content } = given;
  const values = {
    revenue_vnd: given.revenueVnd,
    profit_vnd: given.profitVnd,
    external_revenue_vnd: given.externalRevenueVnd,
    internal_revenue_vnd: given.internalRevenueVnd,
    cost_vnd: given.costVnd,
    external_cost_vnd: given.externalCostVnd,
    internal_cost_vnd: given.internalCostVnd,
    external_profit_vnd: given.externalProfitVnd,
    internal_profit_vnd: given.internalProfitVnd,
    charter_capital_vnd: given.charterCapitalVnd,
    total_capital_vnd: given.totalCapitalVnd,
    undivided_assets_vnd: given.undividedAssetsVnd,
    official_members: given.officialMembers,
    workers: given.workers,
    source: given.source,
    provenance: 'entered' as const,
  };
  const { version } = await registryIn(db)
    .insertInto('registry.yearly_account')
    .values({ organisation_id: organisation, year, ...values })
    .onConflict((conflict) =>
      conflict.columns(['province', 'organisation_id', 'year']).doUpdateSet({
        ...values,
        version: sql`registry.yearly_account.version + 1`,
        recorded_at: sql`now()`,
        struck_at: null,
      }),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
  await registryIn(db)
    .insertInto('registry.yearly_account_entry')
    .values({
      organisation_id: organisation,
      year,
      version,
      content: JSON.stringify(content),
      // A year struck with its sheet and told anew: the source is the reason.
      reason: reason ?? (version > 1 ? given.source : null),
      recorded_by: by,
    })
    .execute();
  return version;
}
