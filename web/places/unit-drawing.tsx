import { Text } from '@mantine/core';
import { listBoundaries } from '#contexts/places/boundary.wire.ts';
import type { DrawnUnit } from '#contexts/places/unit.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import type { Position } from '#kernel/ring.ts';
import { unitKey, type UnitVersion } from '#kernel/succession.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { Section } from '#web/ui/section.tsx';
import { UnitMap, type MapShape, type MapTone } from './unit-map.tsx';
import type { UnitView } from './unit.page.tsx';
import { unitText } from './unit-text.tsx';

const keysOf = (ways: UnitView['predecessors']): Set<string> =>
  new Set(ways.flatMap(({ code, from }) => (code === null || from === null ? [] : [unitKey({ code, from })])));

/** Which of the drawn ones it is: what it was made of, itself, or what it became. */
function toneOf(unit: UnitView): (one: UnitVersion) => Extract<MapTone, 'own' | 'before' | 'after'> {
  const [before, after] = [keysOf(unit.predecessors), keysOf(unit.successors)];
  return (one) => {
    const key = unitKey(one);
    if (key === unitKey(unit)) return 'own';
    return before.has(key) || !after.has(key) ? 'before' : 'after';
  };
}

const pointOf = ({ lon, lat }: DrawnUnit): Position | null => (lon === null || lat === null ? null : [lon, lat]);

const nearDegrees = 0.16;
type Around = ReplyOf<typeof listBoundaries>;

/** Today's units around, so that a place is seen among its neighbours. */
function around({ units, items }: Around, drawn: readonly DrawnUnit[]) {
  const own = new Set(drawn.map(unitKey));
  const places = drawn.map(pointOf).filter((point) => point !== null);
  const isNear = ([lon, lat]: Position): boolean =>
    places.some((place) => Math.hypot(place[0] - lon, place[1] - lat) < nearDegrees);
  const near = units.flatMap(({ code, from, name, lon, lat }) => {
    const at: Position | null = lon === null || lat === null ? null : [lon, lat];
    return at === null || !isNear(at) || own.has(unitKey({ code, from }))
      ? []
      : [{ key: unitKey({ code, from }), at, name }];
  });
  const keys = new Set(near.map(({ key }) => key));
  return {
    points: near.map((one) => ({ ...one, tone: 'plain' as const })),
    shapes: items
      .filter(({ unit }) => keys.has(unitKey(unit)))
      .map(({ unit, shown }): MapShape => ({ key: unitKey(unit), tone: 'plain', outline: shown })),
  };
}

/** The boundary of then and of now, one over the other; a point where no boundary was imported. */
export function UnitDrawing({ unit }: { unit: UnitView }) {
  const t = useWords('places');
  const tone = toneOf(unit);
  const today = useAnswer(listBoundaries, {});
  const drawn = unit.drawn.filter((one) => one.shown !== null || pointOf(one) !== null);
  // The filled one lies below the lines.
  const shapes = drawn
    .flatMap((one): MapShape[] =>
      one.shown === null ? [] : [{ key: unitKey(one), tone: tone(one), outline: one.shown }],
    )
    .toSorted((a, b) => Number(b.tone === 'own') - Number(a.tone === 'own'));
  const points = drawn.flatMap((one) => {
    const at = pointOf(one);
    return at === null ? [] : [{ key: unitKey(one), tone: tone(one), at, name: unitText(one) }];
  });
  const beside = around(today, drawn);
  const sources = [...new Set(drawn.flatMap(({ source }) => source ?? []))];
  return (
    <Section title={t('unit.map')}>
      {drawn.length === 0 && <Text>{t('unit.nothingDrawn')}</Text>}
      <UnitMap
        shapes={[...beside.shapes, ...shapes]}
        points={[...beside.points, ...points]}
        label={t('unit.picture', { names: drawn.map(unitText).join(', ') })}
        legend={drawn.map((one) => ({ tone: tone(one), text: `${unitText(one)}: ${t(`unit.role.${tone(one)}`)}` }))}
      />
      {drawn
        .filter(({ shown }) => shown === null)
        .map((one) => (
          <Text key={unitKey(one)} size="sm" c="dimmed" mt={4}>
            {t('unit.byPoint', { name: unitText(one) })}
          </Text>
        ))}
      {sources.map((source) => (
        <Text key={source} size="sm" c="dimmed" mt={4}>
          {`${t('unit.source')}: ${source}`}
        </Text>
      ))}
    </Section>
  );
}
