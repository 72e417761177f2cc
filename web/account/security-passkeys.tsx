import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconFingerprint, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { sendAuth, useAuthAction } from '#web/lib/auth.ts';
import { instantText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { addPasskey, passkeysWork } from '#web/lib/passkey.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Section } from '#web/ui/section.tsx';
import { useAskAgain, usePasskeys, type HeldPasskey } from './auth-answers.ts';
import { AuthProblem } from './auth-problem.tsx';
import { inOwnWords } from './own-words.ts';

export function PasskeySection() {
  const t = useWords('account');
  const passkeys = usePasskeys();
  return (
    <Section title={t('security.passkeys')} lead={t('security.passkeysLead')}>
      <Stack gap="sm" maw="44rem">
        {passkeys?.length === 0 && <Text c="dimmed">{t('security.noPasskeys')}</Text>}
        {passkeys?.map((passkey) => (
          <HeldKey key={passkey.id} passkey={passkey} />
        ))}
        {passkeysWork() ? <AddPasskey /> : <Text c="dimmed">{t('security.passkeysUnavailable')}</Text>}
      </Stack>
    </Section>
  );
}

function HeldKey({ passkey }: { passkey: HeldPasskey }) {
  const t = useWords('account');
  const again = useAskAgain();
  const [asking, setAsking] = useState(false);
  const name = passkey.name ?? t('security.unnamed');
  const remove = useAuthAction((id: string) => sendAuth('passkey/delete-passkey', { id }), again);
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text>{name}</Text>
        <Text size="sm" c="dimmed">
          {t('security.added', { at: instantText(passkey.createdAt) })}
        </Text>
      </div>
      <Button
        variant="subtle"
        color="red"
        flex="none"
        leftSection={<IconTrash size={18} aria-hidden />}
        aria-label={t('security.removePasskey', { name })}
        onClick={() => setAsking(true)}
      >
        {t('shell:remove')}
      </Button>
      <ConfirmDialog
        opened={asking}
        danger
        title={t('security.removePasskey', { name })}
        confirm={t('shell:remove')}
        pending={remove.isPending}
        problem={inOwnWords(remove.error)}
        onConfirm={() => remove.mutate(passkey.id)}
        onClose={() => {
          setAsking(false);
          remove.reset();
        }}
      >
        {t('security.removePasskeyText')}
      </ConfirmDialog>
    </Group>
  );
}

function AddPasskey() {
  const t = useWords('account');
  const again = useAskAgain();
  const [name, setName] = useState('');
  const add = useAuthAction(addPasskey, async () => {
    setName('');
    await again();
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate(name.trim());
  };
  return (
    <form onSubmit={send}>
      <Stack gap="xs">
        <AuthProblem problem={add.error} />
        <Group align="end" gap="sm">
          <TextInput
            label={t('security.passkeyName')}
            description={t('security.passkeyNameHint')}
            value={name}
            maxLength={100}
            w={{ base: '100%', xs: '20rem' }}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="default"
            leftSection={<IconFingerprint size={18} aria-hidden />}
            loading={add.isPending}
          >
            {t('security.addPasskey')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
