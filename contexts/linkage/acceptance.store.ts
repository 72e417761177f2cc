import { sql } from 'kysely';
import type { AccountId, ContractId, FileId, OrganisationId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { AcceptanceFacts, AcceptanceKind } from './acceptance.ts';
import type { AcceptanceId } from './acceptance.wire.ts';
import { linkageIn } from './linkage.tables.ts';
import type { Side } from './part.wire.ts';

export const acceptancesOf = (db: Db, contract: ContractId) =>
  linkageIn(db)
    .selectFrom('linkage.contract_acceptance')
    .selectAll()
    .where('contract_id', '=', contract)
    .orderBy('accepted_at')
    .orderBy('id')
    .execute();
export type AcceptanceRecord = Awaited<ReturnType<typeof acceptancesOf>>[number];

export const factsOf = (row: AcceptanceRecord): AcceptanceFacts => ({
  side: row.side,
  kind: row.kind,
  contentHash: row.content_hash,
  confirmed: row.confirmed_at !== null,
});

/** What stands: not voided by a later wording. */
export const standing = (rows: readonly AcceptanceRecord[]): AcceptanceRecord[] =>
  rows.filter((row) => row.voided_at === null);

export interface NewAcceptance {
  readonly id: AcceptanceId;
  readonly contract: ContractId;
  readonly version: number;
  readonly contentHash: string;
  readonly side: Side;
  readonly organisation: OrganisationId;
  readonly kind: AcceptanceKind;
  readonly by: AccountId;
  readonly name: string;
  readonly proof: unknown;
  readonly scan: FileId | null;
}

export const saveAcceptance = (db: Db, given: NewAcceptance) =>
  linkageIn(db)
    .insertInto('linkage.contract_acceptance')
    .values({
      id: given.id,
      contract_id: given.contract,
      version: given.version,
      content_hash: given.contentHash,
      side: given.side,
      organisation_id: given.organisation,
      kind: given.kind,
      accepted_by: given.by,
      accepted_name: given.name,
      proof: given.proof === null ? null : JSON.stringify(given.proof),
      file_id: given.scan,
      confirmed_by: null,
      confirmed_at: null,
      voided_at: null,
    })
    .execute();

export const voidAcceptances = (db: Db, contract: ContractId) =>
  linkageIn(db)
    .updateTable('linkage.contract_acceptance')
    .set({ voided_at: sql`now()` })
    .where('contract_id', '=', contract)
    .where('voided_at', 'is', null)
    .execute();

export const findAcceptance = (db: Db, acceptance: AcceptanceId) =>
  linkageIn(db).selectFrom('linkage.contract_acceptance').selectAll().where('id', '=', acceptance).executeTakeFirst();

export const confirmScan = (db: Db, acceptance: AcceptanceId, by: AccountId) =>
  linkageIn(db)
    .updateTable('linkage.contract_acceptance')
    .set({ confirmed_by: by, confirmed_at: sql`now()` })
    .where('id', '=', acceptance)
    .execute();
