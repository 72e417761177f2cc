import { today } from '#kernel/day.ts';
import { figuresOf } from '#insight';
import { inProvince } from '#platform/database/transaction.ts';
import { BadUse, onInstallation, progress, refuseWords, type CliCommand } from './cli-command.ts';
import { settledProvince } from './province.ts';

const languages = ['vi', 'en', 'th'] as const;
type Language = (typeof languages)[number];

function languageOf(given: unknown): Language {
  const language = given ?? 'en';
  if (!(languages as readonly unknown[]).includes(language))
    throw new BadUse(`--language: expected one of ${languages.join(', ')}; got ${JSON.stringify(language)}`);
  return language as Language;
}

export const figuresCommand: CliCommand = {
  name: 'figures',
  summary: "print the province's figures",
  help: `Usage: npm run -s lienket -- figures [--json] [--language vi|en|th]

Prints each figure with its value, unit, as-of day, scope and definition. Figures are computed from rows.
  --json       a list of {key, value, unit, asOf, scope, definition}
  --language   of the definitions (en)`,
  options: { language: { type: 'string' } },
  run: async ({ options, words }) => {
    refuseWords(words);
    const language = languageOf(options['language']);
    const figures = await onInstallation(async (config, installation) => {
      const { province } = await settledProvince(config, installation, progress);
      return inProvince(installation.database, province, ({ db }) => figuresOf(db, today()), {
        readOnly: true,
      });
    });
    const list = figures.map(({ key, value, unit, asOf, scope, definition }) => ({
      key,
      value,
      unit,
      asOf,
      scope,
      definition: definition[language],
    }));
    if (options['json'] === true) console.log(JSON.stringify(list, null, 2));
    else
      for (const { key, value, unit, asOf } of list)
        console.log(`${key.padEnd(28)}${String(value).padStart(16)}  ${unit}  ${asOf}`);
  },
};
