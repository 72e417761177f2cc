import { PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReplyOf } from '#kernel/method.ts';
import { passwordObstacles } from '#kernel/password.ts';
import { acceptReset, type getInvitation } from '#contexts/people/invitation.wire.ts';
import { sendAuth, startAnew } from '#web/lib/auth.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { commandInOwnWords } from './own-words.ts';
import { accountPaths } from './paths.ts';

interface NewPasswordFormProps {
  readonly token: string;
  readonly invitation: ReplyOf<typeof getInvitation>;
}

/** The end of a lost password: sets a new one and signs in with it. */
export function NewPasswordForm({ token, invitation }: NewPasswordFormProps) {
  const t = useWords('account');
  const email = invitation.email ?? '';
  const accept = useCommand(acceptReset);
  const form = useForm({ initialValues: { password: '' } });
  const { password } = form.values;
  const weak = password === '' ? [] : passwordObstacles(password, email).map((obstacle) => t(`obstacle.${obstacle}`));
  const signIn = (): void =>
    void sendAuth('sign-in/email', { email, password: form.getValues().password })
      .then(() => startAnew(accountPaths.security))
      .catch(() => startAnew(accountPaths.signIn()));

  return (
    <Stack maw="36rem">
      <PageHeader title={t('invitation.resetTitle')} lead={t('invitation.resetFor', { email })} />
      <FormShell
        method={acceptReset}
        command={commandInOwnWords(accept)}
        form={form}
        submit={t('invitation.resetSubmit')}
        notYet={weak}
        toInput={(values) => ({ token, password: values.password })}
        onDone={signIn}
      >
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          label={t('security.newPassword')}
          description={t('invitation.passwordHint')}
          required
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
      </FormShell>
    </Stack>
  );
}
