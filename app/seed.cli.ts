import { onInstallation, progress, refuseWords, type CliCommand } from './cli-command.ts';
import { prepareProvince } from './province.ts';

export const seedCommand: CliCommand = {
  name: 'seed',
  summary: 'load the national lists and, where there is no province yet, the demonstration province',
  help: `Usage: npm run -s lienket -- seed [--json]

Loads the national lists (units, parameters, commodities). Where the installation serves no province yet, makes the
demonstration province too, unless LIENKET_DEMO=0. Safe to repeat.
  --json   print {"seeded": true}`,
  options: {},
  run: async ({ options, words }) => {
    refuseWords(words);
    await onInstallation((config, installation) => prepareProvince(config, installation, progress));
    console.log(options['json'] === true ? JSON.stringify({ seeded: true }) : 'seeded');
  },
};
