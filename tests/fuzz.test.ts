import { expect, test } from 'vitest';
import { roles } from '#kernel/actor.ts';
import { handlers } from '#app/methods.ts';
import { accessWorld } from './access.world.ts';
import { signedIn, testDatabase, testServer } from './harness.ts';
import { inputSchema, sampleOf, spoiled } from './schema-sample.ts';

const database = await testDatabase();
const { as } = await testServer(database);
const world = await accessWorld(database);
const mighty = as(await signedIn(database, ...roles.map((role) => world.held(role, 'own'))));

test.each(handlers.map(({ method }) => [method.name, method] as const))(
  '%s, with any one field wrong, refuses with a code and never breaks',
  async (name, method) => {
    const schema = inputSchema(method.input);
    const base = { ...(sampleOf(schema) as Record<string, unknown>), ...world.cases[name]?.own };
    for (const { what, input, mustFail } of spoiled(base, schema)) {
      const { status, body } = await mighty(method, input as never);
      expect(status, `${what}: ${JSON.stringify(body).slice(0, 300)}`).toBeLessThan(500);
      if (status >= 400) expect(body.code, what).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
      if (mustFail) expect(status, what).toBeGreaterThanOrEqual(400);
    }
  },
  60_000,
);
