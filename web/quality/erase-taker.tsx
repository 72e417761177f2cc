import { Button, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { SampleId } from '#contexts/quality/lot.ts';
import { eraseSample } from '#contexts/quality/sample.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';

/** The name of who took the sample goes; the sample stays. */
export function EraseTaker({ sample, name }: { sample: SampleId; name: string }) {
  const t = useWords('quality');
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const erase = useCommand(eraseSample);
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        data-noprint
        aria-label={`${t('sample.erase')}: ${name}`}
        onClick={open}
      >
        {t('sample.erase')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('sample.erase')}
        confirm={t('sample.erase')}
        danger
        pending={erase.isPending}
        problem={erase.error}
        onConfirm={() => erase.mutate({ sample, reason }, { onSuccess: close })}
        onClose={close}
      >
        <Stack gap="sm">
          {t('sample.eraseText', { name })}
          <TextInput
            label={t('sample.eraseReason')}
            required
            minLength={3}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
