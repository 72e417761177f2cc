import { z } from 'zod';
import { Day } from './day.ts';

/**
 * What a rule may ask about an organisation, by the name the rule uses. `least…`, `most…` and the like are numbers of
 * law, from dated parameters; `requested…` and `wanted…` are what is being asked for.
 */
export const factNames = [
  'legalKind',
  'status',
  'fields',
  'unitKind',
  'unitClasses',
  'seatInProvince',
  'monthsOperating',
  'members',
  'officialMembers',
  'accountYear',
  'accountYears',
  'revenueVnd',
  'profitVnd',
  'totalCapitalVnd',
  'plotAreaM2',
  'organicSeasons',
  'openOffers',
  'chains',
  'signedContracts',
  'longestContractMonths',
  'committedVnd',
  'deliveries',
  'onTimeDeliveries',
  'settledVnd',
  'paidVnd',
  'supportReceivedVnd',
  'leastOfficialMembers',
  'mostInputCycles',
  'leastContractMonths',
  'mostUnsecuredVnd',
  'requestedAreaM2',
  'supportedCycles',
  'runningApplications',
  'wantedVnd',
  'wantedMonths',
] as const;
export type FactName = (typeof factNames)[number];

/** How a fact is read aloud. `code` is a word of a union that pages translate. */
export const factShapes = ['count', 'vnd', 'area', 'code', 'codes', 'flag', 'day', 'months', 'year'] as const;
export type FactShape = (typeof factShapes)[number];

export const FactValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
export type FactValue = z.infer<typeof FactValue>;

/** Where a fact was read: which published rows, how many, as they stood on which day. */
export const FactSource = z.object({
  view: z.string(),
  rows: z.int(),
  asOf: Day,
  /** The law or paper behind a number that is not counted from rows. */
  law: z.string().nullable(),
  verified: z.boolean(),
});
export type FactSource = z.infer<typeof FactSource>;

/** One thing known about an organisation, or known to be unknown (value null). */
export const Fact = z.object({
  name: z.enum(factNames),
  shape: z.enum(factShapes),
  value: FactValue,
  source: FactSource,
});
export type Fact = z.infer<typeof Fact>;
/** No longer than one of each: later ones of a name replace earlier ones. */
export type FactSheet = readonly Fact[];

export const factsByName = (sheet: FactSheet): Partial<Record<FactName, FactValue>> =>
  Object.fromEntries(sheet.map(({ name, value }) => [name, value]));

export const withFacts = (sheet: FactSheet, more: FactSheet): Fact[] => [
  ...sheet.filter(({ name }) => !more.some((fact) => fact.name === name)),
  ...more,
];

export const FactChange = z.object({
  name: z.enum(factNames),
  shape: z.enum(factShapes),
  was: FactValue,
  is: FactValue,
});
export type FactChange = z.infer<typeof FactChange>;

const sameValue = (a: FactValue, b: FactValue): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a frozen sheet says differently from one taken now. */
export function factChanges(then: FactSheet, now: FactSheet): FactChange[] {
  const names = factNames.filter((name) => [...then, ...now].some((fact) => fact.name === name));
  return names.flatMap((name) => {
    const before = then.find((fact) => fact.name === name);
    const after = now.find((fact) => fact.name === name);
    const change = { name, shape: (after ?? before)!.shape, was: before?.value ?? null, is: after?.value ?? null };
    return sameValue(change.was, change.is) ? [] : [change];
  });
}

/** Words a policy or a bank brings along, in the three languages of the pages. */
export const Trilingual = z.object({
  vi: z.string().min(1).max(2_000),
  en: z.string().min(1).max(2_000),
  th: z.string().min(1).max(2_000),
});
export type Trilingual = z.infer<typeof Trilingual>;

/** A clause of a policy or a product: what it asks for, where that stands, and what would change a no. */
export const Clause = z.object({
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  law: z.string().max(300),
  article: z.string().max(200),
  text: Trilingual,
  remedy: Trilingual,
  source: z.string().max(500),
  verified: z.boolean(),
});
export type Clause = z.infer<typeof Clause>;

/** What a test asks of its fact, in figures: bounds may come from other facts. */
export const Need = z.object({
  kind: z.enum(['between', 'one-of', 'none-of', 'other']),
  least: z.number().nullable(),
  most: z.number().nullable(),
  /** The bound itself is not enough. */
  leastOpen: z.boolean(),
  mostOpen: z.boolean(),
  options: z.array(z.union([z.string(), z.boolean()])),
  /** How far a number is from the nearest bound; 0 when within. */
  gap: z.number().nullable(),
});
export type Need = z.infer<typeof Need>;

export const ClauseTest = z.object({
  fact: Fact,
  /** The test as written (FEEL), for those who want to check it. */
  test: z.string(),
  held: z.boolean().nullable(),
  need: Need,
  /** Other facts the test compares with. */
  against: z.array(Fact),
});
export type ClauseTest = z.infer<typeof ClauseTest>;

export const outcomes = ['yes', 'no', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];

/** One clause over the facts of one organisation: yes, no, or not to be said yet. */
export const JudgedClause = Clause.extend({
  outcome: z.enum(outcomes),
  /** Not binding: shown for comparison, decides nothing. */
  binding: z.boolean(),
  tests: z.array(ClauseTest),
});
export type JudgedClause = z.infer<typeof JudgedClause>;

export const Judgement = z.object({
  outcome: z.enum(outcomes),
  clauses: z.array(JudgedClause),
});
export type Judgement = z.infer<typeof Judgement>;
