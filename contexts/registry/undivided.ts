import type { Day } from '#kernel/day.ts';
import type { Branded } from '#kernel/id.ts';
import { hasEnded } from './organisation.ts';

export type UndividedEntryId = Branded<'UndividedEntryId'>;

/** The fund (art. 84, 87) and the assets made from it or given as such (art. 88 of Law 17/2023/QH15). */
export const undividedAccounts = ['fund', 'assets'] as const;
export type UndividedAccount = (typeof undividedAccounts)[number];

export const undividedSources = [
  'surplus',
  'interest',
  'state-aid',
  'state-land',
  'public-works',
  'donation',
  'other',
] as const;
export type UndividedSource = (typeof undividedSources)[number];

/** No kind gives anything to members: it is not divided while the organisation operates. */
export const undividedKinds = [
  'opening',
  'formed',
  'acquired',
  'written-down',
  'carried-out',
  'carried-in',
  'reversed',
] as const;
export type UndividedKind = (typeof undividedKinds)[number];

export const enteredUndividedKinds = [
  'opening',
  'formed',
  'acquired',
  'written-down',
] as const satisfies readonly UndividedKind[];
export type EnteredUndividedKind = (typeof enteredUndividedKinds)[number];

/** Land and works are handed over as what they are: they were never money in the fund. */
const assetsOnly: readonly UndividedSource[] = ['state-land', 'public-works'];
export const sourcesOf = (kind: EnteredUndividedKind, account: UndividedAccount): readonly UndividedSource[] =>
  account === 'fund' || kind === 'acquired'
    ? undividedSources.filter((source) => !assetsOnly.includes(source))
    : undividedSources;

/** What the state or a donor gave is marked as not to be pledged unless told otherwise (art. 87). */
export const isGiven = (source: UndividedSource): boolean =>
  ['state-aid', 'state-land', 'public-works', 'donation'].includes(source);

export interface UndividedLine {
  readonly account: UndividedAccount;
  readonly source: UndividedSource;
  readonly pledgeBarred: boolean;
  readonly amountVnd: number;
}

export interface UndividedEntry {
  readonly number: number;
  readonly kind: UndividedKind;
  readonly onDay: Day;
  readonly lines: readonly UndividedLine[];
}

const keyOf = ({ account, source, pledgeBarred }: UndividedLine): string => `${account} ${source} ${pledgeBarred}`;

/** What stands in each account by source at the end of a day, as the book stood after entry `known`. */
export function undividedOn(
  entries: readonly UndividedEntry[],
  on: Day,
  known: number = Number.POSITIVE_INFINITY,
): UndividedLine[] {
  const balances = new Map<string, UndividedLine>();
  for (const { onDay, number, lines } of entries) {
    if (onDay > on || number > known) continue;
    for (const line of lines) {
      const held = balances.get(keyOf(line));
      balances.set(keyOf(line), { ...line, amountVnd: (held?.amountVnd ?? 0) + line.amountVnd });
    }
  }
  return [...balances.values()].filter(({ amountVnd }) => amountVnd !== 0);
}

export const sumIn = (lines: readonly UndividedLine[], account: UndividedAccount): number =>
  lines.reduce((sum, line) => (line.account === account ? sum + line.amountVnd : sum), 0);

/** Each line in these parts of ten thousand, to the đồng: what rounding leaves goes to the greatest remainders, the first of them first. */
export function undividedShares(lines: readonly UndividedLine[], sharesBp: readonly number[]): UndividedLine[][] {
  const whole = sharesBp.reduce((sum, share) => sum + share, 0);
  const parts: UndividedLine[][] = sharesBp.map(() => []);
  for (const line of lines) {
    const exact = sharesBp.map((share) => (BigInt(line.amountVnd) * BigInt(share)) / BigInt(whole));
    const rests = sharesBp.map((share) => (BigInt(line.amountVnd) * BigInt(share)) % BigInt(whole));
    const left = line.amountVnd - exact.reduce((sum, part) => sum + Number(part), 0);
    const order = rests
      .map((rest, at) => ({ rest, at }))
      .toSorted((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1));
    const more = new Set(order.slice(0, left).map(({ at }) => at));
    for (const [at, part] of exact.entries()) {
      const amountVnd = Number(part) + (more.has(at) ? 1 : 0);
      if (amountVnd !== 0) parts[at]!.push({ ...line, amountVnd });
    }
  }
  return parts;
}

export interface GivenUndivided {
  readonly kind: EnteredUndividedKind;
  readonly onDay: Day;
  readonly account: UndividedAccount;
  readonly source: UndividedSource;
  readonly pledgeBarred: boolean;
  readonly amountVnd: number;
  readonly document: string | null;
}

