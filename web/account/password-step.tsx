import { Button, Checkbox, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { sendAuth, useAuthAction } from '#web/lib/auth.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { inOwnWords } from './own-words.ts';

interface PasswordStepProps {
  readonly onDone: () => void;
  /** The account also asks for a code. */
  readonly onSecond: () => void;
}

export function PasswordStep({ onDone, onSecond }: PasswordStepProps) {
  const t = useWords('account');
  const form = useForm({
    initialValues: { email: '', password: '', shared: false },
    validate: {
      email: (value) => (value.trim() === '' ? t('shell:field.required') : null),
      password: (value) => (value === '' ? t('shell:field.required') : null),
    },
  });
  const signIn = useAuthAction(
    ({ email, password, shared }: typeof form.values) =>
      sendAuth<{ twoFactorRedirect?: boolean }>('sign-in/email', {
        email: email.trim(),
        password,
        rememberMe: !shared,
      }),
    ({ twoFactorRedirect }) => (twoFactorRedirect === true ? onSecond() : onDone()),
  );
  return (
    <form onSubmit={form.onSubmit((values) => signIn.mutate(values))} noValidate>
      <Stack gap="sm">
        <ProblemNote problem={inOwnWords(signIn.error)} />
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          required
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          {...form.getInputProps('password')}
        />
        <Checkbox label={t('signIn.shared')} {...form.getInputProps('shared', { type: 'checkbox' })} />
        <Button type="submit" size="md" loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}
