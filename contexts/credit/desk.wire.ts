import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { Judgement, Trilingual } from '#kernel/fact.ts';
import { OrganisationId } from '#kernel/id.ts';
import { command, Flag, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { line, Sha256 } from '#kernel/text.ts';
import { AnswerView } from './answer.wire.ts';
import { answerKinds, ConsentId, DossierId, replies } from './dossier.ts';
import { DossierContent } from './dossier.wire.ts';
import { ProductId } from './product.ts';

const Party = z.object({ id: OrganisationId, name: z.string() });

const DeskRow = z.object({
  consent: ConsentId,
  dossier: DossierId,
  number: z.string(),
  bank: Party,
  organisation: Party,
  product: z.object({ id: ProductId, name: Trilingual }),
  purpose: z.string(),
  wantedVnd: z.int(),
  wantedMonths: z.int(),
  givenOn: Day,
  until: Day,
  lastLookAt: Instant.nullable(),
  lastAnswer: z.enum(answerKinds).nullable(),
  reply: z.enum(replies).nullable(),
});
export type DeskRow = z.infer<typeof DeskRow>;

/** What the bank's desk may see: dossiers shared with this bank whose consent stands. */
export const listDesk = query('credit.desk.list', {
  input: z.object({
    /** Part of the dossier's number or of the organisation's name. */
    search: line(100, 0).optional(),
    waiting: Flag.optional(),
    sort: z
      .enum(['given', '-given', 'until', '-until', 'organisation', '-organisation', 'wanted', '-wanted'])
      .default('-given'),
    ...paging,
  }),
  reply: pageOf(DeskRow),
});

/** Opens a dossier; the look is written down and the organisation sees it. */
export const openDossier = command('credit.desk.open', {
  input: z.object({ dossier: DossierId }),
  reply: DeskRow.extend({
    content: DossierContent,
    contentHash: Sha256,
    intact: z.boolean(),
    synthetic: z.boolean(),
    /** The bank's own conditions over the frozen facts. */
    judgement: Judgement,
    answers: z.array(AnswerView),
    may: z.object({ answer: z.boolean() }),
  }),
});