/** The lines an entry makes: assets bought from the fund keep the source they were formed from. */
export function undividedLines({ kind, account, source, pledgeBarred, amountVnd }: GivenUndivided): UndividedLine[] {
  const line = { account, source, pledgeBarred, amountVnd };
  if (amountVnd === 0) return [];
  if (kind === 'written-down') return [{ ...line, account: 'assets', amountVnd: -amountVnd }];
  if (kind !== 'acquired') return [line];
  return [
    { ...line, account: 'fund', amountVnd: -amountVnd },
    { ...line, account: 'assets' },
  ];
}

type PlainCode =
  | 'reported'
  | 'organisation-has-none'
  | 'organisation-ended'
  | 'in-future'
  | 'before-founding'
  | 'nothing-given'
  | 'document-missing'
  | 'source-of-other-account'
  | 'reversed-already'
  | 'is-a-reversal'
  | 'carried';
export type UndividedObstacle =
  | Readonly<{ code: PlainCode }>
  | Readonly<{ code: 'below-nought'; account: UndividedAccount; source: UndividedSource; onDay: Day }>;

/** The first day on which an account of a source would fall below nought. */
export function undividedLedgerObstacles(entries: readonly UndividedEntry[]): UndividedObstacle[] {
  const days = [...new Set(entries.map(({ onDay }) => onDay))].toSorted();
  for (const on of days) {
    const below = undividedOn(entries, on).filter(({ amountVnd }) => amountVnd < 0);
    if (below.length > 0)
      return below.map(({ account, source }) => ({ code: 'below-nought', account, source, onDay: on }));
  }
  return [];
}

export interface UndividedWorld {
  readonly organisation: {
    readonly kind: string;
    readonly provenance: string;
    readonly status: string;
    readonly foundedOn: Day | null;
  };
  readonly entries: readonly UndividedEntry[];
  readonly today: Day;
}

const needsDocument = ({ kind, source }: GivenUndivided): boolean =>
  kind === 'acquired' || kind === 'written-down' || (kind === 'formed' && isGiven(source));

/** The law speaks of the fund of cooperatives and unions; of groups nothing is known. */
export const hasUndivided = (kind: string): boolean => kind === 'cooperative' || kind === 'union';

const lastNumber = (entries: readonly UndividedEntry[]): number =>
  entries.reduce((most, { number }) => Math.max(most, number), 0);

/** Every reason why an entry of the fund or the assets cannot be made. */
export function undividedObstacles(given: GivenUndivided, world: UndividedWorld): UndividedObstacle[] {
  const { organisation, entries, today } = world;
  const codes: PlainCode[] = [];
  if (organisation.provenance === 'reported') codes.push('reported');
  if (!hasUndivided(organisation.kind)) codes.push('organisation-has-none');
  if (hasEnded(organisation.status)) codes.push('organisation-ended');
  if (given.onDay > today) codes.push('in-future');
  if (organisation.foundedOn !== null && given.onDay < organisation.foundedOn) codes.push('before-founding');
  if (given.amountVnd === 0) codes.push('nothing-given');
  if (needsDocument(given) && given.document === null) codes.push('document-missing');
  if (!sourcesOf(given.kind, given.account).includes(given.source)) codes.push('source-of-other-account');
  const entry = { number: lastNumber(entries) + 1, kind: given.kind, onDay: given.onDay, lines: undividedLines(given) };
  return [...codes.map((code) => ({ code })), ...undividedLedgerObstacles([...entries, entry])];
}

/** The mirror of an entry, on its own day. */
export const undividedReversal = (entry: UndividedEntry, entries: readonly UndividedEntry[]): UndividedEntry => ({
  number: lastNumber(entries) + 1,
  kind: 'reversed',
  onDay: entry.onDay,
  lines: entry.lines.map((line) => ({ ...line, amountVnd: -line.amountVnd })),
});

export interface UndividedReversing {
  readonly entry: UndividedEntry;
  readonly reversedAlready: boolean;
  readonly caused: boolean;
  readonly provenance: string;
  readonly entries: readonly UndividedEntry[];
}

export function undividedReversalObstacles(given: UndividedReversing): UndividedObstacle[] {
  const { entry, entries } = given;
  const codes: PlainCode[] = [];
  if (given.provenance === 'reported') codes.push('reported');
  if (given.reversedAlready) codes.push('reversed-already');
  if (entry.kind === 'reversed') codes.push('is-a-reversal');
  if (given.caused) codes.push('carried');
  if (codes.length > 0) return codes.map((code) => ({ code }));
  return undividedLedgerObstacles([...entries, undividedReversal(entry, entries)]);
}
