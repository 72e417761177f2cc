import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '#web/lib/i18n.ts';

interface FormDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A short form over the record it is about. */
export function FormDialog({ opened, title, onClose, children }: FormDialogProps) {
  const t = useWords('shell');
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      {children}
    </Modal>
  );
}
