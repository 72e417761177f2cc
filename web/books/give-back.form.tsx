import { ActionIcon, Button, Group, Paper, Select, Stack, Text, Textarea } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { fieldsOf, type UpdateField } from '#contexts/books/update-field.ts';
import { refuseUpdate, type UpdatePage } from '#contexts/books/update.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { useWords } from '#web/lib/i18n.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { Section } from '#web/ui/section.tsx';
import { toldRemarks, type Remark, type RemarkDraft } from './remark-draft.ts';

/** Returned with remarks: each on a field, or on the whole. */
export function GiveBackForm({ page, draft }: { page: UpdatePage; draft: RemarkDraft }) {
  const t = useWords('books');
  const refuse = useCommand(refuseUpdate);
  const told = toldRemarks(draft.all);
  const send = () =>
    refuse.mutate(
      {
        update: page.update!.id,
        version: page.update!.version,
        remarks: told.map(({ id, field, text }) => ({ id, text, ...(field !== '' && { field }) })),
      },
      { onSuccess: draft.clear },
    );
  return (
    <Section title={t('update.giveBack')} lead={t('update.giveBackLead')}>
      <Paper withBorder p="md" radius="lg">
        <Stack gap="sm">
          {draft.all.map((remark) => (
            <RemarkFields key={remark.id} page={page} remark={remark} put={(patch) => draft.put(remark.id, patch)}>
              {draft.all.length > 1 && (
                <ActionIcon
                  variant="subtle"
                  size={36}
                  aria-label={t('update.dropRemark')}
                  onClick={() => draft.drop(remark.id)}
                >
                  <IconX size={16} />
                </ActionIcon>
              )}
            </RemarkFields>
          ))}
          <ProblemNote problem={refuse.error} />
          <Group gap="xs">
            <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => draft.add('')}>
              {t('update.addRemark')}
            </Button>
            <Button color="clay" disabled={told.length === 0} loading={refuse.isPending} onClick={send}>
              {t('update.giveBack')}
            </Button>
            <Button variant="subtle" onClick={draft.clear}>
              {t('shell:cancel')}
            </Button>
          </Group>
          <Text size="xs" c="dimmed">
            {t(told.length === 0 ? 'update.giveBackLead' : 'update.remarksKept')}
          </Text>
        </Stack>
      </Paper>
    </Section>
  );
}

interface RemarkFieldsProps {
  readonly page: UpdatePage;
  readonly remark: Remark;
  readonly put: (patch: Partial<Remark>) => void;
  readonly children: React.ReactNode;
}

function RemarkFields({ page, remark, put, children }: RemarkFieldsProps) {
  const t = useWords('books');
  return (
    <Group align="flex-end" gap="sm">
      <Select
        label={t('update.remarkOn')}
        w={{ base: '100%', sm: 300 }}
        data={[
          { value: '', label: t('update.remarkWhole') },
          ...fieldsOf(page.form).map((field) => ({ value: field as string, label: t(`field.${field}`) })),
        ]}
        value={remark.field}
        onChange={(field) => put({ field: (field ?? '') as UpdateField | '' })}
      />
      <Textarea
        label={t('update.remark')}
        autosize
        minRows={1}
        miw={0}
        flex={1}
        value={remark.text}
        onChange={(event) => put({ text: event.currentTarget.value })}
      />
      {children}
    </Group>
  );
}
