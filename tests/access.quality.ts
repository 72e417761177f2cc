import { addDays, today } from '#kernel/day.ts';
import { newId, type ContractId, type DeliveryId, type FileId, type HarvestId, type LotId } from '#kernel/id.ts';
import type { DecisionId, DispatchId, ReportId, SampleId } from '#contexts/quality/lot.ts';
import { draftLot, recordDispatch, releaseLot } from '#contexts/quality/lot.wire.ts';
import { exportPanel, recordReport, recordSample } from '#contexts/quality/sample.wire.ts';
import { filledPanel } from '#contexts/quality/sheet.example.ts';
import { recordDelivery } from '#contexts/linkage/delivery.wire.ts';
import { readSheets } from '#platform/spreadsheet/read.ts';
import type { LinkageRows } from './access.linkage.ts';
import { pickedOn, type ProductionRows } from './access.production.ts';
import type { AccessWorld, Cases, Side } from './access.world.ts';

const kg = 1_000;
const panel = 'multi-570';
const market = 'eu';

/** Who took the sample: a person's name, typed in. */
export const samplers = { own: 'Lê Kín Mẫu Một', foreign: 'Lê Kín Mẫu Hai' } as const satisfies Record<Side, string>;

class Packing {
  readonly world: AccessWorld;
  readonly side: Side;
  readonly sheet: Uint8Array;
  readonly harvest: HarvestId;
  constructor(world: AccessWorld, side: Side, { sheet, harvest }: { sheet: Uint8Array; harvest: HarvestId }) {
    this.world = world;
    this.side = side;
    this.sheet = sheet;
    this.harvest = harvest;
  }
  get people() {
    return this.world.people[this.side];
  }

  drafted(qty = 10 * kg) {
    const id = newId<LotId>();
    return {
      id,
      code: `CL-${id.slice(-6)}`,
      organisation: this.world.organisations[this.side].cooperative,
      commodity: this.world.commodity,
      harvests: [{ harvest: this.harvest, qty }],
      packedOn: addDays(pickedOn, 1),
    };
  }
  async lot(): Promise<LotId> {
    const lot = this.drafted();
    await this.world.done(this.people['organisation-manager'], draftLot, lot);
    return lot.id;
  }

  sampled(lot: LotId) {
    const id = newId<SampleId>();
    return {
      id,
      lot,
      code: `M-${id.slice(-8)}`,
      takenOn: addDays(pickedOn, 2),
      takenBy: samplers[this.side],
      place: 'Kho sơ chế',
      method: 'TCVN 9017',
      sealNumber: `NP-${id.slice(-4)}`,
      laboratory: this.world.organisations[this.side].laboratory,
    };
  }
  async sample(lot: LotId): Promise<SampleId> {
    const sample = this.sampled(lot);
    await this.world.done(this.people['organisation-manager'], recordSample, sample);
    return sample.id;
  }

  async file(): Promise<FileId> {
    const { status, body } = await this.world.server.upload(this.people.laboratory, this.sheet, 'ket-qua.xlsx');
    if (status !== 200) throw new Error(`upload: ${status} ${body.code}`);
    return body.id as FileId;
  }
  reportOf(sample: SampleId, file: FileId) {
    return {
      id: newId<ReportId>(),
      sample,
      file,
      number: `KQ-${file.slice(-6)}`,
      method: 'EN 15662',
      panel,
      receivedOn: addDays(pickedOn, 3),
      analysedOn: addDays(pickedOn, 4),
      issuedOn: addDays(pickedOn, 5),
    };
  }
  async reported(): Promise<{ lot: LotId; sample: SampleId; report: ReportId; file: FileId }> {
    const lot = await this.lot();
    const file = await this.file();
    const report = this.reportOf(await this.sample(lot), file);
    await this.world.done(this.people.laboratory, recordReport, report);
    return { lot, sample: report.sample, report: report.id, file };
  }
  async released(): Promise<LotId> {
    const { lot } = await this.reported();
    await this.world.done(this.people['organisation-manager'], releaseLot, { id: newId<DecisionId>(), lot, market });
    return lot;
  }

  async delivery(contract: ContractId, netQty: number): Promise<DeliveryId> {
    const id = newId<DeliveryId>();
    await this.world.done(this.people['organisation-manager'], recordDelivery, {
      id,
      contract,
      side: 'seller',
      deliveredOn: today(),
      grossQty: netQty,
      tareQty: 0,
    });
    return id;
  }
}

