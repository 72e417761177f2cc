import { handle } from '#platform/method/handle.ts';
import { changedLine, draftedLine, gotLine, listedLines, withdrawnLine } from './line.routes.ts';
import { changeDemand, draftDemand, getDemand, listDemands, withdrawDemand } from './line.wire.ts';

export const demandRoutes = [
  handle(listDemands, (call) => listedLines(call, 'demand', call.input)),
  handle(getDemand, (call) => gotLine(call, 'demand', call.input.demand)),
  handle(draftDemand, (call) => {
    const { id, organisation, commodity, variety, ceilingPriceVnd, ...terms } = call.input;
    return draftedLine(
      call,
      'demand',
      { id, organisation, commodity, variety: variety ?? null },
      { ...terms, limitPriceVnd: ceilingPriceVnd ?? null },
    );
  }),
  handle(changeDemand, (call) => {
    const { demand, revision, reason, ceilingPriceVnd, ...terms } = call.input;
    return changedLine(
      call,
      'demand',
      { id: demand, revision, reason },
      { ...terms, limitPriceVnd: ceilingPriceVnd ?? null },
    );
  }),
  handle(withdrawDemand, (call) => withdrawnLine(call, 'demand', { ...call.input, id: call.input.demand })),
];
