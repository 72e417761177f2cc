import { beforeAll, describe, expect, test } from 'vitest';
import { newId, type OrganisationId, type PlotId } from '#kernel/id.ts';
import type { Day } from '#kernel/day.ts';
import type { InputOf } from '#kernel/method.ts';
import type { UnitCode } from '#kernel/place.ts';
import { listGrants } from '#contexts/people/grant.wire.ts';
import { getOrganisation } from '#contexts/registry/organisation.wire.ts';
import { listUnits, resolveAddress } from '#contexts/registry/unit.wire.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { importBoundaries, listBoundaries } from './boundary.wire.ts';
import { approveOfficerProposal, listOfficerProposals } from './officer-proposal.wire.ts';
import { makeSeat, makeUnits, reform } from './places.example.ts';
import {
  changeUnitAct,
  confirmUnitAct,
  draftUnitAct,
  getUnitAct,
  withdrawUnitAct,
  type UnitActId,
} from './unit-act.wire.ts';
import { getUnit } from './unit.wire.ts';
import { listWaitingSeats, recordWaitingSeats } from './waiting-seat.wire.ts';

const here = await testDatabase();
const { as } = await testServer(here);
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
let [a, b, c]: UnitCode[] = [];
let whole: OrganisationId, divided: OrganisationId, late: OrganisationId;
const plot = newId<PlotId>();
const day = '2026-10-01' as Day;

beforeAll(async () => {
  [a, b, c] = await makeUnits(here.owner, 3);
  whole = await makeSeat(here.owner, 'Hợp tác xã Nguyên vẹn', { unit: a! });
  divided = await makeSeat(here.owner, 'Hợp tác xã Bị chia', { unit: b! });
  late = await makeSeat(here.owner, 'Hợp tác xã Đến sau', { unit: a!, from: '2026-10-20' });
  await here.owner(`insert into production.plot (province, id, organisation_id, code) values (22, $1, $2, 'T1')`, [
    plot,
    whole,
  ]);
  await here.owner(
    `insert into production.plot_version (province, plot_id, version, kind, valid_from, name, land_use, area_m2, unit_code, unit_from, recorded_by)
     values (22, $1, 1, 'recorded', '2025-08-01', 'Ruộng', 'rice', 1000, $2, $3, 'test')`,
    [plot, a, reform],
  );
});

/** Đơn vị 1 goes wholly into the new 90010, Đơn vị 2 is divided between it and a new version of its own code. */
const plan = () => ({
  ends: [
    { code: a!, from: reform },
    { code: b!, from: reform },
  ],
  begins: [
    { code: '90010' as UnitCode, name: 'Đơn vị mới', kind: 'commune' as const },
    { code: b!, name: 'Đơn vị hai', kind: 'ward' as const },
  ],
  links: [
    { from: a!, to: '90010' as UnitCode, part: 'whole' as const },
    { from: b!, to: '90010' as UnitCode, part: 'part' as const },
    { from: b!, to: b!, part: 'part' as const },
  ],
});
const told = (onDay: Day = day): Omit<InputOf<typeof draftUnitAct>, 'id'> => ({
  onDay,
  document: 'Nghị quyết số 1/NQ-TEST',
  legalBasis: 'Nghị quyết 1/NQ-TEST',
  plan: plan(),
});

async function drafted(given = told()): Promise<UnitActId> {
  const id = newId<UnitActId>();
  expect((await officer(draftUnitAct, { id, ...given })).status).toBe(200);
  return id;
}

const unitOf = async (organisation: OrganisationId) =>
  (await officer(getOrganisation, { organisation })).body.place?.unit?.code ?? null;
const seatsOn = (organisation: OrganisationId, on: string) =>
  here.owner(
    `select unit_code, unit_from::text from registry.organisation_place where organisation_id = $1 and valid_from <= $2 and coalesce(valid_until, 'infinity') >= $2`,
    [organisation, on],
  );

