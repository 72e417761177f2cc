import type { Db } from '#platform/database/db.ts';
import type { SessionTables } from '#platform/session/session.tables.ts';
import type { RegistryViews } from '#registry';
import type { ViewTables } from './view.tables.ts';

/** People and what they may do, beside the organisations they do it for. */
export const peopleIn = (db: Db) => db.$extendTables<SessionTables & RegistryViews & ViewTables>();
