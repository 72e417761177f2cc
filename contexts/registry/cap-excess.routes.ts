import { overseesUnit } from '#kernel/actor.ts';
import { handle } from '#platform/method/handle.ts';
import { excessRecord, openOf, saveTold } from './cap-excess.store.ts';
import { recordCapExcess } from './cap-excess.wire.ts';
import { mayKeepCapital } from './capital.access.ts';
import { tellingObstacles } from './capital-excess.ts';
import { ownedOf } from './capital.routes.ts';
import { refuse } from './founding.routes.ts';
import { lockOrganisation, organisationFacts } from './organisation.store.ts';

export const capExcessRoutes = [
  handle(recordCapExcess, async ({ input, actor, db, today, insist }) => {
    const record = await excessRecord(db, input.excess);
    const organisation = await organisationFacts(db, record.organisation_id);
    insist(mayKeepCapital(actor, ownedOf(organisation)));
    await lockOrganisation(db, organisation.id);
    const open = await openOf(db, record, today);
    const { until } = input;
    refuse(
      'registry.cap-excess.not-recordable',
      tellingObstacles(open, { until, isOfficer: overseesUnit(actor, organisation.unit_code), today }),
    );
    await saveTold(db, { ...input, last: open!.id, by: actor.account! });
    return {};
  }),
];
