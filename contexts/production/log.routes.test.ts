import { describe, expect, test } from 'vitest';
import { newId, type HarvestId, type SeasonId } from '#kernel/id.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { getConversion, recordConversion } from './conversion.wire.ts';
import { correctHarvest, listHarvests, recordHarvest, withdrawHarvest } from './harvest.wire.ts';
import type { LogEntryId } from './log.ts';
import { correctEntry, exportRegister, listEntries, recordEntry, withdrawEntry } from './log.wire.ts';
import { recordPlot } from './plot.wire.ts';
import * as example from './production.example.ts';
import { organicPassionFruit } from './protocol.example.ts';
import { publishProtocol } from './protocol.wire.ts';
import type { ProtocolId } from './protocol.ts';
import { harvestsFor, residueRiskFacts } from './release.store.ts';
import { startSeason } from './season.wire.ts';

const { damHa, land, plotInput, seasonInput, inSeason, neemSpray } = example;
const database = await testDatabase();
await example.saveLand(database.owner);
const { as } = await testServer(database);
const manager = as(await signedIn(database, { role: 'organisation-manager', organisation: land.cooperative }));
const otherManager = as(
  await signedIn(database, { role: 'organisation-manager', organisation: land.otherCooperative }),
);
const member = as(await signedIn(database, { role: 'organisation-member', organisation: land.cooperative }));
const otherMember = as(await signedIn(database, { role: 'organisation-member', organisation: land.cooperative }));
const officer = as(await signedIn(database, { role: 'commune-officer', unit: damHa }));
const province = as(await signedIn(database, { role: 'provincial-officer' }));
const auditor = as(await signedIn(database, { role: 'auditor' }));

const protocol = newId<ProtocolId>();
await province(publishProtocol, { id: protocol, content: organicPassionFruit });

const started = async () => {
  const plot = plotInput();
  await manager(recordPlot, plot);
  const season = seasonInput(plot.id, protocol);
  expect((await manager(startSeason, season)).status).toBe(200);
  return { plot: plot.id, season: season.id as SeasonId };
};
const pick = (season: string, on: string, qty = 500_000) => ({ id: newId<HarvestId>(), season, harvestedOn: on, qty });
const holdsToday = async (id: HarvestId) =>
  (await database.within((db) => harvestsFor(db, [id])))[0]!.holds
    .map(({ code }) => code)
    .filter((code) => code !== 'stage-not-signed-off');

describe('production.log.record', () => {
  test('the device says its day, the server keeps its own beside it', async () => {
    const { season } = await started();
    const claimedAt = '2026-06-29T23:30:00+07:00';
    const { body } = await member(recordEntry, { ...neemSpray(season, inSeason(120)), claimedAt });
    expect(body).toEqual({ verdict: 'allowed', earliestHarvestOn: inSeason(125), held: 0 });
    const [entry] = (await manager(listEntries, { season })).body.items;
    expect(entry).toMatchObject({ doneOn: inSeason(120), stage: 'care', occurrence: 1, enteredAs: 'member' });
    expect(new Date(entry!.claimedAt!).getTime()).toBe(new Date(claimedAt).getTime());
    expect(Date.now() - new Date(entry!.recordedAt).getTime()).toBeLessThan(60_000);
  });

  test('a hundred sendings make one row', async () => {
    const { season } = await started();
    const entry = neemSpray(season, inSeason(100));
    const commandId = newId();
    const answers = await Promise.all(Array.from({ length: 100 }, () => member(recordEntry, entry, { commandId })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await manager(listEntries, { season, history: 'true' })).body.total).toBe(1);
  });

  test('all that is missing or out of place is named', async () => {
    const { season } = await started();
    const { body } = await manager(recordEntry, {
      id: newId(),
      season,
      family: 'water',
      step: 'treat-pests',
      occurrence: 2,
      doneOn: '2090-01-01',
    });
    expect(body['obstacles']).toEqual([
      { code: 'in-the-future' },
      { code: 'step-of-another-family' },
      { code: 'unknown-occurrence' },
      ...['input', 'qty', 'target', 'equipment', 'weather', 'treated-area'].map((fact) => ({
        code: 'fact-missing',
        fact,
      })),
    ]);
  });

  test('a repeated step goes to the first time that is not done', async () => {
    const { season } = await started();
    for (const entry of example.careEntries(season).slice(0, 3)) await manager(recordEntry, entry);
    const { body } = await manager(listEntries, { season, family: 'feeding' });
    expect(body.items.map(({ occurrence }) => occurrence)).toEqual([3, 2, 1]);
  });

  test('another cooperative, the province and the auditor do not write', async () => {
    const { season } = await started();
    for (const who of [otherManager, province, auditor])
      expect((await who(recordEntry, neemSpray(season, inSeason(9)))).status).toBe(403);
    expect((await otherManager(listEntries, { season })).status).toBe(403);
  });

  test('an amount without its unit is malformed', async () => {
    const { season } = await started();
    const { qtyUnit: _, ...entry } = neemSpray(season, inSeason(90));
    expect(await member(recordEntry, entry)).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'qtyUnit', code: 'production.log.amount-without-unit' }] },
    });
  });
});

