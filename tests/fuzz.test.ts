import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { roles, type Role } from '#kernel/actor.ts';
import { newId, type OrganisationId } from '#kernel/id.ts';
import type { Method } from '#kernel/method.ts';
import { usePersonalKeys } from '#registry';
import { handlers } from '#app/methods.ts';
import { allCases } from './access.cases.ts';
import { undoing } from './access.rollback.ts';
import { expectedAccess } from './access.table.ts';
import { accessWorld, type Asker } from './access.world.ts';
import { otherProvince, signedIn, testDatabase, testServer, type Answer } from './harness.ts';
import { changedAt, inputSchema, placesOf, sampleOf, spoiled, type Spoiled } from './schema-sample.ts';

usePersonalKeys({ cipher: randomBytes(32), index: randomBytes(32) });
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

/** Ids of what exists, replaced one by one; those the case makes anew each time are the caller's to choose. */
function foreignIds(method: Method, asker: Asker): Spoiled[] {
  const make = cases[method.name]!;
  const [base, again, foreign] = [make('own', asker), make('own', asker), make('foreign', asker)];
  const schema = inputSchema(method.input);
  const valueAt = (input: unknown, path: readonly (string | number)[]): unknown =>
    path.reduce((inner: unknown, key) => (inner as Record<string | number, unknown> | undefined)?.[key], input);
  return placesOf(schema, base)
    .filter(({ value }) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value))
    .filter(({ path, value }) => valueAt(again, path) === value)
    .flatMap(({ path, required }) => [
      {
        what: `${path.join('.')} of another province`,
        input: changedAt(base, path, elsewhere) as Spoiled['input'],
        mustFail: required,
      },
      {
        what: `${path.join('.')} of another organisation`,
        input: changedAt(base, path, valueAt(foreign, path)) as Spoiled['input'],
        mustFail: false,
      },
    ]);
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
    await eachOf(
      [...spoiled(base, schema, carrier), ...foreignIds(method, asker)],
      async ({ what, input, mustFail }) => {
        const answer = await ask(method, input as never);
        expectHandled(what, answer);
        if (mustFail) expect(answer.status, what).toBeGreaterThanOrEqual(400);
      },
    );
  },
  60_000,
);
