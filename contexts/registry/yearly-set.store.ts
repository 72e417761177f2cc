import { sql } from 'kysely';
import type { OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { tellAll } from '#platform/outbox/outbox.ts';
import type { SetOn } from './member-known.store.ts';
import { inParts, type SetBy } from './member-set.store.ts';
import { registryIn } from './registry.tables.ts';
import { judgeYears, type KnownYear, type YearlyDraft, type YearlyJudged, type YearlyTerms } from './yearly-set.ts';
import type { YearlyFigures } from './yearly.ts';

/** So many organisations of a year in one entry: worked off in a transaction of a second or so. */
const mostTold = 200;

/** What is made of a year's figures is made again, whichever way they came. */
async function tellYears(
  db: Db,
  told: readonly { readonly id: OrganisationId; readonly year: number }[],
): Promise<void> {
  const byYear = Map.groupBy(told, ({ year }) => year);
  const payloads = [...byYear].flatMap(([year, rows]) =>
    [...inParts(rows, mostTold)].map((part) => ({ year, organisations: part.map(({ id }) => id) })),
  );
  await tellAll(db, 'registry.yearly.recorded', payloads);
}

const yearKey = (organisation: string, year: number): string => `${organisation} ${year}`;

async function knownYears(db: Db, organisations: readonly string[]): Promise<Map<string, KnownYear>> {
  const rows = await registryIn(db)
    .selectFrom('registry.yearly_account')
    .select(['organisation_id', 'year', 'source', 'version', 'revenue_vnd as revenueVnd', 'profit_vnd as profitVnd'])
    .select(['charter_capital_vnd as charterCapitalVnd', 'total_capital_vnd as totalCapitalVnd'])
    .select(['undivided_assets_vnd as undividedAssetsVnd', 'official_members as officialMembers', 'workers'])
    .select(['external_revenue_vnd as externalRevenueVnd', 'internal_revenue_vnd as internalRevenueVnd'])
    .select(['cost_vnd as costVnd', 'external_cost_vnd as externalCostVnd', 'internal_cost_vnd as internalCostVnd'])
    .select(['external_profit_vnd as externalProfitVnd', 'internal_profit_vnd as internalProfitVnd'])
    .where(sql<boolean>`organisation_id = any(${organisations}::uuid[])`)
    .where('struck_at', 'is', null)
    .execute();
  return new Map(
    rows.map(({ organisation_id, year, source, version, ...figures }) => [
      yearKey(organisation_id, year),
      { figures, source, version },
    ]),
  );
}

/** What would become of these figures. Nothing is written. */
export async function judgedYears(
  db: Db,
  drafts: readonly YearlyDraft[],
  { today }: Pick<SetOn, 'today'>,
): Promise<YearlyJudged[]> {
  const organisations = [...new Set(drafts.map(({ organisation }) => organisation))];
  const rows = await registryIn(db)
    .selectFrom('registry.published_organisation')
    .select(['id', 'provenance', 'founded_on as foundedOn'])
    .where(sql<boolean>`id = any(${organisations}::uuid[])`)
    .execute();
  const terms = new Map<OrganisationId, YearlyTerms>(rows.map(({ id, ...one }) => [id, one]));
  const known = await knownYears(db, organisations);
  return judgeYears(drafts, {
    today,
    terms: (organisation) => terms.get(organisation)!,
    known: (organisation, year) => known.get(yearKey(organisation, year)),
  });
}

export interface YearWritten {
  readonly row: number;
  readonly id: OrganisationId;
  readonly year: number;
  readonly version: number;
  readonly before: YearBefore | null;
}
export type YearBefore = YearlyFigures & { readonly source: string };

interface YearRow extends YearBefore {
  readonly organisation: OrganisationId;
  readonly year: number;
  /** The version that was looked at; 0: there was none. */
  readonly expected: number;
}

const recordset = sql`organisation uuid, year smallint, "revenueVnd" bigint, "profitVnd" bigint, "charterCapitalVnd" bigint,
  "totalCapitalVnd" bigint, "undividedAssetsVnd" bigint, "officialMembers" integer, workers integer, source text,
  "externalRevenueVnd" bigint, "internalRevenueVnd" bigint, "costVnd" bigint, "externalCostVnd" bigint,
  "internalCostVnd" bigint, "externalProfitVnd" bigint, "internalProfitVnd" bigint,
  expected integer`;

/** Somebody has told of a year since it was looked at: that is not written over. */
const changed = (): Problem =>
  new Problem('conflict', 'registry.yearly.not-changeable', { obstacles: ['changed-meanwhile'] });

/** Writes years whole, new or in the place of what was there, and keeps each state with its reason. */
async function putYears(
  db: Db,
  rows: readonly YearRow[],
  { by, reason }: Pick<SetBy, 'by' | 'reason'>,
): Promise<Map<string, number>> {
  const { rows: put } = await sql<{ organisation_id: string; year: number; version: number }>`
    insert into registry.yearly_account as a (organisation_id, year, revenue_vnd, profit_vnd, charter_capital_vnd, total_capital_vnd,
      undivided_assets_vnd, official_members, workers, source, provenance, version,
      external_revenue_vnd, internal_revenue_vnd, cost_vnd, external_cost_vnd, internal_cost_vnd, external_profit_vnd, internal_profit_vnd)
    select organisation, year, "revenueVnd", "profitVnd", "charterCapitalVnd", "totalCapitalVnd", "undividedAssetsVnd",
      "officialMembers", workers, source, 'entered', expected + 1,
      "externalRevenueVnd", "internalRevenueVnd", "costVnd", "externalCostVnd", "internalCostVnd", "externalProfitVnd", "internalProfitVnd"
    from json_to_recordset(${JSON.stringify(rows)}::json) as t(${recordset})
    on conflict (province, organisation_id, year) do update set revenue_vnd = excluded.revenue_vnd, profit_vnd = excluded.profit_vnd,
      charter_capital_vnd = excluded.charter_capital_vnd, total_capital_vnd = excluded.total_capital_vnd,
      undivided_assets_vnd = excluded.undivided_assets_vnd, official_members = excluded.official_members,
      workers = excluded.workers, source = excluded.source, provenance = excluded.provenance,
      external_revenue_vnd = excluded.external_revenue_vnd, internal_revenue_vnd = excluded.internal_revenue_vnd,
      cost_vnd = excluded.cost_vnd, external_cost_vnd = excluded.external_cost_vnd,
      internal_cost_vnd = excluded.internal_cost_vnd, external_profit_vnd = excluded.external_profit_vnd,
      internal_profit_vnd = excluded.internal_profit_vnd, struck_at = null,
      recorded_at = now(), version = a.version + 1
      where case when a.struck_at is null then a.version = excluded.version - 1 else excluded.version = 1 end
    returning organisation_id, year, version`.execute(db);
  if (put.length < rows.length) throw changed();
  const versions = new Map(put.map(({ organisation_id, year, version }) => [yearKey(organisation_id, year), version]));
  const entries = rows.map((row) => {
    const { organisation, year, expected: _, ...content } = row;
    return { organisation, year, version: versions.get(yearKey(organisation, year)), content };
  });
  await sql`insert into registry.yearly_account_entry (organisation_id, year, version, content, reason, recorded_by)
    select organisation, year, version, content, ${reason}, ${by}
    from json_to_recordset(${JSON.stringify(entries)}::json) as t(organisation uuid, year smallint, version integer, content jsonb)`.execute(
    db,
  );
  return versions;
}

/** Writes what was judged to be new or an update. */
export async function saveYears(
  db: Db,
  rows: readonly YearlyJudged[],
  set: SetBy,
  onPart: (done: number) => Promise<void> = async () => undefined,
): Promise<YearWritten[]> {
  const written: YearWritten[] = [];
  for (const part of inParts(rows)) {
    const versions = await putYears(
      db,
      part.map(({ draft: { organisation, year }, figures, known }) => ({
        organisation,
        year,
        expected: known?.version ?? 0,
        ...figures,
        source: set.reason,
      })),
      set,
    );
    for (const { row, draft, known } of part) {
      const before = known === null ? null : { ...known.figures, source: known.source };
      const version = versions.get(yearKey(draft.organisation, draft.year))!;
      written.push({ row, id: draft.organisation, year: draft.year, version, before });
    }
    await onPart(written.length);
  }
  await tellYears(db, written);
  return written;
}

/** The versions the years have now, with the organisation's name. */
export async function yearStates(
  db: Db,
  organisations: readonly string[],
): Promise<Map<string, { readonly version: number; readonly name: string }>> {
  const rows = await registryIn(db)
    .selectFrom('registry.yearly_account as a')
    .innerJoin('registry.published_organisation as o', 'o.id', 'a.organisation_id')
    .select(['a.organisation_id', 'a.year', 'a.version', 'o.name'])
    .where(sql<boolean>`a.organisation_id = any(${organisations}::uuid[])`)
    .where('a.struck_at', 'is', null)
    .execute();
  return new Map(
    rows.map(({ organisation_id, year, version, name }) => [yearKey(organisation_id, year), { version, name }]),
  );
}

interface Unsaved {
  readonly id: OrganisationId;
  readonly year: number;
  /** The version it had after it was written. */
  readonly version: number;
  readonly before: YearBefore | null;
}

/** Puts years back to what they were, and strikes those that were new. */
export async function unsaveYears(db: Db, rows: readonly Unsaved[], set: SetBy): Promise<void> {
  const altered = rows.flatMap(({ id, year, version, before }) =>
    before === null ? [] : [{ organisation: id, year, expected: version, ...before }],
  );
  for (const part of inParts(altered)) await putYears(db, part, set);
  const made = rows.filter(({ before }) => before === null);
  for (const part of inParts(made)) {
    const those = JSON.stringify(part.map(({ id, year, version }) => ({ id, year, version })));
    const { numAffectedRows } =
      await sql`update registry.yearly_account a set struck_at = now(), version = a.version + 1
      from json_to_recordset(${those}::json) as t(id uuid, year smallint, version integer)
      where a.province = platform.current_province() and a.organisation_id = t.id and a.year = t.year
        and a.version = t.version and a.struck_at is null`.execute(db);
    if (Number(numAffectedRows) < part.length) throw changed();
  }
  await tellYears(db, rows);
}
