import { newId, type MemberId } from '#kernel/id.ts';
import { recordMember } from '#contexts/registry/member.wire.ts';
import { mergePair } from '#contexts/duplicates/pair.wire.ts';
import type { PairId } from '#contexts/duplicates/pair.ts';
import type { RunId } from '#contexts/duplicates/run.ts';
import { sides, type AccessWorld, type Cases, type Side } from './access.world.ts';

const savePair = `insert into duplicates.pair (province, id, subject, first_id, second_id, likelihood, clauses, evidence, first_print, second_print, run_id)
  values (22, $1, 'member', $2, $3, 0.9, '{phone+unit}', '[]', decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), $4)`;

async function memberOf({ people, organisations, done }: AccessWorld, side: Side): Promise<MemberId> {
  const id = newId<MemberId>();
  await done(people[side]['organisation-manager'], recordMember, {
    id,
    organisation: organisations[side].cooperative,
    standing: 'associate',
    name: `Thành viên trùng ${side}`,
    joinedOn: '2020-01-01',
  });
  return id;
}

async function pairOf(world: AccessWorld, side: Side, run: RunId): Promise<{ pair: PairId; kept: MemberId }> {
  const [first, second] = [await memberOf(world, side), await memberOf(world, side)].toSorted();
  const pair = newId<PairId>();
  await world.database.owner(savePair, [pair, first, second, run]);
  return { pair, kept: first! };
}

async function rowsOf(world: AccessWorld, side: Side) {
  const run = newId<RunId>();
  await world.database.owner(
    `insert into duplicates.run (province, id, subject, way, state, clauses, finished_at) values (22, $1, 'member', 'search', 'done', '[]', now())`,
    [run],
  );
  const [open, two, merged] = [
    await pairOf(world, side, run),
    await pairOf(world, side, run),
    await pairOf(world, side, run),
  ];
  await world.database.owner(`update duplicates.pair set state = 'two', decided_at = now() where id = $1`, [two.pair]);
  const merger = newId();
  await world.done(world.people[side]['provincial-officer'], mergePair, {
    pair: merged.pair,
    survivor: merged.kept,
    merger,
    reason: 'một người',
  });
  return { run, open, two, merger, survivor: merged.kept };
}

export async function duplicatesCases(world: AccessWorld): Promise<Cases> {
  const [own, foreign] = [await rowsOf(world, sides[0]), await rowsOf(world, sides[1])];
  const rows = { own, foreign };
  const reason = 'đã đối chiếu';
  return {
    'duplicates.pair.list': () => ({ subject: 'member' }),
    'duplicates.pair.export': () => ({ subject: 'member', format: 'csv' }),
    'duplicates.pair.get': (side) => ({ pair: rows[side].open.pair }),
    'duplicates.pair.merge': (side) => ({
      pair: rows[side].open.pair,
      survivor: rows[side].open.kept,
      merger: newId(),
      reason,
    }),
    'duplicates.pair.decide': (side) => ({ pair: rows[side].open.pair, decision: 'two', reason }),
    'duplicates.decision.withdraw': (side) => ({ pair: rows[side].two.pair, reason }),
    'duplicates.merger.list': (side) => ({ subject: 'member', record: rows[side].survivor }),
    'duplicates.merger.withdraw': (side) => ({ merger: rows[side].merger, reason }),
    'duplicates.run.start': () => ({ id: newId(), subject: 'member' }),
    'duplicates.run.list': () => ({ subject: 'member' }),
    'duplicates.run.get': (side) => ({ run: rows[side].run }),
    'duplicates.clause-set.get': () => ({ subject: 'member' }),
    'duplicates.clause-set.change': () => ({ id: newId(), subject: 'member', clauses: [['phone', 'unit']], reason }),
  };
}
