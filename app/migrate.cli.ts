import { onInstallation, refuseWords, type CliCommand } from './cli-command.ts';

export const migrateCommand: CliCommand = {
  name: 'migrate',
  summary: 'bring the database up to date',
  help: `Usage: npm run -s lienket -- migrate [--json]

Applies the migrations in db/migrations that are missing; forward only, one runner at a time. \`npm start\` does the same.
  --json   print {"applied": [names]}`,
  options: {},
  run: async ({ options, words }) => {
    refuseWords(words);
    await onInstallation(async (_config, { applied }) => {
      if (options['json'] === true) console.log(JSON.stringify({ applied }));
      else console.log(applied.length === 0 ? 'the database is up to date' : `applied:\n${applied.join('\n')}`);
    });
  },
};
