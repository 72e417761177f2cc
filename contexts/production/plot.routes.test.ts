import { describe, expect, test } from 'vitest';
import { newId, type PlotId } from '#kernel/id.ts';
import { confirmListed, otherProvince, signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { getConversion, recordConversion } from './conversion.wire.ts';
import { changePlot, closePlot, correctPlot, getPlot, listPlots, recordPlot } from './plot.wire.ts';
import { baChe, damHa, hectare, land, plotInput, saveLand } from './production.example.ts';

const database = await testDatabase();
await saveLand(database.owner);
const { as } = await testServer(database);
const manager = as(await signedIn(database, { role: 'organisation-manager', organisation: land.cooperative }));
const otherManager = as(
  await signedIn(database, { role: 'organisation-manager', organisation: land.otherCooperative }),
);
const member = as(await signedIn(database, { role: 'organisation-member', organisation: land.cooperative }));
const officer = as(await signedIn(database, { role: 'commune-officer', unit: damHa }));
const otherOfficer = as(await signedIn(database, { role: 'commune-officer', unit: baChe }));
const auditor = as(await signedIn(database, { role: 'auditor' }));
const farAway = as(await signedIn(database, { role: 'provincial-officer', province: otherProvince }));

const recorded = async (part = {}): Promise<PlotId> => {
  const input = plotInput(part);
  expect((await manager(recordPlot, input)).status).toBe(200);
  return input.id as PlotId;
};

describe('production.plot.record', () => {
  test('the declared area stands beside what the outline encloses', async () => {
    const input = plotInput({ areaM2: 12_000, member: land.member });
    const { status, body } = await manager(recordPlot, input);
    expect(status).toBe(200);
    expect(body.outlineAreaM2).toBeGreaterThan(9_900);
    expect(body.differenceBp).toBeLessThan(-1_500);
    const { body: plot } = await manager(getPlot, { plot: input.id });
    expect(plot).toMatchObject({ areaM2: 12_000, outlineAreaM2: body.outlineAreaM2, member: land.member, version: 1 });
    expect(plot.outline).toEqual(hectare);
    expect(plot.around).toEqual([107.6, 21.35]);
  });

  test('a plot without an outline is a plot', async () => {
    const { outline: _, ...input } = plotInput();
    expect(await manager(recordPlot, input)).toMatchObject({
      status: 200,
      body: { outlineAreaM2: null, differenceBp: null },
    });
  });

  test('an outline that crosses itself is refused with its place, also when it is changed or corrected', async () => {
    const [a, b, c, d] = hectare.coordinates[0]!;
    const outline = { type: 'Polygon' as const, coordinates: [[a!, c!, b!, d!, a!]] };
    const plot = await recorded();
    const facts = { plot, name: 'Đồi', landUse: 'perennial-crops', areaM2: 10_000, unit: damHa, outline } as const;
    const seen = { seenVersion: 1, reason: 'Đo lại' };
    for (const { status, body } of [
      await manager(recordPlot, plotInput({ outline })),
      await manager(changePlot, { ...facts, ...seen, from: '2026-06-01' }),
      await manager(correctPlot, { ...facts, ...seen }),
    ]) {
      expect([status, body.code]).toEqual([422, 'production.outline.not-valid']);
      const middle = { lat: expect.closeTo((a![1] + c![1]) / 2, 6), lon: expect.closeTo((a![0] + c![0]) / 2, 6) };
      expect(body['obstacles']).toEqual([{ code: 'crosses-itself', ...middle }]);
    }
  });

  test.each<[string, () => typeof manager, Parameters<typeof plotInput>[0], number, string]>([
    ['nobody signed in', () => as(stranger), {}, 401, 'access.sign-in'],
    ['another cooperative', () => otherManager, {}, 403, 'access.denied'],
    ['a member', () => member, {}, 403, 'access.denied'],
    ['the officer of another commune', () => otherOfficer, {}, 403, 'access.denied'],
    ['an auditor', () => auditor, {}, 403, 'access.denied'],
    ['another province', () => farAway, {}, 403, 'access.denied'],
    [
      'an organisation that is only reported',
      () => officer,
      { organisation: land.reported },
      409,
      'production.plot.organisation-read-only',
    ],
    ['a unit that is none', () => manager, { unit: '00001' }, 422, 'production.plot.unknown-unit'],
    ['a unit before it was one', () => manager, { from: '2020-01-01' }, 422, 'production.plot.unknown-unit'],
    [
      'a member of another cooperative',
      () => manager,
      { member: land.otherMember },
      422,
      'production.plot.member-of-another',
    ],
    ['land of tomorrow', () => manager, { from: '2090-01-01' }, 422, 'production.plot.in-the-future'],
  ])('%s is refused', async (...[, who, part, status, code]) => {
    expect(await who()(recordPlot, plotInput(part))).toMatchObject({ status, body: { code } });
  });

  test('the officer of the place records for those who cannot', async () => {
    expect((await officer(recordPlot, plotInput())).status).toBe(200);
  });

  test('a code is given once in an organisation', async () => {
    await recorded({ code: 'A-1' });
    expect(await manager(recordPlot, plotInput({ code: 'A-1' }))).toMatchObject({
      status: 409,
      body: { code: 'production.plot.code-taken', plotCode: 'A-1' },
    });
  });

  test('sent again, it is one plot', async () => {
    const input = plotInput();
    const commandId = newId();
    const first = await manager(recordPlot, input, { commandId });
    expect(await manager(recordPlot, input, { commandId })).toMatchObject({ status: 200, body: first.body });
    const { body } = await manager(listPlots, { search: input.code });
    expect(body.total).toBe(1);
  });
});

describe('who sees which land', () => {
  test('its organisation, the officers of its place and the auditor; nobody else', async () => {
    const plot = await recorded();
    const seen = await Promise.all([manager, member, officer, auditor].map((who) => who(getPlot, { plot })));
    expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await otherManager(getPlot, { plot })).status).toBe(403);
    expect((await otherOfficer(getPlot, { plot })).status).toBe(403);
    expect((await as(stranger)(getPlot, { plot })).status).toBe(401);
    expect((await farAway(getPlot, { plot }, { province: otherProvince })).status).toBe(403);
  });

  test('an auditor reads without the names of people', async () => {
    const plot = await recorded({ member: land.member });
    expect((await manager(getPlot, { plot })).body.versions[0]?.recordedBy).toMatch(/^Person /);
    expect((await auditor(getPlot, { plot })).body).toMatchObject({
      member: null,
      versions: [{ member: null, recordedBy: null }],
    });
  });

  test('a list holds what one may see, and its area', async () => {
    await recorded();
    expect((await otherManager(listPlots, {})).body).toMatchObject({ total: 0, areaM2: 0, units: [] });
    expect((await otherManager(listPlots, { organisation: land.cooperative })).status).toBe(403);
    expect((await otherOfficer(listPlots, { organisation: land.cooperative })).status).toBe(403);
    const { body } = await officer(listPlots, {
      organisation: land.cooperative,
      unit: damHa,
      landUse: 'perennial-crops',
    });
    expect(body.total).toBeGreaterThan(0);
    expect(body.areaM2).toBeGreaterThanOrEqual(10_000 * body.total);
    expect(body.units.map(({ code }) => code)).toEqual([damHa]);
    expect(body.units[0]!.areaM2).toBeLessThanOrEqual(body.areaM2);
    expect(body.units[0]!.plots).toBeGreaterThan(0);
  });

  test('is found without tone marks', async () => {
    await recorded({ name: 'Ruộng Đồng Bưởi' });
    expect((await manager(listPlots, { search: 'dong buoi' })).body.total).toBe(1);
  });
});

