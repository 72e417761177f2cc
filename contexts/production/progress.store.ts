import { sql } from 'kysely';
import type { SeasonId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { PlannedStep } from './plan.ts';
import { productionIn } from './production.tables.ts';
import type { LoggedEntry, SeasonRecord } from './progress.ts';
import type { SeasonFound } from './season.store.ts';

async function planOf(db: Db, season: SeasonId): Promise<PlannedStep[]> {
  const plan = await productionIn(db)
    .selectFrom('production.plan_step')
    .selectAll()
    .where('season_id', '=', season)
    .orderBy('due_from')
    .orderBy('due_until')
    .orderBy('step')
    .orderBy('occurrence')
    .execute();
  return plan.map((step) => ({
    stage: step.stage,
    step: step.step,
    occurrence: step.occurrence,
    family: step.family,
    required: step.required,
    byHarvest: step.by_harvest,
    dueFrom: step.due_from,
    dueUntil: step.due_until,
  }));
}

async function entriesOf(db: Db, season: SeasonId): Promise<LoggedEntry[]> {
  const entries = await productionIn(db)
    .selectFrom('production.standing_entry as e')
    .leftJoin('production.log_confirmation as n', 'n.entry_id', 'e.id')
    .select([
      'e.id',
      'e.stage',
      'e.step',
      'e.occurrence',
      'e.done_on',
      'e.verdict',
      'e.input_name',
      'e.entered_as',
      'n.at',
    ])
    .select(
      sql<number>`(select count(*) from production.log_file f where f.province = e.province and f.entry_id = e.id)`.as(
        'files',
      ),
    )
    .where('e.season_id', '=', season)
    .orderBy('e.done_on')
    .execute();
  return entries.map((entry) => ({
    id: entry.id,
    stage: entry.stage,
    step: entry.step,
    occurrence: entry.occurrence,
    doneOn: entry.done_on,
    verdict: entry.verdict,
    input: entry.input_name,
    confirmed: entry.entered_as !== 'officer' || entry.at !== null,
    files: entry.files,
  }));
}

/** The season as plan, log and harvests tell it now. */
export async function seasonRecord(db: Db, { id, state, content }: SeasonFound): Promise<SeasonRecord> {
  const tables = productionIn(db);
  const stages = await tables
    .selectFrom('production.season_stage')
    .select(['stage', 'state'])
    .where('season_id', '=', id)
    .orderBy('position')
    .execute();
  const harvests = await tables
    .selectFrom('production.standing_harvest')
    .select(['id', 'harvested_on as harvestedOn'])
    .where('season_id', '=', id)
    .execute();
  const deviations = await tables
    .selectFrom('production.deviation')
    .select(['id', 'step', 'occurrence', 'explanation'])
    .where('season_id', '=', id)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  const plan = await planOf(db, id);
  const entries = await entriesOf(db, id);
  return { running: state === 'running', protocol: content, plan, stages, entries, harvests, deviations };
}
