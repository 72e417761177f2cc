import { z } from 'zod';
import { Role } from '#kernel/actor.ts';
import { AccountId, OrganisationId } from '#kernel/id.ts';
import { query } from '#kernel/method.ts';
import { Province, UnitCode } from '#kernel/place.ts';

/** Who is asking, with which roles, in which province: what every page needs first. Open to everybody. */
export const myAccount = query('registry.account.me', {
  input: z.object({}),
  reply: z.object({
    account: z.object({ id: AccountId, name: z.string(), email: z.string() }).nullable(),
    province: z.object({ code: Province, name: z.string(), demonstration: z.boolean() }),
    grants: z.array(
      z.object({
        role: Role,
        organisation: z.object({ id: OrganisationId, name: z.string() }).nullable(),
        unit: z.object({ code: UnitCode, name: z.string() }).nullable(),
      }),
    ),
    demoSignIns: z.boolean(),
  }),
});
