import { contentHash } from '#kernel/canonical.ts';
import type { Day } from '#kernel/day.ts';
import { consentStands, replyObstacles } from './dossier.ts';
import type { AnswerRecord } from './answer.store.ts';
import type { ConsentRecord } from './consent.store.ts';
import type { DeskRecord } from './desk.store.ts';
import type { DossierRecord, looksAt } from './dossier.store.ts';
import type { DossierContent } from './dossier.wire.ts';
import { named } from './product.store.ts';
import { offerSchedule } from './schedule.ts';

/** The frozen content still has the hash it was given. */
export const isIntact = async (content: DossierContent, hash: string): Promise<boolean> =>
  (await contentHash(content)) === hash;

export const dossierRow = (dossier: DossierRecord) => ({
  id: dossier.id,
  number: dossier.number,
  organisation: { id: dossier.organisation_id, name: dossier.organisation_name },
  state: dossier.state,
  assembledOn: dossier.assembled_on,
  answeredOn: dossier.answered_on,
});

function scheduleOf({ kind, amount_vnd, rate_bp, months, paid_out_on }: AnswerRecord) {
  if (kind !== 'offered' || amount_vnd === null || rate_bp === null || months === null || paid_out_on === null)
    return [];
  return offerSchedule({ amountVnd: amount_vnd, rateBp: rate_bp, months, paidOutOn: paid_out_on });
}

export const answerView = (answer: AnswerRecord, mayReply: boolean, today: Day) => ({
  id: answer.id,
  kind: answer.kind,
  amountVnd: answer.amount_vnd,
  rateBp: answer.rate_bp,
  months: answer.months,
  paidOutOn: answer.paid_out_on,
  validUntil: answer.valid_until,
  remarks: answer.remarks,
  clauses: answer.clauses,
  answeredOn: answer.answered_on,
  reply: answer.reply,
  replyNote: answer.reply_note,
  repliedOn: answer.replied_on,
  schedule: scheduleOf(answer),
  may: {
    reply:
      mayReply &&
      replyObstacles({ kind: answer.kind, reply: answer.reply, validUntil: answer.valid_until }, today).length === 0,
  },
});

export const standing = ({ given_on, until_day, ended_at }: ConsentRecord, today: Day): boolean =>
  consentStands({ givenOn: given_on, untilDay: until_day, endedAt: ended_at }, today);

interface Shown {
  readonly looks: Awaited<ReturnType<typeof looksAt>>;
  readonly answers: readonly AnswerRecord[];
  readonly today: Day;
}

export function consentView(consent: ConsentRecord, { looks, answers, today }: Shown) {
  const stands = standing(consent, today);
  return {
    id: consent.id,
    bank: { id: consent.bank_id, name: consent.bank_name },
    product: { id: consent.product_id, name: named(consent, 'name') },
    purpose: consent.purpose,
    wantedVnd: consent.wanted_vnd,
    wantedMonths: consent.wanted_months,
    until: consent.until_day,
    givenOn: consent.given_on,
    state: stands ? ('standing' as const) : (consent.ended_how ?? ('expired' as const)),
    looks: looks.filter(({ consent_id }) => consent_id === consent.id).map(({ id, what, at }) => ({ id, what, at })),
    answers: answers
      .filter(({ consent_id }) => consent_id === consent.id)
      .map((answer) => answerView(answer, stands, today)),
  };
}

export const deskRow = (row: DeskRecord) => ({
  consent: row.id,
  dossier: row.dossier_id,
  number: row.number,
  bank: { id: row.bank_id, name: row.bank_name },
  organisation: { id: row.organisation_id, name: row.organisation_name },
  product: { id: row.product_id, name: named(row, 'name') },
  purpose: row.purpose,
  wantedVnd: row.wanted_vnd,
  wantedMonths: row.wanted_months,
  givenOn: row.given_on,
  until: row.until_day,
  lastLookAt: row.last_look_at as never,
  lastAnswer: row.last_answer,
  reply: row.reply,
});
