import { manages, type Actor, type Owned } from '#kernel/actor.ts';
import type { Db } from '#platform/database/db.ts';
import { earliestHarvestOn } from './harvest.ts';
import { filesOf, type EntryFound } from './log.store.ts';
import type { LogDetails } from './log.wire.ts';
import { namesOf } from './people.store.ts';
import { seesNames, worksFor, writesAs } from './production.access.ts';

/** Who typed an entry or runs the organisation may put it right. */
export const mayCorrectEntry = (actor: Actor, entry: EntryFound, owned: Owned): boolean =>
  manages(actor, owned.organisation) || (actor.account === entry.entered_by && writesAs(actor, owned) !== undefined);

export const needsConfirmation = (entry: EntryFound): boolean =>
  entry.entered_as === 'officer' && entry.confirmed_at === null && isStanding(entry);

export const isStanding = (entry: EntryFound): boolean => entry.replaced_by === null && !entry.withdrawn;

function inputOf(entry: EntryFound) {
  if (entry.input_name === null || entry.verdict === null) return null;
  const { phi_days, done_on } = entry;
  return {
    code: entry.input_code,
    name: entry.input_name,
    activeIngredient: entry.active_ingredient,
    phiDays: phi_days,
    phiVerified: entry.phi_verified,
    verdict: entry.verdict,
    earliestHarvestOn: phi_days === null ? null : earliestHarvestOn({ usedOn: done_on, phiDays: phi_days }),
  };
}

type NameOf = (account: string) => string | null;

function confirmationOf(entry: EntryFound, nameOf: NameOf) {
  const { confirmed_by, confirmed_as, way, confirmed_at } = entry;
  if (confirmed_by === null || confirmed_as === null || way === null || confirmed_at === null) return null;
  return { by: nameOf(confirmed_by), as: confirmed_as, way, at: confirmed_at };
}

/** The season whose log it is: once ended, its log stays as it is. */
interface LogOwned extends Owned {
  readonly isRunning: boolean;
}

export async function entryViews(db: Db, actor: Actor, entries: readonly EntryFound[], owned: LogOwned) {
  const named = seesNames(actor, owned);
  const accounts = entries.flatMap(({ entered_by, confirmed_by }) => [entered_by, confirmed_by ?? entered_by]);
  const nameOf = await namesOf(db, accounts, named);
  const files = await filesOf(
    db,
    entries.map(({ id }) => id),
  );
  return entries.map((entry) => ({
    id: entry.id,
    season: entry.season_id,
    family: entry.family,
    stage: entry.stage,
    step: entry.step,
    occurrence: entry.occurrence,
    doneOn: entry.done_on,
    claimedAt: entry.claimed_at,
    recordedAt: entry.recorded_at,
    qty: entry.qty,
    qtyUnit: entry.qty_unit,
    treatedAreaM2: entry.treated_area_m2,
    input: inputOf(entry),
    details: entry.details as LogDetails,
    note: entry.note,
    member: named ? entry.member_id : null,
    enteredBy: nameOf(entry.entered_by),
    enteredAs: entry.entered_as,
    confirmation: confirmationOf(entry, nameOf),
    files: (files.get(entry.id) ?? []).map(({ id, name, mediaType }) => ({ id, name, mediaType })),
    replaces: entry.replaces_id,
    replacedBy: entry.replaced_by,
    withdrawn: entry.withdrawn,
    reason: entry.reason,
    may: {
      correct: owned.isRunning && isStanding(entry) && mayCorrectEntry(actor, entry, owned),
      confirm: needsConfirmation(entry) && worksFor(actor, owned.organisation),
    },
  }));
}
