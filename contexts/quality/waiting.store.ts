import { sql } from 'kysely';
import type { Instant } from '#kernel/day.ts';
import type { LotId, OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { LotState, SampleId } from './lot.ts';
import { qualityIn } from './quality.tables.ts';

const mostShown = 200;

export async function samplesToReport(db: Db, laboratories: readonly OrganisationId[]) {
  if (laboratories.length === 0) return [];
  return qualityIn(db)
    .selectFrom('quality.sample as s')
    .innerJoin('quality.lot as l', 'l.id', 's.lot_id')
    .innerJoin('registry.published_commodity as c', 'c.id', 'l.commodity_id')
    .select(['s.id', 's.code', 's.recorded_at', 'c.name_vi'])
    .where('s.laboratory_id', 'in', [...laboratories])
    .where('s.state', '=', 'sent')
    .orderBy('s.recorded_at')
    .limit(mostShown)
    .$narrowType<{ id: SampleId; recorded_at: Instant }>()
    .execute();
}

/** Lots one runs that are not on any market: to be sampled, to be decided on, or stopped. */
export async function lotsToMove(db: Db, organisations: readonly OrganisationId[]) {
  if (organisations.length === 0) return [];
  return qualityIn(db)
    .selectFrom('quality.lot as l')
    .innerJoin('registry.published_commodity as c', 'c.id', 'l.commodity_id')
    .select(['l.id', 'l.code', 'l.state', 'l.recorded_at', 'c.name_vi'])
    .select(
      sql<boolean>`exists (select from quality.sample s where s.province = l.province and s.lot_id = l.id
        and s.state = 'sent')`.as('waits_for_report'),
    )
    .where('l.organisation_id', 'in', [...organisations])
    .where('l.state', '<>', 'released')
    .orderBy('l.recorded_at')
    .limit(mostShown)
    .$narrowType<{ id: LotId; state: LotState; recorded_at: Instant }>()
    .execute();
}
