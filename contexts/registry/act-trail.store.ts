import { sql, type RawBuilder } from 'kysely';
import type { Db } from '#platform/database/db.ts';
import type { ActId } from './act.wire.ts';

export type Relation = 'organisation' | 'member';

/** Rows as they were before an act, and which it makes, until the act is done and what it changed is written down. */
export interface Trail {
  readonly act: ActId;
  readonly before: Map<string, { readonly relation: Relation; readonly row: string | null }>;
}

export const newTrail = (act: ActId): Trail => ({ act, before: new Map() });

const tables: Record<Relation, RawBuilder<unknown>> = {
  organisation: sql`registry.organisation`,
  member: sql`registry.member`,
};

/** Takes note of rows that the act will change. */
export async function noteRows(db: Db, trail: Trail, relation: Relation, ids: readonly string[]): Promise<void> {
  const unknown = ids.filter((id) => !trail.before.has(id));
  if (unknown.length === 0) return;
  const { rows } = await sql<{ id: string; row: string }>`
    select r.id, to_jsonb(r)::text as row from ${tables[relation]} r
    where r.province = platform.current_province() and r.id = any(${unknown}::uuid[])`.execute(db);
  for (const { id, row } of rows) trail.before.set(id, { relation, row });
}

/** Takes note of a row that the act makes. */
export const noteMade = (trail: Trail, relation: Relation, id: string): void => {
  if (!trail.before.has(id)) trail.before.set(id, { relation, row: null });
};

/** Columns that other entries bring back, or that follow from others. */
const followed = ['plain_name', 'subscribed_vnd', 'contributed_vnd'];

async function saveEffects(db: Db, trail: Trail, relation: Relation): Promise<void> {
  const noted = [...trail.before].filter(([, one]) => one.relation === relation);
  await sql`
    insert into registry.act_effect (act_id, seq, relation, row_id, before, after_version)
    select ${trail.act}::uuid, last.seq + noted.seq, ${relation}, noted.id,
      case when noted.row is not null then coalesce(
        (select jsonb_object_agg(b.key, b.value) from jsonb_each(noted.row::jsonb) b
         where to_jsonb(r) -> b.key is distinct from b.value and b.key <> all(${followed}::text[])), '{}') end,
      r.version
    from unnest(${noted.map(([id]) => id)}::uuid[], ${noted.map(([, { row }]) => row)}::text[]) with ordinality as noted(id, row, seq)
    cross join (select greatest(${relation === 'organisation' ? 0 : 1_000}::int, max(e.seq)) as seq from registry.act_effect e
      where e.province = platform.current_province() and e.act_id = ${trail.act} and e.relation = ${relation}) last
    join ${tables[relation]} r on r.province = platform.current_province() and r.id = noted.id
    where ${relation} = 'organisation' or noted.row is null or noted.row::jsonb is distinct from to_jsonb(r)`.execute(
    db,
  );
}

/** Once everything is done, and again when more is decided of the same act later: what stood in each changed column before. */
export async function saveTrail(db: Db, trail: Trail): Promise<void> {
  await saveEffects(db, trail, 'organisation');
  await saveEffects(db, trail, 'member');
}
