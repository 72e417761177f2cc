/** What other contexts read of a reporting year (15 December to 14 December). A blank is a blank, never a nought. */
export interface YearlyFigures {
  readonly revenueVnd: number | null;
  readonly profitVnd: number | null;
  /** External: with others; internal: with official members (Circular 71/2024/TT-BTC). */
  readonly externalRevenueVnd: number | null;
  readonly internalRevenueVnd: number | null;
  readonly costVnd: number | null;
  readonly externalCostVnd: number | null;
  readonly internalCostVnd: number | null;
  readonly externalProfitVnd: number | null;
  readonly internalProfitVnd: number | null;
  readonly charterCapitalVnd: number | null;
  readonly totalCapitalVnd: number | null;
  readonly undividedAssetsVnd: number | null;
  readonly officialMembers: number | null;
  readonly workers: number | null;
}
