import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import { newId, type FileId, type LotId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/database/db.ts';
import { claimFile } from '#platform/file/file.store.ts';
import { handle } from '#platform/method/handle.ts';
import { readSheets, type ReadSheet } from '#platform/spreadsheet/read.ts';
import { assessmentOf, lotFacts, releaseFacts } from './assessment.store.ts';
import { insertDecision } from './decision.store.ts';
import * as lots from './lot.store.ts';
import type { DecisionId } from './lot.ts';
import { markedSheet } from './marked-sheet.document.ts';
import { maySee, mayReport } from './quality.access.ts';
import { releaseObstacles } from './release.ts';
import { findColumns } from './report-columns.ts';
import { isImportable, readReport, type CellTrouble, type ReadReport } from './report-sheet.ts';
import * as store from './report.store.ts';
import { reportObstacles } from './report.ts';
import { exportMarkedReport, getReport, previewReport, recordReport } from './sample.wire.ts';

const mostShown = 500;
const sheetLimits = { mostRows: 5_000, mostColumns: 60, mostSheets: 20 };

/** The first sheet that has the headings of a report; without one, the first. */
function reportSheet(sheets: readonly ReadSheet[]): ReadSheet {
  const seen = sheets.filter(({ isHidden }) => !isHidden);
  const sheet = seen.find(({ rows }) => findColumns(rows) !== undefined) ?? seen[0];
  if (sheet === undefined) throw new Problem('unprocessable', 'quality.report.sheet-empty');
  return sheet;
}

async function readUpload(db: Db, content: Uint8Array): Promise<{ sheet: ReadSheet; report: ReadReport }> {
  const sheet = reportSheet(await readSheets(content, sheetLimits));
  return { sheet, report: readReport(sheet.rows, await store.loadIndex(db)) };
}

/** A file only its uploader sees, before a report owns it. */
async function uploadOf(db: Db, actor: Actor, id: FileId) {
  const file = await store.findUpload(db, id, actor.account!);
  if (file === undefined) throw new Problem('unprocessable', 'file.unknown', { file: id });
  return file;
}

const troubleView = (trouble: CellTrouble, nameOf: ReadonlyMap<string, string>) => ({
  at: trouble.at,
  severity: trouble.severity,
  code: trouble.code,
  found: trouble.found.slice(0, 200),
  other: trouble.other ?? null,
  candidates: (trouble.candidates ?? []).map((code) => ({ code, name: nameOf.get(code) ?? code })),
});

const previewing = handle(previewReport, async ({ input, actor, db, insist }) => {
  const sample = await store.sampleOf(db, input.sample);
  insist(mayReport(actor, sample.laboratory_id));
  const panel = await store.panelOf(db, input.panel);
  const { sheet, report } = await readUpload(db, (await uploadOf(db, actor, input.file)).content);
  const names = await store.analyteNames(db);
  const there = new Set(report.results.map(({ analyte }) => analyte));
  const count = (kind: string) => report.results.filter((result) => result.kind === kind).length;
  const missing = (await store.panelAnalytes(db, panel.code)).filter(({ code }) => !there.has(code));
  return {
    sheet: sheet.name,
    rows: report.rows,
    passedOver: report.passedOver,
    importable: isImportable(report),
    counts: { results: report.results.length, nd: count('nd'), belowLoq: count('below-loq'), value: count('value') },
    troubles: report.troubles.slice(0, mostShown).map((trouble) => troubleView(trouble, names)),
    troubleCount: report.troubles.length,
    missing: missing.map(({ code, name }) => ({ code, name })),
    values: report.results
      .filter(({ valueNgPerKg }) => valueNgPerKg !== null)
      .slice(0, mostShown)
      .map(({ analyte, valueNgPerKg, row }) => ({
        at: `${row}`,
        analyte,
        name: names.get(analyte) ?? analyte,
        valueNgPerKg: valueNgPerKg!,
      })),
  };
});

const marking = handle(exportMarkedReport, async ({ input, actor, db, insist }) => {
  const sample = await store.sampleOf(db, input.sample);
  insist(mayReport(actor, sample.laboratory_id));
  const file = await uploadOf(db, actor, input.file);
  const { sheet, report } = await readUpload(db, file.content);
  const fileName = `${file.name.replace(/\.[^.]*$/, '')}-${sample.code}.xlsx`;
  return markedSheet(sheet, report.troubles, { language: input.language, fileName });
});

interface NewReport {
  readonly lot: LotId;
  readonly number: string;
  readonly on: Day;
  readonly by: string;
}

/** A released lot whose new report no longer passes where it was released is stopped at once: nobody has to notice first. */
async function blockWhereItFails(db: Db, { lot: lotId, number, on, by }: NewReport): Promise<boolean> {
  const lot = await lots.lotForChange(db, lotId);
  if (lot.released_for.length === 0) return false;
  const assessment = await assessmentOf(db, lot, on);
  const facts = await lotFacts(db, lot);
  const failing = assessment.sets.flatMap(({ limits }) => {
    if (!lot.released_for.includes(limits.market)) return [];
    const obstacles = releaseObstacles(releaseFacts(lot, assessment, facts, limits)).filter(({ code }) =>
      ['verdict-not-pass', 'synthetic-residue'].includes(code),
    );
    return obstacles.length === 0 ? [] : [{ market: limits.market, obstacles }];
  });
  if (failing.length === 0) return false;
  await insertDecision(db, {
    id: newId<DecisionId>(),
    lot_id: lot.id,
    kind: 'blocked',
    market: null,
    limit_set_id: null,
    report_id: null,
    decided_on: on,
    decided_by: by,
    decided_as: 'rule',
    reason: number,
    snapshot: { failing, releasedFor: lot.released_for, leftQty: lot.left_qty },
  });
  await lots.setState(db, lot.id, 'blocked');
  return true;
}

const recording = handle(recordReport, async ({ input, actor, db, insist, today, tell }) => {
  const sample = await store.sampleForChange(db, input.sample);
  insist(mayReport(actor, sample.laboratory_id));
  const panel = await store.panelOf(db, input.panel);
  const days = { sampledOn: sample.taken_on, ...input };
  const obstacles = reportObstacles(days, today);
  if (obstacles.length > 0) throw new Problem('conflict', 'quality.report.not-recordable', { obstacles });

  const file = await claimFile(db, actor, input.file, { kind: 'quality.report', id: input.id });
  const { report } = await readUpload(db, file.content);
  if (!isImportable(report)) {
    const troubles = report.troubles.slice(0, mostShown).map(({ at, code, severity }) => ({ at, code, severity }));
    throw new Problem('unprocessable', 'quality.report.not-importable', { troubles, count: report.troubles.length });
  }
  const version = await store.nextVersion(db, sample.id);
  await store.insertReport(
    db,
    {
      id: input.id,
      sample_id: sample.id,
      lot_id: sample.lot_id,
      version,
      number: input.number,
      laboratory_id: sample.laboratory_id,
      accreditation: input.accreditation,
      method: input.method,
      panel_code: panel.code,
      panel_version: panel.version,
      sampled_on: sample.taken_on,
      received_on: input.receivedOn,
      analysed_on: input.analysedOn,
      issued_on: input.issuedOn,
      analyte_count: report.results.length,
      file_id: input.file,
      recorded_by: actor.account!,
    },
    report.results,
  );
  const number = `${input.number} v${version}`;
  const blocked = await blockWhereItFails(db, { lot: sample.lot_id, number, on: today, by: actor.account! });
  const told = { report: input.id, lot: sample.lot_id, sample: sample.id };
  await tell('quality.report.recorded', told);
  if (blocked) await tell('quality.lot.blocked', { lot: sample.lot_id, organisation: sample.organisation_id });
  return { version, results: report.results.length };
});

const getting = handle(getReport, async ({ input, actor, db, insist }) => {
  const report = await store.reportOf(db, input.report);
  const lot = await lots.lotOf(db, report.lot_id);
  insist(maySee(actor, await lots.ownedLot(db, lot)));
  const rows = await store.reportResults(db, report.id);
  return {
    id: report.id,
    version: report.version,
    number: report.number,
    results: rows.map((row) => ({
      analyte: row.analyte_code,
      name: row.name,
      cas: row.cas,
      kind: row.kind,
      valueNgPerKg: row.value_ng_per_kg,
      uncertaintyNgPerKg: row.uncertainty_ng_per_kg,
      lodNgPerKg: row.lod_ng_per_kg,
      loqNgPerKg: row.loq_ng_per_kg,
      printedName: row.printed_name,
      printedResult: row.printed_result,
    })),
  };
});

export const reportRoutes = [previewing, marking, recording, getting];

/** A report's file is read by whoever may see its lot. */
export const reportFileAccess = async (db: Db, actor: Actor, ownerId: string): Promise<boolean> => {
  const report = await store.reportOf(db, ownerId as Parameters<typeof store.reportOf>[1]);
  return maySee(actor, await lots.ownedLot(db, await lots.lotOf(db, report.lot_id)));
};
