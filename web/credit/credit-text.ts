import { percentText, vndText } from '#web/lib/format.ts';
import type { WordsOf } from '#web/lib/i18n.ts';

type Words = WordsOf<'credit'>;

interface Terms {
  readonly leastVnd: number;
  readonly mostVnd: number;
  readonly leastMonths: number;
  readonly mostMonths: number;
}

/** Basis points a year as people say them: 650 is 6,5 %. */
export const rateText = (rateBp: number): string => percentText(rateBp / 10_000, 2);

export const monthsText = (t: Words, count: number): string => t('months', { count });

export const amountsText = (t: Words, { leastVnd, mostVnd }: Terms): string =>
  t('product.range', { least: vndText(leastVnd), most: vndText(mostVnd) });

export const termsText = (t: Words, { leastMonths, mostMonths }: Terms): string =>
  t('product.months', { least: leastMonths, most: mostMonths });
