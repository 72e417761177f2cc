import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
export const webFolder = new URL('dist/web/', root);
const stamp = new URL('dist/web/.stamp', root);
const sources = ['web', 'kernel', 'contexts', 'vite.config.ts', 'postcss.config.js', 'package-lock.json'];

async function filesOf(path: string): Promise<string[]> {
  if (/\.\w+$/.test(path)) return [path];
  const entries = await readdir(new URL(`${path}/`, root), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => `${entry.parentPath}/${entry.name}`);
}

/** A hash over what the web app is made of. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of (await filesOf(source)).sort())
      hash.update(await readFile(file.startsWith('/') ? file : new URL(file, root)));
  }
  return hash.digest('hex');
}

function vite(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('node_modules/vite/bin/vite.js', root)), 'build', '--logLevel', 'warn'],
      {
        cwd: fileURLToPath(root),
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error('the web app could not be built: see above')),
    );
  });
}

/** Builds the web app when its sources have changed since the last time. Returns whether it had to. */
export async function buildWebIfStale(): Promise<boolean> {
  const now = await fingerprint();
  const then = await readFile(stamp, 'utf8').catch(() => '');
  if (now === then) return false;
  await vite();
  await writeFile(stamp, now);
  return true;
}
