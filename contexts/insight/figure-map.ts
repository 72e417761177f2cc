import { heirsBy, unitKey, type UnitKey, type UnitLink, type UnitVersion } from '#kernel/succession.ts';
import type { Day } from '#kernel/day.ts';
import type { UnitCode, UnitKind } from '#kernel/place.ts';
import type { Aggregate } from './figure.ts';

export const maps = ['now', 'past'] as const;
/** By which units a figure is told: today's, or those of the as-of day. */
export type FigureMap = (typeof maps)[number];

/** What a figure counts of one organisation, and where that was seated on the as-of day. */
export interface Share {
  readonly organisation: string;
  readonly value: number;
  readonly rows: number;
  readonly seat: UnitVersion | null;
}

export interface MapUnit extends UnitVersion {
  readonly until: Day | null;
  readonly name: string;
  readonly kind: UnitKind;
}

/** A seat that came to lie in another unit because units changed. */
export interface SeatStep {
  readonly organisation: string;
  readonly from: UnitVersion;
  readonly to: UnitVersion;
}

export interface UnitMap {
  readonly units: readonly MapUnit[];
  readonly links: readonly UnitLink[];
  readonly steps: readonly SeatStep[];
}

export interface Group {
  /** null: not assigned on this map. */
  readonly unit: { readonly code: UnitCode; readonly from: Day; readonly name: string; readonly kind: UnitKind } | null;
  readonly value: number;
  readonly rows: number;
}

const isThere = (unit: MapUnit, on: Day): boolean => unit.from <= on && (unit.until === null || on <= unit.until);

function placer({ units, links, steps }: UnitMap, map: FigureMap, asOf: Day) {
  const known = new Map(units.map((unit) => [unitKey(unit), unit]));
  const stands = (unit: UnitVersion): boolean => known.get(unitKey(unit))?.until === null;
  const heirs = heirsBy(links, stands);
  const stepped = new Map(steps.map((step) => [`${step.organisation} ${unitKey(step.from)}`, step.to]));

  const now = (organisation: string, seat: UnitVersion, seen: ReadonlySet<UnitKey> = new Set()): UnitVersion | null => {
    const key = unitKey(seat);
    if (stands(seat)) return seat;
    // Where a person, a point or the act has said where this very seat lies, that is where it lies.
    const next = stepped.get(`${organisation} ${key}`);
    if (next !== undefined && !seen.has(key)) return now(organisation, next, new Set([...seen, key]));
    const all = heirs(key);
    return all.length === 1 ? all[0]! : null;
  };
  const then = (seat: UnitVersion): UnitVersion | null => {
    const unit = known.get(unitKey(seat));
    return unit !== undefined && isThere(unit, asOf) ? unit : null;
  };
  return ({ organisation, seat }: Share): MapUnit | null => {
    if (seat === null) return null;
    const placed = map === 'now' ? now(organisation, seat) : then(seat);
    return placed === null ? null : (known.get(unitKey(placed)) ?? null);
  };
}

/**
 * A figure by units. Every share is in exactly one group, so that the groups come to the province's figure on either map:
 * what lies in a divided unit and is not assigned, or was seated in no unit of that day, is told as not assigned.
 */
export function groupedByUnit(
  shares: readonly Share[],
  unitMap: UnitMap,
  { map, asOf }: { readonly map: FigureMap; readonly asOf: Day },
): Group[] {
  const place = placer(unitMap, map, asOf);
  const groups = new Map<UnitKey | null, { unit: Group['unit']; value: number; rows: number }>();
  for (const share of shares) {
    const unit = place(share);
    const key = unit === null ? null : unitKey(unit);
    const group = groups.get(key) ?? {
      unit: unit === null ? null : { code: unit.code, from: unit.from, name: unit.name, kind: unit.kind },
      value: 0,
      rows: 0,
    };
    group.value += share.value;
    group.rows += share.rows;
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** A mean of groups is the mean of their rows, not of their means. */
export const valueOf = (aggregate: Aggregate, { value, rows }: Pick<Group, 'value' | 'rows'>): number =>
  aggregate === 'mean' ? (rows === 0 ? 0 : Math.round(value / rows)) : aggregate === 'count' ? rows : value;
