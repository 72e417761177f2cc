import type { Day } from '#kernel/day.ts';

/** Lines of the results, each external and internal (Circular 71/2024/TT-BTC, B02-HTX; read second-hand). */
export const resultLines = ['revenue', 'other-income', 'cost', 'management', 'other-cost', 'tax', 'profit'] as const;
/** Lines of the position (B01-HTX), not split. */
export const positionLines = [
  'assets',
  'undivided-assets',
  'liabilities',
  'equity',
  'member-stakes',
  'funds',
  'undivided-fund',
  'retained',
] as const;
export const accountLines = [...resultLines, ...positionLines] as const;
export type AccountLine = (typeof accountLines)[number];
export const sides = ['external', 'internal'] as const;
export type AccountSide = (typeof sides)[number];

/** The accounts of the regime, for who books by them. */
export const accountNumbers: Readonly<Record<AccountLine, string>> = {
  revenue: '511 / 512',
  'other-income': '558',
  cost: '611 / 612',
  management: '642',
  'other-cost': '658',
  tax: '659',
  profit: '4211 / 4212',
  assets: 'B01',
  'undivided-assets': '212',
  liabilities: 'B01',
  equity: 'B01',
  'member-stakes': '4111',
  funds: '418',
  'undivided-fund': '442',
  retained: '421',
};

export const isResultLine = (line: AccountLine): boolean => (resultLines as readonly AccountLine[]).includes(line);

export interface LineAmounts {
  readonly line: AccountLine;
  readonly externalVnd: number | null;
  readonly internalVnd: number | null;
  readonly totalVnd: number | null;
}

export type AccountObstacle =
  | 'nothing-told'
  | 'year-not-over'
  | 'as-on-of-other-year'
  | 'as-on-in-future'
  | 'final-already'
  | 'before-founding'
  | 'reason-missing'
  | 'changed-meanwhile'
  | { readonly code: 'wrong-column' | 'negative'; readonly line: AccountLine }
  | { readonly code: 'identity'; readonly identity: Identity; readonly expected: number; readonly found: number };
export const identities = [
  'external-profit',
  'internal-profit',
  'balance',
  'equity-parts',
  'undivided-in-assets',
] as const;
export type Identity = (typeof identities)[number];

export interface IdentityCheck {
  readonly identity: Identity;
  /** null: one of its lines is blank, so nobody can say. */
  readonly holds: boolean | null;
  readonly expected: number | null;
  readonly found: number | null;
}

type Book = ReadonlyMap<AccountLine, LineAmounts>;

const bookOf = (lines: readonly LineAmounts[]): Book => new Map(lines.map((line) => [line.line, line]));
const total = (book: Book, line: AccountLine): number | null => book.get(line)?.totalVnd ?? null;
const side = (book: Book, line: AccountLine, of: AccountSide): number | null => {
  const amounts = book.get(line);
  return (of === 'external' ? amounts?.externalVnd : amounts?.internalVnd) ?? null;
};

const summed = (parts: readonly (number | null)[]): number | null =>
  parts.includes(null) ? null : parts.reduce<number>((all, part) => all + part!, 0);

const equal = (identity: Identity, expected: number | null, found: number | null): IdentityCheck => ({
  identity,
  expected,
  found,
  holds: expected === null || found === null ? null : expected === found,
});
const atMost = (identity: Identity, most: number | null, found: number | null): IdentityCheck => ({
  identity,
  expected: most,
  found,
  holds: most === null || found === null ? null : found <= most,
});

/** Revenue and other income, less cost, management, other cost and tax. */
function profitOf(book: Book, of: AccountSide): number | null {
  const plus = (['revenue', 'other-income'] as const).map((line) => side(book, line, of));
  const minus = (['cost', 'management', 'other-cost', 'tax'] as const).map((line) => side(book, line, of));
  return summed([...plus, ...minus.map((amount) => (amount === null ? null : -amount))]);
}

