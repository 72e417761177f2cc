import { idOf, type Branded } from '#kernel/id.ts';

export const ProductId = idOf('ProductId');
export type ProductId = Branded<'ProductId'>;

/** What somebody wants to borrow. */
export interface Wanted {
  readonly amountVnd: number;
  readonly months: number;
}

interface Terms {
  readonly leastVnd: number;
  readonly mostVnd: number;
  readonly leastMonths: number;
  readonly mostMonths: number;
}

export type TermsTrouble = 'amounts-not-in-order' | 'months-not-in-order';

export const termsTroubles = ({ leastVnd, mostVnd, leastMonths, mostMonths }: Terms): TermsTrouble[] => [
  ...(leastVnd > mostVnd ? (['amounts-not-in-order'] as const) : []),
  ...(leastMonths > mostMonths ? (['months-not-in-order'] as const) : []),
];
