import { List, Text } from '@mantine/core';
import type { ReplyOf } from '#kernel/method.ts';
import type { ProtocolId, ProtocolInput, ProtocolStage, ProtocolStep } from '#contexts/production/protocol.ts';
import { getProtocol } from '#contexts/production/protocol.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords, word } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { StateBadge, UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Column } from '#web/ui/table-column.ts';
import { named } from './named.ts';
import { productionPaths } from './paths.ts';

const inputColumns: Column<ProtocolInput>[] = [
  { label: 'production:protocol.name', cell: (input) => named(input.name) },
  { label: 'production:protocol.ingredient', cell: (input) => input.activeIngredient ?? '' },
  {
    label: 'production:protocol.allowed',
    cell: (input) => (
      <StateBadge
        tone={input.allowed ? 'good' : 'bad'}
        label={word(input.allowed ? 'production:protocol.allowed' : 'production:protocol.notAllowed')}
      />
    ),
  },
  { label: 'production:protocol.phiDays', cell: (input) => input.phiDays, align: 'end' },
  {
    label: 'production:protocol.source',
    cell: (input) => (input.verified ? input.source : <UnverifiedMark />),
  },
];

export const load: Load = ({ ask, param }) => ask(getProtocol, { protocol: param('id') });

export function Page() {
  const t = useWords('production');
  const protocol = useAnswer(getProtocol, { protocol: useParam<ProtocolId>('id') });
  const { content } = protocol;
  return (
    <>
      <PageHeader
        title={named(content.name)}
        lead={`${t('season.protocolVersion', { version: protocol.version })} · ${dayText(protocol.publishedOn)}`}
        crumbs={[{ label: t('protocol.title'), to: productionPaths.protocols }]}
        badges={content.practice === 'organic' && <StateBadge tone="waiting" label={t('conversion.practice')} />}
      />
      <Standard content={content} />
      {content.stages.map((stage) => (
        <StageSteps key={stage.code} stage={stage} />
      ))}
      <Section title={t('protocol.inputs')}>
        <DataTable
          columns={inputColumns}
          rows={content.inputs}
          rowKey={({ code }) => code}
          caption={t('protocol.inputs')}
        />
      </Section>
      <Section title={t('protocol.banned')}>
        <List>
          {content.bannedIngredients.map(({ names, why }) => (
            <List.Item key={names.join()}>
              {names.join(', ')}: {named(why)}
            </List.Item>
          ))}
        </List>
      </Section>
    </>
  );
}

function Standard({ content: { standard } }: { content: ReplyOf<typeof getProtocol>['content'] }) {
  const t = useWords('production');
  if (standard === null) return null;
  return (
    <Text component="div">
      {t('season.standardNote', { name: standard.name })} {!standard.verified && <UnverifiedMark />}
      <Text size="sm" c="dimmed">
        {named(standard.note)}
      </Text>
    </Text>
  );
}

function StageSteps({ stage }: { stage: ProtocolStage }) {
  return (
    <Section title={named(stage.name)} lead={named(stage.about)}>
      <List spacing="xs">
        {stage.steps.map((step) => (
          <List.Item key={step.code}>
            <StepText step={step} />
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

function StepText({ step }: { step: ProtocolStep }) {
  const t = useWords('production');
  const facts = [
    t(`log.family.${step.family}`),
    `${t('protocol.due')} ${t('protocol.dueDays', { from: step.dueFrom, until: step.dueUntil })}`,
    step.repeat && t('protocol.repeat', { times: step.repeat.times, days: step.repeat.everyDays }),
    t(step.required ? 'step.required' : 'step.optional'),
    step.record.map((fact) => t(`fact.${fact}`)).join(', '),
    step.evidence.length > 0 &&
      `${t('step.evidence')}: ${step.evidence.map((kind) => t(`step.evidenceKind.${kind}`)).join(', ')}`,
  ];
  return (
    <>
      <Text fw={500}>{named(step.name)}</Text>
      <Text size="sm" c="dimmed">
        {facts.filter(Boolean).join(' · ')}
      </Text>
    </>
  );
}
