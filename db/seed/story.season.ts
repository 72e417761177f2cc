import { addDays, type Day } from '#kernel/day.ts';
import type { CommodityId, HarvestId, SeasonId } from '#kernel/id.ts';
import { recordHarvest } from '#contexts/production/harvest.wire.ts';
import { recordEntry, type LogDetails } from '#contexts/production/log.wire.ts';
import { recordPlot } from '#contexts/production/plot.wire.ts';
import { listProtocols } from '#contexts/production/protocol.wire.ts';
import { getSeason, startSeason, type StepView } from '#contexts/production/season.wire.ts';
import { signStage, submitStage } from '#contexts/production/stage.wire.ts';
import { storyMembers, storyParts, storyRecords, storyUnit } from './parts.ts';
import { evidencePhoto } from './story.evidence.ts';
import type { Teller } from './teller.ts';

/** About three hectares in Đầm Hà, as in the article. */
const outline = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [107.5902, 21.3601],
      [107.5921, 21.3599],
      [107.5924, 21.3613],
      [107.5905, 21.3616],
      [107.5902, 21.3601],
    ] as [number, number][],
  ],
};
const areaM2 = 31_200;

export const passionFruitHarvestG = 1_800_000;

const details: LogDetails = {
  source: 'Vườn ươm giống Đầm Hà',
  lot: 'CG-2026-02',
  method: 'Theo quy trình, có ảnh chụp',
  target: 'Rệp, nhện đỏ',
  equipment: 'Bình phun 16 lít',
  weather: 'Trời mát, lặng gió',
  waterSource: 'Giếng khoan của hợp tác xã',
  place: 'Nhà sơ chế thôn Trại Dinh',
  temperatureDeciC: 85,
  packaging: 'Khay nhựa 10 kg, lót giấy',
};

const inputs: Readonly<Record<string, { code: string; name: string }>> = {
  'choose-seedlings': { code: 'grafted-seedling', name: 'Cây giống ghép' },
  'base-compost': { code: 'composted-manure', name: 'Phân chuồng ủ hoai' },
  feed: { code: 'vermicompost', name: 'Phân trùn quế' },
};

const detailOf: Readonly<Record<string, readonly (keyof LogDetails)[]>> = {
  source: ['source'],
  lot: ['lot'],
  method: ['method'],
  target: ['target'],
  equipment: ['equipment'],
  weather: ['weather'],
  'water-source': ['waterSource'],
  place: ['place'],
  temperature: ['temperatureDeciC'],
  packaging: ['packaging'],
};

const chosen = (record: readonly string[]): LogDetails =>
  Object.fromEntries(record.flatMap((fact) => detailOf[fact] ?? []).map((key) => [key, details[key]]));

async function writeStep(teller: Teller, season: SeasonId, step: StepView, doneOn: Day): Promise<void> {
  const facts = new Set<string>(step.record);
  const input = inputs[step.step];
  const files =
    step.evidence.length === 0 ? [] : [await teller.upload('director', `${step.step}.png`, evidencePhoto())];
  const pieces = step.family === 'planting';
  await teller.ask('director', recordEntry, {
    id: teller.id(),
    season,
    family: step.family,
    step: step.step,
    occurrence: step.occurrence,
    doneOn,
    ...(facts.has('qty')
      ? { qty: pieces ? 3_000 : 450_000, qtyUnit: pieces ? ('piece' as const) : ('g' as const) }
      : {}),
    ...(facts.has('treated-area') ? { treatedAreaM2: areaM2 } : {}),
    ...(input === undefined ? {} : { input }),
    details: chosen(step.record),
    member: storyMembers[1].id,
    files,
  });
}

/** Days from the picking, for what is done around it; the rest is done when it falls due. */
const besidesPicking: Readonly<Record<string, number>> = { 'check-interval': -1, 'sort-and-pack': 1, store: 1 };

const doneOn = (step: StepView, harvestedOn: Day): Day => {
  const days = besidesPicking[step.step];
  return days === undefined ? addDays(step.dueFrom, 1) : addDays(harvestedOn, days);
};

/** Everything a stage asks for is written down, handed over and signed off; picking is a harvest entry. */
async function goThrough(teller: Teller, season: SeasonId, stage: string, harvestedOn: Day): Promise<void> {
  const { stages } = await teller.ask('director', getSeason, { season });
  for (const step of stages.find(({ code }) => code === stage)!.steps) {
    if (!step.required) continue;
    if (step.byHarvest) {
      await teller.ask('director', recordHarvest, {
        id: storyRecords.harvest,
        season,
        harvestedOn,
        qty: passionFruitHarvestG,
      });
    } else await writeStep(teller, season, step, doneOn(step, harvestedOn));
  }
  await teller.ask('director', submitStage, { season, stage });
  const seen = await teller.ask('communeOfficer', getSeason, { season });
  const { contentsHash } = seen.stages.find(({ code }) => code === stage)!;
  await teller.ask('communeOfficer', signStage, { season, stage, contentsHash, remarks: 'Đã kiểm tra tại vườn.' });
}

/** So long ago that what was picked has just been tested when it is delivered. */
const startOf = (on: Day): Day => addDays(on, -200);

/** The land that changes its crop. */
export async function enterPlot(teller: Teller, on: Day): Promise<void> {
  await teller.ask('director', recordPlot, {
    id: storyRecords.plot,
    organisation: storyParts.cooperative,
    code: 'TD-01',
    name: 'Đồi Trại Dinh',
    from: addDays(startOf(on), -90),
    landUse: 'perennial-crops',
    areaM2,
    outline,
    unit: storyUnit,
    member: storyMembers[1].id,
  });
}

export interface Picked {
  readonly harvest: HarvestId;
  readonly harvestedOn: Day;
}

/** A season by the organic protocol, to the last signature. Returns what was picked. */
export async function runSeason(teller: Teller, commodity: CommodityId, on: Day): Promise<Picked> {
  const { plot, season } = storyRecords;
  const startedOn = startOf(on);
  const harvestedOn = addDays(startedOn, 190);
  const { items } = await teller.ask('director', listProtocols, {});
  const protocol = items.find((one) => one.commodity.id === commodity)!;
  await teller.ask('director', startSeason, { id: season, plot, protocol: protocol.id, startedOn });
  const { stages } = await teller.ask('director', getSeason, { season });
  for (const { code } of stages) await goThrough(teller, season, code, harvestedOn);
  return { harvest: storyRecords.harvest, harvestedOn };
}
