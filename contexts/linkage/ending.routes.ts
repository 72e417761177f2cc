import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { mayActFor } from './contract.access.ts';
import { contractToChange } from './contract.load.ts';
import { deliveredUnder, setContractState, type ContractRecord } from './contract.store.ts';
import type { ContractState } from './contract.ts';
import { giveBack } from './draw.store.ts';
import { endingObstacles, isDeclared, type EndingKind } from './ending.ts';
import { answerEnding, endingFacts, findEnding, saveEnding } from './ending.store.ts';
import { confirmEnding, refuseEnding, submitEnding, type EndingId } from './ending.wire.ts';
import { otherSide } from './part.wire.ts';

const refused = (obstacles: readonly string[]): Problem =>
  new Problem('conflict', 'linkage.ending.not-possible', { obstacles });

/** What was not delivered goes back to the lines; what was, or may yet prove to have been, stays drawn. */
async function endContract(db: Db, row: ContractRecord, kind: EndingKind, on: Day): Promise<ContractState> {
  const state = kind === 'fulfilled' ? 'closed' : 'terminated';
  const { insideQty, openQty, disputedQty } = await deliveredUnder(db, row.id);
  await giveBack(db, row, { why: 'ended', keepQty: Math.min(insideQty + openQty + disputedQty, row.committed_qty) });
  await setContractState(db, row.id, { state, endedOn: on });
  return state;
}

async function openEnding(db: Db, actor: Actor, id: EndingId) {
  const found = await findEnding(db, id);
  if (found === undefined) throw new Problem('not-found', 'linkage.ending.unknown');
  const { row, parties } = await contractToChange(db, found.contract_id);
  const ending = (await findEnding(db, id))!;
  return { row, ending, allowed: mayActFor(actor, parties, otherSide(ending.side)) };
}

export const endingRoutes = [
  handle(submitEnding, async ({ input, actor, db, insist, tell, today }) => {
    const { row, parties } = await contractToChange(db, input.contract);
    insist(mayActFor(actor, parties, input.side));
    const obstacles = endingObstacles(await endingFacts(db, row), input.kind, input.on, today);
    if (obstacles.length > 0) throw refused(obstacles);
    const declared = isDeclared(input.kind);
    await saveEnding(db, { ...input, by: actor.account!, state: declared ? 'declared' : 'open' });
    const state = declared ? await endContract(db, row, input.kind, input.on) : row.state;
    const topic = declared ? 'linkage.contract.ended' : 'linkage.ending.submitted';
    await tell(topic, { contract: row.id, ending: input.id, side: input.side, kind: input.kind });
    return { state };
  }),

  handle(confirmEnding, async ({ input, actor, db, insist, tell, today }) => {
    const { row, ending, allowed } = await openEnding(db, actor, input.ending);
    insist(allowed);
    if (ending.state !== 'open') throw refused(['already-answered']);
    const facts = { ...(await endingFacts(db, row)), openEndings: 0 };
    const obstacles = endingObstacles(facts, ending.kind, ending.on_day, today);
    if (obstacles.length > 0) throw refused(obstacles);
    await answerEnding(db, ending.id, 'agreed', actor.account!);
    const state = await endContract(db, row, ending.kind, ending.on_day);
    await tell('linkage.contract.ended', {
      contract: row.id,
      ending: ending.id,
      side: otherSide(ending.side),
      kind: ending.kind,
    });
    return { state };
  }),

  handle(refuseEnding, async ({ input, actor, db, insist, tell }) => {
    const { row, ending, allowed } = await openEnding(db, actor, input.ending);
    insist(allowed);
    if (ending.state !== 'open') throw refused(['already-answered']);
    await answerEnding(db, ending.id, 'refused', actor.account!);
    await tell('linkage.ending.refused', { contract: row.id, ending: ending.id, side: otherSide(ending.side) });
    return {};
  }),
];
