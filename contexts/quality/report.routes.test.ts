import { describe, expect, test } from 'vitest';
import { addDays, today } from '#kernel/day.ts';
import { newId, type HarvestId } from '#kernel/id.ts';
import { readSheets } from '#platform/spreadsheet/read.ts';
import { otherProvince, signedIn, stranger } from '#tests/harness.ts';
import { obstaclesOf, qualityStage } from '#tests/quality.harness.ts';
import { draftLot, getLot, listHarvests, listLots } from './lot.wire.ts';
import { kg, pickedOn, saveHarvest, scene } from './quality.example.ts';
import {
  exportMarkedReport,
  getReport,
  listSamples,
  previewReport,
  recordReport,
  recordSynonym,
} from './sample.wire.ts';
import { filledPanel } from './sheet.example.ts';
import { getVerdict, listLimits, listLimitSets, listVerdicts } from './verdict.wire.ts';
import { listWaiting } from './waiting.wire.ts';

const {
  db,
  as,
  upload,
  people,
  manager,
  laboratory,
  draftOf,
  lotOf,
  sampleOf,
  template,
  sent,
  reportOf,
  reported,
  release,
} = await qualityStage();

/** The panel as a laboratory prints it that calls acephate so, and gives no number for it. */
async function printedWithoutCas(name: string): Promise<Uint8Array> {
  const sheet = await template();
  const rows = sheet.rows.map((row) => ({
    ...row,
    cells: row.cells
      .filter(({ value }) => value !== '30560-19-1')
      .map((cell) => (cell.value === 'Acephate' ? { ...cell, value: name } : cell)),
  }));
  return filledPanel({ ...sheet, rows });
}

describe('a lot is made of harvests', () => {
  test('a kilogram is never in two lots, and all reasons are named', async () => {
    const harvest = await saveHarvest(db.owner, { qty: 500 * kg });
    expect((await manager(draftLot, draftOf([{ harvest, qty: 400 * kg }]))).body).toMatchObject({ qty: 400 * kg });
    const foreign = await saveHarvest(db.owner, { qty: 100 * kg, organisation: scene.otherCooperative });
    const { status, body } = await manager(
      draftLot,
      draftOf(
        [
          { harvest, qty: 101 * kg },
          { harvest: foreign, qty: 1 },
          { harvest: newId<HarvestId>(), qty: 1 },
        ],
        { packedOn: addDays(today(), 1) },
      ),
    );
    expect(status).toBe(409);
    expect(body['obstacles']).toMatchObject([
      { code: 'more-than-is-left', leftQty: 100 * kg, wantedQty: 101 * kg },
      { code: 'harvest-of-another-organisation' },
      { code: 'harvest-unknown' },
      { code: 'packed-in-the-future' },
    ]);
  });
  test('of twenty lots drafted at once from one harvest, only as many are made as it holds', async () => {
    const harvest = await saveHarvest(db.owner, { qty: 1_000 * kg });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => manager(draftLot, draftOf([{ harvest, qty: 150 * kg }]))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(6);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(14);
    const { body } = await manager(listHarvests, { organisation: scene.cooperative, size: 200 });
    expect(body.items.find(({ id }) => id === harvest)).toMatchObject({ leftQty: 100 * kg });
  });
  test('a corrected harvest keeps what lots have taken of it', async () => {
    const harvest = await saveHarvest(db.owner, { qty: 300 * kg });
    const draft = draftOf([{ harvest, qty: 250 * kg }]);
    await manager(draftLot, draft);
    const corrected = await saveHarvest(db.owner, { qty: 280 * kg, replaces: harvest });
    const { body } = await manager(draftLot, draftOf([{ harvest: corrected, qty: 31 * kg }]));
    expect(body['obstacles']).toMatchObject([{ code: 'more-than-is-left', leftQty: 30 * kg }]);
    const lot = await manager(getLot, { lot: draft.id });
    expect(lot.body.harvests).toMatchObject([{ id: corrected, qty: 280 * kg, lotQty: 250 * kg }]);
  });
  test('the same command again makes no second lot', async () => {
    const harvest = await saveHarvest(db.owner, { qty: 100 * kg });
    const draft = draftOf([{ harvest, qty: 60 * kg }]);
    const commandId = newId();
    const first = await manager(draftLot, draft, { commandId });
    expect(await manager(draftLot, draft, { commandId })).toMatchObject({ status: 200, body: first.body });
    expect((await manager(draftLot, { ...draft, claim: 'organic-practice' }, { commandId })).status).toBe(409);
  });
  test('its code is unique and fits GS1', async () => {
    const harvest = await saveHarvest(db.owner, { qty: 100 * kg });
    const draft = draftOf([{ harvest, qty: 10 * kg }]);
    await manager(draftLot, draft);
    const again = await manager(draftLot, { ...draftOf([{ harvest, qty: 10 * kg }]), code: draft.code });
    expect(obstaclesOf(again.body)).toEqual(['code-taken']);
    expect((await manager(draftLot, draftOf([{ harvest, qty: 1 }], { code: 'lô số 1' }))).status).toBe(400);
  });
  test('organic by certificate needs one that covers it', async () => {
    const harvest = await saveHarvest(db.owner, { qty: 100 * kg });
    const { body } = await manager(draftLot, draftOf([{ harvest, qty: 1 }], { claim: 'organic-certified' }));
    expect(obstaclesOf(body)).toEqual(['certificate-missing']);
  });
  test('only those who run the organisation draft for it', async () => {
    const harvest = await saveHarvest(db.owner, { qty: 100 * kg });
    const draft = draftOf([{ harvest, qty: 1 }]);
    expect((await as(stranger)(draftLot, draft)).status).toBe(401);
    for (const person of [people.member, people.otherManager, people.officer, people.auditor, people.laboratory])
      expect((await as(person)(draftLot, draft)).status).toBe(403);
    expect((await as(people.elsewhere)(draftLot, draft, { province: otherProvince })).status).toBe(403);
  });
});

