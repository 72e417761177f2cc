import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { creditIn } from './credit.tables.ts';
import type { AnswerId, DossierId, Reply } from './dossier.ts';
import type { recordAnswer } from './answer.wire.ts';
import type { ConsentRecord } from './consent.store.ts';

/** All answers to a dossier, or (for a bank) its own. */
export async function answersTo(db: Db, dossier: DossierId, bank?: OrganisationId) {
  let rows = creditIn(db).selectFrom('credit.answer').selectAll().where('dossier_id', '=', dossier);
  if (bank !== undefined) rows = rows.where('bank_id', '=', bank);
  return rows.orderBy('answered_at', 'desc').execute();
}
export type AnswerRecord = Awaited<ReturnType<typeof answersTo>>[number];

export async function loadAnswer(db: Db, id: AnswerId): Promise<AnswerRecord> {
  const answer = await creditIn(db).selectFrom('credit.answer').selectAll().where('id', '=', id).executeTakeFirst();
  if (answer === undefined) throw new Problem('not-found', 'credit.answer.unknown');
  return answer;
}

export const insertAnswer = (
  db: Db,
  input: ParsedInputOf<typeof recordAnswer>,
  { consent, by, on }: { readonly consent: ConsentRecord; readonly by: string; readonly on: Day },
) => {
  const isOffer = input.kind === 'offered';
  return creditIn(db)
    .insertInto('credit.answer')
    .values({
      id: input.answer,
      dossier_id: input.dossier,
      consent_id: consent.id,
      bank_id: consent.bank_id,
      kind: input.kind,
      amount_vnd: (isOffer && input.amountVnd) || null,
      rate_bp: isOffer ? (input.rateBp ?? null) : null,
      months: (isOffer && input.months) || null,
      paid_out_on: (isOffer && input.paidOutOn) || null,
      valid_until: (isOffer && input.validUntil) || null,
      remarks: input.remarks,
      clauses: input.clauses,
      answered_by: by,
      answered_on: on,
    })
    .execute();
};

export const recordReply = (
  db: Db,
  id: AnswerId,
  reply: { readonly reply: Reply; readonly note: string; readonly by: string; readonly on: Day },
) =>
  creditIn(db)
    .updateTable('credit.answer')
    .set({ reply: reply.reply, reply_note: reply.note, replied_by: reply.by, replied_on: reply.on })
    .where('id', '=', id)
    .execute();
