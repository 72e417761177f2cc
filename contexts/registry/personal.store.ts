import { sql } from 'kysely';
import { newId, type AccountId, type MemberId, type OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import { plain } from '#kernel/text.ts';
import type { Db } from '#platform/database/db.ts';
import type { SessionTables } from '#platform/session/session.tables.ts';
import type { ExportFilter } from './member.tables.ts';
import type { LookId } from './member.wire.ts';
import { notMerged } from './record-merger.store.ts';
import { registryIn } from './registry.tables.ts';

export interface Look {
  readonly way: 'shown' | 'found-by';
  readonly purpose: string;
  readonly by: AccountId;
}

/** Keeps who looked at whose national id. */
export async function saveLooks(
  db: Db,
  looks: readonly { readonly id: LookId; readonly member: MemberId }[],
  look: Look,
): Promise<void> {
  if (looks.length === 0) return;
  await registryIn(db)
    .insertInto('registry.personal_look')
    .values(
      looks.map(({ id, member }) => ({
        id,
        member_id: member,
        organisation_id: null,
        field: 'national-id' as const,
        filter: null,
        row_count: null,
        way: look.way,
        purpose: look.purpose,
        looked_by: look.by,
      })),
    )
    .execute();
}

export interface ExportLook {
  /** undefined: of the whole province. */
  readonly organisation: OrganisationId | undefined;
  readonly filter: ExportFilter;
  readonly rows: number;
  readonly by: AccountId;
}

/** Keeps who took a list of members away. What for is not asked of an export: the list is its own purpose. */
export async function saveExportLook(db: Db, look: ExportLook): Promise<void> {
  await registryIn(db)
    .insertInto('registry.personal_look')
    .values({
      id: newId<LookId>(),
      member_id: null,
      organisation_id: look.organisation ?? null,
      field: 'member-list',
      way: 'exported',
      purpose: 'export',
      filter: JSON.stringify(look.filter),
      row_count: look.rows,
      looked_by: look.by,
    })
    .execute();
}

/** Exports in which the members of an organisation were: its own, and those of the whole province. */
export const exportsOf = (db: Db, organisation: OrganisationId) =>
  registryIn(db)
    .$extendTables<SessionTables>()
    .selectFrom('registry.personal_look as l')
    .leftJoin('auth.user as a', 'a.id', 'l.looked_by')
    .select(['l.id', 'l.organisation_id', 'l.filter', 'l.row_count', 'a.name as by', 'l.looked_at as at'])
    .where('l.field', '=', 'member-list')
    .where((eb) => eb.or([eb('l.organisation_id', '=', organisation), eb('l.organisation_id', 'is', null)]))
    .orderBy('l.looked_at', 'desc')
    .orderBy('l.id')
    .limit(200)
    .execute();

const minutes = 5;

/** A look and whether it is still of the moment. */
export const findLook = (db: Db, look: LookId) =>
  registryIn(db)
    .selectFrom('registry.personal_look')
    .select(['member_id', 'looked_by', 'field'])
    .select(sql<boolean>`looked_at > now() - make_interval(mins => ${minutes})`.as('fresh'))
    .where('id', '=', look)
    .where('way', '=', 'shown')
    .$narrowType<{ member_id: MemberId }>()
    .executeTakeFirst();

export const looksAt = (db: Db, member: MemberId) =>
  registryIn(db)
    .$extendTables<SessionTables>()
    .selectFrom('registry.personal_look as l')
    .leftJoin('auth.user as a', 'a.id', 'l.looked_by')
    .select(['l.way', 'l.field', 'l.purpose', 'a.name as by', 'l.looked_at as at'])
    .where('l.member_id', '=', member)
    .$narrowType<{ field: 'national-id' | 'ethnicity' | 'poverty' | 'personal-copy' }>()
    .orderBy('l.looked_at', 'desc')
    .limit(200)
    .execute();

// The published view tells far more: to plan it took longer than the search.
const withOrganisation = (db: Db) =>
  registryIn(db)
    .selectFrom('registry.member as m')
    .innerJoin('registry.published_identity as i', 'i.id', 'm.organisation_id')
    .innerJoin('registry.organisation as o', 'o.id', 'i.stands_as_id')
    .select(['m.id', 'm.name', 'm.birth_year', 'o.name as organisation_name', 'i.unit_code'])
    .select('o.id as organisation_id')
    .where(notMerged('member', 'm.id'));

/** Members with this fingerprint of a national id: one person may belong to several organisations. */
export const membersByFingerprint = (db: Db, fingerprint: Buffer) =>
  withOrganisation(db).where('m.national_id_hmac', '=', fingerprint).orderBy('m.id').limit(100).execute();

/** Members whose name holds the words, or nearly; in one unit, or all. */
export async function membersByWords(
  db: Db,
  search: string,
  { unit, size }: { unit: readonly UnitCode[] | null; size: number },
) {
  const words = plain(search);
  const { rows: found } = await sql<{ id: MemberId }>`
    select id from registry.member_by_words(${search}, ${words}, ${unit === null ? size : 500})`.execute(db);
  const order = new Map(found.map(({ id }, at) => [id, at]));
  // By their ids: joined to the search itself, all organisations were read for twenty members.
  let rows = withOrganisation(db).where(sql<boolean>`m.id = any(${[...order.keys()]}::uuid[])`);
  if (unit !== null) rows = rows.where(sql<boolean>`i.unit_code = any(${unit}::text[])`);
  const members = await rows.execute();
  return members.toSorted((a, b) => order.get(a.id)! - order.get(b.id)!).slice(0, size);
}
