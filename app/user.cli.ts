import { BadUse, type CliCommand } from './cli-command.ts';

export const userCommand: CliCommand = {
  name: 'user',
  summary: 'make a one-time link for a first administrator',
  help: 'Usage: npm run -s lienket -- user invite',
  options: {},
  run: async () => {
    throw new BadUse('expected: user invite');
  },
};
