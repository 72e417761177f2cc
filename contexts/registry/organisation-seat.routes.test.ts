import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import type { Province } from '#kernel/place.ts';
import { signedIn, stranger, testDatabase, testServer } from '#tests/harness.ts';
import { listActs } from './act.wire.ts';
import { registry } from './index.ts';
import { seatObstacles } from './organisation.ts';
import { changeOrganisation, getOrganisation, registerOrganisation } from './organisation.wire.ts';
import { listProvinces } from './province.wire.ts';
import { damHa, examples, proof, saveExamples } from './registry.example.ts';

const here = await testDatabase();
const { as } = await testServer(here, registry.handlers);
const officer = as(await signedIn(here, { role: 'provincial-officer' }));
const manager = as(await signedIn(here, { role: 'organisation-manager', organisation: examples.cooperative }));
const nobody = as(stranger);
const home = 22 as Province;
const haiPhong = 31 as Province;

beforeAll(() => saveExamples(here.owner));

const seen = async (organisation: OrganisationId) => (await nobody(getOrganisation, { organisation })).body;

/** A buyer from elsewhere. */
const buyer = () => ({
  id: newId<OrganisationId>(),
  kind: 'enterprise' as const,
  name: `Công ty TNHH Thử ${newId().slice(-6)}`,
  address: 'Lạch Tray, Hải Phòng',
  seatProvince: haiPhong,
});

describe('where an organisation is entered to be seated', () => {
  test('outside the province: by the province that was chosen and its address', async () => {
    const input = buyer();
    expect((await officer(registerOrganisation, input)).status).toBe(200);
    expect(await seen(input.id)).toMatchObject({
      seatProvince: { code: haiPhong },
      place: { unit: null, address: 'Lạch Tray, Hải Phòng' },
    });
  });

  test('nobody is seated here by silence: the missing province is named at its field', async () => {
    const { seatProvince: _, ...input } = buyer();
    const { status, body } = await officer(registerOrganisation, input);
    expect(status).toBe(400);
    expect(body.fields).toMatchObject([{ path: 'seatProvince', message: 'registry.seat-province.missing' }]);
  });

  test('the missing province is told together with what else is wrong', async () => {
    const { seatProvince: _, ...input } = buyer();
    const { body } = await officer(registerOrganisation, { ...input, name: '' });
    expect(body.fields).toMatchObject([{ path: 'name' }, { path: 'seatProvince' }]);
  });

  test('a unit says that the seat is here', async () => {
    const { seatProvince: _, ...input } = buyer();
    expect((await officer(registerOrganisation, { ...input, unit: damHa })).status).toBe(200);
    expect((await seen(input.id)).seatProvince).toMatchObject({ code: home });
  });
});

test.each([
  ['a unit here', { unit: damHa, address: null, province: home }, []],
  ['a unit here, another province', { unit: damHa, address: null, province: haiPhong }, ['seat-elsewhere']],
  ['elsewhere with an address', { unit: null, address: 'Lạch Tray', province: haiPhong }, []],
  ['elsewhere without an address', { unit: null, address: null, province: haiPhong }, ['place-missing']],
  ['here without a unit', { unit: null, address: 'Thôn 1', province: home }, ['unit-missing']],
  ['here without anything', { unit: null, address: null, province: home }, ['place-missing', 'unit-missing']],
] as const)('a seat: %s', (_title, seat, obstacles) => {
  expect(seatObstacles({ ...seat, unit: seat.unit }, home)).toEqual(obstacles);
});

