import { addMonths, type Day } from '#kernel/day.ts';

export const conversionBases = ['recorded', 'certifier-accepted'] as const;
export type ConversionBasis = (typeof conversionBases)[number];

/** Never 'organic': that is a certificate's word, and a clock is none. */
export const conversionStates = ['conventional', 'in-conversion', 'period-completed'] as const;
export type ConversionState = (typeof conversionStates)[number];

export interface ConversionFacts {
  readonly beganOn: Day | null;
  /** Days on which something organic practice forbids was used on the plot. */
  readonly bannedOn: readonly Day[];
  /** Months of conversion that the standard asks for this kind of crop. */
  readonly months: number;
}

export interface ConversionClock {
  readonly state: ConversionState;
  /** From when it counts now: the beginning, or the last forbidden use after it. */
  readonly countsFrom: Day | null;
  readonly resetOn: Day | null;
  readonly completeOn: Day | null;
}

/** TCVN 11041-2:2017: the months run from the day organic management is recorded; a forbidden input starts them anew. */
export function conversionClock({ beganOn, bannedOn, months }: ConversionFacts, on: Day): ConversionClock {
  if (beganOn === null || beganOn > on)
    return { state: 'conventional', countsFrom: beganOn, resetOn: null, completeOn: null };
  const resetOn = bannedOn.filter((used) => used >= beganOn && used <= on).reduce<Day | null>(later, null);
  const countsFrom = resetOn ?? beganOn;
  const completeOn = addMonths(countsFrom, months);
  return { state: on < completeOn ? 'in-conversion' : 'period-completed', countsFrom, resetOn, completeOn };
}

const later = (one: Day | null, other: Day): Day => (one === null || other > one ? other : one);
