import type { FactName } from '#kernel/fact.ts';
import { idOf, type Branded } from '#kernel/id.ts';
import { dossierSections } from './dossier.ts';

export const ProductId = idOf('ProductId');
export type ProductId = Branded<'ProductId'>;

/** What somebody wants to borrow. */
export interface Wanted {
  readonly amountVnd: number;
  readonly months: number;
}

/** What a condition may look at: the facts of a dossier, and what is asked for. */
export const conditionFacts: readonly FactName[] = [
  ...Object.values(dossierSections).flat(),
  'wantedVnd',
  'wantedMonths',
];

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
