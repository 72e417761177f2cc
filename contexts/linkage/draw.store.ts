import type { Db } from '#platform/database/db.ts';
import type { ContractRecord } from './contract.store.ts';
import { drawnBy, drawOn, findLine, findLineForChange, type LineRecord } from './line.store.ts';
import type { Side } from './part.wire.ts';
import { linkObstacles, type DrawableLine, type LinkObstacle, type Terms } from './terms.ts';

/** A line's row as the rules of contracts see it. */
export const drawable = (row: LineRecord): DrawableLine => ({
  organisation: row.organisation_id,
  commodity: row.commodity_id,
  variety: row.variety_id,
  from: row.from_day,
  until: row.until_day,
  totalQty: row.total_qty,
  drawnQty: row.drawn_qty,
  minimumOrderQty: row.minimum_order_qty,
  state: row.state,
});

const lineOf = (contract: ContractRecord, side: Side) => (side === 'seller' ? contract.offer_id : contract.demand_id);
const lineSideOf = { seller: 'offer', buyer: 'demand' } as const;

/** Why the lines a contract was drafted from do not carry these terms now. The line of `lock` is locked. */
export async function linesObstacles(
  db: Db,
  contract: ContractRecord,
  terms: Pick<Terms, 'committedQty' | 'from' | 'until'>,
  lock?: Side,
): Promise<LinkObstacle[]> {
  if (contract.offer_id === null || contract.demand_id === null) return [];
  const offer = await (lock === 'seller' ? findLineForChange : findLine)(db, 'offer', contract.offer_id);
  const demand = await (lock === 'buyer' ? findLineForChange : findLine)(db, 'demand', contract.demand_id);
  if (offer === undefined || demand === undefined) throw new Error('a contract names a line that is not there');
  const drawn = {
    offer: await drawnBy(db, contract.id, contract.offer_id),
    demand: await drawnBy(db, contract.id, contract.demand_id),
  };
  return linkObstacles({ offer: drawable(offer), demand: drawable(demand), terms, drawn });
}

/** A side's acceptance is its promise: its own line carries it from then on. The line is locked already. */
export async function drawFor(db: Db, contract: ContractRecord, side: Side): Promise<void> {
  const line = lineOf(contract, side);
  if (line !== null) await drawOn(db, line, { contract: contract.id, qty: contract.committed_qty, why: 'accepted' });
}

/** Gives back what a contract has drawn beyond `keepQty`, on both lines. */
export async function giveBack(
  db: Db,
  contract: ContractRecord,
  { why, keepQty = 0 }: { readonly why: 'voided' | 'withdrawn' | 'ended'; readonly keepQty?: number },
): Promise<void> {
  for (const side of ['seller', 'buyer'] as const) {
    const line = lineOf(contract, side);
    if (line === null) continue;
    await findLineForChange(db, lineSideOf[side], line);
    const drawn = await drawnBy(db, contract.id, line);
    await drawOn(db, line, { contract: contract.id, qty: Math.min(0, keepQty - drawn), why });
  }
}
