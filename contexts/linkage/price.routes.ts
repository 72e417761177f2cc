import type { Actor } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { mayActFor } from './contract.access.ts';
import { contractToChange } from './contract.load.ts';
import { otherSide } from './part.wire.ts';
import { answerPrice, findPrice, savePrice, standsOn } from './price.store.ts';
import { confirmPrice, recordPrice, refusePrice, type PriceId } from './price.wire.ts';

const refused = (obstacles: readonly string[]): Problem =>
  new Problem('conflict', 'linkage.price.not-possible', { obstacles });

async function priceToAnswer(db: Db, actor: Actor, id: PriceId) {
  const found = await findPrice(db, id);
  if (found === undefined) throw new Problem('not-found', 'linkage.price.unknown');
  const { row, parties } = await contractToChange(db, found.contract_id);
  const price = (await findPrice(db, id))!;
  return { contract: row, price, allowed: mayActFor(actor, parties, otherSide(price.side)) };
}

export const priceRoutes = [
  handle(recordPrice, async ({ input, actor, db, insist, tell, today }) => {
    const { row, parties } = await contractToChange(db, input.contract);
    insist(mayActFor(actor, parties, input.side));
    const obstacles: string[] = [];
    if (row.signed_on === null) obstacles.push('contract-not-signed');
    if (input.on > today) obstacles.push('in-the-future');
    if (await standsOn(db, row.id, input.on)) obstacles.push('already-recorded');
    if (obstacles.length > 0) throw refused(obstacles);
    await savePrice(db, { ...input, by: actor.account! });
    await tell('linkage.price.recorded', { contract: row.id, price: input.id, side: input.side });
    return { id: input.id };
  }),

  handle(confirmPrice, async ({ input, actor, db, insist, tell }) => {
    const { contract, price, allowed } = await priceToAnswer(db, actor, input.price);
    insist(allowed);
    if (price.state !== 'recorded') throw refused(['already-answered']);
    await answerPrice(db, price.id, 'confirmed', actor.account!);
    await tell('linkage.price.confirmed', { contract: contract.id, price: price.id, side: otherSide(price.side) });
    return {};
  }),

  handle(refusePrice, async ({ input, actor, db, insist, tell }) => {
    const { contract, price, allowed } = await priceToAnswer(db, actor, input.price);
    insist(allowed);
    if (price.state !== 'recorded') throw refused(['already-answered']);
    await answerPrice(db, price.id, 'refused', actor.account!);
    await tell('linkage.price.refused', { contract: contract.id, price: price.id, side: otherSide(price.side) });
    return {};
  }),
];
