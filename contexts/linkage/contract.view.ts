import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { Db } from '#platform/database/db.ts';
import { acceptanceObstacles } from './acceptance.ts';
import { acceptancesOf, factsOf, standing, type AcceptanceRecord } from './acceptance.store.ts';
import { mayActFor, seesNames, sidesOf, type Parties } from './contract.access.ts';
import type { LoadedContract } from './contract.load.ts';
import { parameterOn, versionsOf, type ContractRecord } from './contract.store.ts';
import { isOpen } from './contract.ts';
import type { ContractContent, ContractRow } from './contract.wire.ts';
import { linesObstacles } from './draw.store.ts';
import { endingsOf } from './ending.store.ts';
import { limitPriceOf } from './line.store.ts';
import { namesOf, type Parts } from './part.store.ts';
import { otherSide } from './part.wire.ts';
import { pricesOf } from './price.store.ts';
import { differences, penaltyIsAboveCap, termsObstacles, valueOf, type Terms } from './terms.ts';

export const rowView = (row: ContractRecord, parts: Parts): ContractRow => ({
  id: row.id,
  number: row.number,
  seller: parts.party(row.seller_id),
  buyer: parts.party(row.buyer_id),
  commodity: { ...parts.commodity(row.commodity_id), unit: { code: row.unit_code, qty: row.unit_qty } },
  variety: parts.variety(row.variety_id),
  from: row.from_day,
  until: row.until_day,
  committedQty: row.committed_qty,
  deliveredQty: row.delivered_qty,
  priceKind: row.price_kind,
  priceVnd: row.price_vnd,
  state: row.state,
  signedOn: row.signed_on,
  provenance: row.provenance,
});

export const contentIn = (text: string): ContractContent => JSON.parse(text) as ContractContent;

const isPersonNumber = (taxNumber: string | null): boolean => taxNumber?.length === 12;
const partyShown = (party: ContractContent['seller']) =>
  isPersonNumber(party.taxNumber) ? { ...party, taxNumber: null } : party;

/** A household's tax number is its person's: it is shown with the names of people, or not at all. */
export const contentShown = (content: ContractContent, shown: boolean): ContractContent =>
  shown ? content : { ...content, seller: partyShown(content.seller), buyer: partyShown(content.buyer) };

export async function versionViews(db: Db, { row, parties }: LoadedContract, actor: Actor) {
  const versions = await versionsOf(db, row.id);
  const name = await namesOf(
    db,
    versions.map((version) => version.drafted_by),
    seesNames(actor, parties),
  );
  let before: Terms | undefined;
  const views = versions.map((version) => {
    const { terms } = contentIn(version.content);
    const view = {
      version: version.version,
      contentHash: version.content_hash,
      draftedSide: version.drafted_side,
      draftedBy: name(version.drafted_by),
      draftedAt: version.drafted_at,
      note: version.note,
      terms,
      differences: before === undefined ? [] : differences(before, terms),
    };
    before = terms;
    return view;
  });
  const content = contentShown(contentIn(versions.at(-1)!.content), seesNames(actor, parties));
  return { views: views.reverse(), content };
}

export const acceptanceViews = (rows: readonly AcceptanceRecord[], parties: Parties, actor: Actor) =>
  rows.map((row) => ({
    id: row.id,
    version: row.version,
    contentHash: row.content_hash,
    side: row.side,
    kind: row.kind,
    acceptedBy: seesNames(actor, parties) ? row.accepted_name : null,
    acceptedAt: row.accepted_at,
    scan: seesNames(actor, parties) ? row.file_id : null,
    confirmedAt: row.confirmed_at,
    voidedAt: row.voided_at,
    may: {
      confirm:
        row.kind === 'paper' &&
        row.confirmed_at === null &&
        row.voided_at === null &&
        mayActFor(actor, parties, otherSide(row.side)),
    },
  }));

export async function endingViews(db: Db, { row, parties }: LoadedContract, actor: Actor) {
  const endings = await endingsOf(db, row.id);
  return endings.map((ending) => ({
    id: ending.id,
    kind: ending.kind,
    on: ending.on_day,
    reason: ending.reason,
    side: ending.side,
    state: ending.state,
    submittedAt: ending.submitted_at,
    may: { answer: ending.state === 'open' && mayActFor(actor, parties, otherSide(ending.side)) },
  }));
}

export async function priceViews(db: Db, { row, parties }: LoadedContract, actor: Actor) {
  const prices = await pricesOf(db, row.id);
  return prices.map((price) => ({
    id: price.id,
    on: price.on_day,
    priceVnd: price.price_vnd,
    source: price.source,
    side: price.side,
    state: price.state,
    recordedAt: price.recorded_at,
    may: { answer: price.state === 'recorded' && mayActFor(actor, parties, otherSide(price.side)) },
  }));
}

export async function penaltyCap(db: Db, on: Day) {
  const found = await parameterOn(db, 'penalty.maxShare', on);
  if (found === undefined || typeof found.value !== 'number') return null;
  return { shareBp: Math.round(found.value * 10_000), source: found.source, verified: found.verified };
}

type Note = 'penalty-above-cap' | 'below-own-floor' | 'above-own-ceiling';

/** A note about a limit price is made for its owner only; to everybody else the limit might as well not exist. */
export async function notesFor(
  db: Db,
  { row, parties }: LoadedContract,
  { actor, capBp, terms }: { readonly actor: Actor; readonly capBp: number | null; readonly terms: Terms },
): Promise<Note[]> {
  const notes: Note[] = [];
  if (penaltyIsAboveCap(terms, capBp)) notes.push('penalty-above-cap');
  if (row.offer_id !== null && mayActFor(actor, parties, 'seller')) {
    const floor = await limitPriceOf(db, row.offer_id);
    if (floor !== null && terms.priceVnd < floor) notes.push('below-own-floor');
  }
  if (row.demand_id !== null && mayActFor(actor, parties, 'buyer')) {
    const ceiling = await limitPriceOf(db, row.demand_id);
    if (ceiling !== null && terms.priceVnd > ceiling) notes.push('above-own-ceiling');
  }
  return notes;
}

/** Why the wording cannot be accepted as it stands, and by which of the caller's sides it can. */
export async function acceptability(
  db: Db,
  { row, parties }: LoadedContract,
  given: { readonly actor: Actor; readonly terms: Terms; readonly today: Day },
) {
  if (!isOpen(row.state)) return { obstacles: [], sides: [] };
  const acceptances = standing(await acceptancesOf(db, row.id)).map(factsOf);
  const { state, content_hash: contentHash } = row;
  const acceptable = { state, contentHash, isOver: row.until_day < given.today, acceptances };
  const obstacles: string[] = [
    ...termsObstacles(given.terms, valueOf(given.terms, row.unit_qty)),
    ...(await linesObstacles(db, row, given.terms)),
    ...(acceptable.isOver ? ['already-over'] : []),
  ];
  const sides = sidesOf(given.actor, parties).filter(
    (side) => acceptanceObstacles(acceptable, side, contentHash).length === 0,
  );
  return { obstacles, sides: obstacles.length === 0 ? sides : [] };
}
