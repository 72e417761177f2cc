import { sql, type RawBuilder } from 'kysely';
import { plain } from '#kernel/text.ts';

/** For LIKE: its own signs taken literally. */
export const literal = (text: string): string => text.replaceAll(/[%_\\]/g, (mark) => `\\${mark}`);

const shorthand: Readonly<Record<string, string>> = { j: 'gi', f: 'ph', z: 'd', w: 'u' };

/** Letters Vietnamese does without, read as those who type them for short mean them: jang is giang. */
const spelledOut = (words: string): string => words.replaceAll(/[jfzw]/g, (letter) => shorthand[letter]!);

/** The column (already without marks) holds these words, or nearly. */
export function holds(column: RawBuilder<unknown>, search: string): RawBuilder<boolean> {
  const words = plain(search);
  const spelled = spelledOut(words);
  return sql<boolean>`(${column} like ${`%${literal(words)}%`} or word_similarity(${words}, ${column}) >= 0.55
    or word_similarity(${spelled}, ${column}) >= 0.55)`;
}

const mostWords = 8;

/** How like each word typed is to its nearest word of the name, in the mean: one word that fits well does not hide the others. */
function wordByWord(column: RawBuilder<unknown>, words: string): RawBuilder<number> {
  const each = words.split(/\s+/).filter(Boolean).slice(0, mostWords);
  if (each.length === 0) return sql<number>`0`;
  const likeness = each.map((word) => sql`strict_word_similarity(${word}, ${column})`);
  return sql<number>`((${sql.join(likeness, sql` + `)}) / ${sql.lit(each.length)})`;
}

/** What was typed with its marks comes first, then without, then what is only like it, the nearest first. */
export function closeness(
  name: RawBuilder<unknown>,
  plainName: RawBuilder<unknown>,
  search: string,
): RawBuilder<number> {
  const words = plain(search);
  const spelled = spelledOut(words);
  const likeness = sql`greatest(word_similarity(${words}, ${plainName}) + ${wordByWord(plainName, words)},
      word_similarity(${spelled}, ${plainName}) + ${wordByWord(plainName, spelled)}) / 2`;
  return sql<number>`case when ${name} ilike ${`%${literal(search)}%`} then 0
    when ${plainName} like ${`%${literal(words)}%`} then 1 else 2 - ${likeness} end`;
}
