import type { Actor } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { mergeRecords, mergersAround, whyNotMerge, type MergerId } from '#registry';
import { mayListPairs, mayReadRuns, mayRun, pairScope, pairSight, usualSubject } from './duplicates.access.ts';
import { contractsBetween, hangingOnBoth } from './hanging.store.ts';
import { decidingObstacles, type PairDecision } from './pair.ts';
import {
  entriesOf,
  lapsePairsOf,
  pairById,
  pairForChange,
  pairPage,
  saveDecision,
  type PairRecord,
} from './pair.store.ts';
import { comparedRows, pairRow } from './pair.view.ts';
import { decidePair, getPair, listPairs, mergePair, withdrawDecision } from './pair.wire.ts';
import { bothOf, comparedRecords, printsOf, type Both } from './record.store.ts';
import { lastSearchAt } from './run.store.ts';

const refuse = (code: string, obstacles: readonly string[]): void => {
  if (obstacles.length > 0) throw new Problem('conflict', code, { obstacles });
};

/** Why the record cannot be kept and the other be shown as it. */
async function keepingObstacles(db: Db, pair: PairRecord, survivor: string, closesBook = false): Promise<string[]> {
  const merged = survivor === pair.first_id ? pair.second_id : pair.first_id;
  const trade = pair.subject === 'organisation' ? await contractsBetween(db, [pair.first_id, pair.second_id]) : 0;
  return [
    ...(pair.state === 'open' ? [] : ['not-open']),
    ...(await whyNotMerge(db, { subject: pair.subject, merged, survivor, closesBook })),
    ...(trade > 0 ? ['contracts-between'] : []),
  ];
}

async function isOneMerged(db: Db, { subject, first_id, second_id }: PairRecord): Promise<boolean> {
  const ids = [first_id, second_id];
  return (await mergersAround(db, subject, ids)).some(({ merged_id }) => ids.includes(merged_id));
}

async function obstaclesOf(db: Db, pair: PairRecord, [first, second]: Both) {
  const about = {
    subject: pair.subject,
    state: pair.state,
    inOneOrganisation: first.organisation === second.organisation,
    oneIsMerged: await isOneMerged(db, pair),
  };
  const deciding = (decision: PairDecision) => decidingObstacles({ ...about, decision });
  return {
    keepFirst: await keepingObstacles(db, pair, pair.first_id),
    keepSecond: await keepingObstacles(db, pair, pair.second_id),
    closingSecond: await keepingObstacles(db, pair, pair.first_id, true),
    closingFirst: await keepingObstacles(db, pair, pair.second_id, true),
    two: deciding('two'),
    onePerson: deciding('one-person'),
  };
}

async function mergerOf(db: Db, pair: PairRecord) {
  if (pair.merger_id === null) return null;
  const mergers = await mergersAround(db, pair.subject, [pair.first_id, pair.second_id]);
  const merger = mergers.find(({ id }) => id === pair.merger_id);
  return merger === undefined ? null : { id: merger.id, survivor: merger.survivor_id };
}

const isChanged = (pair: PairRecord, prints: readonly [Buffer, Buffer]): boolean =>
  !prints[0].equals(pair.first_print) || !prints[1].equals(pair.second_print);

const decides = (actor: Actor, pair: PairRecord, both: Both): boolean =>
  pairSight(actor, pair.subject, both) === 'full';

export const pairRoutes = [
  handle(listPairs, async ({ input, actor, db, insist }) => {
    const subject = input.subject ?? usualSubject(actor);
    insist(mayListPairs(actor, subject));
    const scope = pairScope(actor);
    const { items, total } = await pairPage(db, { ...input, subject }, scope);
    const ids = items.flatMap(({ first_id, second_id }) => [first_id, second_id]);
    const records = await comparedRecords(db, subject, ids);
    return {
      total,
      items: items.flatMap((pair) => {
        const [first, second] = [records.get(pair.first_id), records.get(pair.second_id)];
        if (first === undefined || second === undefined) return [];
        return [pairRow(pair, [first, second], pairSight(actor, pair.subject, [first, second]))];
      }),
      subject,
      searchedAt: await lastSearchAt(db, subject),
      may: { run: mayRun(actor), readRuns: mayReadRuns(actor) },
    };
  }),

  handle(getPair, async ({ input, actor, db, insist }) => {
    const pair = await pairById(db, input.pair);
    const both = await bothOf(db, pair);
    const sight = pairSight(actor, pair.subject, both);
    insist(sight !== 'none');
    const entries = await entriesOf(db, pair.id);
    return {
      ...pairRow(pair, both, sight),
      sight: sight as 'full' | 'masked',
      rows: comparedRows(pair, both, sight),
      hanging: await hangingOnBoth(db, pair.subject, [pair.first_id, pair.second_id]),
      changed: isChanged(pair, printsOf(both, actor.province)),
      obstacles: await obstaclesOf(db, pair, both),
      merger: await mergerOf(db, pair),
      // A reason is written freely and may name people.
      entries: entries.map((entry) => (sight === 'full' ? entry : { ...entry, by: null, reason: null })),
      may: { decide: sight === 'full' },
    };
  }),

  handle(mergePair, async ({ input, actor, db, insist, tell }) => {
    const pair = await pairForChange(db, input.pair);
    const both = await bothOf(db, pair);
    insist(decides(actor, pair, both));
    const { subject } = pair;
    const { survivor, closesBook } = input;
    if (survivor !== pair.first_id && survivor !== pair.second_id)
      throw new Problem('conflict', 'duplicates.pair.not-mergeable', { obstacles: ['survivor-not-of-pair'] });
    const merged = survivor === pair.first_id ? pair.second_id : pair.first_id;
    refuse('duplicates.pair.not-mergeable', await keepingObstacles(db, pair, survivor, closesBook));
    const by = actor.account!;
    const merger = input.merger as MergerId;
    await mergeRecords(db, { id: merger, subject, merged, survivor, closesBook, reason: input.reason, by });
    await saveDecision(db, pair.id, {
      state: 'merged',
      merger,
      prints: printsOf(both, actor.province),
      entry: 'merged',
      reason: input.reason,
      by,
    });
    await lapsePairsOf(db, subject, merged);
    await tell(`registry.${subject}.merged`, { merged, survivor });
    return {};
  }),

  handle(decidePair, async ({ input, actor, db, insist }) => {
    const pair = await pairForChange(db, input.pair);
    const both = await bothOf(db, pair);
    insist(decides(actor, pair, both));
    const obstacles = await obstaclesOf(db, pair, both);
    refuse('duplicates.pair.not-decidable', input.decision === 'two' ? obstacles.two : obstacles.onePerson);
    await saveDecision(db, pair.id, {
      state: input.decision,
      prints: printsOf(both, actor.province),
      entry: input.decision,
      reason: input.reason,
      by: actor.account!,
    });
    return {};
  }),

  handle(withdrawDecision, async ({ input, actor, db, insist }) => {
    const pair = await pairForChange(db, input.pair);
    insist(decides(actor, pair, await bothOf(db, pair)));
    refuse(
      'duplicates.decision.not-withdrawable',
      pair.state === 'two' || pair.state === 'one-person' ? [] : ['not-decided'],
    );
    await saveDecision(db, pair.id, { state: 'open', entry: 'opened', reason: input.reason, by: actor.account! });
    return {};
  }),
];
