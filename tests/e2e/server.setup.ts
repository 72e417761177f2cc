import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    address: string;
    /** The data folder of the product at that address; empty when it was started by somebody else. */
    data: string;
  }
}

const root = fileURLToPath(new URL('../../', import.meta.url));

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** The product as `npm start` runs it, on a data folder and port of its own. */
export function startProduct(
  data: string,
  port: number,
  environment: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['app/start.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), LIENKET_DATA: data, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('Lienket is ready')) resolve(child);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => reject(new Error(`the product ended with ${code}:\n${said}`)));
    setTimeout(() => reject(new Error(`the product was not ready within two minutes:\n${said}`)), 120_000).unref();
  });
}

/** One running product for all browser tests. LIENKET_E2E_ADDRESS names one that already runs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['LIENKET_E2E_ADDRESS'];
  if (given !== undefined) {
    project.provide('address', given);
    project.provide('data', process.env['LIENKET_E2E_DATA'] ?? '');
    return async () => undefined;
  }
  const data = mkdtempSync(join(tmpdir(), 'lienket-e2e-'));
  const port = await freePort();
  const product = await startProduct(data, port);
  project.provide('address', `http://localhost:${port}`);
  project.provide('data', data);
  return async () => {
    const ended = new Promise((resolve) => product.once('exit', resolve));
    product.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
}
