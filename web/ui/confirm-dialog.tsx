import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ApiProblem } from '#web/lib/api-problem.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ProblemNote } from './problem-note.tsx';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** The verb, not 'OK'. */
  readonly confirm: string;
  readonly cancel?: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly pending?: boolean;
  readonly problem?: ApiProblem | null;
  readonly danger?: boolean;
  readonly children?: ReactNode;
}

/** A question before something that binds or cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useWords('shell');
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack>
        <Text component="div">{props.children}</Text>
        <ProblemNote problem={props.problem} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" size="md" onClick={props.onClose}>
            {props.cancel ?? t('cancel')}
          </Button>
          <Button
            size="md"
            color={props.danger ? 'red' : 'leaf'}
            loading={props.pending ?? false}
            onClick={props.onConfirm}
          >
            {props.confirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
