import type { Actor } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { mergerById, mergersAround, undoMerger, type MergerId } from '#registry';
import { mayListPairs, pairScope, pairSight } from './duplicates.access.ts';
import type { Subject } from './pair.ts';
import { openPairsOf, pairOfMerger, pairsOfMergers, samePersonPairs, saveDecision } from './pair.store.ts';
import { listMergers, withdrawMerger } from './pair.wire.ts';
import { bothOf, comparedRecords, printsOf, type ComparedRecord } from './record.store.ts';

const seesOne = (actor: Actor, subject: Subject, record: ComparedRecord): boolean =>
  pairSight(actor, subject, [record, record]) === 'full';

/** The other memberships of one person, where the asker may see both. */
async function otherMemberships(db: Db, actor: Actor, record: ComparedRecord) {
  const pairs = await samePersonPairs(db, record.id);
  const others = pairs.map(({ first_id, second_id }) => (first_id === record.id ? second_id : first_id));
  const found = await comparedRecords(db, 'member', others);
  return [...found.values()]
    .filter((other) => pairSight(actor, 'member', [record, other]) === 'full')
    .map(({ id, label }) => ({ id, name: label.name, organisation: label.organisation?.name ?? '' }));
}

async function shownAs(db: Db, subject: Subject, asked: string) {
  const around = await mergersAround(db, subject, [asked]);
  const standing = around.find(({ merged_id }) => merged_id === asked)?.shown_as_id ?? asked;
  const mergers = standing === asked ? around : await mergersAround(db, subject, [standing]);
  const ids = [standing, ...mergers.map(({ merged_id }) => merged_id)];
  const records = await comparedRecords(db, subject, ids);
  const record = records.get(standing);
  if (record === undefined) throw new Problem('not-found', `registry.${subject}.unknown`);
  return { record, mergers: mergers.filter(({ shown_as_id }) => shown_as_id === standing), records };
}

export const mergerRoutes = [
  handle(listMergers, async ({ input, actor, db, insist }) => {
    const { subject } = input;
    const { record, mergers, records } = await shownAs(db, subject, input.record);
    // Which organisations are one is public, as their names are; of a member only who keeps the list knows.
    const keeps = seesOne(actor, subject, record);
    insist(subject === 'organisation' || keeps);
    const pairs = await pairsOfMergers(
      db,
      mergers.map(({ id }) => id),
    );
    return {
      standsAs: { id: record.id, name: record.label.name },
      items: mergers.map(({ id, merged_id, reason, merged_at, closes_book }) => ({
        id,
        merged: { id: merged_id, name: records.get(merged_id)?.label.name ?? null },
        reason: keeps ? reason : null,
        at: merged_at,
        closesBook: closes_book,
        pair: keeps ? (pairs.find(({ merger_id }) => merger_id === id)?.id ?? null) : null,
        may: { undo: keeps },
      })),
      samePerson: subject === 'member' ? await otherMemberships(db, actor, record) : [],
      open: mayListPairs(actor, subject) ? await openPairsOf(db, subject, record.id, pairScope(actor)) : 0,
    };
  }),

  handle(withdrawMerger, async ({ input, actor, db, insist, tell }) => {
    const merger = await mergerById(db, input.merger as MergerId);
    const { subject } = merger;
    const both = await bothOf(db, { subject, first_id: merger.merged_id, second_id: merger.survivor_id });
    insist(pairSight(actor, subject, both) === 'full');
    const by = actor.account!;
    await undoMerger(db, merger.id, { by, reason: input.reason });
    const pair = await pairOfMerger(db, merger.id);
    if (pair !== undefined) {
      const prints = printsOf(await bothOf(db, pair), actor.province);
      await saveDecision(db, pair.id, { state: 'open', prints, entry: 'undone', reason: input.reason, by });
    }
    await tell(`registry.${subject}.unmerged`, { merged: merger.merged_id, survivor: merger.survivor_id });
    return {};
  }),
];
