export { accountsOf, inviteFromConsole } from './console-invitation.store.ts';
export { invitationPath } from './invitation.ts';

import { organisationRoutes } from './organisation.routes.ts';
import { peopleRoutes } from './people.routes.ts';

export type { PublishedCommodity, PublishedOrganisation, RegistryViews } from './organisation.tables.ts';

export const registry = { handlers: [...peopleRoutes, ...organisationRoutes] };
