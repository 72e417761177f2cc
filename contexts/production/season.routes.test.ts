import { describe, expect, test } from 'vitest';
import { newId, type FileId, type HarvestId, type PlotId, type SeasonId } from '#kernel/id.ts';
import { signedIn, stranger, testDatabase, testServer, type Ask } from '#tests/harness.ts';
import { sessionIn } from '#platform/session/session.tables.ts';
import { harvestsFor } from './release.store.ts';
import { recordHarvest } from './harvest.wire.ts';
import { confirmEntry, correctEntry, recordEntry, withdrawEntry } from './log.wire.ts';
import { recordPlot } from './plot.wire.ts';
import * as example from './production.example.ts';
import { organicPassionFruit } from './protocol.example.ts';
import { listProtocols, publishProtocol } from './protocol.wire.ts';
import { ProtocolContent, type ProtocolId } from './protocol.ts';
import { closeSeason, getSeason, listSeasons, startSeason } from './season.wire.ts';
import { recordDeviation, refuseStage, signStage, submitStage } from './stage.wire.ts';
import { listWaiting } from './waiting.wire.ts';

const { damHa, baChe, land, plotInput, seasonInput, inSeason } = example;
const database = await testDatabase();
await example.saveLand(database.owner);
const { as, upload, drain } = await testServer(database);
const managerPerson = await signedIn(database, { role: 'organisation-manager', organisation: land.cooperative });
const manager = as(managerPerson);
const otherManager = as(
  await signedIn(database, { role: 'organisation-manager', organisation: land.otherCooperative }),
);
const member = as(await signedIn(database, { role: 'organisation-member', organisation: land.cooperative }));
const officer = as(await signedIn(database, { role: 'commune-officer', unit: damHa }));
const otherOfficer = as(await signedIn(database, { role: 'commune-officer', unit: baChe }));
const province = as(await signedIn(database, { role: 'provincial-officer' }));
const auditor = as(await signedIn(database, { role: 'auditor' }));

const protocol = newId<ProtocolId>();
expect((await province(publishProtocol, { id: protocol, content: organicPassionFruit })).status).toBe(200);

const photo = async (): Promise<FileId> => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const { status, body } = await upload(managerPerson, png, 'anh.png');
  expect(status).toBe(200);
  return body.id as FileId;
};

const onNewPlot = async (): Promise<PlotId> => {
  const plot = plotInput();
  expect((await manager(recordPlot, plot)).status).toBe(200);
  return plot.id as PlotId;
};
const started = async (): Promise<SeasonId> => {
  const input = seasonInput(await onNewPlot(), protocol);
  expect((await manager(startSeason, input)).status).toBe(200);
  return input.id as SeasonId;
};
const written = async (entries: Parameters<typeof recordAll>[0]) => recordAll(entries);
async function recordAll(entries: ReturnType<typeof example.careEntries>) {
  for (const entry of entries) expect((await manager(recordEntry, entry)).body).toMatchObject({ held: 0 });
}
const stageIn = async (who: Ask, season: string, stage: string) =>
  (await who(getSeason, { season })).body.stages.find(({ code }) => code === stage)!;
const signedOff = async (season: string, stage: string, who: Ask = officer) => {
  expect((await manager(submitStage, { season, stage })).body).toEqual({});
  const { contentsHash } = await stageIn(who, season, stage);
  return who(signStage, { season, stage, contentsHash });
};

describe('a protocol', () => {
  test('is published by the province only; the same content again is the same version', async () => {
    expect((await manager(publishProtocol, { id: newId(), content: organicPassionFruit })).status).toBe(403);
    expect((await province(publishProtocol, { id: newId(), content: organicPassionFruit })).body).toEqual({
      protocol,
      version: 1,
    });
    expect((await manager(listProtocols, {})).body.items).toMatchObject([
      { id: protocol, version: 1, code: 'organic-passion-fruit' },
    ]);
  });

  test('for a commodity the registry does not know is refused', async () => {
    const content = { ...organicPassionFruit, code: 'other', commodity: 'dragon-scale' };
    expect(await province(publishProtocol, { id: newId(), content })).toMatchObject({
      status: 422,
      body: { code: 'production.protocol.unknown-commodity' },
    });
  });
});

