import { addDays, type Day } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { mayAct, mayActFor, mayList, mayRead, runOrganisations, scopeOf } from './contract.access.ts';
import { contractToChange } from './contract.load.ts';
import { nextNumber, type ContractRecord } from './contract.store.ts';
import { otherSide } from './part.wire.ts';
import { confirmedPrices } from './price.store.ts';
import { statementLines, statementObstacles, statementOf, type Deduction } from './settlement.ts';
import {
  billables,
  findSettlement,
  findSettlementForChange,
  insertSettlement,
  putDeductions,
  putLines,
  releaseLines,
  setInvoice,
  setSettlementState,
  settlementPage,
  updateStatement,
} from './settlement.store.ts';
import { partiesIn, partsOfSettlements, settlementRow, settlementView } from './settlement.view.ts';
import {
  acceptSettlement,
  changeSettlement,
  draftSettlement,
  getSettlement,
  listSettlements,
  recordInvoice,
  refuseSettlement,
  submitSettlement,
  withdrawSettlement,
  type SettlementId,
} from './settlement.wire.ts';

const unknown = (): Problem => new Problem('not-found', 'linkage.settlement.unknown');
const refused = (code: string, obstacles: readonly unknown[]): Problem =>
  new Problem('conflict', `linkage.settlement.${code}`, { obstacles });

export async function settlementToChange(db: Db, id: SettlementId) {
  const row = await findSettlementForChange(db, id);
  if (row === undefined) throw unknown();
  return { row, parties: partiesIn(row, await partsOfSettlements(db, [row])) };
}

/** A period counted from its rows; throws with all reasons why it cannot be. */
async function counted(
  db: Db,
  contract: ContractRecord,
  given: { readonly from: Day; readonly until: Day; readonly deductions: readonly Deduction[]; readonly today: Day },
) {
  const items = given.until < given.from ? [] : await billables(db, contract.id, given);
  const rule = {
    priceKind: contract.price_kind,
    priceVnd: contract.price_vnd,
    marketReading: contract.market_reading,
    unitQty: contract.unit_qty,
  };
  const priced = statementLines(items, rule, await confirmedPrices(db, contract.id));
  const statement = statementOf(priced.lines, given.deductions, contract.vat_bp);
  const everSigned = contract.signed_on !== null;
  const obstacles = statementObstacles({ ...given, ...priced, statement, everSigned }, given.today);
  if (obstacles.length > 0) throw refused('not-possible', obstacles);
  return { lines: priced.lines, statement };
}

const stateObstacles = (is: boolean, code: string): string[] => (is ? [] : [code]);
const versionObstacles = (row: { version: number }, version: number): string[] =>
  stateObstacles(row.version === version, 'changed-meanwhile');

