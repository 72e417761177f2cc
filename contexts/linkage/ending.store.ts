import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { AccountId, ContractId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { ContractRecord } from './contract.store.ts';
import type { EndingFacts, EndingKind, EndingState } from './ending.ts';
import type { EndingId } from './ending.wire.ts';
import { linkageIn } from './linkage.tables.ts';
import type { Side } from './part.wire.ts';

export const endingsOf = (db: Db, contract: ContractId) =>
  linkageIn(db)
    .selectFrom('linkage.contract_ending')
    .selectAll()
    .where('contract_id', '=', contract)
    .orderBy('submitted_at', 'desc')
    .execute();

export const findEnding = (db: Db, ending: EndingId) =>
  linkageIn(db).selectFrom('linkage.contract_ending').selectAll().where('id', '=', ending).executeTakeFirst();

export const saveEnding = (
  db: Db,
  ending: {
    readonly id: EndingId;
    readonly contract: ContractId;
    readonly kind: EndingKind;
    readonly on: Day;
    readonly reason: string;
    readonly side: Side;
    readonly by: AccountId;
    readonly state: EndingState;
  },
) =>
  linkageIn(db)
    .insertInto('linkage.contract_ending')
    .values({
      id: ending.id,
      contract_id: ending.contract,
      kind: ending.kind,
      on_day: ending.on,
      reason: ending.reason,
      side: ending.side,
      submitted_by: ending.by,
      state: ending.state,
      answered_by: null,
      answered_at: null,
    })
    .execute();

export const answerEnding = (db: Db, ending: EndingId, state: 'agreed' | 'refused', by: AccountId) =>
  linkageIn(db)
    .updateTable('linkage.contract_ending')
    .set({ state, answered_by: by, answered_at: sql`now()` })
    .where('id', '=', ending)
    .execute();

/** What decides whether a contract may end: read under the contract's lock. */
export async function endingFacts(db: Db, contract: ContractRecord): Promise<EndingFacts> {
  const deliveries = await linkageIn(db)
    .selectFrom('linkage.delivery as d')
    .select([
      sql<number>`count(*) filter (where d.state in ('recorded', 'disputed'))`.as('unanswered'),
      sql<number>`count(*) filter (where d.state = 'confirmed' and d.net_qty > d.outside_qty and not exists (
        select from linkage.settlement_line l
        where l.province = d.province and l.delivery_id = d.id and l.kind = 'contract' and l.live))`.as('unsettled'),
    ])
    .where('d.contract_id', '=', contract.id)
    .executeTakeFirstOrThrow();
  const { unpaid } = await linkageIn(db)
    .selectFrom('linkage.settlement')
    .select(sql<number>`count(*)`.as('unpaid'))
    .where('contract_id', '=', contract.id)
    .where('state', 'in', ['draft', 'issued', 'agreed'])
    .executeTakeFirstOrThrow();
  const endings = await endingsOf(db, contract.id);
  return {
    state: contract.state,
    signedOn: contract.signed_on,
    until: contract.until_day,
    committedQty: contract.committed_qty,
    toleranceBp: contract.tolerance_bp,
    confirmedQty: contract.delivered_qty,
    unansweredDeliveries: deliveries.unanswered,
    unsettledDeliveries: deliveries.unsettled,
    unpaidSettlements: unpaid,
    openEndings: endings.filter((ending) => ending.state === 'open').length,
  };
}
