import { handle } from '#platform/method/handle.ts';
import { organisationPage } from './organisation.store.ts';
import { listOrganisations } from './organisation.wire.ts';

export const organisationRoutes = [
  handle(listOrganisations, async ({ input, db, insist }) => {
    insist(true);
    const { items, total } = await organisationPage(db, input);
    return {
      total,
      items: items.map(({ unit_code, unit_name, ...organisation }) => ({
        ...organisation,
        unit: unit_code === null ? null : { code: unit_code, name: unit_name ?? unit_code },
      })),
    };
  }),
];
