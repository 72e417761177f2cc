import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { OrganisationId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import {
  importFromConsole,
  type ColumnLeftOut,
  type ConsoleReport,
  type ConsoleTrouble,
} from '#contexts/intake/console-import.store.ts';
import { batchKinds, type BatchKind } from '#contexts/intake/field.ts';
import { troubleWords } from '#contexts/intake/trouble-words.ts';
import { stopReading } from '#platform/spreadsheet/read.ts';
import { BadUse, onInstallation, progress, refuseWords, type CliCommand, type Given } from './cli-command.ts';
import { saidHelp, saidOf, saidOptions, saidWords } from './import-said.ts';
import { settledProvince } from './province.ts';

const quoted = (given: unknown): string => JSON.stringify(given ?? null);

function kindOf(given: unknown): BatchKind {
  const kind = batchKinds.find((one) => one === given);
  if (kind === undefined) throw new BadUse(`--kind: expected one of ${batchKinds.join(', ')}; got ${quoted(given)}`);
  return kind;
}

async function bytesOf(file: unknown): Promise<{ bytes: Uint8Array; fileName: string }> {
  if (typeof file !== 'string') throw new BadUse('--file: expected an XLSX or CSV file; got null');
  try {
    return { bytes: await readFile(file), fileName: basename(file).slice(-200) };
  } catch {
    throw new BadUse(`--file: expected an XLSX or CSV file; ${file} cannot be read`);
  }
}

function organisationOf(given: unknown): OrganisationId | null {
  if (given === undefined) return null;
  const parsed = OrganisationId.safeParse(given);
  if (!parsed.success) throw new BadUse(`--organisation: expected an organisation's id (UUID); got ${quoted(given)}`);
  return parsed.data;
}

function sheetOf(given: unknown): number | undefined {
  if (given === undefined) return undefined;
  if (!/^[1-9]\d?$/.test(String(given)))
    throw new BadUse(`--sheet: expected the number of a sheet, from 1; got ${quoted(given)}`);
  return Number(given) - 1;
}

const forAllOf = (given: unknown): Record<string, string> =>
  Object.fromEntries(
    ((given ?? []) as string[]).map((text) => {
      const [field = '', ...rest] = text.split('=');
      if (rest.length === 0) throw new BadUse(`--for-all: expected FIELD=VALUE; got ${quoted(text)}`);
      return [field, rest.join('=')];
    }),
  );

async function wanted({ options }: Given) {
  return {
    kind: kindOf(options['kind']),
    organisation: organisationOf(options['organisation']),
    sheet: sheetOf(options['sheet']),
    forAll: forAllOf(options['for-all']),
    said: saidOf(options),
    as: options['as'] as string | undefined,
    dryRun: options['dry-run'] === true,
    ...(await bytesOf(options['file'])),
  };
}

const expectedOf = (code: string): string => troubleWords[code]?.[1] ?? 'a person has to say on the page who is meant';

const said = ({ row, column, heading, code, choices }: ConsoleTrouble): string => {
  const place = column === null ? '' : `, column ${column}${heading === null ? '' : ` (${heading})`}`;
  return `row ${row}${place}: ${expectedOf(code)}${choices.length === 0 ? '' : `: ${choices.join(' / ')}`}`;
};

const columns: Readonly<Record<string, string>> = {
  'officer-unknown': '--as: expected the sign-in name of an account of this installation',
  'not-of-the-officer': '--as: expected an officer who looks after this place, or who runs the organisation',
  'organisation-unknown': '--organisation: expected the id of an organisation of this province',
  'not-of-one': '--organisation: expected none with --kind organisations',
  'rows-missing': '--file: expected a sheet with a row of headings',
  'organisation-missing': '--organisation, or a column with the tax number or the name of the organisation',
  'value-for-all-unreadable': '--for-all: expected a value that can be read',
  ...saidWords,
  'field-missing': 'expected a column, or --for-all FIELD=VALUE',
};

function badUse(error: Problem): BadUse {
  if (error.code !== 'intake.console.not-possible')
    return new BadUse(
      `--file: expected an XLSX or CSV file of at most 20 MB and 100,000 rows; it is refused: ${error.code}`,
    );
  const obstacles = error.details['obstacles'] as readonly (
    | string
    | { code: string; field?: string; column?: number }
  )[];
  return new BadUse(
    obstacles
      .map((one) => (typeof one === 'string' ? { code: one } : one))
      .map(({ code, ...where }) => {
        const about = 'field' in where ? ` (${where.field})` : 'column' in where ? ` (column ${where.column})` : '';
        return `${columns[code] ?? code}${about}`;
      })
      .join('\n'),
  );
}

/** Exit code 0 does not hide what was not taken over: each column, and why. */
const leftOutSaid = ({ column, heading, reason, rows }: ColumnLeftOut): string => {
  const place = column === null ? heading : `column ${column} (${heading})`;
  return reason === 'consent-missing'
    ? `${place}: left out in ${rows} rows, for want of the members' consent: --consent-on with --consent-paper or --consent-spoken`
    : `${place}: left out, no field is known by this heading`;
};

function print({ options }: Given, { batch, counts, columnsLeftOut, troubles }: ConsoleReport): void {
  const { new: made, update: changed, same, refused, question } = counts.outcomes;
  if (options['json'] === true)
    console.log(
      JSON.stringify({
        imported: batch !== null,
        batch,
        rows: counts.rows,
        new: made,
        updated: changed,
        same,
        refused: refused + question,
        leftOut: counts.leftOut,
        columnsLeftOut,
        troubles: troubles.map((one) => ({ ...one, expected: expectedOf(one.code) })),
      }),
    );
  else if (troubles.length === 0)
    console.log(
      `${batch === null ? 'would be imported' : 'imported'}: ${made} new, ${changed} updated, ${same} the same, of ${counts.rows} rows`,
    );
  if (options['json'] !== true) for (const one of columnsLeftOut) progress(leftOutSaid(one));
}

async function run(given: Given): Promise<void> {
  refuseWords(given.words);
  const sheet = await wanted(given);
  const report = await onInstallation(async (config, installation) => {
    const { province } = await settledProvince(config, installation, progress);
    return importFromConsole({ database: installation.database, province }, sheet, (done, total) =>
      progress(`${done} of ${total} rows`),
    );
  })
    .catch((error: unknown) => {
      throw error instanceof Problem ? badUse(error) : error;
    })
    .finally(() => void stopReading());
  print(given, report);
  if (report.troubles.length > 0)
    throw new BadUse(`${sheet.fileName}: nothing was imported\n${report.troubles.map(said).join('\n')}`);
}

export const importCommand: CliCommand = {
  name: 'import',
  summary: 'take over a sheet of organisations, members or accounts',
  help: `Usage: npm run -s lienket -- import --kind organisations|members|accounts --file FILE [--organisation ID]
         [--as SIGN-IN NAME] [--sheet N] [--for-all FIELD=VALUE]... [--dry-run] [--json]
         [--consent-on DAY (--consent-paper TEXT | --consent-spoken)]
         [--change-on DAY --document NUMBER --document-on DAY --issuer TEXT [--legal-basis TEXT]]

Takes over an XLSX or CSV file with the headings people give such lists, as the pages do: columns as they were mapped the
last time for the same headings, or as the headings say. All or nothing: a file with a wrong cell is refused with row,
column and what was expected, and exit code 2. What was taken over is listed, and can be taken back, on the page of imports.
  --kind           ${batchKinds.join(', ')}
  --organisation   all rows belong to it (members, accounts)
  --as             the officer who answers for it, by e-mail address; only rows this person may enter are taken.
                   Without it whoever holds the console answers, for the whole province
  --sheet          which sheet of the workbook, from 1; without it the one with the most known headings
  --for-all        for rows that do not say it, for instance --for-all joinedOn=01/07/2025
${saidHelp}
  --dry-run        check only
  --json           print {"imported", "batch", "rows", "new", "updated", "same", "refused", "leftOut", "columnsLeftOut",
                   "troubles"}`,
  options: {
    kind: { type: 'string' },
    file: { type: 'string' },
    organisation: { type: 'string' },
    as: { type: 'string' },
    sheet: { type: 'string' },
    'for-all': { type: 'string', multiple: true },
    ...saidOptions,
    'dry-run': { type: 'boolean' },
  },
  run,
};
