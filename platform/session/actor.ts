import { anybody, type Actor, type Grant } from '#kernel/actor.ts';
import { today } from '#kernel/day.ts';
import type { AccountId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import type { Client } from '#platform/database/pool.ts';
import { sessionToken } from './cookie.ts';

interface ActorRow {
  readonly account: AccountId;
  readonly name: string;
  readonly session: string;
  readonly grants: readonly Grant[];
}

/**
 * Who a session is and what the person may do in the transaction's province on a day: the one statement each
 * request pays for. An ended session, a revoked grant or a day too late finds nothing.
 */
export const actorStatement = {
  name: 'session-actor',
  text: `select u."id" as account, u."name" as name, s."id" as session,
           coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'organisation', g.organisation_id, 'unit', g.unit_code))
             from platform.grant_held g
             where g.province = platform.current_province() and g.account_id = u."id"
               and g.valid_from <= $2 and (g.valid_until is null or g.valid_until >= $2)), '[]'::jsonb) as grants
         from auth.session s join auth."user" u on u."id" = s."userId"
         where s."token" = $1 and s."expiresAt" > now()
           and (not u."demonstration" or exists
             (select from platform.tenant t where t.province = platform.current_province() and t.demonstration))`,
} as const;

export async function loadActor(
  client: Client,
  cookieHeader: string | undefined,
  province: Province,
  secret: string,
): Promise<Actor> {
  const token = sessionToken(cookieHeader, secret);
  if (token === undefined) return anybody(province);
  const { rows } = await client.query<ActorRow>({ ...actorStatement, values: [token, today()] });
  const row = rows[0];
  return row === undefined ? anybody(province) : { ...row, province };
}

/** Whose sign-in name this is, with the roles held today: for whoever holds the machine's console. */
export async function actorNamed(client: Client, email: string, province: Province): Promise<Actor | undefined> {
  const { rows } = await client.query<Omit<ActorRow, 'session'>>(
    `select u."id" as account, u."name" as name,
       coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'organisation', g.organisation_id, 'unit', g.unit_code))
         from platform.grant_held g
         where g.province = platform.current_province() and g.account_id = u."id"
           and g.valid_from <= $2 and (g.valid_until is null or g.valid_until >= $2)), '[]'::jsonb) as grants
     from auth."user" u where u."email" = $1`,
    [email.toLowerCase(), today()],
  );
  return rows[0] === undefined ? undefined : { ...rows[0], province, session: null };
}