describe('production.season.start', () => {
  test('the plan has its days; the stages stand in their order', async () => {
    const season = await started();
    const { body } = await manager(getSeason, { season });
    expect(body.stages.map(({ code, state }) => [code, state])).toEqual([
      ['seed-selection', 'open'],
      ['planting', 'open'],
      ['care', 'open'],
      ['harvest', 'open'],
      ['preservation', 'open'],
    ]);
    expect(body.stages[0]?.steps[0]).toMatchObject({
      step: 'choose-seedlings',
      dueFrom: '2026-03-01',
      dueUntil: '2026-03-15',
      state: 'overdue',
    });
    expect(body.standard).toMatchObject({ name: 'TCVN 11041-2:2017', verified: false });
    expect(body.may).toEqual({ log: true, assist: false, harvest: true, explain: true, close: true });
  });

  test('is for those who run the organisation', async () => {
    const plot = await onNewPlot();
    for (const who of [otherManager, member, officer, province, auditor])
      expect((await who(startSeason, seasonInput(plot, protocol))).status).toBe(403);
    expect((await as(stranger)(startSeason, seasonInput(plot, protocol))).status).toBe(401);
  });

  test('all reasons against it are named', async () => {
    const plot = await onNewPlot();
    const input = seasonInput(plot, protocol, { startedOn: '2025-01-01', variety: land.cherry });
    expect((await manager(startSeason, input)).body['obstacles']).toEqual([
      'plot-not-known-then',
      'variety-of-another-commodity',
    ]);
  });

  test('of two starts at once on a plot, one is refused', async () => {
    const plot = await onNewPlot();
    const both = await Promise.all([1, 2].map(() => manager(startSeason, seasonInput(plot, protocol))));
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  });

  test('keeps its version of the protocol when a newer one is published', async () => {
    const season = await started();
    const shorter = ProtocolContent.parse(organicPassionFruit);
    const content = { ...shorter, code: 'season-keeps', stages: shorter.stages.slice(0, 2) };
    await province(publishProtocol, { id: newId(), content });
    const next = await province(publishProtocol, {
      id: newId(),
      content: { ...content, stages: shorter.stages.slice(0, 1) },
    });
    expect(next.body.version).toBe(2);
    expect((await manager(getSeason, { season })).body.stages).toHaveLength(5);
  });
});