describe('what is known of a plot changes', () => {
  const facts = { name: 'Đồi sau nhà', landUse: 'perennial-crops', areaM2: 11_000, unit: damHa } as const;

  test('as new versions: a change from a day on, a correction for the same days', async () => {
    const plot = await recorded();
    const change = { plot, ...facts, from: '2026-06-01', seenVersion: 1, reason: 'Thuê thêm đất' };
    expect((await manager(changePlot, change)).body).toEqual({ version: 2 });
    const correction = { plot, ...facts, areaM2: 11_500, seenVersion: 2, reason: 'Đo lại' };
    expect((await manager(correctPlot, correction)).body).toEqual({ version: 3 });
    const { body } = await manager(getPlot, { plot });
    expect(body.versions.map(({ kind, validFrom, areaM2 }) => [kind, validFrom, areaM2])).toEqual([
      ['corrected', '2026-06-01', 11_500],
      ['changed', '2026-06-01', 11_000],
      ['recorded', '2026-01-01', 10_000],
    ]);
  });

  test('who works on an old version is told so, with every other reason', async () => {
    const plot = await recorded();
    await manager(correctPlot, { plot, ...facts, seenVersion: 1, reason: 'Đo lại' });
    const late = await manager(changePlot, { plot, ...facts, from: '2025-12-31', seenVersion: 1, reason: 'Đổi' });
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'production.plot.not-changeable', obstacles: ['changed-meanwhile', 'before-the-last-change'] },
    });
  });

  test('of two corrections at once, one is told to look again', async () => {
    const plot = await recorded();
    const both = await Promise.all(
      [10_500, 10_600].map((areaM2) =>
        manager(correctPlot, { plot, ...facts, areaM2, seenVersion: 1, reason: 'Đo lại' }),
      ),
    );
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  });

  test('a plot is closed and stays in the books', async () => {
    const plot = await recorded();
    expect((await manager(closePlot, { plot, on: '2026-08-01', seenVersion: 1, reason: 'Trả đất' })).status).toBe(200);
    expect((await manager(getPlot, { plot })).body).toMatchObject({
      closedOn: '2026-08-01',
      may: { startSeason: false },
    });
    const again = await manager(closePlot, { plot, on: '2026-08-02', seenVersion: 2, reason: 'Trả đất' });
    expect(again.body['obstacles']).toEqual(['closed']);
  });
});

describe('the clock of conversion', () => {
  const begin = { beganOn: '2026-01-01', basis: 'recorded', evidence: 'Nghị quyết ban quản trị' } as const;

  test('says practice, never a certificate', async () => {
    await database.owner(
      `insert into reference.parameter (key, valid_from, value, source, verified)
       values ('organic.conversion.perennialMonths', '2017-12-29', '18', 'TCVN 11041-2:2017', true) on conflict do nothing`,
    );
    await confirmListed(database);
    const plot = await recorded();
    expect((await manager(getConversion, { plot })).body).toMatchObject({ state: 'conventional', certificate: null });
    expect((await manager(recordConversion, { id: newId(), plot, ...begin })).status).toBe(200);
    expect((await officer(getConversion, { plot })).body).toMatchObject({
      state: 'in-conversion',
      countsFrom: '2026-01-01',
      completeOn: '2027-07-01',
      months: { value: 18, verified: true },
      certificate: null,
    });
  });

  test('is set by those who run the organisation only', async () => {
    const plot = await recorded();
    for (const who of [otherManager, member, officer, auditor]) {
      expect((await who(recordConversion, { id: newId(), plot, ...begin })).status).toBe(403);
    }
  });
});
