import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFigureUnits } from '#contexts/insight/figure.wire.ts';
import { resolveAddress } from '#contexts/registry/unit.wire.ts';
import { seedReference } from '#db/seed/reference.ts';
import { day, type Day } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { reform } from './places.example.ts';
import { confirmUnitAct, draftUnitAct, getUnitAct, withdrawUnitAct, type UnitActId } from './unit-act.wire.ts';
import { listWaitingSeats, recordWaitingSeats } from './waiting-seat.wire.ts';

/** The real units of Quảng Ninh, of before 1 July 2025 and of now, with two acts of after that are made up. */
const here = await testDatabase();
const officer = (await testServer(here)).as(await signedIn(here, { role: 'provincial-officer' }));
const client = new pg.Client({ connectionString: here.ownerUrl });
const [damHa, quangTan, tienYen, other] = ['06895', '06913', '06862', '06863'] as UnitCode[];

/** Seated in a former unit until the reform, and in the unit it became from then on. */
async function seated(name: string, former: string, unit: UnitCode): Promise<OrganisationId> {
  const id = newId<OrganisationId>();
  await here.owner(
    `insert into registry.organisation (province, id, kind, name, fields, founded_on) values (22, $1, 'cooperative', $2, '{crops}', '2015-01-01')`,
    [id, name],
  );
  await here.owner(
    `insert into registry.organisation_place (province, organisation_id, valid_from, valid_until, former_unit, unit_code, unit_from, address) values
       (22, $1, '2015-01-01', '2025-06-30', $2, null, null, 'Thôn 1'), (22, $1, $3, null, null, $4, $3, 'Thôn 1')`,
    [id, former, reform, unit],
  );
  return id;
}

async function acted(onDay: Day, plan: object): Promise<UnitActId> {
  const id = newId<UnitActId>();
  const drafted = { id, onDay, document: `Nghị quyết ${onDay}`, legalBasis: 'giả định', plan };
  expect((await officer(draftUnitAct, drafted as never)).status).toBe(200);
  const { effects, troubles } = (await officer(getUnitAct, { act: id })).body;
  expect(troubles).toEqual([]);
  expect((await officer(confirmUnitAct, { act: id, version: 1, seen: effects })).status).toBe(200);
  return id;
}

const ends = (...codes: (UnitCode | undefined)[]) => codes.map((code) => ({ code, from: reform }));
const begins = (code: UnitCode | undefined, name: string) => ({ code, name, kind: 'commune' });

async function units(asOf: string, map: 'now' | 'past'): Promise<Record<string, number>> {
  const { items, total } = (await officer(listFigureUnits, { key: 'cooperatives', asOf: day(asOf), map })).body;
  expect([total.value, items.reduce((sum, { value }) => sum + value, 0)]).toEqual([5, 5]);
  return Object.fromEntries(
    items.map(({ unit, why, value }) => [unit?.former ?? (unit === null ? why : `${unit.code}@${unit.from}`), value]),
  );
}
const where = async (address: string) =>
  (await officer(resolveAddress, { address })).body.units.map(({ code }) => code).toSorted();

beforeAll(async () => {
  await client.connect();
  await seedReference(client);
  await seated('HTX Tân Bình', '200-commune-tan-binh', damHa!);
  await seated('HTX Dực Yên', '200-commune-duc-yen', quangTan!);
  await seated('HTX Phong Dụ', '199-commune-phong-du', tienYen!);
  await seated('HTX Đại Dực', '199-commune-dai-duc', tienYen!);
  await seated('HTX Hải Lạng', '199-commune-hai-lang', '06886' as UnitCode);
});
afterAll(() => client.end());

test('real former units lead on through acts of after the reform, on both maps, and back when an act is withdrawn', async () => {
  const then = {
    '200-commune-tan-binh': 1,
    '200-commune-duc-yen': 1,
    '199-commune-phong-du': 1,
    '199-commune-dai-duc': 1,
    '199-commune-hai-lang': 1,
  };
  const reformed = { '06895@2025-07-01': 1, '06913@2025-07-01': 1, '06862@2025-07-01': 2, '06886@2025-07-01': 1 };
  expect(await units('2024-01-01', 'past')).toEqual(then);
  // Đại Dực and Hải Lạng were divided: the seats since say in which part they lie.
  expect(await units('2024-01-01', 'now')).toEqual(reformed);

  await acted(day('2026-03-01'), {
    ends: ends(damHa, quangTan),
    begins: [begins(damHa, 'Đầm Hà')],
    links: [damHa, quangTan].map((from) => ({ from, to: damHa, part: 'whole' })),
  });
  const divided = await acted(day('2026-05-01'), {
    ends: ends(tienYen),
    begins: [begins(tienYen, 'Tiên Yên'), begins(other, 'Tiên Yên Tây')],
    links: [tienYen, other].map((to) => ({ from: tienYen, to, part: 'part' })),
  });
  expect(await units('2024-01-01', 'past')).toEqual(then);
  expect(await units('2025-08-01', 'past')).toEqual(reformed);
  const waiting = { '06895@2026-03-01': 2, divided: 2, '06886@2025-07-01': 1 };
  expect(await units('2024-01-01', 'now')).toEqual(waiting);
  expect(await units('2025-08-01', 'now')).toEqual(waiting);

  const { items } = (await officer(listWaitingSeats, { size: 200 })).body;
  for (const [at, item] of items.entries()) {
    const to = item.choices.find(({ code }) => code === (at === 0 ? tienYen : other))!;
    const unit = { code: item.unit.code, from: item.unit.from };
    const seat = { what: 'seat' as const, organisation: item.organisation, seatFrom: item.seatFrom!, unit };
    const { body } = await officer(recordWaitingSeats, { items: [{ ...seat, to: { code: to.code, from: to.from } }] });
    expect(body.recorded).toBe(1);
  }
  const now = { '06895@2026-03-01': 2, '06862@2026-05-01': 1, '06863@2026-05-01': 1, '06886@2025-07-01': 1 };
  for (const asOf of ['2024-01-01', '2025-08-01', '2026-11-01']) expect(await units(asOf, 'now')).toEqual(now);

  expect(await where('thôn 1, xã Dực Yên, huyện Đầm Hà')).toEqual([damHa]);
  expect(await where('xã Đại Dực, huyện Tiên Yên')).toEqual([tienYen, other, '06877']);

  expect((await officer(withdrawUnitAct, { act: divided, reason: 'làm lại' })).status).toBe(200);
  const back = { '06895@2026-03-01': 2, '06862@2025-07-01': 2, '06886@2025-07-01': 1 };
  for (const asOf of ['2024-01-01', '2026-11-01']) expect(await units(asOf, 'now')).toEqual(back);
  expect(await where('xã Đại Dực, huyện Tiên Yên')).toEqual([tienYen, '06877']);
});
