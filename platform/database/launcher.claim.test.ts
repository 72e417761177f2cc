import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AlreadyRunning, claimDataDir } from './launcher.claim.ts';

const module = new URL('launcher.claim.ts', import.meta.url).href;
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lienket-claim-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** Claims in a process of its own; says `mine` and stays, or says what it was told. */
function claimant(port: number, after = '') {
  const script = `import { claimDataDir } from ${JSON.stringify(module)};
    try {
      await claimDataDir(${JSON.stringify(dir)}, ${port});
      console.log('mine');
      ${after}
      setInterval(() => {}, 1000);
    } catch (error) {
      console.log(error.message);
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = new Promise<string>((done) => child.stdout.once('data', (text: Buffer) => done(String(text).trim())));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return { child, said, ended };
}

test('the second is told who is running, and on which port', async () => {
  const first = claimant(3000);
  expect(await first.said).toBe('mine');
  const refusal = await claimDataDir(dir).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(AlreadyRunning);
  expect(refusal).toMatchObject({ message: `already running (pid ${first.child.pid}, port 3000)`, port: 3000 });
  first.child.kill('SIGKILL');
  await first.ended;
});

test('a killed owner leaves the way free', async () => {
  const first = claimant(3000, `process.kill(process.pid, 'SIGKILL');`);
  await first.ended;
  expect(readdirSync(dir)).toHaveLength(1);
  const claim = await claimDataDir(dir);
  await claim.release();
  expect(readdirSync(dir)).toEqual([]);
});

test('a later process with the same pid is not taken for the owner', async () => {
  writeFileSync(join(dir, `running.${process.ppid}-12345-0badb007`), '3000');
  const claim = await claimDataDir(dir);
  expect(readdirSync(dir)).toHaveLength(1);
  await claim.release();
});

test('a process does not claim twice', async () => {
  const claim = await claimDataDir(dir, 8080);
  await expect(claimDataDir(dir)).rejects.toThrow(`already running (pid ${process.pid}, port 8080)`);
  await claim.release();
});

test('of many that start together on a stale claim exactly one owns the data', async () => {
  writeFileSync(join(dir, 'running.999999999-1-0badb007'), '3000');
  const all = Array.from({ length: 6 }, (_, index) => claimant(4000 + index));
  const words = await Promise.all(all.map(({ said }) => said));
  expect(words.filter((word) => word === 'mine')).toHaveLength(1);
  expect(words.filter((word) => word.startsWith('already running (pid '))).toHaveLength(5);
  for (const { child } of all) child.kill('SIGKILL');
  await Promise.all(all.map(({ ended }) => ended));
});
