import { useSearchParams } from 'react-router';
import type { SeasonId } from '#kernel/id.ts';
import { activityFamilies, type ActivityFamily } from '#contexts/production/activity.ts';
import { listEntries, type LogEntryView } from '#contexts/production/log.wire.ts';
import { getSeason, type SeasonView, type StepView } from '#contexts/production/season.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { FamilyChoice, waits } from './family-choice.tsx';
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

const stepsOf = (season: SeasonView): readonly StepView[] => season.stages.flatMap(({ steps }) => steps);

function corrected(entry: LogEntryView, season: SeasonView): Chosen {
  const step = stepsOf(season).find((one) => one.step === entry.step && one.occurrence === entry.occurrence);
  return { family: entry.family, step, replaced: entry };
}

/** What the address says is to be written: a planned step, or a kind of work and what of it is due. */
function chosenIn(search: URLSearchParams, season: SeasonView): Chosen | undefined {
  const steps = stepsOf(season);
  const occurrence = Number(search.get('occurrence') ?? 1);
  const planned = steps.find((one) => one.step === search.get('step') && one.occurrence === occurrence);
  if (planned) return { family: planned.family, step: planned, replaced: undefined };
  const family = activityFamilies.find((one) => one === search.get('family'));
  const due = steps.find((one) => one.family === family && !one.byHarvest && waits(one));
  return family && { family, step: due, replaced: undefined };
}

export function Page() {
  const t = useWords('production');
  const season = useAnswer(getSeason, { season: useParam<SeasonId>('id') });
  const { items } = useAnswer(listEntries, everyEntry(season.id));
  const [search] = useSearchParams();
  const replaced = items.find(({ id }) => id === search.get('replaces'));
  const chosen = replaced ? corrected(replaced, season) : chosenIn(search, season);
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
  const { step, family } = chosen;
  const isAsked = search.has('step') || chosen.replaced !== undefined;
  const title = step && isAsked ? named(step.name) : t(`log.family.${family}`);
  return (
    <>
      <PageHeader
        title={chosen.replaced ? `${t('log.correctTitle')}: ${title}` : title}
        lead={chosen.replaced ? t('log.correctLead') : season.may.assist ? t('log.assistText') : undefined}
        crumbs={crumbs}
      />
      <LogForm
        key={`${chosen.family} ${chosen.step?.step} ${chosen.step?.occurrence} ${chosen.replaced?.id}`}
        season={season}
        {...chosen}
      />
    </>
  );
}
