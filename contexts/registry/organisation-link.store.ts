import type { Day } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { ActId } from './act.wire.ts';
import type { LinkWay } from './organisation-link.ts';
import { registryIn } from './registry.tables.ts';

export interface NewLink {
  readonly predecessor: OrganisationId;
  readonly successor: OrganisationId;
  readonly way: LinkWay;
  readonly act: ActId;
  readonly onDay: Day;
}

export async function saveLinks(db: Db, links: readonly NewLink[]): Promise<void> {
  if (links.length === 0) return;
  await registryIn(db)
    .insertInto('registry.organisation_link')
    .values(
      links.map((link) => ({
        id: newId(),
        predecessor_id: link.predecessor,
        successor_id: link.successor,
        way: link.way,
        act_id: link.act,
        on_day: link.onDay,
      })),
    )
    .execute();
}

/** From which organisations one came, and into which it went; nothing that was undone. */
export async function linksOf(db: Db, organisation: OrganisationId) {
  const rows = await registryIn(db)
    .selectFrom('registry.organisation_link as l')
    .innerJoin('registry.published_organisation as p', 'p.id', 'l.predecessor_id')
    .innerJoin('registry.published_organisation as s', 's.id', 'l.successor_id')
    .select(['l.way', 'l.on_day', 'l.act_id', 'l.predecessor_id', 'l.successor_id'])
    .select(['p.name as p_name', 'p.kind as p_kind', 'p.status as p_status'])
    .select(['s.name as s_name', 's.kind as s_kind', 's.status as s_status'])
    .where('l.undone_by', 'is', null)
    .where((eb) => eb.or([eb('l.predecessor_id', '=', organisation), eb('l.successor_id', '=', organisation)]))
    .orderBy('l.on_day')
    .orderBy('l.id')
    .execute();
  return rows.map((row) => ({
    way: row.way,
    onDay: row.on_day,
    act: row.act_id,
    ...(row.successor_id === organisation
      ? {
          side: 'predecessor' as const,
          organisation: { id: row.predecessor_id, name: row.p_name, kind: row.p_kind, status: row.p_status },
        }
      : {
          side: 'successor' as const,
          organisation: { id: row.successor_id, name: row.s_name, kind: row.s_kind, status: row.s_status },
        }),
  }));
}
