import { describe, expect, test } from 'vitest';
import { addDays, today } from '#kernel/day.ts';
import { newId, type HarvestId, type PlotId, type SeasonId } from '#kernel/id.ts';
import type { InputOf, Method } from '#kernel/method.ts';
import { listNotifications } from '#contexts/people/notification.wire.ts';
import { signedIn, testDatabase, testServer, type Ask } from '#tests/harness.ts';
import { recordConversion } from './conversion.wire.ts';
import { correctHarvest, listHarvests, recordHarvest, withdrawHarvest } from './harvest.wire.ts';
import { confirmEntry, correctEntry, listEntries, recordEntry, withdrawEntry } from './log.wire.ts';
import { changePlot, closePlot, getPlot, listPlots, recordPlot } from './plot.wire.ts';
import * as example from './production.example.ts';
import { organicPassionFruit } from './protocol.example.ts';
import { getProtocol, publishProtocol } from './protocol.wire.ts';
import type { ProtocolId } from './protocol.ts';
import { closeSeason, getSeason, startSeason } from './season.wire.ts';
import { recordDeviation, refuseStage, signStage, submitStage } from './stage.wire.ts';

const { baChe, damHa, land, plotInput, seasonInput, inSeason, neemSpray } = example;
const database = await testDatabase();
await example.saveLand(database.owner);
const { as, drain } = await testServer(database);
const as1 = (held: Parameters<typeof signedIn>[1]): Promise<Ask> => signedIn(database, held).then(as);
const manager = await as1({ role: 'organisation-manager', organisation: land.cooperative });
const member = await as1({ role: 'organisation-member', organisation: land.cooperative });
const otherManager = await as1({ role: 'organisation-manager', organisation: land.otherCooperative });
const officer = await as1({ role: 'commune-officer', unit: damHa });
const otherOfficer = await as1({ role: 'commune-officer', unit: baChe });
const province = await as1({ role: 'provincial-officer' });

const protocol = newId<ProtocolId>();
expect((await province(publishProtocol, { id: protocol, content: organicPassionFruit })).status).toBe(200);

async function started(): Promise<{ plot: PlotId; season: SeasonId }> {
  const plot = plotInput();
  expect((await manager(recordPlot, plot)).status).toBe(200);
  const season = seasonInput(plot.id, protocol);
  expect((await manager(startSeason, season)).status).toBe(200);
  return { plot: plot.id as PlotId, season: season.id as SeasonId };
}
const pick = (season: string, on = inSeason(190)) => ({
  id: newId<HarvestId>(),
  season,
  harvestedOn: on,
  qty: 500_000,
});
const again = { id: newId(), reason: 'Ghi nhầm' };
const hash = '0'.repeat(64);

/** One refusal: status and stable code, with the obstacles where there are any. */
async function refused<M extends Method>(by: Ask, method: M, input: InputOf<M>) {
  const { status, body } = await by(method, input);
  return [status, body.code, ...(body['obstacles'] === undefined ? [] : [body['obstacles']])];
}

describe('what is not there', () => {
  const nothing = newId();
  test.each<[string, () => Promise<unknown>]>([
    ['plot', () => refused(manager, getPlot, { plot: nothing })],
    ['season', () => refused(manager, getSeason, { season: nothing })],
    ['log', () => refused(manager, withdrawEntry, { ...again, replaces: nothing })],
    ['harvest', () => refused(manager, withdrawHarvest, { ...again, replaces: nothing })],
    ['organisation', () => refused(province, recordPlot, plotInput({ organisation: nothing }))],
  ])('%s is not told from what is somebody else’s', async (_noun, asked) => {
    expect(await asked()).toEqual([403, 'access.denied']);
  });

  test('a protocol, which is public, is said to be unknown', async () => {
    expect(await refused(manager, getProtocol, { protocol: nothing })).toEqual([404, 'production.protocol.unknown']);
  });

  test('a version nobody has published, a stage and a step the protocol does not have', async () => {
    const { season } = await started();
    expect(await refused(manager, getProtocol, { protocol, version: 99 })).toEqual([
      404,
      'production.protocol.unknown',
    ]);
    const stage = 'no-such-stage';
    for (const answer of [
      await refused(manager, submitStage, { season, stage }),
      await refused(officer, signStage, { season, stage, contentsHash: hash }),
      await refused(officer, refuseStage, { season, stage, remarks: 'Xem lại' }),
    ])
      expect(answer).toEqual([404, 'production.stage.unknown']);
    const deviation = { id: newId(), season, step: 'choose-seedlings', occurrence: 9, explanation: 'Giao muộn' };
    expect(await refused(manager, recordDeviation, deviation)).toEqual([404, 'production.deviation.unknown-step']);
  });
});

