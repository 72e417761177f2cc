import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { passwordObstacles } from '#kernel/password.ts';
import { sendAuth, useAuthAction } from '#web/lib/auth.ts';
import { useWords } from '#web/lib/i18n.ts';
import { useMe } from '#web/lib/me.ts';
import { Section } from '#web/ui/section.tsx';
import { useAskAgain } from './auth-answers.ts';
import { AuthProblem } from './auth-problem.tsx';

export function PasswordSection() {
  const t = useWords('account');
  const { account } = useMe();
  const again = useAskAgain();
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: {
      currentPassword: (value) => (value === '' ? t('shell:field.required') : null),
      newPassword: (value) =>
        passwordObstacles(value, account?.email ?? '')
          .map((obstacle) => t(`obstacle.${obstacle}`))
          .join(' ') || null,
    },
  });
  const change = useAuthAction(
    (values: typeof form.values) => sendAuth('change-password', { ...values, revokeOtherSessions: true }),
    async () => {
      form.reset();
      await again();
    },
  );
  return (
    <Section title={t('security.password')} lead={t('security.passwordLead')}>
      <form onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
        <Stack gap="sm" maw="26rem">
          <AuthProblem problem={change.error} />
          {change.isSuccess && (
            <Alert color="leaf" role="status">
              {t('security.passwordChanged')}
            </Alert>
          )}
          <input type="email" autoComplete="username" value={account?.email ?? ''} readOnly hidden />
          <PasswordInput
            label={t('security.currentPassword')}
            autoComplete="current-password"
            required
            {...form.getInputProps('currentPassword')}
          />
          <PasswordInput
            label={t('security.newPassword')}
            autoComplete="new-password"
            required
            {...form.getInputProps('newPassword')}
          />
          <Button type="submit" w="fit-content" loading={change.isPending}>
            {t('security.changePassword')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
