import { handle } from '#platform/method/handle.ts';
import { changedLine, draftedLine, gotLine, listedLines, withdrawnLine } from './line.routes.ts';
import { changeOffer, draftOffer, getOffer, listOffers, withdrawOffer } from './line.wire.ts';

export const offerRoutes = [
  handle(listOffers, (call) => listedLines(call, 'offer', call.input)),
  handle(getOffer, (call) => gotLine(call, 'offer', call.input.offer)),
  handle(draftOffer, (call) => {
    const { id, organisation, commodity, variety, floorPriceVnd, ...terms } = call.input;
    return draftedLine(
      call,
      'offer',
      { id, organisation, commodity, variety: variety ?? null },
      { ...terms, limitPriceVnd: floorPriceVnd ?? null },
    );
  }),
  handle(changeOffer, (call) => {
    const { offer, revision, reason, floorPriceVnd, ...terms } = call.input;
    return changedLine(
      call,
      'offer',
      { id: offer, revision, reason },
      { ...terms, limitPriceVnd: floorPriceVnd ?? null },
    );
  }),
  handle(withdrawOffer, (call) => withdrawnLine(call, 'offer', { ...call.input, id: call.input.offer })),
];
