import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { MemberId, OrganisationId } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { LineVnd, SignedVnd, Vnd } from '#kernel/money.ts';
import { UnitCode } from '#kernel/place.ts';
import { line } from '#kernel/text.ts';
import { ActId } from './act.wire.ts';
import { actBasis, capExcuse, Certificate } from './founding.wire.ts';
import { standings } from './member.ts';
import { organisationKinds } from './organisation.ts';
import { entered } from './organisation.wire.ts';
import { parties } from './party.ts';

const atMost = 5_000;

const leaving = z
  .array(z.object({ member: MemberId, reason: line(300, 3) }))
  .max(atMost)
  .default([]);

/** The paper of an organisation that begins on the day of the act. */
const Paper = Certificate.omit({ on: true });

/** An organisation that an act makes. */
const Made = z.object({
  organisation: OrganisationId,
  name: entered.name,
  shortName: entered.shortName.optional(),
  unit: UnitCode,
  address: entered.address.optional(),
  certificate: Paper.optional(),
});

/** What moved: people and đồng, as the books say it afterwards. */
const Carried = z.object({ members: z.int(), left: z.int(), subscribedVnd: SignedVnd, paidVnd: SignedVnd });

/** A group becomes a cooperative: the same record from then on under another kind, so that all it has stays its own. */
export const convertOrganisation = command('registry.organisation.convert', {
  input: z.object({
    ...actBasis,
    ...capExcuse,
    organisation: OrganisationId,
    name: entered.name,
    shortName: entered.shortName.optional(),
    certificate: Paper,
    staying: z.array(z.object({ member: MemberId, standing: z.enum(standings) })).max(atMost),
    leaving,
  }),
  reply: Carried,
});

/** Organisations of one kind go into one: into a new one, or into one that is there. */
export const mergeOrganisations = command('registry.organisation.merge', {
  input: z.object({
    ...actBasis,
    ...capExcuse,
    predecessors: z.array(OrganisationId).min(1).max(50),
    /** Into one that is there … */
    into: OrganisationId.optional(),
    /** … or into a new one. */
    made: Made.optional(),
    /** Everybody goes along but these. */
    leaving,
  }),
  reply: Carried,
});

export const Part = z.object({
  organisation: OrganisationId,
  /** All of it where there is one part. */
  subscribedVnd: LineVnd.optional(),
  paidVnd: LineVnd.optional(),
});

export const splitWays = ['divided', 'separated'] as const;

/** One organisation goes into several, or lets a part of it go. Everybody and every đồng is assigned. */
export const splitOrganisation = command('registry.organisation.split', {
  input: z.object({
    ...actBasis,
    ...capExcuse,
    organisation: OrganisationId,
    way: z.enum(splitWays),
    made: z.array(Made).min(1).max(20),
    /** Where each member goes; into several only where that is said. */
    members: z.array(z.object({ member: MemberId, to: z.array(Part).min(1).max(20) })).max(atMost),
    leaving,
    /** How the undivided fund and assets are shared, in hundredths of a per cent that make ten thousand; blank, all stays with who goes on. */
    undivided: z
      .array(z.object({ organisation: OrganisationId, shareBp: z.int().min(0).max(10_000) }))
      .max(21)
      .default([]),
  }),
  reply: Carried,
});

/** What would go where in a merger, before it is one. */
export const previewMerger = query('registry.organisation.preview', {
  input: z.object({
    organisations: z.array(OrganisationId).min(1).max(50),
    into: OrganisationId.optional(),
    onDay: Day,
    /** Who does not go along. */
    leaving: z.array(MemberId).max(200).default([]),
  }),
  reply: z.object({
    items: z.array(
      z.object({
        id: OrganisationId,
        name: z.string(),
        kind: z.enum(organisationKinds),
        role: z.enum(['predecessor', 'successor']),
        members: z.int(),
        official: z.int(),
        subscribedVnd: Vnd,
        paidVnd: Vnd,
        certificates: z.int(),
      }),
    ),
    /** Who is a member of more than one of them will be one member, with all the capital. */
    together: z.int(),
    after: z.object({ members: z.int(), official: z.int(), subscribedVnd: Vnd, paidVnd: Vnd }),
    least: z.int().nullable(),
  }),
});

/** Everybody who is a member on a day, for an act that moves them all. */
export const listPresentMembers = query('registry.present-member.list', {
  input: z.object({ organisation: OrganisationId, onDay: Day }),
  reply: z.object({
    items: z.array(
      z.object({
        id: MemberId,
        party: z.enum(parties),
        name: z.string().nullable(),
        hamlet: z.string().nullable(),
        standing: z.enum(standings),
        subscribedVnd: Vnd,
        paidVnd: Vnd,
      }),
    ),
    least: z.object({ group: z.int().nullable(), cooperative: z.int().nullable(), union: z.int().nullable() }),
  }),
});

/** An act entered in error is as if it had not been; that it was, and why it is undone, stays on the life line. */
export const undoAct = command('registry.act.undo', {
  input: z.object({ id: ActId, act: ActId, reason: line(500, 3) }),
  reply: z.object({ organisations: z.int(), members: z.int() }),
});
