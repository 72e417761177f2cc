import { sql, type Insertable } from 'kysely';
import type { FileId } from '#kernel/id.ts';
import type { Db } from '#platform/database/db.ts';
import type { House } from '#platform/pdf/typst.ts';
import type { SessionTables } from '#platform/session/session.tables.ts';
import { registryIn, type RegistryTables } from './registry.tables.ts';

const latest = (db: Db) =>
  registryIn(db)
    .$extendTables<SessionTables>()
    .selectFrom('registry.letterhead as l')
    .leftJoin('auth.user as a', 'a.id', 'l.recorded_by')
    .select(['l.above', 'l.office', 'l.below', 'l.address', 'l.place', 'l.signer'])
    .orderBy('l.recorded_at', 'desc')
    .orderBy('l.id', 'desc');

/** The head of documents as it stands now, without the picture. */
export const letterheadNow = (db: Db) =>
  latest(db)
    .select(['l.recorded_at', 'a.name as by', sql<boolean>`l.logo is not null`.as('logo')])
    .executeTakeFirst();

/** What is printed at the head of every letter; undefined while nobody has said. */
export const houseOf = (db: Db): Promise<House | undefined> => latest(db).select('l.logo').executeTakeFirst();

export const saveLetterhead = (db: Db, row: Insertable<RegistryTables['registry.letterhead']>) =>
  registryIn(db).insertInto('registry.letterhead').values(row).execute();

/** A file only its uploader sees, before a record owns it. */
export const findUpload = (db: Db, id: FileId, account: string) =>
  db
    .selectFrom('platform.file')
    .select(['id', 'name', 'content'])
    .where('id', '=', id)
    .where('uploaded_by', '=', account)
    .executeTakeFirst();
