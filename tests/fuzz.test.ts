import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { roles, type Role } from '#kernel/actor.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import type { Method } from '#kernel/method.ts';
import { useCardSecret, usePersonalKeys } from '#registry';
import { handlers } from '#app/methods.ts';
import { allCases } from './access.cases.ts';
import { undoing } from './access.rollback.ts';
import { expectedAccess } from './access.table.ts';
import { accessWorld, type Asker, type Input, type Side } from './access.world.ts';
import { otherProvince, signedIn, testDatabase, testServer, type Answer } from './harness.ts';
import { changedAt, inputSchema, placesOf, sampleOf, spoiled, type Path } from './schema-sample.ts';

usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
useCardSecret(randomBytes(32));
const database = await testDatabase();
const world = await accessWorld(database, await testServer(database));
const { cases } = await allCases(world);
const { as } = await testServer({ ...database, database: undoing(database.database) });
const table = expectedAccess();

/** Holds every role on the own side: whatever is wrong with an input, it gets past the door. */
const mighty = await signedIn(database, ...roles.map((role) => world.held(role, 'own')));
const ask = as(mighty);

const elsewhere = newId<OrganisationId>();
await database.owner(
  `insert into registry.organisation (province, id, kind, name) values ($1, $2, 'cooperative', 'Hợp tác xã tỉnh khác')`,
  [otherProvince, elsewhere],
);

/** Whose case reaches deepest: somebody who may, and of those the one who runs the cooperative. */
function deepest(name: string): Asker {
  const row = table.get(name);
  const may = roles.filter((role: Role) => row?.[role][0]);
  return may.find((role) => role === 'organisation-manager') ?? may[0] ?? 'provincial-officer';
}

async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}

