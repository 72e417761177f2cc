import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import type { Db } from '#platform/database/db.ts';
import { assignHarvests, harvestPage, harvestsForLot } from './harvest.store.ts';
import { draftObstacles, type LotDraft } from './lot.ts';
import { newTraceKeys } from './lot-address.ts';
import { lotView } from './lot-view.store.ts';
import * as store from './lot.store.ts';
import { draftLot, getLot, listHarvests, listLots } from './lot.wire.ts';
import { findParty, partsOf, type Parts } from './part.store.ts';
import { mayDraft, maySee, reachesAnything, reachOf } from './quality.access.ts';

export const lotRow = (lot: store.LotRecord, parts: Parts) => {
  const { id, name, unit } = parts.party(lot.organisation_id);
  return {
    id: lot.id,
    code: lot.code,
    organisation: { id, name, unit },
    commodity: parts.commodity(lot.commodity_id),
    qty: lot.qty,
    leftQty: lot.left_qty,
    claim: lot.claim,
    state: lot.state,
    packedOn: lot.packed_on,
    releasedFor: lot.released_for,
    provenance: lot.provenance,
  };
};

const listing = handle(listLots, async ({ input, actor, db, insist }) => {
  const reach = reachOf(actor);
  insist(reachesAnything(reach));
  const { items, total } = await store.lotPage(db, reach, input);
  const parts = await partsOf(
    db,
    items.map((lot) => lot.organisation_id),
    items.map((lot) => lot.commodity_id),
  );
  const draft = actor.grants.some(({ role }) => role === 'organisation-manager');
  return { total, items: items.map((lot) => lotRow(lot, parts)), may: { draft } };
});

const getting = handle(getLot, async ({ input, actor, db, insist, origin }) => {
  const lot = await store.lotOf(db, input.lot);
  const owned = await store.ownedLot(db, lot);
  insist(maySee(actor, owned));
  const parts = await partsOf(db, [lot.organisation_id], [lot.commodity_id]);
  return { ...lotRow(lot, parts), ...(await lotView(db, lot, { actor, owned, origin })) };
});

const harvests = handle(listHarvests, async ({ input, actor, db, insist }) => {
  insist(mayDraft(actor, input.organisation));
  const { items, total } = await harvestPage(db, input);
  const parts = await partsOf(
    db,
    [],
    items.map((harvest) => harvest.commodity_id),
  );
  return {
    total,
    items: items.map((harvest) => ({
      id: harvest.id,
      season: harvest.season_id,
      plot: { id: harvest.plot_id, code: harvest.plot_code },
      commodity: parts.commodity(harvest.commodity_id),
      variety: harvest.variety_id,
      harvestedOn: harvest.harvested_on,
      qty: harvest.qty,
      leftQty: harvest.left_qty,
      protocol: harvest.protocol,
    })),
  };
});

async function certificateFor(db: Db, id: Parameters<typeof store.findCertificate>[1] | undefined) {
  const found = id === undefined ? undefined : await store.findCertificate(db, id);
  return (
    found && {
      organisation: found.organisation_id,
      commodity: found.commodity_id,
      kind: found.kind,
      validFrom: found.valid_from,
      validUntil: found.valid_until,
      withdrawnOn: found.withdrawn_on,
    }
  );
}

const drafting = handle(draftLot, async ({ input, actor, db, insist, today, tell }) => {
  const owner = await findParty(db, input.organisation);
  if (owner === undefined) throw new Problem('not-found', 'quality.organisation.unknown');
  insist(mayDraft(actor, input.organisation));
  if (owner.provenance === 'reported') throw new Problem('conflict', 'quality.lot.organisation-read-only');

  const parts = input.harvests;
  const draft: LotDraft = { ...input, parts, bestBeforeOn: input.bestBeforeOn ?? null };
  const facts = {
    harvests: await harvestsForLot(
      db,
      parts.map(({ harvest }) => harvest),
    ),
    certificate: await certificateFor(db, input.certificate),
    codeTaken: await store.isCodeTaken(db, input.code),
    today,
  };
  const obstacles = draftObstacles(draft, facts);
  if (obstacles.length > 0) throw new Problem('conflict', 'quality.lot.not-draftable', { obstacles });

  const qty = parts.reduce((sum, part) => sum + part.qty, 0);
  const { token, shortCode } = newTraceKeys();
  await store.insertLot(db, {
    id: input.id,
    code: input.code,
    organisation_id: input.organisation,
    commodity_id: input.commodity,
    variety_id: await store.commonVariety(
      db,
      parts.map(({ harvest }) => harvest),
    ),
    gtin: input.gtin ?? (await store.findGtin(db, input.commodity)),
    qty,
    claim: input.claim,
    certificate_id: input.claim === 'organic-certified' ? (input.certificate ?? null) : null,
    packed_on: input.packedOn,
    best_before_on: input.bestBeforeOn ?? null,
    token,
    short_code: shortCode,
    provenance: owner.provenance,
    drafted_by: actor.account!,
  });
  await assignHarvests(db, input.id, parts, facts.harvests);
  await tell('quality.lot.drafted', { lot: input.id, organisation: input.organisation });
  return { id: input.id, qty };
});

export const lotRoutes = [listing, getting, harvests, drafting];
