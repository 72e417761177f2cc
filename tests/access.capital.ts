import { newId, type MemberId } from '#kernel/id.ts';
import type { CapitalActId } from '#contexts/registry/capital.ts';
import type { AccessWorld, Cases, Side } from './access.world.ts';

/** The act by which the member of a side brought the first capital. */
async function firstAct({ database, organisations }: AccessWorld, side: Side): Promise<CapitalActId> {
  const [act] = await database.owner<{ id: CapitalActId }>(
    'select id from registry.capital_act where organisation_id = $1 order by number limit 1',
    [organisations[side].cooperative],
  );
  return act!.id;
}

/** Everybody asks about the cooperative next door: nobody else has a book. */
export async function capitalCases(world: AccessWorld, members: Readonly<Record<Side, MemberId>>): Promise<Cases> {
  const acts = { own: await firstAct(world, 'own'), foreign: await firstAct(world, 'foreign') };
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
    'registry.capital.correct': (side) => ({ id: newId(), act: acts[side], reason: 'ghi nhầm số tiền' }),
    'registry.capital.export': (side) => ({ ...organisation(side), format: 'csv' }),
  };
}
