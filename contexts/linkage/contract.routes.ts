import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { acceptancesOf, voidAcceptances } from './acceptance.store.ts';
import { mayAct, mayList, mayRead, runOrganisations, scopeOf, sidesOf } from './contract.access.ts';
import { contentParty, linesToJoin, partyObstacles, sideOf, worded } from './contract.draft.ts';
import { contractToChange, contractToRead, partiesOf } from './contract.load.ts';
import {
  chainOf,
  contractPage,
  deliveredUnder,
  findContractByToken,
  findVersion,
  nextNumber,
  saveContract,
  saveWording,
  setContractState,
  takesPart,
} from './contract.store.ts';
import { canBecome, changeObstacles, isOpen, mostQtyOf } from './contract.ts';
import {
  acceptability,
  acceptanceViews,
  contentIn,
  endingViews,
  notesFor,
  penaltyCap,
  priceViews,
  rowView,
  versionViews,
} from './contract.view.ts';
import {
  changeContract,
  draftContract,
  getContract,
  listContracts,
  verifyContract,
  withdrawContract,
  type ContractContent,
} from './contract.wire.ts';
import { drawable, giveBack, linesObstacles } from './draw.store.ts';
import { partsOf } from './part.store.ts';
import { linkObstacles, termsObstacles, valueOf } from './terms.ts';

const refused = (code: string, obstacles: readonly string[]): Problem =>
  new Problem('conflict', `linkage.contract.${code}`, { obstacles });

