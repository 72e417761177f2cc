import type { SaidInput } from '#contexts/intake/said.ts';
import { SaidInput as Said } from '#contexts/intake/said.wire.ts';
import { BadUse, type CliCommand, type Given } from './cli-command.ts';

/** What is said once for a whole sheet at the console: the members' agreement, and the paper of a change. */
export const saidOptions: CliCommand['options'] = {
  'consent-on': { type: 'string' },
  'consent-paper': { type: 'string' },
  'consent-spoken': { type: 'boolean' },
  'change-on': { type: 'string' },
  document: { type: 'string' },
  'document-on': { type: 'string' },
  issuer: { type: 'string' },
  'legal-basis': { type: 'string' },
};

export const saidHelp = `  --consent-on     members: the day they agreed that sex, phone and hamlet are kept. Without it these columns are left out,
                   and the report says so
  --consent-paper  they signed: number of the paper, or where it lies
  --consent-spoken they said so
  --change-on      organisations: since when registered content of those known already is otherwise (name, kind, numbers,
                   seat, representative, fields). Without it and the paper such rows are refused
  --document, --document-on, --issuer   number, day and issuer of that paper
  --legal-basis    by which law, where it is known
                   A DAY is written 2026-01-31`;

export const saidWords = {
  'consent-in-future': '--consent-on: expected a day that has come',
  'document-in-future': '--document-on: expected a day that has come',
  'changed-in-future': '--change-on: expected a day that has come',
  'said-of-other-kind':
    '--consent-on is of --kind members, --change-on of --kind organisations: expected the one that fits',
} as const;

const expectedOf: Readonly<Record<string, string>> = {
  'consent.givenOn': '--consent-on: expected a day as 2026-01-31',
  'consent.document': '--consent-paper: expected 2 to 200 characters',
  'change.onDay': '--change-on: expected a day as 2026-01-31',
  'change.document.number': '--document: expected the number of the paper, at most 100 characters',
  'change.document.on': '--document-on: expected a day as 2026-01-31',
  'change.document.issuer': '--issuer: expected who issued the paper, 2 to 200 characters',
  'change.legalBasis': '--legal-basis: expected at most 200 characters',
};

function consentOf(options: Given['options']) {
  const { 'consent-on': givenOn, 'consent-paper': document, 'consent-spoken': isSpoken } = options;
  if (givenOn === undefined && document === undefined && isSpoken !== true) return undefined;
  if ((document === undefined) === (isSpoken !== true))
    throw new BadUse('--consent-on: expected with it --consent-paper TEXT or --consent-spoken, one of them');
  return isSpoken === true ? { way: 'spoken', givenOn } : { way: 'paper', givenOn, document };
}

function changeOf(options: Given['options']) {
  const names = ['change-on', 'document', 'document-on', 'issuer', 'legal-basis'] as const;
  const [onDay, number, on, issuer, legalBasis] = names.map((name) => options[name]);
  const isSaid = names.some((name) => options[name] !== undefined);
  return isSaid ? { onDay, document: { number, on, issuer }, legalBasis } : undefined;
}

/** Everything that is missing or cannot be read is told at once. */
export function saidOf(options: Given['options']): SaidInput {
  const parsed = Said.safeParse({ consent: consentOf(options), change: changeOf(options) });
  if (parsed.success) return parsed.data;
  const told = parsed.error.issues.map(({ path }) => expectedOf[path.join('.')] ?? path.join('.'));
  throw new BadUse([...new Set(told)].join('\n'));
}
