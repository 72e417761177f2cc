import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, today, type Day } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import type { UnitCode } from '#kernel/place.ts';
import type { UnitVersion } from '#kernel/succession.ts';
import { listFigureUnits } from '#contexts/insight/figure.wire.ts';
import { signedIn, testDatabase, testServer } from '#tests/harness.ts';
import { makeSeat, reform } from './places.example.ts';
import { confirmUnitAct, draftUnitAct, getUnitAct, withdrawUnitAct, type UnitActId } from './unit-act.wire.ts';
import { listWaitingSeats, recordWaitingSeats } from './waiting-seat.wire.ts';

const here = await testDatabase();
const officer = (await testServer(here)).as(await signedIn(here, { role: 'provincial-officer' }));

type Step =
  | { readonly do: 'merge' | 'split'; readonly at: number; readonly parts: number; readonly keepsCode: boolean }
  | { readonly do: 'assign'; readonly at: number; readonly parts: number; readonly keepsCode: boolean }
  | { readonly do: 'undo'; readonly at: number; readonly parts: number; readonly keepsCode: boolean };

const step = fc.record({
  do: fc.constantFrom('merge' as const, 'split' as const, 'split' as const, 'assign' as const, 'undo' as const),
  at: fc.nat(20),
  parts: fc.integer({ min: 2, max: 3 }),
  keepsCode: fc.boolean(),
});

let next = 91_000;
const freshCode = (): UnitCode => String((next += 1)) as UnitCode;

interface World {
  units: UnitVersion[];
  readonly organisations: OrganisationId[];
  readonly acts: { id: UnitActId; before: UnitVersion[] }[];
  day: Day;
}

async function worldOf(): Promise<World> {
  const codes = Array.from({ length: 4 }, freshCode);
  for (const code of codes)
    await here.owner(
      `insert into reference.unit (province, code, name, name_en, kind, valid_from, source, verified) values (22, $1, $2, $2, 'commune', $3, 'test', true)`,
      [code, `Gốc ${code}`, reform],
    );
  const organisations: OrganisationId[] = [];
  for (const [at, unit] of [...codes, ...codes].entries())
    organisations.push(
      await makeSeat(here.owner, `HTX ${unit} ${at}`, { unit, from: at > 4 ? '2026-03-15' : '2020-01-01' }),
    );
  return { units: codes.map((code) => ({ code, from: reform })), organisations, acts: [], day: '2025-12-01' as Day };
}

async function carry(world: World, ends: UnitVersion[], begins: UnitCode[]): Promise<void> {
  const id = newId<UnitActId>();
  world.day = addDays(world.day, 30);
  const part = begins.length === 1 ? ('whole' as const) : ('part' as const);
  const drafted = await officer(draftUnitAct, {
    id,
    onDay: world.day,
    document: `Nghị quyết ${id}`,
    legalBasis: 'thử tính chất',
    plan: {
      ends,
      begins: begins.map((code) => ({ code, name: `Mới ${code} ${world.day}`, kind: 'commune' as const })),
      links: ends.flatMap(({ code: from }) => begins.map((to) => ({ from, to, part }))),
    },
  });
  expect(drafted.status).toBe(200);
  const { effects, troubles } = (await officer(getUnitAct, { act: id })).body;
  expect(troubles).toEqual([]);
  expect((await officer(confirmUnitAct, { act: id, version: 1, seen: effects })).status).toBe(200);
  world.acts.push({ id, before: world.units });
  const gone = new Set(ends.map(({ code, from }) => `${code} ${from}`));
  world.units = [
    ...world.units.filter(({ code, from }) => !gone.has(`${code} ${from}`)),
    ...begins.map((code) => ({ code, from: world.day })),
  ];
}

