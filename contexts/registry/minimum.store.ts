import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { mergedMembersIn } from './member-merged.store.ts';
import { formersIn } from './member-standing.store.ts';
import { minimumKeys, officialSpans, personSpans, underMinimumSince, type Minimum } from './minimum.ts';
import { idsOf } from './record-merger.store.ts';
import { parameterOn } from './parameter.store.ts';
import { registryIn } from './registry.tables.ts';

export interface Least {
  readonly least: number;
  readonly verified: boolean;
}

/** How many members an organisation of this kind needs on a day; undefined for kinds without, and where no source says. */
export async function leastMembers(db: Db, kind: string, on: Day): Promise<Least | undefined> {
  const key = minimumKeys[kind];
  const found = key === undefined ? undefined : await parameterOn(db, key, on);
  return typeof found?.value === 'number' ? { least: found.value, verified: found.verified } : undefined;
}

async function minimumsOf(db: Db, kind: string): Promise<Minimum[]> {
  const rows = await registryIn(db)
    .selectFrom('registry.published_parameter')
    .select(['value', 'valid_from as from', 'valid_until as until'])
    .where('key', '=', minimumKeys[kind]!)
    .orderBy('valid_from')
    .execute();
  return rows.filter((row): row is Minimum => typeof row.value === 'number');
}

/** Of an organisation that has too few on a day: how many it needs, and since when it lacks them. */
export async function underMinimum(
  db: Db,
  { id, kind, present }: { readonly id: OrganisationId; readonly kind: string; readonly present: number },
  on: Day,
) {
  const law = await leastMembers(db, kind, on);
  if (law === undefined || present >= law.least) return null;
  const ids = await idsOf(db, id);
  const persons = await mergedMembersIn(db, ids);
  const rows = await registryIn(db)
    .selectFrom('registry.member')
    .leftJoin('registry.published_end as e', 'e.id', 'registry.member.party_organisation_id')
    .select(['registry.member.id', 'standing', 'foreign_investor as foreign', 'joined_on as joinedOn'])
    .select(sql<Day | null>`least(left_on, e.ended_on)`.as('leftOn'))
    .where('organisation_id', 'in', ids)
    .where('voided_by', 'is', null)
    .execute();
  const formers = await formersIn(db, ids);
  const held = new Map(rows.map((row) => [row.id, { ...row, former: formers.get(row.id) ?? [] }]));
  const spans = rows.flatMap((row) => {
    const person = persons.get(row.id) ?? row.id;
    const span = { person, joinedOn: row.joinedOn, leftOn: row.leftOn };
    return kind === 'cooperative-group' ? [span] : officialSpans(span, held.get(person) ?? row);
  });
  // Whose members nobody has entered is not short of them.
  if (spans.length === 0) return null;
  return { ...law, since: underMinimumSince(personSpans(spans), await minimumsOf(db, kind), on) ?? null };
}