/** What must hold in any year's books, and whether it can be said at all. */
export function identityChecks(lines: readonly LineAmounts[]): IdentityCheck[] {
  const book = bookOf(lines);
  const parts = (['member-stakes', 'funds', 'undivided-fund', 'retained'] as const).map((line) => total(book, line));
  return [
    equal('external-profit', profitOf(book, 'external'), side(book, 'profit', 'external')),
    equal('internal-profit', profitOf(book, 'internal'), side(book, 'profit', 'internal')),
    equal('balance', summed([total(book, 'liabilities'), total(book, 'equity')]), total(book, 'assets')),
    atMost('equity-parts', total(book, 'equity'), summed(parts)),
    atMost('undivided-in-assets', total(book, 'assets'), total(book, 'undivided-assets')),
  ];
}

const mayBeNegative: readonly AccountLine[] = ['profit', 'equity', 'retained'];

function columnObstacles({ line, externalVnd, internalVnd, totalVnd }: LineAmounts): AccountObstacle[] {
  const isWrong = isResultLine(line) ? totalVnd !== null : externalVnd !== null || internalVnd !== null;
  const isNegative = [externalVnd, internalVnd, totalVnd].some((amount) => amount !== null && amount < 0);
  return [
    ...(isWrong ? [{ code: 'wrong-column' as const, line }] : []),
    ...(isNegative && !mayBeNegative.includes(line) ? [{ code: 'negative' as const, line }] : []),
  ];
}

export interface AccountGiven {
  readonly lines: readonly LineAmounts[];
  readonly seen: number;
  readonly version: number;
  readonly reason: string | null;
  readonly year: number;
  readonly today: Day;
  /** As of which day the books stand that are not closed; null: the final accounts. */
  readonly asOn: Day | null;
  /** The final accounts of the year are there already. */
  readonly isFinalThere: boolean;
  readonly isFounded: boolean;
}

/** Final accounts are of a year that is over; before that, books stand as of a day. */
function closingObstacles({ year, today, asOn, isFinalThere }: AccountGiven): AccountObstacle[] {
  if (asOn === null) return today <= `${year}-12-31` ? ['year-not-over'] : [];
  return [
    ...(asOn.startsWith(`${year}-`) ? [] : (['as-on-of-other-year'] as const)),
    ...(asOn > today ? (['as-on-in-future'] as const) : []),
    ...(isFinalThere ? (['final-already'] as const) : []),
  ];
}

/** Every reason why a year's books cannot be so. */
export function yearBookObstacles(given: AccountGiven): AccountObstacle[] {
  const { lines, seen, version, reason } = given;
  const isBlank = lines.every(
    (line) => line.externalVnd === null && line.internalVnd === null && line.totalVnd === null,
  );
  const codes: (readonly [boolean, AccountObstacle])[] = [
    [isBlank, 'nothing-told'],
    [!given.isFounded, 'before-founding'],
    [version > 0 && reason === null, 'reason-missing'],
    [seen !== version, 'changed-meanwhile'],
  ];
  return [
    ...codes.filter(([holds]) => holds).map(([, code]) => code),
    ...closingObstacles(given),
    ...lines.flatMap(columnObstacles),
    ...identityChecks(lines)
      .filter(({ holds }) => holds === false)
      .map(({ identity, expected, found }) => ({
        code: 'identity' as const,
        identity,
        expected: expected!,
        found: found!,
      })),
  ];
}

/** What the yearly update asks of the books: revenue, cost and profit before tax, by side. Only where nothing is blank. */
export function sideFigures(lines: readonly LineAmounts[], of: AccountSide) {
  const book = bookOf(lines);
  const get = (line: AccountLine): number | null => side(book, line, of);
  return {
    revenueVnd: summed([get('revenue'), get('other-income')]),
    costVnd: summed([get('cost'), get('management'), get('other-cost')]),
    profitVnd: summed([get('profit'), get('tax')]),
  };
}
