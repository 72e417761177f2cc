import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { listPolicies } from '#contexts/support/policy.wire.ts';
import { useAnswer } from '#web/lib/api.ts';
import { useWords } from '#web/lib/i18n.ts';
import type { Load } from '#web/lib/routes.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { StateBadge, UnverifiedMark } from '#web/ui/marks.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { MeasureCard } from './measure-card.tsx';
import { supportPaths } from './paths.ts';
import { said } from './said.ts';
import { validText } from './valid-text.ts';

export const load: Load = ({ ask }) => ask(listPolicies, {});

export function Page() {
  const t = useWords('support');
  const { items } = useAnswer(listPolicies, {});
  return (
    <>
      <PageHeader title={t('policy.title')} lead={t('policy.lead')} />
      {items.length === 0 && <EmptyState title={t('policy.empty')} />}
      <Stack gap="lg">
        {items.map((policy) => (
          <Paper key={policy.id} withBorder p="lg" radius="lg" component="article">
            <Group justify="space-between" align="flex-start" gap="sm">
              <div>
                <Title order={2} size="h3">
                  <Anchor component={Link} to={supportPaths.policy(policy.id)} inherit>
                    {policy.number}
                  </Anchor>
                </Title>
                <Text mt={4} maw="48rem">
                  {said(policy.title)}
                </Text>
                <Text size="sm" c="dimmed" mt={4}>
                  {policy.issuer} · {validText(t, policy)}
                </Text>
              </div>
              <Group gap="xs">
                <StateBadge
                  tone={policy.inForce ? 'good' : 'neutral'}
                  label={policy.inForce ? t('policy.inForce') : t('policy.notInForce')}
                />
                {!policy.verified && <UnverifiedMark />}
              </Group>
            </Group>
            <Stack gap="sm" mt="md">
              {policy.measures.map((measure) => (
                <MeasureCard key={measure.id} measure={measure} />
              ))}
            </Stack>
          </Paper>
        ))}
      </Stack>
    </>
  );
}
