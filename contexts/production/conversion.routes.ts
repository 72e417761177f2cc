import { manages } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { conversionClock } from './conversion.ts';
import * as store from './conversion.store.ts';
import { getConversion, recordConversion } from './conversion.wire.ts';
import { maySee, ownedOf } from './production.access.ts';
import { plotForChange, plotWithNames } from './plot.store.ts';

export const conversionRoutes = [
  handle(getConversion, async ({ input, actor, db, insist, today }) => {
    const plot = await plotWithNames(db, input.plot);
    insist(maySee(actor, ownedOf(plot)));
    const begun = await store.findConversion(db, plot.id);
    const months = await store.findConversionMonths(db, plot.land_use, today);
    const facts = { beganOn: begun?.began_on ?? null, bannedOn: await store.bannedDays(db, plot.id) };
    const clock = conversionClock({ ...facts, months: months?.value ?? 0 }, today);
    return {
      ...clock,
      // Without the standard's number nothing can be said to be complete.
      state: months === null && clock.state === 'period-completed' ? 'in-conversion' : clock.state,
      completeOn: months === null ? null : clock.completeOn,
      beganOn: facts.beganOn,
      basis: begun?.basis ?? null,
      months,
      certificate: await store.findOrganicCertificate(db, plot.organisation_id, today),
      may: { record: plot.valid_until === null && manages(actor, plot.organisation_id) },
    };
  }),

  handle(recordConversion, async ({ input, actor, db, insist, today, tell }) => {
    const plot = await plotForChange(db, input.plot);
    insist(manages(actor, plot.organisation_id));
    if (plot.valid_until !== null) throw new Problem('conflict', 'production.conversion.plot-closed');
    if (input.beganOn > today) throw new Problem('unprocessable', 'production.conversion.in-the-future');
    await store.insertConversion(db, { ...input, plot: plot.id, by: actor.account! });
    await tell('production.conversion.recorded', { plot: plot.id, organisation: plot.organisation_id });
    return {};
  }),
];
