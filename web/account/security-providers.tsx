import { Button, Group, Stack, Text } from '@mantine/core';
import { sendAuth, startAnew, useAuthAction } from '#web/lib/auth.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import { StateBadge } from '#web/ui/marks.tsx';
import { Section } from '#web/ui/section.tsx';
import { useAskAgain, useWaysIn } from './auth-answers.ts';
import { AuthProblem } from './auth-problem.tsx';
import { accountPaths } from './paths.ts';

export function ProviderSection() {
  const t = useWords('account');
  const { providers } = useMe();
  const again = useAskAgain();
  const held = useWaysIn();
  const link = useAuthAction(
    (provider: string) =>
      sendAuth<{ url: string }>('link-social', {
        provider,
        callbackURL: accountPaths.security,
        errorCallbackURL: accountPaths.security,
      }),
    ({ url }) => startAnew(url),
  );
  const unlink = useAuthAction((providerId: string) => sendAuth('unlink-account', { providerId }), again);
  return (
    <Section title={t('security.providers')} lead={t('security.providersLead')}>
      <Stack gap="sm" maw="44rem">
        <AuthProblem problem={link.error ?? unlink.error} />
        {providers.map(({ id, name }) => {
          const linked = held?.some(({ providerId }) => providerId === id) === true;
          return (
            <Group key={id} justify="space-between">
              <Group gap="sm">
                <Text>{name}</Text>
                {linked && <StateBadge tone="good" label={t('security.linked')} />}
              </Group>
              <Button
                variant={linked ? 'subtle' : 'default'}
                color={linked ? 'red' : 'leaf'}
                loading={link.isPending || unlink.isPending}
                disabled={held === undefined}
                onClick={() => (linked ? unlink : link).mutate(id)}
              >
                {t(linked ? 'security.unlink' : 'security.link', { name })}
              </Button>
            </Group>
          );
        })}
      </Stack>
    </Section>
  );
}
