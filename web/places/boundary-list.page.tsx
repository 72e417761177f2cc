import { Button, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from 'react-router';
import { listBoundaries } from '#contexts/places/boundary.wire.ts';
import { listSeatsElsewhere } from '#contexts/places/waiting-seat.wire.ts';
import type { ReplyOf } from '#kernel/method.ts';
import { unitKey } from '#kernel/succession.ts';
import { useAnswer } from '#web/lib/api.ts';
import { numberText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { hasRole, useMe } from '#web/lib/me.ts';
import type { Load } from '#web/lib/routes.tsx';
import { registryPaths } from '#web/registry/paths.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { InstantText } from '#web/ui/value-text.tsx';
import { ElsewhereSection, elsewhereOf } from './elsewhere-section.tsx';
import { placesPaths } from './paths.ts';
import { UnitMap } from './unit-map.tsx';
import { UnitLink } from './unit-text.tsx';

type Reply = ReplyOf<typeof listBoundaries>;
type Row = Reply['units'][number] & { readonly boundary: Reply['items'][number] | null };
type Import = Reply['imports'][number];

const columns: Column<Row>[] = [
  { label: 'places:boundary.unit', cell: (unit) => <UnitLink unit={unit} /> },
  {
    label: 'places:boundary.has',
    cell: ({ boundary }) => word(boundary === null ? 'places:boundary.hasNot' : 'places:boundary.has'),
  },
  { label: 'places:boundary.source', cell: ({ boundary }) => boundary?.source ?? '' },
  {
    label: 'places:boundary.importedAt',
    cell: ({ boundary }) => boundary !== null && <InstantText at={boundary.importedAt} />,
    minor: true,
  },
];

const importColumns: Column<Import>[] = [
  { label: 'places:boundary.importedAt', cell: ({ importedAt }) => <InstantText at={importedAt} /> },
  { label: 'places:boundary.source', cell: ({ source }) => source },
  { label: 'places:boundary.units', cell: ({ units }) => numberText(units), align: 'end' },
  { label: 'places:boundary.inForce', cell: ({ inForce }) => numberText(inForce), align: 'end' },
];

const readers = ['provincial-officer', 'administrator', 'auditor'] as const;

export const load: Load = ({ ask, me }) =>
  Promise.all([ask(listBoundaries, {}), ...(hasRole(me, ...readers) ? [ask(listSeatsElsewhere, elsewhereOf())] : [])]);

/** Outlines of today's units where they were imported, points where not. */
export function Page() {
  const t = useWords('places');
  const mayRead = hasRole(useMe(), ...readers);
  const { items, units, imports, may } = useAnswer(listBoundaries, {});
  const byUnit = new Map(items.map((item) => [unitKey(item.unit), item]));
  const rows = units.map((unit) => ({ ...unit, boundary: byUnit.get(unitKey(unit)) ?? null }));
  const points = rows.filter(({ boundary, lon, lat }) => boundary === null && lon !== null && lat !== null);
  return (
    <>
      <PageHeader
        title={t('boundary.title')}
        lead={t('boundary.lead')}
        crumbs={[{ label: t('unit.list'), to: registryPaths.units }]}
        actions={
          may.import && (
            <Button
              component={Link}
              to={placesPaths.importBoundaries}
              leftSection={<IconFileImport size={18} aria-hidden />}
            >
              {t('boundary.import')}
            </Button>
          )
        }
      />
      {items.length === 0 && <Text mb="sm">{t('boundary.none')}</Text>}
      <UnitMap
        shapes={items.map(({ unit, shown }) => ({ key: unitKey(unit), tone: 'own', outline: shown }))}
        points={points.map(({ code, from, name, lon, lat }) => ({
          key: unitKey({ code, from }),
          tone: 'plain',
          at: [lon!, lat!],
          name: points.length > 12 ? '' : name,
        }))}
        label={t('boundary.picture', { count: items.length, points: points.length })}
        legend={[
          ...(items.length > 0 ? [{ tone: 'own' as const, text: t('boundary.has') }] : []),
          ...(points.length > 0 ? [{ tone: 'plain' as const, text: t('boundary.hasNot') }] : []),
        ]}
      />
      <Section title={t('boundary.history')}>
        <DataTable
          columns={importColumns}
          rows={imports}
          rowKey={({ importedAt, source }) => `${importedAt} ${source}`}
          caption={t('boundary.history')}
          empty={t('boundary.historyEmpty')}
        />
      </Section>
      {mayRead && <ElsewhereSection />}
      <Section title={t('boundary.list')}>
        <DataTable columns={columns} rows={rows} rowKey={unitKey} caption={t('boundary.list')} />
      </Section>
    </>
  );
}
