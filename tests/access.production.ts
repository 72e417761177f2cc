import { addDays, today } from '#kernel/day.ts';
import { newId, type FileId, type HarvestId, type MemberId, type PlotId, type SeasonId } from '#kernel/id.ts';
import type { Role } from '#kernel/actor.ts';
import { recordHarvest } from '#contexts/production/harvest.wire.ts';
import { recordEntry } from '#contexts/production/log.wire.ts';
import type { LogEntryId } from '#contexts/production/log.ts';
import { recordPlot } from '#contexts/production/plot.wire.ts';
import { hectare, seasonStart, seedlingEntries } from '#contexts/production/production.example.ts';
import { organicPassionFruit } from '#contexts/production/protocol.example.ts';
import type { ProtocolId } from '#contexts/production/protocol.ts';
import { publishProtocol } from '#contexts/production/protocol.wire.ts';
import { getSeason, startSeason } from '#contexts/production/season.wire.ts';
import { submitStage } from '#contexts/production/stage.wire.ts';
import type { AccessWorld, Asker, Cases, Side } from './access.world.ts';

const kg = 1_000;
const now = today();
/** After the season's start, before the lots are packed. */
export const pickedOn = addDays(now, -10);

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Who writes in the field log, each his own entries. */
const writers = ['organisation-manager', 'organisation-member', 'commune-officer'] as const satisfies Role[];
type Writer = (typeof writers)[number];
const writerOf = (asker: Asker): Writer =>
  writers.includes(asker as Writer) ? (asker as Writer) : 'organisation-manager';

async function byWriter<Value>(make: (writer: Writer) => Promise<Value>): Promise<Record<Writer, Value>> {
  const made: Partial<Record<Writer, Value>> = {};
  for (const writer of writers) made[writer] = await make(writer);
  return made as Record<Writer, Value>;
}

const landOf = (world: AccessWorld, side: Side) => ({
  name: 'Đồi sau nhà',
  landUse: 'perennial-crops' as const,
  areaM2: 10_000,
  outline: hectare,
  unit: world.units[side],
});

class Farm {
  readonly world: AccessWorld;
  readonly side: Side;
  readonly protocol: ProtocolId;
  readonly member: MemberId;
  constructor(world: AccessWorld, side: Side, { protocol, member }: { protocol: ProtocolId; member: MemberId }) {
    this.world = world;
    this.side = side;
    this.protocol = protocol;
    this.member = member;
  }
  get manager() {
    return this.world.people[this.side]['organisation-manager'];
  }

  async plot(): Promise<PlotId> {
    const id = newId<PlotId>();
    const { cooperative } = this.world.organisations[this.side];
    const land = { ...landOf(this.world, this.side), member: this.member };
    const code = `L-${id.slice(-6)}`;
    await this.world.done(this.manager, recordPlot, {
      ...land,
      id,
      code,
      organisation: cooperative,
      from: '2026-01-01',
    });
    return id;
  }

  async season(): Promise<SeasonId> {
    const id = newId<SeasonId>();
    const plot = await this.plot();
    await this.world.done(this.manager, startSeason, { id, plot, protocol: this.protocol, startedOn: seasonStart });
    return id;
  }

  /** With all that its first stage asks for, a receipt among it. */
  async ready(): Promise<{ season: SeasonId; receipt: FileId }> {
    const season = await this.season();
    const { status, body } = await this.world.server.upload(this.manager, png, 'phieu.png');
    if (status !== 200) throw new Error(`upload: ${status} ${body.code}`);
    for (const entry of seedlingEntries(season, body.id)) {
      await this.world.done(this.manager, recordEntry, entry);
    }
    return { season, receipt: body.id as FileId };
  }

  entry(season: SeasonId, writer: Writer): Promise<LogEntryId> {
    const id = newId<LogEntryId>();
    const entry = {
      id,
      season,
      family: 'water',
      doneOn: addDays(seasonStart, 5),
      note: `tưới (${writer})`,
      member: this.member,
    } as const;
    return this.world.done(this.world.people[this.side][writer], recordEntry, entry).then(() => id);
  }

  async harvest(season: SeasonId, writer: Writer, qty = 400 * kg): Promise<HarvestId> {
    const id = newId<HarvestId>();
    const harvest = { id, season, harvestedOn: pickedOn, qty };
    await this.world.done(this.world.people[this.side][writer], recordHarvest, harvest);
    return id;
  }
}

/** What the officer would have signed; a test of access need not write every entry of the stages before harvest. */
async function signOff({ database }: AccessWorld, season: SeasonId): Promise<void> {
  await database.owner(
    `update production.season_stage set state = 'signed-off' where season_id = $1 and stage in ('seed-selection', 'planting', 'care', 'harvest')`,
    [season],
  );
  await database.owner(
    `insert into production.stage_act (province, id, season_id, stage, act, entries_hash, acted_by, acted_as, at)
     select 22, gen_random_uuid(), season_id, stage, 'signed-off', repeat('0', 64), 'test', 'officer', '2026-10-01T03:00:00Z'
     from production.season_stage where season_id = $1 and state = 'signed-off'`,
    [season],
  );
}

