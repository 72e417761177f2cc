import { isSignedIn } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { endView, keepView, viewCount, viewsOf } from './view.store.ts';
import { listViews, saveView, withdrawView } from './view.wire.ts';

/** More would not be found again by looking. */
const mostViews = 100;

export const viewRoutes = [
  handle(listViews, async ({ input, actor, db, insist }) => {
    insist(isSignedIn(actor));
    return { items: await viewsOf(db, actor.account!, input.page) };
  }),

  handle(saveView, async ({ input, actor, db, insist }) => {
    insist(isSignedIn(actor));
    if ((await viewCount(db, actor.account!)) >= mostViews)
      throw new Problem('conflict', 'people.view.not-savable', { obstacles: ['too-many-views'] });
    await keepView(db, actor.account!, input);
    return {};
  }),

  handle(withdrawView, async ({ input, actor, db, insist }) => {
    insist(isSignedIn(actor));
    if (!(await endView(db, actor.account!, input.view))) throw new Problem('not-found', 'people.view.unknown');
    return {};
  }),
];
