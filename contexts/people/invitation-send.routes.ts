import { isAdministrator, isSignedIn, type Actor } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { mailIsSet, sendMail } from '#platform/mail/mail.ts';
import { handle } from '#platform/method/handle.ts';
import { tenantRow } from './account.store.ts';
import { letterOf } from './invitation-mail.ts';
import { closed, unknown } from './invitation.routes.ts';
import { invitationPath, mostLetters, type InvitationObstacle, type SendObstacle } from './invitation.ts';
import {
  findInvitationById,
  hashOfToken,
  lettersSent,
  lockInvitation,
  markMailed,
  type Invitation,
} from './invitation.store.ts';
import { sendInvitation } from './invitation.wire.ts';

/** Only whoever made the link: nobody else has held its token. */
const maySend = (actor: Actor, { made_by }: Pick<Invitation, 'made_by'>): boolean =>
  isSignedIn(actor) && made_by === actor.account;

/** Every reason why the link cannot be mailed. */
async function sendObstacles(
  db: Db,
  actor: Actor,
  invitation: Invitation,
  token: string,
): Promise<(InvitationObstacle | SendObstacle)[]> {
  const locked = await lockInvitation(db, hashOfToken(token));
  const sent = await lettersSent(db, invitation.id, actor.account!);
  return [
    ...(locked?.id === invitation.id ? [] : ['token-does-not-fit' as const]),
    ...closed(locked?.id === invitation.id ? locked : invitation),
    ...(sent.link >= mostLetters.link ? ['mailed-often' as const] : []),
    ...(sent.account >= mostLetters[isAdministrator(actor) ? 'administrator' : 'account']
      ? ['mailed-much' as const]
      : []),
  ];
}

export const invitationSendRoutes = [
  handle(sendInvitation, async ({ input, actor, db, insist, origin }) => {
    const invitation = await findInvitationById(db, input.invitation);
    if (invitation === undefined) throw unknown();
    insist(maySend(actor, invitation));
    if (!mailIsSet()) throw new Problem('conflict', 'mail.off');
    const obstacles = await sendObstacles(db, actor, invitation, input.token);
    if (obstacles.length > 0) throw new Problem('conflict', 'people.invitation.not-sendable', { obstacles });
    await markMailed(db, invitation.id);
    const province = await tenantRow(db, actor.province);
    const letter = letterOf({
      kind: invitation.kind,
      language: input.language,
      name: invitation.name,
      by: actor.name,
      province: province?.name ?? '',
      demonstration: province?.demonstration === true,
      link: origin + invitationPath(input.token),
      expiresAt: invitation.expires_at,
    });
    // Last of all: what fails after this line has been mailed all the same.
    await sendMail({ to: input.email, ...letter });
    return {};
  }),
];
