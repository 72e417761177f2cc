import type { Actor } from '#kernel/actor.ts';
import type { Db } from '#platform/database/db.ts';
import { qrSvg } from '#platform/qr/qr.ts';
import { lotDecisions, lotDispatches } from './decision.store.ts';
import { lotHarvests } from './harvest.store.ts';
import { shortLink, shownCode, traceLink } from './lot-address.ts';
import { findCertificate, marketList, type LotRecord } from './lot.store.ts';
import { namesOf, partsOf } from './part.store.ts';
import {
  mayBlock,
  mayPrint,
  mayRelease,
  mayReport,
  maySample,
  seesDispatch,
  seesNames,
  type OwnedLot,
} from './quality.access.ts';
import { sampleErasingObstacles } from './report.ts';
import { lotReports, lotSamples } from './report.store.ts';

interface Reader {
  readonly actor: Actor;
  readonly owned: OwnedLot;
  readonly origin: string;
}

async function harvestsOf(db: Db, lot: LotRecord) {
  const rows = await lotHarvests(db, lot.id);
  const harvests = rows.flatMap(({ harvest_id: id, season_id, plot_id, plot_code, harvested_on, qty, ...row }) =>
    season_id === null || plot_id === null || harvested_on === null || qty === null
      ? []
      : [
          {
            id,
            season: season_id,
            plot: { id: plot_id, code: plot_code ?? '' },
            variety: row.variety_id,
            harvestedOn: harvested_on,
            qty,
            lotQty: row.lot_qty,
          },
        ],
  );
  return { harvests, harvestsGone: rows.length - harvests.length };
}

async function laboratoryRecords(db: Db, lot: LotRecord, { actor, owned }: Reader) {
  const samples = await lotSamples(db, lot.id);
  const reports = await lotReports(db, lot.id);
  const parts = await partsOf(
    db,
    [...samples, ...reports].map(({ laboratory_id }) => laboratory_id),
    [],
  );
  const laboratory = (id: (typeof samples)[number]['laboratory_id']) => ({ id, name: parts.party(id).name });
  const named = seesNames(actor, owned);
  return {
    samples: samples.map((sample) => ({
      id: sample.id,
      code: sample.code,
      takenOn: sample.taken_on,
      takenBy: named ? sample.taken_by : null,
      erased: sample.erased_at !== null,
      place: sample.place,
      method: sample.method,
      sealNumber: sample.seal_number,
      laboratory: laboratory(sample.laboratory_id),
      state: sample.state,
      may: {
        report: mayReport(actor, sample.laboratory_id),
        erase:
          maySample(actor, owned) &&
          sampleErasingObstacles({ state: sample.state, erased: sample.erased_at !== null }).length === 0,
      },
    })),
    reports: reports.map((report) => ({
      id: report.id,
      sample: report.sample_id,
      version: report.version,
      newest: !reports.some((other) => other.sample_id === report.sample_id && other.version > report.version),
      number: report.number,
      laboratory: laboratory(report.laboratory_id),
      accreditation: report.accreditation,
      method: report.method,
      panel: { code: report.panel_code, version: report.panel_version },
      sampledOn: report.sampled_on,
      receivedOn: report.received_on,
      analysedOn: report.analysed_on,
      issuedOn: report.issued_on,
      analyteCount: report.analyte_count,
      file: report.file_id,
      recordedAt: report.recorded_at,
    })),
  };
}

async function decisionsOf(db: Db, lot: LotRecord, { actor, owned }: Reader) {
  const rows = await lotDecisions(db, lot.id);
  const nameOf = await namesOf(
    db,
    rows.map(({ decided_by }) => decided_by),
    seesNames(actor, owned),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    market: row.market,
    limitSet: row.limit_set_id,
    decidedOn: row.decided_on,
    decidedBy: nameOf(row.decided_by),
    decidedAs: row.decided_as,
    reason: row.reason,
    at: row.at,
  }));
}

async function dispatchesOf(db: Db, lot: LotRecord, { actor, owned }: Reader) {
  const all = await lotDispatches(db, lot.id);
  const rows = all.filter(({ buyer_id }) => seesDispatch(actor, owned, buyer_id));
  const parts = await partsOf(
    db,
    rows.flatMap(({ buyer_id }) => (buyer_id === null ? [] : [buyer_id])),
    [],
  );
  return rows.map((row) => ({
    id: row.id,
    delivery: row.delivery_id,
    buyer: row.buyer_id === null ? null : { id: row.buyer_id, name: parts.party(row.buyer_id).name },
    market: row.market,
    qty: row.qty,
    dispatchedOn: row.dispatched_on,
  }));
}

const traceOf = (lot: LotRecord, origin: string) => {
  const link = traceLink(origin, lot);
  return {
    link,
    shortCode: shownCode(lot.short_code),
    shortLink: shortLink(origin, lot.short_code),
    qrSvg: qrSvg(link),
    published: lot.released_for.length > 0 || lot.state === 'blocked',
  };
};

/** Everything a lot's page shows beside the row itself. */
export async function lotView(db: Db, lot: LotRecord, reader: Reader) {
  const { actor, owned, origin } = reader;
  const certificate = lot.certificate_id === null ? undefined : await findCertificate(db, lot.certificate_id);
  const isReleased = lot.released_for.length > 0;
  return {
    gtin: lot.gtin,
    bestBeforeOn: lot.best_before_on,
    variety: lot.variety_id,
    certificate: certificate ? { id: certificate.id, number: certificate.number, issuer: certificate.issuer } : null,
    ...(await harvestsOf(db, lot)),
    ...(await laboratoryRecords(db, lot, reader)),
    decisions: await decisionsOf(db, lot, reader),
    dispatches: await dispatchesOf(db, lot, reader),
    markets: await marketList(db),
    trace: mayPrint(actor, owned) ? traceOf(lot, origin) : null,
    may: {
      sample: maySample(actor, owned),
      release: mayRelease(actor, owned) && lot.state !== 'open',
      block: mayBlock(actor, owned) && lot.state !== 'blocked',
      dispatch: mayRelease(actor, owned) && isReleased && lot.state !== 'blocked' && lot.left_qty > 0,
      print: mayPrint(actor, owned),
    },
  };
}
