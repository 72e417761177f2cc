import { isAuditor } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { giveOfficer, mayGrant, namesOfAccounts } from '#people';
import { markDecided, proposalForChange, proposalPage } from './officer-proposal.store.ts';
import { approveOfficerProposal, listOfficerProposals, refuseOfficerProposal } from './officer-proposal.wire.ts';
import { mayKeepUnits, mayReadActs } from './places.access.ts';
import type { UnitCode } from '#kernel/place.ts';

/** Whoever keeps units hands out the role by the very rule of all roles. */
const officerOf = (unit: UnitCode) => ({
  role: 'commune-officer' as const,
  organisation: null,
  organisationUnit: null,
  unit,
});

export const officerProposalRoutes = [
  handle(listOfficerProposals, async ({ input, actor, db, insist }) => {
    insist(mayReadActs(actor));
    const { items, total } = await proposalPage(db, input);
    const names = await namesOfAccounts(
      db,
      items.map(({ account_id }) => account_id),
    );
    const masked = isAuditor(actor) && !mayKeepUnits(actor);
    return {
      total,
      may: { decide: mayKeepUnits(actor) },
      items: items.map((row) => ({
        id: row.id as never,
        act: row.act_id,
        onDay: row.on_day,
        document: row.document,
        name: masked ? '•••' : (names.get(row.account_id) ?? ''),
        was: { code: row.was_code, from: row.was_from, name: row.was_name, kind: row.was_kind },
        unit: { code: row.code, from: row.valid_from, name: row.name, kind: row.kind },
        state: row.state,
      })),
    };
  }),

  handle(approveOfficerProposal, async ({ input, actor, db, today, insist }) => {
    const proposal = await proposalForChange(db, input.proposal);
    insist(mayKeepUnits(actor) && mayGrant(actor, officerOf(proposal.code)));
    const obstacles = [
      ...(proposal.state === 'proposed' ? [] : ['decided-already']),
      ...(proposal.valid_until === null ? [] : ['unit-ended']),
      // Nobody gives a role to himself.
      ...(proposal.account_id === actor.account ? ['own-role'] : []),
    ];
    if (obstacles.length > 0) throw new Problem('conflict', 'places.officer-proposal.not-decidable', { obstacles });
    await giveOfficer(db, {
      account: proposal.account_id,
      unit: proposal.code,
      placeName: proposal.name,
      today,
      by: actor.account!,
      byName: actor.name,
    });
    await markDecided(db, input.proposal, { state: 'approved', by: actor.account!, reason: null });
    return {};
  }),

  handle(refuseOfficerProposal, async ({ input, actor, db, insist }) => {
    const proposal = await proposalForChange(db, input.proposal);
    insist(mayKeepUnits(actor));
    if (proposal.state !== 'proposed')
      throw new Problem('conflict', 'places.officer-proposal.not-decidable', { obstacles: ['decided-already'] });
    await markDecided(db, input.proposal, { state: 'refused', by: actor.account!, reason: input.reason });
    return {};
  }),
];
