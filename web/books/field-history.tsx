import { Anchor, List, Loader, Modal, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { UpdateField } from '#contexts/books/update-field.ts';
import { listFieldEntries, type UpdateId } from '#contexts/books/update.wire.ts';
import { answer } from '#web/lib/api.ts';
import { instantText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { figureText } from './figure-text.ts';
import type { FormerRemark } from './former-remarks.ts';

interface Of {
  readonly update: UpdateId;
  readonly field: UpdateField;
}

/** Who wrote what in one field, and what was remarked on it, on a click. */
export function FieldHistory({ remarks, ...of }: Of & { remarks: readonly FormerRemark[] }) {
  const t = useWords('books');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Anchor component="button" type="button" size="xs" onClick={() => setOpened(true)} data-noprint>
        {t('cell.history')}
      </Anchor>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('cell.historyOf', { field: t(`field.${of.field}`) })}
        closeButtonProps={{ 'aria-label': t('shell:close') }}
      >
        {opened && <Entries {...of} />}
        {remarks.length > 0 && <Remarks remarks={remarks} />}
      </Modal>
    </>
  );
}

function Entries({ update, field }: Of) {
  const t = useWords('books');
  const { data, error } = useQuery(answer(listFieldEntries, { update, field }));
  if (error) return <ProblemNote problem={error} />;
  if (data === undefined) return <Loader size="sm" />;
  return (
    <List type="ordered" reversed size="sm" spacing="xs">
      {data.items.map((entry) => (
        <List.Item key={entry.version}>
          <Text span fw={600}>
            {entry.value === null ? t('cell.blank') : figureText(field, entry.value)}
          </Text>
          {' · '}
          {entry.source === null ? (entry.by ?? t('update.somebody')) : t(`source.${entry.source}`)}
          {' · '}
          {instantText(entry.at)}
          {entry.note !== null && ` · ${entry.note}`}
        </List.Item>
      ))}
    </List>
  );
}

function Remarks({ remarks }: { remarks: readonly FormerRemark[] }) {
  const t = useWords('books');
  return (
    <>
      <Text fw={600} size="sm" mt="md" mb="xs">
        {t('update.remarks')}
      </Text>
      <List size="sm" spacing="xs">
        {remarks.map(({ id, text, edition, by, at }) => (
          <List.Item key={id}>
            {text}
            <Text size="xs" c="dimmed">
              {by ?? t('update.somebody')} · {instantText(at)} · {t('update.edition', { edition })}
            </Text>
          </List.Item>
        ))}
      </List>
    </>
  );
}
