import { Stack, Text, Textarea, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { ApiProblem } from '#web/lib/api-problem.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';

interface WithdrawProps {
  readonly text: string;
  readonly command: { readonly isPending: boolean; readonly error: ApiProblem | null };
  readonly onWithdraw: (reason: string, done: () => void) => void;
}

/** Takes a record out of what counts, with the reason; it stays in the books. */
export function WithdrawButton({ text, command, onWithdraw }: WithdrawProps) {
  const t = useWords('production');
  const [isOpen, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <UnstyledButton c="var(--mantine-color-anchor)" fz="sm" onClick={open}>
        {t('log.withdraw')}
      </UnstyledButton>
      <ConfirmDialog
        opened={isOpen}
        title={t('log.withdraw')}
        confirm={t('log.withdraw')}
        danger
        pending={command.isPending}
        problem={command.error}
        onClose={close}
        onConfirm={() => (reason.trim() === '' ? setAsked(true) : onWithdraw(reason.trim(), close))}
      >
        <Stack gap="sm">
          <Text size="sm">{text}</Text>
          <Textarea
            label={t('log.reason')}
            required
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            error={isAsked && reason.trim() === '' ? t('shell:field.required') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
