import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig, type Config } from './config.ts';
import { openInstallation } from './installation.ts';

const folder = mkdtempSync(join(tmpdir(), 'lienket-key-'));
const key = join(folder, 'secret', 'installation.key');
const backup = join(folder, 'key.backup');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const config = (environment: Record<string, string> = {}): Config =>
  readConfig({ LIENKET_DATA: folder, LIENKET_DEMO: '0', ...environment }, pathToFileURL('/'));

/** Starts and stops again; what went wrong, or nothing. */
async function start(environment: Record<string, string> = {}): Promise<string | undefined> {
  try {
    const installation = await openInstallation(config(environment), { claim: true });
    await installation.database.query('select 1');
    await installation.close();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('the installation key', () => {
  test('is made at the first start, for its owner only, and stays', async () => {
    expect(await start()).toBeUndefined();
    const made = readFileSync(key, 'utf8');
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(await start()).toBeUndefined();
    expect(readFileSync(key, 'utf8')).toBe(made);
  });

  test('is missed when it is gone: the start says which file to put back', async () => {
    renameSync(key, backup);
    const said = await start();
    expect(said).toContain(`${key} is missing`);
    expect(said).toContain('put it back from its backup');
  });

  test('is told from another one, also from one that looks as good', async () => {
    writeFileSync(key, 'ab'.repeat(32));
    const said = await start();
    expect(said).toContain(`${key} is not the key this database was made with`);
    writeFileSync(key, 'torn');
    expect(await start()).toContain(`${key} is damaged`);
    rmSync(key);
    renameSync(backup, key);
    expect(await start()).toBeUndefined();
  });

  test('is given up only by naming it; then the next one is as firm', async () => {
    renameSync(key, backup);
    expect(await start({ LIENKET_LOST_KEY: '0123456789abcdef' })).toContain('is missing');
    const [, lost = ''] = /LIENKET_LOST_KEY=([0-9a-f]{16})$/.exec((await start()) ?? '') ?? [];
    expect(await start({ LIENKET_LOST_KEY: lost })).toBeUndefined();
    expect(readFileSync(key, 'utf8')).not.toBe(readFileSync(backup, 'utf8'));
    expect(await start()).toBeUndefined();
    renameSync(backup, key);
    expect(await start({ LIENKET_LOST_KEY: lost })).toContain('is not the key this database was made with');
  });
});
