import { List, Stack, Text } from '@mantine/core';
import type { BoundaryTrouble } from '#contexts/places/boundary-check.ts';
import type { UnitCode } from '#kernel/place.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { obstacleText } from '#web/lib/problem-text.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import type { BoundaryFile, MatchedFeature } from './boundary-file.ts';
import { UnitMap } from './unit-map.tsx';
import { unitText } from './unit-text.tsx';

const columns: Column<MatchedFeature>[] = [
  {
    label: 'places:boundary.feature',
    cell: ({ feature: { number, code, name } }) => [`${number}.`, code, name].filter(Boolean).join(' '),
  },
  {
    label: 'places:boundary.matched',
    cell: ({ unit, by }) => `${unitText(unit)} (${unit.code}, ${word(`places:boundary.${by}`)})`,
  },
  {
    label: 'places:boundary.corners',
    cell: ({ feature }) => feature.geometry.coordinates.flat(2).length,
    align: 'end',
  },
];

const troubleColumns: Column<BoundaryTrouble>[] = [
  {
    label: 'places:boundary.trouble',
    cell: ({ code, unit, polygon, ring, other }) =>
      obstacleText({ code, unit, polygon, ring, other: other ?? '' }, 'places', 'boundary'),
  },
  { label: 'places:boundary.place', cell: ({ lon, lat }) => (lon === null ? '' : `${lon}, ${lat}`) },
];

const mends = ['rewound', 'rounded', 'closed', 'repeated', 'heights'] as const;

/** What a file would bring, drawn, with every fault at its place. */
export function BoundaryPreview({ file, inForce }: { file: BoundaryFile; inForce: readonly UnitCode[] }) {
  const t = useWords('places');
  const { matched, mended, fileTroubles, troubles } = file;
  const bad = new Set(troubles.flatMap(({ unit, other }) => [unit, other]));
  const corners = matched.reduce((sum, { feature }) => sum + feature.geometry.coordinates.flat(2).length, 0);
  const replaced = matched.filter(({ unit }) => inForce.includes(unit.code)).length;
  const isSound = fileTroubles.length + troubles.length === 0;
  return (
    <>
      {!isSound && (
        <Section title={t('boundary.troubles')} {...(troubles.length > 0 && { lead: t('boundary.troublesLead') })}>
          <Troubles file={file} />
        </Section>
      )}
      {matched.length > 0 && (
        <Section title={t('boundary.preview')}>
          <Stack gap="xs">
            {isSound && <Text>{t('boundary.previewText', { count: matched.length, corners })}</Text>}
            {isSound && replaced > 0 && <Text size="sm">{t('boundary.replaces', { count: replaced })}</Text>}
            {isSound && <Text size="sm">{t('boundary.ready')}</Text>}
            <Mendings mended={mended} />
            <UnitMap
              shapes={matched.map(({ feature, unit }) => ({
                key: String(feature.number),
                tone: bad.has(unit.name) ? 'bad' : 'own',
                outline: feature.geometry,
              }))}
              points={troubles.flatMap(({ code, unit, lon, lat }, at) =>
                lon === null || lat === null
                  ? []
                  : [{ key: `${code} ${at}`, tone: 'bad' as const, at: [lon, lat] as [number, number], name: unit }],
              )}
              label={t('boundary.picture', { count: matched.length, points: troubles.length })}
            />
            <DataTable
              columns={columns}
              rows={matched}
              rowKey={({ feature }) => String(feature.number)}
              caption={t('boundary.preview')}
            />
          </Stack>
        </Section>
      )}
    </>
  );
}

function Troubles({ file: { fileTroubles, troubles } }: { file: BoundaryFile }) {
  const t = useWords('places');
  return (
    <Stack gap="sm">
      {fileTroubles.length > 0 && (
        <List size="sm">
          {fileTroubles.map((trouble) => (
            <List.Item key={`${trouble.code} ${trouble.feature}`}>
              {obstacleText({ ...trouble, feature: trouble.feature ?? '' }, 'places', 'file')}
            </List.Item>
          ))}
        </List>
      )}
      {troubles.length > 0 && (
        <DataTable
          columns={troubleColumns}
          rows={troubles}
          rowKey={({ code, unit, polygon, ring, other }) => [code, unit, polygon, ring, other].join(' ')}
          caption={t('boundary.troubles')}
        />
      )}
    </Stack>
  );
}

function Mendings({ mended }: { mended: BoundaryFile['mended'] }) {
  const t = useWords('places');
  const done = mends.filter((mend) => mended[mend] > 0);
  if (done.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={500}>
        {t('boundary.mended')}
      </Text>
      <List size="sm">
        {done.map((mend) => (
          <List.Item key={mend}>{t(`boundary.mend.${mend}`, { count: mended[mend] })}</List.Item>
        ))}
      </List>
    </div>
  );
}
