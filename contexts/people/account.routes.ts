import { isSignedIn } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { mailIsSet } from '#platform/mail/mail.ts';
import { handle } from '#platform/method/handle.ts';
import { findAccount } from '#platform/session/account.ts';
import { signInWays } from '#platform/session/ways.ts';
import {
  changeOwnAccount,
  demonstrationAccounts,
  endSessions,
  heldBy,
  sessionsOf,
  tenantRow,
} from './account.store.ts';
import { changeAccount, listDemonstrationAccounts, myAccount } from './account.wire.ts';
import { closeSession, listSessions } from './session.wire.ts';

export const accountRoutes = [
  handle(myAccount, async ({ actor, db, today, insist }) => {
    insist(true);
    const province = await tenantRow(db, actor.province);
    if (province === undefined) throw new Problem('not-found', 'province.unknown');
    const { demonstration, providers } = signInWays();
    return {
      account: actor.account === null ? null : ((await findAccount(db, actor.account)) ?? null),
      province,
      grants: actor.account === null ? [] : await heldBy(db, actor.account, today),
      demoSignIns: province.demonstration && demonstration !== 'off',
      providers: [...providers],
      mail: mailIsSet(),
    };
  }),

  handle(changeAccount, async ({ input, actor, db, insist }) => {
    insist(isSignedIn(actor));
    const account = await findAccount(db, actor.account!);
    if (account?.demonstration === true && input.name !== undefined) {
      throw new Problem('conflict', 'people.account.not-changeable', { obstacles: ['demonstration-account'] });
    }
    await changeOwnAccount(db, actor.account!, input);
    return {};
  }),

  handle(listDemonstrationAccounts, async ({ actor, db, today, insist }) => {
    insist(true);
    const province = await tenantRow(db, actor.province);
    const offered = province?.demonstration === true && signInWays().demonstration !== 'off';
    return { items: offered ? await demonstrationAccounts(db, today) : [] };
  }),

  handle(listSessions, async ({ actor, db, insist }) => {
    insist(isSignedIn(actor));
    const rows = await sessionsOf(db, actor);
    return {
      items: rows.map((row) => ({
        id: row.id,
        current: row.id === actor.session,
        openedAt: row.createdAt,
        expiresAt: row.expiresAt,
        address: row.ipAddress ?? '',
        agent: row.userAgent ?? '',
      })),
    };
  }),

  handle(closeSession, async ({ input, actor, db, insist }) => {
    insist(isSignedIn(actor));
    const closed = await endSessions(db, actor, input.session);
    if (closed === 0 && input.session !== undefined) throw new Problem('not-found', 'people.session.unknown');
    return { closed };
  }),
];
