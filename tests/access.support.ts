import { today } from '#kernel/day.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import type { ApplicationId } from '#contexts/support/application.ts';
import {
  decideApplication,
  examineApplication,
  saveApplication,
  submitApplication,
} from '#contexts/support/application.wire.ts';
import type { DisbursementId } from '#contexts/support/disbursement.ts';
import { recordDisbursement } from '#contexts/support/disbursement.wire.ts';
import { supportSample } from '#contexts/support/policy.example.ts';
import { seedSupport } from '#contexts/support/seed.example.ts';
import type { AccessWorld, Asker, Cases, Side } from './access.world.ts';

const measure = supportSample.organicConversion;
const areaM2 = 30_000;
const parts = [
  { part: 'seedlings', count: 2_400, amountVnd: 60_000_000 },
  { part: 'materials', amountVnd: 45_000_000 },
];
const seedlings = {
  part: 'seedlings',
  count: 2_400,
  amountVnd: 60_000_000,
  givenOn: today(),
  reference: 'PXK 17/2026',
};

/** What makes a cooperative qualify: members, a year's accounts, land. */
async function qualify({ database, units }: AccessWorld, side: Side, organisation: OrganisationId): Promise<void> {
  for (let at = 0; at < 7; at += 1) {
    await database.owner(
      `insert into registry.member (province, id, organisation_id, party, standing, name, joined_on)
       values (22, $1, $2, 'person', 'official-both', $3, '2019-03-01')`,
      [newId(), organisation, `Thành viên ${at + 1}`],
    );
  }
  await database.owner(
    `insert into registry.yearly_account (province, organisation_id, year, revenue_vnd, profit_vnd, source)
     values (22, $1, 2025, 624000000, 47000000, 'test')`,
    [organisation],
  );
  const plot = newId();
  await database.owner(
    `insert into production.plot (province, id, organisation_id, code) values (22, $1, $2, 'T-01')`,
    [plot, organisation],
  );
  await database.owner(
    `insert into production.plot_version (province, plot_id, version, kind, valid_from, name, land_use, area_m2, unit_code, unit_from, recorded_by)
     values (22, $1, 1, 'recorded', '2025-08-01', 'Đồi', 'perennial-crops', 40000, $2, '2025-07-01', 'test')`,
    [plot, units[side]],
  );
}

const stages = ['draft', 'submitted', 'examined', 'approved', 'handed'] as const;
type Stage = (typeof stages)[number];

/** One application at a time and measure: so each stage is that of a cooperative of its own, run by the same manager. */
async function applied(world: AccessWorld, side: Side, stage: Stage) {
  const { done } = world;
  const people = world.people[side];
  const organisation = await world.anotherCooperative(side, `Hợp tác xã ${stage}`);
  await qualify(world, side, organisation);
  const application = newId<ApplicationId>();
  const manager = people['organisation-manager'];
  await done(manager, saveApplication, { application, organisation, measure, areaM2, plan: 'Sang chanh leo.' });
  if (stage !== 'draft') await done(manager, submitApplication, { application });
  if (stages.indexOf(stage) >= 2)
    await done(people['commune-officer'], examineApplication, { application, seenVersion: 1, opinion: 'recommended' });
  if (stages.indexOf(stage) >= 3)
    await done(people['provincial-officer'], decideApplication, {
      application,
      seenVersion: 1,
      decision: 'approved',
      parts,
    });
  const disbursement = newId<DisbursementId>();
  if (stage === 'handed')
    await done(people['commune-officer'], recordDisbursement, { disbursement, application, ...seedlings });
  return { organisation, application, disbursement };
}

async function rowsOf(world: AccessWorld, side: Side) {
  const made: Partial<Record<Stage, Awaited<ReturnType<typeof applied>>>> = {};
  for (const stage of stages) made[stage] = await applied(world, side, stage);
  return made as Record<Stage, Awaited<ReturnType<typeof applied>>>;
}

type Rows = Readonly<Record<Side, Awaited<ReturnType<typeof rowsOf>>>>;

function applicationCases(rows: Rows): Cases {
  const at = (stage: Stage) => (side: Side) => ({ application: rows[side][stage].application });
  return {
    'support.application.list': () => ({}),
    'support.application.get': at('approved'),
    'support.application.compare': at('approved'),
    'support.application.save': (side) => ({
      application: rows[side].draft.application,
      organisation: rows[side].draft.organisation,
      measure,
      areaM2: 20_000,
    }),
    'support.application.submit': at('draft'),
    'support.application.withdraw': at('submitted'),
    'support.application.examine': (side) => ({
      ...at('submitted')(side),
      seenVersion: 1,
      opinion: 'returned',
      remarks: 'bổ sung phương án',
    }),
    'support.application.decide': (side) => ({
      ...at('examined')(side),
      seenVersion: 1,
      decision: 'approved',
      parts,
    }),
    'support.application.close': (side) => ({ ...at('approved')(side), remarks: 'không nhận nữa' }),
    'support.disbursement.record': (side) => ({
      ...at('approved')(side),
      disbursement: newId(),
      ...seedlings,
    }),
    'support.disbursement.confirm': (side) => ({ disbursement: rows[side].handed.disbursement }),
    'support.disbursement.dispute': (side) => ({
      disbursement: rows[side].handed.disbursement,
      reason: 'thiếu 200 cây',
    }),
    'support.disbursement.withdraw': (side) => ({ disbursement: rows[side].handed.disbursement, note: 'ghi nhầm' }),
  };
}

export async function supportCases(world: AccessWorld): Promise<Cases> {
  const { database, organisations, organisation } = world;
  await database.owner(
    `insert into reference.parameter (key, valid_from, value, source, verified) values
       ('htx.minOfficialMembers', '2024-07-01', '5', 'test', true),
       ('linkage.support.inputs.maxCycles', '2018-08-20', '3', 'test', true),
       ('credit.unsecured.cooperative', '2025-07-01', '5000000000', 'test', true) on conflict do nothing`,
  );
  await seedSupport({ query: database.owner }, { province: 22, fund: organisations.own.fund });
  const rows = { own: await rowsOf(world, 'own'), foreign: await rowsOf(world, 'foreign') };
  return {
    ...applicationCases(rows),
    'support.policy.list': () => ({}),
    'support.policy.get': () => ({ policy: supportSample.resolution155 }),
    'support.measure.get': () => ({ measure }),
    'support.eligibility.check': (side: Side, asker: Asker) => ({
      organisation: organisation(side, asker),
      measure,
      areaM2,
    }),
    'support.waiting.list': () => ({}),
  };
}
