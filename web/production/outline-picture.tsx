import type { Polygon } from '#kernel/place.ts';
import { polygonAreaM2 } from '#contexts/production/area.ts';
import { areaText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';

const side = 100;
const margin = 6;

/** The shape of a plot, north up; a degree of longitude is as much shorter as it is there. */
export function OutlinePicture({ outline, size = 220 }: { outline: Polygon; size?: number }) {
  const t = useWords('production');
  const points = outline.coordinates.flat();
  const west = Math.min(...points.map(([lon]) => lon));
  const north = Math.max(...points.map(([, lat]) => lat));
  const shrink = Math.cos((north * Math.PI) / 180);
  const wide = (Math.max(...points.map(([lon]) => lon)) - west) * shrink;
  const high = north - Math.min(...points.map(([, lat]) => lat));
  const scale = (side - 2 * margin) / Math.max(wide, high, 1e-9);
  const x = (lon: number): number => margin + (lon - west) * shrink * scale + (side - 2 * margin - wide * scale) / 2;
  const y = (lat: number): number => margin + (north - lat) * scale + (side - 2 * margin - high * scale) / 2;
  const path = outline.coordinates.map(
    (ring) => `M${ring.map(([lon, lat]) => `${x(lon).toFixed(2)},${y(lat).toFixed(2)}`).join('L')}Z`,
  );
  const corners = outline.coordinates.reduce((sum, ring) => sum + ring.length - 1, 0);
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      width={size}
      height={size}
      role="img"
      aria-label={t('outline.picture', { count: corners, area: areaText(polygonAreaM2(outline)) })}
    >
      <path
        d={path.join('')}
        fill="var(--mantine-color-leaf-light)"
        fillRule="evenodd"
        stroke="var(--lk-mark)"
        strokeWidth={1.2}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
