import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import type { ApplicationId } from './application.ts';
import type { DisbursementId, Given } from './disbursement.ts';
import type { Part } from './policy.ts';
import { supportIn } from './support.tables.ts';

export const disbursementsOf = (db: Db, application: ApplicationId) =>
  supportIn(db)
    .selectFrom('support.disbursement')
    .selectAll()
    .where('application_id', '=', application)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
export type DisbursementRecord = Awaited<ReturnType<typeof disbursementsOf>>[number];

export const givenIn = (lines: readonly DisbursementRecord[]): Given[] =>
  lines.map(({ part, kind, count, amount_vnd, state }) => ({ part, kind, count, amountVnd: amount_vnd, state }));

export async function loadDisbursement(db: Db, id: DisbursementId): Promise<DisbursementRecord> {
  const line = await supportIn(db)
    .selectFrom('support.disbursement')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (line === undefined) throw new Problem('not-found', 'support.disbursement.unknown');
  return line;
}

interface Entered {
  readonly id: DisbursementId;
  readonly application: ApplicationId;
  readonly organisation: OrganisationId;
  readonly given: Part;
  readonly givenOn: Day;
  readonly reference: string;
  readonly note: string;
  readonly by: string;
  readonly as: 'commune-officer' | 'provincial-officer' | 'fund';
  readonly on: Day;
}

export const insertDisbursement = (db: Db, { given, ...line }: Entered) =>
  supportIn(db)
    .insertInto('support.disbursement')
    .values({
      id: line.id,
      application_id: line.application,
      organisation_id: line.organisation,
      part: given.part,
      kind: given.kind,
      count: given.count,
      amount_vnd: given.amountVnd,
      given_on: line.givenOn,
      reference: line.reference,
      note: line.note,
      recorded_by: line.by,
      recorded_as: line.as,
      recorded_on: line.on,
    })
    .execute();

type Change =
  | { readonly state: 'confirmed'; readonly confirmed_by: string; readonly confirmed_on: Day }
  | { readonly state: 'disputed'; readonly dispute: string }
  | { readonly state: 'withdrawn'; readonly settled_note: string };

export const changeDisbursement = (db: Db, id: DisbursementId, change: Change) =>
  supportIn(db).updateTable('support.disbursement').set(change).where('id', '=', id).execute();

export const isReferenceUsed = async (db: Db, application: ApplicationId, part: string, reference: string) =>
  (await supportIn(db)
    .selectFrom('support.disbursement')
    .select('id')
    .where('application_id', '=', application)
    .where('part', '=', part)
    .where('reference', '=', reference)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst()) !== undefined;
