import { z } from 'zod';
import { Role } from '#kernel/actor.ts';
import { Day } from '#kernel/day.ts';
import { AccountId, GrantId, OrganisationId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { Province, UnitCode } from '#kernel/place.ts';
import { line } from '#kernel/text.ts';

export const Held = z.object({
  role: Role,
  organisation: z.object({ id: OrganisationId, name: z.string() }).nullable(),
  unit: z.object({ code: UnitCode, name: z.string() }).nullable(),
});
/** A role with where it is held, in words. */
export type Held = z.infer<typeof Held>;

/** Who is asking, with which roles, in which province: what every page needs first. Open to everybody. */
export const myAccount = query('people.account.get', {
  input: z.object({}),
  reply: z.object({
    account: z
      .object({
        id: AccountId,
        name: z.string(),
        email: z.string(),
        demonstration: z.boolean(),
        locale: z.enum(['vi', 'en', 'th']).nullable(),
      })
      .nullable(),
    province: z.object({ code: Province, name: z.string(), demonstration: z.boolean() }),
    grants: z.array(Held.extend({ id: GrantId, from: Day, until: Day.nullable() })),
    demoSignIns: z.boolean(),
    /** OpenID providers the sign-in page offers. */
    providers: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Whether one-time links can be sent by mail here. */
    mail: z.boolean(),
  }),
});

/** One's own name and language. */
export const changeAccount = command('people.account.change', {
  input: z.object({
    name: line(100, 2).meta({ personal: true }).optional(),
    locale: z.enum(['vi', 'en', 'th']).optional(),
  }),
  reply: z.object({}),
});

/** Overwrites name and address of an account that holds no role any more, and ends every way to sign in with it. */
export const eraseAccount = command('people.account.erase', {
  input: z.object({ account: AccountId, reason: line(500, 3) }),
  reply: z.object({}),
});

/** The accounts a demonstration province offers on its front page; empty anywhere else. */
export const listDemonstrationAccounts = query('people.demonstration.list', {
  input: z.object({}),
  reply: z.object({
    items: z.array(Held.extend({ id: AccountId, name: z.string() })),
  }),
});
