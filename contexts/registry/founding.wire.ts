import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { MemberId, OrganisationId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { LineVnd } from '#kernel/money.ts';
import { UnitCode } from '#kernel/place.ts';
import { line } from '#kernel/text.ts';
import { ActId } from './act.wire.ts';
import { ConsentInput } from './consent.wire.ts';
import { foundedKinds } from './founding.ts';
import { entered as member } from './member.wire.ts';
import { linkWays } from './organisation-link.ts';
import { activityFields, organisationKinds, organisationStatuses } from './organisation.ts';
import { entered } from './organisation.wire.ts';
import { GuardianInput, RepresentativeInput } from './party.wire.ts';

/** On what an act rests; without a basis, what is known of the law on its day. */
export const actBasis = {
  act: ActId,
  onDay: Day,
  document: line(200),
  legalBasis: line(200).optional(),
  note: line(500).optional(),
};

/** Of an act by which somebody comes above a cap of capital: why, and until when it is to be mended; blank, the dated term. */
export const capExcuse = { capReason: line(500, 3).optional(), capUntil: Day.optional() };

/** The paper by which a cooperative or union becomes a legal person. */
export const Certificate = z.object({
  on: Day,
  number: entered.registrationNumber,
  taxNumber: entered.taxNumber.optional(),
});

export const Founder = z.object({
  id: MemberId,
  party: member.party.default('person'),
  partyOrganisation: OrganisationId.optional(),
  standing: member.standing,
  /** Of an organisation that is on record its own name is taken. */
  name: member.name.optional(),
  sex: member.sex.optional(),
  birthYear: member.birthYear.optional(),
  /** The exact day; it tells the year too. */
  birthDay: member.birthDay.optional(),
  /** Who stands for a household or a group. */
  representative: RepresentativeInput.optional(),
  /** Who answers for somebody of 15 to 17. */
  guardian: GuardianInput.optional(),
  phone: member.phone.optional(),
  nationalId: member.nationalId.optional(),
  hamlet: member.hamlet.optional(),
  /** Promised, and at once paid in money. */
  subscribedVnd: LineVnd.optional(),
  contributedVnd: LineVnd.default(0),
  foreignInvestor: member.foreignInvestor.default(false),
});

/** A group, a cooperative, or a union of cooperatives that go on existing begins, with those who found it. */
export const foundOrganisation = command('registry.organisation.found', {
  input: z.object({
    ...actBasis,
    ...capExcuse,
    organisation: OrganisationId,
    kind: z.enum(foundedKinds),
    name: entered.name,
    shortName: entered.shortName.optional(),
    fields: z.array(z.enum(activityFields)).max(activityFields.length).default([]),
    unit: UnitCode,
    address: entered.address.optional(),
    representative: entered.representative.optional(),
    certificate: Certificate.optional(),
    /** Of all founders whose sex, phone or hamlet is told. */
    consent: ConsentInput.optional(),
    founders: z.array(Founder).min(1).max(2_000),
  }),
  reply: z.object({ status: z.enum(organisationStatuses) }),
});

/** What was founded gets its certificate, and with it begins to work. */
export const registerFounded = command('registry.organisation.register', {
  input: z.object({ ...actBasis, organisation: OrganisationId, certificate: Certificate.omit({ on: true }) }),
  reply: z.object({ status: z.enum(organisationStatuses) }),
});

/** Who came out of whom: as far back and forth as it goes. */
export const listLinks = query('registry.organisation-link.list', {
  input: z.object({ organisation: OrganisationId }),
  reply: z.object({
    items: z.array(
      z.object({
        way: z.enum(linkWays),
        /** Is the other one where this one came from, or where it went? */
        side: z.enum(['predecessor', 'successor']),
        onDay: Day,
        act: ActId,
        organisation: z.object({
          id: OrganisationId,
          name: z.string(),
          kind: z.enum(organisationKinds),
          status: z.enum(organisationStatuses),
        }),
      }),
    ),
  }),
});