export const settlementRoutes = [
  handle(listSettlements, async ({ input, actor, db, insist }) => {
    insist(mayList(actor));
    const { items, total } = await settlementPage(db, {
      filters: input,
      scope: scopeOf(actor),
      own: runOrganisations(actor),
    });
    const parts = await partsOfSettlements(db, items);
    return { total, items: items.map((row) => settlementRow(row, parts)) };
  }),

  handle(getSettlement, async ({ input, actor, db, insist }) => {
    const row = await findSettlement(db, input.settlement);
    if (row === undefined) throw unknown();
    insist(mayRead(actor, partiesIn(row, await partsOfSettlements(db, [row]))));
    return settlementView(db, row, actor);
  }),

  handle(draftSettlement, async ({ input, actor, db, insist, today }) => {
    const { row, parties } = await contractToChange(db, input.contract);
    insist(mayActFor(actor, parties, input.side));
    const { lines, statement } = await counted(db, row, { ...input, today });
    const number = await nextNumber(db, 'settlement', today);
    await insertSettlement(db, { ...input, number, by: actor.account!, vatBp: row.vat_bp, statement });
    await putLines(db, input.id, lines, row.unit_qty);
    await putDeductions(db, input.id, input.deductions);
    return { id: input.id, number, amountVnd: statement.amountVnd };
  }),

  handle(changeSettlement, async ({ input, actor, db, insist, today }) => {
    const found = await findSettlement(db, input.settlement);
    if (found === undefined) throw unknown();
    const { row: contract } = await contractToChange(db, found.contract_id);
    const { row, parties } = await settlementToChange(db, input.settlement);
    insist(mayActFor(actor, parties, row.side));
    const obstacles = [
      ...stateObstacles(row.state === 'draft', 'not-a-draft'),
      ...versionObstacles(row, input.version),
    ];
    if (obstacles.length > 0) throw refused('not-changeable', obstacles);
    await releaseLines(db, row.id);
    const { deductions } = input;
    const period = { from: row.period_from, until: row.period_until };
    const { lines, statement } = await counted(db, contract, { ...period, deductions, today });
    await putLines(db, row.id, lines, contract.unit_qty);
    await putDeductions(db, row.id, deductions);
    return { version: await updateStatement(db, row.id, statement), amountVnd: statement.amountVnd };
  }),

  handle(submitSettlement, async ({ input, actor, db, insist, tell, today }) => {
    const { row, parties } = await settlementToChange(db, input.settlement);
    insist(mayActFor(actor, parties, row.side));
    const obstacles = [
      ...stateObstacles(row.state === 'draft', 'not-a-draft'),
      ...versionObstacles(row, input.version),
    ];
    if (obstacles.length > 0) throw refused('not-issuable', obstacles);
    const dueOn = addDays(today, row.payment_due_days);
    await setSettlementState(db, row.id, { state: 'issued', issuedOn: today, dueOn, refusal: '' });
    await tell('linkage.settlement.issued', { settlement: row.id, contract: row.contract_id, side: row.side });
    return { dueOn };
  }),

  handle(acceptSettlement, async ({ input, actor, db, insist, tell }) => {
    const { row, parties } = await settlementToChange(db, input.settlement);
    const side = otherSide(row.side);
    insist(mayActFor(actor, parties, side));
    const obstacles = [
      ...stateObstacles(row.state === 'issued', 'not-issued'),
      ...versionObstacles(row, input.version),
    ];
    if (obstacles.length > 0) throw refused('not-acceptable', obstacles);
    // A statement that comes to nothing is paid as soon as it is agreed.
    const state = row.amount_vnd === 0 ? 'paid' : 'agreed';
    await setSettlementState(db, row.id, { state, agreedBy: actor.account! });
    await tell('linkage.settlement.agreed', { settlement: row.id, contract: row.contract_id, side });
    if (state === 'paid')
      await tell('linkage.settlement.paid', { settlement: row.id, contract: row.contract_id, side });
    return {};
  }),

  handle(refuseSettlement, async ({ input, actor, db, insist, tell }) => {
    const { row, parties } = await settlementToChange(db, input.settlement);
    const side = otherSide(row.side);
    insist(mayActFor(actor, parties, side));
    if (row.state !== 'issued') throw refused('not-refusable', ['not-issued']);
    await setSettlementState(db, row.id, { state: 'draft', issuedOn: null, dueOn: null, refusal: input.reason });
    await tell('linkage.settlement.refused', { settlement: row.id, contract: row.contract_id, side });
    return {};
  }),

  handle(withdrawSettlement, async ({ input, actor, db, insist }) => {
    const { row, parties } = await settlementToChange(db, input.settlement);
    insist(mayActFor(actor, parties, row.side));
    if (row.state !== 'draft') throw refused('not-withdrawable', ['not-a-draft']);
    await releaseLines(db, row.id);
    await setSettlementState(db, row.id, { state: 'withdrawn' });
    return {};
  }),

  handle(recordInvoice, async ({ input, actor, db, insist, today }) => {
    const { row, parties } = await settlementToChange(db, input.settlement);
    insist(mayAct(actor, parties));
    const obstacles = [
      ...stateObstacles(row.state !== 'withdrawn', 'withdrawn'),
      ...stateObstacles(input.on <= today, 'in-the-future'),
    ];
    if (obstacles.length > 0) throw new Problem('conflict', 'linkage.invoice.not-recordable', { obstacles });
    await setInvoice(db, row.id, input.number, input.on);
    return {};
  }),
];
