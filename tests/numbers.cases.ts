import type { Role } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import type { LookId } from '#contexts/registry/member.wire.ts';
import { recordNumberLook } from '#contexts/registry/person-number.wire.ts';
import { sides, type AccessWorld, type Asker, type Cases, type Side } from './access.world.ts';

const lookers: readonly Role[] = ['provincial-officer', 'commune-officer', 'organisation-manager', 'buyer'];

/** Officers look at the number of the trading household, which is a person's. */
const lookedAt = (world: AccessWorld, side: Side, asker: Asker) =>
  asker === 'organisation-manager' ? world.organisations[side].cooperative : world.organisations[side].buyer;

export async function numberCases(world: AccessWorld): Promise<Cases> {
  const looks = new Map<string, LookId>();
  for (const side of sides) {
    for (const role of lookers) {
      const id = newId<LookId>();
      const organisation = lookedAt(world, side, role);
      await world.done(world.people[side][role], recordNumberLook, { id, organisation, purpose: 'đối chiếu hồ sơ' });
      looks.set(`${side} ${role}`, id);
    }
  }
  const own = (side: Side, asker: Asker) => ({ organisation: world.organisation(side, asker) });
  return {
    'registry.person-number.record': (side, asker) => ({ id: newId(), ...own(side, asker), purpose: 'đối chiếu' }),
    'registry.person-number.get': (side, asker) => ({
      look: looks.get(`${side} ${lookers.includes(asker as Role) ? asker : 'organisation-manager'}`)!,
    }),
    'registry.person-number.list': own,
  };
}
