import { Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ApiProblem } from '#web/lib/api-problem.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';

interface WithdrawProps {
  readonly text: string;
  readonly command: { readonly isPending: boolean; readonly error: ApiProblem | null };
  readonly onWithdraw: (reason: string, done: () => void) => void;
}

/** Takes a record out of what counts, with the reason; it stays in the books. */
export function WithdrawButton({ text, command, onWithdraw }: WithdrawProps) {
  const t = useWords('production');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <UnstyledButton c="var(--mantine-color-anchor)" fz="sm" onClick={open}>
        {t('log.withdraw')}
      </UnstyledButton>
      {isOpen && (
        <ReasonDialog
          title={t('log.withdraw')}
          confirm={t('log.withdraw')}
          label={t('log.reason')}
          danger
          pending={command.isPending}
          problem={command.error}
          onClose={close}
          onConfirm={(reason) => onWithdraw(reason, close)}
        >
          <Text size="sm">{text}</Text>
        </ReasonDialog>
      )}
    </>
  );
}
