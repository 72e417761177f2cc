import type { Day } from '#kernel/day.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { Call } from '#platform/method/handle.ts';
import { holdsOf, harvestsSince } from './harvest.store.ts';
import { earliestHarvestOn } from './harvest.ts';
import { loggingObstacles } from './log.ts';
import * as store from './log.store.ts';
import type { recordEntry } from './log.wire.ts';
import { isMemberOf } from './plot.store.ts';
import { seasonRecord } from './progress.store.ts';
import { judgeInput, stepOf, type JudgedInput } from './protocol.ts';
import type { SeasonFound } from './season.store.ts';

type Written = Omit<ParsedInputOf<typeof recordEntry>, 'season'>;

async function refuse(
  db: Db,
  season: SeasonFound,
  { entry, occurrence, today }: { entry: Written; occurrence: number | null; today: Day },
): Promise<void> {
  const step = entry.step === undefined ? null : stepOf(season.content, entry.step);
  const obstacles = loggingObstacles({
    family: entry.family,
    doneOn: entry.doneOn,
    today,
    season: { running: season.state === 'running', startedOn: season.started_on },
    step,
    occurrencePlanned:
      entry.step === undefined ||
      occurrence === null ||
      (await store.isPlanned(db, season.id, { step: entry.step, occurrence })),
    facts: entry,
  });
  if (obstacles.length > 0) throw new Problem('conflict', 'production.log.not-recordable', { obstacles });
  if (entry.member !== undefined && !(await isMemberOf(db, entry.member, season.organisation_id)))
    throw new Problem('unprocessable', 'production.log.member-of-another', { member: entry.member });
}

/** The stage an entry belongs to: its step's, or else the first that nobody has signed off. */
async function stageFor(db: Db, season: SeasonFound, step: string | undefined): Promise<string | null> {
  const planned = season.content.stages.find(({ steps }) => steps.some(({ code }) => code === step));
  if (planned !== undefined) return planned.code;
  const { stages } = await seasonRecord(db, season);
  return (stages.find(({ state }) => state !== 'signed-off') ?? stages.at(-1))?.stage ?? null;
}

interface Origin {
  readonly replaces: store.NewEntry['replaces'];
  readonly reason: string | null;
  readonly as: store.NewEntry['as'];
}

function judged({ content }: SeasonFound, { input }: Written): JudgedInput | null {
  if (input === undefined) return null;
  const { code = null, name, activeIngredient = null, phiDays = null } = input;
  return judgeInput(content, { code, name, activeIngredient, phiDays });
}

/** What was left out of an entry is null in its row. */
function stated(written: Written) {
  const { claimedAt = null, qty = null, qtyUnit = null, treatedAreaM2 = null, note = null, member = null } = written;
  return { claimedAt, qty, qtyUnit, treatedAreaM2, note, member };
}

async function entryOf(db: Db, season: SeasonFound, written: Written, occurrence: number | null) {
  return {
    ...stated(written),
    id: written.id,
    season: season.id,
    plot: season.plot_id,
    organisation: season.organisation_id,
    family: written.family,
    stage: await stageFor(db, season, written.step),
    step: written.step ?? null,
    occurrence,
    doneOn: written.doneOn,
    input: judged(season, written),
    details: written.details,
    withdrawn: false,
  };
}

/** Writes an entry, its evidence, and tells when it holds back harvests that were recorded already. */
export async function writeEntry(call: Call<unknown>, season: SeasonFound, written: Written, origin: Origin) {
  const { db, actor, today, tell } = call;
  const occurrence =
    written.step === undefined
      ? null
      : (written.occurrence ?? (await store.nextOccurrence(db, season.id, written.step)));
  await refuse(db, season, { entry: written, occurrence, today });
  const entry: store.NewEntry = { ...(await entryOf(db, season, written, occurrence)), ...origin, by: actor.account! };
  await store.insertEntry(db, entry);
  await store.attachFiles(db, actor, entry, written.files);
  await tell('production.log.recorded', { entry: entry.id, season: season.id, plot: season.plot_id });
  const held = entry.input === null ? [] : await heldBy(db, season, entry);
  const { id, organisation_id: organisation } = season;
  if (held.length > 0)
    await tell('production.harvest.held', { harvests: held, entry: entry.id, season: id, organisation });
  const { verdict = null, phiDays = null } = entry.input ?? {};
  const earliestOn = phiDays === null ? null : earliestHarvestOn({ usedOn: entry.doneOn, phiDays });
  return { verdict, earliestHarvestOn: earliestOn, held: held.length };
}

/** Harvests recorded already that this entry now holds back. */
async function heldBy(db: Db, season: SeasonFound, entry: store.NewEntry): Promise<string[]> {
  const held: string[] = [];
  for (const harvest of await harvestsSince(db, season.plot_id, entry.doneOn, season.id)) {
    const { holds } = await holdsOf(db, harvest);
    if (holds.some((hold) => 'entry' in hold && hold.entry === entry.id)) held.push(harvest.id);
  }
  return held;
}

/** An entry as it was, for the one that withdraws it. */
export const copied = (
  entry: store.EntryFound,
): Omit<store.NewEntry, 'id' | 'by' | 'as' | 'replaces' | 'withdrawn' | 'reason'> => ({
  season: entry.season_id,
  plot: entry.plot_id,
  organisation: entry.organisation_id,
  family: entry.family,
  stage: entry.stage,
  step: entry.step,
  occurrence: entry.occurrence,
  doneOn: entry.done_on,
  claimedAt: entry.claimed_at,
  qty: entry.qty,
  qtyUnit: entry.qty_unit,
  treatedAreaM2: entry.treated_area_m2,
  input:
    entry.input_name === null || entry.verdict === null
      ? null
      : {
          code: entry.input_code,
          name: entry.input_name,
          activeIngredient: entry.active_ingredient,
          phiDays: entry.phi_days,
          phiVerified: entry.phi_verified,
          verdict: entry.verdict,
        },
  details: entry.details as store.NewEntry['details'],
  note: entry.note,
  member: entry.member_id,
});