describe('a lot is seen by those it concerns', () => {
  test('its people, the officers of the place, the auditor, and the laboratory once it has a sample', async () => {
    const lot = await lotOf(100 * kg);
    for (const person of [people.manager, people.member, people.officer, people.auditor])
      expect((await as(person)(getLot, { lot })).status).toBe(200);
    for (const person of [people.otherManager, people.otherOfficer, people.buyer, people.laboratory])
      expect((await as(person)(getLot, { lot })).status).toBe(403);
    await sampleOf(lot);
    expect((await laboratory(getLot, { lot })).status).toBe(200);
    expect((await as(people.otherLaboratory)(getLot, { lot })).status).toBe(403);
  });
  test('lists show no more than that, and the auditor no names', async () => {
    const lot = await lotOf(100 * kg);
    await sampleOf(lot);
    const seenBy = async (person: (typeof people)['manager']) =>
      (await as(person)(listLots, { size: 200 })).body.items.some(({ id }) => id === lot);
    expect([await seenBy(people.officer), await seenBy(people.otherOfficer)]).toEqual([true, false]);
    expect([await seenBy(people.laboratory), await seenBy(people.otherManager)]).toEqual([true, false]);
    const { body } = await as(people.auditor)(getLot, { lot });
    expect(body.samples).toMatchObject([{ takenBy: null }]);
    expect(body.trace).toBeNull();
  });
});

