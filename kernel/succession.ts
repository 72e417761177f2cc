import type { Day } from './day.ts';
import type { UnitCode } from './place.ts';

/** A unit in time: codes are reused, so that only (code, first day) names one. */
export interface UnitVersion {
  readonly code: UnitCode;
  readonly from: Day;
}

export type UnitKey = string;
export const unitKey = ({ code, from }: UnitVersion): UnitKey => `${code}@${from}`;
export const formerKey = (former: string): UnitKey => `former:${former}`;

/** All of a unit, or a part of it, went into another. */
export interface UnitLink {
  readonly from: UnitKey;
  readonly to: UnitVersion;
  readonly whole: boolean;
  readonly verified: boolean;
}

export interface Heir extends UnitVersion {
  /** All of the unit one began with lies here. */
  readonly whole: boolean;
  /** Each link on the way was verified. */
  readonly verified: boolean;
}

/**
 * What became of units: each link is followed until it comes to units that still stand. A unit that ended without a link
 * became nothing that is known.
 */
export function heirsBy(links: readonly UnitLink[], stands: (unit: UnitVersion) => boolean) {
  const byUnit = Map.groupBy(links, ({ from }) => from);
  const known = new Map<UnitKey, readonly Heir[]>();
  const follow = (key: UnitKey, seen: ReadonlySet<UnitKey>): readonly Heir[] => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = new Map<UnitKey, Heir>();
    for (const { to, whole, verified } of byUnit.get(key) ?? []) {
      const next = unitKey(to);
      if (seen.has(next)) continue;
      const heirs = stands(to) ? [{ ...to, whole: true, verified: true }] : follow(next, new Set([...seen, next]));
      for (const heir of heirs) {
        const one = { ...heir, whole: heir.whole && whole, verified: heir.verified && verified };
        const other = found.get(unitKey(heir));
        found.set(unitKey(heir), other === undefined ? one : { ...one, verified: one.verified || other.verified });
      }
    }
    const heirs = [...found.values()];
    // Parts that came together again are the whole.
    const result = heirs.length === 1 ? [{ ...heirs[0]!, whole: true }] : heirs;
    known.set(key, result);
    return result;
  };
  return (key: UnitKey): readonly Heir[] => follow(key, new Set([key]));
}
