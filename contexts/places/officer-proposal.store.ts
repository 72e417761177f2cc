import { sql } from 'kysely';
import type { AccountId } from '#kernel/id.ts';
import { offsetOf, type Paging } from '#kernel/page.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { OfficerProposalId } from './officer-proposal.wire.ts';
import { placesIn, type proposalStates } from './places.tables.ts';

type ProposalState = (typeof proposalStates)[number];

const proposals = (db: Db) =>
  placesIn(db)
    .selectFrom('places.officer_proposal as p')
    .innerJoin('places.unit_act as a', 'a.id', 'p.act_id')
    .innerJoin('reference.unit as was', (join) =>
      join.onRef('was.code', '=', 'p.from_code').onRef('was.valid_from', '=', 'p.from_from'),
    )
    .innerJoin('reference.unit as u', (join) =>
      join.onRef('u.code', '=', 'p.unit_code').onRef('u.valid_from', '=', 'p.unit_from'),
    )
    .select(['p.id', 'p.act_id', 'p.account_id', 'p.state', 'a.on_day', 'a.document'])
    .select(['was.code as was_code', 'was.valid_from as was_from', 'was.name as was_name', 'was.kind as was_kind'])
    .select(['u.code', 'u.valid_from', 'u.valid_until', 'u.name', 'u.kind']);

export async function proposalPage(db: Db, { state, ...page }: Paging & { state: ProposalState }) {
  const rows = proposals(db).where('p.state', '=', state);
  const items = await rows
    .orderBy('a.on_day', 'desc')
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .orderBy('p.id')
    .limit(page.size)
    .offset(offsetOf(page))
    .execute();
  const { total } = await rows
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { items, total };
}

export async function proposalForChange(db: Db, id: OfficerProposalId) {
  const row = await proposals(db).where('p.id', '=', id).forUpdate('p').executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', 'places.officer-proposal.unknown');
  return row;
}

export const markDecided = (
  db: Db,
  id: string,
  decided: { readonly state: 'approved' | 'refused'; readonly by: AccountId; readonly reason: string | null },
) =>
  placesIn(db)
    .updateTable('places.officer_proposal')
    .set({ state: decided.state, decided_by: decided.by, decided_at: sql`now()`, reason: decided.reason })
    .where('id', '=', id)
    .execute();
