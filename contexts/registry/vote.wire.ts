import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { MemberId, OrganisationId } from '#kernel/id.ts';
import { document, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { line } from '#kernel/text.ts';
import { standings } from './member.ts';
import { parties } from './party.ts';
import { languages } from './organisation.wire.ts';

export const VoterRow = z.object({
  member: MemberId,
  name: z.string().nullable(),
  party: z.enum(parties),
  /** Who votes for a household, a group or a legal person. */
  representative: z.string().nullable(),
  standing: z.enum(standings),
  joinedOn: Day,
});
export type VoterRow = z.infer<typeof VoterRow>;

/** Who votes on a day: the official members, each the same, whatever the capital. */
export const listVotes = query('registry.vote.list', {
  input: z.object({ organisation: OrganisationId, on: Day.optional(), search: line(100, 0).optional(), ...paging }),
  reply: z.object({
    ...pageOf(VoterRow).shape,
    organisation: z.object({ id: OrganisationId, name: z.string() }),
    on: Day,
    voters: z.int(),
    /** Members without a vote on that day: associates. */
    others: z.int(),
    /** By the parameter of the day; null where none is known. */
    each: z.object({ votes: z.number().nullable(), source: z.string(), verified: z.boolean() }).nullable(),
    may: z.object({ export: z.boolean() }),
  }),
});

/** The list for a general meeting: to be signed (PDF), or as a sheet. */
export const exportVotes = document('registry.vote.export', {
  input: z.object({
    organisation: OrganisationId,
    on: Day.optional(),
    format: z.enum(['pdf', 'xlsx', 'csv']).default('pdf'),
    language: z.enum(languages).default('vi'),
  }),
});
