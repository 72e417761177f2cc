import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { writeBackup } from '#platform/database/backup.ts';
import { restoreBackup, verifyBackup } from '#platform/database/restore.ts';
import { templateName, withDatabase } from './database.setup.ts';
import { testDatabase } from './harness.ts';

const { owner, ownerUrl } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'lienket-backup-'));
const quiet = (): void => undefined;
const name = 'Hợp tác xã "Đồi\\Sim"\n\ttổ 1 ✿';

const empty = `test_${newId().replaceAll('-', '')}`;
const emptyUrl = withDatabase(inject('ownerUrl'), empty);
const root = new pg.Client({ connectionString: inject('ownerUrl') });
await root.connect();
await root.query(`create database ${empty} template ${templateName}`);
afterAll(async () => {
  await root.query(`drop database if exists ${empty} with (force)`);
  await root.end();
  rmSync(folder, { recursive: true, force: true });
});

const taken = join(folder, 'taken');
const sums = async (of: string): Promise<unknown> =>
  (JSON.parse(await readFile(join(of, 'manifest.json'), 'utf8')) as { tables: unknown }).tables;

describe('a backup', () => {
  test('holds every row and reads as whole', async () => {
    await owner(
      `insert into registry.organisation (province, id, kind, name, fields) values (22, $1, 'cooperative', $2, '{crops,"a b"}')`,
      [newId(), name],
    );
    await owner(
      `insert into platform.file (province, id, sha256, media_type, bytes, name, content, uploaded_by)
       select 22, $1, sha256(content), 'image/png', length(content), 'ảnh.png', content, 'x' from (select decode(repeat('00ff5c0a', 60000), 'hex') as content) c`,
      [newId()],
    );
    await owner(
      `insert into registry.organisation (province, id, kind, name) select 31, gen_random_uuid(), 'farm', 'Trang trại ' || n from generate_series(1, 2500) n`,
    );
    await writeBackup(ownerUrl, taken, quiet);
    expect(await verifyBackup(taken)).toBeGreaterThan(2_500);
  });

  test('is not written over another one', async () => {
    await writeFile(join(folder, 'there.partial'), '');
    await expect(writeBackup(ownerUrl, join(folder, 'there'), quiet)).rejects.toThrow('EEXIST');
  });

  test('comes back into an empty database to the letter', async () => {
    await restoreBackup(emptyUrl, taken, quiet);
    const again = join(folder, 'again');
    await writeBackup(emptyUrl, again, quiet);
    expect(await sums(again)).toEqual(await sums(taken));
  });

  test('is refused where a province is served already', async () => {
    await expect(restoreBackup(ownerUrl, taken, quiet)).rejects.toThrow('serves a province already');
  });

  test('that was changed is refused, and nothing of it comes in', async () => {
    const file = join(taken, 'registry.organisation.jsonl.gz');
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, bytes.length - 40));
    await expect(verifyBackup(taken)).rejects.toThrow('registry.organisation.jsonl.gz');
    const other = `${empty}_b`;
    await root.query(`create database ${other} template ${templateName}`);
    try {
      const url = withDatabase(inject('ownerUrl'), other);
      await expect(restoreBackup(url, taken, quiet)).rejects.toThrow('registry.organisation.jsonl.gz');
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      expect((await client.query('select from platform.tenant')).rowCount).toBe(0);
      await client.end();
    } finally {
      await root.query(`drop database ${other} with (force)`);
    }
  });

  test('what is no backup is said to be none', async () => {
    await expect(verifyBackup(folder)).rejects.toThrow('expected a folder made by "backup"');
  });
});
