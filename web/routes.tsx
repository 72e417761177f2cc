import { accountRoutes } from '#web/account/routes.tsx';
import { booksRoutes } from '#web/books/routes.tsx';
import { creditRoutes } from '#web/credit/routes.tsx';
import { duplicatesRoutes } from '#web/duplicates/routes.tsx';
import { insightRoutes } from '#web/insight/routes.tsx';
import { intakeRoutes } from '#web/intake/routes.tsx';
import { linkageRoutes } from '#web/linkage/routes.tsx';
import { placesRoutes } from '#web/places/routes.tsx';
import { productionRoutes } from '#web/production/routes.tsx';
import { qualityRoutes } from '#web/quality/routes.tsx';
import { registryRoutes } from '#web/registry/routes.tsx';
import { setupRoutes } from '#web/setup/routes.tsx';
import { shellRoutes } from '#web/shell/routes.tsx';
import { supportRoutes } from '#web/support/routes.tsx';
import type { AppRoute } from '#web/lib/routes.tsx';

/** Every page there is. The navigation, the command palette and the tests that open all pages read this table. */
export const routes: readonly AppRoute[] = [
  ...insightRoutes,
  ...registryRoutes,
  ...placesRoutes,
  ...duplicatesRoutes,
  ...booksRoutes,
  ...intakeRoutes,
  ...linkageRoutes,
  ...productionRoutes,
  ...qualityRoutes,
  ...supportRoutes,
  ...creditRoutes,
  ...accountRoutes,
  ...setupRoutes,
  ...shellRoutes,
];
