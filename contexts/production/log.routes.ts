import { manages } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { entryViews, isStanding, mayCorrectEntry, needsConfirmation } from './log.reply.ts';
import * as store from './log.store.ts';
import { confirmEntry, correctEntry, listEntries, recordEntry, withdrawEntry } from './log.wire.ts';
import { copied, writeEntry } from './log.write.ts';
import { maySee, ownedOf, worksFor, writesAs } from './production.access.ts';
import { seasonForChange, seasonWithNames } from './season.store.ts';

async function standing(db: Db, id: store.NewEntry['id']) {
  const { season_id } = await store.entryFound(db, id);
  const season = await seasonForChange(db, season_id);
  return { season, entry: await store.entryFound(db, id) };
}

function refuseReplaced(entry: store.EntryFound): void {
  if (!isStanding(entry)) throw new Problem('conflict', 'production.log.already-replaced', { by: entry.replaced_by });
}

export const logRoutes = [
  handle(listEntries, async ({ input, actor, db, insist }) => {
    const season = await seasonWithNames(db, input.season);
    const owned = ownedOf(season);
    insist(maySee(actor, owned));
    const { items, total } = await store.entryPage(db, input);
    const isRunning = season.state === 'running';
    return { total, items: await entryViews(db, actor, items, { ...owned, isRunning }) };
  }),

  handle(recordEntry, async (call) => {
    const { input, actor, db, insist } = call;
    const season = await seasonForChange(db, input.season);
    const as = writesAs(actor, ownedOf(season));
    insist(as !== undefined);
    return writeEntry(call, season, input, { replaces: null, reason: null, as: as! });
  }),

  handle(correctEntry, async (call) => {
    const { input, actor, db, insist } = call;
    const { season, entry } = await standing(db, input.replaces);
    const owned = ownedOf(season);
    insist(mayCorrectEntry(actor, entry, owned));
    refuseReplaced(entry);
    return writeEntry(call, season, input, { replaces: entry.id, reason: input.reason, as: writesAs(actor, owned)! });
  }),

  handle(withdrawEntry, async ({ input, actor, db, insist, tell }) => {
    const { season, entry } = await standing(db, input.replaces);
    const owned = ownedOf(season);
    insist(mayCorrectEntry(actor, entry, owned));
    refuseReplaced(entry);
    // Otherwise a spray could be taken out of a log that is closed, and what was picked after it let go.
    if (season.state !== 'running')
      throw new Problem('conflict', 'production.log.not-recordable', { obstacles: [{ code: 'season-not-running' }] });
    await store.insertEntry(db, {
      ...copied(entry),
      id: input.id,
      by: actor.account!,
      as: writesAs(actor, owned)!,
      replaces: entry.id,
      withdrawn: true,
      reason: input.reason,
    });
    await tell('production.log.withdrawn', { entry: entry.id, season: season.id, plot: season.plot_id });
    return {};
  }),

  handle(confirmEntry, async ({ input, actor, db, insist }) => {
    const { season, entry } = await standing(db, input.entry);
    insist(worksFor(actor, season.organisation_id));
    if (!needsConfirmation(entry)) throw new Problem('conflict', 'production.log.nothing-to-confirm');
    const as = manages(actor, season.organisation_id) ? 'manager' : 'member';
    await store.insertConfirmation(db, { entry: entry.id, by: actor.account!, as, way: input.way });
    return {};
  }),
];
