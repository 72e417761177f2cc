import { isAdministrator, isProvincialOfficer, isSignedIn, type Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { AccountId, GrantId } from '#kernel/id.ts';
import { passwordObstacles } from '#kernel/password.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { createAccount, findAccountByEmail, giveRole } from '#platform/session/account.ts';
import { notify } from '#platform/session/notify.ts';
import { placed } from './account.store.ts';
import { mayGrant, mayListGrants } from './grant.access.ts';
import { wantedPlace } from './grant.routes.ts';
import { closedBecause } from './invitation.ts';
import {
  findInvitation,
  hashOfToken,
  holdsAlready,
  invitationPage,
  lockInvitation,
  lockInvitationById,
  markUsed,
  markWithdrawn,
  saveInvitation,
  type Invitation,
} from './invitation.store.ts';
import {
  acceptInvitation,
  draftInvitation,
  getInvitation,
  listInvitations,
  withdrawInvitation,
} from './invitation.wire.ts';

export const closed = (invitation: Invitation) =>
  closedBecause(
    { usedAt: invitation.used_at, withdrawnAt: invitation.withdrawn_at, expiresAt: invitation.expires_at },
    Date.now(),
  );

const heldBy = (invitation: Invitation) =>
  invitation.role === null ? null : { role: invitation.role, ...placed(invitation) };

const seesAll = (actor: Actor): boolean => isAdministrator(actor) || isProvincialOfficer(actor);

const mayWithdraw = (actor: Actor, { made_by }: Pick<Invitation, 'made_by'>): boolean =>
  isSignedIn(actor) && (made_by === actor.account || seesAll(actor));

export const unknown = () => new Problem('not-found', 'people.invitation.unknown');
export const refused = (obstacles: readonly string[]) =>
  new Problem('conflict', 'people.invitation.not-acceptable', { obstacles });

interface NewComer {
  readonly account: AccountId;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Whoever takes the role: a new account, or the one that is signed in. */
async function comerOf(db: Db, actor: Actor, newComer: NewComer | undefined, invitation: Invitation) {
  if (newComer === undefined) {
    const held = actor.account !== null && (await holdsAlready(db, actor.account, invitation));
    const obstacles = actor.account === null ? ['sign-in-first'] : held ? ['already-held'] : [];
    return { account: actor.account!, name: actor.name, obstacles };
  }
  const taken = (await findAccountByEmail(db, newComer.email)) !== undefined;
  return {
    account: newComer.account,
    name: newComer.name,
    obstacles: [...(taken ? ['email-taken'] : []), ...passwordObstacles(newComer.password, newComer.email)],
  };
}

interface Taken {
  readonly account: AccountId;
  readonly name: string;
  readonly grant: GrantId;
  readonly from: Day;
}

async function takeRole(db: Db, invitation: Invitation, { account, name, grant, from }: Taken): Promise<void> {
  const { role, organisation_id: organisation, unit_code: unit, grant_until: until, made_by } = invitation;
  await giveRole(db, {
    id: grant,
    account,
    role: role!,
    organisation,
    unit,
    from,
    until,
    by: made_by as AccountId | null,
  });
  await markUsed(db, invitation.id, account);
  const place = invitation.organisation_name ?? invitation.unit_name;
  await notify(db, {
    topic: 'people.grant.approved',
    params: { role: role!, place, by: invitation.maker_name },
    link: '/account',
    to: { account },
  });
  if (made_by === null) return;
  await notify(db, {
    topic: 'people.invitation.accepted',
    params: { name, role: role!, place },
    link: '/people',
    to: { account: made_by as AccountId },
  });
}

export const invitationRoutes = [
  handle(draftInvitation, async ({ input, actor, db, today, insist }) => {
    const { place, obstacles } = await wantedPlace(db, actor, { ...input, from: today }, today);
    insist(mayGrant(actor, place));
    if (obstacles.length > 0) throw new Problem('conflict', 'people.grant.not-approvable', { obstacles });
    return { expiresAt: await saveInvitation(db, input, actor.account!) };
  }),

  handle(listInvitations, async ({ input, actor, db, insist }) => {
    insist(mayListGrants(actor));
    const { items, total } = await invitationPage(db, input, { actor, all: seesAll(actor) });
    return {
      total,
      items: items.map((row) => {
        const [ended] = closed(row);
        return {
          id: row.id,
          kind: row.kind,
          name: row.name,
          held: heldBy(row),
          madeBy: row.maker_name,
          madeAt: row.made_at,
          expiresAt: row.expires_at,
          state: (ended ?? 'open') as 'open',
          may: { withdraw: ended === undefined && mayWithdraw(actor, row) },
        };
      }),
    };
  }),

  handle(getInvitation, async ({ input, db, insist }) => {
    insist(true);
    const invitation = await findInvitation(db, input.hash);
    if (invitation === undefined) throw unknown();
    const obstacles = closed(invitation);
    if (obstacles.length > 0) throw refused(obstacles);
    return {
      kind: invitation.kind,
      name: invitation.name,
      email: invitation.email,
      held: heldBy(invitation),
      madeBy: invitation.maker_name,
      expiresAt: invitation.expires_at,
    };
  }),

  handle(acceptInvitation, async ({ input, actor, db, today, insist }) => {
    insist(true);
    const invitation = await lockInvitation(db, hashOfToken(input.token));
    if (invitation === undefined || invitation.kind !== 'invite') throw unknown();
    const ended = closed(invitation);
    if (ended.length > 0) throw refused(ended);
    const { account, name, obstacles } = await comerOf(db, actor, input.newAccount, invitation);
    if (obstacles.length > 0) throw refused(obstacles);
    if (input.newAccount !== undefined) await createAccount(db, { ...input.newAccount, id: account });
    await takeRole(db, invitation, { account, name, grant: input.grant, from: today });
    return { account };
  }),

  handle(withdrawInvitation, async ({ input, actor, db, insist }) => {
    const invitation = await lockInvitationById(db, input.invitation);
    if (invitation === undefined) throw unknown();
    insist(mayWithdraw(actor, invitation));
    const obstacles = closed(invitation);
    if (obstacles.length > 0) throw new Problem('conflict', 'people.invitation.not-withdrawable', { obstacles });
    await markWithdrawn(db, invitation.id, actor.account!);
    return {};
  }),
];
