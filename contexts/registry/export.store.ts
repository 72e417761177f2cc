import { sql } from 'kysely';
import type { OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { isListed, type MemberFilters } from './member-filter.store.ts';
import { withMerged } from './member-merged.store.ts';
import { membersAsOf, partyEndAsOf } from './member-on.store.ts';
import { idsOf, notMerged } from './record-merger.store.ts';
import { registryIn } from './registry.tables.ts';

const batch = 2_000;

interface Which extends MemberFilters {
  /** undefined: of the whole province. */
  readonly organisation: OrganisationId | undefined;
}

/** How many rows the sheet will have. */
export async function memberRowCount(db: Db, { organisation, ...filters }: Which): Promise<number> {
  let query = registryIn(db)
    .selectFrom(membersAsOf(filters.asOf))
    .where('voided_by', 'is', null)
    .where(notMerged('member', 'm.id'))
    .where(isListed(filters));
  if (organisation !== undefined) query = query.where('organisation_id', 'in', await idsOf(db, organisation));
  const { n } = await query.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  return n;
}

/** Members by organisation and id, read on from the last key: the end of a long list costs no more than its beginning. */
export async function* memberRows(db: Db, { organisation, ...filters }: Which) {
  const { asOf } = filters;
  const ids = organisation === undefined ? [] : await idsOf(db, organisation);
  let after: { organisation_id: OrganisationId; id: string } | undefined;
  for (;;) {
    let query = registryIn(db)
      .selectFrom(membersAsOf(asOf))
      .innerJoin('registry.published_identity as i', 'i.id', 'm.organisation_id')
      .innerJoin('registry.organisation as o', 'o.id', 'i.stands_as_id')
      .select([
        'm.id',
        'm.organisation_id',
        'o.name as organisation',
        'm.party',
        'm.standing',
        'm.name',
        'm.sex',
        'm.birth_year',
      ])
      .select([
        'm.phone',
        'm.national_id_cipher',
        'm.hamlet',
        'm.joined_on',
        'm.left_on',
        'm.contributed_vnd',
        'm.provenance',
      ])
      .select(partyEndAsOf(asOf).as('party_ended_on'))
      .where('m.voided_by', 'is', null)
      .where(notMerged('member', 'm.id'))
      .where(isListed(filters))
      .orderBy('m.organisation_id')
      .orderBy('m.id')
      .limit(batch);
    if (organisation !== undefined) query = query.where('m.organisation_id', 'in', ids);
    if (after !== undefined)
      query = query.where(sql<boolean>`(m.organisation_id, m.id) > (${after.organisation_id}, ${after.id})`);
    const rows = await query.execute();
    yield* asOf === undefined ? await withMerged(db, rows) : rows;
    after = rows.at(-1);
    if (rows.length < batch) return;
  }
}
