import { z } from 'zod';
import { Day } from '#kernel/day.ts';
import { idOf, type Branded } from '#kernel/id.ts';
import { command, query } from '#kernel/method.ts';
import { pageOf, paging } from '#kernel/page.ts';
import { line } from '#kernel/text.ts';
import { NamedVersion, UnitActId } from './unit-act.wire.ts';

export const OfficerProposalId = idOf('OfficerProposalId');
export type OfficerProposalId = Branded<'OfficerProposalId'>;

export const OfficerProposal = z.object({
  id: OfficerProposalId,
  act: UnitActId,
  onDay: Day,
  document: z.string(),
  name: z.string(),
  was: NamedVersion,
  unit: NamedVersion,
  state: z.enum(['proposed', 'approved', 'refused', 'withdrawn']),
});
export type OfficerProposal = z.infer<typeof OfficerProposal>;

/** Officers of units that ended, proposed for the units these went into. */
export const listOfficerProposals = query('places.officer-proposal.list', {
  input: z.object({ state: z.enum(['proposed', 'approved', 'refused', 'withdrawn']).default('proposed'), ...paging }),
  reply: pageOf(OfficerProposal).extend({ may: z.object({ decide: z.boolean() }) }),
});

/** Gives the role. */
export const approveOfficerProposal = command('places.officer-proposal.approve', {
  input: z.object({ proposal: OfficerProposalId }),
  reply: z.object({}),
});

export const refuseOfficerProposal = command('places.officer-proposal.refuse', {
  input: z.object({ proposal: OfficerProposalId, reason: line(500, 3) }),
  reply: z.object({}),
});