function expectHandled(what: string, { status, body }: Answer<unknown>): void {
  expect(status, `${what}: ${JSON.stringify(body).slice(0, 300)}`).toBeLessThan(500);
  if (status >= 400) expect(body.code, what).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const valueAt = (input: unknown, path: Path): unknown =>
  path.reduce((inner: unknown, key) => (inner as Record<string | number, unknown> | undefined)?.[key], input);

/** Where the ids of what exists stand; those the case makes anew each time are the caller's to choose. */
function idsOf(
  method: Method,
  asker: Asker,
  side: Side = 'own',
): { readonly base: Input; readonly paths: readonly Path[] } {
  const make = cases[method.name]!;
  const [base, again] = [make(side, asker), make(side, asker)];
  const paths = placesOf(inputSchema(method.input), base)
    .filter(({ path, value }) => typeof value === 'string' && uuid.test(value) && valueAt(again, path) === value)
    .map(({ path }) => path);
  return { base, paths };
}

/** Lists that are narrowed by an organisation: one that this province does not know has nothing in them. */
const narrowedLists: readonly string[] = [
  'people.grant.list',
  'production.plot.list',
  'production.season.list',
  'production.harvest.list',
  'quality.lot.list',
];

/** Whoever scans anything is told what is wrong with it: that is the answer. */
const tellsWhatIsWrong: readonly string[] = ['registry.card.verify'];

/** An id that only the other province knows is refused, whoever asks; a list narrowed by it is empty. */
async function refuseOtherProvince(method: Method, asker: Asker): Promise<void> {
  const { base, paths } = idsOf(method, asker);
  await eachOf(paths, async (path) => {
    const what = `${path.join('.')} of another province`;
    const answer = await ask(method, changedAt(base, path, elsewhere) as never);
    expectHandled(what, answer);
    if (narrowedLists.includes(method.name)) expect(answer.body, what).toMatchObject({ items: [] });
    else expect(answer.status, what).toBeGreaterThanOrEqual(400);
  });
}

/** Fields by which these roles name somebody else on purpose, as docs/access.md has it; each with its reason. */
const namesOthers: Readonly<Record<string, readonly Role[]>> = {
  // A role is given to any account: accounts belong to the installation, not to an organisation.
  'people.grant.approve account': ['commune-officer', 'organisation-manager'],
  // Partners of a chain are other organisations.
  'linkage.partner.record organisation': ['organisation-manager', 'buyer'],
  // A contract joins one's own line with the other side's.
  'linkage.contract.draft demand': ['organisation-manager'],
  'linkage.contract.draft offer': ['buyer'],
  // A commune's officer keeps what lies in the unit, whoever farms it.
  'production.plot.record organisation': ['commune-officer'],
  // A sample goes to any laboratory.
  'quality.sample.record laboratory': ['commune-officer', 'organisation-manager'],
  // Loan products are public: whoever wants a loan chooses among the banks.
  'credit.product.check product': ['commune-officer', 'organisation-manager', 'buyer'],
  'credit.consent.give product': ['organisation-manager'],
};

/** What docs/access.md lets a role do with its own and not with somebody else's is refused, whichever id is the foreign one. */
async function refuseOtherOrganisation(method: Method): Promise<void> {
  const row = table.get(method.name)!;
  const bound = roles.filter((role) => row[role][0] && !row[role][1]);
  await eachOf(bound, async (role) => {
    const { base, paths } = idsOf(method, role);
    const foreign = cases[method.name]!('foreign', role);
    for (const path of paths) {
      const other = valueAt(foreign, path);
      if (other === valueAt(base, path)) continue;
      const what = `${path.join('.')} of another organisation, asked by ${role}`;
      const answer = await as(world.asker('own', role))(method, changedAt(base, path, other) as never);
      expectHandled(what, answer);
      const mayName = namesOthers[`${method.name} ${path.join('.')}`]?.includes(role) ?? false;
      if (mayName) expect(answer.status, `${what}: no longer an exception`).toBe(200);
      else expect(answer.status, what).toBeGreaterThanOrEqual(400);
    }
  });
}

/** Ids that the caller makes: one that is taken is refused, one that is free is not. */
const madeByTheCaller: readonly string[] = ['credit.product.publish product', 'support.application.save application'];

/** Who may not read somebody else's record gets the same answer about it as about one that never was: decision 0035. */
async function tellNothingOfOthers(method: Method): Promise<void> {
  const row = table.get(method.name)!;
  const bound = roles.find((role) => row[role][0] && !row[role][1]);
  const barred = roles.find((role) => !row[role][0] && !row[role][1]);
  const outside = row.nobody[1] ? undefined : ('nobody' as const);
  await eachOf([bound, barred, outside], async (asker) => {
    if (asker === undefined) return;
    const foreign = cases[method.name]!('foreign', asker);
    const { paths } = idsOf(method, asker, 'foreign');
    for (const path of paths.filter((one) => !madeByTheCaller.includes(`${method.name} ${one.join('.')}`))) {
      const by = as(world.asker('own', asker));
      const there = await by(method, foreign as never);
      const none = await by(method, changedAt(foreign, path, newId()) as never);
      const what = `${path.join('.')} that is somebody else's, asked by ${asker}, is told from one that never was`;
      expect([there.status, there.body.code], what).toEqual([none.status, none.body.code]);
    }
  });
}

test.each(handlers.map(({ method }) => [method.name, method] as const))(
  '%s, with any one field wrong or of somebody else, refuses with a code and never breaks',
  async (name, method) => {
    const asker = deepest(name);
    const schema = inputSchema(method.input);
    const carrier = method.kind === 'command' ? 'json' : 'query-string';
    const base = { ...cases[name]!('own', asker) };
    expectHandled('as it should be', await ask(method, base as never));
    expectHandled('every field filled', await ask(method, { ...(sampleOf(schema) as object), ...base }));
    await eachOf(spoiled(base, schema, carrier), async ({ what, input, mustFail }) => {
      const answer = await ask(method, input as never);
      expectHandled(what, answer);
      if (mustFail && !tellsWhatIsWrong.includes(name)) expect(answer.status, what).toBeGreaterThanOrEqual(400);
    });
    await refuseOtherProvince(method, asker);
    await refuseOtherOrganisation(method);
    await tellNothingOfOthers(method);
  },
  60_000,
);
