import { sql } from 'kysely';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { JudgedRow, Written } from './batch.judge.ts';
import type { BatchId } from './batch.wire.ts';
import { intakeIn } from './intake.tables.ts';

/** Kept of every row that is taken over or is the same; also where the register agrees: an older sheet is overtaken by it. */
export async function saveStatusesTold(
  db: Db,
  batch: BatchId,
  rows: readonly JudgedRow[],
  written: readonly Written[],
): Promise<void> {
  const ids = new Map(written.map(({ row, id }) => [row, id]));
  const told = rows.flatMap(({ row, outcome, target, statusTold }) => {
    const organisation = ids.get(row) ?? (outcome === 'same' ? target : null);
    return statusTold === undefined || organisation === null ? [] : [{ row, organisation, ...statusTold }];
  });
  if (told.length === 0) return;
  await sql`insert into intake.status_told (batch_id, organisation_id, row_number, status, met_by, differs, on_day)
    select ${batch}::uuid, t.organisation, t.row, t.status, array(select jsonb_array_elements_text(t."metBy")), t.differs, t."onDay"
    from json_to_recordset(${JSON.stringify(told)}::json)
      as t(organisation uuid, row integer, status text, "metBy" jsonb, differs boolean, "onDay" date)`.execute(db);
}

/** What waits of an organisation. */
export const openStatusesTold = (db: Db, organisation: OrganisationId) =>
  intakeIn(db)
    .selectFrom('intake.published_status_told')
    .select(['batch_id', 'row_number', 'status', 'on_day', 'told_on'])
    .where('organisation_id', '=', organisation)
    .where('is_open', '=', true)
    .execute();

interface Closing {
  readonly batch: BatchId;
  readonly organisation: OrganisationId;
  readonly reason: string;
}

export async function closeTold(db: Db, { batch, organisation, reason }: Closing, by: AccountId): Promise<void> {
  await intakeIn(db)
    .updateTable('intake.status_told')
    .set({ closed_at: sql`now()`, closed_by: by, reason })
    .where('batch_id', '=', batch)
    .where('organisation_id', '=', organisation)
    .where('closed_at', 'is', null)
    .execute();
}
