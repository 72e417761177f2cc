import { z } from 'zod';
import { Role } from '#kernel/actor.ts';
import { Day } from '#kernel/day.ts';
import { AccountId, GrantId, OrganisationId } from '#kernel/id.ts';
import { command, Flag, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { UnitCode } from '#kernel/place.ts';
import { line } from '#kernel/text.ts';
import { Held } from './account.wire.ts';

export const GrantRow = Held.extend({
  id: GrantId,
  account: z.object({
    id: AccountId,
    name: z.string(),
    email: z.string(),
    demonstration: z.boolean(),
    /** Name and address are overwritten. */
    erased: z.boolean(),
  }),
  from: Day,
  until: Day.nullable(),
  revokedAt: z.string().nullable(),
  reason: z.string().nullable(),
  may: z.object({ revoke: z.boolean(), erase: z.boolean() }),
});
export type GrantRow = z.infer<typeof GrantRow>;

/** Who holds which role, as far as the caller looks after them. Auditors see roles, not names. */
export const listGrants = query('people.grant.list', {
  input: z.object({
    search: line(100, 0).optional(),
    role: Role.optional(),
    organisation: OrganisationId.optional(),
    account: AccountId.optional(),
    /** Also roles that were revoked or have run out. */
    past: Flag.optional(),
    ...paging,
  }),
  reply: pageOf(GrantRow).extend({
    may: z.object({
      /** The roles the caller may hand out … */
      give: z.array(Role),
      /** … and the units he may hand out commune officers' roles for. */
      units: z.array(z.object({ code: UnitCode, name: z.string() })),
    }),
  }),
});

/** Gives a role to an account that exists. */
export const approveGrant = command('people.grant.approve', {
  input: z.object({
    grant: GrantId,
    account: AccountId,
    role: Role,
    organisation: OrganisationId.nullable().default(null),
    unit: UnitCode.nullable().default(null),
    from: Day.optional(),
    until: Day.nullable().default(null),
  }),
  reply: z.object({}),
});

/** Ends a role now: the next request of that person no longer has it. */
export const revokeGrant = command('people.grant.revoke', {
  input: z.object({ grant: GrantId, reason: line(500, 3) }),
  reply: z.object({}),
});
