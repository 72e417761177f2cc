import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { FileId } from '#kernel/id.ts';
import { line } from '#kernel/text.ts';

/** The paper an act rests on: a certificate, a resolution, minutes, a decision. */
export const ActDocument = z.object({
  number: line(100),
  on: Day,
  issuer: line(200, 2),
  /** The paper itself, as a picture or PDF. */
  file: FileId.optional(),
});
export type ActDocument = z.infer<typeof ActDocument>;