describe('a laboratory reports by sheet', () => {
  test('the template holds 570 names; filled in it becomes a report', async () => {
    const lot = await lotOf(100 * kg);
    const sample = await sampleOf(lot);
    const file = await sent({ Tebuconazole: '0,012 ± 0,004', Chlorpyrifos: '< 0,01' });
    const preview = await laboratory(previewReport, { sample, file, panel: 'multi-570' });
    expect(preview.body).toMatchObject({
      rows: 570,
      importable: true,
      counts: { results: 570, nd: 568, belowLoq: 1, value: 1 },
      missing: [],
    });
    const given = reportOf(sample, file);
    expect((await laboratory(recordReport, given)).body).toEqual({ version: 1, results: 570 });
    const report = await manager(getReport, { report: given.id });
    expect(report.body.results.find(({ analyte }) => analyte === 'tebuconazole')).toMatchObject({
      kind: 'value',
      valueNgPerKg: 12_000,
      uncertaintyNgPerKg: 4_000,
      loqNgPerKg: 10_000,
    });
  });
  test('each wrong cell is named, nothing is imported, and the sheet comes back marked', async () => {
    const sample = await sampleOf(await lotOf(100 * kg));
    const file = await sent({ Acephate: 'O,01', Carbaryl: 0 });
    const { body } = await laboratory(previewReport, { sample, file, panel: 'multi-570' });
    expect(body.importable).toBe(false);
    expect(body.troubles).toMatchObject([
      { severity: 'error', code: 'result-unreadable', found: 'O,01' },
      { severity: 'error', code: 'zero-is-no-result', found: '0' },
    ]);
    const [first] = body.troubles;
    const refused = await laboratory(recordReport, reportOf(sample, file));
    expect(refused).toMatchObject({ status: 422, body: { code: 'quality.report.not-importable', count: 2 } });

    const marked = await laboratory(exportMarkedReport, { sample, file, panel: 'multi-570', language: 'en' });
    const [sheet] = await readSheets(marked.raw);
    const row = sheet!.rows.find(({ number }) => `D${number}` === first!.at)!;
    expect(row.cells.at(-1)?.value).toBe(
      `${first!.at}: The result cannot be read; right would be: 0.012 or < 0.01 or ND`,
    );
    // The file was not taken by the refused import: corrected, the same sample takes the next one.
    expect((await laboratory(recordReport, reportOf(sample, await sent()))).body).toMatchObject({ version: 1 });
  });
  test('an unknown name is asked once and remembered', async () => {
    const sheet = await template();
    const renamed = {
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => (cell.value === 'Tebuconazole' ? { ...cell, value: 'Hoạt chất Tê Bu' } : cell)),
      })),
    };
    const withoutCas = {
      ...renamed,
      rows: renamed.rows.map((row) => ({ ...row, cells: row.cells.filter(({ value }) => value !== '107534-96-3') })),
    };
    const { body: file } = await upload(people.laboratory, await filledPanel(withoutCas), 'a.xlsx');
    const sample = await sampleOf(await lotOf(100 * kg));
    const ask = () => laboratory(previewReport, { sample, file: file.id, panel: 'multi-570' });
    expect((await ask()).body).toMatchObject({
      importable: false,
      troubles: [{ severity: 'question', code: 'name-unknown', found: 'Hoạt chất Tê Bu' }],
      missing: [{ code: 'tebuconazole' }],
    });
    expect((await manager(recordSynonym, { name: 'Hoạt chất Tê Bu', analyte: 'tebuconazole' })).status).toBe(403);
    expect((await laboratory(recordSynonym, { name: 'Hoạt chất Tê Bu', analyte: 'x' })).status).toBe(422);
    await laboratory(recordSynonym, { name: 'Hoạt chất Tê Bu', analyte: 'tebuconazole' });
    expect((await ask()).body).toMatchObject({ importable: true, troubles: [] });
  });
  test('a name of the national list keeps its meaning, whatever a laboratory says of it', async () => {
    await laboratory(recordSynonym, { name: 'Acephate', analyte: null });
    const sample = await sampleOf(await lotOf(100 * kg));
    const file = await sent({ Acephate: '0,5' });
    const { body } = await laboratory(previewReport, { sample, file, panel: 'multi-570' });
    expect(body).toMatchObject({ importable: true, troubles: [], missing: [] });
    expect(body.values).toMatchObject([{ analyte: 'acephate' }]);
  });
  test('nor can one laboratory hide from another what the house reads in its own spelling', async () => {
    const rival = as(people.otherLaboratory);
    await rival(recordSynonym, { name: 'Acephat', analyte: null });
    await rival(recordSynonym, { name: 'Acephaat', analyte: 'tebuconazole' });
    const sample = await sampleOf(await lotOf(100 * kg));
    for (const printed of ['Acephat', 'Acephaat']) {
      const { body: file } = await upload(people.laboratory, await printedWithoutCas(printed), 'ket-qua.xlsx');
      const { body } = await laboratory(previewReport, { sample, file: file.id, panel: 'multi-570' });
      expect(body).toMatchObject({ importable: true, passedOver: 0, missing: [] });
    }
  });
  test('what one laboratory decided of a name, another does not decide anew', async () => {
    const rival = as(people.otherLaboratory);
    const name = 'Chất lạ Bê Ta';
    expect((await laboratory(recordSynonym, { name, analyte: 'acephate' })).status).toBe(200);
    expect(await rival(recordSynonym, { name, analyte: null })).toMatchObject({
      status: 409,
      body: { code: 'quality.synonym.decided' },
    });
    expect((await rival(recordSynonym, { name, analyte: 'acephate' })).status).toBe(200);
    const colleague = as(await signedIn(db, { role: 'laboratory', organisation: scene.laboratory }));
    expect((await colleague(recordSynonym, { name, analyte: 'tebuconazole' })).status).toBe(200);
    expect((await rival(recordSynonym, { name, analyte: 'acephate' })).status).toBe(409);
  });
  test('importing again is a new version, the old one stays', async () => {
    const lot = await lotOf(100 * kg);
    const sample = await reported(lot);
    const second = await laboratory(recordReport, reportOf(sample, await sent({ Acephate: '0,5' })));
    expect(second.body).toMatchObject({ version: 2 });
    const { body } = await manager(getLot, { lot });
    expect(body.reports.map(({ version, newest }) => [version, newest])).toEqual([
      [2, true],
      [1, false],
    ]);
  });
  test('days out of order are refused, all of them named', async () => {
    const sample = await sampleOf(await lotOf(100 * kg));
    const given = { ...reportOf(sample, await sent()), receivedOn: pickedOn, issuedOn: addDays(today(), 1) };
    const { body } = await laboratory(recordReport, { ...given, analysedOn: addDays(pickedOn, -1) });
    expect(body['obstacles']).toEqual(['received-before-sampled', 'analysed-before-received', 'issued-in-the-future']);
  });
  test('only the laboratory the sample was sent to', async () => {
    const sample = await sampleOf(await lotOf(100 * kg));
    const file = await sent();
    for (const person of [people.otherLaboratory, people.manager, people.officer, people.auditor])
      expect((await as(person)(recordReport, reportOf(sample, file))).status).toBe(403);
    expect((await laboratory(listSamples, { state: 'sent', size: 200 })).body.items.map(({ id }) => id)).toContain(
      sample,
    );
    expect((await as(people.otherLaboratory)(listSamples, {})).body.total).toBe(0);
    const { body } = await laboratory(listWaiting, {});
    expect(body.items).toContainEqual(expect.objectContaining({ kind: 'sample-to-report', id: sample }));
  });
  test('a file somebody else has uploaded is not read', async () => {
    const sample = await sampleOf(await lotOf(100 * kg));
    const { body } = await upload(people.manager, await filledPanel(await template()), 'x.xlsx');
    expect((await laboratory(previewReport, { sample, file: body.id, panel: 'multi-570' })).status).toBe(422);
  });
  test('a file that is no workbook is refused', async () => {
    const sample = await sampleOf(await lotOf(100 * kg));
    const { body } = await upload(people.laboratory, new TextEncoder().encode('%PDF-1.7 x'), 'x.pdf');
    const { status } = await laboratory(previewReport, { sample, file: body.id ?? newId(), panel: 'multi-570' });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });
});

