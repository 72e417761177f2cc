import { isClosed, same, type Position, type Ring } from '#kernel/ring.ts';
import type { MultiPolygon } from './boundary.ts';

/** A file may be larger than a commune's outlines have to be; a page must be able to hold it. */
export const mostFileBytes = 10_000_000;
export const mostCorners = 60_000;

export const readTroubles = [
  'not-json',
  'not-a-collection',
  'other-reference-system',
  'nothing-in-it',
  'too-many-corners',
  'not-a-feature',
  'not-a-polygon',
  'not-positions',
] as const;
export interface ReadTrouble {
  readonly code: (typeof readTroubles)[number];
  /** Which feature, from 1; null for the file. */
  readonly feature: number | null;
}

/** What was put right on the way; told, so that nobody wonders. */
export interface Mended {
  rewound: number;
  rounded: number;
  closed: number;
  repeated: number;
  heights: number;
}

export interface ReadFeature {
  readonly number: number;
  /** What its properties say that might name a unit. */
  readonly code: string | null;
  readonly name: string | null;
  readonly geometry: MultiPolygon;
}

const codeKeys = ['code', 'ma', 'ma_xa', 'maxa', 'ma_dvhc', 'ward_code', 'unit', 'commune_code', 'nso', 'ma_don_vi'];
const nameKeys = ['name', 'ten', 'ten_xa', 'tenxa', 'ward_name', 'ten_dvhc', 'commune_name', 'ten_don_vi'];

type Properties = Readonly<Record<string, unknown>>;

const propertyOf = (properties: Properties, keys: readonly string[]): string | null => {
  const found = keys.flatMap((key) => Object.entries(properties).filter(([own]) => own.toLowerCase() === key))[0]?.[1];
  return typeof found === 'string' || typeof found === 'number' ? String(found).normalize('NFC').trim() : null;
};

/** A spreadsheet on the way may have taken the first zero. */
const codeOf = (properties: Properties): string | null => {
  const code = propertyOf(properties, codeKeys);
  return code !== null && /^\d{4}$/.test(code) ? `0${code}` : code;
};

/** Six decimals are a decimetre: more than a border is known to. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

export const signedArea = (ring: Ring): number => {
  let sum = 0;
  for (let at = 1; at < ring.length; at += 1) sum += ring[at - 1]![0] * ring[at]![1] - ring[at]![0] * ring[at - 1]![1];
  return sum / 2;
};

const isPosition = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length >= 2 && value.every((part) => typeof part === 'number' && Number.isFinite(part));
const isRing = (value: unknown): value is number[][] => Array.isArray(value) && value.every(isPosition);
const isPolygon = (value: unknown): value is number[][][] =>
  Array.isArray(value) && value.length > 0 && value.every(isRing);

/** RFC 7946 asks for closed rings, outer ones counterclockwise; older files are not to be refused for their direction. */
function tidyRing(given: readonly number[][], outer: boolean, mended: Mended): Ring {
  const positions = given.map(([lon, lat]): Position => [round(lon!), round(lat!)]);
  if (given.some((position) => position.length > 2)) mended.heights += 1;
  if (given.some(([lon, lat], at) => lon !== positions[at]![0] || lat !== positions[at]![1])) mended.rounded += 1;
  const single = positions.filter((position, at) => at === 0 || !same(position, positions[at - 1]!));
  if (single.length < positions.length) mended.repeated += 1;
  const ring = single.length > 0 && !isClosed(single) ? [...single, single[0]!] : single;
  if (ring.length > single.length) mended.closed += 1;
  if (signedArea(ring) > 0 === outer || signedArea(ring) === 0) return ring;
  mended.rewound += 1;
  return ring.toReversed();
}

interface Given {
  readonly type?: unknown;
  readonly properties?: unknown;
  readonly geometry?: { readonly type?: unknown; readonly coordinates?: unknown } | null;
}

function geometryOf({ geometry }: Given, mended: Mended): MultiPolygon | 'not-a-polygon' | 'not-positions' {
  const kind = geometry?.type;
  if (kind !== 'Polygon' && kind !== 'MultiPolygon') return 'not-a-polygon';
  const polygons = kind === 'Polygon' ? [geometry?.coordinates] : geometry?.coordinates;
  if (!Array.isArray(polygons) || polygons.length === 0 || !polygons.every(isPolygon)) return 'not-positions';
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings) => rings.map((ring, at) => tidyRing(ring, at === 0, mended))),
  };
}

const knownSystems = /CRS84|EPSG:+4326|EPSG::4326/i;

/** A member that RFC 7946 has dropped: only the system it prescribes is taken. */
const isOtherSystem = (crs: unknown): boolean =>
  crs !== undefined && crs !== null && !knownSystems.test(JSON.stringify(crs));

export interface ReadBoundaries {
  readonly features: readonly ReadFeature[];
  readonly troubles: readonly ReadTrouble[];
  readonly mended: Mended;
}

interface Collection {
  readonly type?: unknown;
  readonly features?: unknown;
  readonly crs?: unknown;
}

function collectionIn(text: string): readonly (Given | null)[] | ReadTrouble['code'] {
  let json: Collection | null;
  try {
    json = JSON.parse(text) as Collection | null;
  } catch {
    return 'not-json';
  }
  if (json?.type !== 'FeatureCollection' || !Array.isArray(json.features)) return 'not-a-collection';
  if (isOtherSystem(json.crs)) return 'other-reference-system';
  return json.features.length === 0 ? 'nothing-in-it' : (json.features as (Given | null)[]);
}

function featureOf(given: Given | null, number: number, mended: Mended): ReadFeature | ReadTrouble {
  if (given?.type !== 'Feature') return { code: 'not-a-feature', feature: number };
  const geometry = geometryOf(given, mended);
  if (typeof geometry === 'string') return { code: geometry, feature: number };
  const properties = (given.properties ?? {}) as Properties;
  return { number, code: codeOf(properties), name: propertyOf(properties, nameKeys), geometry };
}

/** Reads a file of outlines; what cannot be read is told feature by feature, and then nothing is to be taken. */
export function readBoundaries(text: string): ReadBoundaries {
  const mended: Mended = { rewound: 0, rounded: 0, closed: 0, repeated: 0, heights: 0 };
  const refused = (code: ReadTrouble['code']): ReadBoundaries => ({
    features: [],
    troubles: [{ code, feature: null }],
    mended,
  });
  const given = collectionIn(text);
  if (typeof given === 'string') return refused(given);
  const read = given.map((one, at) => featureOf(one, at + 1, mended));
  const features = read.filter((one) => 'geometry' in one);
  const troubles = read.flatMap((one) => ('geometry' in one ? [] : [one]));
  const corners = features.reduce((sum, { geometry }) => sum + geometry.coordinates.flat(2).length, 0);
  return corners > mostCorners ? refused('too-many-corners') : { features, troubles, mended };
}
