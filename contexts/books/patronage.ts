import { byWeights } from './surplus.ts';

/** Why a share of a statement leads to no member. */
export const untracedReasons = ['no-lot', 'harvest-withdrawn', 'plot-without-member'] as const;
export type Untraced = (typeof untracedReasons)[number];

export interface SettledLine {
  readonly delivery: string;
  readonly qty: number;
  readonly amountVnd: number;
}
/** A part of a load that was packed from one harvest of a lot. */
export interface LotPart {
  readonly harvest: string;
  readonly qty: number;
  readonly member: string | null;
  /** The entry of the harvest was withdrawn: nobody can say where it grew. */
  readonly isWithdrawn: boolean;
}
export interface Dispatch {
  readonly delivery: string;
  readonly lot: string;
  readonly qty: number;
  readonly parts: readonly LotPart[];
}

export interface PatronageShare {
  readonly delivery: string;
  readonly lot: string | null;
  readonly harvest: string | null;
  readonly member: string | null;
  readonly untraced: Untraced | null;
  readonly amountVnd: number;
}

const nobody = (delivery: string, amountVnd: number): PatronageShare => ({
  delivery,
  lot: null,
  harvest: null,
  member: null,
  untraced: 'no-lot',
  amountVnd,
});

const whyNot = ({ member, isWithdrawn }: LotPart): Untraced | null => {
  if (isWithdrawn) return 'harvest-withdrawn';
  return member === null ? 'plot-without-member' : null;
};

/** A dispatch's amount over the harvests its lot was made of, by how much of each went in. */
function sharesOf({ delivery, lot, parts }: Dispatch, amountVnd: number): PatronageShare[] {
  const by = byWeights(
    amountVnd,
    parts.map(({ harvest, qty }) => ({ id: harvest, weight: qty })),
  );
  if (by.size === 0) return [nobody(delivery, amountVnd)];
  return parts.map((part) => {
    const untraced = whyNot(part);
    const member = untraced === null ? part.member : null;
    return { delivery, lot, harvest: part.harvest, member, untraced, amountVnd: by.get(part.harvest) ?? 0 };
  });
}

/**
 * Each line of a statement led back through the lots of its load to the harvests and the members whose plots they grew on.
 * What was in no lot stays with nobody; the shares sum to the line.
 */
export function patronageOf(lines: readonly SettledLine[], dispatches: readonly Dispatch[]): PatronageShare[] {
  return lines.flatMap(({ delivery, qty, amountVnd }) => {
    const own = dispatches.filter((one) => one.delivery === delivery);
    const traced = own.reduce((all, one) => all + one.qty, 0);
    const weights = own.map((one, at) => ({ id: String(at), weight: one.qty }));
    const by = byWeights(amountVnd, [...weights, { id: '', weight: Math.max(0, qty - traced) }]);
    const untraced = by.get('') ?? amountVnd;
    return [
      ...own.flatMap((one, at) => sharesOf(one, by.get(String(at)) ?? 0)),
      ...(untraced > 0 ? [nobody(delivery, untraced)] : []),
    ].filter((share) => share.amountVnd > 0);
  });
}
