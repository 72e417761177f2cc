import 'maplibre-gl/dist/maplibre-gl.css';
import { Button, Group, SegmentedControl } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Polygon } from '#kernel/place.ts';
import { useWords } from '#web/lib/i18n.ts';
import { openOutlineMap, type DrawingMode, type OutlineMap as Drawing, type Point } from './outline-drawing.ts';
import classes from './outline-map.module.css';

export interface NamedPoint {
  readonly name: string;
  readonly at: Point;
}

interface OutlineMapProps {
  readonly outline: Polygon | null;
  readonly center: Point;
  readonly units: readonly NamedPoint[];
  readonly onChange: (outline: Polygon | null) => void;
  readonly onFailed: () => void;
}

/** Blank ground with a grid of degrees: corners are clicked, dragged and removed. No tile is asked of anybody. */
export default function OutlineMap({ outline, center, units, onChange, onFailed }: OutlineMapProps) {
  const t = useWords('production');
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing>(undefined);
  const [mode, setMode] = useState<DrawingMode>(outline === null ? 'draw' : 'adjust');

  const change = useEffectEvent((drawn: Polygon | null) => {
    onChange(drawn);
    if (drawn !== null) setMode('adjust');
  });
  const fail = useEffectEvent(onFailed);
  const opening = useEffectEvent(() => ({
    outline,
    center,
    units,
    words: { title: t('outline.mapTitle'), zoomIn: t('outline.zoomIn'), zoomOut: t('outline.zoomOut') },
  }));

  useEffect(() => {
    const opened = openOutlineMap(box.current!, { ...opening(), onChange: change, onFailed: fail });
    drawing.current = opened;
    return () => opened.close();
  }, []);
  useEffect(() => drawing.current?.setMode(mode), [mode]);

  return (
    <div>
      <div ref={box} className={classes['map']} />
      <Group mt="xs" gap="sm">
        <SegmentedControl
          aria-label={t('outline.mapTitle')}
          value={mode}
          onChange={(value) => setMode(value)}
          data={[
            { value: 'draw', label: t('outline.draw') },
            { value: 'adjust', label: t('outline.adjust'), disabled: outline === null },
          ]}
        />
        <Button
          variant="default"
          disabled={outline === null}
          onClick={() => {
            drawing.current?.clear();
            setMode('draw');
            onChange(null);
          }}
        >
          {t('outline.clear')}
        </Button>
      </Group>
    </div>
  );
}
