import { ActionIcon, Alert, Anchor, Group, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { UpdateField } from '#contexts/books/update-field.ts';
import { useWords } from '#web/lib/i18n.ts';
import type { RemarkDraft } from './remark-draft.ts';
import classes from './update.module.css';

interface Of {
  readonly field: UpdateField;
  /** What the officer said of this figure when it was last returned. */
  readonly remarks: readonly string[];
  /** Of an officer who may return it. */
  readonly draft: RemarkDraft | undefined;
}

/** What is remarked on one figure, at the figure. */
export function FieldRemarks({ field, remarks, draft }: Of) {
  const t = useWords('books');
  return (
    <>
      {remarks.map((text) => (
        <Alert
          key={text}
          color="clay"
          variant="light"
          p="xs"
          title={t('update.remark')}
          className={classes['wide'] ?? ''}
        >
          {text}
        </Alert>
      ))}
      {draft !== undefined && <Writing field={field} draft={draft} />}
    </>
  );
}

function Writing({ field, draft }: { field: UpdateField; draft: RemarkDraft }) {
  const t = useWords('books');
  const label = t('update.remarkOnField', { field: t(`field.${field}`) });
  const own = draft.all.filter((remark) => remark.field === field);
  if (own.length === 0) return null;
  return (
    <div className={classes['wide']} data-noprint>
      {own.map(({ id, text }) => (
        <Group key={id} align="flex-end" gap="xs" wrap="nowrap">
          <Textarea
            label={label}
            autosize
            minRows={1}
            flex={1}
            maxLength={1_000}
            value={text}
            onChange={(event) => draft.put(id, { text: event.currentTarget.value })}
          />
          <ActionIcon variant="subtle" size={36} aria-label={t('update.dropRemark')} onClick={() => draft.drop(id)}>
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
    </div>
  );
}

/** Begins a remark on one figure. */
export function BeginRemark({ field, draft }: { field: UpdateField; draft: RemarkDraft }) {
  const t = useWords('books');
  if (draft.all.some((remark) => remark.field === field)) return null;
  return (
    <Anchor
      component="button"
      type="button"
      size="xs"
      mr="sm"
      aria-label={t('update.remarkOnField', { field: t(`field.${field}`) })}
      onClick={() => draft.add(field)}
      data-noprint
    >
      {t('update.remark')}
    </Anchor>
  );
}
