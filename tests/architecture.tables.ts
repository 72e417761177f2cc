import { contextOf, contexts, isTest, type Source, type Violation } from './architecture.source.ts';

const made = /\bcreate\s+(?:or\s+replace\s+)?(?:table|(?:materialized\s+)?view|function)\s+([a-z_]+\.[a-z_]+)/gi;
const view = /\bcreate\s+(?:or\s+replace\s+)?view\s+([a-z_]+)\.([a-z_]+)\b([^;]*);/gi;
const mention = /(?<![\w.#/-])([a-z]+)\.([a-z_]+)\b(?!\.[a-z*])/g;

const isPublished = (relation: string): boolean => relation.includes('.published_');
const isOfContext = (relation: string): boolean => contexts.some((context) => relation.startsWith(`${context}.`));

/** What a context keeps to itself: its tables, functions and the views it has not published, as the migrations make them. */
export const innerRelations = (migrations: readonly Source[]): ReadonlySet<string> =>
  new Set(
    migrations
      .flatMap(({ text }) => [...text.matchAll(made)].map(([, relation]) => relation!.toLowerCase()))
      .filter((relation) => isOfContext(relation) && !isPublished(relation)),
  );

/** Of other schemas than `own`; `linkage.contract.signed`, with a third part, is a method's or an event's name. */
const foreignIn = (text: string, own: string | undefined, inner: ReadonlySet<string>): string[] =>
  [...text.replaceAll('"', '').matchAll(mention)]
    .filter(([whole, schema]) => schema !== own && inner.has(whole))
    .map(([whole]) => whole);

const rule = "another context's tables are read through published views";

/**
 * Any mention counts, in SQL or in a string of Kysely's. The composition root knows everybody; a test and the
 * example it stands on lay down rows as the database's owner.
 */
export function tableViolations({ path, text }: Source, inner: ReadonlySet<string>): Violation[] {
  if (!/^(contexts|platform|kernel|web)\//.test(path) || isTest(path) || path.endsWith('.example.ts')) return [];
  return foreignIn(text, contextOf(path), inner).map((what) => ({ path, rule, what }));
}

/** A view, too, reads of other contexts what they have published. */
export const viewViolations = ({ path, text }: Source, inner: ReadonlySet<string>): Violation[] =>
  [...text.matchAll(view)].flatMap(([, schema, , body]) =>
    foreignIn(body!, schema, inner).map((what) => ({ path, rule, what })),
  );
