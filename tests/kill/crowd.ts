import { execFile, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { newId } from '#kernel/id.ts';
import { startPostgres } from '#platform/database/launcher.ts';
import { startProduct } from '#tests/e2e/server.setup.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** A province without anything in it, and no web app: what is tried is the way of a command. */
export interface House {
  readonly data: string;
  readonly port: number;
}
const environment = { LIENKET_DEMO: '0', LIENKET_WEB: '0' };

const lienket = ({ data, port }: House, ...words: readonly string[]) =>
  run(process.execPath, ['app/cli.ts', ...words], {
    cwd: root,
    env: { ...process.env, ...environment, PORT: String(port), LIENKET_DATA: data },
  });

export const open = (house: House) =>
  lienket(house, 'province', 'create', '--code', '22', '--admin', 'Quản trị thử nghiệm');
export const start = (house: House): Promise<ChildProcess> => startProduct(house.data, house.port, environment);

export const ended = (product: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (product.exitCode !== null || product.signalCode !== null) resolve();
    else product.once('exit', () => resolve());
  });

const addressOf = ({ port }: House): string => `http://localhost:${port}`;

/** Comes in by a one-time link made on the console, as the first officer of a province does; the cookie of the session. */
export async function officerOf(house: House): Promise<string> {
  const who = ['--name', 'Cán bộ thử nghiệm', '--role', 'provincial-officer', '--json'];
  const { stdout } = await lienket(house, 'user', 'invite', ...who);
  const token = (JSON.parse(stdout) as { link: string }).link.split('#')[1]!;
  const person = { account: newId(), name: 'Cán bộ thử nghiệm', email: 'can-bo@example.test', password: newId() };
  const headers = { 'content-type': 'application/json', origin: addressOf(house) };
  const post = async (path: string, body: unknown): Promise<Response> => {
    const answer = await fetch(addressOf(house) + path, {
      method: 'POST',
      headers: { ...headers, 'command-id': newId() },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  await post('/api/people.invitation.accept', { token, grant: newId(), newAccount: person });
  const { email, password } = person;
  const signedIn = await post('/api/auth/sign-in/email', { email, password });
  return signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

export interface Command {
  readonly commandId: string;
  readonly organisation: string;
  readonly body: string;
}

/** So many organisations to be recorded. The ids are the caller's; what a command writes beside has ids of its own. */
export const commandsFor = (round: string, count: number): Command[] =>
  Array.from({ length: count }, (_, at) => {
    const organisation = newId();
    const name = `Hợp tác xã vòng ${round} số ${at}`;
    const body = {
      id: organisation,
      kind: 'cooperative',
      name,
      foundedOn: '2024-01-01',
      unit: '06895',
      address: 'Thôn 1',
    };
    return { commandId: newId(), organisation, body: JSON.stringify(body) };
  });

/** The answer's text when the command was acknowledged; undefined when the server was gone before. */
async function sent(house: House, cookie: string, { commandId, body }: Command): Promise<string | undefined> {
  try {
    const answer = await fetch(`${addressOf(house)}/api/registry.organisation.record`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'command-id': commandId, cookie },
      body,
    });
    const text = await answer.text();
    return answer.status === 200 ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Sends all at once; `heard` is told with every acknowledgement how many there are. */
export async function sendAll(
  house: House,
  cookie: string,
  commands: readonly Command[],
  heard: (count: number) => void = () => undefined,
): Promise<Map<string, string>> {
  const acknowledged = new Map<string, string>();
  await Promise.all(
    commands.map(async (command) => {
      const text = await sent(house, cookie, command);
      if (text === undefined) return;
      acknowledged.set(command.commandId, text);
      heard(acknowledged.size);
    }),
  );
  return acknowledged;
}

export const killPostmaster = ({ data }: House): void => {
  process.kill(Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
};

const inspected = `select c.command_id as "commandId",
    (select count(*)::int from registry.organisation o where o.id = c.organisation) as organisations,
    (select count(*)::int from registry.organisation_place p where p.organisation_id = c.organisation) as places,
    (select count(*)::int from registry.organisation_act a where a.organisation_id = c.organisation) as acts,
    (select count(*)::int from platform.outbox t where t.payload ->> 'organisation' = c.organisation::text) as told,
    (select count(*)::int from platform.audit a where a.command_id = c.command_id) as audits,
    (select count(*)::int from platform.command_reply r where r.command_id = c.command_id and r.reply is not null) as replies
  from unnest($1::uuid[], $2::uuid[]) c(command_id, organisation)`;

export interface Trace {
  readonly commandId: string;
  readonly organisations: number;
  readonly places: number;
  readonly acts: number;
  readonly told: number;
  readonly audits: number;
  readonly replies: number;
}

/** What each command has left behind, read beside the server. */
export async function tracesOf({ data }: House, commands: readonly Command[]): Promise<Trace[]> {
  const server = await startPostgres({ dataDir: join(data, 'postgres') });
  const client = new pg.Client({ connectionString: server.ownerUrl });
  await client.connect();
  try {
    const ids = [commands.map(({ commandId }) => commandId), commands.map(({ organisation }) => organisation)];
    return (await client.query<Trace>(inspected, ids)).rows;
  } finally {
    await client.end();
  }
}
