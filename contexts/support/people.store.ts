import type { AccountId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import { sessionIn } from '#platform/session/session.tables.ts';

/** The names of those who acted; nobody's when the reader may not know them. */
export async function namesOf(
  db: Db,
  accounts: readonly string[],
  shown: boolean,
): Promise<(id: string) => string | null> {
  if (!shown || accounts.length === 0) return () => null;
  const rows = await sessionIn(db)
    .selectFrom('auth.user')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(accounts)] as AccountId[])
    .execute();
  const names = new Map<string, string>(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? null;
}
