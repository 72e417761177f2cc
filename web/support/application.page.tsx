import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { ReplyOf } from '#kernel/method.ts';
import type { ApplicationId } from '#contexts/support/application.ts';
import { getApplication } from '#contexts/support/application.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { SyntheticMark, UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { Steps, type Step } from '#web/ui/steps.tsx';
import { Timeline } from '#web/ui/timeline.tsx';
import { Area, DayText, Money } from '#web/ui/value-text.tsx';
import { ApplicationActions } from './application-actions.tsx';
import { ApplicationState } from './application-state.tsx';
import { ClauseLinks } from './clause-list.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { DisbursementSection } from './disbursement-section.tsx';
import { ExaminationPanel } from './examination-panel.tsx';
import { supportPaths } from './paths.ts';
import { said } from './said.ts';
import { SnapshotSection } from './snapshot-section.tsx';

export type ApplicationView = ReplyOf<typeof getApplication>;

export const load: Load = ({ ask, param }) => ask(getApplication, { application: param('id') });

export function Page() {
  const t = useWords('support');
  const application = useAnswer(getApplication, { application: useParam<ApplicationId>('id') });
  return (
    <>
      <PageHeader
        title={application.number ?? t('application.draftTitle')}
        lead={`${application.organisation.name} · ${said(application.measure.name)}`}
        crumbs={[{ label: t('application.title'), to: supportPaths.applications }]}
        badges={
          <>
            <ApplicationState state={application.state} />
            {application.synthetic && <SyntheticMark />}
          </>
        }
        actions={<ApplicationActions application={application} />}
      />
      <Steps label={t('application.steps.label')} steps={stepsOf(application, t)} />
      {application.may.examine && <ExaminationPanel application={application} />}
      {application.may.decide && <DecisionPanel application={application} />}
      {application.granted.length > 0 && <DisbursementSection application={application} />}
      <Section title={t('application.one')}>
        <ApplicationFacts application={application} />
        <Text mt="md" style={{ whiteSpace: 'pre-wrap' }} maw="48rem">
          {application.plan}
        </Text>
      </Section>
      {application.snapshot !== null && <SnapshotSection application={application} snapshot={application.snapshot} />}
      <History application={application} />
    </>
  );
}

function stepsOf(
  { state, submittedOn, decidedOn, closedOn }: ApplicationView,
  t: ReturnType<typeof useWords<'support'>>,
) {
  const reached = {
    draft: 0,
    returned: 0,
    withdrawn: 0,
    submitted: 1,
    examined: 2,
    refused: 3,
    approved: 3,
    closed: 4,
  };
  const at = reached[state];
  const days = [submittedOn, null, decidedOn, closedOn];
  return (['submit', 'examine', 'decide', 'receive'] as const).map((step, index): Step => {
    const day = days[index];
    return {
      label: t(`application.steps.${step}`),
      state: index < at ? 'done' : index === at && state !== 'refused' ? 'current' : 'next',
      ...(day && index < at && { note: dayText(day) }),
    };
  });
}

function ApplicationFacts({ application }: { application: ApplicationView }) {
  const t = useWords('support');
  return (
    <Facts
      facts={[
        {
          label: t('application.measure'),
          value: (
            <Anchor component={Link} to={supportPaths.measure(application.measure.id)}>
              {said(application.measure.name)}
            </Anchor>
          ),
        },
        {
          label: t('application.policy'),
          value: (
            <>
              {application.policy.number} {!application.policy.verified && <UnverifiedMark />}
            </>
          ),
        },
        { label: t('application.unit'), value: application.unitName },
        { label: t('application.area'), value: application.areaM2 && <Area areaM2={application.areaM2} /> },
        { label: t('application.crop'), value: application.commodity && said(application.commodity.name) },
        {
          label: t('application.submittedOn'),
          value: application.submittedOn && <DayText day={application.submittedOn} />,
        },
        { label: t('application.decidedOn'), value: application.decidedOn && <DayText day={application.decidedOn} /> },
        {
          label: t('application.amount'),
          value: application.amountVnd === null ? null : <Money amountVnd={application.amountVnd} />,
        },
        { label: t('application.fund'), value: application.fund?.name },
      ]}
    />
  );
}

function History({ application }: { application: ApplicationView }) {
  const t = useWords('support');
  return (
    <Section title={t('application.history')}>
      <Timeline
        label={t('application.history')}
        events={application.acts.map((act) => ({
          id: act.id,
          at: act.at,
          title: `${t(`act.${act.kind}`)}${act.version > 1 ? ` · ${t('application.version', { version: act.version })}` : ''}`,
          by: [t(`act.as.${act.actedAs}`), act.by].filter(Boolean).join(' · '),
          text: (
            <>
              {act.remarks !== '' && <Text size="sm">{act.remarks}</Text>}
              <ClauseLinks codes={act.clauses} judgement={application.snapshot?.judgement ?? null} />
            </>
          ),
        }))}
      />
    </Section>
  );
}
