import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeBackup } from '#platform/database/backup.ts';
import { BackupTrouble, restoreBackup, verifyBackup } from '#platform/database/restore.ts';
import { BadUse, onInstallation, progress, refuseWords, type CliCommand, type Given } from './cli-command.ts';

/** npm runs scripts in the project's folder; a path means the folder it was typed in. */
function folderOf({ options, words }: Given, option: 'to' | 'from'): string {
  refuseWords(words);
  const given = options[option];
  if (typeof given !== 'string' || given === '') throw new BadUse(`--${option}: expected a folder`);
  return resolve(process.env['INIT_CWD'] ?? '.', given);
}

const asBadUse = (error: unknown): never => {
  throw error instanceof BackupTrouble ? new BadUse(error.message) : error;
};

function told({ options }: Given, said: Readonly<Record<string, unknown>>, text: string): void {
  console.log(options['json'] === true ? JSON.stringify(said) : text);
}

export const backupCommand: CliCommand = {
  name: 'backup',
  summary: 'write all rows, files included, into a new folder, while the product runs',
  help: `Usage: npm run -s lienket -- backup --to FOLDER [--json]

Writes every row as of one moment, uploaded files included, with checksums. The folder must not exist yet; it has its
name only once it is whole. Keys are not in it: keep secret/ of the data folder in another place.
  --to     the folder to make`,
  options: { to: { type: 'string' } },
  run: async (given) => {
    const folder = folderOf(given, 'to');
    for (const taken of [folder, `${folder}.partial`])
      if (existsSync(taken)) throw new BadUse(`--to: expected a folder that does not exist yet; ${taken} does`);
    const { tables } = await onInstallation((_config, { ownerUrl }) => writeBackup(ownerUrl, folder, progress));
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    told(given, { folder, tables: tables.length, rows }, `${rows} rows of ${tables.length} tables are in ${folder}`);
  },
};

export const verifyCommand: CliCommand = {
  name: 'verify',
  summary: 'read a backup and compare it with its checksums',
  help: `Usage: npm run -s lienket -- verify --from FOLDER [--json]

Reads the whole backup: every row is counted and every table compared with its checksum. Touches no database.`,
  options: { from: { type: 'string' } },
  run: async (given) => {
    const folder = folderOf(given, 'from');
    const rows = await verifyBackup(folder).catch(asBadUse);
    told(given, { folder, rows, whole: true }, `whole: ${rows} rows`);
  },
};

export const restoreCommand: CliCommand = {
  name: 'restore',
  summary: 'put a backup into an empty data folder',
  help: `Usage: LIENKET_DATA=EMPTY_FOLDER npm run -s lienket -- restore --from FOLDER [--json]

Puts a backup back, all of it or nothing, into a data folder that serves no province yet. Copy secret/ of the old data
folder there first: national ids are sealed with its key. Everybody signs in anew.`,
  options: { from: { type: 'string' } },
  run: async (given) => {
    const folder = folderOf(given, 'from');
    const rows = await onInstallation((_config, { ownerUrl }) => restoreBackup(ownerUrl, folder, progress)).catch(
      asBadUse,
    );
    told(given, { folder, rows }, `${rows} rows restored`);
  },
};
