import { Alert, Button, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconClipboardList } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '#web/lib/i18n.ts';
import { foundersIn } from './founder-sheet.ts';
import type { FounderValues } from './founder-values.ts';

/** Takes founders over from rows copied out of a spreadsheet. */
export function FounderPaste({ onTake }: { onTake: (founders: FounderValues[]) => void }) {
  const t = useWords('registry');
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const { founders, troubles } = foundersIn(text);
  const close = () => {
    setOpen(false);
    setText('');
  };
  return (
    <>
      <Button variant="default" leftSection={<IconClipboardList size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t('life.found.paste')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t('life.found.pasteTitle')} size="lg">
        <Stack gap="sm">
          <Text size="sm">{t('life.found.pasteText')}</Text>
          <Textarea
            label={t('life.found.pasteRows')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autosize
            minRows={6}
            maxRows={14}
            data-autofocus
          />
          {troubles.length > 0 && (
            <Alert color="clay" variant="light" title={t('life.found.pasteTroubles')}>
              <List size="sm">
                {troubles.slice(0, 20).map(({ row, heading, text: cell }) => (
                  <List.Item key={`${row} ${heading}`}>
                    {t('life.found.pasteTrouble', { row, heading, cell })}
                  </List.Item>
                ))}
              </List>
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('shell:cancel')}
            </Button>
            <Button
              disabled={founders.length === 0}
              onClick={() => {
                onTake(founders);
                close();
              }}
            >
              {t('life.found.take', { count: founders.length })}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
