import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import { newId, type CommodityId, type OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { sameOrganisation } from '#registry';
import { openStates, type ActingAs, type ActKind, type ApplicationId } from './application.ts';
import type { listApplications } from './application.wire.ts';
import type { MeasureId, PolicyId } from './policy.ts';
import type { Reach } from './support.access.ts';
import { supportIn } from './support.tables.ts';

export const findCommodity = (db: Db, id: CommodityId) =>
  supportIn(db)
    .selectFrom('registry.published_commodity')
    .select(['id', 'name_vi', 'name_en', 'name_th', 'cycle'])
    .where('id', '=', id)
    .executeTakeFirst();

export async function loadOrganisation(db: Db, id: OrganisationId) {
  const organisation = await supportIn(db)
    .selectFrom('registry.published_organisation')
    .select(['id', 'name', 'unit_code', 'provenance'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (organisation === undefined) throw new Problem('not-found', 'support.organisation.unknown');
  return organisation;
}

const counted = sql<number>`count(*)`.as('counted');

/** Support already approved under the same policy: one application, one production cycle (Decree 98/2018/NĐ-CP). */
export async function cyclesSupported(
  db: Db,
  organisation: OrganisationId,
  policy: PolicyId,
  except?: ApplicationId,
): Promise<number> {
  let rows = supportIn(db)
    .selectFrom('support.application')
    .where('organisation_id', 'in', sameOrganisation(organisation))
    .where('policy_id', '=', policy)
    .where('state', 'in', ['approved', 'closed']);
  if (except !== undefined) rows = rows.where('id', '<>', except);
  return (await rows.select(counted).executeTakeFirstOrThrow()).counted;
}

export async function runningApplications(
  db: Db,
  organisation: OrganisationId,
  measure: MeasureId,
  except?: ApplicationId,
): Promise<number> {
  let rows = supportIn(db)
    .selectFrom('support.application')
    .where('organisation_id', 'in', sameOrganisation(organisation))
    .where('measure_id', '=', measure)
    .where('state', 'in', ['submitted', 'examined', 'approved']);
  if (except !== undefined) rows = rows.where('id', '<>', except);
  return (await rows.select(counted).executeTakeFirstOrThrow()).counted;
}

const withNames = (db: Db) =>
  supportIn(db)
    .selectFrom('support.application as a')
    .innerJoin('support.measure as m', 'm.id', 'a.measure_id')
    .innerJoin('support.policy as p', 'p.id', 'a.policy_id')
    .innerJoin('registry.published_organisation as o', 'o.id', 'a.organisation_id')
    .leftJoin('support.application_version as v', (join) =>
      join.onRef('v.application_id', '=', 'a.id').onRef('v.version', '=', 'a.version'),
    )
    .selectAll('a')
    .select(['o.name as organisation_name', 'o.unit_code', 'o.unit_name', 'o.provenance as organisation_provenance'])
    .select(['m.code as measure_code', 'm.name_vi', 'm.name_en', 'm.name_th', 'm.fund_id', 'm.provenance'])
    .select(['p.number as policy_number', 'p.verified as policy_verified', 'v.outcome', 'v.submitted_by']);

export async function loadApplication(db: Db, id: ApplicationId) {
  const application = await withNames(db).where('a.id', '=', id).executeTakeFirst();
  if (application === undefined) throw new Problem('not-found', 'support.application.unknown');
  return application;
}
export type ApplicationRecord = Awaited<ReturnType<typeof loadApplication>>;

/** Held against other steps until this one is done. */
export async function applicationForChange(db: Db, id: ApplicationId): Promise<ApplicationRecord> {
  await supportIn(db).selectFrom('support.application').select('id').where('id', '=', id).forUpdate().execute();
  return loadApplication(db, id);
}

export const findApplication = (db: Db, id: ApplicationId) =>
  supportIn(db).selectFrom('support.application').select(['id']).where('id', '=', id).executeTakeFirst();

const sorts = {
  submitted: sql`a.submitted_on`,
  organisation: sql`o.name collate "vi-x-icu"`,
  amount: sql`a.amount_vnd`,
} as const;

export async function applicationPage(db: Db, reach: Reach, filters: ParsedInputOf<typeof listApplications>) {
  const { everything, units, organisations } = reach;
  let rows = withNames(db);
  if (!everything) {
    rows = rows.where(
      sql<boolean>`(o.unit_code = any(${units}::text[]) and a.version > 0
        or a.organisation_id = any(${organisations}::uuid[])
        or m.fund_id = any(${organisations}::uuid[]) and a.state in ('approved', 'closed'))`,
    );
  } else {
    // Handed in once: what was given up as a draft stays its organisation's.
    rows = rows.where('a.version', '>', 0);
  }
  if (filters.state !== undefined) rows = rows.where('a.state', '=', filters.state);
  if (filters.measure !== undefined) rows = rows.where('a.measure_id', '=', filters.measure);
  if (filters.organisation !== undefined)
    rows = rows.where('a.organisation_id', 'in', sameOrganisation(filters.organisation));
  if (filters.waiting === true) rows = rows.where('a.state', 'in', ['submitted', 'examined']);
  const sort = filters.sort ?? '-submitted';
  const column = sorts[sort.replace('-', '') as keyof typeof sorts];
  const items = await rows
    .orderBy(sql`${column} ${sort.startsWith('-') ? sql`desc nulls first` : sql`asc nulls last`}`)
    .orderBy('a.id', 'desc')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { items, total };
}

export const insertApplication = (
  db: Db,
  draft: {
    readonly id: ApplicationId;
    readonly measure: MeasureId;
    readonly policy: PolicyId;
    readonly organisation: OrganisationId;
    readonly by: string;
  },
) =>
  supportIn(db)
    .insertInto('support.application')
    .values({
      id: draft.id,
      measure_id: draft.measure,
      policy_id: draft.policy,
      organisation_id: draft.organisation,
      created_by: draft.by,
    })
    .execute();

export const openApplication = (db: Db, organisation: OrganisationId, measure: MeasureId) =>
  supportIn(db)
    .selectFrom('support.application')
    .select('id')
    .where('organisation_id', 'in', sameOrganisation(organisation))
    .where('measure_id', '=', measure)
    .where('state', 'in', openStates)
    .executeTakeFirst();

type Change = Partial<
  Pick<
    ApplicationRecord,
    'state' | 'version' | 'number' | 'area_m2' | 'commodity_id' | 'plan' | 'amount_vnd' | 'submitted_on' | 'decided_on'
  > & { closed_on: Day }
>;

export const changeApplication = (db: Db, id: ApplicationId, change: Change) =>
  supportIn(db)
    .updateTable('support.application')
    .set({ ...change, changed_at: sql`now()` })
    .where('id', '=', id)
    .execute();

export interface Act {
  readonly application: ApplicationId;
  readonly version: number;
  readonly kind: ActKind;
  readonly remarks?: string;
  readonly clauses?: readonly string[];
  readonly by: string;
  readonly as: ActingAs;
}

export const recordAct = (db: Db, { application, version, kind, remarks = '', clauses = [], by, as }: Act) =>
  supportIn(db)
    .insertInto('support.application_act')
    .values({
      id: newId(),
      application_id: application,
      version,
      kind,
      remarks,
      clauses: [...clauses],
      by_account: by,
      acted_as: as,
    })
    .execute();

export const actsOf = (db: Db, application: ApplicationId) =>
  supportIn(db)
    .selectFrom('support.application_act')
    .selectAll()
    .where('application_id', '=', application)
    .orderBy('at')
    .orderBy('id')
    .execute();

/** Who did a step to the version that lies on the desk. */
export async function whoDid(
  db: Db,
  { id, version }: Pick<ApplicationRecord, 'id' | 'version'>,
  kinds: readonly ActKind[],
): Promise<string | null> {
  const act = await supportIn(db)
    .selectFrom('support.application_act')
    .select('by_account')
    .where('application_id', '=', id)
    .where('version', '=', version)
    .where('kind', 'in', kinds)
    .orderBy('at', 'desc')
    .executeTakeFirst();
  return act?.by_account ?? null;
}
