import type { Day } from '#kernel/day.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { Problem } from '#kernel/problem.ts';
import { handle, type Call } from '#platform/method/handle.ts';
import type { Db } from '#platform/database/db.ts';
import { answersTo, insertAnswer, loadAnswer, recordReply, type AnswerRecord } from './answer.store.ts';
import { loadConsent, standingConsent, type ConsentRecord } from './consent.store.ts';
import { banksOf, isBanker, mayOpenOwn } from './credit.access.ts';
import { deskPage, deskRowOf } from './desk.store.ts';
import { answeringObstacles, replyObstacles, type DossierId } from './dossier.ts';
import { changeDossier, dossierForChange, loadDossier, recordLook } from './dossier.store.ts';
import { answerView, deskRow, isIntact, standing } from './dossier.view.ts';
import { acceptAnswer, recordAnswer, refuseAnswer } from './answer.wire.ts';
import { listDesk, openDossier } from './desk.wire.ts';
import { judgeConditions, withWanted } from './product.judge.ts';
import { productVersion } from './product.store.ts';

const listing = handle(listDesk, async ({ input, actor, db, insist, today }) => {
  insist(isBanker(actor));
  const { items, total } = await deskPage(db, { banks: banksOf(actor), today }, input);
  return { items: items.map(deskRow), total };
});

/** The bank's conditions, in the version the consent was given for, over the frozen facts. */
async function judgedFor(db: Db, consent: ConsentRecord, content: Parameters<typeof withWanted>[0], asOf: Day) {
  const { conditions } = await productVersion(db, consent.product_id, consent.product_version);
  const wanted = { amountVnd: consent.wanted_vnd, months: consent.wanted_months };
  return judgeConditions(consent.name_vi, conditions, withWanted(content, wanted, asOf));
}

const opening = handle(openDossier, async ({ input, actor, db, insist, today }) => {
  const dossier = await loadDossier(db, input.dossier);
  const banks = banksOf(actor);
  const consent = await standingConsent(db, dossier.id, banks, today);
  insist(consent !== undefined);
  const seen = consent!;
  await recordLook(db, { dossier: dossier.id, consent: seen.id, account: actor.account!, what: 'opened' });
  const answers = await answersTo(db, dossier.id, seen.bank_id);
  const settled = dossier.state === 'accepted' || dossier.state === 'declined';
  const { content } = dossier;
  return {
    ...deskRow(await deskRowOf(db, seen.id, banks, today)),
    content,
    contentHash: dossier.content_hash,
    intact: await isIntact(content, dossier.content_hash),
    synthetic: dossier.synthetic,
    judgement: await judgedFor(db, seen, content.facts, content.asOf),
    answers: answers.map((answer) => answerView(answer, false, today)),
    may: { answer: !settled && !answers.some((answer) => isOpenOffer(answer, seen, today)) },
  };
});

/** An offer of an earlier consent can no longer be accepted, so it does not stand in the way of a new one. */
const isOpenOffer = (
  { kind, reply, valid_until, consent_id }: AnswerRecord,
  consent: ConsentRecord,
  today: Day,
): boolean =>
  consent_id === consent.id && kind === 'offered' && reply === null && valid_until !== null && valid_until >= today;

const answering = handle(recordAnswer, async ({ input, actor, db, insist, tell, today }) => {
  const dossier = await dossierForChange(db, input.dossier);
  const consent = await standingConsent(db, dossier.id, banksOf(actor), today);
  insist(consent !== undefined);
  const given = consent!;
  const { amountVnd, rateBp, months, paidOutOn, validUntil } = input;
  const answers = await answersTo(db, dossier.id, given.bank_id);
  const obstacles = answeringObstacles({
    state: dossier.state,
    hasOpenOffer: answers.some((answer) => isOpenOffer(answer, given, today)),
    kind: input.kind,
    paidOutOn,
    validUntil,
    today,
    hasRemarks: input.remarks !== '',
    isWhole: [amountVnd, rateBp, months, paidOutOn, validUntil].every((value) => value !== undefined),
  });
  if (obstacles.length > 0) throw new Problem('conflict', 'credit.answer.not-recordable', { obstacles });
  await insertAnswer(db, input, { consent: given, by: actor.account!, on: today });
  await changeDossier(db, dossier.id, { state: 'answered', answered_on: today });
  await tell('credit.answer.recorded', { answer: input.answer, dossier: dossier.id });
  return {};
});

type Reply = Call<ParsedInputOf<typeof acceptAnswer>>;

/** The organisation's choice, once, while the offer and the consent stand. */
const replying =
  (reply: 'accepted' | 'declined') =>
  async ({ input, actor, db, insist, tell, today }: Reply) => {
    const dossierId: DossierId = (await loadAnswer(db, input.answer)).dossier_id;
    const dossier = await dossierForChange(db, dossierId);
    insist(mayOpenOwn(actor, dossier.organisation_id));
    const answer = await loadAnswer(db, input.answer);
    const { kind, reply: earlier, valid_until: validUntil } = answer;
    const obstacles: string[] = replyObstacles({ kind, reply: earlier, validUntil }, today);
    if (!standing(await loadConsent(db, answer.consent_id), today)) obstacles.push('consent-ended');
    if (obstacles.length > 0) throw new Problem('conflict', 'credit.answer.not-repliable', { obstacles });
    await recordReply(db, answer.id, { reply, note: input.note, by: actor.account!, on: today });
    await changeDossier(db, dossier.id, { state: reply });
    await tell('credit.answer.replied', { answer: answer.id, dossier: dossier.id });
    return {};
  };

export const deskRoutes = [
  listing,
  opening,
  answering,
  handle(acceptAnswer, replying('accepted')),
  handle(refuseAnswer, replying('declined')),
];
