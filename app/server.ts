import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { stopComparing } from '#contexts/duplicates/index.ts';
import { stopDrawing } from '#contexts/places/index.ts';
import { mountFiles } from '#platform/file/file.routes.ts';
import { mountHouse } from '#platform/http/house.ts';
import { tidyWhenIdle } from '#platform/http/idle.ts';
import type { ServerParts } from '#platform/http/parts.ts';
import { createServer } from '#platform/http/server.ts';
import { mountWeb } from '#platform/http/static.ts';
import { useMail } from '#platform/mail/mail.ts';
import { startJobs, type Jobs } from '#platform/job/job.ts';
import { stopPdf } from '#platform/pdf/typst.ts';
import { loadActor } from '#platform/session/actor.ts';
import { sessionToken } from '#platform/session/cookie.ts';
import { createAuth, type Auth } from '#platform/session/auth.ts';
import { mountAuth } from '#platform/session/auth.routes.ts';
import { stopMarking } from '#platform/spreadsheet/mark.ts';
import { stopReading } from '#platform/spreadsheet/read.ts';
import type { Config } from './config.ts';
import { openSignIn } from './demo-accounts.ts';
import type { Installation } from './installation.ts';
import { fileAccess, handlers, jobs, limits, subscribers } from './methods.ts';
import { servedProvinces, startOutbox } from './outbox-worker.ts';
import type { Settled } from './province.ts';
import { webFolder } from './web-build.ts';

/** Paths whose page is the light public one. */
const portalPaths = [/^\/01\//, /^\/t(\/|$)/, /^\/v\//, /^\/m(\/|$)/];

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

export interface Composed {
  readonly server: FastifyInstance;
  readonly auth: Auth;
}

/** The whole server on an open installation, not yet listening: every method can be asked of it. */
export async function composeServer(
  config: Settled,
  installation: Installation,
  afterCommand?: () => void,
): Promise<Composed> {
  const { database, secrets } = installation;
  const parts: ServerParts = {
    database,
    handlers,
    sessions: {
      actor: (client, cookie, province) => loadActor(client, cookie, province, secrets.session),
      token: (cookie) => sessionToken(cookie, secrets.session),
    },
    origin: config.origin,
    province: config.province,
    limits,
    trustProxy: config.trustProxy,
    log: config.log,
    ...(afterCommand === undefined ? {} : { afterCommand }),
  };
  const server = await createServer(parts);
  useMail(config.mail, { onTrouble: (trouble) => server.log.error(trouble) });
  mountHouse(server, parts);
  mountFiles(server, parts, fileAccess);
  const auth = authOf(config, installation);
  await mountAuth(server, auth);
  await openSignIn(server, config, { auth, database, province: config.province });
  await mountWeb(server, { folder: webFolder, portal: portalPaths });
  return { server, auth };
}

/** Listens, and works off the outbox and the queues beside. */
export async function serve(config: Settled, installation: Installation): Promise<Running> {
  const { database } = installation;
  let wake = (): void => undefined;
  const { server, auth } = await composeServer(config, installation, () => wake());
  const outbox = startOutbox(database, subscribers, (error) => server.log.error(error));
  wake = outbox.wake;
  const workers: Jobs = await startJobs(database, jobs, () => servedProvinces(database));
  tidyWhenIdle(server, 20_000);
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
      await Promise.all([stopPdf(), stopReading(), stopMarking(), stopComparing(), stopDrawing()]);
    },
  };
}
