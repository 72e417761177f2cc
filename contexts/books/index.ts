import type { Handler } from '#platform/method/handle.ts';
import type { Subscriber } from '#platform/outbox/outbox.ts';
import { yearBookRoutes } from './year-book.routes.ts';
import { yearBookSheetRoutes } from './year-book-sheet.routes.ts';
import { cardKeeper } from './card.job.ts';
import { cardRoutes } from './card.routes.ts';
import { dataSetRoutes } from './data-set.routes.ts';
import { membershipRoutes } from './membership.routes.ts';
import { memberUseRoutes } from './member-use.routes.ts';
import { patronageKeeper } from './patronage.job.ts';
import { surplusRoutes } from './surplus.routes.ts';
import { surplusSheetRoutes } from './surplus-sheet.routes.ts';
import { updateListRoutes } from './update-list.routes.ts';
import { differenceKeeper, updateNotifier } from './update.job.ts';
import { updateRoutes } from './update.routes.ts';
import { updateSheetRoutes } from './update-sheet.routes.ts';
import { updateStepRoutes } from './update-step.routes.ts';

/** The yearly update, the books in short, the sharing of surplus, and the scorecards made from them. */
export const books: { readonly handlers: readonly Handler[]; readonly subscribers: readonly Subscriber[] } = {
  handlers: [
    ...updateRoutes,
    ...updateStepRoutes,
    ...updateListRoutes,
    ...updateSheetRoutes,
    ...cardRoutes,
    ...yearBookRoutes,
    ...yearBookSheetRoutes,
    ...memberUseRoutes,
    ...surplusRoutes,
    ...surplusSheetRoutes,
    ...membershipRoutes,
    ...dataSetRoutes,
  ],
  subscribers: [updateNotifier, differenceKeeper, cardKeeper, patronageKeeper],
};
