import { readSheets, stopReading } from '#platform/spreadsheet/read.ts';
import { stopPdf } from '#platform/pdf/typst.ts';
import { afterAll, expect } from 'vitest';
import { addDays } from '#kernel/day.ts';
import { newId, type FileId, type LotId } from '#kernel/id.ts';
import type { InputOf } from '#kernel/method.ts';
import { quality } from '#quality';
import type { DecisionId, ReportId, SampleId } from '#contexts/quality/lot.ts';
import { draftLot, releaseLot } from '#contexts/quality/lot.wire.ts';
import { damHa, pickedOn, quangTan, saveHarvest, saveScene, scene } from '#contexts/quality/quality.example.ts';
import { exportPanel, recordReport, recordSample } from '#contexts/quality/sample.wire.ts';
import { filledPanel, type Filled } from '#contexts/quality/sheet.example.ts';
import { otherProvince, signedIn, testDatabase, testServer } from './harness.ts';

type Draft = InputOf<typeof draftLot>;

/** Everybody a lot concerns, and the steps by which one is made, sampled, reported and released. */
export async function qualityStage() {
  const db = await testDatabase();
  const { as, upload } = await testServer(db, quality.handlers);
  const people = {
    manager: await signedIn(db, { role: 'organisation-manager', organisation: scene.cooperative }),
    member: await signedIn(db, { role: 'organisation-member', organisation: scene.cooperative }),
    otherManager: await signedIn(db, { role: 'organisation-manager', organisation: scene.otherCooperative }),
    buyer: await signedIn(db, { role: 'buyer', organisation: scene.buyer }),
    laboratory: await signedIn(db, { role: 'laboratory', organisation: scene.laboratory }),
    otherLaboratory: await signedIn(db, { role: 'laboratory', organisation: scene.otherLaboratory }),
    officer: await signedIn(db, { role: 'commune-officer', unit: damHa }),
    otherOfficer: await signedIn(db, { role: 'commune-officer', unit: quangTan }),
    auditor: await signedIn(db, { role: 'auditor' }),
    elsewhere: await signedIn(db, { role: 'provincial-officer', province: otherProvince }),
  };
  const manager = as(people.manager);
  const laboratory = as(people.laboratory);
  await saveScene(db.owner);
  afterAll(async () => {
    await stopReading();
    await stopPdf();
  });

  let count = 0;
  const code = (): string => `CL-${String((count += 1)).padStart(4, '0')}`;
  const draftOf = (harvests: Draft['harvests'], part: Partial<Draft> = {}): Draft => ({
    id: newId<LotId>(),
    code: code(),
    organisation: scene.cooperative,
    commodity: scene.passionFruit,
    harvests,
    packedOn: addDays(pickedOn, 1),
    ...part,
  });
  async function lotOf(qty: number, part: Partial<Draft> = {}): Promise<LotId> {
    const harvest = await saveHarvest(db.owner, { qty });
    const draft = draftOf([{ harvest, qty }], part);
    expect((await manager(draftLot, draft)).status).toBe(200);
    return draft.id as LotId;
  }
  async function sampleOf(lot: LotId): Promise<SampleId> {
    const id = newId<SampleId>();
    const input = {
      id,
      lot,
      code: `M-${id.slice(-8)}`,
      takenOn: addDays(pickedOn, 2),
      takenBy: 'Nguyễn Văn Mẫu',
      place: 'Kho sơ chế',
      method: 'TCVN 9017',
      sealNumber: `NP-${id.slice(-4)}`,
      laboratory: scene.laboratory,
    };
    expect(await manager(recordSample, input)).toMatchObject({ status: 200 });
    return id;
  }
  const template = async () =>
    (await readSheets((await laboratory(exportPanel, { panel: 'multi-570', language: 'vi' })).raw))[0]!;
  async function sent(results: Record<string, Filled> = {}): Promise<FileId> {
    const { body } = await upload(people.laboratory, await filledPanel(await template(), results), 'ket-qua.xlsx');
    return body.id as FileId;
  }
  const reportOf = (sample: SampleId, file: FileId): InputOf<typeof recordReport> => ({
    id: newId<ReportId>(),
    sample,
    file,
    number: 'KQ-26-0117',
    accreditation: 'VILAS 0000',
    method: 'EN 15662',
    panel: 'multi-570',
    receivedOn: addDays(pickedOn, 3),
    analysedOn: addDays(pickedOn, 4),
    issuedOn: addDays(pickedOn, 5),
  });
  async function reported(lot: LotId, results: Record<string, Filled> = {}): Promise<SampleId> {
    const sample = await sampleOf(lot);
    expect(await laboratory(recordReport, reportOf(sample, await sent(results)))).toMatchObject({ status: 200 });
    return sample;
  }
  const release = (lot: LotId, market = 'eu') => manager(releaseLot, { id: newId<DecisionId>(), lot, market });
  return {
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
  };
}

export const obstaclesOf = (body: unknown): string[] =>
  ((body as { obstacles?: { code: string }[] }).obstacles ?? []).map((obstacle) => obstacle.code);