describe('a stage is signed off', () => {
  test('by the officer of the place, over what was seen, in order', async () => {
    const season = await started();
    await written(example.seedlingEntries(season, await photo()));
    const early = await officer(signStage, { season, stage: 'planting', contentsHash: '0'.repeat(64) });
    expect(early.status).toBe(409);
    expect(early.body['obstacles']).toEqual(
      expect.arrayContaining([
        { code: 'not-submitted' },
        { code: 'earlier-stage-open', stage: 'seed-selection' },
        { code: 'required-entry-missing', step: 'plant-out', occurrence: 1 },
        { code: 'changed-since-seen' },
      ]),
    );
    expect((await signedOff(season, 'seed-selection')).status).toBe(200);
    const stage = await stageIn(manager, season, 'seed-selection');
    expect(stage).toMatchObject({ state: 'signed-off', changedSinceSigned: false });
    expect(stage.acts.map(({ act, as }) => [act, as])).toEqual([
      ['submitted', 'organisation-manager'],
      ['signed-off', 'commune-officer'],
    ]);
    expect((await stageIn(auditor, season, 'seed-selection')).acts.map(({ by }) => by)).toEqual([null, null]);
  });

  test.each<[string, Ask]>([
    ['the organisation itself', manager],
    ['another commune', otherOfficer],
    ['an auditor', auditor],
  ])('not by %s', async (_, who) => {
    const season = await started();
    await written(example.seedlingEntries(season, await photo()));
    await manager(submitStage, { season, stage: 'seed-selection' });
    const { contentsHash } = await stageIn(manager, season, 'seed-selection');
    expect((await who(signStage, { season, stage: 'seed-selection', contentsHash })).status).toBe(403);
    expect((await who(refuseStage, { season, stage: 'seed-selection', remarks: 'Xem lại' })).status).toBe(403);
  });

  test('by a provincial officer as well', async () => {
    const season = await started();
    await written(example.seedlingEntries(season, await photo()));
    expect((await signedOff(season, 'seed-selection', province)).status).toBe(200);
  });

  test('not without its evidence, nor with entries missing', async () => {
    const season = await started();
    const [first] = example.seedlingEntries(season, await photo());
    await manager(recordEntry, { ...first!, files: [] });
    expect((await manager(submitStage, { season, stage: 'seed-selection' })).body['obstacles']).toEqual([
      { code: 'evidence-missing', step: 'choose-seedlings', occurrence: 1 },
      { code: 'required-entry-missing', step: 'check-seedlings', occurrence: 1 },
    ]);
  });

  test('a late step wants a word, and a step left out too', async () => {
    const season = await started();
    const [first, second] = example.seedlingEntries(season, await photo());
    await manager(recordEntry, { ...first!, doneOn: inSeason(20) });
    const submitting = () => manager(submitStage, { season, stage: 'seed-selection' });
    expect((await submitting()).body['obstacles']).toEqual([
      { code: 'deviation-unexplained', step: 'choose-seedlings', occurrence: 1 },
      { code: 'required-entry-missing', step: second!.step, occurrence: 1 },
    ]);
    for (const step of ['choose-seedlings', 'check-seedlings']) {
      const deviation = { id: newId(), season, step, occurrence: 1, explanation: 'Vườn ươm giao muộn' };
      expect((await officer(recordDeviation, deviation)).status).toBe(403);
      expect((await manager(recordDeviation, deviation)).status).toBe(200);
    }
    expect((await submitting()).status).toBe(200);
    expect(
      (await stageIn(officer, season, 'seed-selection')).steps.map(({ state, explanation }) => [state, explanation]),
    ).toEqual([
      ['done-late', 'Vườn ươm giao muộn'],
      ['left-out', 'Vườn ươm giao muộn'],
    ]);
  });

  test('is returned with remarks, put right, and handed in again', async () => {
    const season = await started();
    await written(example.seedlingEntries(season, await photo()));
    await manager(submitStage, { season, stage: 'seed-selection' });
    expect((await officer(refuseStage, { season, stage: 'seed-selection', remarks: 'Ghi rõ vườn ươm' })).status).toBe(
      200,
    );
    expect((await stageIn(manager, season, 'seed-selection')).acts.at(-1)).toMatchObject({
      act: 'returned',
      remarks: 'Ghi rõ vườn ươm',
    });
    expect((await officer(refuseStage, { season, stage: 'seed-selection', remarks: 'Lần nữa' })).status).toBe(409);
    expect((await signedOff(season, 'seed-selection')).status).toBe(200);
  });

  test('a correction between looking and signing is seen', async () => {
    const season = await started();
    const [first, second] = example.seedlingEntries(season, await photo());
    await written([first!, second!]);
    await manager(submitStage, { season, stage: 'seed-selection' });
    const { contentsHash } = await stageIn(officer, season, 'seed-selection');
    const { season: _, ...facts } = second!;
    const corrected = { ...facts, id: newId(), replaces: second!.id, reason: 'Ghi nhầm ngày', doneOn: inSeason(11) };
    expect((await manager(correctEntry, corrected)).status).toBe(200);
    const signing = await officer(signStage, { season, stage: 'seed-selection', contentsHash });
    expect(signing.body['obstacles']).toEqual([{ code: 'changed-since-seen' }]);
  });

  test('a correction after the signature shows', async () => {
    const season = await started();
    const [first, second] = example.seedlingEntries(season, await photo());
    await written([first!, second!]);
    await signedOff(season, 'seed-selection');
    await manager(withdrawEntry, { id: newId(), replaces: second!.id, reason: 'Chưa làm' });
    expect(await stageIn(officer, season, 'seed-selection')).toMatchObject({
      state: 'signed-off',
      changedSinceSigned: true,
    });
  });

  test('of two signatures at once, one counts', async () => {
    const season = await started();
    await written(example.seedlingEntries(season, await photo()));
    await manager(submitStage, { season, stage: 'seed-selection' });
    const { contentsHash } = await stageIn(officer, season, 'seed-selection');
    const both = await Promise.all(
      [officer, province].map((who) => who(signStage, { season, stage: 'seed-selection', contentsHash })),
    );
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  });
});

describe('what waits', () => {
  test('the officer of the place is told of a stage, the organisation of the answer', async () => {
    const season = await started();
    await written(example.seedlingEntries(season, await photo()));
    await manager(submitStage, { season, stage: 'seed-selection' });
    const forOfficer = await officer(listWaiting, {});
    expect(forOfficer.body.items).toContainEqual(expect.objectContaining({ kind: 'stage-to-sign', season }));
    expect((await otherOfficer(listWaiting, {})).body.counts['stage-to-sign']).toBe(0);
    await officer(refuseStage, { season, stage: 'seed-selection', remarks: 'Xem lại' });
    const forManager = await manager(listWaiting, { size: 100 });
    expect(forManager.body.items).toContainEqual(expect.objectContaining({ kind: 'stage-returned', season }));
    expect(forManager.body.counts['step-overdue']).toBeGreaterThan(0);
    expect((await auditor(listWaiting, {})).body.items).toEqual([]);

    await drain();
    const news = await database.within((db) =>
      sessionIn(db)
        .selectFrom('platform.notification')
        .select(['audience', 'topic'])
        .where('link', '=', `/production/seasons/${season}`)
        .orderBy('topic', 'desc')
        .execute(),
    );
    expect(news).toEqual([
      { audience: `unit:${damHa}:commune-officer`, topic: 'production.stage.submitted' },
      { audience: `organisation:${land.cooperative}`, topic: 'production.stage.returned' },
    ]);
  });
});

