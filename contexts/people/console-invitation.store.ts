import type { Role } from '#kernel/actor.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { newId } from '#kernel/id.ts';
import { today } from '#kernel/day.ts';
import type { Province, UnitCode } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { recordAct } from '#platform/audit/audit.ts';
import type { Client } from '#platform/database/pool.ts';
import { peopleIn } from './account.tables.ts';
import { findOrganisationPlace, findUnitName } from './grant.store.ts';
import { grantObstacles } from './grant.ts';
import { hoursOpen, newLinkToken, tokenHash } from './invitation.ts';
import { draftInvitation } from './invitation.wire.ts';

export interface ConsoleInvitation {
  readonly name: string;
  readonly role: Role;
  readonly organisation: OrganisationId | null;
  readonly unit: UnitCode | null;
}

/** What stands against such a role: an organisation or unit that is not there, or one the role does not take. */
async function refuse(db: Db, province: Province, { role, organisation, unit }: ConsoleInvitation): Promise<void> {
  const from = today();
  const obstacles = grantObstacles({
    role,
    organisation,
    unit,
    from,
    until: null,
    organisationKind: (await findOrganisationPlace(db, organisation))?.kind,
    unitExists: (await findUnitName(db, province, unit, from)) !== undefined,
  });
  if (obstacles.length > 0) throw new Problem('conflict', 'people.invitation.not-draftable', { obstacles });
}

/**
 * A one-time link made by whoever holds the machine's console: how the first administrator comes in.
 * Returns the token; only its hash is kept. Audited, with nobody as its maker.
 * Throws the problem people.invitation.not-draftable with every obstacle.
 */
export async function inviteFromConsole(
  { client, db, province }: { client: Client; db: Db; province: Province },
  invitation: ConsoleInvitation,
): Promise<string> {
  await refuse(db, province, invitation);
  const token = newLinkToken();
  const id = newId();
  await peopleIn(db)
    .insertInto('platform.invitation')
    .values({
      id,
      kind: 'invite',
      token_hash: Buffer.from(await tokenHash(token), 'hex'),
      name: invitation.name,
      role: invitation.role,
      organisation_id: invitation.organisation,
      unit_code: invitation.unit,
      made_by: null,
      expires_at: new Date(Date.now() + hoursOpen * 3_600_000 - 1_000).toISOString() as never,
    })
    .execute();
  await recordAct(client, {
    method: draftInvitation,
    account: null,
    input: { ...invitation, invitation: id },
    commandId: newId(),
    requestId: 'console',
  });
  return token;
}

/** Who has access to the transaction's province, with the roles in force. */
export async function accountsOf(db: Db) {
  const rows = await peopleIn(db)
    .selectFrom('auth.user')
    .innerJoin('platform.access_grant', 'platform.access_grant.account_id', 'auth.user.id')
    .select(['auth.user.name', 'auth.user.email', 'platform.access_grant.role'])
    .where('platform.access_grant.revoked_at', 'is', null)
    .orderBy('auth.user.email')
    .orderBy('platform.access_grant.role')
    .execute();
  const people = Map.groupBy(rows, ({ email }) => email);
  return [...people].map(([email, held]) => ({ name: held[0]!.name, email, roles: held.map(({ role }) => role) }));
}
