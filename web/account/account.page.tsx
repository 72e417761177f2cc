import { Alert, Button, List, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { changeAccount } from '#contexts/people/account.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { daysText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { languages } from '#web/lib/language.ts';
import { useMe, type Me } from '#web/lib/me.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FormShell } from '#web/ui/form-shell.tsx';
import { PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { heldText } from './held-place.ts';
import { commandInOwnWords } from './own-words.ts';
import { accountPaths } from './paths.ts';

export function Page() {
  const t = useWords('account');
  const { account, grants } = useMe();
  return (
    <>
      <PageHeader
        title={t('account.title')}
        lead={account?.demonstration ? account.name : account?.email}
        actions={
          <Button
            component={Link}
            to={accountPaths.security}
            variant="default"
            leftSection={<IconShieldLock size={18} aria-hidden />}
          >
            {t('account.security')}
          </Button>
        }
      />
      {account !== null && <OwnForm key={account.id} account={account} />}
      <Section title={t('account.roles')}>
        {grants.length === 0 && <EmptyState title={t('account.noRoles')} />}
        <List spacing="xs">
          {grants.map((grant) => (
            <List.Item key={grant.id}>
              {heldText(grant)} ({daysText(grant.from, grant.until)})
            </List.Item>
          ))}
        </List>
      </Section>
    </>
  );
}

function OwnForm({ account }: { account: NonNullable<Me['account']> }) {
  const t = useWords('account');
  const change = useCommand(changeAccount);
  const [saved, setSaved] = useState(false);
  const form = useForm({ initialValues: { name: account.name, locale: account.locale ?? 'vi' } });
  if (account.demonstration) return <Alert color="clay">{t('demo.note')}</Alert>;
  return (
    <>
      {saved && (
        <Alert color="leaf" role="status" mb="md" maw="44rem">
          {t('account.saved')}
        </Alert>
      )}
      <FormShell
        method={changeAccount}
        command={commandInOwnWords(change)}
        form={form}
        submit={t('account.save')}
        onDone={() => setSaved(true)}
      >
        <TextInput label={t('account.name')} autoComplete="name" required {...form.getInputProps('name')} />
        <Select
          label={t('account.locale')}
          data={languages.map((value) => ({ value, label: t(`account.locales.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('locale')}
        />
      </FormShell>
    </>
  );
}