describe('who sees which season', () => {
  test('its organisation, the officers of its place and the auditor', async () => {
    const season = await started();
    const all = [manager, member, officer, province, auditor, otherManager, otherOfficer, as(stranger)];
    const seen = await Promise.all(all.map((who) => who(getSeason, { season })));
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 403, 403, 401]);
    expect((await otherManager(listSeasons, {})).body.total).toBe(0);
    const { body } = await officer(listSeasons, { organisation: land.cooperative, state: 'running', size: 200 });
    const row = body.items.find(({ id }) => id === season)!;
    expect(row.stages[2]).toMatchObject({ code: 'care', state: 'open', name: { vi: 'Chăm sóc' } });
    expect(row.overdue).toBe((await manager(getSeason, { season })).body.overdue);
    expect(row.overdue).toBeGreaterThan(10);
  });
});

describe('production.season.close', () => {
  test('a season ends on a day, and takes no more entries', async () => {
    const season = await started();
    expect((await manager(closeSeason, { season, on: inSeason(200), outcome: 'abandoned' })).status).toBe(422);
    expect((await manager(closeSeason, { season, on: '2026-02-01', outcome: 'closed' })).body['obstacles']).toEqual([
      'before-it-began',
    ]);
    expect((await member(closeSeason, { season, on: inSeason(200), outcome: 'closed' })).status).toBe(403);
    expect((await manager(closeSeason, { season, on: inSeason(200), outcome: 'closed' })).status).toBe(200);
    const late = await manager(recordEntry, example.neemSpray(season, inSeason(100)));
    expect(late.body['obstacles']).toEqual([{ code: 'season-not-running' }]);
  });
});

describe('the whole way', () => {
  test('five stages, from seed selection to preservation, and a harvest that nothing holds', async () => {
    const season = await started();
    await written(example.seedlingEntries(season, await photo()));
    expect((await signedOff(season, 'seed-selection')).status).toBe(200);
    await written(example.plantingEntries(season, await photo()));
    expect((await signedOff(season, 'planting')).status).toBe(200);
    await written(example.careEntries(season));
    await written([example.neemSpray(season, inSeason(150))]);

    const early = { id: newId<HarvestId>(), season, harvestedOn: inSeason(175), qty: 500_000 };
    expect((await manager(recordHarvest, early)).body.holds).toEqual([{ code: 'stage-not-signed-off', stage: 'care' }]);
    expect((await signedOff(season, 'care')).status).toBe(200);
    expect(await database.within((db) => harvestsFor(db, [early.id]))).toMatchObject([
      { standing: 'standing', holds: [] },
    ]);

    await written([
      {
        id: newId(),
        season,
        family: 'harvest',
        step: 'check-interval',
        doneOn: inSeason(170),
        details: { method: 'Đối chiếu sổ phun' },
      },
      {
        id: newId(),
        season,
        family: 'harvest',
        step: 'sort-and-pack',
        doneOn: inSeason(176),
        qty: 480_000,
        qtyUnit: 'g',
        details: { packaging: 'Rổ nhựa 20 kg', place: 'Kho sơ chế' },
        files: [await photo()],
      },
      {
        id: newId(),
        season,
        family: 'harvest',
        step: 'store',
        doneOn: inSeason(176),
        details: { temperatureDeciC: 120, place: 'Kho sơ chế' },
      },
    ]);
    for (const stage of ['harvest', 'preservation']) expect((await signedOff(season, stage)).status).toBe(200);
    const { body } = await manager(getSeason, { season });
    expect(body.stages.every(({ state }) => state === 'signed-off')).toBe(true);
    expect(body.earliestHarvestOn).toBe(inSeason(155));
  });
});

describe('assisted mode', () => {
  test('the officer types, the record says so, and the organisation confirms before anything is signed', async () => {
    const season = await started();
    const [first, second] = example.seedlingEntries(season, await photo());
    await written([first!]);
    expect((await otherOfficer(recordEntry, second!)).status).toBe(403);
    expect((await officer(recordEntry, { ...second!, member: land.member })).status).toBe(200);
    expect((await manager(submitStage, { season, stage: 'seed-selection' })).body['obstacles']).toEqual([
      { code: 'entry-unconfirmed', entry: second!.id },
    ]);
    expect((await officer(confirmEntry, { entry: second!.id })).status).toBe(403);
    expect((await member(confirmEntry, { entry: second!.id, way: 'in-person' })).status).toBe(200);
    expect((await member(confirmEntry, { entry: second!.id })).status).toBe(409);
    expect((await manager(submitStage, { season, stage: 'seed-selection' })).status).toBe(200);
  });
});
