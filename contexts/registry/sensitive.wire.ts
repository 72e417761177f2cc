import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { idOf, MemberId, OrganisationId, type Branded } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { line } from '#kernel/text.ts';
import { LookId } from './member.wire.ts';
import { isPeople } from './people-names.ts';
import { povertyStates, sensitiveBases, sensitiveFields } from './sensitive.ts';

export const SensitiveId = idOf('SensitiveId');
export type SensitiveId = Branded<'SensitiveId'>;

const Poverty = z.object({
  state: z.enum(povertyStates).meta({ personal: true }),
  year: z.int().min(2000).max(2100),
  /** Of the People's Committee that recognised the household. */
  decision: line(200, 2).meta({ personal: true }),
});

/** Keeps ethnicity or poor status, with the ground, the paper and what it is for. What was there before is erased. */
export const recordSensitive = command('registry.sensitive.record', {
  input: z.object({
    id: SensitiveId,
    member: MemberId,
    field: z.enum(sensitiveFields),
    ethnicity: z.string().refine(isPeople, 'registry.ethnicity.unknown').meta({ personal: true }).optional(),
    poverty: Poverty.optional(),
    basis: z.enum(sensitiveBases),
    document: line(200, 2),
    purpose: line(300, 3),
  }),
  reply: z.object({}),
});

/** What is kept of this kind, and why; never the value. */
export const listSensitive = query('registry.sensitive.list', {
  input: z.object({ member: MemberId }),
  reply: z.object({
    items: z.array(
      z.object({
        id: SensitiveId,
        field: z.enum(sensitiveFields),
        basis: z.enum(sensitiveBases),
        document: z.string(),
        purpose: z.string(),
        recordedAt: Instant,
        withdrawnOn: Day.nullable(),
        erased: z.boolean(),
      }),
    ),
    may: z.object({ record: z.boolean(), look: z.boolean() }),
  }),
});

/** Says what a value is wanted for; this is kept, and the member reads it. The value is then asked by `get`. */
export const recordSensitiveLook = command('registry.sensitive-look.record', {
  input: z.object({ id: LookId, member: MemberId, field: z.enum(sensitiveFields), purpose: line(300, 3) }),
  reply: z.object({}),
});

export const SensitiveValue = z.object({
  ethnicity: z.string().nullable(),
  poverty: z.object({ state: z.enum(povertyStates), year: z.int(), decision: z.string() }).nullable(),
});
export type SensitiveValue = z.infer<typeof SensitiveValue>;

/** The value, to who recorded the look, for five minutes. */
export const getSensitive = query('registry.sensitive.get', {
  input: z.object({ look: LookId }),
  reply: SensitiveValue,
});

/** Consent is withdrawn: the value is erased at once. */
export const withdrawSensitive = command('registry.sensitive.withdraw', {
  input: z.object({ id: SensitiveId, withdrawnOn: Day, reason: line(500, 3) }),
  reply: z.object({}),
});

/** How many of each group, of an organisation or all of the province; small groups are not told. */
export const countSensitive = query('registry.sensitive-count.get', {
  input: z.object({ organisation: OrganisationId.optional(), field: z.enum(sensitiveFields) }),
  reply: z.object({
    groups: z.array(z.object({ code: z.string(), count: z.int().nullable() })),
    least: z.int().nullable(),
    verified: z.boolean(),
  }),
});
