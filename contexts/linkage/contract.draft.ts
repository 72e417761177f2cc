import { canonicalJson, contentHash } from '#kernel/canonical.ts';
import type { Actor } from '#kernel/actor.ts';
import { tellsUnit } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { mayActFor, type Parties } from './contract.access.ts';
import type { Wording } from './contract.store.ts';
import type { ContractContent } from './contract.wire.ts';
import { findLine } from './line.store.ts';
import type { LineId } from './line.wire.ts';
import type { KnownParty } from './part.store.ts';
import type { Side } from './part.wire.ts';

function addressOf({ address, unit }: KnownParty): string | null {
  if (address === null || unit === null) return address ?? unit?.name ?? null;
  return tellsUnit(address, unit.name) ? address : `${address}, ${unit.name}`;
}

export const contentParty = (party: KnownParty): ContractContent['seller'] => ({
  id: party.id,
  name: party.name,
  kind: party.kind,
  taxNumber: party.taxNumber,
  address: addressOf(party),
});

/** A side by whose people the actor acts; the seller's when both (a union that runs two, say). */
export const sideOf = (actor: Actor, parties: Parties): Side =>
  mayActFor(actor, parties, 'seller') ? 'seller' : 'buyer';

export async function worded(
  content: ContractContent,
  given: Pick<Wording, 'version' | 'side' | 'by' | 'note'>,
): Promise<Wording> {
  return { ...given, content, canonical: canonicalJson(content), contentHash: await contentHash(content) };
}

export async function linesToJoin(db: Db, offer: LineId, demand: LineId) {
  const offered = await findLine(db, 'offer', offer);
  if (offered === undefined) throw new Problem('not-found', 'linkage.offer.unknown');
  const wanted = await findLine(db, 'demand', demand);
  if (wanted === undefined) throw new Problem('not-found', 'linkage.demand.unknown');
  return { offered, wanted };
}

/** What neither side may be when a promise is drafted for it. */
export function partyObstacles(seller: KnownParty, buyer: KnownParty): string[] {
  const both = [seller, buyer];
  return [
    ...(both.some((party) => party.status !== 'operating') ? ['not-operating'] : []),
    ...(both.some((party) => party.provenance === 'reported') ? ['reported'] : []),
  ];
}
