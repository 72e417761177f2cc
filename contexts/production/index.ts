import type { FileAccess } from '#platform/file/file.routes.ts';
import type { LogEntryId } from './log.ts';
import { conversionRoutes } from './conversion.routes.ts';
import { harvestRoutes } from './harvest.routes.ts';
import { logRoutes } from './log.routes.ts';
import { entryFound } from './log.store.ts';
import { noticeSubscribers } from './notice.job.ts';
import { plotRoutes } from './plot.routes.ts';
import { maySee, ownedOf } from './production.access.ts';
import { protocolRoutes } from './protocol.routes.ts';
import { registerRoutes } from './register.routes.ts';
import { seasonRoutes } from './season.routes.ts';
import { seasonWithNames } from './season.store.ts';
import { stageRoutes } from './stage.routes.ts';
import { waitingRoutes } from './waiting.routes.ts';

export type { HarvestHold, InputUse } from './harvest.ts';
export type { ProductionViews } from './production.tables.ts';
export {
  assignPlot,
  movePlots,
  plotCount,
  plotsBeyond,
  plotsRestingOn,
  undoPlotMoves,
  type PlotBeyond,
} from './plot-move.store.ts';
export { seedProtocols } from './protocol.seed.ts';
export { harvestsFor, residueRiskFacts, type HarvestForLot, type ResidueRiskFact } from './release.store.ts';

/** The evidence of an entry is seen by those who see its season. */
const fileAccess: FileAccess = {
  'production.log-entry': async (db, actor, id) => {
    const entry = await entryFound(db, id as LogEntryId);
    return maySee(actor, ownedOf(await seasonWithNames(db, entry.season_id)));
  },
};

export const production = {
  handlers: [
    ...plotRoutes,
    ...conversionRoutes,
    ...protocolRoutes,
    ...seasonRoutes,
    ...stageRoutes,
    ...logRoutes,
    ...registerRoutes,
    ...harvestRoutes,
    ...waitingRoutes,
  ],
  subscribers: noticeSubscribers,
  fileAccess,
};
