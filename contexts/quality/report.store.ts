import { sql, type Insertable } from 'kysely';
import type { FileId, LotId, OrganisationId } from '#kernel/id.ts';
import type { ParsedInputOf } from '#kernel/method.ts';
import { offsetOf } from '#kernel/page.ts';
import { Problem } from '#kernel/problem.ts';
import { plain } from '#kernel/text.ts';
import type { Db } from '#platform/database/db.ts';
import { analyteIndex, isUnderstood, nameKey, type AnalyteIndex } from './analyte.ts';
import type { ReportId, SampleId } from './lot.ts';
import { containing } from './part.store.ts';
import type { SheetResult } from './report-sheet.ts';
import type { listAnalytes, listSamples } from './sample.wire.ts';
import { qualityIn, type ReportTable, type SampleTable } from './quality.tables.ts';

export async function insertSample(db: Db, sample: Insertable<SampleTable>): Promise<void> {
  await qualityIn(db).insertInto('quality.sample').values(sample).execute();
}

export async function isSampleCodeTaken(db: Db, code: string): Promise<boolean> {
  const taken = await qualityIn(db)
    .selectFrom('quality.sample')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirst();
  return taken !== undefined;
}

export async function lotSamples(db: Db, lot: LotId) {
  return qualityIn(db)
    .selectFrom('quality.sample')
    .selectAll()
    .where('lot_id', '=', lot)
    .orderBy('taken_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function lotReports(db: Db, lot: LotId) {
  return qualityIn(db)
    .selectFrom('quality.report as r')
    .selectAll('r')
    .where('r.lot_id', '=', lot)
    .orderBy('r.recorded_at', 'desc')
    .orderBy('r.version', 'desc')
    .execute();
}

const samplesIn = (db: Db) =>
  qualityIn(db)
    .selectFrom('quality.sample as s')
    .innerJoin('quality.lot as l', 'l.id', 's.lot_id')
    .selectAll('s')
    .select(['l.code as lot_code', 'l.commodity_id', 'l.organisation_id', 'l.packed_on']);

export async function sampleOf(db: Db, id: SampleId) {
  const sample = await samplesIn(db).where('s.id', '=', id).executeTakeFirst();
  if (sample === undefined) throw new Problem('not-found', 'quality.sample.unknown');
  return sample;
}

/** Locked, so that two imports at once become two versions. */
export async function sampleForChange(db: Db, id: SampleId) {
  await qualityIn(db).selectFrom('quality.sample').select('id').where('id', '=', id).forUpdate().execute();
  return sampleOf(db, id);
}

/** Overwrites who took it. Day, place and seal stay. */
export async function overwriteTaker(db: Db, id: SampleId): Promise<void> {
  await qualityIn(db)
    .updateTable('quality.sample')
    .set({ taken_by: null, erased_at: sql`now()` })
    .where('id', '=', id)
    .execute();
}

/** A laboratory's desk; waiting samples first, the oldest of them at the top. */
export async function samplePage(
  db: Db,
  laboratories: readonly OrganisationId[],
  filters: ParsedInputOf<typeof listSamples>,
) {
  let rows = samplesIn(db).where('s.laboratory_id', 'in', [...laboratories, sql<OrganisationId>`null`]);
  if (filters.state !== undefined) rows = rows.where('s.state', '=', filters.state);
  if (filters.search !== undefined && filters.search !== '')
    rows = rows.where(
      sql<boolean>`platform.plain(s.code || ' ' || l.code || ' ' || s.seal_number) like ${containing(plain(filters.search))}`,
    );
  const items = await rows
    .select(
      sql<number>`(select count(*) from quality.report r where r.province = s.province and r.sample_id = s.id)`.as(
        'reports',
      ),
    )
    .orderBy(sql`s.state = 'reported'`)
    .orderBy('s.taken_on')
    .orderBy('s.id')
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { items, total };
}

export async function sampleReports(db: Db, sample: SampleId) {
  return qualityIn(db)
    .selectFrom('quality.report')
    .select(['id', 'version', 'number', 'issued_on'])
    .where('sample_id', '=', sample)
    .orderBy('version', 'desc')
    .execute();
}

export async function panelList(db: Db) {
  return qualityIn(db)
    .selectFrom('reference.panel as p')
    .select(['p.code', 'p.version', 'p.name', 'p.method'])
    .select(sql<number>`(select count(*) from reference.panel_analyte a where a.panel_code = p.code)`.as('analytes'))
    .orderBy('p.code')
    .execute();
}

export async function panelOf(db: Db, code: string) {
  const panel = (await panelList(db)).find((each) => each.code === code);
  if (panel === undefined) throw new Problem('not-found', 'quality.panel.unknown');
  return panel;
}

export async function panelAnalytes(db: Db, panel: string) {
  return qualityIn(db)
    .selectFrom('reference.panel_analyte as p')
    .innerJoin('reference.analyte as a', 'a.code', 'p.analyte_code')
    .select(['a.code', 'a.name', 'a.cas', 'p.position', 'p.loq_ng_per_kg'])
    .where('p.panel_code', '=', panel)
    .orderBy('p.position')
    .execute();
}

/**
 * All names known: the national list, its synonyms, and what people of this province said of names that are in neither.
 * A laboratory cannot give a listed name another meaning, or none: that would let residues of others' lots disappear.
 */
export async function loadIndex(db: Db): Promise<AnalyteIndex> {
  const house = qualityIn(db);
  const analytes = await house.selectFrom('reference.analyte').select(['code', 'name', 'cas']).execute();
  const agreed = await house.selectFrom('reference.analyte_synonym').select(['name', 'analyte_code']).execute();
  const decided = await house
    .selectFrom('quality.analyte_synonym')
    .select(['printed_name as name', 'analyte_code'])
    .execute();
  const listed = agreed.map(({ name, analyte_code }) => ({ name, analyte: analyte_code }));
  // What the house reads by itself keeps its meaning: one laboratory's word must not hide what another found.
  const known = analyteIndex(analytes, listed);
  const added = decided.flatMap(({ name, analyte_code: analyte }) =>
    isUnderstood(known, name) ? [] : [{ name, analyte }],
  );
  return analyteIndex(analytes, [...listed, ...added]);
}

export async function analyteNames(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await qualityIn(db).selectFrom('reference.analyte').select(['code', 'name']).execute();
  return new Map(rows.map(({ code, name }) => [code, name]));
}

export async function findAnalyte(db: Db, code: string) {
  return qualityIn(db).selectFrom('reference.analyte').select('code').where('code', '=', code).executeTakeFirst();
}

/** What was decided of a name by somebody who works for none of these laboratories. */
export async function decidedElsewhere(db: Db, name: string, laboratories: readonly OrganisationId[]) {
  return qualityIn(db)
    .selectFrom('quality.analyte_synonym as s')
    .select('s.analyte_code')
    .where('s.name_key', '=', nameKey(name))
    .where(
      sql<boolean>`not exists (select from platform.access_grant g where g.province = s.province
        and g.account_id = s.decided_by and g.role = 'laboratory' and g.organisation_id = any(${sql.val(laboratories)}::uuid[]))`,
    )
    .executeTakeFirst();
}

export async function rememberSynonym(
  db: Db,
  { name, analyte, by }: { name: string; analyte: string | null; by: string },
): Promise<void> {
  const decided = {
    printed_name: name,
    analyte_code: analyte,
    decided_by: by,
    decided_at: new Date().toISOString() as never,
  };
  await qualityIn(db)
    .insertInto('quality.analyte_synonym')
    .values({ name_key: nameKey(name), ...decided })
    .onConflict((conflict) => conflict.columns(['province', 'name_key']).doUpdateSet(decided))
    .execute();
}

export async function nextVersion(db: Db, sample: SampleId): Promise<number> {
  const row = await qualityIn(db)
    .selectFrom('quality.report')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('sample_id', '=', sample)
    .executeTakeFirst();
  return (row?.version ?? 0) + 1;
}

/** An uploaded file as its uploader sees it. */
export async function findUpload(db: Db, id: FileId, account: string) {
  return db
    .selectFrom('platform.file')
    .select(['id', 'name', 'content'])
    .where('id', '=', id)
    .where('uploaded_by', '=', account)
    .executeTakeFirst();
}

export const keyOf = nameKey;

const batch = 500;

export async function insertReport(
  db: Db,
  report: Insertable<ReportTable>,
  results: readonly SheetResult[],
): Promise<void> {
  const house = qualityIn(db);
  await house.insertInto('quality.report').values(report).execute();
  for (let from = 0; from < results.length; from += batch) {
    await house
      .insertInto('quality.report_result')
      .values(
        results.slice(from, from + batch).map((result) => ({
          report_id: report.id,
          analyte_code: result.analyte,
          kind: result.kind,
          value_ng_per_kg: result.valueNgPerKg,
          uncertainty_ng_per_kg: result.uncertaintyNgPerKg,
          lod_ng_per_kg: result.lodNgPerKg,
          loq_ng_per_kg: result.loqNgPerKg,
          printed_name: result.printedName.slice(0, 300),
          printed_result: result.printedResult.slice(0, 300),
          row_number: result.row,
        })),
      )
      .execute();
  }
  await house.updateTable('quality.sample').set({ state: 'reported' }).where('id', '=', report.sample_id).execute();
}

export async function reportOf(db: Db, id: ReportId) {
  const report = await qualityIn(db).selectFrom('quality.report').selectAll().where('id', '=', id).executeTakeFirst();
  if (report === undefined) throw new Problem('not-found', 'quality.report.unknown');
  return report;
}

export async function reportResults(db: Db, report: ReportId) {
  return qualityIn(db)
    .selectFrom('quality.report_result as r')
    .innerJoin('reference.analyte as a', 'a.code', 'r.analyte_code')
    .selectAll('r')
    .select(['a.name', 'a.cas'])
    .where('r.report_id', '=', report)
    .orderBy('r.row_number')
    .execute();
}

export async function analytePage(db: Db, filters: ParsedInputOf<typeof listAnalytes>) {
  let rows = qualityIn(db).selectFrom('reference.analyte as a');
  if (filters.search !== undefined && filters.search !== '') {
    const wanted = containing(plain(filters.search));
    rows = rows.where(
      sql<boolean>`platform.plain(a.name) like ${wanted} or a.cas like ${wanted} or exists (
        select from reference.analyte_synonym s where s.analyte_code = a.code and platform.plain(s.name) like ${wanted})`,
    );
  }
  const items = await rows
    .select(['a.code', 'a.name', 'a.cas', 'a.synthetic', 'a.single_method'])
    .orderBy(sql`lower(a.name)`)
    .limit(filters.size)
    .offset(offsetOf(filters))
    .execute();
  const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items, total };
}
