import { z } from 'zod';
import { FileId, idOf, type Branded } from '#kernel/id.ts';
import { command, document, query } from '#kernel/method.ts';
import { line } from '#kernel/text.ts';

export const LetterheadId = idOf('LetterheadId');
export type LetterheadId = Branded<'LetterheadId'>;

/** Lines as Decree 30/2020/NĐ-CP has them: the body above, the office that issues, a part of it below. */
const lines = {
  above: line(200, 0).default(''),
  office: line(200, 2),
  below: line(200, 0).default(''),
  address: line(300, 0).default(''),
  place: line(100, 0).default(''),
  signer: line(100, 0).default(''),
};

/** What stands at the head of every printed document. Public: it is printed on papers for everybody. */
export const getLetterhead = query('registry.letterhead.get', {
  input: z.object({}),
  reply: z.object({
    letterhead: z
      .object({
        ...z.object(lines).shape,
        logo: z.boolean(),
        recordedAt: z.string(),
        recordedBy: z.string().nullable(),
      })
      .nullable(),
    may: z.object({ record: z.boolean() }),
  }),
});

/** Another head of documents from now on; earlier ones stay as entries. */
export const recordLetterhead = command('registry.letterhead.record', {
  input: z.object({
    id: LetterheadId,
    ...lines,
    /** A PNG just uploaded; `keep`: as it was; null: none. */
    logo: z.union([FileId, z.literal('keep'), z.null()]).default('keep'),
  }),
  reply: z.object({}),
});

/** A letter that says nothing, with the head as it stands. */
export const exportLetterhead = document('registry.letterhead.export', { input: z.object({}) });

/** The logo as it is printed. */
export const exportLogo = document('registry.logo.export', { input: z.object({}) });
