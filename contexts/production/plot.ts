import type { Day } from '#kernel/day.ts';

export const landUses = [
  'annual-crops',
  'perennial-crops',
  'rice',
  'greenhouse',
  'livestock',
  'aquaculture',
  'forestry',
  'other',
] as const;
export type LandUse = (typeof landUses)[number];

/** changed: the land is another since a day. corrected: it never was as written. closed: no longer worked. */
export const plotVersionKinds = ['recorded', 'changed', 'corrected', 'closed'] as const;
export type PlotVersionKind = (typeof plotVersionKinds)[number];

export interface PlotVersion {
  readonly version: number;
  readonly kind: PlotVersionKind;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
}

export type PlotChangeObstacle =
  | 'changed-meanwhile'
  | 'closed'
  | 'before-the-last-change'
  | 'in-the-future'
  | 'season-running';

interface PlotChange {
  readonly kind: Exclude<PlotVersionKind, 'recorded'>;
  readonly seenVersion: number;
  /** The day of the change, or the last day of a plot that is closed. */
  readonly on: Day;
  readonly runningSeasons: number;
  readonly today: Day;
}

/** Every reason why a plot cannot take this new version. */
export function plotChangeObstacles(current: PlotVersion, change: PlotChange): PlotChangeObstacle[] {
  const obstacles: PlotChangeObstacle[] = [];
  if (current.version !== change.seenVersion) obstacles.push('changed-meanwhile');
  if (current.validUntil !== null && change.kind !== 'corrected') obstacles.push('closed');
  if (change.on < current.validFrom) obstacles.push('before-the-last-change');
  if (change.on > change.today) obstacles.push('in-the-future');
  if (change.kind === 'closed' && change.runningSeasons > 0) obstacles.push('season-running');
  return obstacles;
}

/** The versions that are true today of each stretch of time: a correction takes the place of what it corrects. */
export function standingVersions<V extends PlotVersion>(versions: readonly V[]): V[] {
  const byDay = new Map<Day, V>();
  for (const version of [...versions].sort((one, other) => one.version - other.version)) {
    byDay.set(version.validFrom, version);
  }
  return [...byDay.values()].sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
}

/** What is known of the plot as it was on a day. */
export const versionOn = <V extends PlotVersion>(versions: readonly V[], on: Day): V | undefined =>
  standingVersions(versions).findLast(({ validFrom }) => validFrom <= on);
