import {
  Map as MapLibre,
  Marker,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
  type StyleSpecification,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Polygon } from '#kernel/place.ts';
import { tidyOutline } from '#contexts/production/outline.ts';
import classes from './outline-map.module.css';

setWorkerUrl(workerUrl);

export type Point = readonly [lon: number, lat: number];
export type DrawingMode = 'draw' | 'adjust';

interface Opening {
  readonly outline: Polygon | null;
  readonly center: Point;
  readonly units: readonly { readonly name: string; readonly at: Point }[];
  readonly words: { readonly title: string; readonly zoomIn: string; readonly zoomOut: string };
  readonly onChange: (outline: Polygon | null) => void;
  readonly onFailed: () => void;
}

export interface OutlineMap {
  readonly setMode: (mode: DrawingMode) => void;
  readonly clear: () => void;
  readonly close: () => void;
}

type Line = { type: 'Feature'; properties: object; geometry: { type: 'LineString'; coordinates: [number, number][] } };

const line = (from: [number, number], until: [number, number]): Line => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'LineString', coordinates: [from, until] },
});

/** Meridians and parallels around a place, every thousandth of a degree: some hundred metres. */
function graticule([lon, lat]: Point, every: number, reach: number): Line[] {
  const steps = Math.round(reach / every);
  const round = (value: number): number => Math.round(value / every) * every;
  return Array.from({ length: 2 * steps + 1 }, (_, index) => (index - steps) * every).flatMap((offset) => [
    line([round(lon) + offset, lat - reach], [round(lon) + offset, lat + reach]),
    line([lon - reach, round(lat) + offset], [lon + reach, round(lat) + offset]),
  ]);
}

const blankStyle = (center: Point): StyleSpecification => ({
  version: 8,
  sources: {
    fine: { type: 'geojson', data: { type: 'FeatureCollection', features: graticule(center, 0.001, 0.05) } },
    coarse: { type: 'geojson', data: { type: 'FeatureCollection', features: graticule(center, 0.05, 1.5) } },
  },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': '#f3f2ea' } },
    { id: 'fine', type: 'line', source: 'fine', minzoom: 12, paint: { 'line-color': '#d8d7cc', 'line-width': 1 } },
    { id: 'coarse', type: 'line', source: 'coarse', paint: { 'line-color': '#b5b5a9', 'line-width': 1 } },
  ],
});

const middleOf = ({ coordinates }: Polygon): Point => {
  const ring = coordinates[0] ?? [];
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [mean(ring.map(([lon]) => lon)), mean(ring.map(([, lat]) => lat))];
};

function nameUnits(map: MapLibre, units: Opening['units']): void {
  for (const { name, at } of units) {
    const element = document.createElement('span');
    element.className = classes['unit'] ?? '';
    element.textContent = name;
    new Marker({ element }).setLngLat([at[0], at[1]]).addTo(map);
  }
}

const leaf = '#2a683b';
const clay = '#cf751c';
const corners = { draggable: true, midpoints: { draggable: true }, deletable: true };

const drawingOn = (map: MapLibre): TerraDraw =>
  new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 7 }),
    modes: [
      new TerraDrawPolygonMode({
        showCoordinatePoints: true,
        styles: { fillColor: leaf, outlineColor: leaf, fillOpacity: 0.25, outlineWidth: 3, closingPointColor: clay },
      }),
      new TerraDrawSelectMode({
        flags: { polygon: { feature: { draggable: true, coordinates: corners } } },
        styles: {
          selectedPolygonColor: leaf,
          selectedPolygonOutlineColor: leaf,
          selectionPointColor: leaf,
          midPointColor: clay,
        },
      }),
    ],
  });

const polygonsOf = (draw: TerraDraw) =>
  draw
    .getSnapshot()
    .filter(({ geometry, properties }) => geometry.type === 'Polygon' && properties['mode'] === 'polygon');

/** Of several drawn, the newest is the outline. */
function keepNewest(draw: TerraDraw): Polygon | null {
  const drawn = polygonsOf(draw);
  const newest = drawn.at(-1);
  draw.removeFeatures(drawn.slice(0, -1).flatMap(({ id }) => (id === undefined ? [] : [id])));
  return newest === undefined ? null : tidyOutline(newest.geometry as Polygon);
}

function startDrawing(map: MapLibre, { outline, onChange }: Opening): TerraDraw {
  const draw = drawingOn(map);
  draw.start();
  draw.setMode('polygon');
  if (outline !== null && outline.coordinates.length === 1) {
    const added = draw.addFeatures([{ type: 'Feature', geometry: outline, properties: { mode: 'polygon' } }]);
    const id = added[0]?.id;
    draw.setMode('select');
    if (id !== undefined) draw.selectFeature(id);
  }
  draw.on('finish', () => onChange(keepNewest(draw)));
  return draw;
}

/** Opens a map in a box of the page; without WebGL it says so instead of breaking the form. */
export function openOutlineMap(box: HTMLElement, opening: Opening): OutlineMap {
  const { outline, units, words } = opening;
  const center = outline === null ? opening.center : middleOf(outline);
  let map: MapLibre;
  try {
    map = new MapLibre({
      container: box,
      style: blankStyle(center),
      center: [center[0], center[1]],
      zoom: 15,
      minZoom: 7,
      attributionControl: false,
      locale: {
        'Map.Title': words.title,
        'NavigationControl.ZoomIn': words.zoomIn,
        'NavigationControl.ZoomOut': words.zoomOut,
      },
    });
  } catch {
    opening.onFailed();
    return { setMode: () => undefined, clear: () => undefined, close: () => undefined };
  }
  map.addControl(new NavigationControl({ showCompass: false }));
  map.addControl(new ScaleControl({}));
  nameUnits(map, units);
  let draw: TerraDraw | undefined;
  let mode: DrawingMode = outline === null ? 'draw' : 'adjust';
  const apply = (): void => draw?.setMode(mode === 'draw' ? 'polygon' : 'select');
  map.once('load', () => {
    draw = startDrawing(map, opening);
    apply();
  });
  return {
    setMode: (next) => {
      mode = next;
      apply();
    },
    clear: () => draw?.clear(),
    close: () => {
      draw?.stop();
      map.remove();
    },
  };
}