describe('a draft', () => {
  test('that makes no sense is told every reason, and cannot be carried out', async () => {
    const act = await drafted({
      ...told('2027-01-01' as Day),
      plan: {
        ends: [{ code: a!, from: reform }],
        begins: [{ code: c!, name: 'Đơn vị 3', kind: 'commune' }],
        links: [{ from: a!, to: '90099', part: 'part' }],
      },
    });
    const { body } = await officer(getUnitAct, { act });
    expect(body.troubles.map(({ code }) => code).toSorted()).toEqual([
      'code-taken',
      'in-future',
      'link-without-unit',
      'name-taken',
      'single-part',
      'without-origin',
    ]);
    expect(body.may.confirm).toBe(false);
    const refused = await officer(confirmUnitAct, { act, version: 1, seen: body.effects });
    expect(refused).toMatchObject({ status: 409, body: { code: 'places.unit-act.not-possible' } });
    expect((await officer(withdrawUnitAct, { act, reason: 'nhập thử' })).status).toBe(200);
  });

  test('shows what it would bring about, and changes nothing', async () => {
    const act = await drafted();
    const { body } = await officer(getUnitAct, { act });
    expect(body.effects).toMatchObject({
      seatsMoved: 2,
      seatsWaiting: 1,
      plotsMoved: 1,
      plotsWaiting: 0,
      officersEnded: 0,
    });
    expect(await unitOf(whole)).toBe(a);
    const changed = await officer(changeUnitAct, { act, version: 1, ...told(), note: 'xem lại' });
    expect(changed.body.version).toBe(2);
    expect((await officer(confirmUnitAct, { act, version: 1, seen: body.effects })).body.obstacles).toEqual([
      'changed-meanwhile',
    ]);
    await officer(withdrawUnitAct, { act, reason: 'làm lại' });
  });
});

