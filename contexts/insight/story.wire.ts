import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { AccountId, OrganisationId } from '#kernel/id.ts';
import { query } from '#kernel/method.ts';
import { storyKeys, storyParts, storySteps } from './story.ts';

export const StoryStepView = z.object({
  step: z.enum(storySteps),
  part: z.enum(storyParts),
  /** When the row that proves it came; null: not yet. */
  doneOn: Day.nullable(),
  /** The record the step is about, where there is one already. */
  record: z.uuid().nullable(),
});
export type StoryStepView = z.infer<typeof StoryStepView>;

export const StoryView = z.object({
  key: z.enum(storyKeys),
  cooperative: z.object({ id: OrganisationId, name: z.string() }),
  /** The demonstration account of each part. */
  accounts: z.partialRecord(z.enum(storyParts), AccountId),
  steps: z.array(StoryStepView),
});
export type StoryView = z.infer<typeof StoryView>;

/** The stories of a demonstration province, each step read from the rows it left; empty anywhere else. */
export const listStories = query('insight.story.list', {
  input: z.object({}),
  reply: z.object({ items: z.array(StoryView) }),
});