describe('what cannot be yet, or no longer', () => {
  test('a protocol that contradicts itself, or changes its crop, is not published', async () => {
    const [stage] = organicPassionFruit.stages;
    const twice = { ...organicPassionFruit, stages: [stage!, stage!] };
    const { status, body } = await province(publishProtocol, { id: newId(), content: twice });
    expect(status).toBe(400);
    expect(body['fields']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: 'content', code: 'production.stage-twice' }),
        expect.objectContaining({ path: 'content', code: 'production.step-twice' }),
      ]),
    );
    const other = { ...organicPassionFruit, commodity: 'tomato' };
    expect(await refused(province, publishProtocol, { id: newId(), content: other })).toEqual([
      409,
      'production.protocol.other-commodity',
    ]);
  });

  test('conversion does not begin tomorrow, nor on land that is given up', async () => {
    const { id: plot } = plotInput();
    await manager(recordPlot, plotInput({ id: plot }));
    const begin = { id: newId(), plot, basis: 'recorded', evidence: 'Nghị quyết' } as const;
    expect(await refused(manager, recordConversion, { ...begin, beganOn: addDays(today(), 1) })).toEqual([
      422,
      'production.conversion.in-the-future',
    ]);
    await manager(closePlot, { plot, on: '2026-08-01', seenVersion: 1, reason: 'Trả đất' });
    expect(await refused(manager, recordConversion, { ...begin, beganOn: '2026-02-01' })).toEqual([
      409,
      'production.conversion.plot-closed',
    ]);
    expect(await refused(manager, startSeason, seasonInput(plot, protocol))).toEqual([
      409,
      'production.season.not-startable',
      ['plot-closed'],
    ]);
  });

  test('land is not given up under a running season', async () => {
    const { plot } = await started();
    expect(await refused(manager, closePlot, { plot, on: '2026-08-01', seenVersion: 1, reason: 'Trả đất' })).toEqual([
      409,
      'production.plot.not-changeable',
      ['season-running'],
    ]);
  });

  test('one crop runs once on a plot at a time', async () => {
    const { plot } = await started();
    expect(await refused(manager, startSeason, seasonInput(plot, protocol))).toEqual([
      409,
      'production.season.not-startable',
      ['already-running'],
    ]);
  });

  test('a stage nobody handed in is neither signed nor returned', async () => {
    const { season } = await started();
    const stage = 'seed-selection';
    expect((await refused(officer, signStage, { season, stage, contentsHash: hash })).slice(0, 2)).toEqual([
      409,
      'production.stage.not-signable',
    ]);
    expect(await refused(officer, refuseStage, { season, stage, remarks: 'Xem lại' })).toEqual([
      409,
      'production.stage.not-refusable',
      [{ code: 'not-submitted' }],
    ]);
    expect((await refused(manager, submitStage, { season, stage })).slice(0, 2)).toEqual([
      409,
      'production.stage.not-submittable',
    ]);
  });

  test('an entry names a member of its own organisation, and is confirmed only where an officer typed it', async () => {
    const { season } = await started();
    const spray = neemSpray(season, inSeason(100));
    expect(await refused(manager, recordEntry, { ...spray, member: land.otherMember })).toEqual([
      422,
      'production.log.member-of-another',
    ]);
    expect((await manager(recordEntry, spray)).status).toBe(200);
    expect(await refused(manager, confirmEntry, { entry: spray.id })).toEqual([
      409,
      'production.log.nothing-to-confirm',
    ]);
    expect(await refused(otherManager, confirmEntry, { entry: spray.id })).toEqual([403, 'access.denied']);
  });
});

