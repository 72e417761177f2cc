import { z } from 'zod';
import { isOrganisationRole, Role } from '#kernel/actor.ts';
import { Day } from '#kernel/day.ts';
import { AccountId, GrantId, OrganisationId } from '#kernel/id.ts';
import { command, Flag, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { passwordLength } from '#kernel/password.ts';
import { UnitCode } from '#kernel/place.ts';
import { line, Sha256 } from '#kernel/text.ts';
import { Held } from './account.wire.ts';

const InvitationId = z.uuid();
const Token = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/)
  .meta({ personal: true, secret: true });
// How good it is, is judged in the handler, which names every reason.
const Password = z
  .string()
  .min(1)
  .max(passwordLength.max * 4)
  .meta({ personal: true, secret: true });
const Email = z.email().max(254).meta({ personal: true });

/** Also when another field is wrong: all are told at once. */
const isObject = ({ value }: { value: unknown }): boolean => typeof value === 'object' && value !== null;

/** Makes a one-time link into a role, for somebody an officer knows. The token itself stays with the maker. */
export const draftInvitation = command('people.invitation.draft', {
  input: z
    .object({
      invitation: InvitationId,
      tokenHash: Sha256,
      name: line(100, 2).meta({ personal: true }),
      role: Role,
      organisation: OrganisationId.nullable().default(null),
      unit: UnitCode.nullable().default(null),
      /** The last day of the role itself. */
      until: Day.nullable().default(null),
    })
    // Seen to before permission: a place left blank is nobody's to give, and would be answered with "forbidden".
    .refine(({ role, organisation }) => !isOrganisationRole(role) || (organisation ?? null) !== null, {
      path: ['organisation'],
      error: 'people.role.organisation-missing',
      when: isObject,
    })
    .refine(({ role, unit }) => role !== 'commune-officer' || (unit ?? null) !== null, {
      path: ['unit'],
      error: 'people.role.unit-missing',
      when: isObject,
    }),
  reply: z.object({ expiresAt: z.string() }),
});

/** Makes a one-time link to a new password, for somebody who has lost the old one or the second factor. */
export const draftReset = command('people.reset.draft', {
  input: z.object({ invitation: InvitationId, tokenHash: Sha256, account: AccountId }),
  reply: z.object({ expiresAt: z.string() }),
});

/** Sends a link by mail, for whoever has just made it: the browser still holds the token, nobody else does. */
export const sendInvitation = command('people.invitation.send', {
  input: z.object({
    invitation: InvitationId,
    token: Token,
    email: Email,
    /** Of the letter. */
    language: z.enum(['vi', 'en', 'th']).default('vi'),
  }),
  reply: z.object({}),
});

export const InvitationRow = z.object({
  id: InvitationId,
  kind: z.enum(['invite', 'reset']),
  name: z.string(),
  held: Held.nullable(),
  madeBy: z.string().nullable(),
  madeAt: z.string(),
  expiresAt: z.string(),
  state: z.enum(['open', 'used', 'withdrawn', 'expired']),
  may: z.object({ withdraw: z.boolean() }),
});
export type InvitationRow = z.infer<typeof InvitationRow>;

/** Links handed out by the caller; officers of the province see all. */
export const listInvitations = query('people.invitation.list', {
  input: z.object({ open: Flag.optional(), ...paging }),
  reply: pageOf(InvitationRow),
});

/** What a link leads to, for whoever holds it. Asked by the hash, so that no log ever holds the token. */
export const getInvitation = query('people.invitation.get', {
  input: z.object({ hash: Sha256 }),
  reply: z.object({
    kind: z.enum(['invite', 'reset']),
    name: z.string(),
    /** Of the account whose password is set anew. */
    email: z.string().nullable(),
    held: Held.nullable(),
    madeBy: z.string().nullable(),
    expiresAt: z.string(),
  }),
});

/** Takes the role: with a new account, or with the one that is signed in. */
export const acceptInvitation = command('people.invitation.accept', {
  input: z.object({
    token: Token,
    grant: GrantId,
    newAccount: z
      .object({ account: AccountId, name: line(100, 2).meta({ personal: true }), email: Email, password: Password })
      .optional(),
  }),
  reply: z.object({ account: AccountId }),
});

/** Sets the new password. Ends all sessions and takes the second factor off. */
export const acceptReset = command('people.reset.accept', {
  input: z.object({ token: Token, password: Password }),
  reply: z.object({ email: z.string() }),
});

export const withdrawInvitation = command('people.invitation.withdraw', {
  input: z.object({ invitation: InvitationId }),
  reply: z.object({}),
});
