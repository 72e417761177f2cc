import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId, type AccountId, type ContractId, type DeliveryId, type OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import type { Db } from '#platform/database/db.ts';
import type { Scope } from './contract.access.ts';
import { linkageIn } from './linkage.tables.ts';
import { direction, sortKey } from './part.store.ts';
import type { Side } from './part.wire.ts';
import { isParty, isPartyOf, isWithin } from './scope.store.ts';
import type { PriceId } from './price.wire.ts';
import type { Billable, Deduction, SettlementState, Statement, StatementLine } from './settlement.ts';
import type { DeductionId, listSettlements, SettlementId } from './settlement.wire.ts';

type Filters = ParsedInputOf<typeof listSettlements>;

const joined = (db: Db) =>
  linkageIn(db)
    .selectFrom('linkage.settlement as t')
    .innerJoin('linkage.contract as c', 'c.id', 't.contract_id')
    .innerJoin('registry.published_organisation as s', 's.id', 'c.seller_id')
    .innerJoin('registry.published_organisation as b', 'b.id', 'c.buyer_id');

const contractColumns = [
  'c.number as contract_number',
  'c.seller_id',
  'c.buyer_id',
  'c.commodity_id',
  'c.unit_code',
  'c.unit_qty',
  'c.provenance',
  'c.payment_due_days',
] as const;

export interface ListedSettlements {
  readonly filters: Filters;
  readonly scope: Scope;
  readonly own: readonly OrganisationId[];
}

function filteredSettlements(db: Db, { filters, scope, own }: ListedSettlements) {
  let rows = joined(db).where(isWithin(scope));
  const { contract, organisation, state, mine } = filters;
  if (contract !== undefined) rows = rows.where('t.contract_id', '=', contract);
  rows = state === undefined ? rows.where('t.state', '<>', 'withdrawn') : rows.where('t.state', '=', state);
  if (organisation !== undefined) rows = rows.where(isPartyOf(organisation));
  if (mine === true) rows = rows.where(isParty(own));
  return rows;
}

const orders: Readonly<Record<string, ReturnType<typeof sql>>> = {
  period: sql`t.period_until`,
  amount: sql`t.amount_vnd`,
  due: sql`t.due_on`,
};

export async function settlementPage(db: Db, listed: ListedSettlements) {
  const rows = filteredSettlements(db, listed);
  const { filters } = listed;
  const items = await rows
    .selectAll('t')
    .select(contractColumns)
    .orderBy(sql`${orders[sortKey(filters.sort)]!} ${direction(filters.sort)}`)
    .orderBy('t.id', 'desc')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}

export const findSettlement = (db: Db, settlement: SettlementId) =>
  joined(db).selectAll('t').select(contractColumns).where('t.id', '=', settlement).executeTakeFirst();
export type SettlementRecord = NonNullable<Awaited<ReturnType<typeof findSettlement>>>;

/** Locked: two answers, or two payments, come one after the other. */
export async function findSettlementForChange(db: Db, settlement: SettlementId): Promise<SettlementRecord | undefined> {
  await linkageIn(db).selectFrom('linkage.settlement').select('id').where('id', '=', settlement).forUpdate().execute();
  return findSettlement(db, settlement);
}

/** Confirmed deliveries of a period, and their accepted surplus, that no statement counts yet. */
export async function billables(
  db: Db,
  contract: ContractId,
  period: { readonly from: Day; readonly until: Day },
): Promise<Billable[]> {
  const rows = await linkageIn(db)
    .selectFrom('linkage.delivery as d')
    .leftJoin('linkage.outside_line as o', 'o.delivery_id', 'd.id')
    .select(['d.id', 'd.delivered_on', 'd.net_qty', 'd.outside_qty', 'o.state as outside_state', 'o.pricing', 'o.qty'])
    .select(
      sql<string[]>`array(select l.kind from linkage.settlement_line l
        where l.province = d.province and l.delivery_id = d.id and l.live)`.as('counted'),
    )
    .where('d.contract_id', '=', contract)
    .where('d.state', '=', 'confirmed')
    .where('d.delivered_on', '>=', period.from)
    .where('d.delivered_on', '<=', period.until)
    .orderBy('d.delivered_on')
    .orderBy('d.id')
    .execute();
  return rows.flatMap((row) => {
    const items: Billable[] = [];
    const insideQty = row.net_qty - row.outside_qty;
    const load = { delivery: row.id, deliveredOn: row.delivered_on };
    if (insideQty > 0 && !row.counted.includes('contract'))
      items.push({ ...load, kind: 'contract', qty: insideQty, pricing: 'contract' });
    if (row.outside_state === 'accepted' && !row.counted.includes('outside'))
      items.push({ ...load, kind: 'outside', qty: row.qty!, pricing: row.pricing! });
    return items;
  });
}

const amounts = (statement: Statement) => ({
  goods_vnd: statement.goodsVnd,
  reduction_vnd: statement.reductionVnd,
  vat_vnd: statement.vatVnd,
  set_off_vnd: statement.setOffVnd,
  amount_vnd: statement.amountVnd,
});

