import type { Day } from '#kernel/day.ts';
import type { FieldTrouble } from '#kernel/problem.ts';
import type { Obstacle } from './api-problem.ts';
import { isApiProblem } from './api-problem.ts';
import { dayText, percentText } from './format.ts';
import { findWord, word } from './i18n.ts';

/** 'linkage.contract.not-signable' is looked up as linkage:problem.contract.not-signable, then in the shell's own list. */
export function problemText(problem: unknown): string {
  if (!isApiProblem(problem)) return word('shell:problem.unexpected');
  const [context = '', ...rest] = problem.code.split('.');
  return (
    findWord(`${context}:problem.${rest.join('.')}`, problem.details) ??
    findWord(`shell:problem.${problem.code.replaceAll('.', '-')}`, problem.details) ??
    findWord(`shell:problem.status-${problem.status}`) ??
    word('shell:problem.unexpected')
  );
}

const isDay = (value: unknown): value is Day => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

/** Days and shares of an obstacle as this language writes them. */
const shownValue = ([name, value]: [string, unknown]): [string, unknown] => {
  if (isDay(value)) return [name, dayText(value)];
  return /basisPoints$/i.test(name) ? [name, percentText(Number(value) / 10_000, 2)] : [name, value];
};

/** The code itself where no word is known: better a code than a reason that is not shown. */
export const obstacleText = (obstacle: Obstacle, context: string, noun: string): string => {
  const { code, of, ...told } = typeof obstacle === 'string' ? { code: obstacle, of: undefined } : obstacle;
  const values = Object.fromEntries(Object.entries(told).map(shownValue));
  // Where one of many is meant: "Nguyễn Văn An: …".
  const whose = typeof of === 'string' ? `${of}: ` : '';
  const text =
    findWord(`${context}:obstacle.${noun}.${code}`, values) ??
    findWord(`${context}:obstacle.${code}`, values) ??
    findWord(`shell:obstacle.${code}`, values) ??
    code;
  return `${whose}${text}`;
};

/** All reasons of a refusal, each in words: linkage:obstacle.contract.not-a-draft. */
export function obstacleTexts(problem: unknown): string[] {
  if (!isApiProblem(problem)) return [];
  const [context = '', noun = ''] = problem.code.split('.');
  return problem.obstacles.map((obstacle) => obstacleText(obstacle, context, noun));
}

export interface IssueLike {
  readonly path?: string | readonly PropertyKey[] | undefined;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly input?: unknown;
  readonly origin?: string | undefined;
  readonly format?: string | undefined;
  readonly minimum?: number | bigint | undefined;
  readonly maximum?: number | bigint | undefined;
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';
const ownCode = /^[a-z][a-z-]*(\.[a-z-]+)+$/;

/** A code of our own, 'day.out-of-range' or 'linkage.price.too-low', put where zod has its message. */
function ownText({ code = '', message = '' }: IssueLike): string | undefined {
  const own = [message, code].find((text) => ownCode.test(text));
  return own && (findWord(`shell:field.${own.replaceAll('.', '-')}`) ?? findWord(own.replace('.', ':field.')));
}

// A year is a number that is not counted: 1990, never 1,990.
const isYear = ({ path = '' }: IssueLike): boolean =>
  /year$/i.test(String(typeof path === 'string' ? path : path.at(-1)));

const isMissing = (issue: IssueLike): boolean =>
  ('input' in issue && isBlank(issue.input)) ||
  (issue.code === 'too_small' && issue.origin === 'string' && Number(issue.minimum) <= 1);

/** What is wrong with one field, from the form's own check or from the server's. */
export function fieldText(issue: IssueLike | FieldTrouble): string {
  const found = ownText(issue);
  if (found !== undefined) return found;
  if (isMissing(issue)) return word('shell:field.required');
  // What was typed is no amount; the field keeps it as NaN.
  if ('input' in issue && Number.isNaN(issue.input)) return word('shell:field.quantity');
  const { code, origin, format, minimum, maximum }: IssueLike = issue;
  const kind = isYear(issue) ? 'year' : (origin ?? format);
  const limits = { minimum: Number(minimum), maximum: Number(maximum) };
  return (
    findWord(`shell:field.${code}-${kind}`, limits) ??
    findWord(`shell:field.${code}`, limits) ??
    word('shell:field.invalid')
  );
}
