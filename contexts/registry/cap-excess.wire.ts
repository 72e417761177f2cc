import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { idOf, MemberId, type Branded } from '#kernel/id.ts';
import { command } from '#kernel/method.ts';
import { line } from '#kernel/text.ts';
import { capKinds } from './capital-cap.ts';

export const CapExcessId = idOf('CapExcessId');
export type CapExcessId = Branded<'CapExcessId'>;

/** Told of an act that brought somebody above a cap, as long as it is so; names, reasons and who told them only for who sees names. */
export const ExcessRow = z.object({
  /** What was told last. */
  id: CapExcessId,
  cap: z.enum(capKinds),
  member: z.object({ id: MemberId, name: z.string().nullable() }).nullable(),
  onDay: Day,
  until: Day.nullable(),
  reason: z.string().nullable(),
  /** What stood before it, the last first. */
  earlier: z.array(
    z.object({
      id: CapExcessId,
      onDay: Day,
      until: Day.nullable(),
      reason: z.string().nullable(),
      by: z.string().nullable(),
      recordedAt: Instant,
    }),
  ),
});
export type ExcessRow = z.infer<typeof ExcessRow>;

/** Why somebody is above a cap, where the act could not be asked, or until when it may last longer: a new entry, the old one stays. */
export const recordCapExcess = command('registry.cap-excess.record', {
  input: z.object({
    id: CapExcessId,
    excess: CapExcessId,
    reason: line(500, 3),
    /** Without it the term stays. */
    until: Day.optional(),
  }),
  reply: z.object({}),
});
