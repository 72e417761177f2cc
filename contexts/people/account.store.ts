import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { AccountId, OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { Db } from '#platform/database/db.ts';
import { peopleIn } from './account.tables.ts';

export const tenantRow = (db: Db, province: number) =>
  db
    .selectFrom('reference.province')
    .leftJoin('platform.tenant', 'platform.tenant.province', 'reference.province.code')
    .select(['code', 'name', sql<boolean>`coalesce(demonstration, false)`.as('demonstration')])
    .where('code', '=', province as never)
    .executeTakeFirst();

/** Grants in force on a day, with the names of organisation and unit. */
const heldOn = (db: Db, today: Day) =>
  peopleIn(db)
    .selectFrom('platform.access_grant as g')
    .leftJoin('registry.published_organisation as o', 'o.id', 'g.organisation_id')
    .leftJoin('reference.unit as u', (join) =>
      join
        .onRef('u.code', '=', 'g.unit_code')
        .on('u.valid_from', '<=', today)
        .on((eb) => eb.or([eb('u.valid_until', 'is', null), eb('u.valid_until', '>=', today)])),
    )
    .where('g.revoked_at', 'is', null)
    .where('g.valid_from', '<=', today)
    .where((eb) => eb.or([eb('g.valid_until', 'is', null), eb('g.valid_until', '>=', today)]))
    .select([
      'g.id',
      'g.role',
      'o.survivor_id as organisation_survivor',
      'g.organisation_id',
      'o.name as organisation_name',
      'g.unit_code',
      'u.name as unit_name',
      'g.valid_from',
      'g.valid_until',
    ]);

interface Named {
  /** Where it was entered twice: what it stands as. */
  readonly organisation_survivor?: OrganisationId | null;
  readonly organisation_id: OrganisationId | null;
  readonly organisation_name: string | null;
  readonly unit_code: UnitCode | null;
  readonly unit_name: string | null;
}

/** Organisation and unit as the wire names them. */
export const placed = (row: Named) => ({
  organisation:
    row.organisation_id === null
      ? null
      : { id: row.organisation_survivor ?? row.organisation_id, name: row.organisation_name ?? row.organisation_id },
  unit: row.unit_code === null ? null : { code: row.unit_code, name: row.unit_name ?? row.unit_code },
});

/** A role held for both records of one organisation is one role. */
const onceEach = <Row extends Named & { readonly role: string }>(rows: readonly Row[]): Row[] => {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const { organisation, unit } = placed(row);
    const key = `${row.role} ${organisation?.id ?? ''} ${unit?.code ?? ''}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
};

export async function heldBy(db: Db, account: AccountId, today: Day) {
  const rows = await heldOn(db, today).where('g.account_id', '=', account).orderBy('g.id').execute();
  return onceEach(rows).map((row) => ({
    id: row.id,
    role: row.role,
    from: row.valid_from,
    until: row.valid_until,
    ...placed(row),
  }));
}

export async function demonstrationAccounts(db: Db, today: Day) {
  const rows = await heldOn(db, today)
    .innerJoin('auth.user as a', 'a.id', 'g.account_id')
    .where('a.demonstration', '=', true)
    .select(['a.id as account_id', 'a.name as account_name'])
    .orderBy('a.id')
    .limit(100)
    .execute();
  return rows.map((row) => ({ id: row.account_id, name: row.account_name, role: row.role, ...placed(row) }));
}

/** Where a letter to oneself goes. */
export async function ownAddress(db: Db, account: AccountId): Promise<string> {
  const { email } = await peopleIn(db)
    .selectFrom('auth.user')
    .select('email')
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  return email;
}

export async function changeOwnAccount(
  db: Db,
  account: AccountId,
  change: { readonly name?: string | undefined; readonly locale?: 'vi' | 'en' | 'th' | undefined },
): Promise<void> {
  const set = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.locale === undefined ? {} : { locale: change.locale }),
  };
  await peopleIn(db)
    .updateTable('auth.user')
    .set({ ...set, updatedAt: sql`now()` })
    .where('id', '=', account)
    .execute();
}

/** A demonstration account is shared: each visitor sees only the own session. */
const ownSessions = (db: Db, actor: Actor) =>
  peopleIn(db)
    .selectFrom('auth.session as s')
    .innerJoin('auth.user as a', 'a.id', 's.userId')
    .where('s.userId', '=', actor.account!)
    .where('s.expiresAt', '>', sql<never>`now()`)
    .where((eb) => eb.or([eb('a.demonstration', '=', false), eb('s.id', '=', actor.session!)]));

export const sessionsOf = (db: Db, actor: Actor) =>
  ownSessions(db, actor)
    .select(['s.id', 's.createdAt', 's.expiresAt', 's.ipAddress', 's.userAgent'])
    .orderBy('s.createdAt', 'desc')
    .execute();

/** Returns how many were ended. */
export async function endSessions(db: Db, actor: Actor, session: string | undefined): Promise<number> {
  const chosen = ownSessions(db, actor)
    .select('s.id')
    .where('s.id', session === undefined ? '!=' : '=', session ?? actor.session!);
  const { numDeletedRows } = await peopleIn(db).deleteFrom('auth.session').where('id', 'in', chosen).executeTakeFirst();
  return Number(numDeletedRows);
}