describe('a season that has ended', () => {
  test('keeps its log and its harvests as they are: nothing is written, corrected or withdrawn', async () => {
    const { season, plot } = await started();
    const spray = neemSpray(season, inSeason(180));
    const early = pick(season, inSeason(184));
    await member(recordEntry, spray);
    await member(recordHarvest, early);
    expect(await refused(manager, closeSeason, { season, on: inSeason(200), outcome: 'abandoned' })).toEqual([
      422,
      'production.season.reason-missing',
    ]);
    expect((await manager(listEntries, { season })).body.items[0]!.may.correct).toBe(true);
    expect((await manager(listHarvests, { plot })).body.items[0]!.may.correct).toBe(true);
    expect((await manager(closeSeason, { season, on: inSeason(200), outcome: 'closed' })).status).toBe(200);

    const { season: _, ...facts } = spray;
    const closedLog = [409, 'production.log.not-recordable', [{ code: 'season-not-running' }]];
    expect(await refused(manager, recordEntry, neemSpray(season, inSeason(190)))).toEqual(closedLog);
    expect(await refused(manager, correctEntry, { ...facts, ...again, replaces: spray.id })).toEqual(closedLog);
    expect(await refused(manager, withdrawEntry, { ...again, replaces: spray.id })).toEqual(closedLog);
    const closedHarvest = [409, 'production.harvest.not-recordable', ['season-not-running']];
    const { harvestedOn, qty } = early;
    expect(await refused(manager, recordHarvest, pick(season))).toEqual(closedHarvest);
    expect(await refused(manager, correctHarvest, { ...again, replaces: early.id, harvestedOn, qty })).toEqual(
      closedHarvest,
    );
    expect(await refused(manager, withdrawHarvest, { ...again, replaces: early.id })).toEqual(closedHarvest);
    expect(await refused(manager, closeSeason, { season, on: inSeason(201), outcome: 'closed' })).toEqual([
      409,
      'production.season.not-closable',
      ['not-running'],
    ]);
    const deviation = { id: newId(), season, step: 'choose-seedlings', occurrence: 1, explanation: 'Giao muộn' };
    expect(await refused(manager, recordDeviation, deviation)).toEqual([
      409,
      'production.deviation.season-not-running',
    ]);
    expect((await manager(listEntries, { season })).body.items[0]!.may.correct).toBe(false);
    const [held] = (await manager(listHarvests, { plot })).body.items;
    expect(held!.may.correct).toBe(false);
    // What was picked too early stays held for ever.
    expect(held!.holds).toContainEqual(expect.objectContaining({ code: 'within-pre-harvest-interval' }));
  });
});

describe('more than anybody can pick', () => {
  test('is no harvest; and of a plot with too many, the lists go on being read', async () => {
    const { plot, season } = await started();
    const absurd = await member(recordHarvest, { ...pick(season), qty: 9_000_000_000_000_000 });
    expect([absurd.status, absurd.body['fields']]).toMatchObject([400, [{ path: 'qty' }]]);
    for (const qty of [1_000_000_000_000, 500_000])
      expect((await member(recordHarvest, { ...pick(season), qty })).status).toBe(200);
    await database.owner(`update production.harvest set qty = 9000000000000000 where season_id = $1`, [season]);
    for (const ask of [() => province(listHarvests, { plot }), () => province(getSeason, { season })])
      expect((await ask()).status).toBe(200);
  });
});

