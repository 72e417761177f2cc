import { z } from 'zod';
import { command, query } from '#kernel/method.ts';

const SessionId = z.uuid();

/** Where one is signed in. */
export const listSessions = query('people.session.list', {
  input: z.object({}),
  reply: z.object({
    items: z.array(
      z.object({
        id: SessionId,
        current: z.boolean(),
        openedAt: z.string(),
        expiresAt: z.string(),
        address: z.string(),
        agent: z.string(),
      }),
    ),
  }),
});

/** Ends one of one's own sessions; without naming one, all but this. */
export const closeSession = command('people.session.close', {
  input: z.object({ session: SessionId.optional() }),
  reply: z.object({ closed: z.int() }),
});
