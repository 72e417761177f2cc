import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, day, today } from '#kernel/day.ts';
import { newId } from '#kernel/id.ts';
import { insight } from '#contexts/insight/index.ts';
import { listWork } from '#contexts/insight/work.wire.ts';
import { damHa, examples, saveExamples, vanDon } from '#contexts/registry/registry.example.ts';
import { listYearly } from '#contexts/registry/yearly.wire.ts';
import { registry } from '#registry';
import { signedIn, testDatabase, testServer, type Ask } from '#tests/harness.ts';
import { reportParameters, soundUpdate, yearBookLines } from './books.example.ts';
import { books } from './index.ts';
import { recordSurplus, getSurplus } from './surplus.wire.ts';
import type { UpdateField } from './update-field.ts';
import {
  acceptUpdate,
  assembleUpdate,
  correctUpdate,
  draftUpdate,
  exportUpdate,
  getUpdate,
  recordField,
  submitUpdate,
  type UpdateId,
} from './update.wire.ts';
import type { LineAmounts } from './year-book.ts';
import { listYearBooks, recordYearBook } from './year-book.wire.ts';

const here = await testDatabase();
const { as, drain } = await testServer(here, [...registry.handlers, ...books.handlers, ...insight.handlers]);
const { cooperative } = examples;
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: cooperative }));
const officer = as(await signedIn(here, { role: 'commune-officer', unit: damHa }));
const other = as(await signedIn(here, { role: 'commune-officer', unit: vanDon }));
const running = Number(today().slice(0, 4));
const past = running - 1;
const of = { organisation: cooperative, year: past };

beforeAll(async () => {
  await saveExamples(here.owner);
  await here.owner(reportParameters);
});

const revenueIs = (external: number): LineAmounts[] =>
  yearBookLines.map((one) =>
    one.line === 'revenue'
      ? { ...one, externalVnd: external }
      : one.line === 'profit'
        ? { ...one, externalVnd: 38_000_000 + external - 470_000_000 }
        : one,
  );
const told = (more: object = {}) => ({
  ...of,
  seen: 0,
  lines: revenueIs(470_000_000),
  source: 'Sổ cái',
  ...more,
});
const page = async (ask: Ask = manager) => (await ask(getUpdate, of)).body;
const entryOf = async (field: UpdateField) => (await page()).update!.entries.find((one) => one.field === field);
const differing = async (ask: Ask) =>
  (await ask(listWork, { kind: 'update-differs' })).body.items.map(({ organisation, count }) => [organisation, count]);

describe('books of a year that is not closed', () => {
  test('stand as of a day in that year which has come; without one they are refused', async () => {
    const now = (asOn?: string) =>
      manager(recordYearBook, { ...told({ year: running }), ...(asOn !== undefined && { asOn: day(asOn) }) });
    expect((await now()).body.obstacles).toEqual(['year-not-over']);
    expect((await now(`${past}-12-01`)).body.obstacles).toEqual(['as-on-of-other-year']);
    expect((await now(addDays(today(), 1))).body.obstacles).toContain('as-on-in-future');
    expect((await now(today())).body).toEqual({ version: 1 });
    const { items } = (await manager(listYearBooks, { organisation: cooperative })).body;
    expect(items[0]).toMatchObject({ year: running, asOn: today(), version: 1 });
  });

  test('fill the update, marked, with the day they stand as of', async () => {
    expect((await manager(recordYearBook, told({ asOn: day(`${past}-11-30`) }))).body).toEqual({ version: 1 });
    await manager(draftUpdate, { id: newId<UpdateId>(), ...of });
    expect(await entryOf('externalRevenueVnd')).toMatchObject({
      value: 494_000_000,
      source: 'yearly-books',
      sourceOn: `${past}-11-30`,
      provisional: true,
    });
    const { checks } = await page();
    const provisional = checks.find(({ code }) => code === 'provisional-figures');
    expect(provisional).toMatchObject({ severity: 'warns' });
    expect(provisional!.fields).toContain('revenueVnd');
  });

  test('later provisional books take the place of the earlier in the update, what was typed stays', async () => {
    const { update } = await page();
    const typed = await entryOf('costVnd');
    await manager(recordField, { update: update!.id, field: 'costVnd', seen: typed!.version, value: 1 });
    const given = told({ seen: 1, asOn: day(`${past}-12-10`), lines: revenueIs(480_000_000) });
    expect((await manager(recordYearBook, given)).body).toEqual({ version: 2 });
    expect((await manager(assembleUpdate, { update: update!.id })).status).toBe(200);
    expect(await entryOf('externalRevenueVnd')).toMatchObject({ value: 504_000_000, sourceOn: `${past}-12-10` });
    expect((await entryOf('costVnd'))!.value).toBe(1);
    const [book] = (await manager(listYearBooks, { organisation: cooperative })).body.items.filter(
      ({ year }) => year === past,
    );
    expect(book!.reason).toBe(`Thay số tạm tính đến 30/11/${past}`);
  });

  test('share no surplus', async () => {
    const { basisHash } = (await manager(getSurplus, of)).body;
    const decision = {
      lossesVnd: 0,
      funds: [],
      patronageBp: 10_000,
      decidedOn: day(`${running}-01-02`),
      document: 'NQ',
    };
    const answer = await manager(recordSurplus, { id: newId<never>(), ...of, ...decision, basisHash });
    expect(answer.body.obstacles).toContain('books-provisional');
  });
});

