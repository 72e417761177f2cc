import { Alert, Button, Group, Input, Loader, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { IconCurrentLocation } from '@tabler/icons-react';
import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import type { Polygon } from '#kernel/place.ts';
import { areaDifferenceBp, polygonAreaM2 } from '#contexts/production/area.ts';
import { areaText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { AreaDifference } from './area-difference.tsx';
import type { NamedPoint } from './outline-map.tsx';
import { cornerText, outlineFromText, outlineReasons, outlineText } from './outline-text.ts';
import { Reasons } from './reasons.tsx';

const OutlineMap = lazy(() => import('./outline-map.tsx'));

interface OutlineInputProps {
  readonly value: Polygon | null;
  readonly onChange: (outline: Polygon | null) => void;
  readonly center: readonly [number, number];
  readonly units: readonly NamedPoint[];
  readonly declaredM2: number | '';
  readonly error?: ReactNode;
}

/** The outline of a plot: drawn on blank ground, or typed, pasted and walked, which needs no map and no mouse. */
export function OutlineInput({ value, onChange, center, units, declaredM2, error }: OutlineInputProps) {
  const t = useWords('production');
  const [way, setWay] = useState<'map' | 'typed'>('map');
  const [isBroken, setBroken] = useState(false);
  const troubles = outlineReasons(t, value);
  return (
    <Input.Wrapper label={t('plot.outline')} labelElement="div" error={error}>
      <Stack gap="sm" mt={4}>
        <SegmentedControl
          aria-label={t('outline.way')}
          value={way}
          onChange={(next) => setWay(next)}
          data={[
            { value: 'map', label: t('outline.map') },
            { value: 'typed', label: t('outline.typed') },
          ]}
        />
        {way === 'typed' ? (
          <TypedOutline value={value} onChange={onChange} />
        ) : isBroken ? (
          <Alert color="clay" variant="light">
            {t('outline.mapFailed')}
          </Alert>
        ) : (
          <div>
            <Text size="sm" c="dimmed" mb="xs">
              {t('outline.mapHelp')}
            </Text>
            <Suspense fallback={<Loader aria-label={t('shell:loading')} />}>
              <OutlineMap
                outline={value}
                center={center}
                units={units}
                onChange={onChange}
                onFailed={() => setBroken(true)}
              />
            </Suspense>
          </div>
        )}
        <Enclosed value={troubles.length === 0 ? value : null} declaredM2={declaredM2} />
        <Reasons title={t('problem.outline.not-valid')} reasons={troubles} />
      </Stack>
    </Input.Wrapper>
  );
}

function Enclosed({ value, declaredM2 }: { value: Polygon | null; declaredM2: number | '' }) {
  const t = useWords('production');
  const areaM2 = value === null ? 0 : polygonAreaM2(value);
  return (
    <Text size="sm" aria-live="polite">
      {value !== null && t('outline.encloses', { area: areaText(areaM2) })}
      {value !== null && declaredM2 !== '' && declaredM2 > 0 && (
        <>
          {'. '}
          <AreaDifference differenceBp={areaDifferenceBp(declaredM2, areaM2)} />
        </>
      )}
    </Text>
  );
}

function TypedOutline({ value, onChange }: Pick<OutlineInputProps, 'value' | 'onChange'>) {
  const t = useWords('production');
  const id = useId();
  const [text, setText] = useState(value === null ? '' : outlineText(value));
  const [isLost, setLost] = useState(false);
  const put = (next: string): void => {
    setText(next);
    onChange(outlineFromText(next) ?? null);
  };
  const addHere = (): void =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLost(false);
        put(
          [
            ...text.split('\n').filter((line) => line.trim() !== ''),
            cornerText(coords.longitude, coords.latitude),
          ].join('\n'),
        );
      },
      () => setLost(true),
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  return (
    <Stack gap="xs">
      <Textarea
        id={id}
        label={t('outline.text')}
        description={t('outline.textHelp')}
        autosize
        minRows={5}
        maxRows={14}
        value={text}
        error={text.trim() !== '' && value === null ? t('outline.unreadable') : undefined}
        onChange={(event) => put(event.currentTarget.value)}
      />
      <Group gap="sm">
        <Button variant="default" leftSection={<IconCurrentLocation size={18} aria-hidden />} onClick={addHere}>
          {t('outline.here')}
        </Button>
        <Button variant="subtle" disabled={text === ''} onClick={() => put('')}>
          {t('outline.clear')}
        </Button>
      </Group>
      {isLost && (
        <Text size="sm" c="red" role="alert">
          {t('outline.hereFailed')}
        </Text>
      )}
    </Stack>
  );
}
