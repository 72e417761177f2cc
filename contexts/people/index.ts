import type { Handler } from '#platform/method/handle.ts';
import { accountRoutes } from './account.routes.ts';
import { accountErasureRoutes } from './account-erasure.routes.ts';
import { grantRoutes } from './grant.routes.ts';
import { invitationRoutes } from './invitation.routes.ts';
import { invitationSendRoutes } from './invitation-send.routes.ts';
import { notificationRoutes } from './notification.routes.ts';
import { officerSheetRoutes } from './officer-sheet.routes.ts';
import { resetRoutes } from './reset.routes.ts';
import { viewRoutes } from './view.routes.ts';
import { testLetterRoutes } from './test-letter.routes.ts';

export { accountsOf, inviteFromConsole } from './console-invitation.store.ts';
export { mayGrant } from './grant.access.ts';
export type { GrantObstacle } from './grant.ts';
export { invitationPath } from './invitation.ts';
export {
  endOfficers,
  giveOfficer,
  namesOfAccounts,
  officersGivenSince,
  officersOf,
  type UnitOfficer,
} from './unit-officer.store.ts';

/** People: accounts, sessions, roles, one-time links and what people are told. */
export const people: { readonly handlers: readonly Handler[] } = {
  handlers: [
    ...accountRoutes,
    ...accountErasureRoutes,
    ...grantRoutes,
    ...invitationRoutes,
    ...invitationSendRoutes,
    ...resetRoutes,
    ...notificationRoutes,
    ...viewRoutes,
    ...officerSheetRoutes,
    ...testLetterRoutes,
  ],
};
