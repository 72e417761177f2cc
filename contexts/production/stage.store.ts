import { newId, type SeasonId } from '#kernel/id.ts';
import { contentHash } from '#kernel/canonical.ts';
import type { Instant } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import { productionIn } from './production.tables.ts';
import { stageContents, type SeasonRecord } from './progress.ts';
import type { StageAct, StageState } from './stage.ts';

export const hashOfStage = (record: SeasonRecord, stage: string): Promise<string> =>
  contentHash({ stage, contents: stageContents(record, stage) });

export const stageActsOf = (db: Db, season: SeasonId) =>
  productionIn(db)
    .selectFrom('production.stage_act')
    .select(['stage', 'act', 'remarks', 'entries_hash', 'acted_by', 'acted_as', 'at'])
    .where('season_id', '=', season)
    .orderBy('at')
    .orderBy('id')
    .execute();

export interface NewAct {
  readonly season: SeasonId;
  readonly stage: string;
  readonly act: StageAct;
  readonly state: StageState;
  readonly remarks: string | null;
  readonly record: SeasonRecord;
  readonly by: string;
  readonly as: string;
}

/** Moves a stage on and keeps who did so, over what. */
export async function act(db: Db, { season, stage, act: kind, state, remarks, record, by, as }: NewAct): Promise<void> {
  const tables = productionIn(db);
  await tables
    .updateTable('production.season_stage')
    .set({ state, changed_at: new Date().toISOString() as Instant })
    .where('season_id', '=', season)
    .where('stage', '=', stage)
    .execute();
  await tables
    .insertInto('production.stage_act')
    .values({
      id: newId(),
      season_id: season,
      stage,
      act: kind,
      remarks,
      entries: JSON.stringify(stageContents(record, stage)),
      entries_hash: await hashOfStage(record, stage),
      acted_by: by,
      acted_as: as,
    })
    .execute();
}

interface NewDeviation {
  readonly id: string;
  readonly season: SeasonId;
  readonly step: string;
  readonly occurrence: number;
  readonly explanation: string;
  readonly by: string;
}

export async function insertDeviation(
  db: Db,
  { id, season, step, occurrence, explanation, by }: NewDeviation,
): Promise<void> {
  await productionIn(db)
    .insertInto('production.deviation')
    .values({ id, season_id: season, step, occurrence, explanation, recorded_by: by })
    .execute();
}
