import { formerKey, heirsBy, unitKey, type UnitKey, type UnitLink, type UnitVersion } from '#kernel/succession.ts';
import type { Day } from '#kernel/day.ts';
import type { UnitCode, UnitKind } from '#kernel/place.ts';
import type { Aggregate } from './figure.ts';

export const maps = ['now', 'past'] as const;
/** By which units a figure is told: today's, or those of the as-of day. */
export type FigureMap = (typeof maps)[number];

/**
 * Why something is in no unit of the map. no-seat: none is known of that day. no-unit: the address names no unit that is
 * known. divided: the unit was divided, and nobody has said in which part it lies. no-heir: what became of the unit is not
 * known. not-there: the seat is recorded at a unit that did not stand on that day.
 */
export const unplacedReasons = ['no-seat', 'no-unit', 'divided', 'no-heir', 'not-there'] as const;
export type UnplacedReason = (typeof unplacedReasons)[number];

/** A seat, at a unit that has a code or at a former one that has none. */
export interface Seat {
  readonly from: Day;
  readonly unit: UnitVersion | null;
  readonly former: string | null;
}

/** Where an organisation was seated on the as-of day, and the seat that came next. */
export interface Seated {
  readonly organisation: string;
  readonly seat: Seat | null;
  readonly next: Seat | null;
}

/** What a figure counts of one organisation. */
export interface Share {
  readonly organisation: string;
  readonly value: number;
  readonly rows: number;
}

export interface MapUnit extends UnitVersion {
  readonly until: Day | null;
  readonly name: string;
  readonly kind: UnitKind;
}

/** A unit of before the reform: it has no code that a source names. */
export interface FormerUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly district: string;
  /** The last day. */
  readonly until: Day;
}

/** A seat that came to lie in another unit because units changed. */
export interface SeatStep {
  readonly organisation: string;
  readonly from: UnitVersion;
  readonly to: UnitVersion;
}

export interface UnitMap {
  readonly units: readonly MapUnit[];
  readonly former: readonly FormerUnit[];
  readonly links: readonly UnitLink[];
  readonly steps: readonly SeatStep[];
}

/** A unit as a figure is told by it; a former one has neither code nor first day. */
export interface PlaceUnit {
  readonly code: UnitCode | null;
  readonly from: Day | null;
  readonly former: string | null;
  readonly name: string;
  readonly kind: UnitKind;
  readonly district: string | null;
}

export type Placed = { readonly unit: PlaceUnit } | { readonly why: UnplacedReason };

export interface Group {
  readonly unit: PlaceUnit | null;
  /** Where there is no unit. */
  readonly why: UnplacedReason | null;
  readonly value: number;
  readonly rows: number;
}

const isThere = (unit: MapUnit, on: Day): boolean => unit.from <= on && (unit.until === null || on <= unit.until);

const ofUnit = ({ code, from, name, kind }: MapUnit): PlaceUnit => ({
  code,
  from,
  former: null,
  name,
  kind,
  district: null,
});
const ofFormer = ({ id, name, kind, district }: FormerUnit): PlaceUnit => ({
  code: null,
  from: null,
  former: id,
  name,
  kind,
  district,
});

/** The next seat is the same place under the new unit: it begins on the very day on which that unit began. */
const cameByReform = (next: Seat | null): next is Seat & { readonly unit: UnitVersion } =>
  next !== null && next.unit !== null && next.unit.from === next.from;

class Placer {
  readonly #known: ReadonlyMap<UnitKey, MapUnit>;
  readonly #former: ReadonlyMap<string, FormerUnit>;
  readonly #stepped: ReadonlyMap<string, UnitVersion>;
  readonly #heirs: ReturnType<typeof heirsBy>;

  constructor({ units, former, links, steps }: UnitMap) {
    this.#known = new Map(units.map((unit) => [unitKey(unit), unit]));
    this.#former = new Map(former.map((unit) => [unit.id, unit]));
    this.#stepped = new Map(steps.map((step) => [`${step.organisation} ${unitKey(step.from)}`, step.to]));
    this.#heirs = heirsBy(links, (unit) => this.#stands(unit));
  }

