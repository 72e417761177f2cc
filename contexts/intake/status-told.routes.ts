import { overseesUnit } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { organisationFacts } from '#registry';
import { closeTold, openStatusesTold } from './status-told.store.ts';
import { closeStatusTold, listStatusesTold } from './status-told.wire.ts';

export const statusToldRoutes = [
  handle(listStatusesTold, async ({ input, actor, db, insist }) => {
    const { unit_code: unit } = await organisationFacts(db, input.organisation);
    insist(overseesUnit(actor, unit));
    const rows = await openStatusesTold(db, input.organisation);
    return {
      items: rows.map(({ batch_id: batch, row_number: row, status, on_day: onDay, told_on: toldOn }) => ({
        batch,
        row,
        status,
        onDay,
        toldOn,
      })),
    };
  }),

  handle(closeStatusTold, async ({ input, actor, db, insist }) => {
    const { unit_code: unit } = await organisationFacts(db, input.organisation);
    insist(overseesUnit(actor, unit));
    const open = await openStatusesTold(db, input.organisation);
    if (!open.some(({ batch_id: batch }) => batch === input.batch))
      throw new Problem('not-found', 'intake.status-told.unknown');
    await closeTold(db, input, actor.account!);
    return {};
  }),
];
