import type { ContractId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { Parties } from './contract.access.ts';
import { findContract, findContractForChange, type ContractRecord } from './contract.store.ts';
import { partsOf, type KnownParty, type Parts } from './part.store.ts';

export interface LoadedContract {
  readonly row: ContractRecord;
  readonly parties: Parties;
  readonly parts: Parts;
  readonly seller: KnownParty;
  readonly buyer: KnownParty;
}

export const partiesOf = (seller: KnownParty, buyer: KnownParty): Parties => ({
  seller: seller.id,
  buyer: buyer.id,
  sellerUnit: seller.unit?.code ?? null,
  buyerUnit: buyer.unit?.code ?? null,
});

async function withParts(db: Db, row: ContractRecord | undefined): Promise<LoadedContract> {
  if (row === undefined) throw new Problem('not-found', 'linkage.contract.unknown');
  const parts = await partsOf(db, {
    organisations: [row.seller_id, row.buyer_id],
    commodities: [row.commodity_id],
    varieties: [row.variety_id],
  });
  const seller = parts.party(row.seller_id);
  const buyer = parts.party(row.buyer_id);
  return { row, parties: partiesOf(seller, buyer), parts, seller, buyer };
}

export const contractToRead = async (db: Db, contract: ContractId): Promise<LoadedContract> =>
  withParts(db, await findContract(db, contract));

/** Its row is locked until the command ends. */
export const contractToChange = async (db: Db, contract: ContractId): Promise<LoadedContract> =>
  withParts(db, await findContractForChange(db, contract));
