import type { Actor } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { handle } from '#platform/method/handle.ts';
import type { Db } from '#platform/database/db.ts';
import { lastHarvestedOn } from './harvest.store.ts';
import { canBecome } from './lot.ts';
import * as lots from './lot.store.ts';
import { panelDocument } from './panel.document.ts';
import { findParty, partsOf, type Parts } from './part.store.ts';
import { laboratoriesOf, mayNameAnalytes, mayReport, maySample, reachesAnything, reachOf } from './quality.access.ts';
import { sampleObstacles } from './report.ts';
import * as store from './report.store.ts';
import { exportPanel, getSample, listAnalytes, listSamples, recordSample, recordSynonym } from './sample.wire.ts';

type SampleRecord = Awaited<ReturnType<typeof store.sampleOf>>;

const sampleView = (sample: SampleRecord, parts: Parts, actor: Actor) => ({
  id: sample.id,
  code: sample.code,
  takenOn: sample.taken_on,
  takenBy: sample.taken_by,
  erased: sample.erased_at !== null,
  place: sample.place,
  method: sample.method,
  sealNumber: sample.seal_number,
  laboratory: { id: sample.laboratory_id, name: parts.party(sample.laboratory_id).name },
  state: sample.state,
  // The laboratory's view: the name is the producer's to erase.
  may: { report: mayReport(actor, sample.laboratory_id), erase: false },
  commodity: parts.commodity(sample.commodity_id),
});

const recording = handle(recordSample, async ({ input, actor, db, insist, today, tell }) => {
  const lot = await lots.lotForChange(db, input.lot);
  insist(maySample(actor, await lots.ownedLot(db, lot)));
  const laboratory = await findParty(db, input.laboratory);
  const obstacles = sampleObstacles({
    takenOn: input.takenOn,
    lastHarvestedOn: await lastHarvestedOn(db, lot.id),
    codeTaken: await store.isSampleCodeTaken(db, input.code),
    laboratoryKind: laboratory?.kind,
    today,
  });
  if (obstacles.length > 0) throw new Problem('conflict', 'quality.sample.not-recordable', { obstacles });
  await store.insertSample(db, {
    id: input.id,
    lot_id: lot.id,
    code: input.code,
    taken_on: input.takenOn,
    taken_by: input.takenBy,
    place: input.place,
    method: input.method,
    seal_number: input.sealNumber,
    laboratory_id: input.laboratory,
    recorded_by: actor.account!,
    erased_at: null,
  });
  // A released lot stays released; its next release waits for this sample's report.
  if (lot.state !== 'released' && canBecome(lot.state, 'sampled')) await lots.setState(db, lot.id, 'sampled');
  await tell('quality.sample.recorded', { sample: input.id, lot: lot.id, laboratory: input.laboratory });
  return { id: input.id };
});

const partsFor = (db: Db, samples: readonly SampleRecord[]) =>
  partsOf(
    db,
    samples.flatMap((sample) => [sample.laboratory_id, sample.organisation_id]),
    samples.map((sample) => sample.commodity_id),
  );

const listing = handle(listSamples, async ({ input, actor, db, insist }) => {
  const laboratories = laboratoriesOf(actor);
  insist(laboratories.length > 0);
  const { items, total } = await store.samplePage(db, laboratories, input);
  const parts = await partsFor(db, items);
  return {
    total,
    items: items.map((sample) => ({
      ...sampleView(sample, parts, actor),
      lot: { id: sample.lot_id, code: sample.lot_code },
      reports: sample.reports,
    })),
  };
});

const getting = handle(getSample, async ({ input, actor, db, insist }) => {
  const sample = await store.sampleOf(db, input.sample);
  insist(mayReport(actor, sample.laboratory_id));
  const parts = await partsFor(db, [sample]);
  const reports = await store.sampleReports(db, sample.id);
  const { id, name } = parts.party(sample.organisation_id);
  return {
    ...sampleView(sample, parts, actor),
    lot: { id: sample.lot_id, code: sample.lot_code, packedOn: sample.packed_on },
    organisation: { id, name },
    panels: await store.panelList(db),
    reports: reports.map(({ issued_on, ...report }) => ({ ...report, issuedOn: issued_on })),
  };
});

const panel = handle(exportPanel, async ({ input, actor, db, insist }) => {
  insist(reachesAnything(reachOf(actor)));
  const { code, version } = await store.panelOf(db, input.panel);
  return panelDocument({ code, version, analytes: await store.panelAnalytes(db, code) }, input.language);
});

const naming = handle(recordSynonym, async ({ input, actor, db, insist }) => {
  insist(mayNameAnalytes(actor));
  if (input.analyte !== null && (await store.findAnalyte(db, input.analyte)) === undefined)
    throw new Problem('unprocessable', 'quality.analyte.unknown', { analyte: input.analyte });
  if (store.keyOf(input.name) === '') throw new Problem('unprocessable', 'quality.synonym.empty');
  const elsewhere = await store.decidedElsewhere(db, input.name, laboratoriesOf(actor));
  if (elsewhere !== undefined) {
    if (elsewhere.analyte_code === input.analyte) return {};
    throw new Problem('conflict', 'quality.synonym.decided', { name: input.name });
  }
  await store.rememberSynonym(db, { name: input.name, analyte: input.analyte, by: actor.account! });
  return {};
});

const analytes = handle(listAnalytes, async ({ input, actor, db, insist }) => {
  insist(reachesAnything(reachOf(actor)));
  const { items, total } = await store.analytePage(db, input);
  return {
    total,
    items: items.map(({ single_method, ...analyte }) => ({ ...analyte, singleMethod: single_method })),
  };
});

export const sampleRoutes = [recording, listing, getting, panel, naming, analytes];
