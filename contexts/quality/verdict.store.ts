import { sql } from 'kysely';
import type { Day } from '#kernel/day.ts';
import type { LotId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import { plain } from '#kernel/text.ts';
import type { Db } from '#platform/database/db.ts';
import type { ReportId, SampleId } from './lot.ts';
import { containing } from './part.store.ts';
import { qualityIn } from './quality.tables.ts';
import type { AnalyteResult, DefaultRule, LimitSet, ListedLimit, ResidueDefinition } from './residue.ts';
import type { listLimits } from './verdict.wire.ts';

export async function limitSetsOn(db: Db, on: Day) {
  const rows = await qualityIn(db)
    .selectFrom('reference.limit_set')
    .selectAll()
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', on)]))
    .orderBy('market')
    .orderBy('valid_from', 'desc')
    .execute();
  // The newest version in force of each market.
  return rows.filter(({ market }, at) => rows.findIndex((row) => row.market === market) === at);
}
export type LimitSetRecord = Awaited<ReturnType<typeof limitSetsOn>>[number];

const defaultRuleOf = (set: LimitSetRecord): DefaultRule =>
  set.default_rule === 'value'
    ? { kind: 'value', ngPerKg: set.default_ng_per_kg!, verified: set.default_verified }
    : { kind: set.default_rule };

/** A limit for the commodity itself goes before one for any commodity. */
async function listedLimits(db: Db, set: string, commodity: string): Promise<ListedLimit[]> {
  const rows = await qualityIn(db)
    .selectFrom('reference.residue_limit')
    .select(['residue_code', 'commodity_code', 'rule', 'ng_per_kg', 'verified'])
    .where('limit_set_id', '=', set)
    .where('commodity_code', 'in', [commodity, '*'])
    .execute();
  const listed = new Map<string, ListedLimit>();
  for (const row of rows.sort((a) => (a.commodity_code === '*' ? -1 : 1)))
    listed.set(row.residue_code, {
      residue: row.residue_code,
      rule: row.rule,
      ngPerKg: row.ng_per_kg,
      verified: row.verified,
    });
  return [...listed.values()];
}

async function sumsOf(db: Db, residues: readonly string[]): Promise<ResidueDefinition[]> {
  if (residues.length === 0) return [];
  const rows = await qualityIn(db)
    .selectFrom('reference.residue_component')
    .select(['residue_code', 'analyte_code', 'factor_millionths'])
    .where('residue_code', 'in', [...residues])
    .where(sql<boolean>`residue_code <> analyte_code`)
    .orderBy('residue_code')
    .execute();
  const sums = new Map<string, ResidueDefinition['components']>();
  for (const { residue_code, analyte_code, factor_millionths } of rows) {
    const component = { analyte: analyte_code, factorMillionths: factor_millionths };
    sums.set(residue_code, [...(sums.get(residue_code) ?? []), component]);
  }
  return [...sums].map(([residue, components]) => ({ residue, components }));
}

/** A set as it stands for one commodity. */
export async function limitSetFor(db: Db, set: LimitSetRecord, commodity: string): Promise<LimitSet> {
  const listed = await listedLimits(db, set.id, commodity);
  return {
    id: set.id,
    market: set.market,
    version: set.version,
    commodity,
    defaultRule: defaultRuleOf(set),
    sums: await sumsOf(
      db,
      listed.map(({ residue }) => residue),
    ),
    listed,
  };
}

export interface NewestReport {
  readonly report: ReportId;
  readonly number: string;
  readonly version: number;
  readonly sample: SampleId;
  readonly sampleCode: string;
  readonly sampledOn: Day;
}

/** The samples of a lot, the newest first, each with its newest report or none. */
export async function samplesWithReports(db: Db, lot: LotId) {
  return qualityIn(db)
    .selectFrom('quality.sample as s')
    .leftJoin('quality.report as r', (join) =>
      join.onRef('r.sample_id', '=', 's.id').on(
        sql<boolean>`not exists (select from quality.report later where later.province = r.province
          and later.sample_id = r.sample_id and later.version > r.version)`,
      ),
    )
    .select(['s.id as sample', 's.code as sample_code', 's.taken_on as sampled_on'])
    .select(['r.id as report', 'r.number', 'r.version'])
    .where('s.lot_id', '=', lot)
    .orderBy('s.taken_on', 'desc')
    .orderBy('s.id', 'desc')
    .execute();
}

export async function resultsOf(db: Db, report: ReportId): Promise<AnalyteResult[]> {
  const rows = await qualityIn(db)
    .selectFrom('quality.report_result')
    .select(['analyte_code', 'kind', 'value_ng_per_kg', 'uncertainty_ng_per_kg', 'loq_ng_per_kg'])
    .where('report_id', '=', report)
    .execute();
  return rows.map((row) => ({
    analyte: row.analyte_code,
    kind: row.kind,
    valueNgPerKg: row.value_ng_per_kg,
    uncertaintyNgPerKg: row.uncertainty_ng_per_kg,
    loqNgPerKg: row.loq_ng_per_kg,
  }));
}

export interface Substance {
  readonly name: string;
  readonly synthetic: boolean;
  readonly singleMethod: boolean;
}

/** Names of substances and of sums by code, and what is synthetic. */
export async function substances(db: Db): Promise<ReadonlyMap<string, Substance>> {
  const rows = await qualityIn(db)
    .selectFrom('reference.residue as r')
    .leftJoin('reference.analyte as a', 'a.code', 'r.code')
    .select(['r.code', 'r.name', 'a.synthetic', 'a.single_method'])
    .execute();
  return new Map(
    rows.map(({ code, name, synthetic, single_method }) => [
      code,
      { name, synthetic: synthetic ?? true, singleMethod: single_method ?? false },
    ]),
  );
}

export async function limitSetList(db: Db) {
  return qualityIn(db)
    .selectFrom('reference.limit_set as s')
    .innerJoin('reference.market as m', 'm.code', 's.market')
    .selectAll('s')
    .select(['m.name_vi', 'm.name_en', 'm.name_th'])
    .select(
      sql<number>`(select count(*) from reference.residue_limit l where l.limit_set_id = s.id and l.rule <> 'default')`.as(
        'limits',
      ),
    )
    .orderBy('s.market')
    .orderBy('s.valid_from', 'desc')
    .execute();
}

export async function limitPage(db: Db, filters: ParsedInputOf<typeof listLimits>) {
  let rows = qualityIn(db)
    .selectFrom('reference.residue_limit as l')
    .innerJoin('reference.residue as r', 'r.code', 'l.residue_code')
    .leftJoin('registry.published_commodity as c', 'c.code', 'l.commodity_code')
    .where('l.limit_set_id', '=', filters.set)
    // A definition in use without a number of its own is no limit to list.
    .where('l.rule', '<>', 'default');
  if (filters.commodity !== undefined) rows = rows.where('l.commodity_code', 'in', [filters.commodity, '*']);
  if (filters.search !== undefined && filters.search !== '')
    rows = rows.where(sql<boolean>`platform.plain(r.name) like ${containing(plain(filters.search))}`);
  const items = await rows
    .select(['l.residue_code', 'r.name', 'l.commodity_code', 'l.rule', 'l.ng_per_kg', 'l.source', 'l.verified'])
    .select(['c.name_vi', 'c.name_en', 'c.name_th'])
    .orderBy(sql`lower(r.name)`)
    .orderBy('l.commodity_code')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}
