import { Button, Stack, TextInput } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { ApiProblem } from '#web/lib/api-problem.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';

interface ReversalProps {
  readonly number: number;
  readonly pending: boolean;
  readonly problem: ApiProblem | null;
  readonly onReverse: (reason: string, done: () => void) => void;
}

/** Takes an entry of a book back by its mirror, with a reason. */
export function Reversal({ number, pending, problem, onReverse }: ReversalProps) {
  const t = useWords('registry');
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <>
      <Button
        size="xs"
        variant="subtle"
        data-noprint
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('capital.book.reverse')}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t('capital.book.reverseTitle', { number })}
        confirm={t('capital.book.reverseDo')}
        pending={pending}
        problem={problem}
        onClose={() => setOpened(false)}
        onConfirm={() => onReverse(reason, () => setOpened(false))}
      >
        <Stack gap="sm">
          {t('capital.book.reverseText')}
          <TextInput
            label={t('capital.book.reverseReason')}
            required
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </Stack>
      </ConfirmDialog>
    </>
  );
}
