import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { sameOrganisation } from '#registry';
import type { Reach } from './credit.access.ts';
import { creditIn } from './credit.tables.ts';
import type { DossierId, DossierState, LookKind } from './dossier.ts';
import type { DossierContent, listDossiers } from './dossier.wire.ts';

const dossiers = (db: Db) =>
  creditIn(db)
    .selectFrom('credit.dossier as d')
    .innerJoin('registry.published_organisation as o', 'o.id', 'd.organisation_id');

export async function loadDossier(db: Db, id: DossierId) {
  const dossier = await dossiers(db)
    .selectAll('d')
    .select(['o.name as organisation_name'])
    .where('d.id', '=', id)
    .executeTakeFirst();
  if (dossier === undefined) throw new Problem('not-found', 'credit.dossier.unknown');
  return dossier;
}
export type DossierRecord = Awaited<ReturnType<typeof loadDossier>>;

/** Held, so that sharing, withdrawing and answering follow one another. */
export async function dossierForChange(db: Db, id: DossierId): Promise<DossierRecord> {
  await creditIn(db).selectFrom('credit.dossier').select('id').where('id', '=', id).forUpdate().execute();
  return loadDossier(db, id);
}

export const dossierByCode = (db: Db, code: string) =>
  creditIn(db)
    .selectFrom('credit.dossier')
    .select(['content', 'content_hash', 'assembled_on', 'synthetic'])
    .where('code', '=', code)
    .executeTakeFirst();

const sorts = { assembled: sql`d.assembled_on`, organisation: sql`o.name collate "vi-x-icu"` } as const;

/** Neither the columns nor the order of this list depend on any bank. */
export async function dossierPage(db: Db, reach: Reach, filters: ParsedInputOf<typeof listDossiers>) {
  const { everything, units, organisations } = reach;
  let rows = dossiers(db);
  if (!everything)
    rows = rows.where(
      sql<boolean>`(o.unit_code = any(${units}::text[]) or d.organisation_id = any(${organisations}::uuid[]))`,
    );
  if (filters.organisation !== undefined)
    rows = rows.where('d.organisation_id', 'in', sameOrganisation(filters.organisation));
  const sort = filters.sort ?? '-assembled';
  const column = sorts[sort.replace('-', '') as keyof typeof sorts];
  const items = await rows
    .select(['d.id', 'd.number', 'd.state', 'd.assembled_on', 'd.answered_on', 'd.organisation_id', 'o.name'])
    .orderBy(sql`${column} ${sort.startsWith('-') ? sql`desc` : sql`asc`}`)
    .orderBy('d.id', 'desc')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}

interface Assembled {
  readonly id: DossierId;
  readonly number: string;
  readonly organisation: OrganisationId;
  readonly content: DossierContent;
  readonly hash: string;
  readonly code: string;
  readonly synthetic: boolean;
  readonly on: Day;
  readonly by: string;
}

export const insertDossier = (db: Db, assembled: Assembled) =>
  creditIn(db)
    .insertInto('credit.dossier')
    .values({
      id: assembled.id,
      number: assembled.number,
      organisation_id: assembled.organisation,
      content: JSON.stringify(assembled.content),
      content_hash: assembled.hash,
      code: assembled.code,
      synthetic: assembled.synthetic,
      assembled_on: assembled.on,
      assembled_by: assembled.by,
    })
    .execute();

export const changeDossier = (
  db: Db,
  id: DossierId,
  change: { readonly state: DossierState; readonly answered_on?: Day },
) => creditIn(db).updateTable('credit.dossier').set(change).where('id', '=', id).execute();

export const recordLook = (
  db: Db,
  look: { readonly dossier: DossierId; readonly consent: string; readonly account: string; readonly what: LookKind },
) =>
  creditIn(db)
    .insertInto('credit.look')
    .values({
      id: newId(),
      dossier_id: look.dossier,
      consent_id: look.consent as never,
      account_id: look.account,
      what: look.what,
    })
    .execute();

export const looksAt = (db: Db, dossier: DossierId) =>
  creditIn(db)
    .selectFrom('credit.look')
    .select(['id', 'consent_id', 'what', 'at'])
    .where('dossier_id', '=', dossier)
    .orderBy('at', 'desc')
    .execute();
