import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { AccountId, idOf, MemberId, OrganisationId, type Branded } from '#kernel/id.ts';
import { command, document, query } from '#kernel/method.ts';
import { line, prose } from '#kernel/text.ts';
import { CapitalCertificateRow } from './capital-certificate.wire.ts';
import { MemberRow } from './member.wire.ts';
import { languages } from './organisation.wire.ts';
import { requestKinds, requestOutcomes } from './personal-request.ts';
import { SensitiveValue } from './sensitive.wire.ts';

export const PersonalRequestId = idOf('PersonalRequestId');
export type PersonalRequestId = Branded<'PersonalRequestId'>;

export const PersonalRequestRow = z.object({
  id: PersonalRequestId,
  member: z.object({ id: MemberId, name: z.string().nullable() }),
  kind: z.enum(requestKinds),
  wish: z.string(),
  askedAt: Instant,
  outcome: z.enum(requestOutcomes).nullable(),
  answer: z.string().nullable(),
  decidedAt: Instant.nullable(),
});
export type PersonalRequestRow = z.infer<typeof PersonalRequestRow>;

/** All memberships of who is signed in, with what is kept of the person. */
export const listMemberships = query('registry.membership.list', {
  input: z.object({}),
  reply: z.object({
    items: z.array(
      MemberRow.extend({
        organisation: z.object({ id: OrganisationId, name: z.string() }),
        sensitive: SensitiveValue,
        card: z.object({ code: z.string(), expiresOn: Day }).nullable(),
        certificates: z.array(CapitalCertificateRow),
        requests: z.array(PersonalRequestRow),
      }),
    ),
  }),
});

/** Whose account a member signs in with; null parts them. */
export const changeMemberAccount = command('registry.member-account.change', {
  input: z.object({ member: MemberId, account: AccountId.nullable() }),
  reply: z.object({}),
});

/** A member asks to have the own data corrected or erased. */
export const recordPersonalRequest = command('registry.personal-request.record', {
  input: z.object({
    id: PersonalRequestId,
    member: MemberId,
    kind: z.enum(requestKinds),
    wish: prose(1_000, 3).meta({ personal: true }),
  }),
  reply: z.object({}),
});

/** What members of an organisation have asked, the open ones first. */
export const listPersonalRequests = query('registry.personal-request.list', {
  input: z.object({ organisation: OrganisationId }),
  reply: z.object({ items: z.array(PersonalRequestRow) }),
});

/** What became of it; the correction or erasure itself is done at the member. */
export const decidePersonalRequest = command('registry.personal-request.decide', {
  input: z.object({
    request: PersonalRequestId,
    outcome: z.enum(requestOutcomes),
    answer: prose(1_000, 3).meta({ personal: true }),
  }),
  reply: z.object({}),
});

/** All that is kept of one member, as a PDF: for the member, and for who may see the member in full. Each is written down. */
export const exportPersonalCopy = document('registry.personal-copy.export', {
  input: z.object({ member: MemberId, language: z.enum(languages).default('vi') }),
});

/** What personal data are kept, what for, on what ground, how long: without anybody's data. Of an organisation, or of the province. */
export const exportDataProtection = document('registry.data-protection.export', {
  input: z.object({ organisation: OrganisationId.optional(), language: z.enum(languages).default('vi') }),
});

/** Members who have left longer ago than their data are to be kept; empty as long as no period is established. */
export const listRetention = query('registry.retention.list', {
  input: z.object({ organisation: OrganisationId }),
  reply: z.object({
    /** Null: no source gives a period. */
    years: z.int().nullable(),
    verified: z.boolean(),
    items: z.array(z.object({ id: MemberId, name: line(200, 0), leftOn: Day, until: Day })),
  }),
});
