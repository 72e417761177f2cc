import { Button, Group, Stack, Text } from '@mantine/core';
import { recordAnswer } from '#contexts/intake/batch.wire.ts';
import { useCommand } from '#web/lib/command.ts';
import { findWord, useWords } from '#web/lib/i18n.ts';
import { ProblemNote } from '#web/ui/problem-note.tsx';
import { fieldText, troubleText, valueText } from './field-text.ts';
import type { Row } from './row-section.tsx';

/** What is wrong with a row, what an update changes, what was read otherwise than it stands there, and what is asked. */
export function RowRemarks({ row }: { row: Row }) {
  const t = useWords('intake');
  const nothing = t('preview.nothing');
  return (
    <Stack gap={4}>
      {row.troubles.map(({ code, at, found, row: other, choices }) => (
        <Text key={`${at} ${code}`} size="sm" c="var(--mantine-color-error)">
          {found === ''
            ? t('preview.wrong', { at, why: troubleText(code) })
            : t('preview.found', { at, why: troubleText(code), found })}
          {choices.length > 0 && `: ${choices.join(' / ')}`}
          {other !== null && ` (${t('preview.row')} ${other})`}
        </Text>
      ))}
      {row.differences.map(({ field, before, after }) => (
        <Text key={field} size="sm">
          {t('preview.change', {
            field: fieldText(field),
            before: before === '' ? nothing : valueText(field, before),
            after: valueText(field, after),
          })}
        </Text>
      ))}
      {row.notices.length > 0 && (
        <Text size="xs" c="dimmed">
          {row.notices
            .map(({ code, field }) => `${fieldText(field)}: ${findWord(`intake:notice.${code}`) ?? code}`)
            .join('; ')}
        </Text>
      )}
      {row.question !== null && row.batch.may.map && <Question row={row} question={row.question} />}
    </Stack>
  );
}

function Question({ row, question }: { row: Row; question: NonNullable<Row['question']> }) {
  const t = useWords('intake');
  const say = useCommand(recordAnswer);
  const { field, choices } = question;
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        {field === 'unit' ? t('preview.which_unit') : t('preview.who_is')}
      </Text>
      <Group gap="xs">
        {choices.map(({ value, label }) => (
          <Button
            key={value}
            size="xs"
            mih={36}
            variant={say.isSuccess && say.variables.choice === value ? 'filled' : 'default'}
            loading={say.isPending && say.variables.choice === value}
            onClick={() => say.mutate({ batch: row.batch.id, row: row.row, field, choice: value })}
          >
            {value === 'new' ? t('preview.someone_new') : label}
          </Button>
        ))}
      </Group>
      {say.isSuccess && (
        <Text size="xs" c="dimmed" role="status">
          {t('preview.answered')}
        </Text>
      )}
      <ProblemNote problem={say.error} />
    </Stack>
  );
}