describe('accepted while provisional', () => {
  test('the figures of the year say so, and nobody has anything to mend yet', async () => {
    const update = (await page()).update!;
    const values = { ...soundUpdate, revenueVnd: 634_000_000, externalRevenueVnd: 504_000_000 };
    const rest = { internalRevenueVnd: 130_000_000, costVnd: 577_000_000, externalCostVnd: 452_000_000 };
    const profits = { internalCostVnd: 125_000_000, profitVnd: 57_000_000, externalProfitVnd: 52_000_000 };
    const whole = { ...values, ...rest, ...profits, internalProfitVnd: 5_000_000 };
    const there = new Map(update.entries.map((one) => [one.field, one]));
    for (const [field, value] of Object.entries(whole) as [UpdateField, number][])
      if (there.get(field)?.value !== value)
        await manager(recordField, { update: update.id, field, seen: there.get(field)?.version ?? 0, value });
    expect((await manager(submitUpdate, { update: update.id, version: 1 })).body).toEqual({});
    expect((await officer(acceptUpdate, { update: update.id, version: 2 })).status).toBe(200);
    await drain();
    const [year] = (await manager(listYearly, { organisation: cooperative })).body.items;
    expect(year!.source).toContain('có số tạm tính');
    expect((await page()).update!.differences).toEqual([]);
    expect(await differing(officer)).toEqual([]);
    expect((await manager(exportUpdate, { ...of, format: 'xlsx' })).status).toBe(200);
  });

  test('final accounts that say otherwise wait in the queue of both, and of nobody else', async () => {
    const given = told({ seen: 2, lines: revenueIs(500_000_000) });
    expect((await manager(recordYearBook, given)).body).toEqual({ version: 3 });
    await drain();
    expect((await page(officer)).update!.differences).toContainEqual({
      field: 'externalRevenueVnd',
      accepted: 504_000_000,
      final: 524_000_000,
      source: 'yearly-books',
      on: `${past}-12-31`,
    });
    expect(await differing(officer)).toEqual([[cooperative, past]]);
    expect(await differing(manager)).toEqual([[cooperative, past]]);
    expect(await differing(other)).toEqual([]);
    const back = await manager(recordYearBook, told({ seen: 3, asOn: day(`${past}-12-20`), reason: 'tạm' }));
    expect(back.body.obstacles).toEqual(['final-already']);
  });

  test('the correction is prepared with the final figures, and is a person’s to hand in', async () => {
    const { id, version } = (await page()).update!;
    const given = { update: id, version, reason: 'Sổ chính thức khác số tạm tính', takesFinal: true };
    expect((await manager(correctUpdate, given)).body).toEqual({ edition: 2 });
    expect((await page()).update).toMatchObject({ state: 'draft', differences: [] });
    expect(await entryOf('externalRevenueVnd')).toMatchObject({ value: 524_000_000, way: 'known', provisional: false });
    expect(await differing(officer)).toEqual([]);
    const { checks } = await page();
    expect(checks.filter(({ severity }) => severity === 'blocks').map(({ code }) => code)).toEqual([]);
    expect((await manager(submitUpdate, { update: id, version: version + 1 })).status).toBe(200);
    expect((await officer(acceptUpdate, { update: id, version: version + 2 })).status).toBe(200);
    await drain();
    const [year] = (await manager(listYearly, { organisation: cooperative })).body.items;
    expect(year).toMatchObject({ revenueVnd: 654_000_000 });
    expect(year!.source).not.toContain('tạm tính');
  });
});
