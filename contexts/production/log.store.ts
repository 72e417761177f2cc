import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Day, Instant } from '#kernel/day.ts';
import type { FileId, MemberId, OrganisationId, PlotId, SeasonId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import { Problem } from '#kernel/problem.ts';
import type { BaseUnit } from '#kernel/quantity.ts';
import type { Db } from '#platform/database/db.ts';
import { claimFile } from '#platform/file/file.store.ts';
import type { ActivityFamily, ConfirmationWay, EnteredAs } from './activity.ts';
import type { LogEntryId } from './log.ts';
import type { listEntries, LogDetails } from './log.wire.ts';
import { productionIn } from './production.tables.ts';
import type { JudgedInput } from './protocol.ts';

type Filters = ParsedInputOf<typeof listEntries>;

const entries = (db: Db) =>
  productionIn(db)
    .selectFrom('production.log_entry as e')
    .leftJoin('production.log_confirmation as n', 'n.entry_id', 'e.id')
    .leftJoin('production.log_entry as l', 'l.replaces_id', 'e.id')
    .selectAll('e')
    .select(['n.confirmed_by', 'n.confirmed_as', 'n.way', 'n.at as confirmed_at', 'l.id as replaced_by']);

export type EntryFound = Awaited<ReturnType<typeof entryFound>>;

export async function entryPage(db: Db, filters: Filters) {
  let rows = entries(db).where('e.season_id', '=', filters.season);
  if (filters.family !== undefined) rows = rows.where('e.family', '=', filters.family);
  if (filters.stage !== undefined) rows = rows.where('e.stage', '=', filters.stage);
  if (filters.history !== 'true') rows = rows.where('l.id', 'is', null).where('e.withdrawn', '=', false);
  const items = await rows
    .orderBy('e.done_on', 'desc')
    .orderBy('e.id', 'desc')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  return { items, total };
}

export async function entryFound(db: Db, id: LogEntryId) {
  const entry = await entries(db).where('e.id', '=', id).executeTakeFirst();
  if (entry === undefined) throw new Problem('not-found', 'production.log.unknown');
  return entry;
}

export async function filesOf(db: Db, ids: readonly LogEntryId[]) {
  if (ids.length === 0) return new Map<LogEntryId, { id: FileId; name: string; mediaType: string }[]>();
  const rows = await productionIn(db)
    .selectFrom('production.log_file as f')
    .innerJoin('platform.file as p', (join) => join.on(sql<boolean>`p.id = f.file_id`))
    .select(['f.entry_id', 'f.file_id as id', 'p.name', 'p.media_type as mediaType'])
    .where('f.entry_id', 'in', [...ids])
    .execute();
  return Map.groupBy(
    rows.map(({ entry_id, ...file }) => ({ entry_id, ...file })),
    ({ entry_id }) => entry_id,
  );
}

/** Days on which a fruit may be picked again after each use of the season that stands. */
export const usesOfSeason = (db: Db, season: SeasonId) =>
  productionIn(db)
    .selectFrom('production.standing_entry')
    .select(['done_on', 'phi_days', 'verdict'])
    .where('season_id', '=', season)
    .where('input_name', 'is not', null)
    .execute();

export interface NewEntry {
  readonly id: LogEntryId;
  readonly season: SeasonId;
  readonly plot: PlotId;
  readonly organisation: OrganisationId;
  readonly family: ActivityFamily;
  readonly stage: string | null;
  readonly step: string | null;
  readonly occurrence: number | null;
  readonly doneOn: Day;
  readonly claimedAt: Instant | null;
  readonly qty: number | null;
  readonly qtyUnit: BaseUnit | null;
  readonly treatedAreaM2: number | null;
  readonly input: JudgedInput | null;
  readonly details: LogDetails;
  readonly note: string | null;
  readonly member: MemberId | null;
  readonly by: string;
  readonly as: EnteredAs;
  readonly replaces: LogEntryId | null;
  readonly withdrawn: boolean;
  readonly reason: string | null;
}

const unused = {
  input_code: null,
  input_name: null,
  active_ingredient: null,
  phi_days: null,
  phi_verified: null,
  verdict: null,
};

const inputColumns = (input: JudgedInput | null) =>
  input === null
    ? unused
    : {
        input_code: input.code,
        input_name: input.name,
        active_ingredient: input.activeIngredient,
        phi_days: input.phiDays,
        phi_verified: input.phiVerified,
        verdict: input.verdict,
      };

export async function insertEntry(db: Db, entry: NewEntry): Promise<void> {
  await productionIn(db)
    .insertInto('production.log_entry')
    .values({
      id: entry.id,
      season_id: entry.season,
      plot_id: entry.plot,
      organisation_id: entry.organisation,
      family: entry.family,
      stage: entry.stage,
      step: entry.step,
      occurrence: entry.occurrence,
      done_on: entry.doneOn,
      claimed_at: entry.claimedAt,
      qty: entry.qty,
      qty_unit: entry.qtyUnit,
      treated_area_m2: entry.treatedAreaM2,
      ...inputColumns(entry.input),
      details: JSON.stringify(entry.details),
      note: entry.note,
      member_id: entry.member,
      entered_by: entry.by,
      entered_as: entry.as,
      replaces_id: entry.replaces,
      withdrawn: entry.withdrawn,
      reason: entry.reason,
    })
    .execute();
}

/** What replaces an entry keeps its evidence and may add to it. */
export async function attachFiles(db: Db, actor: Actor, entry: NewEntry, files: readonly FileId[]): Promise<void> {
  for (const id of files) await claimFile(db, actor, id, { kind: 'production.log-entry', id: entry.id });
  const kept = entry.replaces === null ? [] : ((await filesOf(db, [entry.replaces])).get(entry.replaces) ?? []);
  const all = new Set([...kept.map(({ id }) => id), ...files]);
  if (all.size === 0) return;
  await productionIn(db)
    .insertInto('production.log_file')
    .values([...all].map((file_id) => ({ entry_id: entry.id, file_id })))
    .execute();
}

interface Confirmation {
  readonly entry: LogEntryId;
  readonly by: string;
  readonly as: 'manager' | 'member';
  readonly way: ConfirmationWay;
}

export async function insertConfirmation(db: Db, { entry, by, as, way }: Confirmation): Promise<void> {
  await productionIn(db)
    .insertInto('production.log_confirmation')
    .values({ entry_id: entry, confirmed_by: by, confirmed_as: as, way })
    .execute();
}

/** The first time of a repeated step that nobody has done yet; the last one when all are. */
export async function nextOccurrence(db: Db, season: SeasonId, step: string): Promise<number> {
  const { rows } = await sql<{ occurrence: number }>`
    select k.occurrence from production.plan_step k
    where k.province = platform.current_province() and k.season_id = ${season} and k.step = ${step}
    order by exists (select from production.standing_entry e where e.province = k.province
      and e.season_id = k.season_id and e.step = k.step and e.occurrence = k.occurrence),
      case when exists (select from production.standing_entry e where e.province = k.province
      and e.season_id = k.season_id and e.step = k.step and e.occurrence = k.occurrence) then -k.occurrence else k.occurrence end
    limit 1`.execute(db);
  return rows[0]?.occurrence ?? 1;
}

export async function isPlanned(
  db: Db,
  season: SeasonId,
  { step, occurrence }: { step: string; occurrence: number },
): Promise<boolean> {
  const found = await productionIn(db)
    .selectFrom('production.plan_step')
    .select('step')
    .where('season_id', '=', season)
    .where('step', '=', step)
    .where('occurrence', '=', occurrence)
    .executeTakeFirst();
  return found !== undefined;
}

/** Every use of an input in a season, replaced ones too, as the register shows them. */
export const registerRows = (db: Db, season: SeasonId) =>
  entries(db)
    .where('e.season_id', '=', season)
    .where('e.input_name', 'is not', null)
    .orderBy('e.done_on')
    .orderBy('e.id')
    .execute();