describe('a mistake is corrected by an entry that says so', () => {
  test('both stay; only the new one counts', async () => {
    const { season } = await started();
    const spray = neemSpray(season, inSeason(100));
    await member(recordEntry, spray);
    const { season: _, ...facts } = spray;
    const correction = {
      ...facts,
      id: newId<LogEntryId>(),
      replaces: spray.id,
      reason: 'Nhầm ngày',
      doneOn: inSeason(101),
    };
    expect((await otherMember(correctEntry, correction)).status).toBe(403);
    expect((await member(correctEntry, correction)).status).toBe(200);
    expect((await manager(listEntries, { season })).body.items.map(({ id }) => id)).toEqual([correction.id]);
    const { items } = (await manager(listEntries, { season, history: 'true' })).body;
    expect(items.map(({ id, replacedBy, replaces, reason }) => [id, replacedBy, replaces, reason])).toEqual([
      [correction.id, null, spray.id, 'Nhầm ngày'],
      [spray.id, correction.id, null, null],
    ]);
    expect(await member(correctEntry, { ...correction, id: newId() })).toMatchObject({
      status: 409,
      body: { code: 'production.log.already-replaced', by: correction.id },
    });
  });

  test('the serving role cannot change or delete a line of the log', async () => {
    await expect(
      database.within((db) =>
        db
          .updateTable('production.log_entry' as never)
          .set({ note: 'x' } as never)
          .execute(),
      ),
    ).rejects.toThrow(/permission denied/);
    await expect(database.within((db) => db.deleteFrom('production.log_entry' as never).execute())).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('a harvest that happened is recorded, with what speaks against it', () => {
  test('picked within the interval, it is held; the day after the interval it is not', async () => {
    const { season } = await started();
    await member(recordEntry, neemSpray(season, inSeason(180)));
    const early = pick(season, inSeason(184));
    const { status, body } = await member(recordHarvest, early);
    expect(status).toBe(200);
    expect(body.holds).toContainEqual(
      expect.objectContaining({
        code: 'within-pre-harvest-interval',
        input: 'Dầu neem',
        phiDays: 5,
        earliestOn: inSeason(185),
        verified: false,
      }),
    );
    const late = pick(season, inSeason(185));
    await member(recordHarvest, late);
    expect(await holdsToday(late.id)).toEqual([]);
    expect(await database.within((db) => residueRiskFacts(db, [early.id]))).toMatchObject([
      { harvest: early.id, activeIngredient: 'Azadirachtin', withinInterval: true, usedOn: inSeason(180) },
    ]);
  });

  test('a spray written down after the harvest holds it back, and its correction lets it go', async () => {
    const { season } = await started();
    const harvest = pick(season, inSeason(184));
    await manager(recordHarvest, harvest);
    expect(await holdsToday(harvest.id)).toEqual([]);
    const spray = neemSpray(season, inSeason(182));
    expect((await member(recordEntry, spray)).body.held).toBe(1);
    expect(await holdsToday(harvest.id)).toEqual(['within-pre-harvest-interval']);
    await member(withdrawEntry, { id: newId(), replaces: spray.id, reason: 'Thửa khác' });
    expect(await holdsToday(harvest.id)).toEqual([]);
  });

  test('a forbidden input holds the whole season and starts the conversion anew', async () => {
    await database.owner(
      `insert into reference.parameter (key, valid_from, value, source, verified)
       values ('organic.conversion.perennialMonths', '2017-12-29', '18', 'TCVN 11041-2:2017', true) on conflict do nothing`,
    );
    const { season, plot } = await started();
    await manager(recordConversion, {
      id: newId(),
      plot,
      beganOn: '2026-01-01',
      basis: 'recorded',
      evidence: 'Sổ ghi chép',
    });
    const { step: _, ...spray } = neemSpray(season, inSeason(60));
    const paraquat = { ...spray, input: { name: 'Thuốc cỏ', activeIngredient: 'Paraquat 200 g/l' } };
    expect((await manager(recordEntry, paraquat)).body.verdict).toBe('banned');
    const harvest = pick(season, inSeason(200));
    await manager(recordHarvest, harvest);
    expect(await holdsToday(harvest.id)).toEqual(['banned-input']);
    expect((await manager(getConversion, { plot })).body).toMatchObject({
      resetOn: inSeason(60),
      countsFrom: inSeason(60),
    });
  });

  test('more than the land can give is held', async () => {
    const { season } = await started();
    const most = pick(season, inSeason(190), 25_000_000);
    await manager(recordHarvest, most);
    expect(await holdsToday(most.id)).toEqual([]);
    const over = pick(season, inSeason(191), 1);
    await manager(recordHarvest, over);
    expect(await holdsToday(over.id)).toEqual(['yield-implausible']);
  });

  test('what cannot be is refused with all reasons', async () => {
    const { season } = await started();
    const { status, body } = await manager(recordHarvest, { ...pick(season, '2025-01-01'), variety: land.cherry });
    expect([status, body['obstacles']]).toEqual([409, ['before-the-season', 'variety-of-another-commodity']]);
    expect((await otherManager(recordHarvest, pick(season, inSeason(190)))).status).toBe(403);
    expect((await manager(recordHarvest, pick(season, inSeason(190), 0))).status).toBe(400);
  });

  test('corrected and withdrawn, the first stays in the books and out of the sums', async () => {
    const { season, plot } = await started();
    const first = pick(season, inSeason(190), 700_000);
    await manager(recordHarvest, first);
    const second = {
      id: newId<HarvestId>(),
      replaces: first.id,
      reason: 'Cân lại',
      harvestedOn: inSeason(190),
      qty: 650_000,
    };
    expect((await manager(correctHarvest, second)).status).toBe(200);
    expect((await manager(listHarvests, { plot })).body.items.map(({ id, qty }) => [id, qty])).toEqual([
      [second.id, 650_000],
    ]);
    expect((await manager(correctHarvest, { ...second, id: newId() })).body.code).toBe(
      'production.harvest.already-replaced',
    );
    expect((await manager(withdrawHarvest, { id: newId(), replaces: second.id, reason: 'Ghi nhầm thửa' })).status).toBe(
      200,
    );
    expect((await manager(listHarvests, { plot })).body.total).toBe(0);
    expect(await database.within((db) => harvestsFor(db, [first.id, second.id]))).toMatchObject([
      { standing: 'replaced', replacedBy: second.id },
      { standing: 'replaced' },
    ]);
  });
});

describe('production.register.export', () => {
  test('one row per use, machine-readable, replaced ones marked, dangerous cells tamed', async () => {
    const { season } = await started();
    const spray = neemSpray(season, inSeason(100));
    await officer(recordEntry, { ...spray, details: { ...spray.details, target: '=1+1' } });
    const { season: _, ...facts } = spray;
    await officer(correctEntry, {
      ...facts,
      id: newId(),
      replaces: spray.id,
      reason: 'Nhầm ngày',
      doneOn: inSeason(102),
    });
    const json = await manager(exportRegister, { season, format: 'json' });
    expect(json.headers['content-type']).toContain('application/json');
    const { rows } = JSON.parse(json.raw.toString()) as { rows: Record<string, unknown>[] };
    expect(rows).toMatchObject([
      { done_on: inSeason(100), status: 'replaced', product: 'Dầu neem', earliest_harvest_on: null, confirmed: false },
      {
        done_on: inSeason(102),
        status: 'standing',
        phi_days: 5,
        earliest_harvest_on: inSeason(107),
        entered_as: 'officer',
      },
    ]);
    const csv = (await auditor(exportRegister, { season })).raw.toString();
    expect(csv.split('\r\n')[0]).toContain('active_ingredient');
    expect(csv).toContain("'=1+1");
    expect((await otherManager(exportRegister, { season })).status).toBe(403);
  });
});
