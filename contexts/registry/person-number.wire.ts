import { z } from 'zod';
import { Instant } from '#kernel/day.ts';
import { OrganisationId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { line } from '#kernel/text.ts';
import { LookId } from './member.wire.ts';

/** Says what a person's tax number is wanted for; this is kept. What was looked at is then asked by `get`, whose reply is stored nowhere. */
export const recordNumberLook = command('registry.person-number.record', {
  input: z.object({ id: LookId, organisation: OrganisationId, purpose: line(300, 3) }),
  reply: z.object({}),
});

/** The number in clear, to who recorded the look, for five minutes. */
export const getPersonNumber = query('registry.person-number.get', {
  input: z.object({ look: LookId }),
  reply: z.object({ taxNumber: z.string().nullable() }),
});

/** Who looked at the number, when and what for. */
export const listNumberLooks = query('registry.person-number.list', {
  input: z.object({ organisation: OrganisationId }),
  reply: z.object({
    items: z.array(z.object({ id: LookId, purpose: z.string(), by: z.string().nullable(), at: Instant })),
  }),
});
