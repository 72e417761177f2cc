import { Group, Stack, Text } from '@mantine/core';
import type { MultiPolygon } from '#contexts/places/boundary.ts';
import type { Position } from '#kernel/ring.ts';
import classes from './unit-map.module.css';

export const mapTones = ['own', 'before', 'after', 'plain', 'bad'] as const;
export type MapTone = (typeof mapTones)[number];

export interface MapShape {
  readonly key: string;
  readonly tone: MapTone;
  readonly outline: MultiPolygon;
}
export interface MapPoint {
  readonly key: string;
  readonly tone: MapTone;
  readonly at: Position;
  readonly name: string;
}

interface UnitMapProps {
  readonly shapes: readonly MapShape[];
  readonly points: readonly MapPoint[];
  /** What it shows, for those who cannot see it. */
  readonly label: string;
  readonly legend?: readonly { readonly tone: MapTone; readonly text: string }[];
}

const wide = 720;
const high = 440;
const margin = 24;

/** North up; a degree of longitude is as much shorter as it is there. */
function projectionOf(positions: readonly Position[]) {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const [lon, lat] of positions) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  const { west, north } = box;
  const shrink = Math.cos((north * Math.PI) / 180);
  const across = Math.max((box.east - west) * shrink, 1e-6);
  const down = Math.max(north - box.south, 1e-6);
  const scale = Math.min((wide - 2 * margin) / across, (high - 2 * margin) / down, 20_000);
  const left = (wide - across * scale) / 2;
  const top = (high - down * scale) / 2;
  return ([lon, lat]: Position): [number, number] => [
    left + (lon - west) * shrink * scale,
    top + (north - lat) * scale,
  ];
}

const pathOf = ({ coordinates }: MultiPolygon, at: (position: Position) => [number, number]): string =>
  coordinates
    .flat()
    .map(
      (ring) =>
        `M${ring
          .map((position) =>
            at(position)
              .map((value) => value.toFixed(1))
              .join(','),
          )
          .join('L')}Z`,
    )
    .join('');

interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end' | 'middle';
}

const letter = 8;
const tall = 18;
const sides: readonly (readonly [Label['anchor'], number, number])[] = [
  ['start', 10, 5],
  ['end', -10, 5],
  ['middle', 0, -12],
  ['middle', 0, 24],
];

/** Names where they cover no other; of what lies around, a name that finds no room is left out. */
function labelsOf(points: readonly MapPoint[], at: (position: Position) => [number, number]): Map<string, Label> {
  const taken = points.map(({ at: position }): [number, number, number, number] => {
    const [x, y] = at(position);
    return [x - 6, y - 6, x + 6, y + 6];
  });
  const labels = new Map<string, Label>();
  for (const { key, name, tone, at: position } of points.toSorted(
    (a, b) => Number(a.tone === 'plain') - Number(b.tone === 'plain'),
  )) {
    const [x, y] = at(position);
    const length = name.length * letter;
    const tried = sides.map(([anchor, right, down]) => {
      const start = x + right - (anchor === 'end' ? length : anchor === 'middle' ? length / 2 : 0);
      const box: [number, number, number, number] = [start, y + down - tall, start + length, y + down];
      return { label: { x: x + right, y: y + down, anchor }, box };
    });
    const free = tried.find(
      ({ box }) =>
        box[0] > 0 &&
        box[2] < wide &&
        !taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]),
    );
    const chosen = free ?? (tone === 'plain' ? undefined : tried[0]);
    if (chosen === undefined || name === '') continue;
    taken.push(chosen.box);
    labels.set(key, chosen.label);
  }
  return labels;
}

/** Outlines and points on blank ground: nothing is fetched from anywhere. */
export function UnitMap({ shapes, points, label, legend = [] }: UnitMapProps) {
  const positions: Position[] = [
    ...shapes.flatMap(({ outline }) => outline.coordinates.flat().flat()),
    ...points.map(({ at }) => at),
  ];
  if (positions.length === 0) return null;
  const at = projectionOf(positions);
  const labels = labelsOf(points, at);
  return (
    <Stack gap="xs">
      <svg viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={label} className={classes['map']}>
        {shapes.map(({ key, tone, outline }) => (
          <path
            key={key}
            d={pathOf(outline, at)}
            data-tone={tone}
            fillRule="evenodd"
            vectorEffect="non-scaling-stroke"
          />
        ))}
        {points.map(({ key, tone, at: position, name }) => {
          const [x, y] = at(position);
          const label = labels.get(key);
          return (
            <g key={key} data-tone={tone}>
              <circle cx={x} cy={y} r={6} />
              {label !== undefined && (
                <text x={label.x} y={label.y} textAnchor={label.anchor}>
                  {name}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      {legend.length > 0 && (
        <Group gap="lg">
          {legend.map(({ tone, text }) => (
            <Group key={text} gap={6} wrap="nowrap">
              <svg width={20} height={14} aria-hidden className={classes['sign']}>
                <rect x={1} y={1} width={18} height={12} data-tone={tone} />
              </svg>
              <Text size="sm">{text}</Text>
            </Group>
          ))}
        </Group>
      )}
    </Stack>
  );
}
