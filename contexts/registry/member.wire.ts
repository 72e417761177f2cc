import { z } from 'zod';
import { Day, Instant } from '#kernel/day.ts';
import { idOf, MemberId, OrganisationId, type Branded } from '#kernel/id.ts';
import { command, document, query } from '#kernel/method.ts';
import { LineVnd, Vnd } from '#kernel/money.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { line } from '#kernel/text.ts';
import { memberEntryKinds, nationalIdPattern, standings } from './member.ts';
import { ConsentInput } from './consent.wire.ts';
import { languages, listFormats } from './organisation.wire.ts';
import { parties } from './party.ts';
import { GuardianInput, GuardianView, RepresentativeInput, RepresentativeView } from './party.wire.ts';

export const sexes = ['female', 'male'] as const;

export const MemberRow = z.object({
  id: MemberId,
  party: z.enum(parties),
  partyOrganisation: OrganisationId.nullable(),
  standing: z.enum(standings),
  /** Null when erased, or hidden from who asks. */
  name: z.string().nullable(),
  sex: z.enum(sexes).nullable(),
  birthYear: z.int().nullable(),
  birthDay: Day.nullable(),
  /** Who stands for a household, a group or a legal person now. */
  representative: z.string().nullable(),
  phone: z.string().nullable(),
  /** The last four digits. */
  nationalId: z.string().nullable(),
  hamlet: z.string().nullable(),
  joinedOn: Day,
  leftOn: Day.nullable(),
  /** Since when the organisation that is the member is no more: it neither counts nor votes, whether or not anybody has ended the membership. */
  partyEndedOn: Day.nullable(),
  /** Paid in, and promised: the sums of the capital ledger. */
  contributedVnd: Vnd.nullable(),
  subscribedVnd: Vnd.nullable(),
  foreignInvestor: z.boolean().nullable(),
  provenance: z.enum(['entered', 'synthetic']),
  erased: z.boolean(),
  version: z.int(),
});
export type MemberRow = z.infer<typeof MemberRow>;

/** Which of them: the same of a list and of what is taken away of it. */
const which = {
  search: line(100, 0).optional(),
  standing: z.enum(standings).optional(),
  party: z.enum(parties).optional(),
  present: z.enum(['true', 'false', 'all']).default('true'),
  /** As they were on that day: who had joined and left by then, standing and capital. */
  asOf: Day.optional(),
};
const filters = {
  organisation: OrganisationId,
  ...which,
  sort: z.enum(['name', 'joined', 'contributed', '-name', '-joined', '-contributed']).default('name'),
};

/** The members of an organisation, as much of them as the asker may see. */
export const listMembers = query('registry.member.list', {
  input: z.object({ ...filters, ...paging }),
  reply: z.object({
    ...pageOf(MemberRow).shape,
    sight: z.enum(['full', 'names', 'masked']),
    may: z.object({ record: z.boolean(), export: z.boolean() }),
  }),
});

/** What a member was until (not on) a day. */
export const FormerStandingView = z.object({
  until: Day,
  standing: z.enum(standings).nullable(),
  foreign: z.boolean().nullable(),
});

export const getMember = query('registry.member.get', {
  input: z.object({ member: MemberId }),
  reply: MemberRow.extend({
    organisation: z.object({ id: OrganisationId, name: z.string() }),
    /** Its name, where the member is an organisation of the register. */
    partyName: z.string().nullable(),
    representatives: z.array(RepresentativeView),
    /** Until the member is of age; later nobody is shown who it was. */
    guardian: GuardianView.nullable(),
    /** To who keeps the list. */
    former: z.array(FormerStandingView),
    entries: z.array(
      z.object({
        kind: z.enum(memberEntryKinds),
        onDay: Day,
        fields: z.array(z.string()),
        reason: z.string().nullable(),
        recordedAt: Instant,
      }),
    ),
    /** Into which organisations the one that is the member went, while nobody has said who takes its place. */
    heirs: z.array(z.object({ id: OrganisationId, name: z.string() })),
    may: z.object({
      correct: z.boolean(),
      look: z.boolean(),
      represent: z.boolean(),
      guard: z.boolean(),
      succeed: z.boolean(),
    }),
  }),
});

/** Found across the province by name, for officers. */
export const findMembers = query('registry.member.match', {
  input: z.object({ search: line(100, 2), size: z.coerce.number().int().min(1).max(50).default(20) }),
  reply: z.object({
    items: z.array(
      z.object({
        id: MemberId,
        name: z.string(),
        birthYear: z.int().nullable(),
        organisation: z.object({ id: OrganisationId, name: z.string() }),
      }),
    ),
  }),
});

/** Members with what the asker may see of them, as a sheet; without an organisation all of the province, for its officers. */
export const exportMembers = document('registry.member.export', {
  input: z.object({
    organisation: OrganisationId.optional(),
    ...which,
    format: z.enum(listFormats).default('xlsx'),
    language: z.enum(languages).default('vi'),
  }),
});

/** Who took the list away, as a sheet with personal fields: this organisation's, or the whole province's with it. */
export const listMemberExports = query('registry.member-export.list', {
  input: z.object({ organisation: OrganisationId }),
  reply: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        scope: z.enum(['organisation', 'province']),
        present: z.enum(['true', 'false', 'all']),
        standing: z.enum(standings).nullable(),
        party: z.enum(parties).nullable(),
        /** Only those whose names were searched; what for is a name, and not kept. */
        searched: z.boolean(),
        /** Of which past day; null: as it was when it was taken. */
        asOf: Day.nullable(),
        format: z.enum(listFormats),
        rows: z.int(),
        by: z.string().nullable(),
        at: Instant,
      }),
    ),
  }),
});

