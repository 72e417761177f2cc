import { z } from 'zod';
import { query } from '#kernel/method.ts';
import { line } from '#kernel/text.ts';
import { Names } from './certificate.wire.ts';
import { organisationKinds } from './organisation.ts';

/** Names of organisations, units and commodities, nearest first: for one search box over everything public. */
export const searchNames = query('registry.name.list', {
  input: z.object({ search: line(100, 1), size: z.coerce.number().int().min(1).max(50).default(10) }),
  reply: z.object({
    items: z.array(
      z.discriminatedUnion('what', [
        z.object({
          what: z.literal('organisation'),
          id: z.string(),
          name: z.string(),
          kind: z.enum(organisationKinds),
          unit: z.string().nullable(),
        }),
        z.object({
          what: z.literal('unit'),
          code: z.string(),
          name: z.string(),
          former: z.boolean(),
          district: z.string().nullable(),
        }),
        z.object({ what: z.literal('commodity'), id: z.string(), names: Names }),
      ]),
    ),
  }),
});
