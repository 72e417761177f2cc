import { Anchor, Group, List, Stack, Text } from '@mantine/core';
import type { PolicyId } from '#contexts/support/policy.ts';
import { getPolicy } from '#contexts/support/policy.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useParam, type Load } from '#web/lib/routes.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Facts } from '#web/ui/facts.tsx';
import { StateBadge, UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { DayText } from '#web/ui/value-text.tsx';
import { ClauseTexts } from './clause-texts.tsx';
import { MeasureCard } from './measure-card.tsx';
import { supportPaths } from './paths.ts';
import { said } from './said.ts';
import { validText } from './valid-text.ts';

export const load: Load = ({ ask, param }) => ask(getPolicy, { policy: param('id') });

export function Page() {
  const t = useWords('support');
  const policy = useAnswer(getPolicy, { policy: useParam<PolicyId>('id') });
  return (
    <>
      <PageHeader
        title={policy.number}
        lead={said(policy.title)}
        crumbs={[{ label: t('policy.title'), to: supportPaths.policies }]}
        badges={
          <>
            <StateBadge
              tone={policy.inForce ? 'good' : 'neutral'}
              label={policy.inForce ? t('policy.inForce') : t('policy.notInForce')}
            />
            {!policy.verified && <UnverifiedMark />}
          </>
        }
      />
      <Facts
        facts={[
          { label: t('policy.issuer'), value: policy.issuer },
          { label: t('policy.issuedOn'), value: policy.issuedOn && <DayText day={policy.issuedOn} /> },
          { label: t('policy.valid'), value: validText(t, policy) },
          {
            label: t('policy.natureLabel'),
            value: (
              <Group gap="xs">
                {t(`policy.nature.${policy.nature}`)}
                {!policy.natureVerified && <UnverifiedMark />}
              </Group>
            ),
          },
          { label: t('clause.source'), value: policy.source },
        ]}
      />
      <Section title={t('policy.measures')}>
        {policy.measures.length === 0 && <Text>{t('policy.noMeasures')}</Text>}
        <Stack gap="sm">
          {policy.measures.map((measure) => (
            <MeasureCard key={measure.id} measure={measure} />
          ))}
        </Stack>
      </Section>
      <Section title={t('policy.clauses')}>
        {policy.clauses.length === 0 ? (
          <EmptyState title={t('policy.noClauses')} />
        ) : (
          <ClauseTexts clauses={policy.clauses} />
        )}
      </Section>
      <Section title={t('policy.documents')}>
        <List spacing="xs">
          {policy.documents.map((document) => (
            <List.Item key={document.id}>
              {document.address === null ? (
                document.title
              ) : (
                <Anchor href={document.address} rel="noreferrer" target="_blank">
                  {document.title}
                </Anchor>
              )}{' '}
              {!document.verified && <UnverifiedMark />}
              <Text size="sm" c="dimmed">
                {t('shell:source', { source: document.source })}
              </Text>
            </List.Item>
          ))}
        </List>
      </Section>
    </>
  );
}
