import { organisationRoutes } from './organisation.routes.ts';

export type { PublishedCommodity, PublishedOrganisation, RegistryViews } from './organisation.tables.ts';

export const registry = { handlers: [...organisationRoutes] };