export const contractRoutes = [
  handle(listContracts, async ({ input, actor, db, insist }) => {
    insist(mayList(actor));
    const { items, total } = await contractPage(db, {
      filters: input,
      scope: scopeOf(actor),
      own: runOrganisations(actor),
    });
    const parts = await partsOf(db, {
      organisations: items.flatMap((row) => [row.seller_id, row.buyer_id]),
      commodities: items.map((row) => row.commodity_id),
      varieties: items.map((row) => row.variety_id),
    });
    return { total, items: items.map((row) => rowView(row, parts)) };
  }),

  handle(getContract, async ({ input, actor, db, insist, today }) => {
    const contract = await contractToRead(db, input.contract);
    const { row, parties, parts } = contract;
    insist(mayRead(actor, parties));
    const { views, content } = await versionViews(db, contract, actor);
    const cap = await penaltyCap(db, row.signed_on ?? today);
    const acceptable = await acceptability(db, contract, { actor, terms: content.terms, today });
    const chain = row.chain_id === null ? null : ((await chainOf(db, row.chain_id)) ?? null);
    const acts = mayAct(actor, parties);
    return {
      ...rowView(row, parts),
      chain,
      offer: row.offer_id,
      demand: row.demand_id,
      version: row.version,
      contentHash: row.content_hash,
      content,
      endedOn: row.ended_on,
      verifyToken: row.verify_token,
      versions: views,
      acceptances: acceptanceViews(await acceptancesOf(db, row.id), parties, actor),
      endings: await endingViews(db, contract, actor),
      prices: await priceViews(db, contract, actor),
      delivered: await deliveredUnder(db, row.id),
      mostQty: mostQtyOf({ committedQty: row.committed_qty, toleranceBp: row.tolerance_bp }),
      valueVnd: valueOf(content.terms, row.unit_qty) ?? 0,
      penaltyCap: cap,
      notes: await notesFor(db, contract, { actor, capBp: cap?.shareBp ?? null, terms: content.terms }),
      obstacles: acceptable.obstacles,
      may: {
        sides: sidesOf(actor, parties),
        change: acts && isOpen(row.state),
        accept: acceptable.sides,
        withdraw: acts && isOpen(row.state),
        end: acts && row.state === 'signed',
        deliver: acts && row.state === 'signed',
        settle: acts && row.signed_on !== null,
      },
    };
  }),

  handle(draftContract, async ({ input, actor, db, insist, tell, today }) => {
    const { offered, wanted } = await linesToJoin(db, input.offer, input.demand);
    const parts = await partsOf(db, {
      organisations: [offered.organisation_id, wanted.organisation_id],
      commodities: [offered.commodity_id],
      varieties: [offered.variety_id],
    });
    const seller = parts.party(offered.organisation_id);
    const buyer = parts.party(wanted.organisation_id);
    const parties = partiesOf(seller, buyer);
    insist(mayAct(actor, parties));
    const commodity = parts.commodity(offered.commodity_id);
    const variety = parts.variety(offered.variety_id);
    const chain = input.chain ?? null;
    const obstacles: string[] = [
      ...termsObstacles(input.terms, valueOf(input.terms, commodity.unit.qty)),
      ...linkObstacles({ offer: drawable(offered), demand: drawable(wanted), terms: input.terms }),
      ...partyObstacles(seller, buyer),
      ...(input.terms.until < today ? ['already-over'] : []),
      ...(chain !== null && !(await takesPart(db, chain, [seller.id, buyer.id])) ? ['chain-of-others'] : []),
    ];
    if (obstacles.length > 0) throw refused('not-draftable', obstacles);
    const content: ContractContent = {
      format: 'lienket.contract/1',
      contract: input.id,
      number: await nextNumber(db, 'contract', today),
      seller: contentParty(seller),
      buyer: contentParty(buyer),
      offer: input.offer,
      demand: input.demand,
      chain,
      commodity: { id: commodity.id, code: commodity.code, name: commodity.vi, baseUnit: commodity.baseUnit },
      variety: variety === null ? null : { id: variety.id, name: variety.vi },
      unit: commodity.unit,
      terms: input.terms,
    };
    const side = sideOf(actor, parties);
    const wording = await worded(content, { version: 1, side, by: actor.account!, note: input.note });
    const provenance = [seller, buyer].some((party) => party.provenance === 'synthetic') ? 'synthetic' : 'entered';
    await saveContract(db, wording, { provenance, variety: offered.variety_id });
    await tell('linkage.contract.drafted', { contract: input.id, side });
    return { id: input.id, number: content.number, contentHash: wording.contentHash };
  }),

  handle(changeContract, async ({ input, actor, db, insist, tell, today }) => {
    const { row, parties } = await contractToChange(db, input.contract);
    insist(mayAct(actor, parties));
    const current = await findVersion(db, row.id, row.version);
    const content = { ...contentIn(current!.content), terms: input.terms };
    const wording = await worded(content, {
      version: row.version + 1,
      side: sideOf(actor, parties),
      by: actor.account!,
      note: input.note,
    });
    const obstacles: string[] = [
      ...changeObstacles(
        { state: row.state, version: row.version, contentHash: row.content_hash },
        { version: input.version, contentHash: wording.contentHash },
      ),
      ...termsObstacles(input.terms, valueOf(input.terms, row.unit_qty)),
      ...(await linesObstacles(db, row, input.terms)),
      ...(input.terms.until < today ? ['already-over'] : []),
    ];
    if (obstacles.length > 0) throw refused('not-changeable', obstacles);
    await giveBack(db, row, { why: 'voided' });
    await voidAcceptances(db, row.id);
    await saveWording(db, wording);
    await tell('linkage.contract.changed', { contract: row.id, side: wording.side });
    return { version: wording.version, contentHash: wording.contentHash };
  }),

  handle(withdrawContract, async ({ input, actor, db, insist, tell }) => {
    const { row, parties } = await contractToChange(db, input.contract);
    insist(mayAct(actor, parties));
    if (!canBecome(row.state, 'withdrawn')) throw refused('not-withdrawable', ['not-a-draft']);
    await giveBack(db, row, { why: 'withdrawn' });
    await voidAcceptances(db, row.id);
    await setContractState(db, row.id, { state: 'withdrawn' });
    await tell('linkage.contract.withdrawn', { contract: row.id, side: sideOf(actor, parties) });
    return {};
  }),

  handle(verifyContract, async ({ input, db, insist }) => {
    insist(true);
    const found = await findContractByToken(db, input.token);
    if (found === undefined) return { contract: null };
    return {
      contract: {
        state: found.state,
        version: found.version,
        contentHash: found.content_hash,
        signedOn: found.signed_on,
        endedOn: found.ended_on,
        provenance: found.provenance,
      },
    };
  }),
];
