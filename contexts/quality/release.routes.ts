import { manages, type Actor } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { assessmentOf, lotFacts, releaseFacts } from './assessment.store.ts';
import * as decisions from './decision.store.ts';
import { dispatchObstacles } from './dispatch.ts';
import { canBecome } from './lot.ts';
import * as lots from './lot.store.ts';
import { blockLot, listLotDeliveries, recordDispatch, releaseLot } from './lot.wire.ts';
import { partsOf } from './part.store.ts';
import { mayBlock, mayRelease, type OwnedLot } from './quality.access.ts';
import { releaseObstacles, type ReleaseFacts } from './release.ts';

const roleOf = (actor: Actor, { organisation }: OwnedLot): string =>
  manages(actor, organisation)
    ? 'organisation-manager'
    : (actor.grants.find(({ role }) => role.endsWith('-officer'))?.role ?? 'officer');

/** What the decision rested on, kept as it was: the residues that say something, and all counts. */
const snapshotOf = (facts: ReleaseFacts) => ({
  market: facts.market,
  lastHarvestedOn: facts.lastHarvestedOn,
  samples: facts.samples.map(({ verdict, organic, ...sample }) => ({
    ...sample,
    organic,
    verdict: {
      ...verdict,
      judged: verdict.residues.length,
      residues: verdict.residues.filter(({ foundNgPerKg, notes }) => foundNgPerKg !== null || notes.length > 0),
    },
  })),
});

const releasing = handle(releaseLot, async ({ input, actor, db, insist, today, tell }) => {
  const lot = await lots.lotForChange(db, input.lot);
  const owned = await lots.ownedLot(db, lot);
  insist(mayRelease(actor, owned));

  const assessment = await assessmentOf(db, lot, today);
  const set = assessment.sets.find(({ record }) => record.market === input.market);
  if (set === undefined) throw new Problem('unprocessable', 'quality.market.unknown', { market: input.market });
  const facts = releaseFacts(lot, assessment, await lotFacts(db, lot), set.limits);
  const obstacles = releaseObstacles(facts);
  if (obstacles.length > 0) throw new Problem('conflict', 'quality.lot.not-releasable', { obstacles });

  const { report } = assessment.samples[0]!;
  await decisions.insertDecision(db, {
    id: input.id,
    lot_id: lot.id,
    kind: 'released',
    market: input.market,
    limit_set_id: set.record.id,
    report_id: report,
    decided_on: today,
    decided_by: actor.account!,
    decided_as: roleOf(actor, owned),
    reason: null,
    snapshot: snapshotOf(facts),
  });
  await lots.setState(db, lot.id, 'released');
  await tell('quality.lot.released', { lot: lot.id, organisation: lot.organisation_id, market: input.market });
  return { limitSet: set.record.id, report };
});

const blocking = handle(blockLot, async ({ input, actor, db, insist, today, tell }) => {
  const lot = await lots.lotForChange(db, input.lot);
  const owned = await lots.ownedLot(db, lot);
  insist(mayBlock(actor, owned));
  if (!canBecome(lot.state, 'blocked'))
    throw new Problem('conflict', 'quality.lot.not-blockable', { obstacles: ['already-blocked'] });
  await decisions.insertDecision(db, {
    id: input.id,
    lot_id: lot.id,
    kind: 'blocked',
    market: null,
    limit_set_id: null,
    report_id: null,
    decided_on: today,
    decided_by: actor.account!,
    decided_as: roleOf(actor, owned),
    reason: input.reason,
    snapshot: { state: lot.state, releasedFor: lot.released_for, leftQty: lot.left_qty },
  });
  await lots.setState(db, lot.id, 'blocked');
  await tell('quality.lot.blocked', { lot: lot.id, organisation: lot.organisation_id });
  return {};
});

const dispatching = handle(recordDispatch, async ({ input, actor, db, insist, today, tell }) => {
  const lot = await lots.lotForChange(db, input.lot);
  insist(mayRelease(actor, await lots.ownedLot(db, lot)));
  const delivery = await decisions.deliveryToLoad(db, input.delivery);
  const obstacles = dispatchObstacles(
    {
      organisation: lot.organisation_id,
      commodity: lot.commodity_id,
      state: lot.state,
      leftQty: lot.left_qty,
      releasedFor: lot.released_for,
      packedOn: lot.packed_on,
    },
    delivery,
    input,
    today,
  );
  if (obstacles.length > 0) throw new Problem('conflict', 'quality.lot.not-dispatchable', { obstacles });
  await decisions.insertDispatch(db, {
    id: input.id,
    lot_id: lot.id,
    delivery_id: input.delivery,
    market: input.market,
    qty: input.qty,
    dispatched_on: input.dispatchedOn,
    recorded_by: actor.account!,
  });
  await tell('quality.lot.dispatched', { lot: lot.id, delivery: input.delivery, dispatch: input.id, qty: input.qty });
  return { leftQty: lot.left_qty - input.qty };
});

const deliveries = handle(listLotDeliveries, async ({ input, actor, db, insist }) => {
  const lot = await lots.lotOf(db, input.lot);
  insist(mayRelease(actor, await lots.ownedLot(db, lot)));
  const rows = await decisions.openDeliveries(db, lot);
  const parts = await partsOf(
    db,
    rows.map(({ buyer_id }) => buyer_id),
    [],
  );
  return {
    items: rows.map((row) => ({
      id: row.id,
      contractNumber: row.number,
      buyer: { id: row.buyer_id, name: parts.party(row.buyer_id).name },
      deliveredOn: row.delivered_on,
      netQty: row.net_qty,
      leftQty: row.left_qty,
    })),
  };
});

export const releaseRoutes = [releasing, blocking, dispatching, deliveries];
