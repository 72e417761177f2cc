import { idOf, type Branded } from '#kernel/id.ts';

export const PolicyId = idOf('PolicyId');
export type PolicyId = Branded<'PolicyId'>;
export const MeasureId = idOf('MeasureId');
export type MeasureId = Branded<'MeasureId'>;
export const DecisionTableId = idOf('DecisionTableId');
export type DecisionTableId = Branded<'DecisionTableId'>;

/** A resolution of directions names fields of support; a rate card sets amounts; a law does either. */
export const policyNatures = ['directions', 'rate-card', 'law'] as const;
export type PolicyNature = (typeof policyNatures)[number];

export const partKinds = ['money', 'in-kind'] as const;
export type PartKind = (typeof partKinds)[number];

/** One part of what a measure gives: money, or things that are counted and valued. */
export interface Part {
  readonly part: string;
  readonly kind: PartKind;
  /** Only of what comes in kind. */
  readonly count: number | null;
  readonly amountVnd: number;
}

export const totalVnd = (parts: readonly Pick<Part, 'amountVnd'>[]): number =>
  parts.reduce((sum, { amountVnd }) => sum + amountVnd, 0);

/** The outputs of a grant table, `seedlingsCount` and `seedlingsVnd` for a part `seedlings`; parts that come to nothing are left out. */
export function partsOf(
  parts: readonly { readonly code: string; readonly kind: PartKind }[],
  outputs: Readonly<Record<string, unknown>>,
): Part[] {
  const whole = (name: string): number => (Number.isSafeInteger(outputs[name]) ? (outputs[name] as number) : 0);
  return parts
    .map(({ code, kind }) => ({
      part: code,
      kind,
      count: kind === 'in-kind' ? whole(`${code}Count`) : null,
      amountVnd: whole(`${code}Vnd`),
    }))
    .filter(({ count, amountVnd }) => amountVnd > 0 || (count ?? 0) > 0);
}
