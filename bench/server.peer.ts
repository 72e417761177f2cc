import { createServer } from 'node:http';
import { z } from 'zod';
import { OrganisationId } from '#kernel/id.ts';
import { query } from '#kernel/method.ts';
import type { Province } from '#kernel/place.ts';
import { Problem } from '#kernel/problem.ts';
import { openDatabase } from '#platform/database/pool.ts';
import { createServer as createHouse } from '#platform/http/server.ts';
import { handle } from '#platform/method/handle.ts';
import { actorStatement, loadActor } from '#platform/session/actor.ts';
import { sessionToken } from '#platform/session/cookie.ts';
import { today } from '#kernel/day.ts';

/** One of the two servers under measure, in a process of its own: `house`, or `bare` node:http and pg. */
const [which, url, port, secret] = process.argv.slice(2) as [string, string, string, string];
const database = openDatabase(url, 10);
const province = 22 as Province;

const columns = 'id, kind, name, status, tax_number, version';
const getOne = query('bench.organisation.get', {
  input: z.object({ id: OrganisationId }),
  reply: z.object({
    id: OrganisationId,
    kind: z.string(),
    name: z.string(),
    status: z.string(),
    tax_number: z.string().nullable(),
    version: z.int(),
  }),
});

type One = z.output<typeof getOne.reply>;

if (which === 'house') {
  const one = handle(getOne, async ({ input, actor, db, insist }) => {
    const found = await db
      .$extendTables<{ 'registry.organisation': One }>()
      .selectFrom('registry.organisation')
      .select(['id', 'kind', 'name', 'status', 'tax_number', 'version'])
      .where('id', '=', input.id)
      .executeTakeFirst();
    if (found === undefined) throw new Problem('not-found', 'bench.organisation.unknown');
    // Whoever is not found has cost a statement less.
    insist(actor.account !== null);
    return found;
  });
  const server = await createHouse({
    database,
    handlers: [one],
    sessions: { actor: (client, cookie, of) => loadActor(client, cookie, of, secret) },
    origin: `http://localhost:${port}`,
    province,
  });
  await server.listen({ port: Number(port), host: '127.0.0.1' });
} else {
  // The same statements, and nothing else: no validation, no permission, no headers.
  createServer((request, response) => {
    const id = new URL(request.url!, 'http://x').searchParams.get('id');
    void (async () => {
      const client = await database.connect();
      await client.query(`begin read only; set local lienket.province = '22'`);
      const found = await client.query({
        ...actorStatement,
        values: [sessionToken(request.headers.cookie, secret), today()],
      });
      const { rows } = await client.query(
        `select ${columns} from registry.organisation where province = $2 and id = $1`,
        [id, 22],
      );
      await client.query('commit');
      client.release();
      response.statusCode = found.rowCount === 1 ? 200 : 401;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(rows[0]));
    })();
  }).listen(Number(port), '127.0.0.1');
}

process.on('message', () => process.send?.(process.cpuUsage()));
process.send?.('ready');