describe('a verdict', () => {
  test('stands in every market under its own limits; what was not tested is listed', async () => {
    const lot = await lotOf(100 * kg);
    await reported(lot, { Imidacloprid: '0,3 ± 0,1' });
    const { body } = await manager(getVerdict, { lot });
    expect(body.markets.map(({ market, enforcement, release: self }) => [market.code, enforcement, self])).toEqual([
      ['cn', 'compliant', 'pass'],
      ['eu', 'not-compliant', 'fail'],
      ['vn', 'compliant', 'pass'],
    ]);
    const eu = body.markets.find(({ market }) => market.code === 'eu')!;
    expect(eu.limitSet).toMatchObject({ defaultNgPerKg: 10_000, defaultVerified: true, verified: false });
    expect(eu.notTested.map(({ residue }) => residue)).toEqual(
      expect.arrayContaining(['glyphosate', 'dithiocarbamates-as-cs2', 'copper']),
    );
    expect(eu.obstacles).toMatchObject([{ code: 'verdict-not-pass', verdict: 'fail' }]);
    const rows = await manager(listVerdicts, { lot, market: 'eu' });
    expect(rows.body.items[0]).toMatchObject({ residue: 'imidacloprid', foundNgPerKg: 300_000, uncertainty: 'stated' });
    expect(rows.body.all).toBeGreaterThan(500);
    expect(rows.body.total).toBeLessThan(60);
  });
  test('of organic produce: any synthetic residue is a breach, under the limit too', async () => {
    const lot = await lotOf(100 * kg, { claim: 'organic-practice' });
    await reported(lot, { Tebuconazole: '0,02' });
    const { body } = await manager(getVerdict, { lot });
    expect(body.organic).toMatchObject({ breaches: [{ analyte: 'tebuconazole' }] });
    expect(obstaclesOf((await release(lot)).body)).toEqual(['synthetic-residue']);
  });
  test('limits can be read with what is unverified', async () => {
    const { body } = await manager(listLimitSets, {});
    expect(body.items.map(({ id, verified }) => [id, verified])).toContainEqual(['eu-2026-demonstration', false]);
    const limits = await manager(listLimits, { set: 'eu-2026-demonstration', search: 'azoxy' });
    expect(limits.body.items).toMatchObject([{ residue: 'azoxystrobin', ngPerKg: 4_000_000, verified: false }]);
    expect((await as(stranger)(listLimits, { set: 'eu-2026-demonstration' })).status).toBe(401);
  });
});
