import { newId, type MemberId } from '#kernel/id.ts';
import type { CapExcessId } from '#contexts/registry/cap-excess.wire.ts';
import type { CapitalActId } from '#contexts/registry/capital.ts';
import {
  listCapitalCertificates,
  recordCapitalCertificate,
  type CapitalCertificateId,
} from '#contexts/registry/capital-certificate.wire.ts';
import { recordUndivided, type UndividedEntryId } from '#contexts/registry/undivided.wire.ts';
import { recordMember } from '#contexts/registry/member.wire.ts';
import type { AccessWorld, Cases, Side } from './access.world.ts';

/** The act by which the member of a side brought the first capital. */
async function firstAct({ database, organisations }: AccessWorld, side: Side): Promise<CapitalActId> {
  const [act] = await database.owner<{ id: CapitalActId }>(
    'select id from registry.capital_act where organisation_id = $1 order by number limit 1',
    [organisations[side].cooperative],
  );
  return act!.id;
}

/** A member who has an account here, with a certificate of contribution. */
async function holderOf({ people, organisations, done, database }: AccessWorld, side: Side) {
  const [member, certificate] = [newId<MemberId>(), newId<CapitalCertificateId>()];
  const manager = people[side]['organisation-manager'];
  await done(manager, recordMember, {
    id: member,
    organisation: organisations[side].cooperative,
    standing: 'official-use',
    name: `Thành viên có giấy ${side}`,
    joinedOn: '2020-01-01',
    contributedVnd: 5_000_000,
  });
  await done(manager, recordCapitalCertificate, { id: certificate, member, issuedOn: '2026-05-01' });
  const { account } = people[side]['organisation-member'];
  await database.owner('update registry.member set account_id = $1 where id = $2', [account, member]);
  const { items } = await done(manager, listCapitalCertificates, {
    organisation: organisations[side].cooperative,
    member,
  });
  return { member, certificate, token: items[0]!.verifyToken! };
}

async function fundOf({ people, organisations, done }: AccessWorld, side: Side): Promise<UndividedEntryId> {
  const id = newId<UndividedEntryId>();
  await done(people[side]['organisation-manager'], recordUndivided, {
    id,
    organisation: organisations[side].cooperative,
    kind: 'formed',
    onDay: '2026-03-01',
    source: 'surplus',
    amountVnd: 9_000_000,
  });
  return id;
}

/** One who holds all the foreign capital of a side, told of as above the cap. */
async function excessOf({ database, organisations }: AccessWorld, side: Side, member: MemberId) {
  await database.owner(
    `insert into reference.parameter (key, valid_from, value, source, verified)
     values ('foreignTotalMaxStake', '2020-01-01', '0', 'test', false) on conflict do nothing`,
  );
  await database.owner('update registry.member set foreign_investor = true where id = $1', [member]);
  const id = newId<CapExcessId>();
  await database.owner(
    `insert into registry.cap_excess (province, id, organisation_id, cap, cause, on_day, basis_points, cap_basis_points)
     values (22, $1, $2, 'foreign', 'mark', '2026-05-01', 9000, 0)`,
    [id, organisations[side].cooperative],
  );
  return id;
}

/** Everybody asks about the cooperative next door: nobody else has a book. */
export async function capitalCases(world: AccessWorld, members: Readonly<Record<Side, MemberId>>): Promise<Cases> {
  const acts = { own: await firstAct(world, 'own'), foreign: await firstAct(world, 'foreign') };
  const holders = { own: await holderOf(world, 'own'), foreign: await holderOf(world, 'foreign') };
  const funds = { own: await fundOf(world, 'own'), foreign: await fundOf(world, 'foreign') };
  const excesses = {
    own: await excessOf(world, 'own', holders.own.member),
    foreign: await excessOf(world, 'foreign', holders.foreign.member),
  };
  const organisation = (side: Side) => ({ organisation: world.organisations[side].cooperative });
  return {
    'registry.capital.get': organisation,
    'registry.capital.list': organisation,
    'registry.capital-line.list': organisation,
    'registry.capital.record': (side) => ({
      id: newId(),
      ...organisation(side),
      kind: 'subscribed',
      onDay: '2026-05-01',
      lines: [{ member: members[side], subscribedVnd: 1_000_000, paidVnd: 1_000_000 }],
    }),
    'registry.cap-excess.record': (side) => ({ id: newId(), excess: excesses[side], reason: 'chờ chuyển bớt' }),
    'registry.capital.correct': (side) => ({ id: newId(), act: acts[side], reason: 'ghi nhầm số tiền' }),
    'registry.capital-certificate.list': organisation,
    'registry.capital-certificate.record': (side) => ({
      id: newId(),
      member: holders[side].member,
      issuedOn: '2026-06-01',
      replaces: holders[side].certificate,
    }),
    'registry.capital-certificate.withdraw': (side) => ({
      certificate: holders[side].certificate,
      withdrawnOn: '2026-06-01',
      reason: 'giấy bị mất',
    }),
    'registry.capital-certificate.export': (side) => ({ certificate: holders[side].certificate }),
    'registry.capital-certificate.verify': (side) => ({ token: holders[side].token }),
    'registry.undivided.get': organisation,
    'registry.undivided.list': organisation,
    'registry.undivided.record': (side) => ({
      id: newId(),
      ...organisation(side),
      kind: 'formed',
      onDay: '2026-05-01',
      source: 'surplus',
      amountVnd: 4_000_000,
    }),
    'registry.undivided.correct': (side) => ({ id: newId(), entry: funds[side], reason: 'ghi nhầm nguồn' }),
    'registry.undivided.export': (side) => ({ ...organisation(side), format: 'csv' }),
    'registry.vote.list': organisation,
    'registry.vote.export': (side) => ({ ...organisation(side), format: 'csv' }),
    'registry.capital.export': (side) => ({ ...organisation(side), format: 'csv' }),
  };
}
