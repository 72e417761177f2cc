import { addDays, type Day } from '#kernel/day.ts';
import type { CommodityId, DeliveryId } from '#kernel/id.ts';
import { draftLot, recordDispatch, releaseLot } from '#contexts/quality/lot.wire.ts';
import { exportPanel, recordReport, recordSample } from '#contexts/quality/sample.wire.ts';
import { filledPanel } from '#contexts/quality/sheet.example.ts';
import { readSheets, sheetOf } from '#platform/spreadsheet/read.ts';
import { storyParts, storyRecords } from './parts.ts';
import type { Picked } from './story.season.ts';
import { passionFruitHarvestG } from './story.season.ts';
import type { Teller } from './teller.ts';

const panel = 'multi-570';
const market = 'eu';

/** The harvest becomes a lot, a sample goes to the laboratory, its 570-analyte report comes back clean, the lot may ship. */
export async function testLot(teller: Teller, commodity: CommodityId, { harvest, harvestedOn }: Picked): Promise<void> {
  const { lot, sample, report } = storyRecords;
  await teller.ask('director', draftLot, {
    id: lot,
    code: 'CL26-TD01',
    organisation: storyParts.cooperative,
    commodity,
    // Of the prefix GS1 keeps for use within a company: nobody's number in the world outside.
    gtin: '02000000000015',
    harvests: [{ harvest, qty: passionFruitHarvestG }],
    claim: 'organic-practice',
    packedOn: addDays(harvestedOn, 1),
  });
  await teller.ask('director', recordSample, {
    id: sample,
    lot,
    code: 'M-CL26-TD01',
    takenOn: addDays(harvestedOn, 1),
    takenBy: 'Ngô Thanh Tâm',
    place: 'Nhà sơ chế thôn Trại Dinh',
    method: 'Lấy ngẫu nhiên 20 quả từ 10 khay',
    sealNumber: 'NP-004512',
    laboratory: storyParts.laboratory,
  });
  const template = sheetOf(await readSheets(await teller.fetch('laboratory', exportPanel, { panel })));
  const file = await teller.upload('laboratory', 'ket-qua-570-chi-tieu.xlsx', await filledPanel(template));
  await teller.ask('laboratory', recordReport, {
    id: report,
    sample,
    file,
    number: 'KN-26-1187',
    accreditation: 'VILAS 000 (minh họa)',
    method: 'QuEChERS, GC-MS/MS và LC-MS/MS',
    panel,
    receivedOn: addDays(harvestedOn, 2),
    analysedOn: addDays(harvestedOn, 4),
    issuedOn: addDays(harvestedOn, 6),
  });
  await teller.ask('director', releaseLot, { id: teller.id(), lot, market });
}

/** The released lot goes out against the delivery both sides have weighed. */
export async function dispatchLot(
  teller: Teller,
  { delivery, netQty }: { delivery: DeliveryId; netQty: number },
  on: Day,
): Promise<void> {
  await teller.ask('director', recordDispatch, {
    id: teller.id(),
    lot: storyRecords.lot,
    delivery,
    market,
    qty: netQty,
    dispatchedOn: on,
  });
}
