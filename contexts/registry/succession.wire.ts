import { z } from 'zod';
import { MemberId } from '#kernel/id.ts';
import { command } from '#kernel/method.ts';
import { line } from '#kernel/text.ts';
import { capExcuse } from './founding.wire.ts';
import { Part } from './reshaping.wire.ts';

/** A divided organisation was a member elsewhere: who of those it went into is the member now, and with what part of its capital. */
export const recordSuccession = command('registry.succession.record', {
  input: z.object({
    member: MemberId,
    /** By what the parties agreed, or the decision. */
    document: line(200, 1),
    to: z.array(Part).min(1).max(20),
    ...capExcuse,
  }),
  reply: z.object({ members: z.array(MemberId) }),
});