export const entered = {
  party: z.enum(parties),
  partyOrganisation: OrganisationId,
  standing: z.enum(standings),
  name: line(200, 2).meta({ personal: true }),
  sex: z.enum(sexes).meta({ personal: true }),
  birthYear: z.int().min(1900).max(2100).meta({ personal: true }),
  birthDay: Day.meta({ personal: true }),
  phone: z
    .string()
    .regex(/^\+?[0-9][0-9 .-]{5,19}$/, 'registry.phone.malformed')
    .meta({ personal: true }),
  nationalId: z.string().regex(nationalIdPattern, 'registry.national-id.malformed').meta({ personal: true }),
  hamlet: line(200).meta({ personal: true }),
  /** Counted under the cap of foreign investors together; told of who is one. */
  foreignInvestor: z.boolean().meta({ personal: true }),
};

export const recordMember = command('registry.member.record', {
  input: z.object({
    id: MemberId,
    organisation: OrganisationId,
    party: entered.party.default('person'),
    partyOrganisation: entered.partyOrganisation.optional(),
    standing: entered.standing,
    name: entered.name,
    sex: entered.sex.optional(),
    birthYear: entered.birthYear.optional(),
    /** The exact day; it tells the year too. */
    birthDay: entered.birthDay.optional(),
    representative: RepresentativeInput.optional(),
    guardian: GuardianInput.optional(),
    /** To sex, phone and hamlet, which no law demands; without it they stay blank. */
    consent: ConsentInput.optional(),
    phone: entered.phone.optional(),
    nationalId: entered.nationalId.optional(),
    hamlet: entered.hamlet.optional(),
    joinedOn: Day,
    foreignInvestor: entered.foreignInvestor.default(false),
    /** Promised and at once paid in money on the day of joining; the capital ledger takes what comes later. */
    subscribedVnd: LineVnd.optional(),
    contributedVnd: LineVnd.default(0),
  }),
  reply: z.object({ version: z.int() }),
});

/** Corrects what was entered wrongly; the entry names the fields and the reason, not the values. */
export const correctMember = command('registry.member.correct', {
  input: z.object({
    /** Where the standing or the mark of a foreign investor brings somebody above a cap: why, and until when. */
    capReason: line(500, 3).optional(),
    capUntil: Day.optional(),
    member: MemberId,
    version: z.int().min(1),
    reason: line(500, 3),
    standing: entered.standing.optional(),
    name: entered.name.optional(),
    sex: entered.sex.nullable().optional(),
    birthYear: entered.birthYear.nullable().optional(),
    birthDay: entered.birthDay.nullable().optional(),
    phone: entered.phone.nullable().optional(),
    nationalId: entered.nationalId.nullable().optional(),
    hamlet: entered.hamlet.nullable().optional(),
    /** To what is told anew of sex, phone and hamlet. */
    consent: ConsentInput.optional(),
    joinedOn: Day.optional(),
    foreignInvestor: entered.foreignInvestor.optional(),
    /** Since when standing and foreign mark are so; left out, what is said of them now was wrong. */
    since: Day.optional(),
  }),
  reply: z.object({ version: z.int() }),
});

/** The membership ends on a day. */
export const closeMembership = command('registry.member.close', {
  input: z.object({ member: MemberId, version: z.int().min(1), leftOn: Day, reason: line(500).optional() }),
  reply: z.object({ version: z.int() }),
});

/** Overwrites name, phone, national id, year of birth and hamlet; the business row stays, and an entry says so. */
export const eraseMember = command('registry.member.erase', {
  input: z.object({ member: MemberId, version: z.int().min(1), reason: line(500, 3) }),
  reply: z.object({ version: z.int() }),
});

export const LookId = idOf('LookId');
export type LookId = Branded<'LookId'>;

/** Says what a national id is wanted for; this is kept. What was looked at is then asked by `get`, whose reply is stored nowhere. */
export const recordLook = command('registry.national-id.record', {
  input: z.object({ id: LookId, member: MemberId, purpose: line(300, 3) }),
  reply: z.object({}),
});

/** The national id in clear, to who recorded the look, for five minutes. */
export const getNationalId = query('registry.national-id.get', {
  input: z.object({ look: LookId }),
  reply: z.object({ nationalId: z.string().nullable() }),
});

/** Finds members by a national id, without anything being decrypted. Each find is kept. A command, so that the number stands in no address. */
export const matchNationalId = command('registry.national-id.match', {
  input: z.object({ nationalId: entered.nationalId, purpose: line(300, 3) }),
  reply: z.object({
    items: z.array(z.object({ id: MemberId, organisation: z.object({ id: OrganisationId, name: z.string() }) })),
  }),
});

/** Who looked at a member's national id, when and what for. */
export const listLooks = query('registry.national-id.list', {
  input: z.object({ member: MemberId }),
  reply: z.object({
    items: z.array(
      z.object({
        field: z.enum(['national-id', 'ethnicity', 'poverty', 'personal-copy']),
        way: z.enum(['shown', 'found-by', 'exported']),
        purpose: z.string(),
        by: z.string().nullable(),
        at: Instant,
      }),
    ),
  }),
});