async function rowsOf(world: AccessWorld, side: Side, grown: { protocol: ProtocolId; member: MemberId }) {
  const farm = new Farm(world, side, grown);
  const running = await farm.season();
  await signOff(world, running);
  const { season: submitted, receipt } = await farm.ready();
  await world.done(farm.manager, submitStage, { season: submitted, stage: 'seed-selection' });
  const officer = world.people[side]['commune-officer'];
  const { stages } = await world.done(officer, getSeason, { season: submitted });
  return {
    farm,
    plot: await farm.plot(),
    running,
    ready: (await farm.ready()).season,
    receipt,
    submitted,
    contentsHash: stages[0]!.contentsHash,
    entries: await byWriter((writer) => farm.entry(running, writer)),
    harvests: await byWriter((writer) => farm.harvest(running, writer)),
  };
}

export type ProductionRows = Readonly<Record<Side, Awaited<ReturnType<typeof rowsOf>>>> & {
  readonly protocol: ProtocolId;
};

function landCases(world: AccessWorld, rows: ProductionRows): Cases {
  const plot = (side: Side) => ({ plot: rows[side].plot });
  const changing = (side: Side) => ({ ...plot(side), seenVersion: 1, reason: 'đo lại' });
  return {
    'production.plot.list': (side, asker) => ({ organisation: world.organisation(side, asker) }),
    'production.plot.get': plot,
    'production.plot.record': (side, asker) => ({
      ...landOf(world, side),
      id: newId(),
      code: 'L-MOI',
      organisation: world.organisation(side, asker),
      from: '2026-01-01',
    }),
    'production.plot.change': (side) => ({ ...changing(side), ...landOf(world, side), from: '2026-06-01' }),
    'production.plot.correct': (side) => ({ ...changing(side), ...landOf(world, side), name: 'Đồi trước nhà' }),
    'production.plot.close': (side) => ({ ...changing(side), on: '2026-06-01' }),
    'production.conversion.get': plot,
    'production.conversion.record': (side) => ({
      id: newId(),
      ...plot(side),
      beganOn: '2026-02-01',
      basis: 'recorded',
      evidence: 'nhật ký',
    }),
    'production.protocol.list': () => ({}),
    'production.protocol.get': () => ({ protocol: rows.protocol }),
    'production.protocol.publish': () => ({ id: newId(), content: { ...organicPassionFruit, code: 'another' } }),
  };
}

function seasonCases(world: AccessWorld, rows: ProductionRows): Cases {
  const stage = 'seed-selection';
  return {
    'production.season.list': (side, asker) => ({ organisation: world.organisation(side, asker) }),
    'production.season.get': (side) => ({ season: rows[side].running }),
    'production.season.start': (side) => ({
      id: newId(),
      plot: rows[side].plot,
      protocol: rows.protocol,
      startedOn: seasonStart,
    }),
    'production.season.close': (side) => ({ season: rows[side].running, on: now, outcome: 'closed' }),
    'production.stage.submit': (side) => ({ season: rows[side].ready, stage }),
    'production.stage.sign': (side) => ({
      season: rows[side].submitted,
      stage,
      contentsHash: rows[side].contentsHash,
    }),
    'production.stage.refuse': (side) => ({ season: rows[side].submitted, stage, remarks: 'ghi rõ vườn ươm' }),
    'production.deviation.record': (side) => ({
      id: newId(),
      season: rows[side].running,
      step: 'choose-seedlings',
      occurrence: 1,
      explanation: 'giao muộn',
    }),
    'production.waiting.list': () => ({}),
  };
}

function logCases(world: AccessWorld, rows: ProductionRows): Cases {
  const season = (side: Side) => ({ season: rows[side].running });
  const entry = { family: 'water', doneOn: addDays(seasonStart, 6), note: 'tưới' };
  const own = (side: Side, asker: Asker) => ({ replaces: rows[side].entries[writerOf(asker)], reason: 'ghi nhầm' });
  const picked = (side: Side, asker: Asker) => ({ replaces: rows[side].harvests[writerOf(asker)], reason: 'cân lại' });
  return {
    'production.log.list': season,
    'production.log.record': (side) => ({ id: newId(), ...season(side), ...entry }),
    'production.log.correct': (side, asker) => ({ id: newId(), ...own(side, asker), ...entry }),
    'production.log.withdraw': (side, asker) => ({ id: newId(), ...own(side, asker) }),
    'production.log.confirm': (side) => ({ entry: rows[side].entries['commune-officer'], way: 'in-person' }),
    'production.register.export': season,
    'production.harvest.list': (side, asker) => ({ organisation: world.organisation(side, asker) }),
    'production.harvest.record': (side) => ({ id: newId(), ...season(side), harvestedOn: pickedOn, qty: 10 * kg }),
    'production.harvest.correct': (side, asker) => ({
      id: newId(),
      ...picked(side, asker),
      harvestedOn: pickedOn,
      qty: 390 * kg,
    }),
    'production.harvest.withdraw': (side, asker) => ({ id: newId(), ...picked(side, asker) }),
  };
}

export async function productionCases(
  world: AccessWorld,
  members: Readonly<Record<Side, MemberId>>,
): Promise<{ cases: Cases; rows: ProductionRows }> {
  const protocol = newId<ProtocolId>();
  const province = world.people.own['provincial-officer'];
  await world.done(province, publishProtocol, { id: protocol, content: organicPassionFruit });
  const rows = {
    own: await rowsOf(world, 'own', { protocol, member: members.own }),
    foreign: await rowsOf(world, 'foreign', { protocol, member: members.foreign }),
    protocol,
  };
  return { rows, cases: { ...landCases(world, rows), ...seasonCases(world, rows), ...logCases(world, rows) } };
}
