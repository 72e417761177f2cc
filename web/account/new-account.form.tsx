import { PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { newId, type AccountId, type GrantId } from '#kernel/id.ts';
import { passwordObstacles } from '#kernel/password.ts';
import { acceptInvitation } from '#contexts/people/invitation.wire.ts';
import { sendAuth, startAnew } from '#web/lib/auth.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { FormShell } from '#web/ui/form-shell.tsx';
import { Section } from '#web/ui/section.tsx';
import { commandInOwnWords } from './own-words.ts';
import { accountPaths } from './paths.ts';

interface NewAccountFormProps {
  readonly token: string;
  readonly name: string;
  readonly title: string;
}

/** Opens the account the link was made for, and signs in with it. */
export function NewAccountForm({ token, name, title }: NewAccountFormProps) {
  const t = useWords('account');
  const accept = useCommand(acceptInvitation);
  const [ids] = useState(() => ({ account: newId<AccountId>(), grant: newId<GrantId>() }));
  const form = useForm({ initialValues: { name, email: '', password: '' } });
  const { password, email } = form.values;
  const weak = password === '' ? [] : passwordObstacles(password, email).map((obstacle) => t(`obstacle.${obstacle}`));

  const signIn = (): void => {
    const { email: address, password: secret } = form.getValues();
    void sendAuth('sign-in/email', { email: address.trim(), password: secret })
      .then(() => startAnew(accountPaths.account))
      // The account is there; only this sign-in was not possible (too many tries from here, say).
      .catch(() => startAnew(accountPaths.signIn()));
  };
  return (
    <Section title={title}>
      <FormShell
        method={acceptInvitation}
        command={commandInOwnWords(accept)}
        form={form}
        submit={t('invitation.accept')}
        notYet={weak}
        toInput={(values) => ({
          token,
          grant: ids.grant,
          newAccount: {
            account: ids.account,
            name: values.name,
            email: values.email.trim(),
            password: values.password,
          },
        })}
        fieldNames={{ 'newAccount.name': 'name', 'newAccount.email': 'email', 'newAccount.password': 'password' }}
        onDone={signIn}
      >
        <TextInput label={t('invitation.name')} required autoComplete="name" {...form.getInputProps('name')} />
        <TextInput
          label={t('invitation.email')}
          type="email"
          required
          autoComplete="username"
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('invitation.password')}
          description={t('invitation.passwordHint')}
          required
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
      </FormShell>
    </Section>
  );
}
