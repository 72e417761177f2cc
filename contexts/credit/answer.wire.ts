import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { command } from '#kernel/method.ts';
import { Vnd } from '#kernel/money.ts';
import { prose } from '#kernel/text.ts';
import { AnswerId, answerKinds, DossierId, replies } from './dossier.ts';

const nothing = z.object({});

export const InstalmentRow = z.object({
  number: z.int(),
  dueOn: Day,
  days: z.int(),
  payment: z.int(),
  interest: z.int(),
  principal: z.int(),
  balance: z.int(),
});

export const AnswerView = z.object({
  id: AnswerId,
  kind: z.enum(answerKinds),
  amountVnd: z.int().nullable(),
  rateBp: z.int().nullable(),
  months: z.int().nullable(),
  paidOutOn: Day.nullable(),
  validUntil: Day.nullable(),
  remarks: z.string(),
  clauses: z.array(z.string()),
  answeredOn: Day,
  reply: z.enum(replies).nullable(),
  replyNote: z.string().nullable(),
  repliedOn: Day.nullable(),
  schedule: z.array(InstalmentRow),
  may: z.object({ reply: z.boolean() }),
});
export type AnswerView = z.infer<typeof AnswerView>;

/** An offer, a refusal with its reasons, or which papers are still wanted. */
export const recordAnswer = command('credit.answer.record', {
  input: z.object({
    answer: AnswerId,
    dossier: DossierId,
    kind: z.enum(answerKinds),
    amountVnd: Vnd.min(1).optional(),
    rateBp: z.int().min(0).max(3_000).optional(),
    months: z.int().min(1).max(360).optional(),
    paidOutOn: Day.optional(),
    validUntil: Day.optional(),
    remarks: prose(4_000).default(''),
    clauses: z.array(z.string().max(100)).max(50).default([]),
  }),
  reply: nothing,
});

const taking = { input: z.object({ answer: AnswerId, note: prose(1_000).default('') }), reply: nothing };

/** The organisation takes the offer, or does not. */
export const acceptAnswer = command('credit.answer.accept', taking);
export const refuseAnswer = command('credit.answer.refuse', taking);