describe('a seat is put right', () => {
  const change = async (organisation: OrganisationId, rest: object, ask = officer) =>
    ask(changeOrganisation, { organisation, version: (await seen(organisation)).version, document: proof, ...rest });

  test('a wrong province is corrected without touching the address', async () => {
    const input = buyer();
    await officer(registerOrganisation, input);
    await here.owner('update registry.organisation set seat_province = 22 where id = $1', [input.id]);
    expect((await change(input.id, { seatProvince: haiPhong })).status).toBe(200);
    expect(await seen(input.id)).toMatchObject({
      seatProvince: { code: haiPhong },
      place: { address: 'Lạch Tray, Hải Phòng' },
      formerPlaces: [],
    });
  });

  test('who moves in takes a unit and leaves the address elsewhere behind', async () => {
    const input = { ...buyer(), foundedOn: day('2019-03-04') };
    await officer(registerOrganisation, input);
    expect((await change(input.id, { unit: damHa })).status).toBe(200);
    expect(await seen(input.id)).toMatchObject({
      seatProvince: { code: home },
      place: { unit: { code: damHa }, address: null },
      formerPlaces: [{ address: 'Lạch Tray, Hải Phòng' }],
    });
  });

  test('who moves out says to which province, and where there', async () => {
    const { body } = await change(examples.neighbour, { unit: null, address: 'Lạch Tray' });
    expect(body.fields).toMatchObject([{ path: 'seatProvince', message: 'registry.seat-province.missing' }]);
    const silent = await change(examples.neighbour, { unit: null, seatProvince: haiPhong });
    expect(silent.body.obstacles).toEqual(['place-missing']);
    const moved = await change(examples.neighbour, { unit: null, seatProvince: haiPhong, address: 'Lạch Tray' });
    expect(moved.status).toBe(200);
    expect(await seen(examples.neighbour)).toMatchObject({
      seatProvince: { code: haiPhong },
      place: { unit: null, address: 'Lạch Tray' },
    });
  });

  test('a unit here and a province elsewhere contradict each other', async () => {
    expect((await change(examples.farm, { seatProvince: haiPhong })).body.obstacles).toEqual(['seat-elsewhere']);
  });

  test('the province of the seat is the officer’s to change', async () => {
    const { body } = await change(examples.cooperative, { seatProvince: haiPhong }, manager);
    expect(body.obstacles).toContain('officers-only');
  });
});

test('the provinces of the country are open to everybody, by name', async () => {
  const { body } = await nobody(listProvinces, {});
  const names = body.items.map(({ name }) => name);
  expect(body.items).toContainEqual({ code: haiPhong, name: 'Hải Phòng' });
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'vi')));
});

describe('days nobody has told', () => {
  const actsOf = async (organisation: OrganisationId) => (await nobody(listActs, { organisation })).body.items;

  test('without a day of founding nothing is founded today, and no day is made up for the seat', async () => {
    for (const rest of [{}, { unit: damHa, seatProvince: undefined }]) {
      const input = { ...buyer(), ...rest };
      expect((await officer(registerOrganisation, input)).status).toBe(200);
      expect(await actsOf(input.id)).toEqual([]);
      expect((await seen(input.id)).place).toMatchObject({ from: null, until: null });
    }
  });

  test('such a seat, once left, has an end and still no beginning', async () => {
    const input = buyer();
    await officer(registerOrganisation, input);
    await here.owner(`update registry.organisation_place set valid_from = '2026-01-05' where organisation_id = $1`, [
      input.id,
    ]);
    const move = { organisation: input.id, version: 1, unit: damHa, document: proof };
    expect((await officer(changeOrganisation, move)).status).toBe(200);
    const { place, formerPlaces } = await seen(input.id);
    expect(place!.from).not.toBeNull();
    expect(formerPlaces).toMatchObject([{ from: null }]);
    expect(formerPlaces[0]!.until).not.toBeNull();
  });

  test('a day that is known is told: of founding, else of the certificate', async () => {
    const founded = { ...buyer(), foundedOn: day('2019-03-04'), certificateOn: day('2019-04-05') };
    const certified = { ...buyer(), certificateOn: day('2018-04-05') };
    for (const input of [founded, certified]) expect((await officer(registerOrganisation, input)).status).toBe(200);
    expect((await seen(founded.id)).place!.from).toBe('2019-03-04');
    expect((await seen(certified.id)).place!.from).toBe('2018-04-05');
    expect(await actsOf(certified.id)).toMatchObject([{ kind: 'registered', onDay: '2018-04-05' }]);
  });
});
