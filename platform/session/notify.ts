import type { Actor, Role } from '#kernel/actor.ts';
import { newId, type AccountId, type OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { sessionIn } from './session.tables.ts';

/** Who is told: one account; whoever holds any role, or one, in an organisation or a unit; or a role of the whole province. */
export type Audience =
  | { readonly account: AccountId }
  | { readonly organisation: OrganisationId; readonly role?: Role }
  | { readonly unit: UnitCode; readonly role?: Role }
  | { readonly role: Role };

export interface News {
  /** Of the words pages have for it: `linkage.contract.offered`. */
  readonly topic: string;
  readonly params?: Readonly<Record<string, string | number | null>>;
  /** A path within our pages. */
  readonly link?: string;
  readonly to: Audience | readonly Audience[];
}

const withRole = (place: string, role: Role | undefined): string => (role === undefined ? place : `${place}:${role}`);

function keyOf(audience: Audience): string {
  if ('account' in audience) return `account:${audience.account}`;
  if ('organisation' in audience) return withRole(`organisation:${audience.organisation}`, audience.role);
  if ('unit' in audience) return withRole(`unit:${audience.unit}`, audience.role);
  return `role:${audience.role}`;
}

/** All audiences an actor belongs to by the grants in force. */
export function audiencesOf(actor: Actor): string[] {
  if (actor.account === null) return [];
  const keys = new Set([`account:${actor.account}`]);
  for (const { role, organisation, unit } of actor.grants) {
    keys.add(`role:${role}`);
    const place = organisation !== null ? `organisation:${organisation}` : unit !== null ? `unit:${unit}` : undefined;
    if (place === undefined) continue;
    keys.add(place);
    keys.add(`${place}:${role}`);
  }
  return [...keys];
}

/** Tells people, in the caller's transaction. */
export async function notify(db: Db, { topic, params = {}, link, to }: News): Promise<void> {
  const audiences: readonly Audience[] = Array.isArray(to) ? to : [to as Audience];
  const keys = new Set(audiences.map(keyOf));
  if (keys.size === 0) return;
  await sessionIn(db)
    .insertInto('platform.notification')
    .values(
      [...keys].map((audience) => ({
        id: newId(),
        audience,
        topic,
        params: JSON.stringify(params),
        link: link ?? null,
      })),
    )
    .execute();
}
