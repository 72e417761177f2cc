import { isAdministrator, type Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { handle } from '#platform/method/handle.ts';
import { findAccount, giveRole } from '#platform/session/account.ts';
import { notify } from '#platform/session/notify.ts';
import { accountErasingObstacles } from './account.ts';
import { placed } from './account.store.ts';
import { grantScope, mayGrant, mayListGrants, rolesToGive, type GrantPlace } from './grant.access.ts';
import { grantObstacles, type GrantObstacle } from './grant.ts';
import {
  findGrantForChange,
  findOrganisationPlace,
  findUnitName,
  grantPage,
  markRevoked,
  unitsOn,
} from './grant.store.ts';
import { approveGrant, listGrants, revokeGrant } from './grant.wire.ts';

const masked = '•••';

export type WantedRole = Pick<GrantPlace, 'role' | 'organisation' | 'unit'> & {
  readonly from: Day;
  readonly until: Day | null;
};

/** Where a wanted role would be held, whether it can be, and how that place is called. */
export async function wantedPlace(
  db: Db,
  actor: Actor,
  wanted: WantedRole,
  today: Day,
): Promise<{ place: GrantPlace; obstacles: GrantObstacle[]; placeName: string | null }> {
  const organisation = await findOrganisationPlace(db, wanted.organisation);
  const unitName = await findUnitName(db, actor.province, wanted.unit, today);
  return {
    place: {
      role: wanted.role,
      organisation: wanted.organisation,
      organisationUnit: organisation?.unit_code ?? null,
      unit: wanted.unit,
    },
    obstacles: grantObstacles({ ...wanted, organisationKind: organisation?.kind, unitExists: unitName !== undefined }),
    placeName: organisation?.name ?? unitName ?? null,
  };
}

const mayErase = (actor: Actor, row: Awaited<ReturnType<typeof grantPage>>['items'][number]): boolean =>
  isAdministrator(actor) &&
  accountErasingObstacles({
    own: row.account_id === actor.account,
    demonstration: row.account_demonstration,
    erased: row.account_erased,
    holdsRole: row.account_holds_role,
  }).length === 0;

export const grantRoutes = [
  handle(listGrants, async ({ input, actor, db, today, insist }) => {
    insist(mayListGrants(actor));
    const scope = grantScope(actor);
    const { items, total } = await grantPage(db, input, scope, today);
    const give = rolesToGive(actor);
    return {
      total,
      may: { give, units: give.includes('commune-officer') ? await unitsOn(db, actor.province, today) : [] },
      items: items.map((row) => ({
        id: row.id,
        role: row.role,
        account: {
          id: row.account_id,
          name: scope.masked ? masked : row.account_name,
          email: scope.masked ? masked : row.account_email,
          demonstration: row.account_demonstration,
          erased: row.account_erased,
        },
        ...placed(row),
        from: row.valid_from,
        until: row.valid_until,
        revokedAt: row.revoked_at,
        reason: row.reason,
        may: {
          erase: mayErase(actor, row),
          revoke:
            row.revoked_at === null &&
            row.account_id !== actor.account &&
            mayGrant(actor, {
              role: row.role,
              organisation: row.organisation_id,
              organisationUnit: row.organisation_unit,
              unit: row.unit_code,
            }),
        },
      })),
    };
  }),

  handle(approveGrant, async ({ input, actor, db, today, insist }) => {
    const wanted = { ...input, from: input.from ?? today };
    const { place, obstacles, placeName } = await wantedPlace(db, actor, wanted, today);
    insist(mayGrant(actor, place));
    const account = await findAccount(db, input.account);
    if (account === undefined) throw new Problem('not-found', 'people.account.unknown');
    if (obstacles.length > 0) throw new Problem('conflict', 'people.grant.not-approvable', { obstacles });
    await giveRole(db, { ...wanted, id: input.grant, by: actor.account });
    await notify(db, {
      topic: 'people.grant.approved',
      params: { role: input.role, place: placeName, by: actor.name },
      link: '/account',
      to: { account: input.account },
    });
    return {};
  }),

  handle(revokeGrant, async ({ input, actor, db, today, insist }) => {
    const grant = await findGrantForChange(db, input.grant);
    if (grant === undefined) throw new Problem('not-found', 'people.grant.unknown');
    const organisation = await findOrganisationPlace(db, grant.organisation_id);
    insist(
      mayGrant(actor, {
        role: grant.role,
        organisation: grant.organisation_id,
        organisationUnit: organisation?.unit_code ?? null,
        unit: grant.unit_code,
      }),
    );
    const obstacles = [
      ...(grant.revoked_at === null ? [] : ['already-revoked']),
      // Whoever could end the own role by a slip would lock the office out.
      ...(grant.account_id === actor.account ? ['own-grant'] : []),
    ];
    if (obstacles.length > 0) throw new Problem('conflict', 'people.grant.not-revocable', { obstacles });
    await markRevoked(db, grant, actor.account!, input.reason);
    await notify(db, {
      topic: 'people.grant.revoked',
      params: {
        role: grant.role,
        place:
          organisation?.name ?? (await findUnitName(db, actor.province, grant.unit_code, today)) ?? grant.unit_code,
        by: actor.name,
        reason: input.reason,
      },
      link: '/account',
      to: { account: grant.account_id },
    });
    return {};
  }),
];