export const insertSettlement = (
  db: Db,
  given: {
    readonly id: SettlementId;
    readonly contract: ContractId;
    readonly number: string;
    readonly from: Day;
    readonly until: Day;
    readonly side: Side;
    readonly by: AccountId;
    readonly vatBp: number | null;
    readonly statement: Statement;
  },
) =>
  linkageIn(db)
    .insertInto('linkage.settlement')
    .values({
      id: given.id,
      contract_id: given.contract,
      number: given.number,
      period_from: given.from,
      period_until: given.until,
      side: given.side,
      drafted_by: given.by,
      vat_bp: given.vatBp,
      ...amounts(given.statement),
      invoice_number: null,
      invoice_on: null,
      issued_on: null,
      due_on: null,
      agreed_by: null,
      agreed_at: null,
    })
    .execute();

export async function updateStatement(db: Db, settlement: SettlementId, statement: Statement): Promise<number> {
  const { version } = await linkageIn(db)
    .updateTable('linkage.settlement')
    .set((eb) => ({ ...amounts(statement), version: eb('version', '+', 1), refusal: '' }))
    .where('id', '=', settlement)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** What a statement counted is free again, for the next one. */
export const releaseLines = (db: Db, settlement: SettlementId) =>
  linkageIn(db)
    .updateTable('linkage.settlement_line')
    .set({ live: false })
    .where('settlement_id', '=', settlement)
    .where('live', '=', true)
    .execute();

export async function putLines(
  db: Db,
  settlement: SettlementId,
  lines: readonly StatementLine[],
  unitQty: number,
): Promise<void> {
  await releaseLines(db, settlement);
  if (lines.length === 0) return;
  const { last } = await linkageIn(db)
    .selectFrom('linkage.settlement_line')
    .select(sql<number>`coalesce(max(position), 0)`.as('last'))
    .where('settlement_id', '=', settlement)
    .executeTakeFirstOrThrow();
  await linkageIn(db)
    .insertInto('linkage.settlement_line')
    .values(
      lines.map((line, index) => ({
        settlement_id: settlement,
        position: last + index + 1,
        delivery_id: line.delivery as DeliveryId,
        kind: line.kind,
        qty: line.qty,
        price_vnd: line.priceVnd,
        unit_qty: unitQty,
        price_id: line.priceId as PriceId | null,
        amount_vnd: line.amountVnd,
      })),
    )
    .execute();
}

export async function putDeductions(
  db: Db,
  settlement: SettlementId,
  deductions: readonly (Deduction & { readonly reason: string })[],
): Promise<void> {
  await linkageIn(db)
    .updateTable('linkage.settlement_deduction')
    .set({ dropped_at: sql`now()` })
    .where('settlement_id', '=', settlement)
    .where('dropped_at', 'is', null)
    .execute();
  if (deductions.length === 0) return;
  await linkageIn(db)
    .insertInto('linkage.settlement_deduction')
    .values(
      deductions.map(({ kind, amountVnd, reason }) => ({
        id: newId<DeductionId>(),
        settlement_id: settlement,
        kind,
        amount_vnd: amountVnd,
        reason,
        dropped_at: null,
      })),
    )
    .execute();
}

export const linesOf = (db: Db, settlement: SettlementId) =>
  linkageIn(db)
    .selectFrom('linkage.settlement_line as l')
    .innerJoin('linkage.delivery as d', 'd.id', 'l.delivery_id')
    .leftJoin('linkage.market_price as m', 'm.id', 'l.price_id')
    .select(['l.position', 'l.delivery_id', 'l.kind', 'l.qty', 'l.price_vnd', 'l.amount_vnd'])
    .select(['d.delivered_on', 'm.price_vnd as market_vnd', 'm.source as market_source'])
    .where('l.settlement_id', '=', settlement)
    .where('l.live', '=', true)
    .orderBy('l.position')
    .execute();

export const deductionsOf = (db: Db, settlement: SettlementId) =>
  linkageIn(db)
    .selectFrom('linkage.settlement_deduction')
    .select(['id', 'kind', 'amount_vnd', 'reason'])
    .where('settlement_id', '=', settlement)
    .where('dropped_at', 'is', null)
    .orderBy('id')
    .execute();

interface StateChange {
  readonly state: SettlementState;
  readonly issuedOn?: Day | null;
  readonly dueOn?: Day | null;
  readonly agreedBy?: AccountId;
  readonly refusal?: string;
}

export async function setSettlementState(db: Db, settlement: SettlementId, given: StateChange): Promise<void> {
  await linkageIn(db)
    .updateTable('linkage.settlement')
    .set((eb) => ({
      state: given.state,
      version: eb('version', '+', 1),
      ...(given.issuedOn === undefined ? {} : { issued_on: given.issuedOn, due_on: given.dueOn ?? null }),
      ...(given.agreedBy === undefined ? {} : { agreed_by: given.agreedBy, agreed_at: sql`now()` }),
      ...(given.refusal === undefined ? {} : { refusal: given.refusal }),
    }))
    .where('id', '=', settlement)
    .execute();
}

export const setInvoice = (db: Db, settlement: SettlementId, number: string, on: Day) =>
  linkageIn(db)
    .updateTable('linkage.settlement')
    .set({ invoice_number: number, invoice_on: on })
    .where('id', '=', settlement)
    .execute();
