import type { RegistryViews } from '#registry';
import type { Db } from '#platform/database/db.ts';
import type { SessionTables } from '#platform/session/session.tables.ts';
import type { YearBookTables } from './year-book.tables.ts';
import type { CardTables } from './card.tables.ts';
import type { UpdateTables } from './update.tables.ts';

/** All that books see of the database: their own tables, who wrote, and what the registry has published. */
export const booksIn = (db: Db) =>
  db.$extendTables<UpdateTables & CardTables & YearBookTables & RegistryViews & Pick<SessionTables, 'auth.user'>>();
