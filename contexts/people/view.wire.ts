import { z } from 'zod';
import { idOf, type Branded } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { line } from '#kernel/text.ts';

export const ViewId = idOf('ViewId');
export type ViewId = Branded<'ViewId'>;

/** A page of ours. */
const Page = z.string().regex(/^\/(?!\/)[\w/.-]{1,200}$/, 'people.page.malformed');
/** Filters as they stand in the address, without a page number. */
const Search = z
  .string()
  .max(1000)
  .regex(/^[\w%&=+.,:;~*-]*$/, 'people.search.malformed');

export const SavedView = z.object({ id: ViewId, page: Page, name: z.string(), search: Search });
export type SavedView = z.infer<typeof SavedView>;

/** One's own saved views, of one page or of all. */
export const listViews = query('people.view.list', {
  input: z.object({ page: Page.optional() }),
  reply: z.object({ items: z.array(SavedView) }),
});

/** Keeps filters under a name; the same name again replaces what was kept. */
export const saveView = command('people.view.save', {
  input: z.object({ id: ViewId, page: Page, name: line(60), search: Search }),
  reply: z.object({}),
});

export const withdrawView = command('people.view.withdraw', {
  input: z.object({ view: ViewId }),
  reply: z.object({}),
});
