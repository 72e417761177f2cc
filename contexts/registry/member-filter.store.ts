import { sql, type RawBuilder } from 'kysely';
import { plain } from '#kernel/text.ts';
import { isPresentAsOf } from './member-on.store.ts';
import type { listMembers } from './member.wire.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { literal } from './search.store.ts';

export type MemberFilters = Pick<
  ParsedInputOf<typeof listMembers>,
  'search' | 'standing' | 'party' | 'present' | 'asOf'
>;

/** Which members a list is of, on the screen and taken away: both ask here. Of `membersAsOf` as m. */
export function isListed({ standing, party, present, search, asOf }: MemberFilters): RawBuilder<boolean> {
  const asked: RawBuilder<boolean>[] = [];
  if (standing !== undefined) asked.push(sql`m.standing = ${standing}`);
  if (party !== undefined) asked.push(sql`m.party = ${party}`);
  if (present === 'true') asked.push(isPresentAsOf(asOf));
  if (present === 'false') asked.push(sql`not ${isPresentAsOf(asOf)}`);
  const words = plain(search ?? '');
  if (words !== '') {
    const within = `%${literal(words)}%`;
    asked.push(sql`(m.plain_name like ${within} or word_similarity(${words}, m.plain_name) >= 0.6)`);
  }
  return asked.length === 0 ? sql`true` : sql`(${sql.join(asked, sql` and `)})`;
}
