import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { CommodityId, ContractId, DeliveryId, OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { sameOrganisation } from '#registry';
import { linkageIn } from './linkage.tables.ts';
import { amountOf } from './price.ts';

/** A delivery as quality needs it, to dispatch a released lot against it. */
export interface DeliveryForDispatch {
  readonly id: DeliveryId;
  readonly contract: ContractId;
  readonly contractNumber: string;
  readonly seller: OrganisationId;
  readonly buyer: OrganisationId;
  readonly commodity: CommodityId;
  readonly deliveredOn: Day;
  readonly netQty: number;
  readonly state: 'recorded' | 'confirmed' | 'disputed' | 'corrected';
  readonly contractState: 'draft' | 'offered' | 'signed' | 'closed' | 'terminated' | 'withdrawn';
}

/** Locked with its row, so that two dispatches against one delivery come one after the other. */
export async function deliveryForDispatch(db: Db, delivery: DeliveryId): Promise<DeliveryForDispatch | undefined> {
  await linkageIn(db).selectFrom('linkage.delivery').select('id').where('id', '=', delivery).forUpdate().execute();
  const row = await linkageIn(db)
    .selectFrom('linkage.delivery as d')
    .innerJoin('linkage.contract as c', 'c.id', 'd.contract_id')
    .select([
      'd.id',
      'd.contract_id',
      'd.delivered_on',
      'd.net_qty',
      'd.state',
      'c.number',
      'c.seller_id',
      'c.buyer_id',
    ])
    .select(['c.commodity_id', 'c.state as contract_state'])
    .where('d.id', '=', delivery)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    contract: row.contract_id,
    contractNumber: row.number,
    seller: row.seller_id,
    buyer: row.buyer_id,
    commodity: row.commodity_id,
    deliveredOn: row.delivered_on,
    netQty: row.net_qty,
    state: row.state,
    contractState: row.contract_state,
  };
}

/** A signed contract as a bank may count it: facts of the ledger, no forecast. */
export interface ContractFact {
  readonly id: ContractId;
  readonly number: string;
  readonly side: 'seller' | 'buyer';
  readonly counterparty: string;
  readonly commodity: string;
  readonly from: Day;
  readonly until: Day;
  readonly signedOn: Day;
  readonly state: 'signed' | 'closed' | 'terminated';
  readonly priceKind: 'fixed' | 'floor-market';
  /** At the fixed price or the floor; without tolerance. */
  readonly committedVnd: number;
  readonly committedQty: number;
  readonly deliveredQty: number;
  /** Delivered ÷ committed, in basis points, never above 10,000. */
  readonly fulfilledBp: number;
  readonly statedVnd: number;
  readonly paidVnd: number;
  readonly overdueVnd: number;
  readonly provenance: 'entered' | 'synthetic';
}

const settled = (column: 'amount_vnd' | 'paid_vnd') =>
  sql<number>`(select coalesce(sum(${sql.ref(`t.${column}`)}), 0)::bigint from linkage.settlement t
    where t.province = c.province and t.contract_id = c.id and t.state in ('issued', 'agreed', 'paid'))`;

/** The contracts an organisation has signed, with what became of them up to a day. */
export async function contractFacts(db: Db, organisation: OrganisationId, today: Day): Promise<ContractFact[]> {
  const rows = await linkageIn(db)
    .selectFrom('linkage.contract as c')
    .innerJoin('registry.published_organisation as s', 's.id', 'c.seller_id')
    .innerJoin('registry.published_organisation as b', 'b.id', 'c.buyer_id')
    .innerJoin('registry.published_commodity as g', 'g.id', 'c.commodity_id')
    .selectAll('c')
    .select(['s.name as seller_name', 'b.name as buyer_name', 'g.name_vi as commodity'])
    .select((eb) => eb('c.seller_id', 'in', sameOrganisation(organisation)).as('is_seller'))
    .select([settled('amount_vnd').as('stated_vnd'), settled('paid_vnd').as('paid_vnd')])
    .select(
      sql<number>`(select coalesce(sum(t.amount_vnd - t.paid_vnd), 0)::bigint from linkage.settlement t
        where t.province = c.province and t.contract_id = c.id and t.state in ('issued', 'agreed') and t.due_on < ${today})`.as(
        'overdue_vnd',
      ),
    )
    .select(
      sql<number>`(select coalesce(sum(d.net_qty - d.outside_qty), 0)::bigint from linkage.delivery d
        where d.province = c.province and d.contract_id = c.id and d.state = 'confirmed')`.as('delivered_qty'),
    )
    .where('c.state', 'in', ['signed', 'closed', 'terminated'])
    .where((eb) =>
      eb.or([
        eb('c.seller_id', 'in', sameOrganisation(organisation)),
        eb('c.buyer_id', 'in', sameOrganisation(organisation)),
      ]),
    )
    .orderBy('c.signed_on', 'desc')
    .orderBy('c.id')
    .execute();
  return rows.map((row) => {
    const side = row.is_seller ? 'seller' : 'buyer';
    const delivered = Math.min(row.delivered_qty, row.committed_qty);
    return {
      id: row.id,
      number: row.number,
      side,
      counterparty: side === 'seller' ? row.buyer_name : row.seller_name,
      commodity: row.commodity,
      from: row.from_day,
      until: row.until_day,
      signedOn: row.signed_on!,
      state: row.state as ContractFact['state'],
      priceKind: row.price_kind,
      committedVnd: amountOf(row.committed_qty, row.price_vnd, row.unit_qty) ?? 0,
      committedQty: row.committed_qty,
      deliveredQty: row.delivered_qty,
      fulfilledBp: Number((BigInt(delivered) * 10_000n) / BigInt(row.committed_qty)),
      statedVnd: row.stated_vnd,
      paidVnd: row.paid_vnd,
      overdueVnd: row.overdue_vnd,
      provenance: row.provenance,
    };
  });
}
