import { useSearchParams } from 'react-router';
import type { SeasonId } from '#kernel/id.ts';
import { activityFamilies, type ActivityFamily } from '#contexts/production/activity.ts';
import { listEntries, type LogEntryView } from '#contexts/production/log.wire.ts';
import { getSeason, type SeasonView, type StepView } from '#contexts/production/season.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { FamilyChoice } from './family-choice.tsx';
import { LogForm } from './log.form.tsx';
import { named } from './named.ts';
import { productionPaths } from './paths.ts';

const everyEntry = (season: string) => ({ season, size: 200 });

export const load: Load = ({ ask, param }) =>
  Promise.all([ask(getSeason, { season: param('id') }), ask(listEntries, everyEntry(param('id')))]);

interface Chosen {
  readonly family: ActivityFamily;
  readonly step: StepView | undefined;
  readonly replaced: LogEntryView | undefined;
}

/** What the address says is to be written: a correction, a planned step, or a kind of work. */
function chosenIn(search: URLSearchParams, season: SeasonView, entries: readonly LogEntryView[]): Chosen | undefined {
  const replaced = entries.find(({ id }) => id === search.get('replaces'));
  const code = replaced?.step ?? search.get('step');
  const occurrence = replaced?.occurrence ?? Number(search.get('occurrence') ?? 1);
  const steps = season.stages.flatMap((stage) => stage.steps);
  const step = steps.find((one) => one.step === code && one.occurrence === occurrence);
  const family = replaced?.family ?? step?.family ?? activityFamilies.find((one) => one === search.get('family'));
  return family && { family, step, replaced };
}

export function Page() {
  const t = useWords('production');
  const season = useAnswer(getSeason, { season: useParam<SeasonId>('id') });
  const { items } = useAnswer(listEntries, everyEntry(season.id));
  const [search] = useSearchParams();
  const chosen = chosenIn(search, season, items);
  const crumbs = [
    { label: t('season.title'), to: productionPaths.seasons },
    { label: `${named(season.protocol.name)} · ${season.plot.code}`, to: productionPaths.season(season.id) },
  ];
  if (chosen === undefined)
    return (
      <>
        <PageHeader title={t('log.what')} crumbs={crumbs} />
        <FamilyChoice season={season} />
      </>
    );
  const title = chosen.step ? named(chosen.step.name) : t(`log.family.${chosen.family}`);
  return (
    <>
      <PageHeader
        title={chosen.replaced ? `${t('log.correctTitle')}: ${title}` : title}
        lead={chosen.replaced ? t('log.correctLead') : season.may.assist ? t('log.assistText') : undefined}
        crumbs={[...crumbs, { label: t('log.new'), to: productionPaths.newEntry(season.id) }]}
      />
      <LogForm
        key={`${chosen.family} ${chosen.step?.step} ${chosen.step?.occurrence} ${chosen.replaced?.id}`}
        season={season}
        {...chosen}
      />
    </>
  );
}