  #stands(unit: UnitVersion): boolean {
    return this.#known.get(unitKey(unit))?.until === null;
  }

  #told(unit: UnitVersion): Placed {
    const known = this.#known.get(unitKey(unit));
    return known === undefined ? { why: 'no-heir' } : { unit: ofUnit(known) };
  }

  #heirOf(key: UnitKey): Placed {
    const all = this.#heirs(key);
    return all.length === 1 ? this.#told(all[0]!) : { why: all.length === 0 ? 'no-heir' : 'divided' };
  }

  #unitNow(organisation: string, unit: UnitVersion, seen: ReadonlySet<UnitKey> = new Set()): Placed {
    const key = unitKey(unit);
    if (this.#stands(unit)) return this.#told(unit);
    // Where a person, a point or the act has said where this very seat lies, that is where it lies.
    const next = this.#stepped.get(`${organisation} ${key}`);
    return next !== undefined && !seen.has(key)
      ? this.#unitNow(organisation, next, new Set([...seen, key]))
      : this.#heirOf(key);
  }

  /** A former unit that was divided leaves it to the next seat to say in which part, if that is one of them. */
  #formerNow({ organisation, next }: Seated, former: string): Placed {
    const placed = this.#heirOf(formerKey(former));
    if (!('why' in placed) || !cameByReform(next)) return placed;
    const went = this.#heirs(formerKey(former)).map(unitKey);
    const later = this.#unitNow(organisation, next.unit);
    const isHeir = 'unit' in later && went.includes(unitKey({ code: later.unit.code!, from: later.unit.from! }));
    return isHeir ? later : placed;
  }

  now(seated: Seated): Placed {
    const { organisation, seat, next } = seated;
    if (seat !== null && seat.unit !== null) return this.#unitNow(organisation, seat.unit);
    if (seat !== null && seat.former !== null) return this.#formerNow(seated, seat.former);
    if (cameByReform(next)) return this.#unitNow(organisation, next.unit);
    return { why: seat === null ? 'no-seat' : 'no-unit' };
  }

  past({ seat }: Seated, asOf: Day): Placed {
    if (seat === null) return { why: 'no-seat' };
    if (seat.unit !== null) {
      const unit = this.#known.get(unitKey(seat.unit));
      return unit !== undefined && isThere(unit, asOf) ? { unit: ofUnit(unit) } : { why: 'not-there' };
    }
    const former = seat.former === null ? undefined : this.#former.get(seat.former);
    if (former === undefined) return { why: 'no-unit' };
    return asOf <= former.until ? { unit: ofFormer(former) } : { why: 'not-there' };
  }
}

/** The unit of a code or of an id on a map; null where the map has none. */
export function namedUnit(
  { units, former }: UnitMap,
  named: { readonly unit: UnitCode | undefined; readonly former: string | undefined },
  { map, asOf }: { readonly map: FigureMap; readonly asOf: Day },
): PlaceUnit | null {
  const unit = units.find(
    (one) => one.code === named.unit && (map === 'now' ? one.until === null : isThere(one, asOf)),
  );
  if (unit !== undefined) return ofUnit(unit);
  const one = map === 'past' ? former.find(({ id, until }) => id === named.former && asOf <= until) : undefined;
  return one === undefined ? null : ofFormer(one);
}

export const isSameUnit = (one: PlaceUnit, other: PlaceUnit | null): boolean =>
  one.former === other?.former && one.code === other.code && one.from === other.from;

/** Where each organisation lies on a map; of who has no seat at all nothing is known. */
export function placesOn(
  seated: readonly Seated[],
  unitMap: UnitMap,
  { map, asOf }: { readonly map: FigureMap; readonly asOf: Day },
): ReadonlyMap<string, Placed> {
  const placer = new Placer(unitMap);
  return new Map(seated.map((one) => [one.organisation, map === 'now' ? placer.now(one) : placer.past(one, asOf)]));
}

const groupKey = (placed: Placed): string =>
  'why' in placed ? placed.why : (placed.unit.former ?? `${placed.unit.code}@${placed.unit.from}`);

/**
 * A figure by units. Every share is in exactly one group, so that the groups come to the province's figure on either map:
 * what lies in no unit of the map is told with why.
 */
export function groupedByUnit(shares: readonly Share[], places: ReadonlyMap<string, Placed>): Group[] {
  const groups = new Map<string, { unit: PlaceUnit | null; why: UnplacedReason | null; value: number; rows: number }>();
  for (const share of shares) {
    const placed = places.get(share.organisation) ?? { why: 'no-seat' as const };
    const key = groupKey(placed);
    const group = groups.get(key) ?? {
      unit: 'unit' in placed ? placed.unit : null,
      why: 'why' in placed ? placed.why : null,
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
