import { sql } from 'kysely';
import type { Db } from '#platform/database/db.ts';
import { hangingOn } from '#registry';
import type { Subject } from './pair.ts';
import { hangingKinds, type HangingKind } from './pair.wire.ts';

/** What the other rooms have published about these organisations. Banks' dossiers are not among it: that is nobody's business here. */
const elsewhere = (ids: readonly string[]) => sql<{ id: string } & Partial<Record<HangingKind, number>>>`
  select r.id,
    (select count(*) from linkage.published_contract c where c.province = r.province and r.id in (c.seller_id, c.buyer_id)) as contracts,
    (select count(distinct c.chain_id) from linkage.published_chain_partner c
      where c.province = r.province and c.organisation_id = r.id) as chains,
    (select count(*) from production.published_plot c where c.province = r.province and c.organisation_id = r.id) as plots,
    (select count(*) from production.published_season c where c.province = r.province and c.organisation_id = r.id) as seasons,
    (select count(*) from quality.published_lot c where c.province = r.province and c.organisation_id = r.id) as lots,
    (select count(*) from support.published_application c where c.province = r.province and c.organisation_id = r.id) as applications,
    (select count(*) from platform.access_grant c
      where c.province = r.province and c.organisation_id = r.id and c.revoked_at is null) as roles
  from registry.published_identity r
  where r.province = platform.current_province() and r.id = any(${ids}::uuid[])`;

export interface Hanging {
  readonly what: HangingKind;
  readonly first: number;
  readonly second: number;
}

/** How many rows hang on each of the two, of every kind of which either has one. */
export async function hangingOnBoth(
  db: Db,
  subject: Subject,
  [first, second]: readonly [string, string],
): Promise<Hanging[]> {
  const own = await hangingOn(db, subject, [first, second]);
  const others =
    subject === 'member'
      ? new Map()
      : new Map((await elsewhere([first, second]).execute(db)).rows.map((row) => [row.id, row]));
  const of = (id: string, what: HangingKind): number => own.get(id)?.[what] ?? others.get(id)?.[what] ?? 0;
  return hangingKinds
    .map((what) => ({ what, first: of(first, what), second: of(second, what) }))
    .filter((row) => row.first + row.second > 0);
}

/** Contracts between the two: as one it would trade with itself. */
export async function contractsBetween(db: Db, [one, other]: readonly [string, string]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from linkage.published_contract
    where province = platform.current_province()
      and ((seller_id = ${one} and buyer_id = ${other}) or (seller_id = ${other} and buyer_id = ${one}))`.execute(db);
  return rows[0]!.n;
}
