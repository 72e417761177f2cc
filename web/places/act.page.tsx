import { Alert, Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { getUnitAct, type UnitActId } from '#contexts/places/unit-act.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ObstacleList } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import { Steps, type Step } from '#web/ui/steps.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { DayText, InstantText } from '#web/ui/value-text.tsx';
import { ActActions } from './act-actions.tsx';
import { ActEffects } from './act-effects.tsx';
import { ActFigures } from './act-figures.tsx';
import { ActBadge } from './act-list.page.tsx';
import { troubleTexts } from './act-troubles.ts';
import type { UnitActView } from './act-values.ts';
import { placesPaths } from './paths.ts';

export const load: Load = ({ ask, param }) => ask(getUnitAct, { act: param('id') });

export function Page() {
  const t = useWords('places');
  const act = useAnswer(getUnitAct, { act: useParam<UnitActId>('id') });
  const { waits, steps } = useProgress(act);
  return (
    <>
      <PageHeader
        title={act.document}
        crumbs={[{ label: t('act.title'), to: placesPaths.acts }]}
        badges={<ActBadge state={act.state} />}
      />
      {act.state !== 'withdrawn' && <Steps steps={steps} label={t('act.step.label')} />}
      {act.troubles.length > 0 && (
        <Alert color="clay" variant="light" title={t('act.troubles')} mt="md">
          <ObstacleList obstacles={troubleTexts(act.troubles, [...act.ends, ...(act.plan.begins as never[])])} />
        </Alert>
      )}
      {waits > 0 && (
        <Text mt="md">
          <Anchor component={Link} to={placesPaths.waiting}>
            {`${t('act.openWaiting')} (${t('act.stepWaiting', { count: waits })})`}
          </Anchor>
        </Text>
      )}
      <ActActions act={act} />
      <ActEffects act={act} />
      {act.state === 'draft' && (
        <>
          <OfficersSection act={act} />
          <ActFigures act={act} />
        </>
      )}
      <BasisSection act={act} />
    </>
  );
}

/** How far the act has come; what waits is all that still lies in its units that ended. */
function useProgress({ state, ends }: UnitActView): { waits: number; steps: Step[] } {
  const t = useWords('places');
  const isDone = state === 'done';
  const left = isDone ? ends.reduce((sum, { seats, plots }) => sum + seats + plots, 0) : 0;
  return {
    waits: left,
    steps: [
      { label: t('act.step.draft'), state: 'done' },
      { label: t('act.step.preview'), state: isDone ? 'done' : 'current' },
      { label: t('act.step.done'), state: isDone ? 'done' : 'next' },
      {
        label: t('act.step.waiting'),
        state: isDone ? (left > 0 ? 'current' : 'done') : 'next',
        ...(left > 0 && { note: t('act.stepWaiting', { count: left }) }),
      },
    ],
  };
}

type Officer = UnitActView['officers'][number];

const officerColumns: Column<Officer>[] = [
  { label: 'places:act.officerName', cell: ({ name }) => name },
  { label: 'places:act.officerUnit', cell: ({ unit }) => unit },
  { label: 'places:act.proposedFor', cell: ({ proposedFor }) => proposedFor.join(', ') },
];

function OfficersSection({ act: { officers, ends } }: { act: UnitActView }) {
  const t = useWords('places');
  const names = new Map<string, string>(ends.map(({ code, name }) => [code, name]));
  const rows = officers.map((one) => ({ ...one, unit: (names.get(one.unit) ?? one.unit) as Officer['unit'] }));
  return (
    <Section title={t('act.officers')}>
      <DataTable
        columns={officerColumns}
        rows={rows}
        rowKey={({ name, unit }) => `${name} ${unit}`}
        caption={t('act.officers')}
        empty={t('act.noOfficers')}
      />
    </Section>
  );
}

function BasisSection({ act }: { act: UnitActView }) {
  const t = useWords('places');
  return (
    <Section title={t('act.legalBasis')}>
      <Facts
        facts={[
          { label: t('act.onDay'), value: <DayText day={act.onDay} /> },
          { label: t('act.legalBasis'), value: act.legalBasis },
          { label: t('act.note'), value: act.note },
          { label: t('act.draftedAt'), value: <InstantText at={act.draftedAt} /> },
          ...(act.doneAt === null ? [] : [{ label: t('act.doneAt'), value: <InstantText at={act.doneAt} /> }]),
          ...(act.reason === null ? [] : [{ label: t('act.reason'), value: act.reason }]),
        ]}
      />
    </Section>
  );
}