describe('an act', () => {
  let act: UnitActId;
  beforeAll(async () => {
    const communeOfficer = await signedIn(here, { role: 'commune-officer', unit: b! });
    act = await drafted();
    const { effects } = (await officer(getUnitAct, { act })).body;
    expect(effects.officersEnded).toBe(1);
    const stale = await officer(confirmUnitAct, { act, version: 1, seen: { ...effects, seatsMoved: 9 } });
    expect(stale.body.obstacles).toEqual(['effects-changed']);
    expect((await officer(confirmUnitAct, { act, version: 1, seen: effects })).status).toBe(200);
    // The role went with the unit, although a unit of the same code goes on.
    expect((await as(communeOfficer)(listGrants, {})).status).toBe(403);
  });

  test('moves whole units with their seats and plots, also those taken after the day', async () => {
    expect(await unitOf(whole)).toBe('90010');
    expect(await unitOf(late)).toBe('90010');
    expect(await seatsOn(whole, '2026-09-30')).toEqual([{ unit_code: a, unit_from: reform }]);
    expect(await seatsOn(whole, '2026-10-01')).toEqual([{ unit_code: '90010', unit_from: day }]);
    expect(await seatsOn(late, '2026-10-20')).toEqual([{ unit_code: '90010', unit_from: day }]);
    expect(await here.owner('select version, unit_code from production.current_plot where id = $1', [plot])).toEqual([
      { version: 2, unit_code: '90010' },
    ]);
  });

  test('leaves the seat of a divided unit to a person, in no unit until then', async () => {
    expect(await unitOf(divided)).toBeNull();
    const { items, total } = (await officer(listWaitingSeats, {})).body;
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ organisation: divided, unit: { code: b, from: reform }, byPoint: null });
    expect(new Set(items[0]!.choices.map(({ code }) => code))).toEqual(new Set(['90010', b]));
  });

  test('makes addresses of the ended units lead on', async () => {
    const found = async (address: string) => (await officer(resolveAddress, { address })).body;
    expect(await found('xã Đơn vị 1')).toMatchObject({ outcome: 'one', units: [{ code: '90010', verified: true }] });
    expect(await found('xã Đơn vị 2')).toMatchObject({ outcome: 'choice', reasons: ['split'] });
  });

  test('is told in the history of its units, the code apart from the place', async () => {
    const { body } = await officer(getUnit, { code: b! });
    expect(body).toMatchObject({ name: 'Đơn vị hai', from: day, until: null });
    expect(body.predecessors).toMatchObject([{ name: 'Đơn vị 2', part: 'part', verified: true }]);
    expect(body.versions).toHaveLength(2);
    const former = (await officer(getUnit, { code: b!, from: reform })).body;
    expect(former.successors).toHaveLength(2);
    expect(former.drawn.map(({ name, shown }) => [name, shown])).toEqual([
      ['Đơn vị 2', null],
      ['Đơn vị hai', null],
      ['Đơn vị mới', null],
    ]);
    const ended = (await officer(listUnits, { span: 'ended', sort: 'code' })).body.items;
    expect(ended.map(({ code, until }) => [code, until])).toEqual([
      [a, '2026-09-30'],
      [b, '2026-09-30'],
    ]);
  });

  test('can be taken back, and every day is as it was', async () => {
    expect((await officer(getUnitAct, { act })).body.undoTroubles).toEqual([]);
    expect((await officer(withdrawUnitAct, { act, reason: 'nhập sai' })).status).toBe(200);
    expect([await unitOf(whole), await unitOf(divided), await unitOf(late)]).toEqual([a, b, a]);
    for (const on of ['2026-09-30', '2026-10-01', '2026-11-01'])
      expect(await seatsOn(whole, on)).toEqual([{ unit_code: a, unit_from: reform }]);
    expect((await officer(listWaitingSeats, {})).body.total).toBe(0);
    expect(await here.owner('select unit_code from production.current_plot where id = $1', [plot])).toEqual([
      { unit_code: a },
    ]);
    expect((await officer(resolveAddress, { address: 'xã Đơn vị 1' })).body.units).toMatchObject([{ code: a }]);
    // No role comes back by itself: the officer is proposed for the unit that is there again.
    expect((await officer(listOfficerProposals, {})).body.items).toMatchObject([{ unit: { code: b, from: reform } }]);
  });

  test('can be done again the same, and then the work list is worked off', async () => {
    act = await drafted();
    const { effects } = (await officer(getUnitAct, { act })).body;
    expect((await officer(confirmUnitAct, { act, version: 1, seen: effects })).status).toBe(200);
    expect(await unitOf(whole)).toBe('90010');
    const seat = {
      what: 'seat' as const,
      organisation: divided,
      seatFrom: '2020-01-01',
      unit: { code: b!, from: reform },
    };
    const wrong = await officer(recordWaitingSeats, { items: [{ ...seat, to: { code: c!, from: reform } }] });
    expect(wrong.body.obstacles).toEqual(['not-a-choice']);
    const byPoint = { ...seat, to: { code: b!, from: day }, by: 'point' as const };
    expect((await officer(recordWaitingSeats, { items: [byPoint] })).body.obstacles).toEqual(['point-elsewhere']);
    const right = await officer(recordWaitingSeats, { items: [{ ...seat, to: { code: b!, from: day } }] });
    expect(right.body).toEqual({ recorded: 1 });
    expect(await unitOf(divided)).toBe(b);
    expect(await seatsOn(divided, '2026-09-30')).toEqual([{ unit_code: b, unit_from: reform }]);
    expect((await officer(listWaitingSeats, {})).body.total).toBe(0);
  });

  test('stays where something newer rests on it', async () => {
    const newcomer = await makeSeat(here.owner, 'Hợp tác xã Mới', { unit: c! });
    await here.owner(
      `update registry.organisation_place set unit_code = '90010', unit_from = $2 where organisation_id = $1`,
      [newcomer, day],
    );
    expect((await officer(withdrawUnitAct, { act, reason: 'nhập sai' })).body.obstacles).toEqual(['seats-rest-on-it']);
  });

  test('proposes the officer anew, and only a person gives the role', async () => {
    const communeOfficer = await signedIn(here, { role: 'commune-officer', unit: c! });
    const next = await drafted({
      ...told('2026-11-01' as Day),
      plan: {
        ends: [{ code: c!, from: reform }],
        begins: [{ code: c!, name: 'Đơn vị ba', kind: 'commune' }],
        links: [{ from: c!, to: c!, part: 'whole' }],
      },
    });
    const { effects, officers } = (await officer(getUnitAct, { act: next })).body;
    expect(officers).toMatchObject([{ unit: c, proposedFor: ['Đơn vị ba'] }]);
    await officer(confirmUnitAct, { act: next, version: 1, seen: effects });
    expect((await as(communeOfficer)(listGrants, {})).status).toBe(403);
    const proposal = (await officer(listOfficerProposals, {})).body.items.find(({ unit }) => unit.code === c)!;
    expect((await officer(approveOfficerProposal, { proposal: proposal.id })).status).toBe(200);
    expect((await as(communeOfficer)(listGrants, {})).status).toBe(200);
    expect((await officer(getUnitAct, { act: next })).body.undoTroubles).toEqual(['officers-given']);
  });
});

test('every import of a boundary stays in its history, and the last one is drawn', async () => {
  const ring = [
    [107.3, 21.1],
    [107.4, 21.1],
    [107.4, 21.2],
    [107.3, 21.2],
    [107.3, 21.1],
  ] as [number, number][];
  const { code, from } = (await officer(listBoundaries, {})).body.units[0]!;
  const items = [{ unit: { code, from }, geometry: { type: 'MultiPolygon' as const, coordinates: [[ring]] } }];
  for (const source of ['Bản đồ thứ nhất', 'Bản đồ thứ hai'])
    expect((await officer(importBoundaries, { source, items })).status).toBe(200);
  const { body } = await officer(listBoundaries, {});
  expect(body.imports.map(({ source, units, inForce }) => [source, units, inForce])).toEqual([
    ['Bản đồ thứ hai', 1, 1],
    ['Bản đồ thứ nhất', 1, 0],
  ]);
  const { drawn } = (await officer(getUnit, { code, from })).body;
  expect(drawn.find((one) => one.code === code && one.from === from)).toMatchObject({
    source: 'Bản đồ thứ hai',
    shown: { type: 'MultiPolygon' },
  });
});
