import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { FastifyInstance } from 'fastify';

/** Probes of monitors come all day and leave nothing behind. */
const probes: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

type Collect = (options: { type: 'major'; flavor: 'last-resort' }) => void;

/** V8 keeps the memory a large export once took. This gives all of it back to the machine. */
export function collector(): Collect {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as Collect;
}

/** Once nobody has asked for anything for a while, the memory goes back. Add it before the server listens. */
export function tidyWhenIdle(server: FastifyInstance, quietMs: number, collect: Collect = collector()): void {
  const timer = setTimeout(() => collect({ type: 'major', flavor: 'last-resort' }), quietMs).unref();
  server.addHook('onResponse', async (request) => {
    if (!probes.has(request.routeOptions.url ?? '')) timer.refresh();
  });
  server.addHook('onClose', async () => clearTimeout(timer));
}
