import type { Day } from '#kernel/day.ts';
import type { OrganisationId } from '#kernel/id.ts';
import { reportingYear } from '#kernel/reporting-year.ts';
import type { SetOutcome } from './member-set.ts';
import type { YearlyFigures } from './yearly.ts';

export type YearlyField = keyof YearlyFigures;
export const yearlyFields = [
  'revenueVnd',
  'profitVnd',
  'externalRevenueVnd',
  'internalRevenueVnd',
  'costVnd',
  'externalCostVnd',
  'internalCostVnd',
  'externalProfitVnd',
  'internalProfitVnd',
  'charterCapitalVnd',
  'totalCapitalVnd',
  'undividedAssetsVnd',
  'officialMembers',
  'workers',
] as const satisfies readonly YearlyField[];

export type YearlyObstacle =
  | 'reported'
  | 'year-not-begun'
  | 'before-founding'
  | 'nothing-told'
  | 'profit-above-revenue'
  | 'revenue-sides-differ'
  | 'cost-sides-differ'
  | 'profit-sides-differ'
  | 'charter-above-total-capital';

const sums: readonly (readonly [YearlyObstacle, total: YearlyField, external: YearlyField, internal: YearlyField])[] = [
  ['revenue-sides-differ', 'revenueVnd', 'externalRevenueVnd', 'internalRevenueVnd'],
  ['cost-sides-differ', 'costVnd', 'externalCostVnd', 'internalCostVnd'],
  ['profit-sides-differ', 'profitVnd', 'externalProfitVnd', 'internalProfitVnd'],
];

/** The two sides make the total, where all three are told. */
const sideObstacles = (figures: YearlyFigures): YearlyObstacle[] =>
  sums.flatMap(([code, ...fields]) => {
    const [total, external, internal] = fields.map((field) => figures[field]) as [Told, Told, Told];
    const areTold = total !== null && external !== null && internal !== null;
    return areTold && external + internal !== total ? [code] : [];
  });
type Told = number | null;

/** Every reason why a year's figures cannot be so. A blank is a blank, never a nought. */
export function yearlyObstacles(
  figures: YearlyFigures,
  { year, provenance, foundedOn, today }: YearlyTerms & { readonly year: number; readonly today: Day },
): YearlyObstacle[] {
  const { revenueVnd, profitVnd, charterCapitalVnd, totalCapitalVnd } = figures;
  const obstacles: YearlyObstacle[] = [];
  if (provenance === 'reported') obstacles.push('reported');
  if (year > reportingYear(today)) obstacles.push('year-not-begun');
  if (foundedOn !== null && year < reportingYear(foundedOn)) obstacles.push('before-founding');
  if (yearlyFields.every((field) => figures[field] === null)) obstacles.push('nothing-told');
  if (revenueVnd !== null && profitVnd !== null && profitVnd > revenueVnd) obstacles.push('profit-above-revenue');
  if (charterCapitalVnd !== null && totalCapitalVnd !== null && charterCapitalVnd > totalCapitalVnd)
    obstacles.push('charter-above-total-capital');
  return [...obstacles, ...sideObstacles(figures)];
}

/** The figures of one organisation and year, of many told at once. A figure not told leaves what is known. */
export interface YearlyDraft {
  readonly row: number;
  readonly organisation: OrganisationId;
  readonly year: number;
  readonly given: Partial<YearlyFigures>;
}

export interface KnownYear {
  readonly figures: YearlyFigures;
  readonly source: string;
  readonly version: number;
}

export interface YearlyTerms {
  readonly provenance: string;
  readonly foundedOn: Day | null;
}

export interface YearlyJudged {
  readonly row: number;
  readonly draft: YearlyDraft;
  readonly outcome: Exclude<SetOutcome, 'question'>;
  readonly known: KnownYear | null;
  readonly figures: YearlyFigures;
  readonly fields: readonly YearlyField[];
  readonly obstacles: readonly (YearlyObstacle | 'twice-in-set')[];
  readonly otherRow: number | null;
}

export interface YearlyRoom {
  readonly today: Day;
  readonly terms: (organisation: OrganisationId) => YearlyTerms;
  readonly known: (organisation: OrganisationId, year: number) => KnownYear | undefined;
}

function judged(draft: YearlyDraft, { today, terms, known: knownOf }: YearlyRoom): YearlyJudged {
  const known = knownOf(draft.organisation, draft.year) ?? null;
  const figures = Object.fromEntries(
    yearlyFields.map((field) => [field, draft.given[field] ?? known?.figures[field] ?? null]),
  ) as unknown as YearlyFigures;
  const fields = yearlyFields.filter((field) => figures[field] !== (known?.figures[field] ?? null));
  const isSame = known !== null && fields.length === 0;
  const about = { year: draft.year, ...terms(draft.organisation), today };
  const obstacles = isSame ? [] : yearlyObstacles(figures, about);
  const outcome = obstacles.length > 0 ? 'refused' : isSame ? 'same' : known === null ? 'new' : 'update';
  return { row: draft.row, draft, outcome, known, figures, fields, obstacles, otherRow: null };
}

/** All rows: a year of an organisation stands in a sheet once. */
export function judgeYears(drafts: readonly YearlyDraft[], room: YearlyRoom): YearlyJudged[] {
  const first = new Map<string, number>();
  return drafts.map((draft) => {
    const one = judged(draft, room);
    const key = `${draft.organisation} ${draft.year}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, draft.row);
      return one;
    }
    return { ...one, outcome: 'refused', otherRow: before, obstacles: [...one.obstacles, 'twice-in-set'] };
  });
}
