import { createHash } from 'node:crypto';
import type { Role } from '#kernel/actor.ts';
import { newId, type AccountId } from '#kernel/id.ts';
import { draftInvitation, draftReset } from '#contexts/people/invitation.wire.ts';
import type { AccessWorld, Asker, Cases, Side } from './access.world.ts';
import { signedIn, type Person } from './harness.ts';
import { connectPostbox } from './mail.harness.ts';

const makers: readonly Asker[] = ['provincial-officer', 'commune-officer', 'organisation-manager', 'administrator'];
const makerOf = (asker: Asker): Role => (makers.includes(asker) ? (asker as Role) : 'organisation-manager');

interface Link {
  readonly id: string;
  readonly token: string;
  readonly hash: string;
}

function newLink(): Link {
  const token = createHash('sha256').update(newId()).digest('base64url');
  return { id: newId(), token, hash: createHash('sha256').update(token).digest('hex') };
}

async function linksBy({ people, organisations, done }: AccessWorld, side: Side): Promise<Map<Asker, Link>> {
  const links = new Map<Asker, Link>();
  for (const role of makers as readonly Role[]) {
    const link = newLink();
    await done(people[side][role], draftInvitation, {
      invitation: link.id,
      tokenHash: link.hash,
      name: `Người được mời ${side}`,
      role: 'organisation-manager',
      organisation: organisations[side].cooperative,
    });
    links.set(role, link);
  }
  return links;
}

async function rowsOf(world: AccessWorld, side: Side) {
  const { database, people, organisations, done } = world;
  const colleague = await signedIn(database, {
    role: 'organisation-manager',
    organisation: organisations[side].cooperative,
  });
  const former = await signedIn(database, {
    role: 'organisation-member',
    organisation: organisations[side].cooperative,
  });
  await database.owner(
    `update platform.access_grant set revoked_at = now(), revoked_by = 'test', reason = 'hết' where account_id = $1`,
    [former.account],
  );
  const reset = newLink();
  await done(people[side].administrator, draftReset, {
    invitation: reset.id,
    tokenHash: reset.hash,
    account: colleague.account!,
  });
  const [grant] = await database.owner<{ id: string }>('select id from platform.access_grant where account_id = $1', [
    colleague.account,
  ]);
  return {
    colleague: colleague.account!,
    former: former.account!,
    grant: grant!.id,
    newcomer: (await signedIn(database)).account as AccountId,
    reset,
    links: await linksBy(world, side),
  };
}

type Rows = Readonly<Record<Side, Awaited<ReturnType<typeof rowsOf>>>>;

function casesOf(
  world: AccessWorld,
  rows: Rows,
  { sessionOf, viewOf }: Record<'sessionOf' | 'viewOf', (person: Person) => string>,
): Cases {
  const nothing = () => ({});
  const organisationOf = (side: Side) => world.organisations[side].cooperative;
  return {
    'people.account.get': nothing,
    'people.account.change': () => ({ locale: 'vi' }),
    'people.account.erase': (side) => ({ account: rows[side].former, reason: 'theo yêu cầu' }),
    'people.demonstration.list': nothing,
    'people.session.list': nothing,
    'people.session.close': (side, asker) => ({ session: sessionOf(world.asker(side, asker)) }),
    'people.grant.list': (side) => ({ organisation: organisationOf(side) }),
    'people.grant.approve': (side) => ({
      grant: newId(),
      account: rows[side].newcomer,
      role: 'organisation-manager',
      organisation: organisationOf(side),
    }),
    'people.grant.revoke': (side) => ({ grant: rows[side].grant, reason: 'hết nhiệm kỳ' }),
    'people.invitation.draft': (side) => ({
      invitation: newId(),
      tokenHash: newLink().hash,
      name: 'Người mới',
      role: 'organisation-manager',
      organisation: organisationOf(side),
    }),
    'people.invitation.list': nothing,
    'people.invitation.get': (side, asker) => ({ hash: rows[side].links.get(makerOf(asker))!.hash }),
    'people.invitation.accept': (side, asker) => ({
      token: rows[side].links.get(makerOf(asker))!.token,
      grant: newId(),
    }),
    'people.invitation.send': (side, asker) => {
      const { id, token } = rows[side].links.get(makerOf(asker))!;
      return { invitation: id, token, email: 'nguoi.moi@example.test' };
    },
    'people.invitation.withdraw': (side, asker) => ({ invitation: rows[side].links.get(makerOf(asker))!.id }),
    'people.reset.draft': (side) => ({
      invitation: newId(),
      tokenHash: newLink().hash,
      account: rows[side].colleague,
    }),
    // Hashing a password takes its time: once is enough, for the others a weak one is refused after permission.
    'people.reset.accept': (side, asker) => ({
      token: rows[side].reset.token,
      password: asker === 'nobody' ? 'một con đường dài xanh mát' : 'aaaaaaaaaaaa',
    }),
    'people.view.list': nothing,
    'people.view.save': () => ({ id: newId(), page: '/registry/organisations', name: 'Của tôi', search: 'kind=farm' }),
    'people.view.withdraw': (side, asker) => ({ view: viewOf(world.asker(side, asker)) }),
    'people.notification.list': nothing,
    'people.notification.confirm': nothing,
  };
}

export async function peopleCases(world: AccessWorld): Promise<Cases> {
  await connectPostbox();
  const rows = { own: await rowsOf(world, 'own'), foreign: await rowsOf(world, 'foreign') };
  const sessions = new Map(
    (await world.database.owner<{ id: string; userId: string }>(`select id, "userId" from auth.session`)).map(
      ({ id, userId }) => [userId, id],
    ),
  );
  const sessionOf = (person: Person): string =>
    sessions.get(person.account ?? world.people.own.administrator.account!)!;
  await world.database.owner(
    `insert into people.saved_view (province, id, account_id, page, name, search)
     select 22, gen_random_uuid(), id, '/registry/organisations', 'Kiểm thử', 'kind=farm' from auth."user"`,
  );
  const views = new Map(
    (
      await world.database.owner<{ id: string; account_id: string }>(`select id, account_id from people.saved_view`)
    ).map(({ id, account_id }) => [account_id, id]),
  );
  const viewOf = (person: Person): string => views.get(person.account ?? world.people.own.administrator.account!)!;
  return casesOf(world, rows, { sessionOf, viewOf });
}
