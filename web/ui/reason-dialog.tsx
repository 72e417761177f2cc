import { Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ApiProblem } from '#web/lib/api-problem.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

interface ReasonDialogProps {
  readonly title: string;
  /** The verb, not 'OK'. */
  readonly confirm: string;
  /** What the reason is called. */
  readonly label: string;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
  readonly pending: boolean;
  readonly problem: ApiProblem | null;
  readonly danger?: boolean;
  /** Characters the command takes. */
  readonly maxLength?: number;
  readonly children?: ReactNode;
}

const leastChars = 3;

/** A question before something that cannot be taken back and wants a reason: asked for before it is sent. Render it to open it. */
export function ReasonDialog({ label, maxLength = 500, onConfirm, children, ...dialog }: ReasonDialogProps) {
  const t = useWords('shell');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const isShort = reason.trim().length < leastChars;
  const send = (): void => {
    if (isShort) return setMissing(true);
    onConfirm(reason.trim());
  };
  return (
    <ConfirmDialog {...dialog} opened onConfirm={send}>
      <Stack gap="sm">
        {children}
        <TextInput
          label={label}
          required
          data-autofocus
          maxLength={maxLength}
          value={reason}
          error={missing && isShort ? t('field.required') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
