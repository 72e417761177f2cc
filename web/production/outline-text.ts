import { Polygon } from '#kernel/place.ts';
import { outlineBounds, outlineTroubles, tidyOutline } from '#contexts/production/outline.ts';
import type { WordsOf } from '#web/lib/i18n.ts';

type Point = [number, number];

const pair = /^\s*\(?\s*(-?\d{1,3}[.,]\d+|-?\d{1,3})\s*(?:[;,\s]\s*)+(-?\d{1,3}[.,]\d+|-?\d{1,3})\s*\)?\s*$/;
const number = (text: string): number => Number(text.replace(',', '.'));
const isLat = (value: number): boolean => value >= outlineBounds.south && value <= outlineBounds.north;

/** In this country a latitude cannot be taken for a longitude, so either order is understood. */
function pointOf(line: string): Point | undefined {
  const found = pair.exec(line);
  if (found === null) return undefined;
  const [one, other] = [number(found[1]!), number(found[2]!)];
  return isLat(one) || !isLat(other) ? [other, one] : [one, other];
}

interface GeoJsonLike {
  readonly type?: string;
  readonly geometry?: unknown;
  readonly features?: readonly unknown[];
}

function polygonIn(value: unknown, depth = 0): Polygon | undefined {
  const parsed = Polygon.safeParse(value);
  if (parsed.success) return parsed.data;
  if (typeof value !== 'object' || value === null || depth > 2) return undefined;
  const { geometry, features } = value as GeoJsonLike;
  return polygonIn(geometry ?? features?.[0], depth + 1);
}

function fromJson(text: string): Polygon | undefined {
  try {
    return polygonIn(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Corners typed or pasted, one to a line, or GeoJSON; undefined while they do not make an outline yet. */
export function outlineFromText(text: string): Polygon | undefined {
  if (text.trimStart().startsWith('{')) {
    const pasted = fromJson(text);
    return pasted === undefined ? undefined : tidyOutline(pasted);
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const points = lines.map(pointOf);
  if (points.length < 3 || points.includes(undefined)) return undefined;
  return tidyOutline({ type: 'Polygon', coordinates: [points as Point[]] });
}

const written = ([lon, lat]: Point): string => `${lat}, ${lon}`;

/** The corners as one types them; an outline with holes as GeoJSON, which alone can say it. */
export function outlineText(outline: Polygon): string {
  if (outline.coordinates.length > 1) return JSON.stringify(outline);
  return (outline.coordinates[0] ?? []).slice(0, -1).map(written).join('\n');
}

export const cornerText = (lon: number, lat: number): string =>
  written([Number(lon.toFixed(7)), Number(lat.toFixed(7))]);

/** What is wrong with an outline, in words; where it crosses itself, with the place as one types it. */
export const outlineReasons = (t: WordsOf<'production'>, outline: Polygon | null): string[] =>
  outline === null
    ? []
    : outlineTroubles(outline).map(({ code, ...place }) => t(`obstacle.outline.${code}`, place as never));
