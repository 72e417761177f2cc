import type { z } from 'zod';
import { handle } from '#platform/method/handle.ts';
import { storyPartOf, storySteps } from './story.ts';
import { stories, storyTraces } from './story.store.ts';
import { listStories, type StoryView } from './story.wire.ts';

export const storyRoutes = [
  handle(listStories, async ({ db, insist }) => {
    insist(true);
    const items: z.input<typeof StoryView>[] = [];
    for (const { key, cooperative_id, name, accounts } of await stories(db)) {
      const traces = await storyTraces(db, cooperative_id);
      const steps = storySteps.map((step) => ({
        step,
        part: storyPartOf(step),
        doneOn: traces.get(step)?.on_day ?? null,
        record: traces.get(step)?.id ?? null,
      }));
      items.push({ key, cooperative: { id: cooperative_id, name }, accounts, steps });
    }
    return { items };
  }),
];
