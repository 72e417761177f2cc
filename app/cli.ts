import { parseArgs } from 'node:util';
import { backupCommand, restoreCommand, verifyCommand } from './backup.cli.ts';
import { figuresCommand } from './figures.cli.ts';
import { BadUse, type CliCommand } from './cli-command.ts';
import { importCommand } from './import.cli.ts';
import { migrateCommand } from './migrate.cli.ts';
import { provinceCommand } from './province.cli.ts';
import { seedCommand } from './seed.cli.ts';
import { userCommand } from './user.cli.ts';

const commands: readonly CliCommand[] = [
  migrateCommand,
  seedCommand,
  provinceCommand,
  figuresCommand,
  userCommand,
  importCommand,
  backupCommand,
  verifyCommand,
  restoreCommand,
];

const overview = (): string =>
  [
    'Usage: npm run -s lienket -- <command> [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(10)}${summary}`),
    '',
    'Each command explains itself with --help. Exit code 2: the call was not understood.',
  ].join('\n');

async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(overview());
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined)
    throw new BadUse(
      `unknown command ${JSON.stringify(name)}; expected one of ${commands.map((each) => each.name).join(', ')}`,
    );
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(command.help);
    return 0;
  }
  let parsed;
  try {
    parsed = parseArgs({
      args: rest,
      options: { json: { type: 'boolean' }, ...command.options },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new BadUse(`${(error as Error).message}\n\n${command.help}`);
  }
  await command.run({ options: parsed.values, words: parsed.positionals });
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(error instanceof BadUse ? 2 : 1);
  },
);
