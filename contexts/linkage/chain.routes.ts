import { isSignedIn, type Actor } from '#kernel/actor.ts';
import { newId, type ChainId, type OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { mayKeepChain } from './chain.access.ts';
import {
  chainPage,
  changeChainRow,
  contractsOfChain,
  endChain,
  findChain,
  findChainForChange,
  partnersOf,
  saveChain,
  savePartner,
} from './chain.store.ts';
import { chainObstacles, openStages, stages } from './chain.ts';
import { changeChain, closeChain, draftChain, getChain, listChains, type PartnerId } from './chain.wire.ts';
import { mayRead } from './contract.access.ts';
import { findParty, partsOf } from './part.store.ts';

const unknown = (): Problem => new Problem('not-found', 'linkage.chain.unknown');

export async function chainForChange(db: Db, chain: ChainId) {
  const found = await findChainForChange(db, chain);
  if (found === undefined) throw unknown();
  return found;
}

/** An organisation that may take part: known here and still existing. */
export async function takingPart(db: Db, organisation: OrganisationId) {
  const found = await findParty(db, organisation);
  if (found === undefined) throw new Problem('unprocessable', 'linkage.organisation.unknown');
  return found;
}

const inOrder = <Stage extends string>(given: readonly Stage[]) =>
  stages.filter((stage) => given.includes(stage as Stage));

async function contractsShown(db: Db, actor: Actor, chain: ChainId) {
  const contracts = await contractsOfChain(db, chain);
  const parts = await partsOf(db, { organisations: contracts.flatMap((row) => [row.seller_id, row.buyer_id]) });
  return contracts.map(({ seller_id, buyer_id, ...contract }) => {
    const seller = parts.party(seller_id);
    const buyer = parts.party(buyer_id);
    const sellerUnit = seller.unit?.code ?? null;
    const buyerUnit = buyer.unit?.code ?? null;
    return {
      ...contract,
      seller,
      buyer,
      mayOpen: mayRead(actor, { seller: seller_id, buyer: buyer_id, sellerUnit, buyerUnit }),
    };
  });
}

export const chainRoutes = [
  handle(listChains, async ({ input, db, insist }) => {
    insist(true);
    const { items, total } = await chainPage(db, input);
    const parts = await partsOf(db, {
      organisations: items.map((row) => row.lead_id),
      commodities: items.flatMap((row) => row.products),
    });
    return {
      total,
      items: items.map(({ lead_id, product_note, ...row }) => ({
        ...row,
        lead: parts.party(lead_id),
        productNote: product_note,
        products: row.products.map(parts.commodity),
        stages: inOrder(row.stages),
      })),
    };
  }),

  handle(getChain, async ({ input, actor, db, insist }) => {
    insist(true);
    const chain = await findChain(db, input.chain);
    if (chain === undefined) throw unknown();
    const partners = await partnersOf(db, chain.id);
    const parts = await partsOf(db, {
      organisations: [chain.lead_id, ...partners.map((partner) => partner.organisation_id)],
      commodities: chain.products,
    });
    return {
      id: chain.id,
      name: chain.name,
      lead: parts.party(chain.lead_id),
      state: chain.state,
      productNote: chain.product_note,
      products: chain.products.map(parts.commodity),
      stages: inOrder(partners.flatMap((partner) => partner.stages)),
      provenance: chain.provenance,
      startedOn: chain.started_on,
      endedOn: chain.ended_on,
      note: chain.note,
      source: chain.source,
      version: chain.version,
      openStages: openStages(partners),
      partners: partners.map(({ organisation_id, from_day, ...partner }) => ({
        ...partner,
        organisation: parts.party(organisation_id),
        from: from_day,
      })),
      contracts: isSignedIn(actor) ? await contractsShown(db, actor, chain.id) : [],
      may: { change: mayKeepChain(actor, chain.lead_id) && chainObstacles(chain).length === 0 },
    };
  }),

  handle(draftChain, async ({ input, actor, db, insist, tell, today }) => {
    insist(mayKeepChain(actor, input.lead));
    const lead = await takingPart(db, input.lead);
    const provenance = lead.provenance === 'entered' ? 'entered' : 'synthetic';
    if (lead.provenance === 'reported')
      throw new Problem('conflict', 'linkage.chain.not-keepable', { obstacles: ['reported'] });
    await saveChain(db, { ...input, provenance });
    await savePartner(db, {
      id: newId<PartnerId>(),
      chain: input.id,
      organisation: input.lead,
      role: 'lead',
      stages: input.leadStages,
      subject: '',
      from: input.startedOn ?? today,
      provenance,
    });
    await tell('linkage.chain.drafted', { chain: input.id, lead: input.lead });
    return { id: input.id };
  }),

  handle(changeChain, async ({ input, actor, db, insist }) => {
    const chain = await chainForChange(db, input.chain);
    insist(mayKeepChain(actor, chain.lead_id));
    const obstacles = chainObstacles(chain, input.version);
    if (obstacles.length > 0) throw new Problem('conflict', 'linkage.chain.not-keepable', { obstacles });
    return { version: await changeChainRow(db, chain.id, input) };
  }),

  handle(closeChain, async ({ input, actor, db, insist, today }) => {
    const chain = await chainForChange(db, input.chain);
    insist(mayKeepChain(actor, chain.lead_id));
    const obstacles: string[] = chainObstacles(chain);
    if (input.on > today) obstacles.push('in-the-future');
    if (chain.started_on !== null && input.on < chain.started_on) obstacles.push('before-its-start');
    if (obstacles.length > 0) throw new Problem('conflict', 'linkage.chain.not-keepable', { obstacles });
    await endChain(db, chain.id, input.on);
    return {};
  }),
];
