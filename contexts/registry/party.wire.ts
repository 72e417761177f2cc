import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { idOf, MemberId, type Branded } from '#kernel/id.ts';
import { command } from '#kernel/method.ts';
import { line } from '#kernel/text.ts';

export const MemberRepresentativeId = idOf('MemberRepresentativeId');
export type MemberRepresentativeId = Branded<'MemberRepresentativeId'>;

const phone = z.string().regex(/^\+?[0-9][0-9 .-]{5,19}$/, 'registry.phone.malformed');

const representative = {
  name: line(200, 2).meta({ personal: true }),
  /** Head of the household, chair of the group, director … */
  relation: line(100).optional(),
  phone: phone.meta({ personal: true }).optional(),
};
export const RepresentativeInput = z.object(representative);

export const RepresentativeView = z.object({
  id: MemberRepresentativeId,
  /** Null when erased. */
  name: z.string().nullable(),
  relation: z.string().nullable(),
  phone: z.string().nullable(),
  from: Day,
  until: Day.nullable(),
  erased: z.boolean(),
});
export type RepresentativeView = z.infer<typeof RepresentativeView>;

const guardian = {
  name: line(200, 2).meta({ personal: true }),
  /** Father, mother, grandparent … */
  relation: line(100, 2).meta({ personal: true }),
  phone: phone.meta({ personal: true }),
  /** The paper of the consent: its number, or where it lies. */
  document: line(200, 2).meta({ personal: true }),
  consentedOn: Day,
};
export const GuardianInput = z.object(guardian);

export const GuardianView = z.object({
  name: z.string().nullable(),
  relation: z.string().nullable(),
  phone: z.string().nullable(),
  document: z.string().nullable(),
  consentedOn: Day,
});
export type GuardianView = z.infer<typeof GuardianView>;

/** Somebody else stands for a household, group or legal person from a day on; the one before stays in the list. */
export const recordMemberRepresentative = command('registry.member-representative.record', {
  input: z.object({ id: MemberRepresentativeId, member: MemberId, ...representative, from: Day }),
  reply: z.object({}),
});

/** Overwrites name and phone of one who no longer stands for the member. */
export const eraseMemberRepresentative = command('registry.member-representative.erase', {
  input: z.object({ representative: MemberRepresentativeId, reason: line(500, 3) }),
  reply: z.object({}),
});

/** Who answers for a member under age, anew: another person, another paper, another phone. */
export const recordGuardian = command('registry.guardian.record', {
  input: z.object({ member: MemberId, ...guardian }),
  reply: z.object({}),
});