async function assign(world: World, count: number): Promise<void> {
  const own = new Set<string>(world.organisations);
  const { items } = (await officer(listWaitingSeats, { size: 200 })).body;
  for (const item of items.filter(({ organisation }) => own.has(organisation)).slice(0, count)) {
    const { body } = await officer(recordWaitingSeats, {
      items: [
        {
          what: 'seat',
          organisation: item.organisation,
          seatFrom: item.seatFrom!,
          unit: { code: item.unit.code, from: item.unit.from },
          to: { code: item.choices[0]!.code, from: item.choices[0]!.from },
        },
      ],
    });
    expect(body.recorded).toBe(1);
  }
}

async function take(world: World, { do: what, at, parts, keepsCode }: Step): Promise<void> {
  const unit = world.units[at % world.units.length]!;
  if (what === 'split')
    await carry(world, [unit], [keepsCode ? unit.code : freshCode(), ...Array.from({ length: parts - 1 }, freshCode)]);
  if (what === 'merge' && world.units.length > parts) {
    const ends = Array.from({ length: parts }, (_, more) => world.units[(at + more) % world.units.length]!);
    await carry(world, ends, [keepsCode ? unit.code : freshCode()]);
  }
  if (what === 'assign') await assign(world, parts);
  const last = world.acts.at(-1);
  if (what === 'undo' && last !== undefined) {
    expect((await officer(withdrawUnitAct, { act: last.id, reason: 'làm lại' })).body.obstacles).toBeUndefined();
    world.units = last.before;
    world.acts.pop();
  }
}

const daysOf = (world: World): Day[] =>
  [
    '2025-07-01' as Day,
    '2026-03-15' as Day,
    world.day,
    addDays(world.day, -1),
    addDays(world.day, -31),
    today(),
  ].filter((day) => day >= '2025-07-01');

/** On every day each organisation has one seat; its unit stood then, or the seat waits for somebody to say where it lies. */
async function holds(world: World): Promise<void> {
  const waiting = new Set(
    (await officer(listWaitingSeats, { size: 200 })).body.items.map(({ organisation }) => organisation),
  );
  for (const day of daysOf(world)) {
    const seats = await here.owner<{ id: OrganisationId; n: number; lies: boolean; seated: boolean }>(
      `select o.id, count(p.*)::int as n, bool_and(u.valid_from <= $2 and (u.valid_until is null or u.valid_until >= $2)) as lies,
         exists (select from registry.organisation_place q where q.organisation_id = o.id and q.valid_from <= $2) as seated
       from registry.organisation o
       left join registry.organisation_place p on p.organisation_id = o.id and p.valid_from <= $2 and (p.valid_until is null or p.valid_until >= $2)
       left join reference.unit u on u.code = p.unit_code and u.valid_from = p.unit_from
       where o.id = any($1::uuid[]) group by o.id`,
      [world.organisations, day],
    );
    expect(seats).toHaveLength(world.organisations.length);
    for (const { id, n, lies, seated } of seats) {
      expect([day, id, n]).toEqual([day, id, seated ? 1 : 0]);
      if (seated) expect([day, id, lies || waiting.has(id)]).toEqual([day, id, true]);
    }
  }
}

async function figuresAgree(asOf: Day): Promise<void> {
  const [now, then] = await Promise.all(
    (['now', 'past'] as const).map(
      async (map) => (await officer(listFigureUnits, { key: 'cooperatives', asOf, map })).body,
    ),
  );
  const [{ n }] = (await here.owner<{ n: number }>(`select count(*)::int as n from registry.organisation`)) as [
    { n: number },
  ];
  for (const { items, total } of [now!, then!]) {
    expect(total.value).toBe(n);
    expect(items.reduce((sum, { value }) => sum + value, 0)).toBe(n);
  }
}

test(
  'whatever is split, merged, assigned and taken back, nobody is in two units or in none unseen',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const world = await worldOf();
        for (const one of steps) await take(world, one);
        await holds(world);
        for (const day of [world.day, addDays(world.day, -1), today()]) await figuresAgree(day);
      }),
      { numRuns: 14 },
    );
  },
);
