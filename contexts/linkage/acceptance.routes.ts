import type { AccountId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import type { Db } from '#platform/database/db.ts';
import { claimFile } from '#platform/file/file.store.ts';
import { handle, type Call } from '#platform/method/handle.ts';
import { findAccount } from '#platform/session/account.ts';
import { passkeyChallenge, verifyPasskeyAssertion, verifyPassword } from '#platform/session/proof.ts';
import { acceptanceObstacles, stateByAcceptances } from './acceptance.ts';
import { acceptancesOf, confirmScan, factsOf, findAcceptance, saveAcceptance, standing } from './acceptance.store.ts';
import { acceptanceWays, acceptContract, confirmAcceptance } from './acceptance.wire.ts';
import { mayActFor, type Parties } from './contract.access.ts';
import { contractToChange, contractToRead } from './contract.load.ts';
import { findVersion, setContractState, type ContractRecord } from './contract.store.ts';
import { isOpen } from './contract.ts';
import { contentIn } from './contract.view.ts';
import { drawFor, linesObstacles } from './draw.store.ts';
import { findParty } from './part.store.ts';
import { otherSide } from './part.wire.ts';
import { termsObstacles, valueOf } from './terms.ts';

const refused = (obstacles: readonly string[]): Problem =>
  new Problem('conflict', 'linkage.contract.not-acceptable', { obstacles });
const bytesOf = (hash: string): Uint8Array => Buffer.from(hash, 'hex');

type Accepting = ParsedInputOf<typeof acceptContract>;

/** Who is there, once more, in the way they chose. Whatever proves nothing is refused. */
async function proven(db: Db, given: Accepting, account: AccountId, origin: string): Promise<unknown> {
  const { way, contentHash } = given;
  if (way.kind === 'passkey') {
    const challenge = bytesOf(contentHash);
    const passkey = await verifyPasskeyAssertion(db, { account, challenge, origin, response: way.assertion });
    if (passkey === undefined)
      throw new Problem('forbidden', 'linkage.acceptance.not-proven', { obstacles: ['passkey-wrong'] });
    return { passkey, response: way.assertion.response };
  }
  if (way.kind === 'password') {
    const proof = await verifyPassword(db, { account, password: way.password });
    if (proof !== 'right')
      throw new Problem('forbidden', 'linkage.acceptance.not-proven', { obstacles: [`password-${proof}`] });
    return null;
  }
  const isDemonstration = (await findAccount(db, account))?.demonstration === true;
  if (way.kind === 'demonstration' && !isDemonstration)
    throw new Problem('forbidden', 'linkage.acceptance.not-proven', { obstacles: ['not-a-demonstration'] });
  return null;
}

/** After an acceptance or its confirmation: signed once both sides accepted the same hash. */
async function settleState({ db, tell, today }: Pick<Call<unknown>, 'db' | 'tell' | 'today'>, row: ContractRecord) {
  const facts = standing(await acceptancesOf(db, row.id)).map(factsOf);
  const state = stateByAcceptances(row.content_hash, facts);
  await setContractState(db, row.id, state === 'signed' ? { state, signedOn: today } : { state });
  if (state === 'signed') {
    await tell('linkage.contract.signed', { contract: row.id, seller: row.seller_id, buyer: row.buyer_id });
  }
  return state;
}

async function wordingObstacles(db: Db, row: ContractRecord, given: Accepting): Promise<string[]> {
  const version = await findVersion(db, row.id, row.version);
  const { terms } = contentIn(version!.content);
  return [
    ...termsObstacles(terms, valueOf(terms, row.unit_qty)),
    ...(await linesObstacles(db, row, terms, given.side)),
  ];
}

/** Who was merged, dissolved or suspended since the draft binds itself no more. */
async function standingObstacles(db: Db, parties: Parties): Promise<string[]> {
  const both = [await findParty(db, parties.seller), await findParty(db, parties.buyer)];
  return both.every((party) => party?.status === 'operating') ? [] : ['not-operating'];
}

export const acceptanceRoutes = [
  handle(acceptanceWays, async ({ input, actor, db, insist, origin }) => {
    const { row, parties } = await contractToRead(db, input.contract);
    insist(mayActFor(actor, parties, input.side));
    const account = actor.account!;
    const passkey = await passkeyChallenge(db, { account, challenge: bytesOf(row.content_hash), origin });
    return {
      contentHash: row.content_hash,
      passkey: passkey ?? null,
      demonstration: (await findAccount(db, account))?.demonstration === true,
    };
  }),

  handle(acceptContract, async (call) => {
    const { input, actor, db, insist, today, origin, tell } = call;
    const { row, parties } = await contractToChange(db, input.contract);
    insist(mayActFor(actor, parties, input.side));
    const facts = standing(await acceptancesOf(db, row.id)).map(factsOf);
    const acceptable = {
      state: row.state,
      contentHash: row.content_hash,
      isOver: row.until_day < today,
      acceptances: facts,
    };
    const obstacles: string[] = acceptanceObstacles(acceptable, input.side, input.contentHash);
    if (isOpen(row.state))
      obstacles.push(...(await wordingObstacles(db, row, input)), ...(await standingObstacles(db, parties)));
    if (obstacles.length > 0) throw refused(obstacles);

    const proof = await proven(db, input, actor.account!, origin);
    const scan = input.way.kind === 'paper' ? input.way.scan : null;
    if (scan !== null) await claimFile(db, actor, scan, { kind: 'linkage.contract', id: row.id });
    await saveAcceptance(db, {
      id: input.id,
      contract: row.id,
      version: row.version,
      contentHash: row.content_hash,
      side: input.side,
      organisation: parties[input.side],
      kind: input.way.kind,
      by: actor.account!,
      name: actor.name,
      proof,
      scan,
    });
    await drawFor(db, row, input.side);
    const state = await settleState(call, row);
    if (state !== 'signed')
      await tell('linkage.contract.accepted', { contract: row.id, side: input.side, kind: input.way.kind });
    return { state };
  }),

  handle(confirmAcceptance, async (call) => {
    const { input, actor, db, insist } = call;
    const found = await findAcceptance(db, input.acceptance);
    if (found === undefined) throw new Problem('not-found', 'linkage.acceptance.unknown');
    const { row, parties } = await contractToChange(db, found.contract_id);
    const acceptance = (await findAcceptance(db, input.acceptance))!;
    insist(mayActFor(actor, parties, otherSide(acceptance.side)));
    const obstacles: string[] = [];
    if (acceptance.kind !== 'paper') obstacles.push('not-paper');
    if (acceptance.confirmed_at !== null) obstacles.push('already-confirmed');
    if (acceptance.voided_at !== null) obstacles.push('voided');
    if (obstacles.length > 0) throw new Problem('conflict', 'linkage.acceptance.not-confirmable', { obstacles });
    await confirmScan(db, acceptance.id, actor.account!);
    return { state: await settleState(call, row) };
  }),
];
