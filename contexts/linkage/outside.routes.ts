import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { mayActFor } from './contract.access.ts';
import { outsideObstacles } from './delivery.ts';
import { deliveryToChange } from './delivery.routes.ts';
import { answerOutside, findOutside } from './delivery.store.ts';
import { acceptOutside, refuseOutside } from './delivery.wire.ts';
import { readingDay } from './price.ts';
import { confirmedPrices } from './price.store.ts';

const refused = (obstacles: readonly string[]): Problem =>
  new Problem('conflict', 'linkage.outside.not-possible', { obstacles });

/** Surplus belongs to the seller until the buyer takes it: only the buyer answers. */
export const outsideRoutes = [
  handle(acceptOutside, async ({ input, actor, db, insist, tell }) => {
    const { delivery, contract, parties } = await deliveryToChange(db, input.delivery);
    insist(mayActFor(actor, parties, 'buyer'));
    const outside = await findOutside(db, delivery.id);
    const day = readingDay(delivery.delivered_on, contract.market_reading);
    const hasMarket = (await confirmedPrices(db, contract.id)).some((price) => price.on === day);
    const obstacles = outsideObstacles(
      { state: outside?.state ?? 'void', deliveryState: delivery.state },
      input.pricing === 'market',
      hasMarket,
    );
    if (obstacles.length > 0) throw refused(obstacles);
    await answerOutside(db, delivery.id, { pricing: input.pricing, reason: '', by: actor.account! });
    await tell('linkage.outside.accepted', { delivery: delivery.id, contract: contract.id, side: 'buyer' });
    return {};
  }),

  handle(refuseOutside, async ({ input, actor, db, insist, tell }) => {
    const { delivery, contract, parties } = await deliveryToChange(db, input.delivery);
    insist(mayActFor(actor, parties, 'buyer'));
    const outside = await findOutside(db, delivery.id);
    const obstacles = outsideObstacles(
      { state: outside?.state ?? 'void', deliveryState: delivery.state },
      false,
      false,
    );
    if (obstacles.length > 0) throw refused(obstacles);
    await answerOutside(db, delivery.id, { pricing: null, reason: input.reason, by: actor.account! });
    await tell('linkage.outside.returned', { delivery: delivery.id, contract: contract.id, side: 'buyer' });
    return {};
  }),
];
