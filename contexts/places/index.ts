import type { Handler } from '#platform/method/handle.ts';
import { boundaryRoutes } from './boundary.routes.ts';
import { officerProposalRoutes } from './officer-proposal.routes.ts';
import { unitActRoutes } from './unit-act.routes.ts';
import { unitRoutes } from './unit.routes.ts';
import { waitingSeatRoutes } from './waiting-seat.routes.ts';

export { stopDrawing } from './boundary.act.ts';

/** Units in time: what went into what, acts that split and merge them, what waits after one, and where their borders run. */
export const places: { readonly handlers: readonly Handler[] } = {
  handlers: [...unitRoutes, ...unitActRoutes, ...waitingSeatRoutes, ...officerProposalRoutes, ...boundaryRoutes],
};
