import { sql, type RawBuilder } from 'kysely';
import { plain } from '#kernel/text.ts';

/** For LIKE: its own signs taken literally. */
export const literal = (text: string): string => text.replaceAll(/[%_\\]/g, (mark) => `\\${mark}`);

/** The column (already without marks) holds these words, or nearly. */
export function holds(column: RawBuilder<unknown>, search: string): RawBuilder<boolean> {
  const words = plain(search);
  return sql<boolean>`(${column} like ${`%${literal(words)}%`} or word_similarity(${words}, ${column}) >= 0.55)`;
}

/** What was typed with its marks comes first, then without, then what is only like it. */
export function closeness(
  name: RawBuilder<unknown>,
  plainName: RawBuilder<unknown>,
  search: string,
): RawBuilder<number> {
  const words = plain(search);
  return sql<number>`case when ${name} ilike ${`%${literal(search)}%`} then 0
    when ${plainName} like ${`%${literal(words)}%`} then 1 else 2 - word_similarity(${words}, ${plainName}) end`;
}
