import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { correctUpdate, type UpdatePage } from '#contexts/books/update.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { dayText } from '#web/lib/format.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { Section } from '#web/ui/section.tsx';
import { figureText } from './figure-text.ts';
import { KnownLink } from './known-link.tsx';

/** Where the final accounts say otherwise than what was accepted, and the correction that is prepared from them. */
export function Differences({ page }: { page: UpdatePage }) {
  const t = useWords('books');
  const differences = page.update?.differences ?? [];
  if (differences.length === 0) return null;
  return (
    <Section
      title={t('difference.title')}
      lead={t('difference.text')}
      actions={page.may.correct && <Prepare page={page} />}
    >
      <Table.ScrollContainer minWidth={0} type="native">
        <Table fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('difference.field')}</Table.Th>
              <Table.Th scope="col" ta="end">
                {t('difference.accepted')}
              </Table.Th>
              <Table.Th scope="col" ta="end">
                {t('difference.final')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differences.map(({ field, accepted, final, source, on }) => (
              <Table.Tr key={field}>
                <Table.Th scope="row" fw={400}>
                  {t(`field.${field}`)}
                  <Text size="xs" c="dimmed">
                    <KnownLink organisation={page.organisation.id} source={source}>
                      {t('cell.knownBy', { source: t(`source.${source}`), on: dayText(on) })}
                    </KnownLink>
                  </Text>
                </Table.Th>
                <Table.Td ta="end">{figureText(field, accepted)}</Table.Td>
                <Table.Td ta="end" fw={600}>
                  {figureText(field, final)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}

function Prepare({ page }: { page: UpdatePage }) {
  const t = useWords('books');
  const correct = useCommand(correctUpdate, { stale: ['insight'] });
  const [asked, setAsked] = useState(false);
  const { id, version } = page.update!;
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t('difference.prepare')}</Button>
      <ConfirmDialog
        opened={asked}
        title={t('difference.prepare')}
        confirm={t('difference.prepare')}
        pending={correct.isPending}
        problem={correct.error}
        onClose={() => setAsked(false)}
        onConfirm={() =>
          correct.mutate(
            { update: id, version, reason: t('difference.reason'), takesFinal: true },
            { onSuccess: () => setAsked(false) },
          )
        }
      >
        {t('difference.ask')}
      </ConfirmDialog>
    </>
  );
}
