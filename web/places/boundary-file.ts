import { outlinesTroubles, provinceBox, type BoundaryTrouble } from '#contexts/places/boundary-check.ts';
import { mostFileBytes, readBoundaries, type Mended, type ReadFeature } from '#contexts/places/boundary-read.ts';
import type { listBoundaries } from '#contexts/places/boundary.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import type { Position } from '#kernel/ring.ts';
import { plain } from '#kernel/text.ts';

type Units = ReplyOf<typeof listBoundaries>['units'];
type Unit = Units[number];

export interface MatchedFeature {
  readonly feature: ReadFeature;
  readonly unit: Unit;
  readonly by: 'byCode' | 'byName';
}

export interface FileTrouble {
  readonly code: string;
  readonly feature: number | null;
  readonly name: string;
}

/** A file as it was read: what is for which unit, what was put right, and all that is wrong with it. */
export interface BoundaryFile {
  readonly name: string;
  readonly matched: readonly MatchedFeature[];
  readonly mended: Mended;
  readonly fileTroubles: readonly FileTrouble[];
  readonly troubles: readonly BoundaryTrouble[];
}

const kindWords = /^(xã|phường|đặc khu|thị trấn)\s+/iu;
const bare = (name: string): string => plain(name.trim().replace(kindWords, ''));

function matchOf(feature: ReadFeature, units: Units): MatchedFeature | FileTrouble {
  const name = [feature.code, feature.name].filter(Boolean).join(' ');
  const byCode = units.filter(({ code }) => code === feature.code);
  if (byCode.length === 1) return { feature, unit: byCode[0]!, by: 'byCode' };
  const byName = feature.name === null ? [] : units.filter((unit) => bare(unit.name) === bare(feature.name!));
  if (byName.length === 1 && feature.code === null) return { feature, unit: byName[0]!, by: 'byName' };
  return { code: byName.length > 1 ? 'with-two' : 'without-unit', feature: feature.number, name };
}

const secondOnes = (matched: readonly MatchedFeature[]): FileTrouble[] =>
  matched
    .filter(({ unit }, at) => matched.findIndex((one) => one.unit.code === unit.code) < at)
    .map(({ feature, unit }) => ({ code: 'same-unit', feature: feature.number, name: unit.name }));

const nothing: Mended = { rewound: 0, rounded: 0, closed: 0, repeated: 0, heights: 0 };

/** By the very rules of the server, so that what it would refuse is seen here with its place. */
export function boundaryFile(name: string, text: string, units: Units): BoundaryFile {
  const { features, troubles, mended } = readBoundaries(text);
  const read = features.map((feature) => matchOf(feature, units));
  const matched = read.filter((one) => 'unit' in one);
  const fileTroubles = [
    ...troubles.map((trouble) => ({ ...trouble, name: '' })),
    ...read.filter((one) => 'code' in one),
    ...secondOnes(matched),
  ];
  const points = units.flatMap(({ lon, lat }): Position[] => (lon === null || lat === null ? [] : [[lon, lat]]));
  const outlines = matched.map(({ feature, unit }) => ({ unit: unit.name, geometry: feature.geometry }));
  return { name, matched, mended, fileTroubles, troubles: outlinesTroubles(outlines, provinceBox(points)) };
}

export async function readBoundaryFile(file: File, units: Units): Promise<BoundaryFile> {
  if (file.size <= mostFileBytes) return boundaryFile(file.name, await file.text(), units);
  const fileTroubles = [{ code: 'too-large', feature: null, name: '' }];
  return { name: file.name, matched: [], mended: nothing, fileTroubles, troubles: [] };
}