async function rowsOf(packing: Packing, contract: ContractId) {
  const open = await packing.lot();
  const sent = await packing.lot();
  const sample = await packing.sample(sent);
  const file = await packing.file();
  const ready = await packing.reported();
  const released = await packing.released();
  const delivery = await packing.delivery(contract, 5 * kg);
  const loaded = await packing.released();
  const manager = packing.people['organisation-manager'];
  await packing.world.done(manager, recordDispatch, {
    id: newId<DispatchId>(),
    lot: loaded,
    delivery: await packing.delivery(contract, 5 * kg),
    market,
    qty: 5 * kg,
    dispatchedOn: today(),
  });
  const [traced] = await packing.world.database.owner<{ token: string }>(
    'select token from quality.lot where id = $1',
    [loaded],
  );
  return { packing, open, sample, file, ready, released, delivery, loaded, token: traced!.token };
}

type Rows = Readonly<Record<Side, Awaited<ReturnType<typeof rowsOf>>>>;

function lotCases(world: AccessWorld, rows: Rows): Cases {
  const lot = (side: Side) => ({ lot: rows[side].loaded });
  return {
    'quality.lot.list': (side) => ({ organisation: world.organisations[side].cooperative }),
    'quality.lot.get': lot,
    'quality.harvest.list': (side, asker) => ({ organisation: world.organisation(side, asker) }),
    'quality.lot.draft': (side) => rows[side].packing.drafted(kg),
    'quality.lot.release': (side) => ({ id: newId(), lot: rows[side].ready.lot, market }),
    'quality.lot.block': (side) => ({ id: newId(), lot: rows[side].released, reason: 'nghi nhiễm chéo' }),
    'quality.dispatch.record': (side) => ({
      id: newId(),
      lot: rows[side].released,
      delivery: rows[side].delivery,
      market,
      qty: kg,
      dispatchedOn: today(),
    }),
    'quality.delivery.list': (side) => ({ lot: rows[side].released }),
    'quality.trace.get': (side) => ({ token: rows[side].token }),
    'quality.label.export': lot,
    'quality.verdict.get': lot,
    'quality.verdict.list': (side) => ({ ...lot(side), market }),
    'quality.limit-set.list': () => ({}),
    'quality.limit.list': () => ({ set: 'eu-2026-demonstration', size: 5 }),
    'quality.waiting.list': () => ({}),
  };
}

function sampleCases(rows: Rows): Cases {
  const sample = (side: Side) => ({ sample: rows[side].sample });
  const read = (side: Side) => ({ ...sample(side), file: rows[side].file, panel });
  return {
    'quality.sample.record': (side) => rows[side].packing.sampled(rows[side].open),
    'quality.sample.erase': (side) => ({ sample: rows[side].ready.sample, reason: 'theo yêu cầu' }),
    'quality.sample.list': () => ({}),
    'quality.sample.get': sample,
    'quality.panel.export': () => ({ panel }),
    'quality.synonym.record': () => ({ name: 'Azoxystrobine', analyte: 'azoxystrobin' }),
    'quality.analyte.list': () => ({ size: 5 }),
    'quality.report.preview': read,
    'quality.report.export': read,
    'quality.report.record': (side) => rows[side].packing.reportOf(rows[side].sample, rows[side].file),
    'quality.report.get': (side) => ({ report: rows[side].ready.report }),
  };
}

export interface Below {
  readonly linkage: LinkageRows;
  readonly production: ProductionRows;
}

export async function qualityCases(
  world: AccessWorld,
  { linkage, production }: Below,
): Promise<{ readonly cases: Cases; readonly rows: Rows }> {
  const template = await world.server.as(world.people.own.laboratory)(exportPanel, { panel, language: 'vi' });
  const [blank] = await readSheets(template.raw);
  const sheet = await filledPanel(blank!);
  const make = (side: Side) => {
    const harvest = production[side].harvests['organisation-manager'];
    return rowsOf(new Packing(world, side, { sheet, harvest }), linkage[side].signed);
  };
  const rows = { own: await make('own'), foreign: await make('foreign') };
  return { rows, cases: { ...lotCases(world, rows), ...sampleCases(rows) } };
}