describe('a pre-harvest interval that was not kept', () => {
  test('is told with the spray, its day, its days and the first day that would have been right: at once and in every list', async () => {
    const { season, plot } = await started();
    const spray = neemSpray(season, inSeason(180));
    await member(recordEntry, spray);
    const early = pick(season, inSeason(183));
    const hold = {
      code: 'within-pre-harvest-interval',
      entry: spray.id,
      input: 'Dầu neem',
      usedOn: inSeason(180),
      phiDays: 5,
      earliestOn: inSeason(185),
      verified: false,
    };
    expect((await member(recordHarvest, early)).body.holds).toContainEqual(hold);
    for (const by of [manager, officer]) {
      const [shown] = (await by(listHarvests, { plot })).body.items;
      expect(shown!.holds).toContainEqual(hold);
      expect(shown!.holdsWhenRecorded).toContainEqual(hold);
      const { body } = await by(getSeason, { season });
      expect(body.earliestHarvestOn).toBe(inSeason(185));
      expect(body.harvests[0]!.holds).toContainEqual(hold);
    }
    // Said to have been picked later, it is free; what was thought of it first is kept with the first.
    const later = {
      id: newId<HarvestId>(),
      replaces: early.id,
      harvestedOn: inSeason(185),
      qty: 500_000,
      reason: 'Nhầm ngày',
    };
    const codes = (await member(correctHarvest, later)).body.holds.map(({ code }) => code);
    expect(codes).not.toContain('within-pre-harvest-interval');
  });

  test('counts by the longer of label and protocol, and on the plot, whatever season the fruit is of', async () => {
    const { season, plot } = await started();
    const spray = neemSpray(season, inSeason(180));
    const label = { ...spray, input: { code: 'neem', name: 'Dầu neem', phiDays: 14 } };
    expect((await manager(recordEntry, label)).body.earliestHarvestOn).toBe(inSeason(194));
    await manager(closeSeason, { season, on: inSeason(186), outcome: 'closed' });
    const next = seasonInput(plot, protocol, { startedOn: inSeason(187) });
    expect((await manager(startSeason, next)).status).toBe(200);
    const early = pick(next.id, inSeason(193));
    expect((await manager(recordHarvest, early)).body.holds).toContainEqual(
      expect.objectContaining({ code: 'within-pre-harvest-interval', phiDays: 14, earliestOn: inSeason(194) }),
    );
    expect(
      (await manager(recordHarvest, pick(next.id, inSeason(194)))).body.holds.map(({ code }) => code),
    ).not.toContain('within-pre-harvest-interval');
  });

  test('found out afterwards, is told to the organisation, also when a correction moves the spray', async () => {
    const { season } = await started();
    const spray = neemSpray(season, inSeason(170));
    await member(recordEntry, spray);
    await member(recordHarvest, pick(season, inSeason(184)));
    const { season: _, ...facts } = spray;
    const moved = { ...facts, id: newId(), replaces: spray.id, reason: 'Nhầm ngày', doneOn: inSeason(182) };
    expect((await member(correctEntry, moved)).body).toMatchObject({ earliestHarvestOn: inSeason(187), held: 1 });
    await drain();
    const link = `/production/seasons/${season}`;
    const heard = async (by: Ask) =>
      (await by(listNotifications, {})).body.items.filter((one) => one.link === link).map(({ topic }) => topic);
    expect(await heard(manager)).toEqual(['production.harvest.held']);
    expect(await heard(otherManager)).toEqual([]);
  });
});

describe('land that moves to another commune', () => {
  test('is signed by the officer it has come to, no longer by the one before', async () => {
    const { plot, season } = await started();
    const stage = 'seed-selection';
    const signing = { season, stage, contentsHash: hash };
    expect(await refused(otherOfficer, signStage, signing)).toEqual([403, 'access.denied']);
    expect((await refused(officer, signStage, signing))[0]).toBe(409);
    const facts = { name: 'Đồi sau nhà', landUse: 'perennial-crops', areaM2: 10_000, unit: baChe } as const;
    const change = { plot, ...facts, from: '2026-06-01', seenVersion: 1, reason: 'Sáp nhập' };
    // An officer does not take land into his commune; those who run the organisation say where it lies.
    expect((await otherOfficer(changePlot, change)).status).toBe(403);
    expect((await manager(changePlot, change)).status).toBe(200);
    expect(await refused(officer, signStage, signing)).toEqual([403, 'access.denied']);
    expect(await refused(officer, refuseStage, { season, stage, remarks: 'Xem lại' })).toEqual([403, 'access.denied']);
    expect((await refused(otherOfficer, signStage, signing))[0]).toBe(409);
    expect((await officer(listPlots, { search: (await manager(getPlot, { plot })).body.code })).body.total).toBe(0);
  });
});
