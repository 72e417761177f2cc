import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Province } from '#kernel/place.ts';
import { mountFiles } from '#platform/file/file.routes.ts';
import { mountHouse } from '#platform/http/house.ts';
import type { ServerParts } from '#platform/http/parts.ts';
import { createServer } from '#platform/http/server.ts';
import { mountWeb } from '#platform/http/static.ts';
import { startJobs, type Jobs } from '#platform/job/job.ts';
import { loadActor } from '#platform/session/actor.ts';
import { createAuth, type Auth } from '#platform/session/auth.ts';
import { mountAuth } from '#platform/session/auth.routes.ts';
import type { Config } from './config.ts';
import { openSignIn } from './demo-accounts.ts';
import type { Installation } from './installation.ts';
import { fileAccess, handlers, jobs, limits, subscribers } from './methods.ts';
import { servedProvinces, startOutbox } from './outbox-worker.ts';
import { webFolder } from './web-build.ts';

/** Paths whose page is the light public one. */
const portalPaths = [/^\/01\//, /^\/t\//, /^\/v\//];

export interface Running {
  readonly server: FastifyInstance;
  readonly auth: Auth;
  readonly address: string;
  readonly stop: () => Promise<void>;
}

const authOf = (config: Config, installation: Installation): Auth =>
  createAuth({
    databaseUrl: installation.servingUrl,
    secret: installation.secrets.session,
    origin: config.origin,
    ...(config.oidc === undefined ? {} : { oidc: [{ id: 'oidc', ...config.oidc }] }),
  });

/** The whole server on an open installation, listening. */
export async function serve(config: Config, installation: Installation): Promise<Running> {
  const { database, secrets } = installation;
  let wake = (): void => undefined;
  const parts: ServerParts = {
    database,
    handlers,
    sessions: { actor: (client, cookie, province) => loadActor(client, cookie, province, secrets.session) },
    origin: config.origin,
    province: config.province as Province,
    limits,
    trustProxy: config.trustProxy,
    log: config.log,
    afterCommand: () => wake(),
  };
  const server = await createServer(parts);
  mountHouse(server, parts);
  mountFiles(server, parts, fileAccess);
  const auth = authOf(config, installation);
  await mountAuth(server, auth);
  await openSignIn(server, config, { auth, database, province: config.province as Province });
  await mountWeb(server, { folder: webFolder, portal: portalPaths });

  const outbox = startOutbox(database, subscribers, (error) => server.log.error(error));
  wake = outbox.wake;
  const workers: Jobs = await startJobs(database, jobs, () => servedProvinces(database));
  await server.listen({ port: config.port, host: config.host });
  const { port } = server.server.address() as AddressInfo;
  return {
    server,
    auth,
    address: config.port === 0 ? `http://localhost:${port}` : config.origin,
    stop: async () => {
      await server.close();
      await workers.stop();
      await outbox.stop();
      await auth.close();
    },
  };
}
