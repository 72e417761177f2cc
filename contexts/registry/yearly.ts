/** What other contexts read of a reporting year (15 December to 14 December). A blank is a blank, never a nought. */
export interface YearlyFigures {
  readonly revenueVnd: number | null;
  readonly profitVnd: number | null;
  readonly charterCapitalVnd: number | null;
  readonly totalCapitalVnd: number | null;
  readonly undividedAssetsVnd: number | null;
  readonly officialMembers: number | null;
  readonly workers: number | null;
}
