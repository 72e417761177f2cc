import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { MemberId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { line } from '#kernel/text.ts';
import { consentFields, consentVersions, consentWays, currentConsent } from './consent.ts';

/** How and when the person agreed, to which words. */
export const ConsentInput = z.object({
  way: z.enum(consentWays),
  givenOn: Day,
  /** The paper: its number, or where it lies. */
  document: line(200, 2).optional(),
  text: z.enum(consentVersions).default(currentConsent),
});

const fields = z.array(z.enum(consentFields)).min(1).max(consentFields.length);

/** Writes down a consent for fields that are kept already. */
export const recordConsent = command('registry.member-consent.record', {
  input: ConsentInput.extend({ member: MemberId, fields }),
  reply: z.object({}),
});

/** Taken back by the member, or told to who keeps the list: the fields are erased at once. */
export const withdrawConsent = command('registry.member-consent.withdraw', {
  input: z.object({ member: MemberId, fields }),
  reply: z.object({}),
});

/** What was agreed to and taken back, and which fields are kept without a consent on record. */
export const listConsents = query('registry.member-consent.list', {
  input: z.object({ member: MemberId }),
  reply: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        field: z.enum(consentFields),
        way: z.enum(consentWays),
        givenOn: Day,
        document: z.string().nullable(),
        text: z.enum(consentVersions),
        recordedBy: z.string().nullable(),
        recordedAt: Instant,
        withdrawnOn: Day.nullable(),
      }),
    ),
    missing: z.array(z.enum(consentFields)),
    may: z.object({ record: z.boolean(), withdraw: z.boolean() }),
  }),
});
