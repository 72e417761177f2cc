import { Anchor, Button, SegmentedControl } from '@mantine/core';
import { IconBasket, IconPencilPlus } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import type { SeasonId } from '#kernel/id.ts';
import { exportRegister, listEntries } from '#contexts/production/log.wire.ts';
import { getSeason, type SeasonView, type StageView } from '#contexts/production/season.wire.ts';
import { documentUrl, useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { ExportLinks } from '#web/ui/export-links.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { StateBadge, SyntheticMark, UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Steps, type Step } from '#web/ui/steps.tsx';
import { Area, DayText } from '#web/ui/value-text.tsx';
import { named } from './named.ts';
import { productionPaths } from './paths.ts';
import { seasonTones } from './plot-seasons.tsx';
import { SeasonClose } from './season-close.tsx';
import { SeasonHarvests } from './season-harvests.tsx';
import { SeasonLog } from './season-log.tsx';
import { StageSection } from './stage-section.tsx';

export const load: Load = ({ ask, param, search }) =>
  Promise.all([
    ask(getSeason, { season: param('id') }),
    ask(listEntries, { season: param('id'), history: search.get('history') === 'true' ? 'true' : 'false' }),
  ]);

const firstOpen = (stages: readonly StageView[]): StageView | undefined =>
  stages.find(({ state }) => state !== 'signed-off') ?? stages.at(-1);

export function Page() {
  const t = useWords('production');
  const season = useAnswer(getSeason, { season: useParam<SeasonId>('id') });
  const [search, setSearch] = useSearchParams();
  const shown = season.stages.find(({ code }) => code === search.get('stage')) ?? firstOpen(season.stages);
  const show = (stage: string): void =>
    setSearch((params) => {
      params.set('stage', stage);
      return params;
    });
  return (
    <>
      <SeasonHeader season={season} />
      <Steps label={t('season.stages')} steps={stepsOf(season, (state) => t(`stage.state.${state}`))} />
      <SeasonFacts season={season} />
      <SegmentedControl
        mt="lg"
        fullWidth
        aria-label={t('season.stages')}
        value={shown?.code ?? ''}
        onChange={show}
        data={season.stages.map(({ code, name }) => ({ value: code, label: named(name) }))}
        style={{ overflowX: 'auto' }}
        data-noprint
      />
      {shown && <StageSection key={shown.code} season={season} stage={shown} />}
      <SeasonHarvests season={season} />
      <SeasonLog season={season} />
    </>
  );
}

function stepsOf(season: SeasonView, label: (state: StageView['state']) => string): Step[] {
  const current = firstOpen(season.stages)?.code;
  return season.stages.map(({ code, name, state }) => ({
    label: named(name),
    state: state === 'signed-off' ? 'done' : code === current ? 'current' : 'next',
    note: label(state),
  }));
}

function SeasonHeader({ season }: { season: SeasonView }) {
  const t = useWords('production');
  const register = (format: 'csv' | 'json') => documentUrl(exportRegister, { season: season.id, format });
  return (
    <PageHeader
      title={`${named(season.protocol.name)} · ${season.plot.code}`}
      lead={season.organisation.name}
      crumbs={[{ label: t('season.title'), to: productionPaths.seasons }]}
      badges={
        <>
          <StateBadge tone={seasonTones[season.state]} label={t(`season.state.${season.state}`)} />
          {season.provenance === 'synthetic' && <SyntheticMark />}
        </>
      }
      actions={
        <>
          {season.may.log && (
            <Button
              component={Link}
              to={productionPaths.newEntry(season.id)}
              leftSection={<IconPencilPlus size={18} aria-hidden />}
            >
              {t('log.new')}
            </Button>
          )}
          {season.may.harvest && (
            <Button
              component={Link}
              to={productionPaths.newHarvest(season.id)}
              variant="default"
              leftSection={<IconBasket size={18} aria-hidden />}
            >
              {t('harvest.new')}
            </Button>
          )}
          <ExportLinks
            links={[
              { label: `${t('season.register')} (CSV)`, href: register('csv') },
              { label: `${t('season.register')} (JSON)`, href: register('json') },
            ]}
          />
          {season.may.close && <SeasonClose season={season} />}
        </>
      }
    />
  );
}

function SeasonFacts({ season }: { season: SeasonView }) {
  const t = useWords('production');
  const { standard, protocol } = season;
  return (
    <Facts
      facts={[
        {
          label: t('season.plot'),
          value: (
            <Anchor component={Link} to={productionPaths.plot(season.plot.id)}>
              {season.plot.code} · {season.plot.name}
            </Anchor>
          ),
        },
        { label: t('plot.area'), value: <Area areaM2={season.plot.areaM2} /> },
        { label: t('plot.unit'), value: season.unit.name },
        { label: t('season.commodity'), value: named(season.commodity.name) },
        { label: t('season.variety'), value: season.variety && named(season.variety.name) },
        { label: t('season.startedOn'), value: <DayText day={season.startedOn} /> },
        ...(season.closedOn === null
          ? []
          : [{ label: t('season.closedOn'), value: <DayText day={season.closedOn} /> }]),
        {
          label: t('season.protocol'),
          value: (
            <Anchor component={Link} to={productionPaths.protocol(protocol.id)}>
              {named(protocol.name)} ({t('season.protocolVersion', { version: protocol.version })})
            </Anchor>
          ),
        },
        {
          label: protocol.practice === 'organic' ? t('conversion.practice') : t('season.practice.conventional'),
          value: standard && (
            <>
              {t('season.standardNote', { name: standard.name })} {!standard.verified && <UnverifiedMark />}
            </>
          ),
        },
        {
          label: t('season.earliestHarvest'),
          value:
            season.earliestHarvestOn === null ? t('season.noInterval') : <DayText day={season.earliestHarvestOn} />,
        },
      ]}
    />
  );
}
