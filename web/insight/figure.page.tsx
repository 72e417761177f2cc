import { Anchor, Alert, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from 'react-router';
import { figureKeys, type FigureKey } from '#contexts/insight/figure.ts';
import {
  exportFigureRows,
  getFigure,
  listFigureRows,
  type FigureRow,
  type FigureView,
} from '#contexts/insight/figure.wire.ts';
import { today } from '#kernel/day.ts';
import type { InputOf, ReplyOf } from '#kernel/method.ts';
import { ApiProblem } from '#web/lib/api-problem.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useFilters } from '#web/lib/filters.ts';
import { dayText, numberText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { currentLanguage } from '#web/lib/language.ts';
import { useMe } from '#web/lib/me.ts';
import { filtersIn, searchOf } from '#web/lib/params.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DayFilter } from '#web/ui/day-filter.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { SyntheticMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { rowPath } from './figure-links.ts';
import { definitionText, figureText, placeName, shownFigure } from './figure-text.tsx';
import { FigureUnits } from './figure-units.tsx';
import { insightPaths } from './paths.ts';

const keyOf = (text: string): FigureKey => {
  const key = figureKeys.find((known) => known === text);
  if (key === undefined) throw new ApiProblem(404, 'page.not-found');
  return key;
};

/** What of the page's filters says where and when. */
const scopeIn = ({ asOf, unit, former, unplaced, map }: InputOf<typeof listFigureRows>) => ({
  asOf,
  unit,
  former,
  unplaced,
  map,
});

/** From a place back to the whole province, on the same day and map. */
function wholeOf({ key, asOf, scope: { map } }: FigureView, t: ReturnType<typeof useWords<'insight'>>) {
  const search = searchOf({ asOf: asOf === today() ? undefined : asOf, map: map === 'now' ? undefined : map });
  return { label: t(`figure.name.${key}`), to: `${insightPaths.figure(key)}?${search}` };
}

export const load: Load = async ({ ask, param, search }) => {
  const key = keyOf(param('key'));
  const figure = await ask(getFigure, { key, ...scopeIn(filtersIn(listFigureRows, search, { key })) });
  if (figure.may.openRows) await ask(listFigureRows, filtersIn(listFigureRows, search, { key }));
};

export function Page() {
  const t = useWords('insight');
  const key = keyOf(useParam('key'));
  const filters = useFilters(listFigureRows, { key });
  const figure = useAnswer(getFigure, { key, ...scopeIn(filters.input) });
  const isWhole = figure.scope.unit === null && figure.scope.unplaced === null;
  return (
    <>
      <PageHeader
        title={t(`figure.name.${key}`)}
        lead={definitionText(figure)}
        crumbs={[{ label: t('title'), to: insightPaths.figures }, ...(isWhole ? [] : [wholeOf(figure, t)])]}
        badges={figure.synthetic ? <SyntheticMark /> : undefined}
      />
      <FilterBar filters={filters}>
        <DayFilter filters={filters} name="asOf" label={t('figure.asOf')} max={today()} />
      </FilterBar>
      <FigureFacts figure={figure} />
      <Reported figure={figure} />
      <Section title={t('figure.rows')} lead={t('figure.rowsLead')}>
        {figure.may.openRows ? <Rows figureKey={key} unitOf={figure.unit} /> : <Closed />}
      </Section>
      {figure.may.openRows && isWhole && <FigureUnits figure={figure} filters={filters} />}
      <History figure={figure} />
    </>
  );
}

function FigureFacts({ figure }: { figure: FigureView }) {
  const t = useWords('insight');
  const province = useMe().province.name;
  const place = placeName(figure.scope);
  return (
    <Facts
      facts={[
        {
          label: t('figure.value'),
          value:
            figure.value === null ? (
              t('figure.tooFew')
            ) : (
              <Text
                fw={700}
                fz="xl"
              >{`${shownFigure(figure)}${figure.unit === 'vnd' ? '' : ` ${t(`figure.unit.${figure.unit}`)}`}`}</Text>
            ),
        },
        { label: t('figure.asOf'), value: dayText(figure.asOf) },
        {
          label: t('figure.scope'),
          value: place === '' ? t('figure.wholeProvince', { province }) : t('figure.inUnit', { unit: place, province }),
        },
        { label: t('figure.rowCount'), value: numberText(figure.rowCount) },
        { label: t('figure.definitionVersion'), value: String(figure.definitionVersion) },
      ]}
    />
  );
}

function Reported({ figure }: { figure: FigureView }) {
  const t = useWords('insight');
  if (figure.reported.length === 0) return null;
  const columns: Column<FigureView['reported'][number] & { id: string }>[] = [
    { label: 'insight:figure.value', cell: (row) => figureText(row.value, figure.unit), align: 'end' },
    {
      label: 'insight:figure.difference',
      cell: (row) => figureText(figure.value === null ? null : figure.value - row.value, figure.unit),
      align: 'end',
    },
    { label: 'insight:figure.asOf', cell: (row) => (row.asOf === null ? t('figure.undated') : dayText(row.asOf)) },
    { label: 'insight:figure.reportedSource', cell: (row) => row.source },
    { label: 'insight:figure.doubt', cell: (row) => row.doubt?.[currentLanguage()] ?? t('figure.noDoubt') },
  ];
  return (
    <Section title={t('figure.reported')} lead={t('figure.reportedLead')}>
      <DataTable
        columns={columns}
        rows={figure.reported.map((row, index) => ({ ...row, id: String(index) }))}
        caption={t('figure.reported')}
        empty={t('figure.empty')}
      />
    </Section>
  );
}

function Rows({ figureKey, unitOf }: { figureKey: FigureKey; unitOf: FigureView['unit'] }) {
  const t = useWords('insight');
  const filters = useFilters(listFigureRows, { key: figureKey });
  const { items, total } = useAnswer(listFigureRows, filters.input);
  const columns: Column<FigureRow>[] = [
    { label: 'insight:figure.label', cell: (row) => row.label, sortKey: 'label' },
    { label: 'insight:figure.unitName', cell: (row) => row.unitName ?? '', sortKey: 'unit' },
    { label: 'insight:figure.value', cell: (row) => figureText(row.value, unitOf), align: 'end', sortKey: 'value' },
  ];
  return (
    <DataTable
      columns={columns}
      rows={items}
      total={total}
      filters={filters}
      caption={t('figure.rows')}
      rowLink={rowPath}
      empty={t('figure.empty')}
      exports={
        <ExportLinks
          links={(['xlsx', 'csv'] as const).map((format) => ({
            label: format.toUpperCase(),
            href: documentUrl(exportFigureRows, {
              key: figureKey,
              ...scopeIn(filters.input),
              format,
              language: currentLanguage(),
            }),
          }))}
        />
      }
    />
  );
}

function Closed() {
  const t = useWords('insight');
  return (
    <Alert icon={<IconLock size={18} aria-hidden />} color="gray">
      {t('figure.rowsClosed')}{' '}
      <Anchor component={Link} to={insightPaths.front}>
        {t('front.try')}
      </Anchor>
    </Alert>
  );
}

function History({ figure }: { figure: ReplyOf<typeof getFigure> }) {
  const t = useWords('insight');
  return (
    <Section title={t('figure.history')}>
      {figure.history.length === 0 ? (
        <Text c="dimmed">{t('figure.historyEmpty')}</Text>
      ) : (
        <Timeline
          label={t('figure.history')}
          events={figure.history.map(({ value, at }) => ({ id: at, at, title: figureText(value, figure.unit) }))}
        />
      )}
    </Section>
  );
}
