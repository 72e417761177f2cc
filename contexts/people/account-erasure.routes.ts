import { isAdministrator } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import { overwriteAccount } from '#platform/session/account.ts';
import { accountErasingObstacles } from './account.ts';
import { accountForErasure, eraseFromLinks } from './account-erasure.store.ts';
import { eraseAccount } from './account.wire.ts';
import { holdsRoleElsewhere } from './invitation.store.ts';

export const accountErasureRoutes = [
  handle(eraseAccount, async ({ input, actor, db, today, insist }) => {
    const account = await accountForErasure(db, input.account, today);
    insist(isAdministrator(actor));
    if (account === undefined) throw new Problem('not-found', 'people.account.unknown');
    const obstacles = accountErasingObstacles({
      own: account.id === actor.account,
      demonstration: account.demonstration,
      erased: account.erased,
      // Said in one word, so that nothing tells in which province.
      holdsRole: account.holdsRoleHere || (await holdsRoleElsewhere(db, account.id, actor.province)),
    });
    if (obstacles.length > 0) throw new Problem('conflict', 'people.account.not-erasable', { obstacles });
    await overwriteAccount(db, account.id);
    await eraseFromLinks(db, account.id, actor.account!);
    return {};
  }),
];
