import type { Actor } from '#kernel/actor.ts';
import type { AccountId } from '#kernel/id.ts';
import { passwordObstacles } from '#kernel/password.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { findAccount, replacePassword } from '#platform/session/account.ts';
import { notify } from '#platform/session/notify.ts';
import { mayGrant } from './grant.access.ts';
import { closed, refused, unknown } from './invitation.routes.ts';
import {
  grantsOf,
  hashOfToken,
  holdsRoleElsewhere,
  lockInvitation,
  markUsed,
  removeSecondFactor,
  saveReset,
} from './invitation.store.ts';
import { acceptReset, draftReset } from './invitation.wire.ts';

/**
 * A reset hands the whole account over. So whoever makes the link must be able to give every role the account
 * holds, and the account must hold none in another province.
 */
async function mayReset(db: Db, actor: Actor, account: AccountId): Promise<boolean> {
  const grants = await grantsOf(db, account);
  const all = grants.every((grant) =>
    mayGrant(actor, {
      role: grant.role,
      organisation: grant.organisation_id,
      organisationUnit: grant.organisation_unit,
      unit: grant.unit_code,
    }),
  );
  return grants.length > 0 && all && !(await holdsRoleElsewhere(db, account, actor.province));
}

export const resetRoutes = [
  handle(draftReset, async ({ input, actor, db, insist }) => {
    insist(actor.account !== input.account && (await mayReset(db, actor, input.account)));
    const account = await findAccount(db, input.account);
    if (account?.demonstration === true) {
      throw new Problem('conflict', 'people.account.not-changeable', { obstacles: ['demonstration-account'] });
    }
    const expiresAt = await saveReset(db, input, actor.account!);
    await notify(db, {
      topic: 'people.reset.drafted',
      params: { by: actor.name },
      link: '/account',
      to: { account: input.account },
    });
    return { expiresAt };
  }),

  handle(acceptReset, async ({ input, db, insist }) => {
    insist(true);
    const invitation = await lockInvitation(db, hashOfToken(input.token));
    if (invitation === undefined || invitation.kind !== 'reset') throw unknown();
    const account = invitation.account_id!;
    const email = invitation.email ?? '';
    const obstacles = [...closed(invitation), ...passwordObstacles(input.password, email)];
    if (obstacles.length > 0) throw refused(obstacles);
    await replacePassword(db, account, input.password);
    await removeSecondFactor(db, account);
    await markUsed(db, invitation.id, account);
    const both = [{ account }, ...(invitation.made_by === null ? [] : [{ account: invitation.made_by as AccountId }])];
    await notify(db, {
      topic: 'people.reset.accepted',
      params: { name: invitation.name, by: invitation.maker_name },
      link: '/account',
      to: both,
    });
    return { email };
  }),
];
